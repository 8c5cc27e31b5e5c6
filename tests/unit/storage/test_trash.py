"""What is deleted can be brought back, until it has been in the trash for long enough."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lab.errors import NotInHistory
from lab.records import VoteChoice
from lab.storage import Store, answers, comparisons, sessions, trash, votes
from lab.storage.work import Area, Change
from tests.unit.storage.samples import compared

LATER = datetime.now(UTC) + timedelta(days=trash.KEEP_DAYS + 1)


def lying(store: Store, limit: int = 100, offset: int = 0) -> list[trash.Trashed]:
    return store.read(trash.listed, limit=limit, offset=offset).result()


def test_a_deleted_session_is_hidden_and_comes_back_whole(store: Store) -> None:
    comparison_id = compared(store)
    before = store.read(sessions.listed).result()
    store.write(trash.put_session, before[0].id).result()
    assert store.read(sessions.listed).result() == []
    assert [gone.session_id for gone in lying(store)] == [before[0].id]
    store.write(trash.restore_session, before[0].id).result()
    assert store.read(sessions.listed).result() == before
    assert store.read(comparisons.get, comparison_id).result().a is not None


def test_a_deleted_comparison_takes_along_what_goes_on_from_it(store: Store) -> None:
    session_id = store.write(sessions.create).result()
    first = compared(store, "one", session_id=session_id)
    second = compared(store, "two", session_id=session_id, parent_id=first)
    compared(store, "three", session_id=session_id, parent_id=second)
    store.write(trash.put_comparison, second).result()
    assert [kept.id for kept in store.read(comparisons.of_session, session_id).result()] == [first]
    store.write(trash.restore_comparison, second).result()
    assert len(store.read(comparisons.of_session, session_id).result()) == 3


def test_bringing_back_a_comparison_brings_back_what_it_goes_on_from(store: Store) -> None:
    session_id = store.write(sessions.create).result()
    first = compared(store, "one", session_id=session_id)
    second = compared(store, "two", session_id=session_id, parent_id=first)
    compared(store, "three", session_id=session_id, parent_id=first)
    store.write(trash.put_comparison, second).result()
    store.write(trash.put_comparison, first).result()
    store.write(trash.restore_comparison, second).result()
    assert [kept.id for kept in store.read(comparisons.of_session, session_id).result()] == [first, second]


def test_nothing_goes_on_from_what_was_deleted(store: Store) -> None:
    session_id = store.write(sessions.create).result()
    first = compared(store, "one", session_id=session_id)
    store.write(trash.put_comparison, first).result()
    with pytest.raises(NotInHistory, match="deleted"):
        compared(store, "two", session_id=session_id, parent_id=first)


def test_the_list_of_sessions_is_told_when_a_comparison_goes_or_comes_back(store: Store) -> None:
    comparison_id = compared(store)
    heard: list[Change] = []
    store.subscribe(heard.append)
    store.write(trash.put_comparison, comparison_id).result()
    store.write(trash.restore_comparison, comparison_id).result()
    store.read(sessions.listed).result()
    assert [change.areas for change in heard] == [{Area.SESSIONS, Area.COMPARISONS}] * 2


def test_the_trash_shows_what_went_there_last_first(path: Path) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    with Store(path, clock=lambda: now) as store:
        ids = [store.write(sessions.create).result() for _ in range(3)]
        for session_id in (ids[1], ids[2], ids[0]):
            now += timedelta(seconds=1)
            store.write(trash.put_session, session_id).result()
        listed = lying(store)
        pages = [gone for offset in range(3) for gone in lying(store, limit=1, offset=offset)]
    assert [gone.session_id for gone in listed] == [ids[0], ids[2], ids[1]]
    assert pages == listed


def test_a_deleted_session_is_told_with_its_title_its_first_prompt_and_how_many_comparisons_it_has(
    store: Store,
) -> None:
    session_id = store.write(sessions.create, "Sky").result()
    first = compared(store, "one", session_id=session_id)
    compared(store, "two", session_id=session_id, parent_id=first)
    alone = compared(store, "gone before", session_id=session_id, parent_id=first)
    store.write(trash.put_comparison, alone).result()
    store.write(trash.put_session, session_id).result()
    [gone] = lying(store)
    assert (gone.session_id, gone.comparison_id, gone.title, gone.prompt) == (session_id, "", "Sky", "one")
    assert gone.comparisons == 2
    assert gone.trashed_utc == store.read(sessions.get, session_id).result().trashed_utc


def test_a_deleted_session_without_a_prompt_is_told_too(store: Store) -> None:
    store.write(trash.put_session, store.write(sessions.create).result()).result()
    [gone] = lying(store)
    assert (gone.title, gone.prompt, gone.comparisons) == ("", "", 0)


def test_a_deleted_comparison_is_told_once_with_what_went_there_together_with_it(store: Store) -> None:
    session_id = store.write(sessions.create).result()
    first = compared(store, "one", session_id=session_id)
    second = compared(store, "two", session_id=session_id, parent_id=first)
    compared(store, "three", session_id=session_id, parent_id=second)
    store.write(trash.put_comparison, second).result()
    [gone] = lying(store)
    assert (gone.session_id, gone.comparison_id, gone.prompt) == (session_id, second, "two")
    assert gone.comparisons is None


def test_after_its_days_the_trash_goes_with_votes_and_answers_and_nothing_else(store: Store) -> None:
    kept_id, gone_id = compared(store, "kept"), compared(store, "gone")
    store.write(votes.cast, gone_id, VoteChoice.A).result()
    gone = store.read(comparisons.get, gone_id).result()
    assert gone.a is not None
    store.write(trash.put_session, gone.session_id).result()
    assert store.write(trash.purge, datetime.now(UTC)).result() == 0
    assert store.write(trash.purge, LATER).result() == 1
    for action, name in ((comparisons.get, gone_id), (answers.get, gone.a.id), (sessions.get, gone.session_id)):
        with pytest.raises(NotInHistory):
            store.read(action, name).result()
    assert store.read(comparisons.get, kept_id).result().b is not None
