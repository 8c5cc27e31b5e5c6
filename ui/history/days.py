"""When something was, in the words of a list: today by the clock, this week by the day, before that by the date."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QDate, QLocale

from lab.language import tr
from lab.storage.work import as_text


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
    days_ago = _days_ago(moment, now)
    if days_ago <= 0:
        return tr("Today")
    if days_ago == 1:
        return tr("Yesterday")
    return _weekday(moment).capitalize() if days_ago < 7 else _date(moment, now, "d MMMM")


def deletion_heading(moment: datetime, now: datetime) -> str:
    """What stands above everything that was deleted on one day."""
    days_ago = _days_ago(moment, now)
    if days_ago <= 0:
        return tr("Deleted today")
    if days_ago == 1:
        return tr("Deleted yesterday")
    if days_ago < 7:
        return tr("Deleted on {weekday}", weekday=_weekday(moment))
    return tr("Deleted on {date}", date=_date(moment, now, "d MMMM"))


def short_when(moment: datetime, now: datetime) -> str:
    """When something was, in few letters: the time if it was today, else the date."""
    if moment.date() >= now.astimezone().date():
        return clock_time(moment)
    return _date(moment, now, "d MMM")


def long_when(moment: datetime) -> str:
    """When something was, with date, year and time."""
    return f"{long_date(moment)}, {clock_time(moment)}"


def long_date(moment: datetime) -> str:
    """A day with its year."""
    return _written(moment, "d MMMM yyyy")


def clock_time(moment: datetime) -> str:
    """Hours and minutes."""
    return f"{moment:%H:%M}"


def _days_ago(moment: datetime, now: datetime) -> int:
    """Below 0 if the clock was set back meanwhile, which must not make a day of its own."""
    return (now.astimezone().date() - moment.date()).days


def _weekday(moment: datetime) -> str:
    return QLocale().dayName(moment.isoweekday())


def _date(moment: datetime, now: datetime, form: str) -> str:
    return _written(moment, form if moment.year == now.astimezone().year else f"{form} yyyy")


def _written(moment: datetime, form: str) -> str:
    """A date in Qt's letters, with the names of the language that is spoken."""
    return QLocale().toString(QDate(moment.year, moment.month, moment.day), form)
