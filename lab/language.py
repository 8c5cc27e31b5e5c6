"""Texts for people in their own language.

What people read is written in English where it is used, as ``tr("…")``, which Qt's tools find. Whoever shows a window
installs a translator before anything else is imported, so that texts of modules are translated, too. Without one, as in
the terminal, they stay English. Workers have none either, but remember what their texts are made of, for whoever has.
"""

from __future__ import annotations

from collections.abc import Callable

Translate = Callable[[str, str], str]
"""Gives a text in another language, from the text and a comment that tells two meanings apart; itself if unknown."""

ENGLISH = "en"

_FEWEST_OF_MANY = {"fr": 2}
"""From which number on a language speaks of many; English says ``0 answers``, French ``0 réponse``."""

_MOST_PLACES = 6

_language = ENGLISH
_translate: Translate | None = None
_remembers = False
_decimal_mark, _thousands_mark = ".", ","


def install(language: str, translate: Translate | None, *, decimal_mark: str = ".", thousands_mark: str = ",") -> None:
    """Speak another language from now on.

    Args:
        language: Its code, e.g. ``fr``.
        translate: Looks texts up; None for English.
        decimal_mark: What stands before the tenths of a number.
        thousands_mark: What stands between groups of three digits.
    """
    global _language, _translate, _decimal_mark, _thousands_mark
    _language, _translate = language, translate
    _decimal_mark, _thousands_mark = decimal_mark, thousands_mark


class Text(str):
    """A text that remembers what it was made of."""

    __slots__ = ("comment", "english", "values")
    english: str
    """As it stands in the code, with its places."""
    comment: str
    values: dict[str, object]


class Figure(str):
    """A written number that remembers what it is."""

    __slots__ = ("places", "value")
    value: float
    places: int


def remember() -> None:
    """Make every ``Text`` and ``Figure`` such from now on, so that they can be said again elsewhere."""
    global _remembers
    _remembers = True


def said_again(told: str, text: str, comment: str, /, **values: object) -> str:
    """A text from a process that nobody trusts, in the language that is spoken.

    Only what is a known text is filled in, for the places of a stranger's text could ask for anything.

    Args:
        told: As it came, in English; the answer if the text is not known, or its values don't fit.
        text: What it was made of; see ``tr``.
        comment: See ``tr``.
        **values: See ``tr``.
    """
    found = text if _translate is None else _translate(text, comment)
    if found == text:
        return told
    try:
        return found.format(**values)
    except (LookupError, ValueError):
        return told


def language() -> str:
    """The code of the language that is spoken."""
    return _language


def tr(text: str, comment: str = "", /, **values: object) -> str:
    """A text for people.

    Args:
        text: English; a literal, else Qt's tools don't find it. Places for values stand in braces by name: ``{name}``.
        comment: Tells two meanings of one text apart, for translators.
        **values: What stands in those places; numbers with a fraction come from ``number``.
    """
    found = text if _translate is None else _translate(text, comment)
    said = found.format(**values) if values else found
    if _remembers:
        said = Text(said)
        said.english, said.comment, said.values = text, comment, values
    return said


def counted(count: int, one: str, many: str, /, **values: object) -> str:
    """A text about one or many.

    Args:
        count: How many; stands in the text as ``{n}``, written as a ``number``.
        one: About a single one, from ``tr``, e.g. ``tr("{n} answer")``.
        many: About several, from ``tr``.
        **values: What else stands in the text.
    """
    is_one = count < _FEWEST_OF_MANY[_language] if _language in _FEWEST_OF_MANY else count == 1
    return (one if is_one else many).format(n=number(count), **values)


def number(value: float, places: int = 0) -> str:
    """A number as the language writes it.

    Args:
        value: Any number.
        places: How many digits stand behind the mark.
    """
    # A whole number stays exact, however large; as a fraction it would be rounded to 16 digits.
    english = f"{value:,}" if isinstance(value, int) and not places else f"{value:,.{places}f}"
    if _remembers:
        figure = Figure(english)
        figure.value, figure.places = value, places
        return figure
    return english.translate({ord(","): _thousands_mark, ord("."): _decimal_mark})


def short_number(value: float, fewest_places: int = 0) -> str:
    """A number with as few digits as say it, but at least so many places behind the mark."""
    places = range(fewest_places, _MOST_PLACES)
    return number(value, next((each for each in places if round(value, each) == value), _MOST_PLACES))
