"""Times as the terminal takes and shows them."""

import time
from collections.abc import Iterator
from datetime import datetime

import pytest
import typer

from lab.cli.history import _in_utc, local_time


@pytest.fixture(params=["Asia/Tokyo", "America/Los_Angeles", "UTC"])
def elsewhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


needs_zones = pytest.mark.skipif(not hasattr(time, "tzset"), reason="a process can't change its zone there")


@needs_zones
@pytest.mark.usefixtures("elsewhere")
def test_a_local_time_comes_back_as_it_was_typed() -> None:
    assert local_time(_in_utc(datetime(2026, 1, 31, 14, 5))) == "2026-01-31 14:05"


@needs_zones
def test_a_day_that_no_calendar_has_is_wrong_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        with pytest.raises(typer.BadParameter):
            _in_utc(datetime.min)
    time.tzset()
