"""What is deleted can be brought back, until it has been in the trash for long enough."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from lab.errors import NotInHistory
from lab.records import VoteChoice
from lab.storage import Store, answers, comparisons, sessions, trash, votes
from tests.unit.storage.samples import compared

LATER = datetime.now(UTC) + timedelta(days=trash.KEEP_DAYS + 1)


def test_a_deleted_session_is_hidden_and_comes_back_whole(store: Store) -> None:
    comparison_id = compared(store)
    before = store.read(sessions.listed).result()
    store.write(trash.put_session, before[0].id).result()
    assert store.read(sessions.listed).result() == []
    assert len(store.read(sessions.listed, trashed=True).result()) == 1
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
