"""Names may be given beforehand, and few letters of one are enough."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete

from lab.errors import NotInHistory
from lab.storage import Store, answers, comparisons, new_id, sessions, trash
from lab.storage.tables import ComparisonRow
from lab.storage.work import Work
from tests.unit.storage.samples import contestant


def test_whoever_does_not_want_to_wait_names_things_beforehand(store: Store) -> None:
    session_id, answer_id, first, second = new_id(), new_id(), new_id(), new_id()
    store.write(sessions.create, session_id=session_id)
    store.write(answers.begin, contestant(), answer_id=answer_id)
    store.write(comparisons.add, session_id, "one", a=answer_id, comparison_id=first)
    store.write(comparisons.add, session_id, "two", parent_id=first, comparison_id=second)
    kept = store.read(comparisons.path, second).result()
    assert [each.id for each in kept] == [first, second]
    assert kept[0].a is not None
    assert kept[0].a.id == answer_id


def named(store: Store, *ids: str) -> None:
    session_id = store.write(sessions.create).result()
    for comparison_id in ids:
        store.write(comparisons.add, session_id, "prompt", comparison_id=comparison_id).result()


@pytest.mark.parametrize("beginning", ["3f2a9c11", "3f2a", "3F2A", " 3f2a\n"])
def test_the_beginning_of_an_id_is_enough_if_no_other_begins_so(store: Store, beginning: str) -> None:
    named(store, "3f2a9c11", "3f2b0000", "a0000000")
    assert store.read(comparisons.resolve, beginning).result() == "3f2a9c11"


def test_a_whole_id_is_meant_even_if_another_begins_with_it(store: Store) -> None:
    named(store, "3f2a9c11", "3f2a9c1144")
    assert store.read(comparisons.resolve, "3f2a9c11").result() == "3f2a9c11"
    assert store.read(comparisons.short_id, "3f2a9c11").result() == "3f2a9c11"


def test_an_ambiguous_beginning_names_some_that_could_be_meant(store: Store) -> None:
    named(store, "3f2a9c11", "3f2a9c22", "3f000000", "3f111111")
    with pytest.raises(NotInHistory, match="Several ids begin with “3f”") as caught:
        store.read(comparisons.resolve, "3f").result()
    assert caught.value.hint == "Give more of it: 3f0000, 3f1111, 3f2a9c1, …."


@pytest.mark.parametrize("beginning", ["", " ", "b", "3f2a9c11x", "\ud800", "%", "'; DROP TABLE comparison"])
def test_what_nothing_begins_with_is_a_sentence(store: Store, beginning: str) -> None:
    named(store, "3f2a9c11")
    with pytest.raises(NotInHistory):
        store.read(comparisons.resolve, beginning).result()


def test_what_is_in_the_trash_is_not_meant(store: Store) -> None:
    named(store, "3f2a9c11")
    named(store, "3f2b0000")
    store.write(trash.put_comparison, "3f2a9c11").result()
    assert store.read(comparisons.resolve, "3f").result() == "3f2b0000"
    store.write(trash.put_session, store.read(comparisons.get, "3f2b0000").result().session_id).result()
    with pytest.raises(NotInHistory):
        store.read(comparisons.resolve, "3f").result()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One history for many examples."""
    with Store(tmp_path_factory.mktemp("shared") / "history.db") as store:
        yield store


@given(st.sets(st.text("0123456789abcdef", min_size=8, max_size=10), min_size=1, max_size=12))
def test_a_short_id_means_its_own_comparison_only(shared: Store, ids: set[str]) -> None:
    def there_and_back(work: Work) -> dict[str, str]:
        work.db.execute(delete(ComparisonRow))
        session_id = sessions.create(work)
        for each in ids:
            comparisons.add(work, session_id, "prompt", comparison_id=each)
        return {each: comparisons.resolve(work, comparisons.short_id(work, each)) for each in ids}

    assert shared.write(there_and_back).result() == {each: each for each in ids}
