"""What the documents promise is there: the commands, their options, and the files that they point to."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup
from typer.main import get_command

from lab.cli.app import app

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(
    (ROOT / "docs").glob("*.md")
)
_CODE = re.compile(r"`((?:\.venv/bin/)?counterpoint[^`\n]*)`")
_LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


def commands() -> list[tuple[str, str]]:
    """Every command that a document shows, with the document's name."""
    return [
        (path.name, shown.replace("\\|", "|"))
        for path in DOCUMENTS
        for shown in dict.fromkeys(_CODE.findall(path.read_text("utf-8")))
    ]


@pytest.mark.parametrize(("document", "shown"), commands())
def test_a_command_that_is_shown_exists_with_its_options(document: str, shown: str) -> None:
    words = shlex.split(shown.replace("…", "").replace("<", " "), comments=True)[1:]
    command = get_command(app)
    while isinstance(command, TyperGroup) and words and not words[0].startswith("-"):
        name = words.pop(0)
        found = command.get_command(typer.Context(command), name)
        assert found is not None, f"{document}: there is no command {name!r}"
        command = found
    known = {option for each in command.params for option in (*each.opts, *each.secondary_opts)} | {"--help"}
    if isinstance(command, TyperGroup):
        known |= {"--demo"}  # the window's own, see ui/launch.py
    for word in words:
        if word.startswith("--"):
            assert word.split("=")[0] in known, f"{document}: {command.name} has no option {word}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_a_file_that_is_pointed_to_exists(document: Path) -> None:
    for target in _LINK.findall(document.read_text("utf-8")):
        assert (document.parent / target).exists(), f"{document.name} points to {target}"
