"""The quick search finds what a simple one finds, in the same order, whichever way it goes about it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from lab.records import VoteChoice
from lab.storage import Store, answers, comparisons, full_text, search, sessions, trash, votes
from lab.storage.search import Filter
from lab.storage.work import Work, as_text
from tests.unit.storage.samples import contestant, response

DAYS = [as_text(datetime(2026, 1, day, tzinfo=UTC)) for day in range(1, 10)]
WORDS = ["sky", "skies", "blue", "bluebell", "the", "there", "water", "waterfall", "天空"]
MODELS = ["tiny-base", "tiny-chat", "other"]
TAGS = ["school", "verse"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One comparison of a history, alone in its conversation or with the one before it."""

    prompt: str
    a: str
    b: str | None
    models: tuple[str, str]
    choice: VoteChoice | None
    note: str
    day: str
    tag: str
    goes_on: bool
    trashed: bool
    session_trashed: bool


# Some say the same in other places, and some say the very same, so that places and numbers decide.
TEXTS = st.sampled_from(["sky", "the sky", "blue water"]) | st.lists(
    st.sampled_from(WORDS), min_size=1, max_size=12
).map(" ".join)
TURNS = st.builds(
    Turn,
    prompt=TEXTS,
    a=TEXTS,
    b=st.none() | TEXTS,
    models=st.tuples(st.sampled_from(MODELS), st.sampled_from(MODELS)),
    choice=st.none() | st.sampled_from(VoteChoice),
    note=st.just("") | TEXTS,
    day=st.sampled_from(DAYS),
    tag=st.sampled_from(["", "", *TAGS]),
    goes_on=st.booleans(),
    trashed=st.sampled_from([False, False, False, True]),
    session_trashed=st.sampled_from([False, False, False, True]),
)


def mostly(nothing: object, *values: object) -> st.SearchStrategy[object]:
    """So that several filters at once don't leave nothing nearly always."""
    return st.sampled_from([nothing] * (2 * len(values)) + list(values))


QUESTIONS = st.builds(
    Filter,
    text=st.lists(st.sampled_from([*WORDS, "sk", "bl", "t", "wat", '"the sky"']), max_size=2).map(" ".join),
    model=mostly("", "nobody", *MODELS),
    choice=mostly(None, *VoteChoice),
    unvoted=mostly(False, True),
    since_utc=mostly("", *DAYS),
    until_utc=mostly("", *DAYS),
    tag=mostly("", "none", *TAGS),
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One file for many histories, each in the place of the last."""
    with Store(tmp_path_factory.mktemp("naive") / "history.db") as store:
        yield store


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    turns=st.lists(TURNS, min_size=1, max_size=12),
    questions=st.lists(QUESTIONS, min_size=1, max_size=12),
    few=st.sampled_from([0, 1, 3, 20_000]),
    most_ranked=st.sampled_from([1, 3, 2000]),
    page=st.tuples(st.integers(1, 6), st.integers(0, 6)),
)
def test_the_quick_way_finds_what_the_simple_way_finds(
    shared: Store,
    monkeypatch: pytest.MonkeyPatch,
    turns: list[Turn],
    questions: list[Filter],
    few: int,
    most_ranked: int,
    page: tuple[int, int],
) -> None:
    monkeypatch.setattr(search, "_FEW", few)
    monkeypatch.setattr(search, "MOST_RANKED", most_ranked)
    made = shared.write(write, turns).result()
    limit, offset = page
    for wanted in questions:
        simple = shared.read(naive, wanted, made, most_ranked).result()
        hits = shared.read(search.find, wanted).result()
        assert [hit.comparison_id for hit in hits] == simple
        part = shared.read(search.find, wanted, limit=limit, offset=offset).result()
        assert [hit.comparison_id for hit in part] == simple[offset : offset + limit]
        assert shared.read(search.count, wanted).result() == len(simple)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A turn as it lies in the history."""

    turn: Turn
    comparison_id: str
    number: int
    session_tag: str
    in_trash: bool


def write(work: Work, turns: list[Turn]) -> list[Made]:
    """Put a history in the place of the one before."""
    for table in ("found", "vote_reason", "vote", "note", "comparison", "answer", "session_tag", "session"):
        work.db.execute(text(f"DELETE FROM {table}"))
    groups: list[list[Turn]] = []
    for turn in turns:
        if turn.goes_on and groups:
            groups[-1].append(turn)
        else:
            groups.append([turn])
    return list(itertools.chain.from_iterable(write_session(work, group) for group in groups))


def write_session(work: Work, turns: list[Turn]) -> list[Made]:
    first = turns[0]
    session_id = sessions.create(work)
    if first.tag:
        sessions.tag(work, session_id, [first.tag])
    made = []
    for turn in turns:
        day = replace(work, now=turn.day)
        ids = []
        for model, said in zip(turn.models, (turn.a, turn.b), strict=True):
            ids.append(answers.begin(day, contestant(model)) if said is not None else None)
            if said is not None:
                answers.finish(day, ids[-1], response(said, of=contestant(model)))
        comparison_id = comparisons.add(day, session_id, turn.prompt, a=ids[0], b=ids[1])
        if turn.choice:
            votes.cast(day, comparison_id, turn.choice)
        if turn.note:
            votes.write_note(day, comparison_id, turn.note)
        if turn.trashed:
            trash.put_comparison(day, comparison_id)
        number = comparisons.get_row(work, comparison_id)["number"]
        made.append(
            Made(
                turn=turn,
                comparison_id=comparison_id,
                number=number,
                session_tag=first.tag,
                in_trash=turn.trashed or first.session_trashed,
            )
        )
    if first.session_trashed:
        trash.put_session(work, session_id)
    return made


def naive(work: Work, wanted: Filter, made: list[Made], most_ranked: int) -> list[str]:
    """The ids of what is wanted: every turn is looked at, and the text is asked about all of them at once."""
    left = [each for each in made if passes(each, wanted)]
    latest = sorted(left, key=lambda each: (each.turn.day, each.number), reverse=True)
    if not wanted.text:
        return [each.comparison_id for each in latest]
    rows = work.db.execute(
        text("SELECT rowid, bm25(found, 4.0, 1.0, 1.0, 4.0) AS score FROM found WHERE found MATCH :expression"),
        {"expression": full_text.expression(wanted.text)},
    )
    scores = {row.rowid: row.score for row in rows}
    matches = sorted((each for each in left if each.number in scores), key=lambda each: -each.number)
    if len(matches) <= most_ranked:
        matches.sort(key=lambda each: scores[each.number])  # of equal ones the later stays first
    return [each.comparison_id for each in matches]


def passes(each: Made, wanted: Filter) -> bool:
    turn = each.turn
    models = (turn.models[0], turn.models[1] if turn.b is not None else "")
    return (
        not each.in_trash
        and (not wanted.model or wanted.model in models)
        and (wanted.choice is None or turn.choice is wanted.choice)
        and (not wanted.unvoted or turn.choice is None)
        and (not wanted.since_utc or turn.day >= wanted.since_utc)
        and (not wanted.until_utc or turn.day < wanted.until_utc)
        and (not wanted.tag or wanted.tag == each.session_tag)
    )
