"""What the operating system must bring along, and the command that gets what is missing.

Values only; ``system_probes.py`` looks at the real machine. The libraries are those that PySide6-Essentials 6.11 leaves
to the system: ``ldd`` on QtWidgets, QtNetwork and QtSvg and on the ``xcb``, ``wayland`` and ``offscreen`` platform
plugins names them.
"""

from __future__ import annotations

import enum
import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass


class Part(enum.Enum):
    """Which part of the program does without, if a need isn't met."""

    EVERYTHING = "the set-up"
    WINDOW = "the window"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something that no Python package brings."""

    name: str
    """What it is called: a library's file name, or a few words."""
    part: Part
    """What can't be without it."""
    apt: str
    """Packages on Debian and Ubuntu, separated by blanks."""
    rpm: str
    """Packages, or what a package provides, on Fedora and openSUSE."""
    pacman: str
    """Packages on Arch."""


def _library(name: str, apt: str, pacman: str, part: Part = Part.WINDOW) -> Need:
    # RPM packages say which library files they provide, and dnf and zypper take that for a name. It is the same on
    # every distribution of that family, which package names are not.
    return Need(name=name, part=part, apt=apt, rpm=f"{name}()(64bit)", pacman=pacman)


VENV = Need(
    name="Python's venv and ensurepip",
    part=Part.EVERYTHING,
    apt=f"python3.{sys.version_info.minor}-venv",
    rpm="python3-pip",
    pacman="python",
)
COMPILER = Need(name="a C++ compiler", part=Part.EVERYTHING, apt="gcc g++", rpm="gcc gcc-c++", pacman="gcc")
OPENMP = _library("libgomp.so.1", apt="libgomp1", pacman="gcc-libs", part=Part.EVERYTHING)
WINDOW_LIBRARIES = (
    _library("libEGL.so.1", apt="libegl1", pacman="libglvnd"),
    _library("libGL.so.1", apt="libgl1", pacman="libglvnd"),
    _library("libX11.so.6", apt="libx11-6", pacman="libx11"),
    _library("libX11-xcb.so.1", apt="libx11-xcb1", pacman="libx11"),
    _library("libbrotlidec.so.1", apt="libbrotli1", pacman="brotli"),
    _library("libdbus-1.so.3", apt="libdbus-1-3", pacman="dbus"),
    _library("libfontconfig.so.1", apt="libfontconfig1", pacman="fontconfig"),
    _library("libfreetype.so.6", apt="libfreetype6", pacman="freetype2"),
    _library("libglib-2.0.so.0", apt="libglib2.0-0", pacman="glib2"),
    _library("libgssapi_krb5.so.2", apt="libgssapi-krb5-2", pacman="krb5"),
    _library("libgthread-2.0.so.0", apt="libglib2.0-0", pacman="glib2"),
    _library("libwayland-client.so.0", apt="libwayland-client0", pacman="wayland"),
    _library("libwayland-cursor.so.0", apt="libwayland-cursor0", pacman="wayland"),
    _library("libxcb-cursor.so.0", apt="libxcb-cursor0", pacman="xcb-util-cursor"),
    _library("libxcb-icccm.so.4", apt="libxcb-icccm4", pacman="xcb-util-wm"),
    _library("libxcb-image.so.0", apt="libxcb-image0", pacman="xcb-util-image"),
    _library("libxcb-keysyms.so.1", apt="libxcb-keysyms1", pacman="xcb-util-keysyms"),
    _library("libxcb-randr.so.0", apt="libxcb-randr0", pacman="libxcb"),
    _library("libxcb-render.so.0", apt="libxcb-render0", pacman="libxcb"),
    _library("libxcb-render-util.so.0", apt="libxcb-render-util0", pacman="xcb-util-renderutil"),
    _library("libxcb-shape.so.0", apt="libxcb-shape0", pacman="libxcb"),
    _library("libxcb-shm.so.0", apt="libxcb-shm0", pacman="libxcb"),
    _library("libxcb-sync.so.1", apt="libxcb-sync1", pacman="libxcb"),
    _library("libxcb-xfixes.so.0", apt="libxcb-xfixes0", pacman="libxcb"),
    _library("libxcb-xkb.so.1", apt="libxcb-xkb1", pacman="libxcb"),
    _library("libxkbcommon.so.0", apt="libxkbcommon0", pacman="libxkbcommon"),
    _library("libxkbcommon-x11.so.0", apt="libxkbcommon-x11-0", pacman="libxkbcommon-x11"),
)

MAC_COMPILER_COMMAND = "xcode-select --install"
WINDOWS_COMPILER_COMMAND = (
    "winget install Microsoft.VisualStudio.2022.BuildTools --override "
    '"--wait --passive --add Microsoft.VisualStudio.Workload.VCTools --includeRecommended"'
)

_MANY = 3
_INSTALL = {
    "apt-get": "apt-get install -y --no-install-recommends",
    "dnf": "dnf install -y",
    "zypper": "zypper install -y",
    "pacman": "pacman -S --needed",
}
PACKAGE_MANAGERS = tuple(_INSTALL)
"""The package managers that we can speak to, in the order in which we look for them."""


def packages(needs: Sequence[Need], manager: str) -> list[str]:
    """The packages that meet some needs, each once, in the order of the needs.

    Args:
        needs: What is missing.
        manager: One of ``PACKAGE_MANAGERS``.
    """
    named: dict[str, None] = {}
    for need in needs:
        words = {"apt-get": need.apt, "pacman": need.pacman}.get(manager, need.rpm)
        named.update(dict.fromkeys(words.split()))
    return list(named)


def install_command(needs: Sequence[Need], manager: str) -> list[str]:
    """The command that installs what is missing, as a list of words, without ``sudo``."""
    return [*_INSTALL[manager].split(), *packages(needs, manager)]


def advice(needs: Sequence[Need], platform: str, manager: str | None, is_root: bool) -> str:
    """What the user can do about missing things: a sentence and the exact command.

    Args:
        needs: What is missing.
        platform: ``sys.platform``.
        manager: The machine's package manager, if we know it.
        is_root: Whether the user may install without ``sudo``.
    """
    if platform == "darwin":
        return f"Install Apple's command line tools and start again:\n\n    {MAC_COMPILER_COMMAND}"
    if platform == "win32":
        return (
            "Install Microsoft's C++ build tools (about 3 GB) and start again in a new window:\n\n"
            f"    {WINDOWS_COMPILER_COMMAND}"
        )
    if manager is None:
        names = ", ".join(need.name for need in needs)
        return f"Install these with your system's package manager and start again: {names}."
    command = shlex.join(install_command(needs, manager))
    return f"Install them and start again:\n\n    {command if is_root else 'sudo ' + command}"


def listed(needs: Sequence[Need]) -> str:
    """The names of some needs in one sentence: ``a, b and c``; many libraries are counted instead."""
    names = [need.name for need in needs if need.part is Part.EVERYTHING]
    libraries = [need.name for need in needs if need.part is Part.WINDOW]
    if len(libraries) > _MANY:
        libraries = [f"{len(libraries)} libraries for the window ({libraries[0]}, {libraries[1]}, ...)"]
    names += libraries
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
