"""The rows of the list, before anything is painted."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from lab.records import KeptSession, SearchHit
from lab.storage.trash import Trashed
from ui.history.entries import PINNED, of_hit, of_session, of_trashed, places

NOW = datetime(2026, 3, 12, 12, tzinfo=UTC)


def kept(**changes: object) -> KeptSession:
    fields: dict[str, object] = {
        "id": "s1", "title": "", "pinned": False, "tags": (), "created_utc": "2026-03-12T11:00:00.000Z",
        "updated_utc": "2026-03-12T11:30:00.000Z", "trashed_utc": None, "first_prompt": "Why is\nthe sky blue?",
        "comparisons": 3,
    }  # fmt: skip
    return KeptSession(**{**fields, **changes})  # type: ignore[arg-type]


def deleted(**changes: object) -> Trashed:
    fields: dict[str, object] = {
        "session_id": "s1", "comparison_id": "", "title": "", "prompt": "Why?", "comparisons": 2,
        "trashed_utc": "2026-03-12T11:00:00.000Z",
    }  # fmt: skip
    return Trashed(**{**fields, **changes})  # type: ignore[arg-type]


def found(text: str, excerpt: str) -> list[str]:
    return [excerpt[start : start + length] for start, length in places(excerpt, text)]


@pytest.mark.parametrize(
    ("text", "excerpt", "shown"),
    [
        ("sky", "The sky is blue", ["sky"]),
        ("SKY blu", "The sky is blue", ["sky", "blu"]),
        ("muller", "Herr Müller kam", ["Mülle" + "r"]),
        ("ell", "hello, ellipse", ["ell"]),  # only where a word begins
        ("a", "a cat and a", ["a", "a"]),  # a single letter is a word of its own
        ('"the sky', "the sky", ["the", "sky"]),
        ("天", "今天天气", ["天", "天"]),
        ("rain", "🌸 rain 🌸", ["rain"]),
        ("zebra", "The sky", []),
        ("", "The sky", []),
        ("***", "a*b", []),
    ],
)
def test_what_was_searched_for_is_found_in_the_excerpt(text: str, excerpt: str, shown: list[str]) -> None:
    assert found(text, excerpt) == shown


def test_a_conversation_goes_by_its_title_or_else_by_its_first_prompt() -> None:
    assert of_session(kept(), NOW).title == "Why is the sky blue?"
    assert of_session(kept(title="Sky"), NOW).title == "Sky"
    assert of_session(kept(first_prompt="", comparisons=0), NOW).title == "Nothing asked yet"
    assert of_session(kept(comparisons=1), NOW).beneath == "1 turn"


def test_a_pinned_conversation_stands_below_its_own_heading() -> None:
    assert of_session(kept(), NOW).group == "Today"
    assert of_session(kept(pinned=True), NOW).group == PINNED


def test_a_prompt_of_a_megabyte_becomes_a_short_line() -> None:
    title = of_session(kept(first_prompt="word " * 200_000), NOW).title
    assert len(title) < 210
    assert title.endswith("…")


def test_marks_that_turn_the_writing_around_are_made_visible() -> None:
    assert "\u202e" not in of_session(kept(title="a\u202eb"), NOW).title


def test_the_best_match_comes_first_so_only_a_list_without_a_text_has_days() -> None:
    hit = SearchHit(
        comparison_id="c1", session_id="s1", session_title="Sky", prompt="Why?", excerpt="… blue …",
        created_utc="2026-03-12T11:00:00.000Z",
    )  # fmt: skip
    assert of_hit(hit, "blue", NOW).group == ""
    assert of_hit(hit, "", NOW).group == "Today"
    assert of_hit(hit, "blue", NOW).key == ("s1", "c1")
    assert "blue" in of_hit(hit, "blue", NOW).spoken


@pytest.mark.parametrize(
    ("comparisons", "beneath"), [(None, "one comparison and what goes on from it"), (1, "1 turn"), (2, "2 turns")]
)
def test_what_was_deleted_says_how_much_of_a_conversation_it_is(comparisons: int | None, beneath: str) -> None:
    assert of_trashed(deleted(comparisons=comparisons), NOW).beneath == beneath


def test_what_was_deleted_stands_below_the_day_on_which_it_was() -> None:
    assert of_trashed(deleted(), NOW).group == "Deleted today"
    assert of_trashed(deleted(trashed_utc="2026-03-11T12:00:00.000Z"), NOW).group == "Deleted yesterday"
    assert of_trashed(deleted(trashed_utc="2026-01-05T12:00:00.000Z"), NOW).group.startswith("Deleted on ")


def test_what_was_deleted_goes_by_its_title_or_else_by_its_prompt() -> None:
    assert of_trashed(deleted(title="Sky"), NOW).title == "Sky"
    assert of_trashed(deleted(), NOW).title == "Why?"
    assert of_trashed(deleted(prompt=""), NOW).title == "Nothing asked yet"
