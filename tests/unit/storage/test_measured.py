"""Measures are kept beside their answers, of one version at a time, and go with them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from lab.storage import Store, answers, comparisons, measured, trash
from lab.storage.connection import close, connect, set_for_writing
from lab.storage.migrate import upgrade
from tests.unit.storage.samples import compared, contestant


def shown(store: Store, comparison_id: str) -> list[str]:
    kept = store.read(comparisons.get, comparison_id).result()
    return [answer.id for answer in (kept.a, kept.b) if answer]


def test_what_is_kept_comes_back_and_is_missing_no_longer(store: Store) -> None:
    a, b = shown(store, compared(store))
    assert set(store.read(measured.missing, "1").result()) == {a, b}
    store.write(measured.keep, "1", {a: [1.5, None, 3.0]}).result()
    assert store.read(measured.missing, "1").result() == [b]
    (found,) = store.read(measured.measured, "1").result()
    assert (found.answer_id, list(found.values)) == (a, [1.5, None, 3.0])
    assert store.read(measured.contestants).result()[found.contestant_id] == contestant("a-model", seed=0)
    assert store.read(measured.count, "1").result() == 1
    assert store.read(measured.prompt_of, a).result() == "Why is the sky blue?"


def test_measures_of_another_version_are_missing_until_they_are_taken_anew(store: Store) -> None:
    a, b = shown(store, compared(store))
    store.write(measured.keep, "1", {a: [1.0], b: [2.0]}).result()
    assert store.read(measured.measured, "2").result() == []
    assert set(store.read(measured.missing, "2").result()) == {a, b}
    store.write(measured.keep, "2", {a: [3.0]}).result()
    assert [list(each.values) for each in store.read(measured.measured, "2").result()] == [[3.0]]
    assert store.read(measured.missing, "2").result() == [b]


def test_an_answer_that_streams_is_not_measured_and_one_that_is_gone_is_passed_over(store: Store) -> None:
    store.write(answers.begin, contestant()).result()
    assert store.read(measured.missing, "1").result() == []
    store.write(measured.keep, "1", {"nobody": [1.0]}).result()
    assert store.read(measured.count, "1").result() == 0


def test_the_trash_hides_measures_and_takes_them_along_when_it_is_emptied(store: Store) -> None:
    comparison_id = compared(store)
    a, b = shown(store, comparison_id)
    store.write(measured.keep, "1", {a: [1.0], b: [2.0]}).result()
    store.write(trash.put_comparison, comparison_id).result()
    assert store.read(measured.measured, "1").result() == []
    store.write(trash.purge, datetime.now(UTC) + timedelta(days=60)).result()
    assert store.read(measured.count, "1").result() == 0


def test_pieces_follow_each_other(store: Store) -> None:
    ids = [each for number in range(3) for each in shown(store, compared(store, str(number)))]
    store.write(measured.keep, "1", {each: [1.0] for each in ids}).result()
    found: list[str] = []
    while piece := store.read(measured.measured, "1", after=found[-1] if found else "", limit=4).result():
        found += [each.answer_id for each in piece]
    assert found == sorted(ids)


def test_a_history_without_the_table_gets_it(path: Path) -> None:
    path.parent.mkdir()
    connection = connect(path)
    set_for_writing(connection)
    upgrade(connection, "0003")
    close(connection)
    with Store(path) as store:
        a, _ = shown(store, compared(store))
        store.write(measured.keep, "1", {a: [1.0]}).result()
        assert store.read(measured.count, "1").result() == 1
