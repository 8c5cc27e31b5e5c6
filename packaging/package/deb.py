"""Packs the built folder as a package for Debian, Ubuntu and their kin."""

from __future__ import annotations

import gzip
import re
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
    # Linked to; try_linux.py checks that this is all.
    "libegl1",
    "libgl1",
    "libwayland-client0",
    "libwayland-cursor0",
    "libxcb1",
    # What the libraries in the folder read: where fonts are, one font, and what keys are called.
    "fontconfig-config",
    "fonts-dejavu-core | fonts-noto-core | fonts-liberation | fonts-inter",
    "xkb-data",
    "libx11-data",
)
"""What Qt takes from the system besides the C library; everything else is in the folder."""
_C_LIBRARY = re.compile(rb"GLIBC_2\.(\d+)\0")
_CONTROL = """\
Package: counterpoint
Version: {version}
Architecture: {architecture}
Maintainer: The Counterpoint founders <counterpoint@localhost>
Installed-Size: {size_kb}
Depends: {needs}
Recommends: fonts-inter, xdg-utils
Section: science
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


_CHANGES = """\
counterpoint ({version}) unstable; urgency=low

  * What is new is told in the program's own list of changes, CHANGELOG.md.

 -- The Counterpoint founders <counterpoint@localhost>  Tue, 24 Nov 2026 12:00:00 +0000
"""
_OVERRIDES = """\
# All libraries are in the package, so that it runs alike on every system.
counterpoint: embedded-library
counterpoint: custom-library-search-path
counterpoint: library-not-linked-against-libc
# Most come out of wheels, and stripping breaks those that auditwheel has changed.
counterpoint: unstripped-binary-or-object
# There is no mailbox yet.
counterpoint: bogus-mail-host
counterpoint: bogus-mail-host-in-debian-changelog
"""


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
    _lay_out(tree, folder, version)
    control = tree / "DEBIAN"
    control.mkdir()
    size = sum(file.lstat().st_size for file in tree.rglob("*") if file.is_file() and not file.is_symlink())
    needs = ", ".join([f"libc6 (>= {oldest_c_library(folder)})", *NEEDS])
    text = _CONTROL.format(version=version, architecture=architecture, size_kb=size // 1024, needs=needs)
    (control / "control").write_text(text, encoding="utf-8")
    for script in ("postinst", "postrm"):
        (control / script).write_text(_AFTER, encoding="utf-8")
        (control / script).chmod(0o755)
    target = out / f"counterpoint_{version}_{architecture}.deb"
    steps.run("Packing the .deb", ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, target])
    shutil.rmtree(tree)
    return target


def oldest_c_library(folder: Path) -> str:
    """The oldest C library that everything in a folder can be loaded with, e.g. ``2.36``.

    Args:
        folder: Holds programs and libraries; they name what they need of it.
    """
    files = [file for file in folder.rglob("*") if file.is_file() and not file.is_symlink() and _is_code(file)]
    return f"2.{max(int(minor) for file in files for minor in _C_LIBRARY.findall(file.read_bytes()))}"


def _is_code(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(4) == b"\x7fELF"


def _lay_out(tree: Path, folder: Path, version: str) -> None:
    share = tree / "usr" / "share"
    shutil.copytree(folder, tree / "usr" / "lib" / "counterpoint", symlinks=True)
    for library in tree.rglob("*.so*"):
        if not library.is_symlink():
            library.chmod(0o644)  # loaded, never run
    program = tree / "usr" / "bin" / "counterpoint"
    program.parent.mkdir(parents=True)
    program.symlink_to("../lib/counterpoint/counterpoint")
    linux, desktop = _HERE / "linux", _ROOT / "resources" / "desktop"
    _put(desktop / "counterpoint.desktop", share / "applications")
    _put(linux / f"{_ID}.metainfo.xml", share / "metainfo")
    _put(desktop / "counterpoint-mime.xml", share / "mime" / "packages" / "counterpoint.xml")
    _put(_ROOT / "resources" / "icons" / "counterpoint.svg", share / "icons" / "hicolor" / "scalable" / "apps")
    _put_packed((linux / "counterpoint.1").read_text(encoding="utf-8"), share / "man" / "man1" / "counterpoint.1.gz")
    _put_packed(_CHANGES.format(version=version), share / "doc" / "counterpoint" / "changelog.gz")
    overrides = share / "lintian" / "overrides" / "counterpoint"
    overrides.parent.mkdir(parents=True)
    overrides.write_text(_OVERRIDES, encoding="utf-8")
    overrides.chmod(0o644)
    _put(_ROOT / "LICENSE", share / "doc" / "counterpoint" / "copyright")


def _put(file: Path, target: Path) -> None:
    """Copy a file, into a folder or under a name with a suffix."""
    if not target.suffix and target.name != "copyright":
        target = target / file.name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target)
    target.chmod(0o644)


def _put_packed(text: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
    target.chmod(0o644)
