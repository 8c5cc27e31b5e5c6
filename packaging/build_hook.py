"""Sees to it that a wheel and a source archive hold the compiled translations, which git doesn't.

A build has an environment of its own, and PySide6 in it would be a download of 90 MB for one small program. So the hook
takes what is compiled already, or has it compiled by the ``.venv`` of the set-up, or by a PySide6 beside hatchling. The
archive holds it compiled, so a wheel made from that needs none of it.
"""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_HERE = Path(__file__).resolve().parent
_MISSING = (
    "The translations are not compiled, and there is no PySide6 to do so. Run “python packaging/setup_env.py” first, "
    "or install PySide6-Essentials and hatchling and build without isolation."
)


class TranslationsHook(BuildHookInterface):  # type: ignore[misc]  # hatchling is there in a build only
    """Compiles what is not compiled yet."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, before the files are gathered.

        Args:
            version: ``editable`` for an installation that runs from this folder: the set-up compiles for that.
            build_data: What hatchling is about to do; left as it is.
        """
        if version != "editable" and not _compiled():
            raise RuntimeError(_MISSING)


def _compiled() -> bool:
    """Whether all is compiled at last."""
    sys.path.append(str(_HERE))
    try:
        translations = importlib.import_module("translations")
    finally:
        sys.path.remove(str(_HERE))
    inside = _HERE.parent / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    for python in (sys.executable, inside):
        if translations.stale() and Path(python).exists():
            subprocess.run([python, _HERE / "translations.py", "compile"], stderr=subprocess.DEVNULL, check=False)
    return not translations.stale()
