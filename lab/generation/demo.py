"""Players for a demonstration: scripts that take the part of a model, and say so."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

from lab.language import tr
from lab.records import Kind, KindVerdict, Model

SCRIPTED = "scripted"
"""The architecture of what is no model at all."""


def scripted_model(kind: Kind) -> Model:
    """The script that plays a base or a chat model; see ``scripted_backend``."""
    with as_file(files("resources") / "demo" / f"{kind}.toml") as path:
        script = Path(path)
    return Model(
        name=f"scripted {kind}",
        path=str(script),
        size_bytes=script.stat().st_size,
        sha256="",
        verdict=KindVerdict(kind=kind, confidence=1.0, evidence=(tr("It is a script that plays this part."),)),
        architecture=SCRIPTED,
        quantization="no model",
        parameters=0,
        context_tokens=4096,
        has_chat_template=kind is Kind.CHAT,
        tokenizer_sha256="",
    )
