"""Hides the names by which an answer gives away which model wrote it, for as long as a comparison is blind.

The names are those of well-known makers and models (``resources/known_names.toml``) and what the two models' own files
call themselves. An answer that is kept stays whole; only what is shown is masked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from importlib.resources import files

import msgspec

MASK = "\u25ae\u25ae\u25ae"
"""Stands for a name, however long that is."""

# Scripts that put no space between words, or hang endings on a foreign word: beside a name they are no part of it.
_WITHOUT_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_LETTER = rf"[^\W_{_WITHOUT_SPACES}]"
_BEFORE, _BEHIND = rf"(?<!{_LETTER})", rf"(?!{_LETTER})"
_DASHES = r"\-\u2010-\u2015\u2212_"
_GAP = rf"[\s{_DASHES}.]"
# "3", "-3.2", " 4o", "-135M"; then what makers hang on: a chat model would give itself away by "-Instruct" alone.
_VERSION = rf"(?>{_GAP}?[vVrR]?\d++(?:\.\d++)*+[a-zA-Z]?)"
_HUNG_ON = (
    rf"(?i:[{_DASHES}](?:instruct|chat|base|it|pt|sft|dpo|large|medium|small|mini|nano|tiny|pro|coder|code|math|vl"
    r"|distill|next|preview|latest|gguf)|[\s\-_](?:instruct|turbo|opus|sonnet|haiku|flash|ultra|copilot))"
)
_LEAST_LETTERS = 3
_PIECES = re.compile(r"[^\W_]+")
_IS_NO_NAME = re.compile(r"v?\d+(\.\d+)*[a-z]?|i?q\d.*|bf16|f16|f32|fp\d+|mxfp\d|\d+x\d+[bm]", re.IGNORECASE)
_NUMBER_BEHIND = re.compile(r"[\d.]+[a-zA-Z]?$")


class _Listed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    any_case: tuple[str, ...]
    as_written: tuple[str, ...]


class _Generic(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    words: frozenset[str]


class _Known(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    makers: _Listed
    models: _Listed
    generic: _Generic


class Masker:
    """Finds and hides names.

    Args:
        models: What the files of the models that answer are called, or call themselves.
        makers: Whom those files name as their makers.
    """

    def __init__(self, models: Iterable[str] = (), makers: Iterable[str] = ()) -> None:
        self._models, self._makers = tuple(models), tuple(makers)

    @cached_property
    def _names(self) -> re.Pattern[str]:
        # Late: it takes 20 ms, and whoever never compares blind never needs it.
        own_models = {name for text in self._models for name in _names_in(text)}
        return _pattern(tuple(sorted(own_models)), tuple(sorted(set(map(_whole, self._makers)) - {""})))

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where names stand: begin and end of each, in characters, in the order of the text."""
        return [match.span() for match in self._names.finditer(text)]

    def hide(self, text: str) -> str:
        """The text with every name replaced by ``MASK``; the same text if there is none."""
        return self._names.sub(MASK, text)


@lru_cache
def _known() -> _Known:
    data = (files("resources") / "known_names.toml").read_bytes()
    return msgspec.toml.decode(data, type=_Known)


@lru_cache(maxsize=16)
def _pattern(models: tuple[str, ...], makers: tuple[str, ...]) -> re.Pattern[str]:
    known = _known()
    maker = rf"{_any_of((*makers, *known.makers.any_case))}|{_any_of(known.makers.as_written, as_written=True)}"
    model = rf"{_any_of((*models, *known.models.any_case))}|{_any_of(known.models.as_written, as_written=True)}"
    whole_words = rf"{_BEFORE}(?:(?:{maker}){_BEHIND}|(?:{model})(?:{_VERSION}|{_HUNG_ON})*{_BEHIND})"
    # A name that is written in a script without spaces has no borders.
    unbordered = "|".join(name for name in (*known.makers.any_case, *known.models.any_case) if _has_no_borders(name))
    return re.compile(rf"{whole_words}|{unbordered}")


def _any_of(names: Iterable[str], *, as_written: bool = False) -> str:
    bordered = {name for name in names if not _has_no_borders(name)}
    longest_first = sorted(bordered, key=lambda name: (-len(name), name))
    flag = "" if as_written else "i"
    return rf"(?{flag}:{'|'.join(_spelled(name) for name in longest_first)})"


def _has_no_borders(name: str) -> bool:
    return bool(re.match(f"[{_WITHOUT_SPACES}]", name))


def _spelled(name: str) -> str:
    """A name, with its gaps and hyphens written in any way or left out."""
    return rf"{_GAP}?".join(re.escape(part) for part in re.split(r"[ \-]", name))


def _whole(text: str) -> str:
    """A whole name, its pieces one space apart; empty if it is too common or too short to be one."""
    pieces = _PIECES.findall(text)
    if len(pieces) == 1 and (len(pieces[0]) < _LEAST_LETTERS or pieces[0].lower() in _known().generic.words):
        return ""
    return " ".join(pieces)


def _names_in(text: str) -> set[str]:
    """A model's whole name, and those of its pieces that are names too: its family, and what looks made up."""
    generic = _known().generic.words
    found = {_whole(text)} - {""}
    for place, piece in enumerate(_PIECES.findall(text)):
        stem = _NUMBER_BEHIND.sub("", piece)
        looks_made_up = stem != piece or (stem[1:] != stem[1:].lower() and not stem.isupper())
        if place and not looks_made_up:
            continue  # such as "story" or "time", which an answer may well use
        if len(stem) >= _LEAST_LETTERS and not _IS_NO_NAME.fullmatch(piece) and stem.lower() not in generic:
            found.add(stem)
    return found
