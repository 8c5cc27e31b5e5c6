"""The rules of the house that no tool knows."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = [path for package in ("lab", "ui", "resources") for path in sorted((ROOT / package).rglob("*.py"))]
ONLY = {
    "llama_cpp": "lab/generation/llama_*.py",
    "huggingface_hub": "lab/models/hub.py",
    "pygments": "ui/compare/view_lexer.py",
    "pyqtgraph": "ui/*_plot.py",
    "typer": "lab/cli/*.py",
    "rich": "lab/cli/*.py",
    "re2": "lab/suites/checks/pattern.py",
    "tomlkit": "lab/suites/writing.py",
}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("library", ONLY)
def test_a_library_is_known_in_one_place_only(library: str) -> None:
    users = [name_of(path) for path in SOURCES if library in imported(path)]
    assert [user for user in users if not fnmatch(user, ONLY[library])] == []


def test_no_file_is_longer_than_350_lines() -> None:
    scripts = [*SOURCES, *sorted((ROOT / "packaging").rglob("*.py"))]
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in scripts}
    assert {name: lines for name, lines in lengths.items() if lines > 350} == {}


def test_no_file_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}
    assert [name_of(path) for path in SOURCES if path.stem in drawers] == []


def test_packaging_is_a_folder_of_scripts_and_shadows_nothing() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()
