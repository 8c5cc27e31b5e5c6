"""What the documents promise is there: commands, options, files, variables, keys, and what the program says."""

from __future__ import annotations

import functools
import re
import shlex
import textwrap
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup
from typer.main import get_command

from lab.analysis.document import Document
from lab.cli.app import app
from lab.lessons.reading import parse_lesson
from lab.suites.shelf import shipped_suites
from tests.unit.spoken import said
from ui.key_list import KEYS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
MANUAL = sorted(DOCS.rglob("*.md"))
DOCUMENTS = [ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")] + MANUAL
_COMMAND = re.compile(r"`((?:\.venv/bin/)?counterpoint(?: [^`\n]*)?)`|^ {4,}(counterpoint [^`\n]*)$", re.MULTILINE)
_MAKE = re.compile(r"(?:`|^ {4,})(?:[A-Z_]+=\S+ )?make ([a-z]+)\b", re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
_VARIABLE = re.compile(r"`((?:COUNTERPOINT|HF)_[A-Z_]+)")
_PLACE = re.compile(r"`((?:lab|ui|resources|tests|packaging|docs)/[\w./-]+)`")
_WINDOWS_OWN = {"--demo", "--self-test"}
"""Options that ui/launch.py knows, and the command line does not."""


def text_of(path: Path) -> str:
    return path.read_text("utf-8")


def commands() -> list[tuple[str, str]]:
    """Every command that a document shows, with the document's name."""
    return [
        (path.name, shown.replace("\\|", "|"))
        for path in DOCUMENTS
        for shown in dict.fromkeys(one or other for one, other in _COMMAND.findall(text_of(path)))
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
        known |= _WINDOWS_OWN
    for word in words:
        if re.match("--?[a-z]", word):
            assert word.split("=")[0] in known, f"{document}: {command.name} has no option {word}"


def test_the_page_on_the_terminal_leaves_no_command_out() -> None:
    page, top = text_of(DOCS / "terminal.md"), get_command(app)
    assert isinstance(top, TyperGroup)
    assert [name for name in top.commands if f"`counterpoint {name}" not in page] == []


def test_the_page_on_keys_says_what_the_window_says() -> None:
    shown = re.findall(r"^## (.+)$|^\| (.+) \| (.+) \|$", text_of(DOCS / "keys.md"), re.MULTILINE)
    rows = [row for row in shown if row[1] not in ("key", "---")]
    wanted = [row for title, keys in KEYS for row in ((title, "", ""), *(("", *key) for key in keys))]
    assert rows == wanted


def test_the_page_on_runs_names_the_suites_that_ship() -> None:
    named = re.findall(r"^\| (.+?) \|", text_of(DOCS / "runs.md"), re.MULTILINE)
    assert named == ["suite", *(suite.title for suite in shipped_suites())]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_a_file_that_is_pointed_to_exists(document: Path) -> None:
    for target in _LINK.findall(text_of(document)):
        assert (document.parent / target).exists(), f"{document.name} points to {target}"
    for place in _PLACE.findall(text_of(document)):
        if document in MANUAL:
            assert (ROOT / place).exists(), f"{document.name} speaks of {place}"


def test_what_make_is_asked_for_it_can_do() -> None:
    known = set(re.findall(r"[a-z]+", re.findall(r"\.PHONY: (.*)", text_of(ROOT / "Makefile"))[0]))
    asked = {(path.name, verb) for path in DOCUMENTS for verb in _MAKE.findall(text_of(path))}
    assert asked
    assert {(document, verb) for document, verb in asked if verb not in known} == set()


def test_a_variable_that_is_named_is_read_somewhere() -> None:
    code = "".join(text_of(path) for folder in ("lab", "ui", "packaging") for path in (ROOT / folder).rglob("*.py"))
    named = {(path.name, name) for path in DOCUMENTS for name in _VARIABLE.findall(text_of(path))}
    assert {(document, name) for document, name in named if f'"{name}"' not in code} == set()


SENTENCES = [
    sentence
    for row in re.findall(r"^\|.*\|$", text_of(DOCS / "troubleshooting.md"), re.MULTILINE)
    for sentence in re.findall(r"\*([^*]+)\*", row)
]


@functools.cache
def everything_said() -> str:
    return said(ROOT / "lab", ROOT / "ui").casefold()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_trouble_is_told_in_the_words_of_the_program(sentence: str) -> None:
    assert sentence.casefold() in everything_said()


def test_the_lesson_for_teachers_can_be_taken() -> None:
    sample = re.search(r"^    # My lesson\n(?:(?:    .*)?\n)*", text_of(DOCS / "teachers.md"), re.MULTILINE)
    assert sample is not None
    lesson = parse_lesson(textwrap.dedent(sample[0]).encode(), "teachers.md")
    assert len(lesson.steps) == 6


def test_the_measure_for_contributors_measures() -> None:
    sample = re.search(r"```python\n(.*?)```", text_of(DOCS / "contributing" / "adding.md"), re.DOTALL)
    assert sample is not None
    module: dict[str, object] = {"__name__": "sample"}
    exec(compile(textwrap.dedent(sample[1]), "adding.md", "exec"), module)
    measure = module["exclamations"]
    assert callable(measure)
    assert [each.value for each in measure(Document.read("Hi! You there!"))] == [2]
