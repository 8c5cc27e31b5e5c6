"""How this program starts itself again, for work that may cost a process."""

from __future__ import annotations

import sys

from lab import ENGINE_ARGUMENT, QT_ARGUMENT, WORKER_ARGUMENT

_MODULES = {
    "": "ui.launch",
    WORKER_ARGUMENT: "lab.generation.worker",
    ENGINE_ARGUMENT: "lab.generation.engine_report",
}


def own_command(role: str = "") -> list[str]:
    """The words that start a process of our own.

    Args:
        role: What it is to be: one of the arguments in ``lab``; nothing for the program as people start it.
    """
    if role == QT_ARGUMENT and not is_packaged():
        return [sys.executable, "-P", "-c", "import PySide6.QtWidgets"]
    if is_packaged():  # it has no Python that could be told a module; ui.launch reads the argument
        return [sys.executable, role] if role else [sys.executable]
    # -P: nothing is imported from the folder that the app was started in; strangers' files may lie there.
    return [sys.executable, "-P", "-m", _MODULES[role]]


def is_packaged() -> bool:
    """True in an app that was packaged with its own Python."""
    return bool(getattr(sys, "frozen", False))
