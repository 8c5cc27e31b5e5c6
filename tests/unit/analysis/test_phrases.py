"""Phrases of a list are found where they stand, the longer before the shorter."""

from __future__ import annotations

from lab.analysis.phrases import Phrases

FOUND = Phrases(("may", "may or may not", "it is said", "it"))


def test_of_two_that_begin_alike_the_longer_counts() -> None:
    assert FOUND.count(["that", "may", "or", "may", "not", "be"]) == 1


def test_where_the_longer_breaks_off_the_shorter_counts() -> None:
    assert FOUND.count(["it", "is", "what", "it", "may"]) == 3
    assert FOUND.count(["may", "or", "may"]) == 2


def test_nothing_is_found_in_nothing() -> None:
    assert FOUND.count(()) == 0
