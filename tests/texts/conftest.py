"""The texts of others, for every test of this folder."""

from __future__ import annotations

import pytest

from tests.texts.strangers import Texts, fetched


@pytest.fixture(scope="session")
def texts(pytestconfig: pytest.Config) -> Texts:
    """What others wrote; see ``strangers``."""
    return fetched(pytestconfig.cache.mkdir("texts"))
