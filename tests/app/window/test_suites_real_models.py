"""A suite over both starter models with their real weights, in the real window."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from lab.records import AnswerState, FinishReason, RunState
from lab.settings import folders
from lab.storage import runs
from tests.app.window.driving import Driver

pytestmark = [pytest.mark.process, pytest.mark.model]


def test_a_suite_is_run_over_both_while_compare_holds_them_too_and_gone_on_with_after_a_restart(
    driver: Driver, starter_home: Path
) -> None:
    suites = folders().data / "suites"
    suites.mkdir(parents=True)
    shutil.copy(starter_home / "data" / "library.json", folders().data / "library.json")
    items = "".join(f'[[items]]\nid = "p{place}"\nprompt = "Name {place} animals."\n' for place in range(2, 12))
    (suites / "small.toml").write_text(f'id = "zzz-small"\ntitle = "Animals"\nsamples = 2\nmax_tokens = 24\n{items}')
    driver.preferences().change(context_tokens=1024)
    driver.open_ready()
    driver.press("Suites", driver.desktop.window.rail)
    driver.wait(lambda: driver.desktop._suites.page is not None)
    page = driver.desktop._suites.page
    assert page is not None
    driver.press("New run", page)
    driver.wait(lambda: page.new.picker.suite is not None)
    driver.key(Qt.Key.Key_End, page.new.picker.list)
    driver.press("Start the run", page)
    driver.wait(lambda: page.shows_run and page.run.panel._progress.done >= 3)
    driver.close()

    driver.open_ready()
    driver.press("Suites", driver.desktop.window.rail)
    driver.wait(lambda: driver.desktop._suites.page is not None)
    page = driver.desktop._suites.page
    assert page is not None
    driver.wait(lambda: page.run.panel.resume.isVisible())
    before = page.run.panel._progress.done
    assert 3 <= before < 40
    driver.press("Resume", page)
    driver.wait(lambda: page.run.panel._state.text() == "Finished.")
    store = driver.desktop._store
    assert store is not None
    (run,) = store.read(runs.listed).result()
    assert run.state is RunState.FINISHED
    assert (run.settings.rows_a, run.settings.rows_b) == (16, 16)
    compared = store.read(runs.compared, run.id).result()
    assert len(compared) == 20
    for each in compared:
        for answer in (each.a, each.b):
            assert answer is not None
            assert answer.state is AnswerState.FINISHED
            assert answer.response is not None
            assert answer.response.finish_reason in (FinishReason.END_OF_ANSWER, FinishReason.LENGTH_LIMIT)
