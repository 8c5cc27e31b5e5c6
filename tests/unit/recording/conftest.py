"""Two computers: one that records, and one that opens what was recorded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lab.storage import Store


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "here" / "history.db") as store:
        yield store


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Store]:
    """Where it is opened."""
    with Store(tmp_path / "there" / "history.db") as store:
        yield store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the other computer remembers recordings."""
    return tmp_path / "there" / "recordings"
