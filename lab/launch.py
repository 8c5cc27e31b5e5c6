"""The door of the program, kept thin on purpose.

A packaged app starts itself again for each model, through here. Whatever stands at the top of this file is therefore
paid for once per model, so everything heavy is imported inside ``main``.
"""

from __future__ import annotations

import sys

WORKER_ARGUMENT = "--worker"
"""A packaged app is its own worker: started with this, it runs a model instead of the command line."""


def main() -> None:
    """Run the ``counterpoint`` command."""
    if sys.argv[1:] == [WORKER_ARGUMENT]:
        from lab.generation.worker import main as work

        work()
    from lab.cli import run

    run()
