"""What happens on the suites page while something else does: other windows, other pages, other raters, recordings."""

from __future__ import annotations

from pathlib import Path

from lab.errors import ModelNotFound, PromptRejected
from lab.generation.batch_rows import Row
from lab.recording.saving import Telling, save_run
from lab.recording.taking import take_in
from lab.records import Framing, Side, VoteChoice
from lab.storage import Store, runs, trash, votes
from tests.unit.runs.asking import echo
from tests.unit.ui.suites.page_stage import BASE, Stage


def test_a_form_that_is_open_stays_when_another_run_goes_on(stage: Stage) -> None:
    stage.start()
    stage.let_answer(1)
    stage.stop()
    before = stage.engines
    stage.panel.resume.click()
    stage.new_run()
    stage.wait(lambda: stage.engines is not before and stage.listed() == [("Small suite", "Running, 2 of 12")])
    assert stage.page.shows_new
    stage.page.new.left.emit()
    assert stage.performer.run_id  # leaving the form ends only what the form has begun
    assert stage.page.shows_run
    stage.stop()


def test_who_votes_is_not_interrupted_when_the_run_goes_on(stage: Stage) -> None:
    stage.start()
    stage.let_answer(2)
    stage.stop()
    before = stage.engines
    stage.panel.resume.click()
    stage.page.run.look_at("vote")
    stage.wait(lambda: stage.engines is not before and stage.listed() == [("Small suite", "Running, 4 of 12")])
    assert stage.page.run.looks_at == "vote"
    stage.page.run.look_at("run")
    stage.stop()


def test_a_form_keeps_what_was_typed_while_another_page_is_looked_at(stage: Stage) -> None:
    stage.new_run()
    new = stage.page.new
    new.samples.setValue(7)
    new.seed.setValue(4242)
    new.models[Side.B].setCurrentIndex(0)
    new.framings[Side.B].setCurrentIndex(new.framings[Side.B].findData(Framing.QA.value))
    stage.page.hide()
    stage.page.show()
    stage.controller.shelf.read()
    stage.wait(lambda: new.picker.suite is not None)
    assert (new.samples.number(), new.seed.number()) == (7, 4242)
    assert new.models[Side.B].currentData() == BASE
    assert new.framings[Side.B].currentData() == Framing.QA
    stage.page.new_asked.emit()
    assert new.samples.number() == 2  # a new form has the suite's own


def test_a_run_that_another_program_is_at_is_followed(stage: Stage, home: Path) -> None:
    stage.start()
    stage.let_answer(1)
    stage.stop()
    stage.wait(lambda: stage.listed() == [("Small suite", "Stopped, 2 of 12")])
    run_id = stage.page.runs.rows.lines[0].run.id
    other = Store(home / "data" / "history.db")
    other.write(runs.claim, run_id).result()
    stage.controller.reload()
    stage.wait(lambda: stage.state() == "Another window or command is at this run.")
    assert not stage.panel.resume.isVisible()
    stage.controller._look_again.setInterval(10)
    stage.controller.reload()
    other.write(runs.release, run_id, finished=False).result()
    stage.wait(lambda: stage.panel.resume.isVisible())
    other.close()


def test_the_last_run_comes_back_into_sight_out_of_the_trash(stage: Stage) -> None:
    stage.start()
    stage.finish()
    stage.wait(lambda: stage.panel.delete.isVisible())
    stage.panel.delete.click()
    stage.wait(lambda: stage.listed() == [] and stage.page.undo.isVisible())
    stage.page.undo.button.click()
    stage.wait(lambda: stage.page.shows_run and stage.state() == "Finished.")


