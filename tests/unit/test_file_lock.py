"""The lock beside a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from lab.file_lock import locked


def test_one_has_the_lock_and_the_next_one_when_it_is_let_go(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file"
    with locked(path, patience_s=0) as first, locked(path, patience_s=0.02) as second:
        assert (first, second) == (True, False)
    with locked(path, patience_s=0) as third:
        assert third
    assert not path.exists()


def test_who_did_not_get_it_does_not_let_go_of_it(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with locked(path, patience_s=0):
        for _ in range(2):
            with locked(path, patience_s=0) as had:
                assert not had


def test_it_is_let_go_of_when_something_fails_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with pytest.raises(ZeroDivisionError), locked(path, patience_s=0):
        raise ZeroDivisionError
    with locked(path, patience_s=0) as had:
        assert had


def test_a_folder_that_can_not_take_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_bytes(b"")
    with pytest.raises(OSError, match="in the way"), locked(tmp_path / "in the way" / "file", patience_s=0):
        pass
