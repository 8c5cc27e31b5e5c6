"""Runs of suites in the window: begun, watched, paused, stopped, gone on with, deleted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from lab.errors import ModelNotFound, NotEnoughMemory, PromptRejected
from lab.generation.batch_rows import Row
from lab.records import Framing, RunState, Side
from lab.storage import runs, sessions, trash
from tests.unit.runs.asking import echo
from tests.unit.ui.suites.page_stage import BASE, PROMPTS, Stage

ALL = 2 * PROMPTS
"""Answers of each side: two samples."""


def test_without_a_run_the_page_says_what_a_run_is_and_offers_one(stage: Stage) -> None:
    assert not stage.page.runs.isVisible()
    stage.button("New run").click()
    assert stage.page.shows_new


def test_the_form_says_in_plain_words_how_much_will_be_asked(stage: Stage) -> None:
    stage.new_run()
    new = stage.page.new
    assert new._sum.text() == "3 prompts × 2 samples × 2 models = 12 answers"
    new.samples.setValue(1)
    assert new._sum.text() == "3 prompts × 2 models = 6 answers"
    assert new.max_tokens.number() == 77
    prompts = [new.picker.prompts.item(row).text() for row in range(new.picker.prompts.count())]
    assert prompts == ["Why is the sky blue?", "My cat is Mia.  →  What is she called?"]


def test_those_of_the_compare_page_play_unless_somebody_else_is_chosen(stage: Stage) -> None:
    stage.new_run()
    new = stage.page.new
    assert [new.models[side].currentText() for side in Side] == ["the base  ·  BASE", "the chat  ·  CHAT"]
    assert [new.framings[side].currentData() for side in Side] == [Framing.RAW, Framing.CHAT]
    new.models[Side.B].setCurrentIndex(0)
    assert new.framings[Side.B].findData(Framing.CHAT.value) == -1  # a base model has no template
    new.start.click()
    stage.wait(lambda: stage.page.shows_run)
    assert stage.store is not None
    (run,) = stage.store.read(runs.listed).result()
    assert [each.model.name for each in (run.a, run.b)] == ["the base", "the base"]
    assert (run.samples, run.a.sampler.max_tokens, run.settings.context_tokens) == (2, 77, 2048)
    assert run.settings.seed == new.seed.number()
    stage.stop()


def test_a_suites_own_framing_is_what_is_offered(stage: Stage, home: Path) -> None:
    path = home / "data" / "suites" / "small.toml"
    path.write_text('framing = "qa"\n' + path.read_text())
    stage.new_run()
    assert [stage.page.new.framings[side].currentData() for side in Side] == [Framing.QA, Framing.QA]


def test_a_run_is_followed_to_its_end(stage: Stage) -> None:
    stage.start()
    assert stage.state() == "Time left is known after the first answers."
    stage.wait(lambda: stage.listed() == [("Small suite", "Running, 0 of 12")])
    stage.let_answer(2)
    assert [row.count.text() for row in stage.panel.sides.values()] == ["2 of 6", "2 of 6"]
    assert stage.state() == "Less than a minute left."
    assert stage.panel._latest.text().startswith("the ")
    assert stage.listed() == [("Small suite", "Running, 4 of 12")]
    stage.finish()
    stage.wait(lambda: stage.listed() == [("Small suite", "Finished, 12 answers")])
    assert stage.kept() == [RunState.FINISHED]
    assert not stage.panel.pause.isVisible()
    assert stage.panel.vote.isVisible()


def test_paused_it_rests_until_it_is_told_to_go_on(stage: Stage) -> None:
    stage.start()
    stage.let_answer(1)
    stage.panel.pause.click()
    assert [engine.paused for engine in stage.engines.values()] == [True, True]
    assert (stage.state(), stage.panel.pause.text()) == ("Paused.", "Go on")
    assert stage.listed() == [("Small suite", "Paused, 2 of 12")]
    stage.panel.pause.click()
    assert [engine.paused for engine in stage.engines.values()] == [False, False]
    stage.finish()


def test_it_gives_way_while_somebody_else_answers_and_goes_on_by_itself(stage: Stage) -> None:
    stage.start()
    stage.let_answer(1)
    stage.elsewhere = "Waits while Compare answers."
    stage.wait(lambda: stage.state() == "Waits while Compare answers.")
    assert [engine.paused for engine in stage.engines.values()] == [True, True]
    assert stage.listed() == [("Small suite", "Waiting, 2 of 12")]
    stage.panel.pause.click()
    stage.elsewhere = ""
    stage.wait(lambda: not stage.performer.waits)
    assert [engine.paused for engine in stage.engines.values()] == [True, True]  # the user has not said “Go on”
    stage.panel.pause.click()
    assert [engine.paused for engine in stage.engines.values()] == [False, False]
    stage.finish()


def test_a_run_that_begins_while_somebody_answers_waits_from_its_first_token_on(stage: Stage) -> None:
    stage.elsewhere = "Waits while Compare answers."
    stage.start()
    stage.wait(lambda: all(engine.paused for engine in stage.engines.values()))
    stage.elsewhere = ""
    stage.wait(lambda: not any(engine.paused for engine in stage.engines.values()))
    stage.finish()


def test_stopped_it_goes_on_where_it_was_and_asks_nothing_twice(stage: Stage) -> None:
    stage.start()
    stage.let_answer(2)
    stage.stop()
    assert stage.state() == "Stopped at 4 of 12 answers."
    stage.wait(lambda: stage.listed() == [("Small suite", "Stopped, 4 of 12")])
    stage.resume()
    stage.finish()
    assert len(stage.asked()) == 2 * ALL - 4
    assert stage.kept() == [RunState.FINISHED]


def test_a_window_that_is_closed_in_the_middle_offers_to_go_on_at_the_next_start(stage: Stage) -> None:
    stage.start()
    stage.let_answer(2)
    stage.close()
    assert all(engine.stopped.is_set() for engine in stage.engines.values())
    stage.open()
    stage.wait(lambda: stage.page.shows_run and stage.state() == "Stopped at 4 of 12 answers.")
    stage.resume()
    stage.finish()


def test_one_run_goes_on_at_a_time(stage: Stage) -> None:
    stage.start()
    stage.new_run()
    stage.page.new.start.click()
    assert stage.refusal() == (
        "“Small suite” is going on already. One run goes on at a time. Wait for it, or stop it first."
    )
    stage.page.new.left.emit()
    assert stage.page.shows_run
    stage.stop()
    assert len(stage.kept()) == 1


def test_ctrl_enter_starts_also_after_a_refusal(stage: Stage, qtbot: QtBot) -> None:
    stage.gone = ModelNotFound("It is gone.")
    stage.new_run()
    stage.page.activateWindow()
    qtbot.waitUntil(stage.page.isActiveWindow)
    qtbot.keyClick(stage.page.new.picker.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.wait(lambda: stage.refusal() == "It is gone.")
    stage.gone = None
    qtbot.keyClick(stage.page.new.picker.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.wait(lambda: stage.page.shows_run)
    stage.stop()


def test_a_side_without_a_model_is_named(stage: Stage) -> None:
    del stage.players[1]
    stage.new_run()
    stage.page.new.start.click()
    assert stage.refusal() == "Side B has no model. Choose one first."


@pytest.mark.parametrize("how", ["gone", "tight"])
def test_what_keeps_a_run_from_beginning_is_said_in_the_form_and_nothing_is_kept(stage: Stage, how: str) -> None:
    if how == "gone":
        stage.gone = ModelNotFound("The model the base is not on this computer.", "Put it back.")
    else:
        stage.refusals = [NotEnoughMemory("The model the base is not on this computer.", "Put it back.")]
    stage.new_run()
    stage.page.new.start.click()
    assert not stage.page.new.start.isEnabled()
    stage.wait(lambda: stage.refusal() == "The model the base is not on this computer. Put it back.")
    assert stage.page.new.start.isEnabled()
    assert stage.kept() == []


def test_without_a_history_a_run_does_not_begin(stage: Stage) -> None:
    stage.new_run()
    store, stage.store = stage.store, None
    stage.page.new.start.click()
    stage.store = store
    assert stage.refusal().startswith("The history can't be written, so no answer could be kept.")


def test_where_memory_is_short_the_compare_page_gives_its_own_back(stage: Stage) -> None:
    stage.refusals = [NotEnoughMemory("Too little."), NotEnoughMemory("Still too little, it takes a moment.")]
    stage.has_room_to_give = True
    stage.start()
    assert stage.room_given == 1
    stage.stop()


def test_a_model_that_is_gone_when_the_run_goes_on_is_named_in_its_place(stage: Stage) -> None:
    stage.start()
    stage.let_answer(1)
    stage.stop()
    stage.gone = ModelNotFound("The model the chat of this run is not on this computer.", "Put the file back.")
    stage.panel.resume.click()
    stage.wait(lambda: stage.fault() == "The model the chat of this run is not on this computer. Put the file back.")
    assert stage.state() == "Stopped at 2 of 12 answers."
    stage.gone = None
    stage.resume()
    assert stage.fault() == ""
    stage.finish()


def test_what_failed_is_counted_and_can_be_asked_again(stage: Stage) -> None:
    def too_long(row: Row, prompt: str) -> str:
        if prompt == "My cat is Mia." and row.contestant.model is BASE:
            raise PromptRejected("It is too long.")
        return echo(row, prompt)

    stage.say = too_long
    stage.start()
    for engine in stage.engines.values():
        engine.permits.release(100)
    stage.wait(lambda: stage.state() == "Finished.")
    assert stage.panel.sides[Side.A].failed.text() == "2 failed"
    assert not stage.panel.sides[Side.B].failed.isVisible()
    stage.say = None
    before = stage.engines
    stage.panel.again.click()
    stage.wait(lambda: stage.engines is not before)
    stage.finish()
    assert [prompt for _, prompt in stage.asked()] == ["My cat is Mia.", "What is she called?"] * 2
    assert not stage.panel.again.isVisible()


def test_a_deleted_run_goes_into_the_trash_and_comes_back(stage: Stage) -> None:
    stage.start()
    stage.finish()
    stage.wait(lambda: stage.panel.delete.isVisible())
    stage.panel.delete.click()
    stage.wait(lambda: stage.listed() == [] and stage.page.undo.isVisible())
    assert stage.page.undo.text() == "The run of “Small suite” is in the trash."
    assert not stage.page.shows_run
    stage.page.undo.button.click()
    stage.wait(lambda: stage.listed() == [("Small suite", "Finished, 12 answers")])


def test_a_run_that_goes_on_is_not_deleted(stage: Stage, qtbot: QtBot) -> None:
    stage.start()
    stage.page.runs.setFocus()
    qtbot.keyClick(stage.page.runs, Qt.Key.Key_Delete)
    assert stage.page.message.text() == "This run is going on. Stop it first."
    stage.stop()


def test_a_run_that_was_deleted_on_another_page_leaves_the_list(stage: Stage) -> None:
    stage.start()
    stage.finish()
    assert stage.store is not None
    (kept,) = stage.store.read(sessions.listed).result()
    stage.store.write(trash.put_session, kept.id).result()
    stage.wait(lambda: stage.listed() == [])


def test_a_run_of_a_suite_that_cant_be_read_is_listed_and_says_so(stage: Stage) -> None:
    stage.start()
    stage.finish()
    assert stage.store is not None

    def spoil(work: object) -> None:
        from sqlalchemy import text

        work.db.execute(text("UPDATE run SET suite = '{}'"))  # type: ignore[attr-defined]

    stage.store.write(spoil).result()
    stage.close()
    stage.open()
    stage.wait(lambda: stage.listed() == [("Small suite", "Finished, 12 answers")])
    assert "can't be read" in stage.page._none._sentence.text()


def test_the_votes_and_the_outcome_are_shown_beside_it(stage: Stage) -> None:
    stage.start()
    stage.finish()
    stage.panel.vote.click()
    assert stage.page.run.voting is not None
    stage.wait(lambda: stage.page.run.voting is not None and stage.page.run.voting.isVisible())
    assert not stage.page.runs.isVisible()  # in a small window the two answers need the room
    stage.page.run.voting.closed.emit()
    assert stage.panel.isVisible()
    assert stage.page.runs.isVisible()
    stage.panel.look.click()
    stage.wait(lambda: stage.page.run.outcome is not None and stage.page.run.outcome.isVisible())


def test_every_button_has_a_name_and_a_tip(stage: Stage) -> None:
    stage.new_run()
    _look_at_buttons(stage)
    stage.page.new.start.click()
    stage.wait(lambda: stage.page.shows_run)
    _look_at_buttons(stage)
    stage.stop()
    _look_at_buttons(stage)


def test_a_strangers_suite_is_plain_text_everywhere(stage: Stage, home: Path) -> None:
    path = home / "data" / "suites" / "small.toml"
    path.write_text(SMALL_BUT_HOSTILE)
    stage.new_run()
    texts = [label for label in stage.page.findChildren(QLabel) if "<b>" in label.text()]
    assert texts
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in texts)
    stage.page.new.start.click()
    stage.wait(lambda: stage.page.shows_run)
    shown = [label for label in stage.page.run.findChildren(QLabel) if "<b>" in label.text()]
    assert shown
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in shown)
    stage.stop()


SMALL_BUT_HOSTILE = """
id = "aaa-small"
title = "<b>Small</b> suite"
shows = "<b>Bold</b>"
[[items]]
id = "sky"
prompt = "<b>Why?</b>"
"""


def _look_at_buttons(stage: Stage) -> None:
    for button in stage.page.findChildren(QAbstractButton):
        if button.isVisible() and button.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert button.accessibleName() or button.text(), button.objectName()
            assert button.toolTip(), button.text()
