"""When something was, in words."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime

import pytest

from ui.history.days import Period, day_heading, local, long_when, short_when, since_utc


@pytest.fixture(autouse=True)
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("the time zone can't be set there")
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


NOW = "2026-03-12T10:00:00.000Z"
"""A Thursday."""


@pytest.mark.parametrize(
    ("kept", "heading", "when"),
    [
        ("2026-03-12T08:05:00.000Z", "Today", "09:05"),
        ("2026-03-11T23:30:00.000Z", "Today", "00:30"),  # after midnight here, before it in Greenwich
        ("2026-03-11T22:30:00.000Z", "Yesterday", "11 Mar"),
        ("2026-03-06T12:00:00.000Z", "Friday", "6 Mar"),
        ("2026-03-05T12:00:00.000Z", "5 March", "5 Mar"),
        ("2025-12-31T12:00:00.000Z", "31 December 2025", "31 Dec 2025"),
        ("2026-03-20T12:00:00.000Z", "Today", "13:00"),  # of a clock that has been set back
    ],
)
def test_a_moment_is_named_the_shorter_the_nearer_it_is(kept: str, heading: str, when: str) -> None:
    assert day_heading(local(kept), local(NOW)) == heading
    assert short_when(local(kept), local(NOW)) == when


def test_a_whole_moment_has_date_year_and_time() -> None:
    assert long_when(local("2026-03-12T08:05:00.000Z")) == "12 March 2026, 09:05"


@pytest.mark.parametrize(
    ("period", "since"),
    [
        (Period.ANY, ""),
        (Period.TODAY, "2026-03-11T23:00:00.000Z"),
        (Period.WEEK, "2026-03-08T23:00:00.000Z"),
        (Period.MONTH, "2026-02-28T23:00:00.000Z"),
    ],
)
def test_a_period_begins_at_midnight_here(period: Period, since: str) -> None:
    assert since_utc(period, local(NOW)) == since


def test_a_month_with_summer_time_in_it_begins_at_its_own_midnight() -> None:
    assert since_utc(Period.MONTH, datetime.fromisoformat("2026-03-30T10:00:00Z")) == "2026-02-28T23:00:00.000Z"
