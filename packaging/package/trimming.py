"""Which of the libraries that PyInstaller gathers are left out. Read inside PyInstaller, by the spec.

PyInstaller takes every plug-in of Qt that could serve somebody, and every library that those are linked to.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import PurePath

from PyInstaller.depend.bindepend import get_imports

Entry = tuple[str, str, str]
"""As PyInstaller has it: the place in the folder, the file that goes there, and what it is."""

UNUSED = (
    # GTK is opened by this one only, and comes without the settings that its file dialogs abort without.
    "*/platformthemes/libqgtk3.so",
    # Screens without a window system, and other computers' screens.
    "*/platforms/libqeglfs.so",
    "*/platforms/libqlinuxfb.so",
    "*/platforms/libqvkkhrdisplay.so",
    "*/platforms/libqvnc.so",
    "*/platforms/*minimal*",
    "*/egldeviceintegrations/*",
    # Nothing is drawn by a graphics card, so nothing hands it pictures.
    "*/xcbglintegrations/*",
    "*/wayland-graphics-integration-client/*",
    # Touch screens and tablets without a window system.
    "*/plugins/generic/*",
    # Qt fetches nothing: downloads are Python's. It is there for the socket by which a second start finds the first.
    "*/plugins/tls/*",
    "*/plugins/networkinformation/*",
    # Window systems of cars, and the old ways of Wayland.
    "*/wayland-shell-integration/libivi-shell.so",
    "*/wayland-shell-integration/libfullscreen-shell-v1.so",
    "*/wayland-shell-integration/libwl-shell-plugin.so",
    "*/wayland-shell-integration/libqt-shell.so",
    # Pictures are drawings (SVG) and PNG, which Qt reads by itself.
    "*/imageformats/*tiff*",
    "*/imageformats/*webp*",
    "*/imageformats/*jpeg*",
    "*/imageformats/*gif*",
    "*/imageformats/*icns*",
    "*/imageformats/*tga*",
    "*/imageformats/*wbmp*",
    "*/imageformats/*pdf*",
)
LANGUAGES = ("en", "fr")
"""Those that the program speaks; see ``lab.preferences.Language``."""
_SHARED = ("", "PySide6/Qt/lib", "PySide6")
"""Folders whose libraries are there for others only."""


def trimmed(binaries: Iterable[Entry]) -> list[Entry]:
    """Without the plug-ins that are not used, and without the libraries that were there for them alone.

    Args:
        binaries: What PyInstaller has gathered.
    """
    kept = [each for each in binaries if not _is_unused(each[0])]
    if not sys.platform.startswith("linux"):
        return kept
    needs = {source: _names(source) for _place, source, kind in kept if kind != "SYMLINK"}
    while True:
        needed = {name for _place, source, kind in kept if kind != "SYMLINK" for name in needs[source]}
        left = [each for each in kept if not _is_shared_library(each[0]) or PurePath(each[0]).name in needed]
        if len(left) == len(kept):
            return left
        kept = left


def spoken(datas: Iterable[Entry]) -> list[Entry]:
    """Without Qt's translations into languages that the program does not speak.

    Args:
        datas: What PyInstaller has gathered.
    """
    ours = {f"qtbase_{language}.qm" for language in LANGUAGES}
    return [each for each in datas if "/translations/" not in _slashes(each[0]) or _is_ours(each[0], ours)]


def _is_ours(place: str, ours: set[str]) -> bool:
    return "PySide6" not in place or PurePath(place).name in ours


def _is_unused(place: str) -> bool:
    return any(fnmatch(_slashes(place), pattern) for pattern in UNUSED)


def _is_shared_library(place: str) -> bool:
    path = PurePath(place)
    is_library = path.name.startswith("lib") and ".so" in path.name
    # libpython is opened by the program itself, which PyInstaller does not list here.
    return is_library and str(path.parent).removeprefix(".") in _SHARED and not path.name.startswith("libpython")


def _names(source: str) -> set[str]:
    return {PurePath(name).name for name, _path in get_imports(source)}


def _slashes(place: str) -> str:
    return place.replace("\\", "/")
