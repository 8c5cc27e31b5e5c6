"""A learner takes a lesson: reads, guesses, lets models answer, votes, and thinks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lab.errors import LabError
from lab.records import Side, VoteChoice
from tests.unit.ui.lessons.stage import BASE, GUESS, JUDGE, LOOK, READ, THINK, TRY, VOTE, Stage


def test_the_list_shows_what_ships_and_the_users_own(stage: Stage) -> None:
    assert list(stage.page.list.cards)[-1] == "small"
    assert len(stage.page.list.cards) >= 7


def test_a_bad_lesson_is_told_above_the_others(stage: Stage, home: Path) -> None:
    (home / "data" / "lessons" / "bad.md").write_text("## No title\n\ntext")
    stage.page.hide()
    stage.page.show()
    told = [each.text() for each in stage.page.list.findChildren(type(stage.page.lesson._where)) if each.text()]
    assert any(text.startswith("bad.md, line 1: a lesson begins with its title") for text in told)


def test_a_learner_goes_on_only_after_the_guess(stage: Stage) -> None:
    stage.go_to(GUESS)
    assert not stage.next.isEnabled()
    stage.press(2)
    assert stage.next.isEnabled()
    stage.press(1)
    assert stage.step.choices is not None
    assert [button.isChecked() for button in stage.step.choices.buttons] == [False, True]


def test_keys_lead_forth_and_back(stage: Stage, qtbot: QtBot) -> None:
    stage.go_to(READ)
    qtbot.waitUntil(stage.next.hasFocus)
    qtbot.keyClick(stage.next, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert stage.place == GUESS
    qtbot.keyClick(stage.page.lesson, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert stage.place == READ


def test_a_run_asks_its_prompts_one_after_the_other_and_none_hears_the_one_before(stage: Stage) -> None:
    stage.go_to(TRY)
    stage.ask()
    assert stage.controller.running
    stage.say("base one", "chat one")
    stage.say("base two", "chat two")
    assert not stage.controller.running
    asked = [next(iter(each.values())) for each in stage.runner.asked]
    assert [each.prompt for each in asked] == ["One?", "Two?"]
    assert all(each.turns == () for each in asked)


def test_what_was_asked_is_one_tagged_conversation_in_the_history(stage: Stage) -> None:
    stage.go_to(VOTE)
    assert stage.kept_sessions() == [("Small: Try", ("lesson",), 2)]


def test_in_a_blind_run_nothing_tells_who_is_who_and_both_answers_come_together(stage: Stage) -> None:
    stage.go_to(TRY)
    stage.ask()
    assert "Hidden" in stage.shown(Side.A)
    stage.say("I am the base, they say", "chat one")
    stage.say("base two", "chat two")
    assert "two" not in stage.shown(Side.A).split("|")[0]
    stage.step.pairs.go_to(0)  # type: ignore[union-attr]
    shown = stage.shown(Side.A)
    assert "they say" in shown
    assert BASE.name not in shown
    assert "ended" not in shown
    asked_in = stage.store.read(_newest).result()
    assert stage.is_hidden(asked_in)
    stage.controller.leave()
    assert stage.is_hidden(asked_in)
    stage.go_to(LOOK)
    assert not stage.is_hidden(asked_in)


def test_votes_are_kept_blind_and_lead_to_the_next_pair(stage: Stage) -> None:
    stage.go_to(VOTE)
    assert not stage.next.isEnabled()
    stage.press(4)
    assert stage.step.pairs is not None
    assert stage.step.pairs.place == 1
    stage.press(2)
    assert stage.next.isEnabled()
    assert [(vote.choice, vote.blind, vote.rater) for vote in stage.votes()] == [
        (VoteChoice.B, True, "me"),
        (VoteChoice.TIE, True, "me"),
    ]


def test_one_votes_with_the_number_keys_alone(stage: Stage, qtbot: QtBot) -> None:
    stage.go_to(VOTE)
    assert stage.step.ballot is not None
    qtbot.waitUntil(stage.step.ballot._keys[0].hasFocus)
    for key in (Qt.Key.Key_3, Qt.Key.Key_1):
        qtbot.keyClick(stage.page.window().focusWidget(), key)
    assert [vote.choice for vote in stage.votes()] == [VoteChoice.BOTH_BAD, VoteChoice.A]
    qtbot.waitUntil(stage.next.hasFocus)


def test_the_keyboard_stays_with_the_lesson_while_its_answers_are_read_again(stage: Stage, qtbot: QtBot) -> None:
    stage.go_to(VOTE)
    stage.close()
    stage.open()
    stage.controller.open("small")
    qtbot.waitUntil(lambda: "base one" in stage.shown(Side.A))
    focused = stage.page.window().focusWidget()
    assert focused is stage.page.lesson or stage.page.lesson.isAncestorOf(focused)
    qtbot.keyClick(focused, Qt.Key.Key_4)
    assert [vote.choice for vote in stage.votes()] == [VoteChoice.B]


def test_the_reveal_names_both_and_tells_guess_and_votes(stage: Stage) -> None:
    stage.go_to(LOOK)
    assert stage.step._told.text() == "You had said: “The base model”\nYour votes – the base: 1, the chat: 1"
    assert stage.shown(Side.A).startswith("the base | ")
    assert "ended by itself" in stage.shown(Side.A)


def test_votes_follow_the_model_when_chance_has_put_it_on_the_other_side(stage: Stage) -> None:
    stage.swaps = True
    stage.go_to(VOTE)
    stage.press(1)
    stage.press(1)
    stage.next.click()
    assert stage.step._told.text().endswith("Your votes – the chat: 2")
    assert stage.shown(Side.A).startswith("the chat | ")


def test_after_the_reveal_the_blind_votes_are_closed(stage: Stage) -> None:
    stage.go_to(LOOK)
    stage.page.lesson._back.click()
    stage.press(2)
    assert len(stage.votes()) == 2
    assert stage.next.isEnabled()


def test_after_the_reveal_a_blind_run_is_not_judged_either(stage: Stage) -> None:
    stage.go_to(JUDGE)
    stage.press(1)
    assert stage.correct() == []
    assert stage.step.ballot is not None
    assert not stage.step.ballot.isEnabled()


def test_what_is_correct_is_judged_apart_from_what_is_better(stage: Stage, home: Path) -> None:
    path = home / "data" / "lessons" / "small.md"
    path.write_text(path.read_text("utf-8").replace("blind = true\n", ""), "utf-8")
    stage.page.hide()
    stage.page.show()
    stage.go_to(JUDGE)
    for key in (1, 4, 2, 3):
        stage.press(key)
    assert stage.correct() == [True, False, False, True]
    assert [vote.choice for vote in stage.votes()] == [VoteChoice.B, VoteChoice.A]
    assert not any(vote.blind for vote in stage.votes())
    assert stage.next.isEnabled()


def test_a_question_explains_each_choice_and_the_last_step_ends_the_lesson(stage: Stage) -> None:
    stage.go_to(THINK)
    stage.press(2)
    assert stage.step.choices is not None
    assert stage.step.choices._said.text() == "Not quite. Hardly."
    stage.press(1)
    assert stage.step.choices._said.text() == "Right. Because."
    stage.next.click()
    assert stage.controller.taking is None
    assert stage.page.list.cards["small"].button.text() == "Look again"


def test_one_goes_on_where_one_left_off_after_a_restart(stage: Stage, qtbot: QtBot) -> None:
    stage.go_to(VOTE)
    stage.press(4)
    stage.close()
    stage.open()
    assert stage.page.list.cards["small"].button.text() == "Go on"
    stage.controller.open("small")
    assert stage.place == VOTE
    qtbot.waitUntil(lambda: "base one" in stage.shown(Side.A))
    assert stage.step.ballot is not None
    assert stage.step.ballot._votes[VoteChoice.B].isChecked()
    assert "Hidden" in stage.shown(Side.A)


def test_another_learner_has_a_progress_and_votes_of_their_own(stage: Stage) -> None:
    stage.go_to(LOOK)
    stage.preferences.change(rater="Ada", raters=("Ada",))
    assert stage.controller.taking is None
    stage.go_to(LOOK)
    assert {vote.rater for vote in stage.votes()} == {"Ada"}
    stage.preferences.change(rater="")
    stage.controller.open("small")
    assert stage.place == LOOK


def test_a_lesson_can_be_begun_anew(stage: Stage) -> None:
    stage.go_to(LOOK)
    stage.controller.leave()
    stage.page.list.begun_anew.emit("small")
    assert stage.place == READ
    assert [number for *_, number in stage.kept_sessions()] == [2]


def test_a_run_can_be_stopped_and_what_was_said_stays(stage: Stage) -> None:
    stage.go_to(TRY)
    stage.ask()
    stage.say("base one", "chat one")
    stage.step.stop_asked.emit()
    assert stage.runner.stopped == [None]
    stage.cancel()
    assert not stage.controller.running
    assert len(stage.runner.asked) == 2
    assert stage.next.isEnabled()


def test_leaving_the_page_gives_the_memory_back_once_nothing_is_answered(stage: Stage) -> None:
    stage.go_to(TRY)
    stage.ask()
    stage.page.hide()
    assert stage.runner.unloaded == []
    stage.say("base one", "chat one")
    stage.say("base two", "chat two")
    assert set(stage.runner.unloaded) == set(Side)


def test_a_missing_model_is_told_with_the_way_to_one(stage: Stage, qtbot: QtBot) -> None:
    stage.models = (BASE,)
    stage.go_to(TRY)
    stage.ask()
    assert "needs a chat model" in stage.step._hint.text()
    with qtbot.waitSignal(stage.page.models_asked):
        stage.step._get.click()


def test_what_stands_in_the_way_is_told_and_one_may_try_again(stage: Stage) -> None:
    stage.go_to(TRY)
    stage.busy_elsewhere = LabError("The compare page is still answering.", "Wait for it.")
    stage.ask()
    assert "still answering" in stage.step._hint.text()
    stage.busy_elsewhere = None
    stage.loading.refusal = LabError("Too little memory.", "Close something.")
    stage.ask()
    assert "Too little memory." in stage.step._hint.text()
    assert not stage.controller.running
    stage.loading.refusal = None
    stage.do()
    assert stage.next.isEnabled()


def test_a_run_that_can_not_be_asked_again_keeps_the_answers_it_has(stage: Stage) -> None:
    stage.go_to(TRY)
    stage.do()
    before = stage.controller.taking
    assert before is not None
    asking = before.progress.asking(TRY)
    stage.busy_elsewhere = LabError("The compare page is still answering.", "Wait for it.")
    stage.ask()
    assert before.progress.asking(TRY) == asking
    assert "base one" in stage.shown(Side.A)
    assert "still answering" in stage.step._hint.text()
    assert stage.is_hidden(asking.session_id)
    assert stage.next.isEnabled()


def test_each_run_follows_the_preferences_of_that_moment(stage: Stage) -> None:
    stage.preferences.change(threads=3, context_tokens=2048)
    stage.go_to(TRY)
    stage.ask()
    assert (stage.runner.threads, stage.runner.options.context_tokens) == (3, 2048)
    stage.step.stop_asked.emit()
    stage.cancel()


def test_models_that_fail_are_told_and_nobody_must_vote_on_nothing(stage: Stage) -> None:
    stage.go_to(TRY)
    stage.ask()
    stage.die()
    assert not stage.controller.running
    assert len(stage.runner.asked) == 1
    assert stage.shown(Side.A).endswith("|  | It failed.")
    stage.next.click()
    assert stage.step.ballot is not None
    assert not stage.step.ballot.isEnabled()
    assert stage.next.isEnabled()
    stage.next.click()
    assert "The model's process stopped." in stage.shown(Side.A)
    for _ in range(2):
        stage.page.lesson._back.click()
    stage.do()
    assert len(stage.runner.asked) == 3


def test_deleted_answers_are_told(stage: Stage, qtbot: QtBot) -> None:
    stage.go_to(VOTE)
    stage.close()
    stage.open()
    stage.delete_answers()
    stage.controller.open("small")
    qtbot.waitUntil(lambda: "deleted from the history" in stage.shown(Side.A))
    assert stage.next.isEnabled()


def _newest(work: object) -> str:
    from lab.storage import sessions

    return sessions.listed(work)[0].id  # type: ignore[arg-type]
