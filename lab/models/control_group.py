"""The control group that this process may be locked into, as in a container: which it is, and which cores it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_MEMBERSHIP = Path("/proc/self/cgroup")
_ROOT = Path("/sys/fs/cgroup")


def group_folders(membership: Path = _MEMBERSHIP, root: Path = _ROOT) -> list[Path]:
    """The folders of this process's control group (version 2) and of the groups around it; none where there are none.

    Args:
        membership: The file that names the group.
        root: Where all groups stand.
    """
    inside = next((path for controllers, path in _groups(membership) if not controllers), None)
    return [] if inside is None else _with_those_around(root, inside)


def quota_cores(membership: Path = _MEMBERSHIP, root: Path = _ROOT) -> float | None:
    """How many cores' worth of time the group and those around it may use, e.g. 1.5; None without a limit.

    Args:
        membership: The file that names the group.
        root: Where all groups stand.
    """
    limits = [_quota(*_words(folder / "cpu.max")) for folder in group_folders(membership, root)]
    for controllers, inside in _groups(membership):
        if "cpu" in controllers.split(","):
            for folder in (*_with_those_around(root / controllers, inside), *_with_those_around(root / "cpu", inside)):
                limits.append(_quota(*_words(folder / "cpu.cfs_quota_us"), *_words(folder / "cpu.cfs_period_us")))
    return min((limit for limit in limits if limit is not None), default=None)


def _groups(membership: Path) -> Iterator[tuple[str, str]]:
    """Controllers (none in version 2) and path of each group."""
    try:
        lines = membership.read_text().splitlines()
    except (OSError, ValueError):
        return
    for line in lines:
        number, _, rest = line.partition(":")
        controllers, _, path = rest.partition(":")
        if number == "0" or controllers:
            yield controllers, path.lstrip("/")


def _with_those_around(root: Path, inside: str) -> list[Path]:
    # In a container the named folder may not be visible; what stands at the root then is our own.
    folder = root / inside
    return [folder, *(parent for parent in folder.parents if parent == root or root in parent.parents)]


def _words(path: Path) -> list[str]:
    try:
        return path.read_text().split()
    except (OSError, ValueError):
        return []


def _quota(*words: str) -> float | None:
    """Microseconds of work that may be done in a period, and the period; ``max`` or -1 is without a limit."""
    try:
        quota, period = map(int, words)
    except ValueError:
        return None
    return quota / period if quota > 0 and period > 0 else None
