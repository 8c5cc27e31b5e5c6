"""Where programs keep model files on Linux, macOS and Windows.

A program that was started from a desktop does not see what a shell sets, so besides the folder that an environment
variable names, the usual one is looked at too. Sources: the documentation of each program, and for LM Studio the
pointer file and the settings that it writes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

_MOST_SETTINGS_BYTES = 1 << 20


class Layout(StrEnum):
    """How files are kept in a place."""

    FOLDER = "folder"
    """GGUF files, in folders of any name."""
    REPOSITORIES = "repositories"
    """GGUF files in a folder for each repository, which is named after it."""
    OLLAMA = "ollama"
    """Manifests that name blobs."""
    HUB_CACHE = "hub cache"
    """Snapshots with links to blobs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A folder in which there may be models."""

    name: str
    """Whose it is, e.g. ``LM Studio``."""
    folder: Path
    layout: Layout = Layout.FOLDER


def own_places(models: Path, added: Iterable[Path]) -> tuple[Place, ...]:
    """The program's own folder and those that the user has added."""
    return (Place(name="Counterpoint", folder=models), *(Place(name="Added folder", folder=each) for each in added))


def known_places(
    environment: Mapping[str, str] | None = None, home: Path | None = None, system: str | None = None
) -> tuple[Place, ...]:
    """Where other programs keep their models; most of these folders will not exist.

    Args:
        environment: The environment variables; those of this process by default.
        home: The user's own folder.
        system: As ``sys.platform`` names it: ``linux``, ``darwin`` or ``win32``.
    """
    where = _Where(
        environment=os.environ if environment is None else environment,
        home=home or Path.home(),
        system=system or sys.platform,
    )
    places = [*_lm_studio(where), *_ollama(where), *_jan(where), *_gpt4all(where), *_llama_cpp(where), *_hub(where)]
    return tuple(dict.fromkeys(places))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Where:
    """What decides where things are."""

    environment: Mapping[str, str]
    home: Path
    system: str

    def variable(self, name: str) -> Path | None:
        """The folder that a variable names."""
        value = self.environment.get(name, "").strip()
        if not value or "\0" in value:
            return None
        return self.home / value[2:] if value.startswith("~/") else Path(value)

    @property
    def cache(self) -> Path:
        """Where programs keep what can be fetched again."""
        if self.system == "darwin":
            return self.home / "Library" / "Caches"
        if self.system == "win32":
            return self.local_data
        return self.variable("XDG_CACHE_HOME") or self.home / ".cache"

    @property
    def local_data(self) -> Path:
        """Where programs keep what belongs to this computer."""
        if self.system == "darwin":
            return self.home / "Library" / "Application Support"
        if self.system == "win32":
            return self.variable("LOCALAPPDATA") or self.home / "AppData" / "Local"
        return self.variable("XDG_DATA_HOME") or self.home / ".local" / "share"

    @property
    def roaming_data(self) -> Path:
        """Where programs keep what follows the user, on Windows; elsewhere the same as ``local_data``."""
        if self.system == "win32":
            return self.variable("APPDATA") or self.home / "AppData" / "Roaming"
        return self.local_data


def _lm_studio(where: _Where) -> list[Place]:
    homes = [where.home / ".lmstudio", where.home / ".cache" / "lm-studio"]
    pointed = _first_line(where.home / ".lmstudio-home-pointer")
    if pointed:
        homes.insert(0, Path(pointed))
    folders = [folder for each in homes for folder in (_chosen_in_lm_studio(each / "settings.json"), each / "models")]
    return [Place(name="LM Studio", folder=each, layout=Layout.REPOSITORIES) for each in folders if each]


def _chosen_in_lm_studio(settings: Path) -> Path | None:
    """The folder for downloads that the user has chosen there."""
    text = _short_text(settings)
    try:
        content = msgspec.json.decode(text) if text else None
    except (msgspec.DecodeError, RecursionError):
        return None
    folder = content.get("downloadsFolder") if isinstance(content, dict) else None
    return Path(folder) if isinstance(folder, str) and folder and "\0" not in folder else None


def _ollama(where: _Where) -> list[Place]:
    folders = [where.variable("OLLAMA_MODELS"), where.home / ".ollama" / "models"]
    if where.system not in ("darwin", "win32"):
        # As a service it runs under a user of its own; the second is what some distributions choose.
        folders += [Path("/usr/share/ollama/.ollama/models"), Path("/var/lib/ollama"), Path("/var/lib/ollama/models")]
    return [Place(name="Ollama", folder=each, layout=Layout.OLLAMA) for each in folders if each]


def _jan(where: _Where) -> list[Place]:
    data = [where.roaming_data / "Jan" / "data", where.home / "jan"]
    if where.system not in ("darwin", "win32"):
        data.append((where.variable("XDG_CONFIG_HOME") or where.home / ".config") / "Jan" / "data")
    folders = [each / inner for each in data for inner in (Path("llamacpp") / "models", Path("models"))]
    return [Place(name="Jan", folder=each, layout=Layout.REPOSITORIES) for each in folders]


def _gpt4all(where: _Where) -> list[Place]:
    folders = [where.local_data / "nomic.ai" / "GPT4All", where.home / ".cache" / "gpt4all"]
    return [Place(name="GPT4All", folder=each) for each in folders]


def _llama_cpp(where: _Where) -> list[Place]:
    folders = [where.variable("LLAMA_CACHE"), where.cache / "llama.cpp"]
    return [Place(name="llama.cpp", folder=each) for each in folders if each]


def _hub(where: _Where) -> list[Place]:
    base = where.variable("HF_HOME")
    usual = (where.variable("XDG_CACHE_HOME") or where.home / ".cache") / "huggingface" / "hub"
    named = [where.variable("HF_HUB_CACHE"), where.variable("HUGGINGFACE_HUB_CACHE"), base / "hub" if base else None]
    return [
        Place(name="Hugging Face", folder=each, layout=Layout.HUB_CACHE)
        for each in [*named, usual, where.home / ".cache" / "huggingface" / "hub"]
        if each
    ]


def _first_line(path: Path) -> str:
    line = _short_text(path).strip().partition("\n")[0].strip()
    return "" if "\0" in line else line


def _short_text(path: Path) -> str:
    """What stands in a small file; empty if it can't be read."""
    try:
        with path.open("rb") as file:
            return file.read(_MOST_SETTINGS_BYTES).decode("utf-8", errors="replace")
    except OSError:
        return ""
