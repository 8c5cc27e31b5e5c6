from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lab.session.names_in_files import NamesInFiles, names_in_files
from tests import gguf_files
from tests.process.comparing import model_of


def test_the_header_names_model_and_maker(tmp_path: Path) -> None:
    path = gguf_files.tiny_model(
        tmp_path / "m.gguf", name="Zeppelin 7B", fields={"general.organization": "The Brass Workshop"}
    )
    names = names_in_files([model_of(path)])
    assert names.models == {"Zeppelin 7B"}
    assert names.makers == {"The Brass Workshop"}


def test_a_file_that_is_gone_names_nobody(tmp_path: Path) -> None:
    path = gguf_files.tiny_model(tmp_path / "m.gguf")
    model = replace(model_of(path), path=str(tmp_path / "gone.gguf"))
    assert names_in_files([model]) == NamesInFiles()
