"""Answers are measured once, what is done stays done, and thousands of measures are read in little memory."""

from __future__ import annotations

import numpy as np
import pytest

from lab.analysis import DEFINITIONS, profile
from lab.records import FinishReason
from lab.results import measures
from lab.results.progress import Progress
from lab.storage import Store, answers, comparisons
from lab.storage import measured as kept
from tests.unit.results.casting import compared, player

ANN, BOB = player("ann"), player("bob")
LIST = "Here is a list for you:\n\n- one\n- two\n\nI think it may help."


def answer_a(store: Store, comparison_id: str) -> str:
    answer = store.read(comparisons.get, comparison_id).result().a
    assert answer is not None
    return answer.id


def test_what_was_measured_is_what_the_profile_says_and_the_speed(store: Store) -> None:
    answer_id = answer_a(store, compared(store, ANN, BOB, texts=(LIST, "No."), reason=FinishReason.LENGTH_LIMIT))
    assert measures.fill(store, measures.read(store).missing) == 2
    found = measures.read(store)
    row = found.measures[answer_id]
    expected = profile(LIST, (1, 2, 3), FinishReason.LENGTH_LIMIT)
    for name in DEFINITIONS:
        value = expected[name].value
        assert row[name] == (None if value is None else pytest.approx(value, rel=1e-6)), name
    assert row[measures.SPEED] == 30.25
    assert (row["stopped_by_itself"], row["list_items"]) == (0.0, 2.0)
    assert found.missing == ()


def test_nothing_is_measured_twice_and_what_was_stopped_goes_on(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        compared(store, ANN, BOB)
    monkeypatch.setattr(measures, "_MEASURED_AT_ONCE", 2)
    told: list[Progress] = []
    assert measures.fill(store, measures.read(store).missing, told.append, lambda: len(told) > 1) == 2
    assert len(measures.read(store).missing) == 4
    assert measures.fill(store, measures.read(store).missing, told.append) == 4
    assert (told[-1].done, told[-1].total) == (4, 4)
    assert (len(measures.read(store).measures), measures.read(store).missing) == (6, ())


def test_an_answer_that_was_cut_off_by_a_crash_is_measured_by_its_text(store: Store) -> None:
    answer_id = store.write(answers.begin, ANN).result()
    store.write(answers.append, answer_id, "Some words that were left.").result()
    kept_answer = store.read(answers.get, answer_id).result()
    values = dict(zip(measures.NAMES, measures.values_of(kept_answer), strict=True))
    assert values["words"] == 5
    assert (values["stopped_by_itself"], values[measures.SPEED]) == (None, None)


def test_an_answer_without_measures_has_none(store: Store) -> None:
    compared(store, ANN, BOB)
    found = measures.read(store).measures
    assert found.get("nobody") is None
    assert (len(found), list(found)) == (0, [])


def test_it_is_read_in_pieces(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        compared(store, ANN, BOB)
    measures.fill(store, measures.read(store).missing)
    whole = kept.measured
    monkeypatch.setattr(kept, "measured", lambda work, version, after: whole(work, version, after=after, limit=4))
    found = measures.read(store)
    assert found.measures.table.shape == (6, len(measures.NAMES))
    assert found.measures.table.dtype == np.float32
    assert len(set(found.measures.contestants)) == 2


def test_the_version_changes_with_the_measures_there_are() -> None:
    assert measures.VERSION.startswith("2-")
    assert len(measures.NAMES) == len(DEFINITIONS) + 1
