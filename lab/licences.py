"""What the program is made of besides its own code: names, versions and licences.

A packaged app ships the list, which the packaging makes by ``python -m lab.licences FILE``; elsewhere the libraries
that are installed beside the program are asked.
"""

from __future__ import annotations

import re
import sys
import sysconfig
from collections.abc import Iterator
from importlib import metadata
from importlib.resources import files
from pathlib import Path

import msgspec

OWN_NAME = "counterpoint-lab"
_REQUIREMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LICENCE_FILE = re.compile(r"\.dist-info/(?:.*/)?(?:licen[cs]es?|copying|notice|copyright)\b[^/]*$", re.IGNORECASE)
_LONGEST_NAME = 80
"""Some put the whole text where its name should be."""


class Component(msgspec.Struct, frozen=True, kw_only=True):
    """A library that others have made."""

    name: str
    """E.g. ``numpy``."""
    version: str
    """As its makers number it; may be empty."""
    licence: str
    """Its name, e.g. ``BSD-3-Clause``; ``see its text`` if only that tells."""
    url: str
    """Where it comes from; may be empty."""
    text: str
    """The licence in full; empty if it is not there."""


def components() -> tuple[Component, ...]:
    """Everything that is in the package or installed for the program, by name."""
    shipped = files("resources") / "licences.json"
    if shipped.is_file():
        return msgspec.json.decode(shipped.read_bytes(), type=tuple[Component, ...])
    return installed()


def installed() -> tuple[Component, ...]:
    """What is installed because the program asks for it, directly or not, by name; with Python and llama.cpp."""
    found = [_component(each) for each in _asked_for(OWN_NAME, set())]
    python = Component(
        name="Python",
        version=sys.version.partition(" ")[0],
        licence="PSF-2.0",
        url="https://www.python.org",
        text=_python_licence(),
    )
    engine = Component(
        name="llama.cpp",
        version="",  # the one in llama-cpp-python, which brings no text of its licence
        licence="MIT",
        url="https://github.com/ggml-org/llama.cpp",
        text=(files("resources") / "licence-llama.cpp.txt").read_text(encoding="utf-8").strip(),
    )
    return tuple(sorted([*found, python, engine], key=lambda each: each.name.lower()))


def _asked_for(name: str, seen: set[str]) -> Iterator[metadata.Distribution]:
    """The distributions that one asks for, and those ask for; extras and other systems' are left out where missing."""
    try:
        asking = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return
    for line in asking.requires or ():
        needed = _REQUIREMENT.match(line)
        if needed is None or "extra ==" in line:
            continue
        key = needed[0].lower().replace("_", "-")
        if key not in seen:
            seen.add(key)
            try:
                yield metadata.distribution(key)
            except metadata.PackageNotFoundError:
                continue
            yield from _asked_for(key, seen)


def _component(distribution: metadata.Distribution) -> Component:
    told = distribution.metadata
    return Component(
        name=distribution.name,
        version=distribution.version,
        licence=_licence_name(told),
        url=_home_page(told),
        text="\n\n".join(_licence_texts(distribution)),
    )


def _licence_name(told: metadata.PackageMetadata) -> str:
    classified = [line.rpartition(" :: ")[2] for line in told.get_all("Classifier") or () if "License ::" in line]
    named = [told[key] for key in ("License-Expression", "License") if key in told]
    for name in (*named, ", ".join(classified)):
        if name and "\n" not in name and len(name) <= _LONGEST_NAME:
            return name
    return "see its text"


def _home_page(told: metadata.PackageMetadata) -> str:
    links = dict(reversed(line.lower().split(", ", 1)) for line in told.get_all("Project-URL") or ())
    by_name = {name: link for link, name in links.items()}
    named = (by_name[name] for name in ("homepage", "home", "repository", "source", "source code") if name in by_name)
    return told["Home-page"] if "Home-page" in told else next(named, next(iter(links), ""))


def _licence_texts(distribution: metadata.Distribution) -> Iterator[str]:
    for file in distribution.files or ():
        if _LICENCE_FILE.search(file.as_posix()):
            path = Path(str(distribution.locate_file(file)))
            if path.is_file():
                yield path.read_text(encoding="utf-8", errors="replace").strip()


def _python_licence() -> str:
    for folder in (Path(sys.base_prefix), Path(sysconfig.get_path("stdlib"))):
        for name in ("LICENSE.txt", "LICENSE"):
            if (folder / name).is_file():
                return (folder / name).read_text(encoding="utf-8", errors="replace").strip()
    return ""


def main() -> None:
    """Write the list into the file that the command line names."""
    Path(sys.argv[1]).write_bytes(msgspec.json.encode(installed()))


if __name__ == "__main__":
    main()
