"""Makes the built folder smaller: what is there twice, and what only a debugger wants."""

from __future__ import annotations

import filecmp
import os
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
    link_copies(inside / "llama_cpp" / "lib")
    # NumPy and SciPy each bring the same run time of Fortran.
    link_copies(inside / "numpy.libs", inside / "scipy.libs")
    for link in inside.iterdir():
        if link.is_symlink() and not link.exists():  # to what trimming.py has left out
            link.unlink()
    if shutil.which("strip"):
        # Python's own library only: stripping others' libraries breaks those that auditwheel has changed.
        for library in inside.glob("libpython*.so*"):
            subprocess.run(["strip", "--strip-unneeded", library], check=True)


def link_copies(*folders: Path) -> None:
    """Replace files that are equal by links to one of them.

    A wheel has no links, so it holds ``libx.so``, ``libx.so.0`` and ``libx.so.0.1`` as three equal files. Links also
    make sure that llama.cpp is loaded once, by whatever name it is asked for.

    Args:
        folders: Where to look; the shortest name in the first of them stays a file.
    """
    kept: list[Path] = []
    for folder in folders:
        for file in sorted(folder.iterdir(), key=lambda each: (len(each.name), each.name)):
            first = next((each for each in kept if filecmp.cmp(each, file, shallow=False)), None)
            if first is None:
                kept.append(file)
            elif not file.is_symlink():
                file.unlink()
                file.symlink_to(os.path.relpath(first, folder))
