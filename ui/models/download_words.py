"""Sizes, states and facts of downloads in words."""

from __future__ import annotations

import re

from lab.amounts import rough_size
from lab.language import number, tr
from lab.models.download_order import Download, DownloadState
from lab.models.offline import how_to_go_online
from ui.first_start.words import speed, time_left

STATE_WORDS = {
    DownloadState.WAITING: tr("Waits for its turn"),
    DownloadState.CHECKING: tr("Checking what is here"),
    DownloadState.RUNNING: tr("Downloading"),
    DownloadState.RETRYING: tr("The line broke"),
    DownloadState.ADDING: tr("Entering it in the library"),
    DownloadState.PAUSED: tr("Paused"),
    DownloadState.DONE: tr("Done"),
    DownloadState.FAILED: tr("Stopped"),
    DownloadState.CANCELLED: tr("Cancelled"),
}
_ADDRESS = re.compile(r"https?://[^\s,]*[^\s,.]")
_NO_BREAK = "\u00a0"
_BIG_BYTES = 1_000_000_000


def offline() -> str:
    """Why nothing is fetched, and what to do about it."""
    return " ".join((tr("You work offline."), how_to_go_online(tr("download", "to download"))))


def of_size(done_bytes: int, total_bytes: int) -> str:
    """How much of how much, in the unit of the whole, e.g. ``130 of 210 MB``."""
    done, _ = _number(done_bytes, total_bytes)
    total, unit = _number(total_bytes, total_bytes)
    return tr("{done} of {total} {unit}", done=done, total=total, unit=unit)


def percent(done_bytes: int, total_bytes: int) -> int:
    """How far something is; 100 only when nothing is missing."""
    return min(100, 100 * done_bytes // max(1, total_bytes))


def in_percent(share: int) -> str:
    """A share as it is written, e.g. ``45 %``."""
    return tr("{share} %", share=share)


def facts(done_bytes: int, total_bytes: int, bytes_per_second: float | None, seconds_left: float | None) -> str:
    """How much, how fast, how long, e.g. ``130 of 210 MB · 4.1 MB/s · about 20 s left``."""
    words = [of_size(done_bytes, total_bytes)]
    if bytes_per_second:
        words.append(speed(bytes_per_second))
    if seconds_left is not None:
        words.append(time_left(seconds_left))
    return " · ".join(words)


def state(download: Download) -> str:
    """What a download is doing."""
    if download.state is DownloadState.RETRYING and download.retry_in_s is not None:
        wait_s = round(download.retry_in_s)
        return (
            tr("The line broke, trying again in {wait_s} s", wait_s=wait_s)
            if wait_s
            else tr("The line broke, trying again")
        )
    return STATE_WORDS[download.state]


def file_name(download: Download) -> str:
    """The file, and that there are more of one that was split."""
    files = download.order.files
    name = files[0].file.rpartition("/")[2]
    return tr("{name} and {count} more", name=name, count=len(files) - 1) if len(files) > 1 else name


def address_in(text: str) -> str:
    """The first web address in a hint; empty if there is none."""
    found = _ADDRESS.search(text)
    return found[0] if found else ""


def room(needed_bytes: int, free_bytes: int | None) -> str:
    """What a download needs and what the disk has, e.g. ``Needs 4.5 GB, 80 GB free``."""
    said = tr("Needs {size}", size=rough_size(needed_bytes))
    if free_bytes is not None:
        said = tr("Needs {size}, {free} free", size=rough_size(needed_bytes), free=rough_size(free_bytes))
    # A line may break after the comma only.
    return said.replace(" ", _NO_BREAK).replace(f",{_NO_BREAK}", ", ")


def no_room(needed_bytes: int, free_bytes: int) -> str:
    """Why a download is not begun."""
    needed, free = rough_size(needed_bytes), rough_size(free_bytes)
    return tr(
        "Too little room on the disk: it needs {size} and {free} is free. Make room first.", size=needed, free=free
    )


def _number(size_bytes: int, by_bytes: int) -> tuple[str, str]:
    if by_bytes >= 10 * _BIG_BYTES:
        return number(size_bytes / 1e9), tr("GB")
    if by_bytes >= _BIG_BYTES:
        return number(size_bytes / 1e9, 1), tr("GB")
    return number(size_bytes / 1e6), tr("MB")
