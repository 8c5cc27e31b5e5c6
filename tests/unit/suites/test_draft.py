"""While a suite is written, all that is wrong with it is told at its place, as the reading of a file would say it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.suites.draft import Draft, faults, where
from lab.suites.faults import BadSuite
from lab.suites.shelf import shipped_suites
from lab.suites.suite import MOST_ITEMS, Item, Suite

TWO = Draft.of(
    Suite(id="mine", title="Mine", items=(Item(id="p1", prompt="Say hello."), Item(id="p2", prompt="Say goodbye.")))
)


def told(draft: Draft) -> list[tuple[int | None, str, str]]:
    return [(each.place, each.field, each.sentence) for each in faults(draft)]


@pytest.mark.parametrize("suite", shipped_suites(), ids=lambda suite: suite.id)
def test_a_suite_becomes_a_draft_and_the_same_suite_again(suite: Suite) -> None:
    assert faults(Draft.of(suite)) == ()
    assert Draft.of(suite).suite() == suite


@pytest.mark.parametrize(
    ("place", "name", "value", "field", "sentence"),
    [
        (None, "title", "", "title", "There is nothing in it."),
        (None, "title", " x", "title", "A title is one line that begins with no space."),
        (None, "title", "x" * 101, "title", "It is longer than 100 characters."),
        (None, "samples", 51, "samples", "It should be 50 or less."),
        (None, "shows", "x" * 1001, "shows", "It is longer than 1,000 characters."),
        (1, "prompt", " \n ", "prompt", "There is nothing in it."),
        (1, "turns", ["ok", ""], "turns[1]", "There is nothing in it."),
        (1, "tags", ["ok", "-"], "tags[1]", "A tag is made of letters, digits, spaces and hyphens, 40 at most."),
        (1, "id", "P 2", "id", "An id is made of small letters, digits, hyphens and dots, 64 at most."),
        (1, "id", "p1", "id", "Prompt 1 has the same id."),
        (1, "checks", [{"kind": "words", "most": 3}] * 11, "checks", "There are more than 10."),
        (1, "checks", [{"kind": "lacks", "texts": []}], "checks[0].texts", "There is nothing in it."),
        (1, "checks", [{"kind": "contains"}], "checks[0]", "Name the words in `any` or in `all`."),
    ],
)
def test_a_fault_is_told_at_its_field(place: int | None, name: str, value: Any, field: str, sentence: str) -> None:
    draft = TWO.with_field(place, name, value)
    assert told(draft) == [(place, field, sentence)]
    with pytest.raises(BadSuite, match=where(faults(draft)[0])):
        draft.suite()


def test_all_faults_are_told_at_once() -> None:
    two_checks = [{"kind": "sentences", "most": 1, "least": 2}, {"kind": "matches", "pattern": "("}]
    draft = TWO.with_field(None, "title", "").with_field(0, "prompt", "").with_field(1, "checks", two_checks)
    assert [(place, field) for place, field, _ in told(draft)] == [
        (None, "title"), (0, "prompt"), (1, "checks[0]"), (1, "checks[1]"),
    ]  # fmt: skip


def test_a_suite_without_prompts_is_none_and_ten_thousand_and_one_are_too_many() -> None:
    assert told(Draft(head=TWO.head)) == [(None, "items", "There is nothing in it.")]
    many = tuple({"id": f"p{number}", "prompt": "x"} for number in range(MOST_ITEMS + 1))
    assert told(Draft(head=TWO.head, items=many)) == [(None, "items", "There are more than 10,000.")]
    assert told(Draft(head=TWO.head, items=many[:-1])) == []


def test_what_is_as_if_it_were_left_out_is_left_out() -> None:
    changed = TWO.with_field(None, "samples", 3).with_field(0, "tags", ["x"]).with_field(0, "look_for", "y")
    back = changed.with_field(None, "samples", 1).with_field(0, "tags", []).with_field(0, "look_for", "")
    assert changed != TWO
    assert back == TWO


def test_fields_stand_in_the_order_in_which_people_read_them() -> None:
    draft = TWO.with_field(0, "checks", [{"kind": "refuses"}]).with_field(0, "turns", ["And?"])
    assert list(draft.items[0]) == ["id", "prompt", "turns", "checks"]


def test_a_new_prompt_gets_an_id_that_no_other_has() -> None:
    draft = TWO.with_new(1, TWO.items[0]).with_new(0, TWO.items[0])
    assert [item["id"] for item in draft.items] == ["p4", "p1", "p3", "p2"]
    assert faults(draft) == ()


@given(st.lists(st.sampled_from(["up", "down", "new", "gone"]), max_size=12))
def test_moving_loses_and_doubles_nothing(deeds: list[str]) -> None:
    draft = TWO
    for deed in deeds:
        last = len(draft.items) - 1
        if deed == "new":
            draft = draft.with_new(0, {"prompt": "x"})
        elif deed == "gone" and last > 0:
            draft = draft.without(0)
        elif last > 0:
            before = sorted(item["id"] for item in draft.items)
            draft = draft.moved(0, last) if deed == "down" else draft.moved(last, 0)
            assert sorted(item["id"] for item in draft.items) == before
    assert faults(draft) == ()
