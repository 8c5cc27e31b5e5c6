"""What the tests of the Models page share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.hub.stand_in import HubStandIn
from tests.unit.ui.models.download_line import Line, grown, hub_with_the_pair


@pytest.fixture(scope="session")
def pair_bytes(tiny_base: Path, tiny_chat: Path) -> tuple[bytes, bytes]:
    """A base and a chat model that take a moment to come."""
    return grown(tiny_base, 1), grown(tiny_chat, 2)


@pytest.fixture
def stand_in(home: Path, pair_bytes: tuple[bytes, bytes]) -> Iterator[HubStandIn]:
    """A Hub with a pair; the program is online while it runs."""
    with hub_with_the_pair(*pair_bytes) as state:
        yield state


@pytest.fixture
def line(qtbot: QtBot, home: Path, stand_in: HubStandIn) -> Iterator[Line]:
    """Downloads from that Hub."""
    one = Line(qtbot, home, stand_in)
    yield one
    one.close()
