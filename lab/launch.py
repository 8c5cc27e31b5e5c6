"""The door of the program, kept thin on purpose.

Worker processes are spawned, and a spawned process imports the launch module again. Whatever stands at the top of
this file is therefore paid for once per model, so everything heavy is imported inside ``main``.
"""

from __future__ import annotations

import multiprocessing


def main() -> None:
    """Run the ``counterpoint`` command."""
    multiprocessing.freeze_support()
    from lab.cli import run

    run()
