"""The starter models with their real weights, compared blind."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from lab.preferences import ComparisonSettings, SideSettings
from lab.ratings.agreement import with_oneself
from lab.ratings.battles import Judged, battles_of
from lab.records import SamplerSettings, Side, VoteChoice
from lab.settings import folders
from lab.storage import votes
from lab.suggestions import suggestions
from tests.app.window.driving import Driver
from tests.app.window.seeing import everything_in
from tests.app.window.test_blind_session import all_judged, answered, begin, key, shown_answers, strip

pytestmark = [pytest.mark.process, pytest.mark.model]


def prepare(driver: Driver, starter_home: Path, *, max_tokens: int) -> None:
    folders().data.mkdir(parents=True)
    shutil.copy(starter_home / "data" / "library.json", folders().data / "library.json")
    settings = SideSettings(sampler=SamplerSettings(max_tokens=max_tokens))
    driver.preferences().change(settings=ComparisonSettings(a=settings), context_tokens=1024)


def test_four_blind_conversations_with_both_real_models(driver: Driver, starter_home: Path) -> None:
    prepare(driver, starter_home, max_tokens=40)
    driver.preferences().change(blind=True)
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


def test_a_blind_session_of_twelve_prompts_with_both_real_models(driver: Driver, starter_home: Path) -> None:
    prepare(driver, starter_home, max_tokens=40)
    driver.open_ready()
    pids = {driver.worker(side).pid for side in Side}
    prompts = [prompt for group in suggestions() for prompt in group.prompts if "\n" not in prompt][:12]
    begin(driver, prompts)
    seen_before: dict[str, list[str]] = {}
    for number in range(1, 14):
        comparison, answers = answered(driver), shown_answers(driver)
        assert strip(driver).startswith(f"Pair {number} of 13.")
        seen = " ".join(everything_in(driver.desktop.window)).lower()
        for told in ("smollm", "gemma", "hugging face", "google", "tok/s", "mb ·"):
            assert told not in seen
        if comparison.id in seen_before:
            assert answers == seen_before[comparison.id][::-1]
        seen_before[comparison.id] = answers
        key(driver, Qt.Key.Key_1 if len(answers[0]) > len(answers[1]) else Qt.Key.Key_4)  # the longer one is better
        key(driver, Qt.Key.Key_N)
    battles = battles_of(Judged(comparison=each.comparison, votes=each.votes) for each in all_judged(driver))
    agreement = with_oneself(battles, "me")
    assert (len(battles.battles), agreement.repeats, agreement.same) == (13, 1, 1)
    assert {battle.choice for battle in battles.battles} <= {VoteChoice.A, VoteChoice.B}
    said = " ".join(everything_in(driver.desktop.window)).lower()
    assert "you voted on 12 pairs." in said
    assert "smollm" in said
    assert "gemma" in said
    assert {driver.worker(side).pid for side in Side} == pids, "to change places starts no process"
