"""Adds to the list of licences what PyInstaller took from the system: C libraries, which Python knows nothing about.

Debian and its kin say for each file where its licence is; on other systems nothing is taken from the system.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

_COMMON = Path("/usr/share/common-licenses")
_OF_QT = {"pyside6-essentials", "shiboken6"}
"""Qt itself is in these; their wheels name the licence and bring no text."""


def add_licences(folder: Path) -> None:
    """Complete the list of licences in a built folder.

    Args:
        folder: What PyInstaller made.
    """
    if sys.platform != "linux" or not shutil.which("dpkg-query"):
        return
    inside = folder / "_internal"
    listed = inside / "resources" / "licences.json"
    components = json.loads(listed.read_text(encoding="utf-8"))
    for component in components:
        if component["name"].lower().replace("_", "-") in _OF_QT and _COMMON.is_dir():
            # The LGPL is a set of permissions beside the GPL, so both belong together.
            texts = [(_COMMON / name).read_text(encoding="utf-8") for name in ("LGPL-3", "GPL-3")]
            component["text"] = "\n\n".join(texts)
    components += _taken(inside)
    components.sort(key=lambda each: each["name"].lower())
    listed.write_text(json.dumps(components), encoding="utf-8")


def _taken(inside: Path) -> Iterator[dict[str, str]]:
    multiarch = sysconfig.get_config_var("MULTIARCH") or ""
    libraries = [file.name for file in inside.glob("lib*.so*") if not file.is_symlink()]
    owners = {_owner(f"/usr/lib/{multiarch}/{name}") or _owner(f"/lib/{multiarch}/{name}") for name in libraries}
    for owner in sorted(owners - {""}):
        copyright_file = Path("/usr/share/doc") / owner / "copyright"
        text = copyright_file.read_text(encoding="utf-8", errors="replace") if copyright_file.is_file() else ""
        told = ["dpkg-query", "-W", "-f", "${Version}\n${Homepage}", owner]
        version, _, url = subprocess.run(told, capture_output=True, text=True, check=True).stdout.partition("\n")
        yield {"name": owner, "version": version, "licence": "see its text", "url": url, "text": text.strip()}


def _owner(library: str) -> str:
    """The package that a file came with; empty if none is known."""
    found = subprocess.run(["dpkg-query", "-S", library], capture_output=True, text=True, check=False)
    return found.stdout.partition(":")[0] if found.returncode == 0 else ""
