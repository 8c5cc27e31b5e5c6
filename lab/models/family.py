"""Which family a model belongs to, e.g. ``smollm2`` or ``gemma-3``: what base and chat models of one maker share."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lab.models.gguf_header import GgufHeader
from lab.models.kind_words import BASE_WORDS, CHAT_WORDS
from lab.models.naming import plain_name

# "7B", "0.5b", "135M", "8x7b": behind it come the words for the training, in front of it stands the family.
_SIZE = re.compile(r"\d+(x\d+)?([._]\d+)?[bm]", re.IGNORECASE)
_MAKER = re.compile(r"^(?:[\w.-]+/|[a-z]+_(?=[a-z]))", re.IGNORECASE)  # "google/…", "mistralai_…"
_DATE_OR_VERSION = re.compile(r"\d{4}|v\d+([._]\d+)*|hf|gguf")


def family_of(header: GgufHeader) -> str:
    """The family's name in lower case, as far as the names in the file tell; its architecture if they don't.

    The names of derived models (Zephyr, Hermes) are families of their own here; ``pair`` sees by the shape that they
    stem from another one.
    """
    for text in (header.text("general.basename"), header.name, plain_name(header.path)):
        family = _before_the_size(text)
        if family:
            return family
    return header.architecture


def search_words(family: str, parameters: int, names: Iterable[str]) -> str:
    """What to search for to find other files of a model, e.g. ``qwen2.5 7b``: its family, and its size as it is called.

    Args:
        family: As ``family_of`` gives it.
        parameters: How many weights it has; only looked at if no name says the size, for no model has a round number.
        names: What the file and its maker call it.
    """
    called = (word.lower() for name in names for word in re.split(r"[-_:/\s]+", name) if _SIZE.fullmatch(word))
    counted = f"{parameters / 1e9:.0f}b" if parameters >= 1e9 else f"{parameters / 1e6:.0f}m"
    return f"{family} {next(called, counted)}".strip()


def _before_the_size(text: str) -> str:
    text = _MAKER.sub("", text.strip().lower())
    words = []
    for word in re.split(r"[-_\s]+", text):
        if _SIZE.fullmatch(word):
            break
        words.append(word)
    while words and (_DATE_OR_VERSION.fullmatch(words[-1]) or words[-1] in CHAT_WORDS | BASE_WORDS):
        words.pop()
    return "-".join(word for word in words if word)
