"""Reads what a GGUF file says about itself, without loading it and without trusting it.

A header comes from anywhere, and readers of it have had holes (CVE-2025-53630, CVE-2026-27940) and hangs. This one
keeps to fixed budgets (see ``gguf_walk``), never raises anything but ``BadModelFile``, and passes a vocabulary of
262,144 tokens in about a tenth of a second. Format: ggml/docs/gguf.md, versions 2 and 3, little endian.
"""

from __future__ import annotations

import os
import stat
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from lab.errors import BadModelFile
from lab.language import number, tr
from lab.models.gguf_suspects import not_a_gguf
from lab.models.gguf_types import ARRAY, FILE_TYPES, WEIGHT_TYPES
from lab.models.gguf_walk import GgufList, GgufWalk, Scalar, TextMark, damaged, tokens_digest

MAX_KEYS = 4096
"""No file has more metadata entries; real ones have 20 to 100."""

MAX_TENSORS = 65_536
"""No file has more tensors; the largest mixture-of-experts models have a few thousand."""

_MAX_KEY_BYTES = 65_535  # by the specification
_MAX_DIMENSIONS = 4
_SMALLEST_ENTRY_BYTES = 13  # an empty key, a type and one byte
_SMALLEST_TENSOR_BYTES = 24  # an empty name, no dimensions, a type and an offset
_TOKENS_KEY = "tokenizer.ggml.tokens"


class UnreadableModelFile(BadModelFile):
    """The system does not give the file at the moment; what is in it is not to blame, and later it may be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GgufHeader:
    """What a sound GGUF file says about itself."""

    path: Path
    file_bytes: int
    mtime_ns: int
    """When the file was last changed."""
    version: int
    """Of the format: 2 or 3."""
    metadata: dict[str, Scalar | GgufList]
    """Every entry by its key; long lists only as their type and length."""
    tensor_count: int
    parameters: int
    """How many weights all tensors have together."""
    matrix_bytes_by_type: dict[str, int]
    """Bytes of the weight matrices by weight type, without the token embedding."""
    tokenizer_sha256: str
    """Of the token list as it stands in the file; empty if there is none."""
    vocabulary_tokens: int
    end_token: str
    """Text of the token with which it ends an answer, e.g. ``<|im_end|>``; empty if the file does not say."""
    parts_read: int = 1
    """How many files of a split model this was put together from (see ``split_files``)."""

    def text(self, key: str) -> str:
        """The text under ``key``, stripped; empty if there is none."""
        value = self.metadata.get(key)
        return value.strip() if isinstance(value, str) else ""

    def number(self, key: str) -> int | None:
        """The whole number under ``key``, or None."""
        value = self.metadata.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of the short list under ``key``; empty if there is none."""
        value = self.metadata.get(key)
        return tuple(item for item in value.values if isinstance(item, str)) if isinstance(value, GgufList) else ()

    def of_architecture(self, key: str) -> Scalar | GgufList | None:
        """The value of this architecture's own ``key``, e.g. ``attention.head_count`` of ``llama``."""
        return self.metadata.get(f"{self.architecture}.{key}")

    @property
    def architecture(self) -> str:
        """llama.cpp's name for it, e.g. ``gemma3``; empty if the file does not say."""
        return self.text("general.architecture")

    @property
    def name(self) -> str:
        """What its maker called it."""
        return self.text("general.name")

    @property
    def chat_template(self) -> str | None:
        """The Jinja template for conversations, exactly as it stands there."""
        value = self.metadata.get("tokenizer.chat_template")
        return value if isinstance(value, str) and value.strip() else None

    @property
    def context_tokens(self) -> int:
        """The longest context it was trained for; 0 if the file does not say."""
        return max(0, self.number(f"{self.architecture}.context_length") or 0)

    @property
    def layers(self) -> int:
        """How many blocks it claims to have."""
        return max(0, self.number(f"{self.architecture}.block_count") or 0)

    @property
    def quantization(self) -> str:
        """How the weights are stored, e.g. ``Q4_K_M``; by the most bytes where the file does not say."""
        file_type = self.number("general.file_type")
        if file_type in FILE_TYPES:
            return FILE_TYPES[file_type]
        return max(self.matrix_bytes_by_type, key=lambda name: self.matrix_bytes_by_type[name], default="")


