"""Progress is kept at once, for each learner apart, and survives what happens to files."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.lessons import progress as deeds
from lab.lessons.progress import Asking, Progress
from lab.lessons.progress_file import ProgressFile
from lab.lessons.reading import parse_lesson
from lab.records import Side
from tests.permissions import permissions_that_count_for_root_too
from tests.unit.lessons.test_reading import WHOLE

LESSON = parse_lesson(WHOLE.encode(), "mine.md")
READ, GUESS, TRY, VOTE, LOOK, THINK = range(6)
ASKING = Asking(comparisons=("one", "two"), sides=(Side.A, Side.B))
BLIND = replace(ASKING, session_id="s1", blind=True)


def test_a_guess_and_an_answer_come_before_one_goes_on() -> None:
    assert deeds.may_go_on(LESSON, Progress())
    for place in (GUESS, THINK):
        there = deeds.gone_to(Progress(), place)
        assert not deeds.may_go_on(LESSON, there)
        assert deeds.may_go_on(LESSON, deeds.chosen(there, place, 1))


def test_a_run_comes_before_one_goes_on() -> None:
    there = deeds.gone_to(Progress(), TRY)
    assert not deeds.may_go_on(LESSON, there)
    assert deeds.may_go_on(LESSON, deeds.asked(there, TRY, ASKING))


def test_the_first_guess_stands() -> None:
    guessed = deeds.chosen(deeds.chosen(Progress(), GUESS, 1), GUESS, 0)
    assert guessed.answer(GUESS) == 1


def test_it_is_hidden_who_is_who_until_the_reveal_was_looked_at() -> None:
    asked = deeds.asked(Progress(), TRY, ASKING)
    assert deeds.is_hidden(LESSON, asked, TRY)
    assert not deeds.is_hidden(LESSON, deeds.looked(asked, LOOK), TRY)


def test_a_run_that_is_asked_once_more_is_hidden_once_more() -> None:
    revealed = deeds.looked(deeds.asked(Progress(), TRY, ASKING), LOOK)
    anew = deeds.asking_anew(revealed, LESSON, TRY)
    assert anew.asking(TRY) == Asking()
    assert deeds.is_hidden(LESSON, anew, TRY)


def hidden_in(progress: Progress) -> set[str]:
    return set(deeds.hidden_sessions(progress))


def test_a_conversation_is_hidden_until_its_reveal_was_looked_at_which_can_be_told_without_the_lesson() -> None:
    asked = deeds.asked(Progress(), TRY, BLIND)
    assert hidden_in(asked) == {"s1"}
    assert hidden_in(deeds.looked(asked, LOOK)) == set()
    assert hidden_in(deeds.asking_anew(asked, LESSON, TRY)) == set()
    assert hidden_in(deeds.asked(Progress(), TRY, replace(BLIND, blind=False))) == set()


def test_a_reveal_opens_the_run_before_it_and_no_other() -> None:
    later = Asking(session_id="s2", blind=True)
    both = replace(Progress(), runs={"2": BLIND, "10": later, "x": BLIND})
    assert hidden_in(both) == {"s1", "s2"}
    assert hidden_in(deeds.looked(both, 4)) == {"s2"}
    assert hidden_in(deeds.looked(both, 12)) == {"s1"}
    assert hidden_in(deeds.looked(both, 1)) == {"s1", "s2"}


def test_what_is_hidden_is_known_from_the_file_alone_whoever_takes_the_lesson(tmp_path: Path) -> None:
    path = tmp_path / "lessons.json"
    ProgressFile(path).change("Ada", "mine", partial(deeds.asked, place=TRY, asking=BLIND))
    again = ProgressFile(path)
    assert again.is_hidden("s1")
    assert not again.is_hidden("s2")
    again.change("Ada", "mine", partial(deeds.looked, place=LOOK))
    assert not again.is_hidden("s1")
    again.change("Bob", "other", partial(deeds.asked, place=0, asking=replace(BLIND, session_id="s2")))
    assert again.is_hidden("s2")
    again.forget("Bob", "other")
    assert not again.is_hidden("s2")


def test_going_back_keeps_how_far_one_has_been() -> None:
    back = deeds.gone_to(deeds.gone_to(Progress(), LOOK), GUESS)
    assert (back.step, back.furthest) == (GUESS, LOOK)


def test_what_a_changed_lesson_has_no_place_for_is_left_out() -> None:
    odd = Progress(
        step=40, furthest=50, answers={"1": 1, "2": 0, "5": 9, "x": 1}, runs={"2": ASKING, "3": ASKING}, opened=(4, 40)
    )
    assert deeds.fitting(odd, LESSON) == Progress(step=5, furthest=5, answers={"1": 1}, runs={"2": ASKING}, opened=(4,))


def test_progress_is_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "data" / "lessons.json"
    file = ProgressFile(path)
    file.change("me", "mine", partial(deeds.gone_to, place=3))
    file.change("me", "mine", partial(deeds.asked, place=2, asking=ASKING))
    again = ProgressFile(path).get("me", "mine")
    assert (again.step, again.asking(2)) == (3, ASKING)


def test_each_learner_has_a_progress_of_their_own(tmp_path: Path) -> None:
    file = ProgressFile(tmp_path / "lessons.json")
    file.change("Ada", "mine", partial(deeds.gone_to, place=3))
    file.change("Bob", "mine", partial(deeds.gone_to, place=1))
    file.change("Ada", "other", partial(deeds.gone_to, place=2))
    again = ProgressFile(tmp_path / "lessons.json")
    steps = [again.get(*who).step for who in (("Ada", "mine"), ("Bob", "mine"), ("Ada", "other"), ("Eve", "mine"))]
    assert steps == [3, 1, 2, 0]


def test_two_windows_on_one_file_do_not_undo_each_other(tmp_path: Path) -> None:
    one, other = ProgressFile(tmp_path / "lessons.json"), ProgressFile(tmp_path / "lessons.json")
    one.change("Ada", "mine", partial(deeds.gone_to, place=3))
    other.change("Bob", "mine", partial(deeds.gone_to, place=1))
    assert ProgressFile(tmp_path / "lessons.json").get("Ada", "mine").step == 3


def test_what_a_newer_version_has_written_stays(tmp_path: Path) -> None:
    path = tmp_path / "lessons.json"
    path.write_text('{"new": 1, "raters": {"Ada": {"mine": {"step": 2}, "odd": 5}}}')
    ProgressFile(path).change("Ada", "other", partial(deeds.gone_to, place=1))
    document = msgspec.json.decode(path.read_bytes())
    assert document["new"] == 1
    assert document["raters"]["Ada"]["odd"] == 5
    assert ProgressFile(path).get("Ada", "mine").step == 2


def test_a_lesson_can_be_begun_anew(tmp_path: Path) -> None:
    file = ProgressFile(tmp_path / "lessons.json")
    file.change("me", "mine", partial(deeds.gone_to, place=3))
    file.forget("me", "mine")
    assert ProgressFile(tmp_path / "lessons.json").get("me", "mine") == Progress()


def test_a_damaged_file_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "lessons.json"
    path.write_text("{ half")
    file = ProgressFile(path)
    assert file.get("me", "mine") == Progress()
    assert file.problem is not None
    assert [each.read_text() for each in tmp_path.glob("*damaged*")] == ["{ half"]
    file.change("me", "mine", partial(deeds.gone_to, place=1))
    assert ProgressFile(path).get("me", "mine").step == 1


def test_a_folder_that_takes_nothing_is_told_and_progress_holds_until_the_end(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    file = ProgressFile(folder / "lessons.json")
    with permissions_that_count_for_root_too():
        file.change("me", "mine", partial(deeds.gone_to, place=2))
    assert file.get("me", "mine").step == 2
    assert file.problem is not None
    folder.chmod(0o700)
    file.change("me", "other", partial(deeds.gone_to, place=1))
    assert file.problem is None
    assert ProgressFile(folder / "lessons.json").get("me", "mine").step == 2


@pytest.mark.parametrize(
    "raw", ['{"raters": 5}', '{"raters": {"me": []}}', '{"raters": {"me": {"mine": {"step": -1}}}}']
)
def test_what_makes_no_sense_is_no_progress(raw: str, tmp_path: Path) -> None:
    path = tmp_path / "lessons.json"
    path.write_text(raw)
    assert ProgressFile(path).get("me", "mine") == Progress()


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 99) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["1", "2", "5", "x"]), inner),
    max_leaves=8,
)
_RAW = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("step", "furthest", "answers", "runs", "opened", "done_utc"), _JSON)
)


@given(_RAW)
def test_any_progress_in_a_file_fits_the_lesson_in_the_end(raw: dict[str, object]) -> None:
    try:
        read = msgspec.convert(raw, Progress)
    except msgspec.ValidationError:
        return
    fitting = deeds.fitting(read, LESSON)
    assert 0 <= fitting.step <= fitting.furthest < len(LESSON.steps)
    assert deeds.fitting(fitting, LESSON) == fitting
    deeds.may_go_on(LESSON, fitting)
