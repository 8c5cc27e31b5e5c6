"""Two computers' histories for each test."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lab.storage import Store


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "here" / "history.db") as store:
        yield store


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Store]:
    """Another computer's."""
    with Store(tmp_path / "there" / "history.db") as store:
        yield store


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Store]:
    """Gives an empty history each time; copied, because to make one takes longer."""
    folder = tmp_path_factory.mktemp("empty")
    Store(folder / "empty.db").close()
    numbers = itertools.count()

    def copy() -> Store:
        path = folder / f"{next(numbers)}.db"
        shutil.copyfile(folder / "empty.db", path)
        return Store(path)

    return copy
