"""When `counterpoint starter` has nothing to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from lab.cli import starter as command
from lab.models.library import Library
from lab.records import Kind


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[Library]:
    """For which libraries starter models were fetched; none really are."""
    asked: list[Library] = []

    def fetch(*_: object, library: Library, **__: object) -> list[object]:
        asked.append(library)
        return []

    monkeypatch.setattr(command, "fetch", fetch)
    return asked


def add(base: Path | None = None, chat: Path | None = None) -> None:
    library = Library.open()
    for path, kind in ((base, Kind.BASE), (chat, Kind.CHAT)):
        if path is not None:
            library.set_kind(library.add(path).name, kind)


def test_a_pair_that_is_there_is_enough(home: Path, tiny_base: Path, tiny_chat: Path, fetched: list[Library]) -> None:
    add(tiny_base, tiny_chat)
    command.starter(if_missing=True)
    assert fetched == []


def test_one_model_is_no_pair(home: Path, tiny_base: Path, fetched: list[Library]) -> None:
    add(tiny_base)
    command.starter(if_missing=True)
    assert len(fetched) == 1


def test_a_pair_whose_file_is_gone_is_none(home: Path, tiny_base: Path, tmp_path: Path, fetched: list[Library]) -> None:
    copy = tmp_path / "gone.gguf"
    copy.write_bytes(tiny_base.read_bytes())
    add(tiny_base, copy)
    copy.unlink()
    command.starter(if_missing=True)
    assert len(fetched) == 1


def test_whoever_does_not_say_if_missing_gets_the_starter_models_besides(
    home: Path, tiny_base: Path, tiny_chat: Path, fetched: list[Library]
) -> None:
    add(tiny_base, tiny_chat)
    command.starter()
    assert len(fetched) == 1
