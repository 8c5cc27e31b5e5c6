"""Packs the built folder as a package for Debian, Ubuntu and their kin."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from progress import Steps

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parents[1]
_ID = "org.counterpoint_lab.counterpoint"
NEEDS = (
    "libc6 (>= 2.34)",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libgomp1",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
)
"""What Qt and llama.cpp take from the system; everything else is in the folder."""
_CONTROL = """\
Package: counterpoint
Version: {version}
Architecture: {architecture}
Maintainer: The Counterpoint founders <counterpoint@localhost>
Installed-Size: {size_kb}
Depends: {needs}
Recommends: fonts-noto-core | fonts-inter
Section: education
Priority: optional
Description: hear the difference between a base and a chat language model
 Counterpoint loads two quantized models (GGUF) on this computer, sends one
 prompt to both at once, streams both answers side by side, lets people rate
 them, and shows what differs in style and personality. Everything works
 offline.
"""
_AFTER = """\
#!/bin/sh
set -e
if [ "$1" = configure ] || [ "$1" = remove ]; then
    refresh() { if command -v "$1" >/dev/null; then "$@" || true; fi; }
    refresh update-mime-database /usr/share/mime
    refresh update-desktop-database -q
    refresh gtk-update-icon-cache -q -f -t /usr/share/icons/hicolor
fi
"""
"""What people have made stays: it is in their home folders, which a package does not touch."""


def make_deb(steps: Steps, folder: Path, out: Path, version: str) -> Path:
    """Make the package.

    Args:
        steps: Shows what is done.
        folder: The built folder.
        out: Where the package goes.
        version: Of the program.

    Returns:
        The package.
    """
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    tree = out / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    _lay_out(tree, folder)
    control = tree / "DEBIAN"
    control.mkdir()
    size = sum(file.lstat().st_size for file in tree.rglob("*") if file.is_file() and not file.is_symlink())
    text = _CONTROL.format(version=version, architecture=architecture, size_kb=size // 1024, needs=", ".join(NEEDS))
    (control / "control").write_text(text, encoding="utf-8")
    for script in ("postinst", "postrm"):
        (control / script).write_text(_AFTER, encoding="utf-8")
        (control / script).chmod(0o755)
    target = out / f"counterpoint_{version}_{architecture}.deb"
    steps.run("Packing the .deb", ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, target])
    shutil.rmtree(tree)
    return target


def _lay_out(tree: Path, folder: Path) -> None:
    share = tree / "usr" / "share"
    shutil.copytree(folder, tree / "usr" / "lib" / "counterpoint", symlinks=True)
    program = tree / "usr" / "bin" / "counterpoint"
    program.parent.mkdir(parents=True)
    program.symlink_to("../lib/counterpoint/counterpoint")
    linux = _HERE / "linux"
    _put(linux / "counterpoint.desktop", share / "applications")
    _put(linux / f"{_ID}.metainfo.xml", share / "metainfo")
    _put(linux / "counterpoint-mime.xml", share / "mime" / "packages" / "counterpoint.xml")
    _put(_ROOT / "resources" / "icons" / "counterpoint.svg", share / "icons" / "hicolor" / "scalable" / "apps")
    manual = share / "man" / "man1" / "counterpoint.1.gz"
    manual.parent.mkdir(parents=True)
    manual.write_bytes(gzip.compress((linux / "counterpoint.1").read_bytes(), mtime=0))
    _put(_ROOT / "LICENSE", share / "doc" / "counterpoint" / "copyright")


def _put(file: Path, target: Path) -> None:
    """Copy a file, into a folder or under a name with a suffix."""
    if not target.suffix and target.name != "copyright":
        target = target / file.name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target)
    target.chmod(0o644)
