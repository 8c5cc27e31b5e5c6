from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from lab import licences
from lab.licences import Component, components, installed


def test_the_libraries_of_the_program_are_listed_and_the_developers_tools_are_not() -> None:
    listed = [each.name.lower() for each in installed()]
    names = {name.replace("_", "-") for name in listed}
    assert {"pyside6-essentials", "llama-cpp-python", "llama.cpp", "numpy", "python"} <= names
    assert not {"pytest", "ruff", "mypy", "krippendorff", "counterpoint-lab"} & names
    assert listed == sorted(set(listed))


def test_what_others_ask_for_in_turn_is_listed_too() -> None:
    assert "MarkupSafe" in [each.name for each in installed()]  # asked for by Jinja2, not by us


def test_each_has_a_version_a_licence_and_a_text() -> None:
    by_name = {each.name: each for each in installed()}
    numpy = by_name["numpy"]
    assert numpy.version[0].isdigit()
    assert "BSD-3-Clause" in numpy.licence
    assert "Redistribution and use in source and binary forms" in numpy.text
    assert numpy.url == "https://numpy.org"
    assert "The ggml authors" in by_name["llama.cpp"].text


def test_a_licence_whose_whole_text_stands_where_its_name_should_be_gets_a_short_name() -> None:
    assert all(len(each.licence) <= 80 and "\n" not in each.licence for each in installed())


def test_the_list_that_ships_goes_before_what_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = Component(name="zlib", version="1.3", licence="Zlib", url="", text="as is")
    (tmp_path / "licences.json").write_bytes(msgspec.json.encode([shipped]))
    monkeypatch.setattr(licences, "files", lambda _package: tmp_path)
    assert components() == (shipped,)


def test_the_packaging_writes_the_list_into_a_file(tmp_path: Path) -> None:
    file = tmp_path / "licences.json"
    subprocess.run([sys.executable, "-P", "-m", "lab.licences", file], check=True, timeout=60)
    assert msgspec.json.decode(file.read_bytes(), type=tuple[Component, ...]) == installed()
