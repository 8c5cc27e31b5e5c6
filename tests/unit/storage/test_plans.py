"""Lists and filters read what they show and not all there is: SQLite says how it goes about each query."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from sqlalchemy import event

from lab.records import VoteChoice
from lab.storage import Store, search, sessions
from lab.storage.connection import raw_connection
from lab.storage.search import Filter
from lab.storage.work import Work
from tests.unit.storage.samples import compared

Ask = Callable[[Work], object]


def plan(store: Store, ask: Ask) -> list[str]:
    """The steps in which SQLite answers the queries of an action."""

    def explain(work: Work) -> list[str]:
        asked: list[tuple[str, tuple[object, ...]]] = []

        def note(_connection: object, _cursor: object, statement: str, values: tuple[object, ...], *_: object) -> None:
            asked.append((statement, values))

        event.listen(work.db.engine, "before_cursor_execute", note)
        try:
            ask(work)
        finally:
            event.remove(work.db.engine, "before_cursor_execute", note)
        raw = raw_connection(work.db)
        return [row[3] for query, values in asked for row in raw.execute(f"EXPLAIN QUERY PLAN {query}", values)]

    return store.read(explain).result()


@pytest.mark.parametrize(
    ("ask", "index"),
    [
        (sessions.listed, "ix_session_trashed_utc_pinned_updated_utc_id"),
        (partial(search.find, wanted=Filter()), "ix_comparison_created_utc"),
        (partial(search.find, wanted=Filter(choice=VoteChoice.TIE)), "ix_comparison_choice_created_utc"),
        (partial(search.find, wanted=Filter(unvoted=True)), "ix_comparison_choice_created_utc"),
        (partial(search.find, wanted=Filter(since_utc="2026")), "ix_comparison_created_utc"),
    ],
)
def test_a_first_page_is_read_in_the_order_of_an_index(store: Store, ask: Ask, index: str) -> None:
    for _ in range(2):
        compared(store)
    steps = plan(store, ask)
    assert any(index in step for step in steps), steps
    whole = [step for step in steps if "TEMP B-TREE FOR ORDER BY" in step]
    # The tags of the sessions on the page are sorted, and nothing else is.
    assert len(whole) == (1 if ask is sessions.listed else 0), steps


def test_a_models_comparisons_are_read_from_each_side_in_order(store: Store) -> None:
    compared(store)
    steps = plan(store, partial(search.find, wanted=Filter(model="a-model")))
    for side in ("a", "b"):
        assert any(f"ix_comparison_model_{side}_created_utc" in step for step in steps), steps


def test_the_full_text_table_is_walked_through_once_for_each_question(store: Store) -> None:
    compared(store)
    steps = plan(store, partial(search.find, wanted=Filter(text="sky", choice=VoteChoice.A)))
    assert all("SCAN" in step for step in steps if "found" in step), steps
    steps = plan(store, partial(search.find, wanted=Filter(text="sky")))
    assert sum("SCAN found VIRTUAL TABLE" in step for step in steps) == 3, steps


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (Filter(text="sky", choice=VoteChoice.A), "ix_comparison_choice_created_utc"),
        (Filter(text="sky", tag="school"), "ix_comparison_session_id_trashed_utc"),
        (Filter(text="sky", since_utc="2026"), "ix_comparison_created_utc"),
        (Filter(text="sky", model="a-model"), "ix_comparison_model_a_created_utc"),
    ],
)
def test_a_filter_that_leaves_few_is_decided_in_an_index_before_the_text(
    store: Store, monkeypatch: pytest.MonkeyPatch, wanted: Filter, index: str
) -> None:
    compared(store)
    early = plan(store, partial(search.find, wanted=wanted))
    monkeypatch.setattr(search, "_FEW", 0)
    late = plan(store, partial(search.find, wanted=wanted))
    # Once to see how many it leaves, and once to collect them.
    assert sum(index in step for step in early) == 2, early
    assert sum(index in step for step in late) == 1, late


def test_sessions_are_counted_in_an_index_alone(store: Store) -> None:
    compared(store)
    assert any("COVERING INDEX ix_comparison_session_id_trashed_utc" in step for step in plan(store, sessions.listed))
