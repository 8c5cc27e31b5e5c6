"""One side or both: asked, stopped, asked again."""

from __future__ import annotations

import shutil
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt

from lab.records import AnswerState, Comparison, FinishReason, Side
from tests.app.window.driving import Driver
from ui.compare.composer import Target

pytestmark = pytest.mark.process

LONG = 100_000


@pytest.fixture
def endless(driver: Driver, tiny_endless: Path, tmp_path: Path) -> Driver:
    """Both would answer without end."""
    driver.prepare(tiny_endless, Path(shutil.copy(tiny_endless, tmp_path / "other.gguf")), max_tokens=LONG)
    driver.preferences().change(context_tokens=32_768)
    driver.open_ready()
    return driver


def talking(driver: Driver) -> None:
    driver.type("the sun")
    driver.wait(lambda: all(driver.pane(side).view.text() for side in Side))


def test_one_side_is_stopped_and_the_other_goes_on(endless: Driver) -> None:
    talking(endless)
    button = endless.button("Stop A", endless.pane(Side.A))
    endless._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    endless.wait(lambda: endless.desktop.compare.session.answering == {Side.B})
    assert "stopped by you" in endless.pane(Side.A).state()
    assert button.accessibleName() == "Answer of A again"
    assert not button.isEnabled()  # as long as B answers
    had = len(endless.pane(Side.B).view.text())
    endless.wait(lambda: len(endless.pane(Side.B).view.text()) > had)
    endless.press("Stop B", endless.pane(Side.B))
    endless.idle()
    shown = endless.desktop.compare.display.shown()
    assert shown is not None
    for answer in (shown.a, shown.b):
        assert answer is not None
        assert answer.response is not None
        assert answer.response.finish_reason is FinishReason.CANCELLED
    assert button.isEnabled()
    assert endless.desktop._page.vote_bar.isEnabled()


def test_after_a_prompt_to_one_side_both_can_be_asked_again(driver: Driver, tiny_base: Path, tiny_chat: Path) -> None:
    driver.prepare(tiny_base, tiny_chat)
    driver.open_ready()
    driver.desktop._page.composer._aim(Target.A)
    alone = driver.ask("the sun")
    assert alone.b is None
    assert driver.pane(Side.B).state() == "not asked"
    with driver._qtbot.waitSignal(driver.desktop.compare.answered, timeout=60_000) as again:
        driver.press("Both answers again")
    assert again.args is not None
    both: Comparison = again.args[0]
    assert both.a is not None
    assert both.b is not None
    assert both.b.state is AnswerState.FINISHED
    assert driver.pane(Side.B).view.text() == both.b.text
    assert driver.desktop._page.vote_bar.isEnabled()


def test_enter_while_they_answer_stops_nothing_and_keeps_what_is_written(endless: Driver) -> None:
    talking(endless)
    endless.type("the next thing")
    assert endless.desktop.compare.session.answering == set(Side)
    assert endless.field().toPlainText() == "the next thing"
    notice = endless.desktop._page.composer._notice.text()
    assert "still answering" in notice
    endless.key(Qt.Key.Key_Escape, endless.page)
    endless.idle()
    assert endless.field().toPlainText() == "the next thing"


def test_a_new_conversation_stops_what_still_answers(endless: Driver) -> None:
    talking(endless)
    before = endless.desktop.compare.session.id
    endless.press("New")
    endless.wait(lambda: endless.desktop.compare.session.id != before)
    assert not endless.desktop.compare.session.busy
    assert endless.pane(Side.A).view.text() == ""
    assert endless.pane(Side.A).state() == "ready"
    assert not endless.pane(Side.A).head._answering


def test_the_inspector_shows_what_is_given_now_and_not_the_last_answers_while_the_next_come(endless: Driver) -> None:
    talking(endless)
    endless.press("Stop")
    endless.idle()
    inspector = endless.desktop._page.inspector
    endless.wait(lambda: bool(inspector.differences.rows()))
    assert "the sun" in inspector.given_text()
    endless.type("the moon")
    endless.wait(lambda: inspector.given_text().count("the moon") == 2)
    assert endless.desktop.compare.session.busy
    assert inspector.differences.rows() == ()
    endless.press("Stop")
    endless.idle()


def test_whoever_is_busy_with_the_settings_keeps_the_keyboard(driver: Driver, tiny_base: Path, tiny_chat: Path) -> None:
    driver.prepare(tiny_base, tiny_chat)
    driver.open_ready()
    driver.ask("the sun")
    assert driver.desktop._page.vote_bar.hasFocus()
    driver.field().setFocus()
    driver.type("the moon")
    header = driver.desktop._page.header._new
    header.setFocus()
    driver.idle()
    assert header.hasFocus()


def test_quitting_right_after_sending_leaves_no_worker(endless: Driver) -> None:
    workers = [endless.worker(side) for side in Side]
    endless.type("the sun")
    endless.close()
    _, alive = psutil.wait_procs(workers, timeout=1)
    assert not alive
    del endless.desktop


def test_the_theme_may_change_while_they_answer(endless: Driver) -> None:
    from lab.preferences import Theme

    talking(endless)
    for theme in (Theme.DARK, Theme.LIGHT):
        endless.desktop._preferences.change(theme=theme)
        had = len(endless.pane(Side.A).view.text())
        endless.wait(lambda had=had: len(endless.pane(Side.A).view.text()) > had)  # type: ignore[misc]
    endless.press("Stop")
    endless.idle()
    shown = endless.desktop.compare.display.shown()
    assert shown is not None
    assert shown.a is not None
    assert endless.pane(Side.A).view.text() == shown.a.text
