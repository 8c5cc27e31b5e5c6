"""Short names that can be typed, and finding the model that somebody meant by one."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection
from pathlib import Path

from lab.errors import ModelNotFound
from lab.language import tr
from lab.models.gguf_header import GgufHeader

STORED_AS = r"(?:iq|tq|q)\d(?:_(?:\d|k|xxs|xs|nl|s|m|l|xl))*|bf16|fp?16|fp?32"
"""How names say in which way weights are stored, e.g. ``q4_k_m``; in lower case, to be put into patterns."""

_LONGEST = 60

# Endings that say how the weights are stored, e.g. "-Q4_K_M", ".i1-IQ3_XS", "-bf16", "-GGUF".
_STORAGE = re.compile(rf"[-._ ]+(i1|imat|gguf|ggml|{STORED_AS}|mxfp4(_moe)?|\d{{5}}-of-\d{{5}})$", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"(ggml-)?(model|unnamed|unsloth|weights|file|download)?[-_.\d]*|sha256-[0-9a-f]+|[0-9a-f]{32,}"
)


def short_name(header: GgufHeader, taken: Collection[str]) -> str:
    """A unique name for a model: its file name without the storage ending, or what its maker called it.

    The file name goes first, because that is where people see a model and where the word "Instruct" often only stands.

    Args:
        header: Of the model.
        taken: Names that are already given away.
    """
    return unique_name(plain_name(header.path, header.name or header.text("general.basename")), header, taken)


def unique_name(name: str, header: GgufHeader, taken: Collection[str]) -> str:
    """A name as it is or, if it is taken in any case, with how the weights are stored, and with a number if need be.

    Args:
        name: The wanted one.
        header: Of the model.
        taken: Names that are already given away.
    """
    used = {other.lower() for other in taken}
    if name.lower() not in used:
        return name
    name = name.lower()
    stored = f"{name}-{header.quantization.lower()}" if header.quantization else name
    candidates = (stored if number == 1 else f"{stored}-{number}" for number in range(1, len(used) + 3))
    return next(candidate for candidate in candidates if candidate not in used)


def plain_name(path: Path, title: str = "") -> str:
    """A name that can be typed, made from a file's name, or from its title or folder where that says nothing."""
    name = _typeable(path.stem)
    if _SAYS_NOTHING.fullmatch(name):
        name = _typeable(title) or _typeable(path.parent.name) or "model"
    return name


def typeable_name(name: str) -> str:
    """The same for what a place calls a model, which is no file's name: its dots are its own, e.g. ``llama3.2:1b``."""
    return _typeable(name) or "model"


def find_name(wanted: str, names: Collection[str]) -> str | None:
    """The name that was meant: in any case, or by its beginning if that fits one only.

    Returns:
        One of ``names``, or None if none fits.

    Raises:
        ModelNotFound: The beginning fits several.
    """
    low = wanted.lower()
    for name in names:
        if name.lower() == low:
            return name
    fitting = sorted(name for name in names if low and name.lower().startswith(low))
    if len(fitting) > 1:
        raise ModelNotFound(
            tr("'{wanted}' fits several models: {names}.", wanted=wanted, names=", ".join(fitting)),
            tr("Write more of the name."),
        )
    return fitting[0] if fitting else None


def not_found(wanted: str, names: Collection[str]) -> ModelNotFound:
    """The error for a name that fits no model, with names near it as the hint."""
    near = difflib.get_close_matches(wanted.lower(), sorted(names), n=3, cutoff=0.4)
    near += [name for name in sorted(names) if wanted.lower() in name.lower() and name not in near]
    if near:
        hint = tr("Did you mean {names}?", names=tr(" or ").join(near[:3]))
    elif names:
        hint = tr("In the library are: {names}.", names=", ".join(sorted(names)))
    else:
        hint = tr("The library is empty. Get the starter models with: counterpoint starter")
    return ModelNotFound(tr("There is no model called '{wanted}' and no file of that name.", wanted=wanted), hint)


def _typeable(text: str) -> str:
    text = text.strip()
    while (shorter := _STORAGE.sub("", text)) != text:
        text = shorter
    return re.sub(r"[^\w.]+", "-", text.lower()).strip("-._")[:_LONGEST]
