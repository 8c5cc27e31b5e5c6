"""The environment in which the tests start the command."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parents[2]


def environment(home: Path) -> dict[str, str]:
    """An environment in which nothing of the user is touched and nothing is fetched."""
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "COUNTERPOINT_HOME": str(home),
        "COUNTERPOINT_OFFLINE": "1",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        "HF_TOKEN": "",
        "COLUMNS": "100",
    }
