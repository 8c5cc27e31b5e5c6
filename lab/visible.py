"""Makes visible what a text from a model or a file could steer its reader with."""

from __future__ import annotations

import re

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """Text from a model or a file that can't steer a terminal or turn the writing around.

    Control characters (escape codes among them) become their pictures, and marks that turn the direction of writing
    around become U+FFFD. Halves of characters become U+FFFD too, since nothing can
    write them. Line breaks and tabs stay. Every character stays one character.
    """
    return _STEERING.sub(_picture, text)


def spelled_out(json: str) -> str:
    r"""The same JSON with all that could steer a terminal as ``\u009b``; whoever reads it gets the same text."""
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", json)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
