"""Figure 13: 500 model files, how soon they are listed the first time and how soon from what is remembered of them."""

from __future__ import annotations

import struct
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure, Goal, Say
from lab.models.discovery import Discovery
from lab.models.places import Place

FILES = 500
GOAL_FIRST = Goal(limit=10, at_least=False)
GOAL_AGAIN = Goal(limit=0.5, at_least=False)
VOCABULARIES = ((32_000, 0), (49_152, 48_900), (128_256, 280_147), (151_936, 151_387), (262_144, 0))
"""How many tokens and merges there are in Llama 2, SmolLM2, Llama 3, Qwen and Gemma; they take most of the time."""

_UINT32, _FLOAT32, _STRING, _ARRAY = 4, 6, 8, 9


def measure(repeats: int, say: Say, files: int = FILES) -> list[Figure]:
    """Make files in a folder that goes away, each with a header of its own, and search it again and again.

    The files lie in the system's memory while they are read, as they do when they were written a moment ago; what is
    measured is our own reading, not the disk. They take 1.9 GB.

    Args:
        repeats: How many searches of each kind.
        say: Told what is going on.
        files: How many files there are.
    """
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder) / "models"
        say(f"Making {files} model files with vocabularies as large as real ones")
        _make(top, files)
        first: list[float] = []
        again: list[float] = []
        for number in range(repeats):
            cache = Path(folder) / f"found-{number}"
            first.append(_search(top, cache, files))
            again.append(_search(top, cache, files))
            say(f"  {number + 1} of {repeats}: {first[-1]:.2f} s, then {again[-1]:.3f} s")
        parts = {"files": files, "headers_mb": sum(path.stat().st_size for path in top.rglob("*.gguf")) / 1e6}
    return [
        Figure(
            number=13,
            what=f"{files} files, the first time",
            values=tuple(first),
            goal=GOAL_FIRST,
            unit="s",
            parts=parts,
        ),
        Figure(
            number=13, what=f"{files} files, remembered", values=tuple(again), goal=GOAL_AGAIN, unit="s", parts=parts
        ),
    ]


def _search(top: Path, cache: Path, files: int) -> float:
    began = time.perf_counter()
    found = list(Discovery([Place(name="Folder", folder=top)], cache_path=cache).run())
    took = time.perf_counter() - began
    if len(found) != files or not all(file.usable for file in found):
        raise RuntimeError(f"{len(found)} of {files} files were found")
    return took


def _make(top: Path, files: int) -> None:
    vocabularies = [_vocabulary(tokens, merges) for tokens, merges in VOCABULARIES]
    for number in range(files):
        folder = top / f"maker-{number % 20}" / f"Tiny-{number}-GGUF"
        folder.mkdir(parents=True)
        path = folder / f"Tiny-{number}{'-Instruct' if number % 2 else ''}.gguf"
        path.write_bytes(_file(number, vocabularies[number % len(vocabularies)]))


def _vocabulary(tokens: int, merges: int) -> list[bytes]:
    """The metadata entries with the tokens, words of one to eleven letters, with their scores, and with merges."""
    letters = b"abcdefghijk"
    words = [letters[: number % 11 + 1] for number in range(max(tokens, merges))]
    entries = [
        _list("tokenizer.ggml.tokens", _STRING, tokens) + b"".join(map(_text, words[:tokens])),
        _list("tokenizer.ggml.scores", _FLOAT32, tokens) + bytes(4 * tokens),
        _text(b"tokenizer.ggml.eos_token_id") + _value(tokens - 1),
    ]
    if merges:
        pairs = b"".join(_text(word[:1] + b" " + word) for word in words[:merges])
        entries.append(_list("tokenizer.ggml.merges", _STRING, merges) + pairs)
    return entries


def _file(number: int, vocabulary: list[bytes]) -> bytes:
    """A whole model of one tiny matrix, with the entries of a usual header."""
    fields: dict[str, str | int] = {
        "general.architecture": "llama",
        "general.type": "model",
        "general.name": f"Tiny {number}",
        "llama.context_length": 8192,
        "llama.embedding_length": 2048,
        "llama.block_count": 16,
        "llama.feed_forward_length": 8192,
        "llama.attention.head_count": 32,
        "llama.attention.head_count_kv": 8,
        "general.file_type": 15,
        "tokenizer.ggml.pre": "llama-bpe",
        "tokenizer.chat_template": "{% for m in messages %}{{ m.content }}{% endfor %}" * 40,
    }
    entries = [*(_text(key.encode()) + _value(value) for key, value in fields.items()), *vocabulary]
    tensor = _text(b"blk.0.attn_q.weight") + struct.pack("<IqqIQ", 2, 32, 1, 0, 0)
    head = b"GGUF" + struct.pack("<IQQ", 3, 1, len(entries)) + b"".join(entries) + tensor
    return head + bytes(-len(head) % 32 + 32 * 4)


def _list(key: str, item_type: int, length: int) -> bytes:
    return _text(key.encode()) + struct.pack("<IIQ", _ARRAY, item_type, length)


def _value(value: str | int) -> bytes:
    if isinstance(value, int):
        return struct.pack("<II", _UINT32, value)
    return struct.pack("<I", _STRING) + _text(value.encode())


def _text(data: bytes) -> bytes:
    return struct.pack("<Q", len(data)) + data
