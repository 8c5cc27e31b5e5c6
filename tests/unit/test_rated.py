"""What answers are rated on, and the user's own words beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab import words
from lab.preferences import ASPECTS, MOST_OWN, TAGS, PreferencesFile, as_offered, shown, with_own


def test_an_own_word_is_tidied_and_stands_at_the_end() -> None:
    assert with_own(("dry",), "  very \n terse ", TAGS) == ("dry", "very terse")


@given(st.lists(st.text(max_size=60), max_size=30))
def test_own_words_stay_few_and_short_and_differ_from_all_others(typed: list[str]) -> None:
    own: tuple[str, ...] = ()
    for word in typed:
        own = with_own(own, word, ASPECTS)
    assert len(own) <= MOST_OWN
    assert all(0 < len(word) <= 40 and "\n" not in word for word in own)
    folded = [word.casefold() for word in (*ASPECTS, *own)]
    assert len(set(folded)) == len(folded)


def test_a_word_that_is_offered_keeps_its_spelling() -> None:
    assert as_offered(" Chatty ", TAGS) == "chatty"
    assert as_offered(" Dry  wit ", TAGS) == "Dry wit"


def test_all_that_is_offered_can_be_shown_in_another_language_and_own_words_stay_as_they_are() -> None:
    assert set(words.RATED_WORDS) == {*ASPECTS, *TAGS}
    assert shown("Dry wit") == "Dry wit"


def test_a_word_typed_as_it_is_shown_is_kept_as_it_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(words.RATED_WORDS, "chatty", "bavarde")
    assert shown("chatty") == "bavarde"
    assert as_offered(" Bavarde ", TAGS) == as_offered("chatty", TAGS) == "chatty"
    assert with_own((), "bavarde", TAGS) == ()


def test_what_was_an_own_reason_once_is_offered_as_an_aspect(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(json.dumps({"reasons": ["funny"]}), encoding="utf-8")
    file = PreferencesFile(path)
    assert file.value.aspects == ("funny",)
    file.change(aspects=())
    assert PreferencesFile(path).value.aspects == ()
