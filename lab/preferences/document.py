"""The file on disk: one JSON object, taken field by field, replaced as a whole."""

from __future__ import annotations

import math
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

import msgspec

from lab.generation.sampler_ranges import RANGES
from lab.preferences.values import Preferences, Preset, SideSettings
from lab.records import SamplerSettings
from lab.whole_file import write_whole

Document = dict[str, Any]
"""What the file says, also what this version of the program doesn't know."""

_T = TypeVar("_T")


class DamagedDocument(Exception):
    """The file is there, but is not a JSON object."""


def read_document(path: Path) -> Document | None:
    """What the file says; None if there is no file.

    Raises:
        DamagedDocument: It is not a JSON object.
        OSError: It can't be read.
    """
    try:
        document = msgspec.json.decode(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DamagedDocument(str(error)) from error
    if not isinstance(document, dict):
        raise DamagedDocument("it holds no JSON object")
    return document


def write_document(path: Path, document: Document) -> None:
    """Put a new file in the old one's place, so that at any moment one of them is whole.

    Raises:
        OSError: The folder can't take it; the old file is still there.
    """
    data = msgspec.json.format(msgspec.json.encode(document), indent=1)
    write_whole(path, data)


def set_aside(path: Path) -> Path:
    """Rename the file; nothing is thrown away.

    Returns:
        Where it is now.

    Raises:
        OSError: It can't be renamed.
    """
    stem = f"{path.stem}.damaged-{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    target = path.with_name(f"{stem}{path.suffix}")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{stem}-{number}{path.suffix}")
    return path.rename(target)


def preferences_from(document: Document) -> Preferences:
    """The preferences; a value that is missing or makes no sense is the default, all others stand."""
    # What is an aspect now was a reason once.
    return _taken({"aspects": document.get("reasons", ()), **document}, Preferences)


def spelled(value: Any) -> Any:
    """A value of the preferences as it stands in the document."""
    return _writable(msgspec.to_builtins(value))


def _writable(value: Any) -> Any:
    """JSON has no infinity, so it is written as text; UTF-8 has no half of a surrogate pair, so that is replaced."""
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {key: _writable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_writable(inner) for inner in value]
    return value


def _taken(raw: Any, kind: type[_T]) -> _T:
    """A dataclass out of what JSON says, each field by itself."""
    if not isinstance(raw, dict):
        return kind()
    values = {}
    for name, field_kind, default in _fields_of(cast(Any, kind)):
        if name in raw:
            value = _value(raw[name], field_kind, default)
            if kind is not SamplerSettings or _is_in_range(name, value):
                values[name] = value
    return kind(**values)


def _value(raw: Any, kind: Any, default: Any) -> Any:
    if is_dataclass(kind) and isinstance(kind, type):
        return _taken(raw, kind)
    if get_origin(kind) is tuple and get_args(kind)[0] is Preset:
        return _presets(raw)
    try:
        # Not strict: that is how msgspec takes "-inf" for a number.
        return msgspec.convert(raw, kind, strict=False)
    except msgspec.ValidationError:
        return default


def _presets(raw: Any) -> tuple[Preset, ...]:
    """Those that have a name; the first of each."""
    found: dict[str, Preset] = {}
    for item in raw if isinstance(raw, list) else ():
        name = item.get("name") if isinstance(item, dict) else None
        if isinstance(name, str) and name.strip():
            preset = Preset(name=name, settings=_taken(item.get("settings"), SideSettings))
            found.setdefault(name.casefold(), preset)
    return tuple(found.values())


def _is_in_range(name: str, value: Any) -> bool:
    return name not in RANGES or RANGES[name].allows(value)


@lru_cache
def _fields_of(kind: Any) -> tuple[tuple[str, Any, Any], ...]:
    """Name, type and default of each field."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple((field.name, hints[field.name], _default_of(field)) for field in fields(kind))


def _default_of(field: Any) -> Any:
    return field.default_factory() if field.default is MISSING else field.default
