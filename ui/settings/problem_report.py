"""What somebody who reports a bug is asked for: versions and what the computer has, and nothing of the user's own."""

from __future__ import annotations

from lab.doctor import examine
from ui.bug_report import report

_PRIVATE = frozenset({"Python", "Data folder", "Models folder", "Cache folder", "Library"})
"""Findings that name folders and models; the version of Python is told without its folder, in the first line."""


def problem_report() -> str:
    """Make it; takes some seconds, because llama.cpp and Qt are loaded in processes of their own."""
    findings = [finding for finding in examine() if finding.name not in _PRIVATE]
    lines = [f"{each.name}: {' '.join(filter(None, (each.value, each.problem)))}" for each in findings]
    return report("\n".join(lines))
