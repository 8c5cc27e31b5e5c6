"""A model in several files, as llama.cpp's own tools write them, loaded by a real worker."""

from __future__ import annotations

from pathlib import Path

import gguf
import pytest

from lab.models.gguf_header import read_header, require_loadable
from lab.models.split_files import parts_of, read_model
from lab.records import Side
from tests import gguf_files
from tests.process.comparing import Match, contestant

pytestmark = pytest.mark.process


class SplittingWriter(gguf.GGUFWriter):
    """Writes eight tensors a file."""

    def __init__(self, path: Path, arch: str) -> None:
        super().__init__(path, arch, split_max_tensors=8)


@pytest.fixture
def split_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    with monkeypatch.context() as patch:
        patch.setattr(gguf, "GGUFWriter", SplittingWriter)
        gguf_files.tiny_model(tmp_path / "tiny.gguf")
    return tmp_path / "tiny-00001-of-00003.gguf"


def test_its_parts_add_up_to_the_whole_model(split_model: Path, tiny_base: Path) -> None:
    assert all(part.is_file() for part in parts_of(split_model))
    header, whole = read_model(split_model), read_header(tiny_base)
    require_loadable(header)
    assert (header.parameters, header.tensor_count) == (whole.parameters, whole.tensor_count)
    assert header.matrix_bytes_by_type == whole.matrix_bytes_by_type


def test_it_answers_when_it_is_loaded_by_its_first_part(split_model: Path) -> None:
    with Match() as match:
        match.start({Side.A: contestant(read_model(split_model).path)})
        match.finish()
        assert match.collectors[Side.A].error is None
        response = match.collectors[Side.A].response()
    assert response is not None
    assert response.text
