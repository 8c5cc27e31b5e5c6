"""Headers of well-known model files in a few lines each, and a writer that makes files of them; no weights anywhere."""

from __future__ import annotations

import struct
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_TABLE = tomllib.loads((Path(__file__).parent / "kinds.toml").read_text(encoding="utf-8"))

ROWS: list[dict[str, Any]] = _TABLE["header"]
"""The rows of the table, in its order."""

_STRING, _ARRAY, _UINT32 = 8, 9, 4


def write_header(path: Path, fields: Mapping[str, Any]) -> Path:
    """Write a file that has a header and nothing else.

    Args:
        path: The file to write.
        fields: Texts, whole numbers and lists of texts by their keys.
    """
    body = b"".join(_text(key) + _value(value) for key, value in fields.items())
    path.write_bytes(b"GGUF" + struct.pack("<IQQ", 3, 0, len(fields)) + body)
    return path


def file_of(row: Mapping[str, Any], folder: Path) -> Path:
    """Make the file that a row of the table describes."""
    architecture = row["arch"]
    fields: dict[str, Any] = {"general.architecture": architecture, "general.name": row["name"]}
    if not row.get("old"):
        fields["general.type"] = "model"
    keys = {
        "basename": "general.basename",
        "finetune": "general.finetune",
        "parent": "general.base_model.0.name",
        "tags": "general.tags",
        "datasets": "general.datasets",
    }
    fields |= {key: row[short] for short, key in keys.items() if short in row}
    tokens = ["<unk>", "<s>", row["end"], "a", "b"]
    fields |= {
        f"{architecture}.context_length": 4096,
        "tokenizer.ggml.tokens": tokens,
        "tokenizer.ggml.eos_token_id": 2,
    }
    if "template" in row:
        fields["tokenizer.chat_template"] = _TABLE["templates"][row["template"]]
    return write_header(folder / row["file"], fields)


def _value(value: str | int | list[str]) -> bytes:
    if isinstance(value, str):
        return struct.pack("<I", _STRING) + _text(value)
    if isinstance(value, int):
        return struct.pack("<II", _UINT32, value)
    return struct.pack("<IIQ", _ARRAY, _STRING, len(value)) + b"".join(map(_text, value))


def _text(text: str) -> bytes:
    data = text.encode()
    return struct.pack("<Q", len(data)) + data
