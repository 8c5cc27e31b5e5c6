"""A look at the history that waits for nobody and that nobody waits for."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from lab.exchange.reading import reading
from lab.storage import Store
from tests.permissions import permissions_that_count_for_root_too
from tests.unit.exchange.carrying import exported, vote
from tests.unit.storage.samples import compared


@pytest.fixture
def folder() -> Iterator[Path]:
    # Not below pytest's own folder, which only its owner may enter.
    folder = Path(tempfile.mkdtemp())
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_it_sees_one_moment_whatever_is_written_meanwhile(here: Store) -> None:
    comparison_id = compared(here)
    before = exported(here)
    with reading(here) as work:
        vote(here, comparison_id)
        assert work.db.exec_driver_sql("SELECT count(*) FROM vote").scalar_one() == 0
    assert exported(here) != before


def test_it_can_not_write(here: Store) -> None:
    with reading(here) as work, pytest.raises(Exception, match="readonly"):
        work.db.exec_driver_sql("DELETE FROM session")


def test_what_lies_in_a_read_only_folder_can_be_taken_out(here: Store, folder: Path) -> None:
    compared(here)
    data = exported(here)
    here.close()
    shutil.copy(here.path, folder / "history.db")
    (folder / "history.db").chmod(0o444)
    folder.chmod(0o555)
    with permissions_that_count_for_root_too(), Store(folder / "history.db") as store:
        assert exported(store) == data
