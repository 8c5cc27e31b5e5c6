"""The filters, which are the same for every format."""

from __future__ import annotations

import pytest

from lab.errors import NotInHistory
from lab.exchange.choice import ExportFormat
from lab.exchange.reading import reading
from lab.exchange.wanted import Wanted, find_sessions, require_rater
from lab.records import Side, VoteChoice
from lab.storage import Store, comparisons, trash, votes
from tests.unit.exchange.carrying import exported, of_type, table, vote
from tests.unit.storage.samples import compared


def session_of(store: Store, comparison_id: str) -> str:
    return store.read(comparisons.get, comparison_id).result().session_id


def prompts(store: Store, wanted: Wanted) -> list[str]:
    found = [row["prompt"] for row in table(exported(store, ExportFormat.COMPARISONS, wanted=wanted))]
    assert found == [row["prompt"] for row in of_type(exported(store, wanted=wanted), "comparison")]
    return found


def choices(store: Store, wanted: Wanted) -> list[str]:
    found = [row["choice"] for row in table(exported(store, ExportFormat.VOTES, wanted=wanted))]
    assert found == [row["choice"] for row in of_type(exported(store, wanted=wanted), "vote")]
    return found


@pytest.fixture
def several(here: Store) -> dict[str, str]:
    ids = {name: compared(here, name) for name in ("blind", "open", "judged", "noted", "bare")}
    vote(here, ids["blind"], VoteChoice.A, blind=True, rater="Ada")
    vote(here, ids["blind"], VoteChoice.B)
    vote(here, ids["open"], VoteChoice.TIE)
    here.write(votes.judge, ids["judged"], Side.A, True, rater="Ada").result()
    here.write(votes.write_note, ids["noted"], "a note", rater="Ada").result()
    return ids


def test_without_a_filter_all_is_there(here: Store, several: dict[str, str]) -> None:
    assert sorted(prompts(here, Wanted())) == sorted(several)
    assert sorted(choices(here, Wanted())) == ["a", "b", "tie"]


def test_blind_only(here: Store, several: dict[str, str]) -> None:
    assert prompts(here, Wanted(blind_only=True)) == ["blind"]
    assert choices(here, Wanted(blind_only=True)) == ["a"]


def test_one_rater_only(here: Store, several: dict[str, str]) -> None:
    assert sorted(prompts(here, Wanted(rater="Ada"))) == ["blind", "judged", "noted"]
    assert choices(here, Wanted(rater="Ada")) == ["a"]
    assert sorted(choices(here, Wanted(rater=votes.ME))) == ["b", "tie"]
    assert [row["name"][:3] for row in of_type(exported(here, wanted=Wanted(rater=votes.ME)), "rater")] == ["me@"]


def test_some_sessions_only(here: Store, several: dict[str, str]) -> None:
    chosen = tuple(session_of(here, several[name]) for name in ("open", "bare"))
    assert sorted(prompts(here, Wanted(session_ids=chosen))) == ["bare", "open"]
    assert choices(here, Wanted(session_ids=chosen, rater="Ada")) == []
    assert choices(here, Wanted(session_ids=chosen, rater=votes.ME)) == ["tie"]


def test_the_trash_is_never_meant(here: Store, several: dict[str, str]) -> None:
    here.write(trash.put_session, session_of(here, several["blind"])).result()
    here.write(trash.put_comparison, several["noted"]).result()
    assert sorted(prompts(here, Wanted())) == ["bare", "judged", "open"]
    assert prompts(here, Wanted(blind_only=True)) == []
    assert choices(here, Wanted(rater="Ada")) == []


def test_a_session_is_named_by_the_beginning_of_its_id(here: Store, several: dict[str, str]) -> None:
    session_id = session_of(here, several["open"])
    with reading(here) as work:
        assert find_sessions(work, (session_id[:12].upper(), session_id)) == (session_id, session_id)
        for wrong in ("", "zz"):
            with pytest.raises(NotInHistory):
                find_sessions(work, (wrong,))
        require_rater(work, "Ada")
        with pytest.raises(NotInHistory, match="Nobody called “Cy”"):
            require_rater(work, "Cy")
