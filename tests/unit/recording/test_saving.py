"""What goes into a recording, and what stays out of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lab.errors import LabError, NotInHistory
from lab.lessons.progress import Progress
from lab.recording.reading import look
from lab.recording.recording import Recorded
from lab.recording.saving import Saved, Telling, save_lesson, save_run
from lab.records import Side, VoteChoice
from lab.storage import Store, comparisons, trash, votes
from tests.unit.recording.making import LESSON, TRY, history_of, lesson, members, ran, taken
from tests.unit.storage.samples import compared


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "it.counterpoint"


def kinds(path: Path) -> list[str]:
    return [line["type"] for line in history_of(path)]


def test_a_lesson_has_its_text_its_steps_and_its_answers(here: Store, path: Path) -> None:
    progress = taken(here)
    assert save_lesson(here, lesson(), progress, path, Telling(by="Ada")) == Saved(comparisons=2, votes=2)
    recording = look(path)
    assert (recording.head.recorded, recording.head.title, recording.head.by) == (Recorded.LESSON, "Small", "Ada")
    assert members(path)["lesson.md"].decode() == LESSON
    assert recording.lesson == lesson()
    assert recording.asking(TRY) == progress.asking(TRY)
    assert recording.asking(0).comparisons == ()


def test_a_run_has_its_suite_and_its_answers(here: Store, path: Path) -> None:
    run = ran(here)
    assert save_run(here, run.id, path, Telling()) == Saved(comparisons=1, votes=1)
    head = look(path).head
    assert (head.recorded, head.run_id, head.title, head.by) == (Recorded.RUN, run.id, "Small", "")
    assert next(line["suite"] for line in history_of(path) if line["type"] == "run") == run.suite


def test_notes_stay_out_unless_they_are_asked_for(here: Store, path: Path) -> None:
    progress = taken(here)
    save_lesson(here, lesson(), progress, path, Telling())
    assert "note" not in kinds(path)
    assert b"secret" not in b"".join(members(path).values())
    save_lesson(here, lesson(), progress, path, Telling(notes=True))
    assert "note" in kinds(path)


def test_without_votes_nobody_is_named(here: Store, path: Path) -> None:
    saved = save_lesson(here, lesson(), taken(here), path, Telling(votes=False))
    assert saved.votes == 0
    assert not {"vote", "judgement", "rater"} & set(kinds(path))
    assert b"Bo" not in members(path)["history.jsonl"]
    assert look(path).head.rater == ""


def test_the_recorder_is_known_by_the_name_that_their_votes_have(here: Store, path: Path) -> None:
    progress = taken(here)
    save_lesson(here, lesson(), progress, path, Telling())
    assert look(path).head.rater.startswith("me@")
    save_lesson(here, lesson(), progress, path, Telling(rater="Bo"))
    assert look(path).head.rater == "Bo"
    save_lesson(here, lesson(), progress, path, Telling(rater="Nobody"))
    assert look(path).head.rater == ""


def test_only_the_lessons_own_comparisons_go_in(here: Store, path: Path) -> None:
    progress = taken(here)
    asking = progress.asking(TRY)
    compared(here, "Something private", session_id=asking.session_id, parent_id=asking.comparisons[0])
    compared(here, "Something else", session_id=asking.session_id)
    compared(here, "Elsewhere")
    save_lesson(here, lesson(), progress, path, Telling())
    assert [line["prompt"] for line in history_of(path) if line["type"] == "comparison"] == ["One?", "Two?"]


def test_no_path_of_a_model_goes_in_not_even_in_what_went_wrong(here: Store, path: Path) -> None:
    run = ran(here, Side.A)
    problem = "/models/bob.gguf can't be read. Look into /models."
    from lab.storage import runs
    from tests.unit.storage.test_runs import answered

    here.write(runs.keep_answer, answered(run, Side.B, response=None, problem=problem)).result()
    save_run(here, run.id, path, Telling())
    assert b"/models" not in b"".join(members(path).values())
    said = [line["problem"] for line in history_of(path) if line["type"] == "answer" and line["problem"]]
    assert said == ["bob can't be read. Look into …."]


def test_what_is_in_the_trash_stays_out(here: Store, path: Path) -> None:
    progress = taken(here)
    first, second = progress.asking(TRY).comparisons
    here.write(trash.put_comparison, first).result()
    assert save_lesson(here, lesson(), progress, path, Telling()).comparisons == 1
    recorded = look(path).asking(TRY)
    assert (recorded.comparisons, recorded.sides) == ((second,), (Side.B,))
    assert here.read(comparisons.get, first).result().prompt == "One?"


def test_a_lesson_without_answers_is_not_recorded_and_nothing_is_written(here: Store, path: Path) -> None:
    with pytest.raises(NotInHistory, match="nothing to record"):
        save_lesson(here, lesson(), Progress(), path, Telling())
    run = ran(here, Side.A)
    here.write(trash.put_comparison, "c-sky").result()
    with pytest.raises(NotInHistory, match="nothing to record"):
        save_run(here, run.id, path, Telling())
    assert list(path.parent.glob("*.counterpoint")) + list(path.parent.glob("*.new")) == []


def test_a_run_half_done_can_be_recorded(here: Store, path: Path) -> None:
    run = ran(here, Side.A)
    assert save_run(here, run.id, path, Telling()).comparisons == 1


def test_a_recording_never_takes_the_place_of_the_history(here: Store) -> None:
    run = ran(here)
    with pytest.raises(LabError, match="is the history itself"):
        save_run(here, run.id, here.path, Telling())


def test_a_vote_taken_back_is_in_it_and_is_not_counted(here: Store, path: Path) -> None:
    run = ran(here)
    here.write(votes.cast, "c-sky", None).result()
    here.write(votes.cast, "c-sky", VoteChoice.A, aspect="clear").result()
    assert save_run(here, run.id, path, Telling()).votes == 1
    assert kinds(path).count("vote") == 3


def test_the_head_is_for_people_too(here: Store, path: Path) -> None:
    save_run(here, ran(here).id, path, Telling(by="  Ada \n Lovelace "))
    text = members(path)["recording.json"].decode()
    assert text.startswith('{\n  "type": "counterpoint-recording"')
    assert json.loads(text)["by"] == "Ada Lovelace"
