"""The door of the program, kept thin on purpose.

A packaged app starts itself again for each model, through here. Whatever stands at the top of this file is therefore
paid for once per model, so everything heavy is imported inside ``main``.
"""

from __future__ import annotations

import sys

from lab import WORKER_ARGUMENT


def main() -> None:
    """Run the ``counterpoint`` command."""
    if sys.argv[1:] == [WORKER_ARGUMENT]:
        from lab.generation.worker import main as work

        work()
    from lab.cli import run

    run()
