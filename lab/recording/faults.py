"""What is said of a file that is no recording, or that can't be taken as one."""

from __future__ import annotations

from lab.errors import LabError


class BadRecording(LabError):
    """A file is not a recording, or not a whole one; nothing of it was taken."""
