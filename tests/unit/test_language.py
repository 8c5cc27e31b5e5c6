"""Texts in another language, without a window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lab import language
from lab.language import counted, number, tr

FRENCH = {("{n} answer", ""): "{n} réponse", ("{n} answers", ""): "{n} réponses", ("Open", "a verb"): "Ouvrir"}


@pytest.fixture
def in_french() -> Iterator[None]:
    language.install(
        "fr", lambda text, comment: FRENCH.get((text, comment), text), decimal_mark=",", thousands_mark="\u202f"
    )
    yield
    language.install(language.ENGLISH, None)


def test_without_a_translator_texts_are_english() -> None:
    assert tr("Open", "a verb") == "Open"
    assert tr("{side} is better", side="A") == "A is better"


def test_a_text_in_braces_that_has_no_values_is_left_alone() -> None:
    assert tr("{n} answer") == "{n} answer"


@pytest.mark.parametrize(("count", "text"), [(0, "0 answers"), (1, "1 answer"), (2, "2 answers")])
def test_english_speaks_of_one_only_at_one(count: int, text: str) -> None:
    assert counted(count, tr("{n} answer"), tr("{n} answers")) == text


@pytest.mark.usefixtures("in_french")
@pytest.mark.parametrize(("count", "text"), [(0, "0 réponse"), (1, "1 réponse"), (2, "2 réponses")])
def test_french_speaks_of_one_below_two(count: int, text: str) -> None:
    assert counted(count, tr("{n} answer"), tr("{n} answers")) == text


@pytest.mark.usefixtures("in_french")
def test_a_comment_tells_two_meanings_apart() -> None:
    assert (tr("Open", "a verb"), tr("Open")) == ("Ouvrir", "Open")


@pytest.mark.usefixtures("in_french")
def test_many_are_written_as_the_language_writes_numbers() -> None:
    assert counted(1200, tr("{n} answer"), tr("{n} answers")) == "1\u202f200 réponses"


def test_numbers_are_written_as_the_language_does() -> None:
    assert number(1234.56, 1) == "1,234.6"


@pytest.mark.usefixtures("in_french")
def test_numbers_in_french_have_a_comma_and_narrow_spaces() -> None:
    assert number(1234.56, 1) == "1\u202f234,6"
