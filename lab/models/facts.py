"""What is worth knowing about a model file without loading it: what a list of models shows and what a pair needs."""

from __future__ import annotations

from dataclasses import dataclass

from lab.models.family import family_of
from lab.models.fit import MemoryShape, memory_shape
from lab.models.gguf_header import GgufHeader
from lab.models.kind import judge
from lab.records import Kind, KindVerdict


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """What a sound model file says about itself, and what follows from it."""

    title: str
    """What its maker called it; may be empty."""
    family: str
    """E.g. ``gemma-3``."""
    architecture: str
    """llama.cpp's name for it, e.g. ``gemma3``."""
    quantization: str
    """E.g. ``Q4_K_M``."""
    parameters: int
    """Number of weights."""
    context_tokens: int
    """The longest context that it was trained for."""
    layers: int
    """How many blocks it has."""
    width: int
    """How many numbers stand for a token inside it (the embedding length)."""
    vocabulary_tokens: int
    """How many tokens it knows."""
    tokenizer_sha256: str
    """Of the token list."""
    tokenizer_rule: str
    """How text is cut before it is split into tokens, e.g. ``llama-bpe`` (``tokenizer.ggml.pre``)."""
    has_chat_template: bool
    """Whether it ships a template for conversations."""
    licence: str
    """As the file names it; empty if it does not."""
    verdict: KindVerdict
    """Base or chat, and why."""
    memory: MemoryShape
    """What decides how much memory it takes."""


def facts_of(
    header: GgufHeader, *, source: str = "", known: Kind | None = None, template_beside: bool = False
) -> FileFacts:
    """Gather the facts about a file.

    Args:
        header: What it says about itself.
        source: The repository that it came from; empty if unknown.
        known: What our own table says it is, if it stands there.
        template_beside: Whether a template for conversations is kept beside the file.
    """
    width = header.of_architecture("embedding_length")
    return FileFacts(
        title=header.name,
        family=family_of(header),
        architecture=header.architecture,
        quantization=header.quantization,
        parameters=header.parameters,
        context_tokens=header.context_tokens,
        layers=header.layers,
        width=max(0, width) if isinstance(width, int) else 0,
        vocabulary_tokens=header.vocabulary_tokens,
        tokenizer_sha256=header.tokenizer_sha256,
        tokenizer_rule=header.text("tokenizer.ggml.pre"),
        has_chat_template=header.chat_template is not None,
        licence=header.text("general.license"),
        verdict=judge(header, source=source, known=known, template_beside=template_beside),
        memory=memory_shape(header),
    )
