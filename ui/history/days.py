"""When something was, in the words of a list: today by the clock, this week by the day, before that by the date."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from lab.storage.work import as_text

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


class Period(StrEnum):
    """How far back a list goes."""

    ANY = "any"
    TODAY = "today"
    WEEK = "week"
    """Since Monday."""
    MONTH = "month"
    """Since the first of the month."""


def since_utc(period: Period, now: datetime) -> str:
    """When a period began, as times are kept; empty if it has no beginning."""
    midnight = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    match period:
        case Period.ANY:
            return ""
        case Period.TODAY:
            begin = midnight
        case Period.WEEK:
            begin = midnight - timedelta(days=midnight.weekday())
        case Period.MONTH:
            begin = midnight.replace(day=1)
    # The offset may have changed since, e.g. with summer time: midnight is asked for anew.
    return as_text(begin.replace(tzinfo=None).astimezone())


def local(kept_utc: str) -> datetime:
    """A time as it is kept, on this computer's clock."""
    return datetime.fromisoformat(kept_utc).astimezone()


def day_heading(moment: datetime, now: datetime) -> str:
    """What stands above everything of one day."""
    days_ago = (now.astimezone().date() - moment.date()).days
    if days_ago <= 0:  # a clock that was set back must not make a day of its own
        return "Today"
    if days_ago == 1:
        return "Yesterday"
    return _DAYS[moment.weekday()] if days_ago < 7 else _date(moment, now, _MONTHS[moment.month - 1])


def short_when(moment: datetime, now: datetime) -> str:
    """When something was, in few letters: the time if it was today, else the date."""
    if moment.date() >= now.astimezone().date():
        return clock_time(moment)
    return _date(moment, now, _MONTHS[moment.month - 1][:3])


def long_when(moment: datetime) -> str:
    """When something was, with date, year and time."""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}, {clock_time(moment)}"


def clock_time(moment: datetime) -> str:
    """Hours and minutes."""
    return f"{moment:%H:%M}"


def _date(moment: datetime, now: datetime, month: str) -> str:
    year = "" if moment.year == now.astimezone().year else f" {moment.year}"
    return f"{moment.day} {month}{year}"
