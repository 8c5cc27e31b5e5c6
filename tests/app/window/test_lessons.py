"""A lesson in the real window, taken from its beginning to its end with the scripts of the demonstration."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from lab.generation.demo import scripted_model
from lab.records import Kind, Side, VoteChoice
from lab.storage import sessions, votes
from tests.app.window.driving import Driver
from tests.app.window.learner import Learner

pytestmark = pytest.mark.process
TOKENS_PER_SECOND = 60.0
READ, GUESS, RUN, VOTE, REVEAL = range(5)
TITLE = "People choose"


@pytest.fixture
def learner(driver: Driver, tmp_path: Path) -> Learner:
    """Somebody who has opened the page for the first time."""
    open_with_quick_scripts(driver, tmp_path)
    made = Learner(driver)
    made.go_to_lessons()
    return made


def open_with_quick_scripts(driver: Driver, folder: Path) -> None:
    """Start the demonstration, with scripts for a base and a chat model that need no time to speak of."""
    driver.open(demo=True)
    for side, kind in zip(Side, (Kind.BASE, Kind.CHAT), strict=True):
        script = folder / f"{kind}.toml"
        script.write_text(
            f"tokens_per_second = {TOKENS_PER_SECOND}\nprompt_tokens_per_second = 100000.0\n"
            f'context_tokens = 4096\nanswers = ["What the {kind} script says."]\n',
            encoding="utf-8",
        )
        model = replace(scripted_model(kind), path=str(script))
        driver.desktop._pairing.replace_model(side, model)


def restart(learner: Learner, folder: Path) -> None:
    """Close the window on another page than that of the lessons, and open it again."""
    learner.driver.desktop.window.show_page("compare")
    learner.driver.close()
    open_with_quick_scripts(learner.driver, folder)


def test_a_lesson_is_taken_from_its_beginning_to_its_end_with_a_restart_between(
    learner: Learner, tmp_path: Path
) -> None:
    driver = learner.driver
    learner.begin(TITLE)
    learner.go_on()
    assert not learner.page.lesson._next.isEnabled()
    learner.press(Qt.Key.Key_2)
    learner.go_on()
    learner.run()
    assert learner.shown(Side.A).startswith("Hidden until the reveal | ")
    learner.go_on()
    learner.vote(Qt.Key.Key_1, Qt.Key.Key_4)

    restart(learner, tmp_path)
    learner.go_to_lessons()
    learner.begin(TITLE, "Go on")
    assert learner.place == VOTE
    assert learner.taking is not None
    asking = learner.taking.progress.asking(RUN)
    driver.wait(lambda: "Hidden" in learner.shown(Side.A) and "Not asked" not in learner.shown(Side.A))
    learner.step.pairs.go_to(2)  # type: ignore[union-attr]
    learner.vote(*[Qt.Key.Key_2] * 3)
    learner.go_on()

    assert learner.place == REVEAL
    told = learner.step._told.text()
    assert "You had said: “That it is short and clear”" in told
    assert "tie: 3" in told
    assert "scripted" in learner.shown(Side.A)
    learner.walk()
    assert driver.button(f"Look again: {TITLE}", learner.page).isVisible()

    store = driver.desktop._store
    assert store is not None
    cast = [vote for each in asking.comparisons for vote in store.read(votes.current, each).result()]
    assert [vote.choice for vote in cast] == [VoteChoice.A, VoteChoice.B, *[VoteChoice.TIE] * 3]
    assert all(vote.blind for vote in cast)
    (conversation,) = [each for each in store.read(sessions.listed).result() if "lesson" in each.tags]
    assert (conversation.id, conversation.comparisons) == (asking.session_id, 5)


def test_the_history_hides_who_is_who_from_the_first_moment_after_a_restart(learner: Learner, tmp_path: Path) -> None:
    learner.begin(TITLE)
    learner.walk(VOTE)
    assert learner.taking is not None
    asked_in = learner.taking.progress.asking(RUN).session_id
    restart(learner, tmp_path)
    lessons = learner.driver.desktop._lessons
    learner.driver.desktop.window.show_page("history")
    assert lessons.page is None
    assert learner.driver.desktop._is_hidden(asked_in)
    learner.go_to_lessons()
    learner.begin(TITLE, "Go on")
    learner.walk(REVEAL)
    assert not learner.driver.desktop._is_hidden(asked_in)


def test_while_a_lesson_is_answered_the_compare_page_waits_and_says_so(learner: Learner) -> None:
    driver = learner.driver
    lessons = driver.desktop._lessons
    told: list[bool] = []
    lessons.busy_changed.connect(told.append)
    learner.begin(TITLE)
    learner.walk(RUN)
    learner.press_run()
    driver.desktop.window.show_page("compare")
    driver.type("Hello?")
    assert lessons.busy
    assert "A lesson is still being answered." in driver.banner()
    assert not driver.desktop.compare.session.busy
    assert driver.field().toPlainText() == "Hello?"
    driver.wait(lambda: not lessons.busy)
    assert told == [True, False]
    driver.ask("Hello again?")
    driver.desktop.window.show_page("lessons")
    assert "Hidden" in learner.shown(Side.A)
