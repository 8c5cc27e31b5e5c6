"""Where the answers of a run come from: out of a recording, or from models that are here or not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lab.models.library import Library
from lab.recording.shelf import KeptRecording, recorded_run
from lab.runs.plan import RunPlan
from lab.runs.players import missing_model


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where the answers of a run come from."""

    recording: KeptRecording | None = None
    """What it came out of; None if it was begun here."""
    missing: str = ""
    """A model that a recorded run needs to go on and that is not here, by its name; empty if there is none."""


def origin_of(plan: RunPlan, library: Library, folder: Path) -> Origin:
    """Find it out.

    Args:
        plan: The run.
        library: The models that are here.
        folder: Where is remembered which recordings were opened.
    """
    recording = recorded_run(folder, plan.run.id)
    return Origin(recording=recording, missing=missing_model(plan, library) if recording else "")
