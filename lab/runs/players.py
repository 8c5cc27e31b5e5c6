"""Finds the models of a run on this computer: their files may have moved, or the run may come from another one."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lab.errors import LabError, ModelNotFound
from lab.generation.demo import SCRIPTED, scripted_model
from lab.language import tr
from lab.models.library import Library, is_missing
from lab.records import Contestant, Model
from lab.runs.plan import RunPlan

Get = Callable[[str], Model]
"""Finds a model by its path, and makes sure that the file is as it was."""


def with_models_at_hand(plan: RunPlan, library: Library, get: Get | None = None) -> RunPlan:
    """The plan, with each model where it lies now.

    Args:
        plan: As it was kept.
        library: What models there are.
        get: How a file is looked at; None for ``library.get``. It may take long, because a changed file is hashed.

    Raises:
        ModelNotFound: A model is not on this computer, or its file is another one now.
    """
    look = get or library.get
    a, b = (_found(contestant, library, look) for contestant in (plan.run.a, plan.run.b))
    return replace(plan, run=replace(plan.run, a=a, b=b))


def missing_model(plan: RunPlan, library: Library) -> str:
    """The name of a model of a run that is not on this computer; empty if none is missing. No file is read for it."""
    for wanted in (plan.run.a.model, plan.run.b.model):
        there = any(each.sha256 == wanted.sha256 and not is_missing(each) for each in library.models())
        if not there and wanted.architecture != SCRIPTED and not (wanted.path and Path(wanted.path).is_file()):
            return wanted.name
    return ""


def _found(contestant: Contestant, library: Library, look: Get) -> Contestant:
    wanted = contestant.model
    if wanted.architecture == SCRIPTED:
        here = Path(wanted.path).is_file()
        return contestant if here else replace(contestant, model=scripted_model(wanted.verdict.kind))
    paths = [wanted.path] if wanted.path else []
    paths += [each.path for each in library.models() if each.sha256 == wanted.sha256 and not is_missing(each)]
    for path in paths:
        with contextlib.suppress(LabError):
            if look(path).sha256 == wanted.sha256:
                return contestant if path == wanted.path else replace(contestant, model=replace(wanted, path=path))
    raise ModelNotFound(
        tr("The model {name} of this run is not on this computer, or its file has changed.", name=wanted.name),
        tr("Put the file back, or add it to the models."),
    )
