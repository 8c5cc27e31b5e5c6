"""A file that is hashed while it is written: under its own name it only ever stands whole and right."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from lab.errors import DownloadFailed
from lab.models.verified_file import VerifiedFile

DATA = bytes(range(256)) * 4000


def verified(target: Path) -> VerifiedFile:
    return VerifiedFile(target, size_bytes=len(DATA), sha256=hashlib.sha256(DATA).hexdigest())


def write(target: Path, came: bytes) -> None:
    with verified(target) as file:
        file.write(came)
        file.finish()


def test_what_is_right_gets_its_name_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "folder" / "model.gguf"
    with verified(target) as file:
        file.write(DATA[:1000])
        file.write(DATA[1000:])
        file.finish()
    assert target.read_bytes() == DATA
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize(("came", "why"), [(DATA[:-1], "cut off"), (DATA[:-1] + b"x", "changed"), (DATA + b"x", "lo")])
def test_of_what_is_not_right_nothing_is_left(tmp_path: Path, came: bytes, why: str) -> None:
    target = tmp_path / "folder" / "model.gguf"
    with pytest.raises(DownloadFailed, match=why):
        write(target, came)
    assert list(tmp_path.iterdir()) == []


def test_a_second_program_does_not_write_into_what_the_first_one_makes(tmp_path: Path) -> None:
    target = tmp_path / "model.gguf"
    with verified(target) as first:
        first.write(DATA[:900_000])
        with pytest.raises(DownloadFailed, match="another Counterpoint"), verified(target):
            pass
        first.write(DATA[900_000:])
        first.finish()
    assert target.read_bytes() == DATA


def test_what_a_program_that_was_killed_has_left_is_written_over(tmp_path: Path) -> None:
    target = tmp_path / "model.gguf"
    target.with_name("model.gguf.part").write_bytes(DATA * 2)
    with verified(target) as file:
        file.write(DATA)
        file.finish()
    assert target.read_bytes() == DATA