def read_header(path: Path) -> GgufHeader:
    """Read the header of a GGUF file; vocabulary-only files and adapters are let through (see ``require_loadable``).

    Args:
        path: The file; it is only read, and only its beginning.

    Returns:
        What the file says about itself, once it holds together: every count is possible and all weights are there.

    Raises:
        BadModelFile: It is missing, a folder, empty, no GGUF, of a foreign kind, damaged or cut off.
        UnreadableModelFile: There are no rights to read it, or the disk fails.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise BadModelFile(
                tr("{path} is a folder, not a model file.", path=path), tr("Name the .gguf file inside it.")
            )
        # Anything but a plain file could make open() or read() wait for ever.
        if not stat.S_ISREG(status.st_mode):
            raise BadModelFile(tr("{path} is not a plain file.", path=path), tr("Name a .gguf file."))
        if status.st_size == 0:
            raise BadModelFile(
                tr("{path} is empty.", path=path), tr("The download was probably interrupted. Download it again.")
            )
        with path.open("rb", buffering=0) as file:
            return _read(path, file, status)
    except FileNotFoundError:
        raise BadModelFile(tr("There is no file {path}.", path=path), tr("Check the spelling of the path.")) from None
    except PermissionError:
        raise UnreadableModelFile(
            tr("{path} may not be read.", path=path), tr("Give yourself permission to read the file.")
        ) from None
    except (OSError, ValueError) as error:
        raise UnreadableModelFile(
            tr("{path} could not be read: {error}.", path=path, error=error),
            tr("Check the disk and the name of the file."),
        ) from error


def require_loadable(header: GgufHeader) -> None:
    """Make sure that the file is a whole model that can write text.

    Raises:
        BadModelFile: It has no weights, no vocabulary, or is a projector, an adapter, an encoder or one part of many.
    """
    name = header.path.name
    kind = header.text("general.type")
    if header.architecture in ("clip", "mmproj") or kind == "mmproj":
        raise BadModelFile(
            tr("{name} is a projector: the part of a model that looks at pictures.", name=name),
            tr("Choose the language model beside it."),
        )
    if kind == "adapter" or "adapter.type" in header.metadata:
        raise BadModelFile(
            tr("{name} is an adapter (LoRA): a change to a model, not a model.", name=name),
            tr("Choose a file in which it is merged."),
        )
    parts = header.number("split.count") or 0
    if parts > 1 and parts != header.parts_read:
        ending = f"-00001-of-{parts:05}.gguf"
        raise BadModelFile(
            tr("{name} is one of {parts} parts of a model.", name=name, parts=parts),
            tr("Put all parts into one folder, under names that end in {ending} and so on.", ending=ending),
        )
    if not header.architecture:
        raise damaged(f"{name} does not name its architecture")
    if header.architecture in _ENCODERS:
        raise BadModelFile(
            tr(
                "{name} turns text into numbers ({architecture}); it can't write text.",
                name=name,
                architecture=header.architecture,
            ),
            tr("Choose a language model."),
        )
    if header.tensor_count == 0 or header.parameters == 0:
        raise BadModelFile(
            tr("{name} holds a vocabulary only, no weights.", name=name),
            tr("Choose the model itself; its file is much larger."),
        )
    if header.vocabulary_tokens == 0:
        raise BadModelFile(tr("{name} has no vocabulary.", name=name), tr("Choose a file that was made for llama.cpp."))


_ENCODERS = {
    "bert", "modern-bert", "nomic-bert", "nomic-bert-moe", "neo-bert", "jina-bert-v2", "jina-bert-v3", "eurobert",
    "gemma-embedding", "llama-embed", "t5encoder", "wavtokenizer-dec",
}  # fmt: skip


@dataclass(slots=True)
class _Weights:
    """What the tensor list adds up to."""

    parameters: int = 0
    end: int = 0
    """Where the last tensor ends, counted from the beginning of the weights."""
    matrix_bytes: Counter[str] = field(default_factory=Counter)


def _read(path: Path, file: BinaryIO, status: os.stat_result) -> GgufHeader:
    file_bytes = status.st_size
    start = file.read(4096)
    if start[:4] != b"GGUF":
        raise not_a_gguf(path.name, start)
    walk = GgufWalk(file, file_bytes)
    walk.number("I")
    version = walk.number("I")
    _check_version(version)
    tensor_count, key_count = walk.number("Q"), walk.number("Q")
    _check_count("tensors", tensor_count, MAX_TENSORS, walk.remaining_bytes // _SMALLEST_TENSOR_BYTES)
    _check_count("metadata entries", key_count, MAX_KEYS, walk.remaining_bytes // _SMALLEST_ENTRY_BYTES)
    digest = tokens_digest()
    metadata: dict[str, Scalar | GgufList] = {}
    marks: list[TextMark] = []
    for _ in range(key_count):
        key = walk.text("a metadata key", _MAX_KEY_BYTES)
        if key in metadata:
            raise damaged(f"it says {key!r} twice")
        value_type = walk.number("I")
        if key == _TOKENS_KEY and value_type == ARRAY:
            metadata[key] = walk.list_(key, digest, marks=marks)
        else:
            metadata[key] = walk.value(value_type, key)
    tokens = metadata.get(_TOKENS_KEY)
    vocabulary_tokens = tokens.length if isinstance(tokens, GgufList) and tokens.item_type == "string" else 0
    weights = _Weights()
    for _ in range(tensor_count):
        _add_tensor(walk, weights)
    _check_end(walk.position, weights, metadata, file_bytes)
    end_token = ""
    end_id = metadata.get("tokenizer.ggml.eos_token_id")
    if isinstance(end_id, int) and 0 <= end_id < vocabulary_tokens:
        nearest = max((mark for mark in marks if mark.passed <= end_id), key=lambda mark: mark.passed)
        again = GgufWalk(file, file_bytes, position=nearest.position)
        again.pass_texts(end_id - nearest.passed, _TOKENS_KEY)
        end_token = again.text("the end token")
    return GgufHeader(
        path=path,
        file_bytes=file_bytes,
        mtime_ns=status.st_mtime_ns,
        version=version,
        metadata=metadata,
        tensor_count=tensor_count,
        parameters=weights.parameters,
        matrix_bytes_by_type=dict(weights.matrix_bytes),
        tokenizer_sha256=digest.hexdigest() if vocabulary_tokens else "",
        vocabulary_tokens=vocabulary_tokens,
        end_token=end_token,
    )


def _check_version(version: int) -> None:
    if version & 0xFFFF == 0:
        raise BadModelFile(
            tr("This model file is for big-endian machines."),
            tr("Get the ordinary (little-endian) file of the same model."),
        )
    if version < 2:
        raise BadModelFile(
            tr("This model file is in GGUF version 1, which is too old."), tr("Get a newer file of the model.")
        )
    if version > 3:
        raise BadModelFile(
            tr("This model file says it is in GGUF version {version}; this program knows 2 and 3.", version=version),
            tr("If the file is sound, a newer Counterpoint may know it."),
        )


def _check_count(what: str, count: int, limit: int, possible: int) -> None:
    if count > limit or count > possible:
        raise damaged(
            f"it claims to have {count:,} {what}, more than {'the file holds' if count > possible else limit}"
        )


def _add_tensor(walk: GgufWalk, weights: _Weights) -> None:
    name = walk.passing_text("a tensor's name", _MAX_KEY_BYTES)
    dimensions = walk.number("I")
    if dimensions > _MAX_DIMENSIONS:
        raise damaged(f"the tensor {name!r} claims to have {dimensions:,} dimensions")
    shape = [walk.number("q") for _ in range(dimensions)]
    number = walk.number("I")
    offset = walk.number("Q")
    weight_type = WEIGHT_TYPES.get(number)
    if weight_type is None:
        raise damaged(f"the tensor {name!r} is stored in a way (number {number}) that llama.cpp does not know")
    count = 1
    for size in shape:
        count *= size
    if any(size < 0 for size in shape) or count >= 1 << 63 or (shape and shape[0] % weight_type.block_weights):
        raise damaged(f"the tensor {name!r} has the impossible shape {shape}")
    size_bytes = count // weight_type.block_weights * weight_type.block_bytes
    weights.parameters += count
    weights.end = max(weights.end, offset + size_bytes)
    if dimensions >= 2 and name != "token_embd.weight":
        weights.matrix_bytes[weight_type.name] += size_bytes


def _check_end(header_bytes: int, weights: _Weights, metadata: dict[str, Scalar | GgufList], file_bytes: int) -> None:
    if not weights.end:
        return
    alignment = metadata.get("general.alignment", 32)
    if not isinstance(alignment, int) or not 0 < alignment <= 1 << 20 or alignment & (alignment - 1):
        raise damaged("its weights are aligned in an impossible way")
    needed = -(-header_bytes // alignment) * alignment + weights.end
    if needed > file_bytes:
        raise BadModelFile(
            tr(
                "The file is cut off: {count} of {needed} bytes are there.",
                count=number(file_bytes),
                needed=number(needed),
            ),
            tr("The download was probably interrupted. Download it again."),
        )