def test_no_text_is_shown_beside_the_names_while_a_blind_vote_is_not_over(stage: Stage) -> None:
    stage.start()
    stage.let_answer(2)
    assert stage.panel._latest.isVisible()
    assert stage.store is not None
    (run,) = stage.store.read(runs.listed).result()
    pair = stage.store.read(runs.places, run.id).result()[0].comparison_id
    stage.store.write(votes.cast, pair, VoteChoice.A, blind=True).result()
    stage.wait(lambda: stage.hidden.is_hidden(run.session_id))
    assert not stage.panel._latest.isVisible()
    stage.let_answer(1)
    assert not stage.panel._latest.isVisible()
    stage.finish()


def test_why_a_run_did_not_begin_is_said_also_where_another_one_is_looked_at(stage: Stage) -> None:
    stage.start()
    stage.finish()
    stage.wait(lambda: stage.listed() == [("Small suite", "Finished, 12 answers")])
    stage.new_run()
    stage.gone = ModelNotFound("It is gone.")
    stage.page.new.start.click()
    stage.page.runs.chosen.emit(stage.page.runs.rows.lines[0].run.id)
    stage.wait(lambda: stage.page.message.text() == "It is gone.")


def test_what_failed_and_may_not_go_is_not_asked_again_in_silence(stage: Stage) -> None:
    def too_long(row: Row, prompt: str) -> str:
        if prompt == "Why is the sky blue?" and row.contestant.model is BASE:
            raise PromptRejected("It is too long.")
        return echo(row, prompt)

    stage.say = too_long
    stage.start()
    for engine in stage.engines.values():
        engine.permits.release(100)
    stage.wait(lambda: stage.panel.again.isVisible())
    assert stage.store is not None
    (run,) = stage.store.read(runs.listed).result()
    for place in stage.store.read(runs.places, run.id).result():
        stage.store.write(trash.put_comparison, place.comparison_id).result()
    before = stage.engines
    stage.panel.again.click()
    stage.wait(lambda: stage.page.message.text().startswith("Nothing can be asked again"))
    assert stage.engines is before


def test_a_recorded_run_says_so_and_which_model_it_would_need(stage: Stage, home: Path, tmp_path: Path) -> None:
    stage.start()
    stage.let_answer(2)
    stage.stop()
    assert stage.store is not None
    (run,) = stage.store.read(runs.listed).result()
    file = tmp_path / "run.counterpoint"
    save_run(stage.store, run.id, file, Telling(by="Ada"))
    assert not stage.panel._recorded.isVisible()
    take_in(stage.store, file, home / "data" / "recordings")
    stage.controller.open_new(run.id)
    stage.wait(lambda: stage.panel._recorded.isVisible())
    assert stage.panel._recorded.text().endswith(" by Ada. Nothing is computed here.")
    assert stage.panel._doing.text() == "To go on, it needs the model the base, which is not here."
    assert not stage.panel.resume.isVisible()
    assert stage.panel.vote.isVisible()


def test_the_keyboard_never_comes_by_itself_to_what_deletes_or_reveals(stage: Stage) -> None:
    stage.start()
    stage.finish()
    stage.wait(lambda: stage.panel.delete.isVisible())
    stage.page.activateWindow()
    stage.wait(stage.page.isActiveWindow)
    stage.new_run()
    stage.page.new.left.emit()
    assert stage.page.focusWidget() is stage.page.runs
    stage.panel.vote.setFocus()
    stage.panel.vote.click()
    voting = stage.page.run.voting
    assert voting is not None
    stage.wait(voting.vote_bar.has_focus)
    stage.page.run.look_at("outcome")
    assert stage.page.run.segments.isAncestorOf(stage.page.focusWidget())


def test_a_run_that_has_just_ended_here_is_never_said_to_run_elsewhere(stage: Stage) -> None:
    stage.start()
    stage.let_answer(1)
    said: list[str] = []
    stage.page.runs.rows.dataChanged.connect(lambda *_: said.extend(state for _, state in stage.listed()))
    stage.panel.stop.click()
    stage.wait(lambda: stage.listed() == [("Small suite", "Stopped, 2 of 12")])
    assert "Stopped, 2 of 12" in said
    assert not any("elsewhere" in each for each in said)
