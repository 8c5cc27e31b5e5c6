"""The starter models with their real weights, compared blind."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from lab.preferences import ComparisonSettings, SideSettings
from lab.records import SamplerSettings, Side
from lab.settings import folders
from lab.storage import votes
from tests.app.window.driving import Driver
from tests.app.window.seeing import everything_in

pytestmark = [pytest.mark.process, pytest.mark.model]


def test_four_blind_conversations_with_both_real_models(driver: Driver, starter_home: Path) -> None:
    folders().data.mkdir(parents=True)
    shutil.copy(starter_home / "data" / "library.json", folders().data / "library.json")
    settings = SideSettings(sampler=SamplerSettings(max_tokens=40))
    driver.preferences().change(settings=ComparisonSettings(a=settings), context_tokens=1024, blind=True)
    driver.open_ready()
    store = driver.desktop._store
    assert store is not None
    pids = {driver.worker(side).pid for side in Side}
    places = set()
    for number, swapped in enumerate((True, False, True, False)):
        driver.desktop.compare.blind.coin = lambda wanted=swapped: wanted
        driver.press("New", driver.desktop._page.header)
        comparison = driver.ask("Who made you, and what are you called?")
        assert comparison.a is not None
        assert comparison.b is not None
        seen = " ".join(everything_in(driver.desktop.window)).lower()
        for told in ("smollm", "gemma", "hugging face", "google", "tok/s", "mb ·"):
            assert told not in seen
        driver.key(Qt.Key.Key_1 if number % 2 else Qt.Key.Key_4, driver.page)
        driver.key(Qt.Key.Key_R, driver.page)
        seen = " ".join(everything_in(driver.desktop.window)).lower()
        assert comparison.a.contestant.model.name in seen
        assert comparison.b.contestant.model.name in seen
        (vote,) = store.read(votes.history, comparison.id).result()
        assert vote.blind
        assert {driver.worker(side).pid for side in Side} == pids
        places.add(comparison.a.contestant.model.name)
    assert len(places) == 2
