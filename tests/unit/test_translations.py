"""Every text of the window is found by Qt's tools, and is there in every language."""

from __future__ import annotations

import ast
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "resources" / "translations").glob("*.ts"))


def script() -> ModuleType:
    """The script in ``packaging``, which is a folder of scripts and no package."""
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


translations = script()


def calls(path: Path) -> Iterator[ast.Call]:
    """What is called ``tr``, also as a method."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name == "tr":
                yield node


def is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(node.value)


def place(path: Path, call: ast.Call) -> str:
    return f"{path.relative_to(ROOT)}:{call.lineno}"


def test_there_is_a_language_besides_english() -> None:
    assert [path.name for path in FILES] == ["counterpoint_fr.ts"]


def test_a_text_is_a_literal_given_to_the_one_function() -> None:
    wrong = [
        place(path, call)
        for path in translations.sources()
        for call in calls(path)
        if not (isinstance(call.func, ast.Name) and 1 <= len(call.args) <= 2 and all(map(is_literal, call.args)))
    ]
    assert wrong == []


def test_values_have_their_places_in_the_text() -> None:
    wrong = []
    for path in translations.sources():
        for call in calls(path):
            named = {keyword.arg for keyword in call.keywords}
            if named and None not in named and all(map(is_literal, call.args)):
                places = {part[1:-1] for part in translations.PLACE.findall(ast.literal_eval(call.args[0]))}
                if named != places:
                    wrong.append(place(path, call))
    assert wrong == []


def test_qts_tools_see_every_text_that_python_sees() -> None:
    seen = {
        (*map(ast.literal_eval, call.args), "")[:2]
        for path in translations.sources()
        for call in calls(path)
        if call.args and all(map(is_literal, call.args))
    }
    assert set(translations.collect()) == seen


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_a_language_has_the_texts_of_the_code_and_no_others(file: Path) -> None:
    known, wanted = set(translations.read(file)), set(translations.collect())
    assert (sorted(wanted - known), sorted(known - wanted)) == ([], [])


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_a_language_is_complete_with_the_same_places_and_marks(file: Path) -> None:
    faults = {
        translations.key_of(message): fault
        for message, text in translations.read(file).items()
        if (fault := translations.fault_of(message[0], text))
    }
    assert faults == {}


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_the_file_is_as_the_tool_writes_it(file: Path, tmp_path: Path) -> None:
    written = tmp_path / file.name
    translations.write(written, file.stem.rpartition("_")[2], translations.read(file))
    assert written.read_bytes() == file.read_bytes()
