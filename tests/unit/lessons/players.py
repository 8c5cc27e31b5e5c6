"""Models that take parts in lessons."""

from __future__ import annotations

from dataclasses import replace

from lab.records import Kind, KindVerdict, Model
from tests.unit.storage.samples import contestant


def model(name: str, kind: Kind) -> Model:
    """A model of a kind; chat models have a template."""
    verdict = KindVerdict(kind=kind, confidence=1.0)
    has_template = kind is Kind.CHAT
    return replace(
        contestant(name).model, name=name, path=f"/models/{name}.gguf", verdict=verdict, has_chat_template=has_template
    )
