"""What was taken out and in again is the same, byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings

from lab.exchange.raters import Naming
from lab.exchange.wanted import Wanted
from lab.records import Side, VoteChoice
from lab.storage import Store, comparisons, search, votes
from lab.storage.search import Filter
from tests.unit.exchange.carrying import exported, of_type, rows, taken_in, vote
from tests.unit.exchange.histories import HISTORIES, Talked, fill
from tests.unit.storage.samples import compared


@contextmanager
def two_histories(empty: Callable[[], Store]) -> Iterator[tuple[Store, Store, Path]]:
    with TemporaryDirectory() as folder, empty() as one, empty() as two:
        yield one, two, Path(folder)


@settings(deadline=None, max_examples=25)
@given(HISTORIES)
def test_out_in_and_out_again_is_the_same(empty: Callable[[], Store], history: tuple[Talked, ...]) -> None:
    with two_histories(empty) as (one, two, folder):
        one.write(fill, history).result()
        data = exported(one)
        assert exported(one) == data
        taken_in(two, data, folder)
        assert exported(two) == data
        # What is known changes nothing, wherever it comes in.
        for store in (one, two):
            summary = taken_in(store, data, folder)
            assert not summary.changed, summary
            assert exported(store) == data
        assert_said_again_alike(one, two)


@settings(deadline=None, max_examples=10)
@given(HISTORIES, HISTORIES)
def test_two_computers_that_swap_files_know_the_same_at_the_end(
    empty: Callable[[], Store], mine: tuple[Talked, ...], theirs: tuple[Talked, ...]
) -> None:
    with two_histories(empty) as (one, two, folder):
        one.write(fill, mine).result()
        two.write(fill, theirs).result()
        taken_in(two, exported(one), folder, Naming(same_names=True))
        taken_in(one, exported(two), folder, Naming(same_names=True))
        for kind in ("session", "answer", "comparison", "vote", "judgement"):
            assert _without_raters(exported(one), kind) == _without_raters(exported(two), kind)
        assert not taken_in(two, exported(one), folder).changed


def _without_raters(data: bytes, kind: str) -> list[str]:
    return sorted(str({**row, "rater": ""}) for row in of_type(data, kind))


def assert_said_again_alike(one: Store, two: Store) -> None:
    """The lists say the same, although they are made from what is said again beside the tables."""
    for line in of_type(exported(one), "comparison"):
        first, second = (store.read(comparisons.get_row, line["id"]).result() for store in (one, two))
        for column in ("model_a", "model_b", "choice", "trashed_utc"):
            assert first[column] == second[column]


def test_a_part_comes_in_whole_and_goes_out_as_it_came(here: Store, there: Store, tmp_path: Path) -> None:
    first = compared(there)
    session_id = there.read(comparisons.get, first).result().session_id
    second = compared(there, "And at night?", session_id=session_id, parent_id=first)
    compared(there, "Nobody votes on this.", session_id=session_id, parent_id=second)
    vote(there, second, blind=True)
    vote(there, second, VoteChoice.B, rater="Ada")
    part = exported(there, wanted=Wanted(blind_only=True))
    # What the voted one goes on from is there too.
    assert [row["id"] for row in of_type(part, "comparison")] == [first, second]
    assert [row["choice"] for row in of_type(part, "vote")] == ["a"]
    taken_in(here, part, tmp_path)
    assert exported(here) == part


def test_what_was_taken_in_is_found_and_shown(here: Store, there: Store, tmp_path: Path) -> None:
    comparison_id = compared(there, "Where do quokkas live?", a="On Rottnest Island.")
    vote(there, comparison_id, VoteChoice.B)
    there.write(votes.write_note, comparison_id, "a marsupial").result()
    taken_in(here, exported(there), tmp_path)
    for words in ("quokk", "rottnest", "marsup"):
        (hit,) = here.read(search.find, Filter(text=words, choice=VoteChoice.B, model="a-model")).result()
        assert hit.comparison_id == comparison_id
    shown, was = (store.read(comparisons.get, comparison_id).result() for store in (here, there))
    for side in Side:
        now, before = getattr(shown, side), getattr(was, side)
        assert now.response.details == before.response.details
        assert now.contestant.sampler == before.contestant.sampler
        # Where the file lay on the other computer is nobody's business, and no path of a stranger is ever opened.
        assert (now.contestant.model.path, before.contestant.model.path) == ("", f"/models/{side}-model.gguf")


def test_where_files_lie_and_what_is_in_the_trash_stays_at_home(there: Store) -> None:
    compared(there)
    assert b"/models/" not in exported(there)


def test_the_first_and_the_last_line_say_what_it_is(there: Store) -> None:
    compared(there)
    lines = rows(exported(there))
    assert (lines[0]["type"], lines[0]["version"]) == ("counterpoint", 1)
    assert lines[-1] == {"type": "end", "lines": len(lines)}
    assert rows(exported(there))[1]["type"] == "session"
