"""What comes into the history of a computer on which a recording is opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from lab.errors import HistoryReadOnly
from lab.lessons.progress import Progress
from lab.recording.recording import with_hidden
from lab.recording.saving import Telling, save_lesson, save_run
from lab.recording.shelf import forget, recorded_lessons, recorded_run, recordings
from lab.recording.taking import ImportStopped, take_in
from lab.recording.words import judgements_told, recorded_vote, recorder, told, votes_told
from lab.records import RunState, Side, VoteChoice
from lab.storage import Store, comparisons, runs, sessions, votes
from tests.unit.recording.making import TRY, lesson, ran, taken, texts
from tests.unit.storage.samples import compared


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "it.counterpoint"


def test_a_lesson_comes_in_with_its_answers_and_votes(here: Store, there: Store, folder: Path, path: Path) -> None:
    progress = taken(here)
    save_lesson(here, lesson(), progress, path, Telling(by="Ada"))
    kept = take_in(there, path, folder).kept
    assert texts(there) == texts(here)
    assert kept.recording.asking(TRY) == progress.asking(TRY)
    first = progress.asking(TRY).comparisons[0]
    (vote,) = there.read(votes.current, first).result()
    assert (vote.choice, vote.blind, vote.rater) == (VoteChoice.A, True, kept.recorder_here)
    assert kept.recorder_here == "Ada (recorded)"
    assert set(kept.raters) == {"Ada (recorded)", "Bo"}
    assert kept.raters[0] == kept.recorder_here


def test_a_run_comes_in_with_no_path(here: Store, there: Store, folder: Path, path: Path) -> None:
    run = ran(here)
    save_run(here, run.id, path, Telling())
    taken_in = take_in(there, path, folder)
    kept = there.read(runs.get, run.id).result()
    assert (kept.suite, kept.a.model.path, kept.state) == (run.suite, "", RunState.STOPPED)
    remembered = recorded_run(folder, run.id)
    assert remembered == taken_in.kept
    assert recorded_run(folder, "another") is None
    assert recorded_lessons(folder) == []


def test_opened_twice_it_is_there_once_and_one_backup_is_enough(
    here: Store, there: Store, folder: Path, path: Path
) -> None:
    compared(there)
    save_lesson(here, lesson(), taken(here), path, Telling())
    first, second = (take_in(there, path, folder) for _ in range(2))
    assert first.summary.changed
    assert not second.summary.changed
    assert first.backup is not None
    assert second.backup is None
    assert len(there.read(sessions.listed).result()) == 2
    assert recordings(folder) == [first.kept]


def test_a_later_recording_of_the_same_adds_what_is_new(here: Store, there: Store, folder: Path, path: Path) -> None:
    progress = taken(here)
    save_lesson(here, lesson(), progress, path, Telling())
    take_in(there, path, folder)
    here.write(votes.cast, progress.asking(TRY).comparisons[1], VoteChoice.B).result()
    save_lesson(here, lesson(), progress, path, Telling())
    assert take_in(there, path, folder).summary.added["vote"] == 1
    assert len(recorded_lessons(folder)) == 2


def test_on_the_recorders_own_computer_nothing_is_doubled(here: Store, folder: Path, path: Path) -> None:
    save_lesson(here, lesson(), taken(here), path, Telling())
    opened = take_in(here, path, folder)
    assert not opened.summary.changed
    assert opened.kept.recorder_here == "me"


def test_a_namesake_stays_somebody_else(here: Store, there: Store, folder: Path, path: Path) -> None:
    there.write(votes.cast, compared(there), VoteChoice.A, rater="Bo").result()
    progress = taken(here)
    save_lesson(here, lesson(), progress, path, Telling(rater="Bo", by="Bo"))
    kept = take_in(there, path, folder).kept
    assert kept.recorder_here == "Bo (2)"
    cast = there.read(votes.current, progress.asking(TRY).comparisons[1]).result()
    assert recorded_vote(kept, cast) == "Vote of Bo: Tie."


def test_whoever_votes_here_votes_apart(here: Store, there: Store, folder: Path, path: Path) -> None:
    progress = taken(here)
    save_lesson(here, lesson(), progress, path, Telling(by="Ada"))
    kept = take_in(there, path, folder).kept
    first = progress.asking(TRY).comparisons[0]
    there.write(votes.cast, first, VoteChoice.B).result()
    cast = there.read(votes.current, first).result()
    assert len(cast) == 2
    assert recorded_vote(kept, cast) == "Vote of Ada: A is better."


def test_stopped_it_takes_nothing_and_remembers_nothing(here: Store, there: Store, folder: Path, path: Path) -> None:
    save_lesson(here, lesson(), taken(here), path, Telling())
    with pytest.raises(ImportStopped):
        take_in(there, path, folder, lambda: True)
    assert texts(there) == []
    assert recordings(folder) == []


def test_a_history_that_can_not_be_written_takes_nothing(here: Store, folder: Path, path: Path, tmp_path: Path) -> None:
    save_lesson(here, lesson(), taken(here), path, Telling())
    (tmp_path / "file").write_text("in the way")
    with Store(tmp_path / "file" / "history.db") as fleeting, pytest.raises(HistoryReadOnly):
        take_in(fleeting, path, folder)


def test_what_is_remembered_can_be_let_go(here: Store, there: Store, folder: Path, path: Path) -> None:
    progress = taken(here)
    save_lesson(here, lesson(), progress, path, Telling())
    kept = take_in(there, path, folder).kept
    (folder / "damaged.json").write_bytes(b"{}")
    assert recorded_lessons(folder) == [kept]
    forget(folder, kept)
    assert recorded_lessons(folder) == []
    assert there.read(comparisons.get, progress.asking(TRY).comparisons[0]).result().prompt == "One?"


def test_blind_steps_are_marked_before_they_are_looked_at(here: Store, there: Store, folder: Path, path: Path) -> None:
    progress = taken(here)
    save_lesson(here, lesson(), progress, path, Telling())
    recording = take_in(there, path, folder).kept.recording
    marked = with_hidden(Progress(), recording).asking(TRY)
    assert (marked.comparisons, marked.blind, marked.session_id) == ((), True, progress.asking(TRY).session_id)
    assert with_hidden(progress, recording) == progress


def test_what_is_said_of_a_recording_and_its_votes(here: Store, there: Store, folder: Path, path: Path) -> None:
    save_lesson(here, lesson(), taken(here), path, Telling(by="Ada"))
    kept = take_in(there, path, folder).kept
    head, ada = kept.recording.head, kept.recorder_here
    assert told(head, "today") == "Recorded on today by Ada. Nothing is computed here."
    assert recorder(head) == "Ada"
    assert votes_told(kept, {ada: VoteChoice.BOTH_BAD, "me": VoteChoice.A}) == "Vote of Ada: Both bad."
    both = {ada: VoteChoice.A, "Bo": VoteChoice.A}
    assert votes_told(kept, both) == "Recorded votes – A is better: 2"
    assert votes_told(kept, {ada: None, "me": VoteChoice.A}) == ""
    assert judgements_told(kept, {ada: {Side.A: True, Side.B: False}}) == "Opinion of Ada – A: correct, B: not correct"
    assert judgements_told(kept, {ada: {Side.A: True}, "Bo": {Side.A: False}}) == "Held to be correct – A: 1 of 2"
    assert judgements_told(kept, {ada: {Side.A: None}}) == ""


def test_a_recorder_without_a_name_is_the_recorder(here: Store, there: Store, folder: Path, path: Path) -> None:
    save_lesson(here, lesson(), taken(here), path, Telling())
    head = take_in(there, path, folder).kept.recording.head
    assert recorder(head) == "the recorder"
    assert told(head, "today") == "Recorded on today. Nothing is computed here."


def test_a_recorder_is_never_taken_for_somebody_of_here(here: Store, there: Store, folder: Path, path: Path) -> None:
    there.write(votes.cast, compared(there), VoteChoice.A, rater="Ada (recorded)").result()
    there.write(votes.cast, compared(there), VoteChoice.A, rater="Ada").result()
    save_lesson(here, lesson(), taken(here), path, Telling(by="Ada"))
    assert take_in(there, path, folder).kept.recorder_here == "Ada (recorded 2)"
    assert take_in(there, path, folder).kept.recorder_here == "Ada (recorded 2)"


def test_a_recorder_whom_nobody_names_keeps_the_number(here: Store, there: Store, folder: Path, path: Path) -> None:
    save_lesson(here, lesson(), taken(here), path, Telling())
    assert take_in(there, path, folder).kept.recorder_here.startswith("me@")


def test_of_several_who_are_me_elsewhere_none_is_the_recorder_for_sure(
    here: Store, there: Store, folder: Path, path: Path
) -> None:
    progress = taken(here)
    here.write(votes.cast, progress.asking(TRY).comparisons[0], VoteChoice.B, rater="me@1234567890").result()
    save_lesson(here, lesson(), progress, path, Telling(by="Ada"))
    kept = take_in(there, path, folder).kept
    assert kept.recorder_here.startswith("me@")
    assert len(kept.raters) == 3
