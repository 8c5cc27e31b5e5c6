"""Reads Ollama's store: a manifest for each model, which names its layers by their checksums, and blobs beside them.

``manifests/registry.ollama.ai/library/llama3.2/1b`` is the model ``llama3.2:1b``; its layer of the type ``….model``
with the digest ``sha256:abc…`` is the file ``blobs/sha256-abc…``. A manifest is only read; what it names must have the
form of a checksum, so that none can point out of the folder.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from lab.language import tr
from lab.models.folder_walk import FolderWalk

MAX_MANIFEST_BYTES = 1 << 20
"""No manifest is longer; real ones have about 1 KB."""

_LAYER = "application/vnd.ollama.image."
_TEMPLATE_BYTES = 40  # for a model that is only to go on writing, it is "{{ .Prompt }}"
_DIGEST = re.compile(r"sha256[:-]([0-9a-f]{64})")
_SET_ASIDE = {
    "projector": tr("{name} is a projector: the part of a model that looks at pictures."),
    "adapter": tr("{name} is an adapter (LoRA): a change to a model, not a model."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OllamaFile:
    """A blob that a manifest names."""

    name: str
    """The model as Ollama calls it, e.g. ``llama3.2:1b``."""
    blob: Path
    reason: str = ""
    """Why it is no model by itself; empty for the model."""
    has_template: bool = False
    """Whether Ollama keeps a template for conversations beside it."""


class _Layer(msgspec.Struct, frozen=True):
    mediaType: str = ""  # noqa: N815  (the manifest's name)
    digest: str = ""
    size: int = 0


class _Manifest(msgspec.Struct, frozen=True):
    layers: tuple[_Layer, ...] = ()


def ollama_files(store: Path, walk: FolderWalk, stopped: Callable[[], bool]) -> Iterator[OllamaFile]:
    """All blobs that are models or parts of models, by the manifests that are there.

    Args:
        store: The folder with ``manifests`` and ``blobs``.
        walk: Goes through the manifests within its limits.
        stopped: Asked between manifests; True ends the search.
    """
    manifests = store / "manifests"
    for path in walk.files(manifests, lambda _name: True, stopped):
        name = model_name(path.relative_to(manifests).parts)
        manifest = read_manifest(path)
        if name and manifest is not None:
            yield from _blobs(store, name, manifest)


def model_name(parts: tuple[str, ...]) -> str:
    """The name that Ollama gives a model whose manifest stands at ``host/owner/model/tag``; empty if it is none."""
    if len(parts) != 4:
        return ""
    host, owner, model, tag = parts
    if host == "registry.ollama.ai":
        return f"{model}:{tag}" if owner == "library" else f"{owner}/{model}:{tag}"
    return f"{host}/{owner}/{model}:{tag}"


def read_manifest(path: Path) -> _Manifest | None:
    """Read a manifest; None if it can't be read or is none."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_MANIFEST_BYTES + 1)
        if len(data) > MAX_MANIFEST_BYTES:
            return None
        return msgspec.json.decode(data, type=_Manifest)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _blobs(store: Path, name: str, manifest: _Manifest) -> Iterator[OllamaFile]:
    has_template = any(
        layer.mediaType == f"{_LAYER}template" and layer.size > _TEMPLATE_BYTES for layer in manifest.layers
    )
    for layer in manifest.layers:
        digest = _DIGEST.fullmatch(layer.digest)
        kind = layer.mediaType.removeprefix(_LAYER)
        if digest is None or kind == layer.mediaType:
            continue
        # Older versions wrote the digest with a colon, where the system allows it in a name.
        blobs = [store / "blobs" / f"sha256{mark}{digest[1]}" for mark in "-:"]
        blob = next((each for each in blobs if each.is_file()), blobs[0])
        if kind == "model":
            yield OllamaFile(name=name, blob=blob, has_template=has_template)
        elif kind in _SET_ASIDE:
            yield OllamaFile(
                name=name, blob=blob, reason=_SET_ASIDE[kind].format(name=tr("A file of {name}", name=name))
            )
