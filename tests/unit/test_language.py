"""Texts in another language, without a window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lab import language
from lab.language import Figure, Text, counted, number, said_again, short_number, tr

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


def test_a_large_whole_number_keeps_its_digits() -> None:
    assert number(10**17 - 1) == "99,999,999,999,999,999"


@pytest.mark.usefixtures("in_french")
def test_numbers_in_french_have_a_comma_and_narrow_spaces() -> None:
    assert number(1234.56, 1) == "1\u202f234,6"


def test_texts_are_plain_unless_they_are_to_be_remembered() -> None:
    assert type(tr("{n} answer", n=1)) is str
    assert type(number(1.5, 1)) is str


def test_a_remembered_text_knows_what_it_was_made_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_remembers", True)
    said, written = tr("Open", "a verb"), number(1234.5, 1)
    assert isinstance(said, Text)
    assert (said, said.english, said.comment, said.values) == ("Open", "Open", "a verb", {})
    assert isinstance(written, Figure)
    assert (written, written.value, written.places) == ("1,234.5", 1234.5, 1)


@pytest.mark.usefixtures("in_french")
def test_a_known_text_is_said_again_in_the_language_that_is_spoken() -> None:
    assert said_again("3 answers", "{n} answers", "", n="3") == "3 réponses"


@pytest.mark.usefixtures("in_french")
@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("{n.__class__} answers", {"n": "3"}),
        ("{n:>999999999}", {"n": "3"}),
        ("{n} answers", {"m": "3"}),
        ("{n} answers", {}),
    ],
    ids=["asks for more", "asks for a lot", "another value", "no value"],
)
def test_a_text_that_is_not_known_or_lacks_a_value_stays_as_it_came(text: str, values: dict[str, str]) -> None:
    assert said_again("as it came {n}", text, "", **values) == "as it came {n}"


@pytest.mark.usefixtures("in_french")
def test_a_value_is_no_text_to_be_filled_in() -> None:
    assert said_again("x", "{n} answers", "", n="{n.__class__} {0}") == "{n.__class__} {0} réponses"


def test_without_a_translator_nothing_is_filled_in() -> None:
    assert said_again("as it came", "{n:>999999999}", "", n="3") == "as it came"


@pytest.mark.parametrize(
    ("value", "fewest", "said"), [(1.0, 0, "1"), (1.0, 1, "1.0"), (0.05, 1, "0.05"), (1 / 3, 0, "0.333333")]
)
def test_a_number_has_as_few_digits_as_it_needs(value: float, fewest: int, said: str) -> None:
    assert short_number(value, fewest) == said
