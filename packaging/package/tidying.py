"""Makes the built folder smaller: what is there twice, and what only a debugger wants."""

from __future__ import annotations

import filecmp
import shutil
import subprocess
import sys
from pathlib import Path


def tidy(folder: Path) -> None:
    """Leave nothing in the folder that the program does not need.

    Args:
        folder: What PyInstaller made.
    """
    if sys.platform != "linux":
        return
    inside = folder / "_internal"
    for libraries in (inside / "llama_cpp" / "lib",):
        _link_copies(libraries)
    if shutil.which("strip"):
        # Python's own library only: stripping others' libraries breaks those that auditwheel has changed.
        for library in inside.glob("libpython*.so*"):
            subprocess.run(["strip", "--strip-unneeded", library], check=True)


def _link_copies(folder: Path) -> None:
    """A wheel has no links, so it holds ``libx.so``, ``libx.so.0`` and ``libx.so.0.1`` as three equal files.

    Links also make sure that llama.cpp is loaded once, by whatever name it is asked for.
    """
    kept: list[Path] = []
    for file in sorted(folder.iterdir(), key=lambda each: len(each.name)):
        first = next((each for each in kept if filecmp.cmp(each, file, shallow=False)), None)
        if first is None:
            kept.append(file)
        else:
            file.unlink()
            file.symlink_to(first.name)
