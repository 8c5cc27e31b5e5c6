"""What the files of two models call them and their makers, so that a blind comparison can hide it in answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lab.errors import LabError
from lab.models.split_files import read_model
from lab.records import Model

_MODELS = ("general.name", "general.basename", "general.base_model.0.name", "general.base_model.1.name")
_MAKERS = (
    "general.organization",
    "general.author",
    "general.base_model.0.organization",
    "general.base_model.1.organization",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesInFiles:
    """Names out of files, as they stand there."""

    models: frozenset[str] = frozenset()
    makers: frozenset[str] = frozenset()


def names_in_files(models: Iterable[Model]) -> NamesInFiles:
    """Read the headers of some models. A file that can't be read names nobody; others say what is wrong with it."""
    named: set[str] = set()
    made: set[str] = set()
    for model in models:
        try:
            header = read_model(Path(model.path))
        except LabError:
            continue
        named.update(header.text(key) for key in _MODELS)
        made.update(header.text(key) for key in _MAKERS)
    return NamesInFiles(models=frozenset(named - {""}), makers=frozenset(made - {""}))
