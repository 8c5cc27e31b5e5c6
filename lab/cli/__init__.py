"""The ``counterpoint`` command: everything the engine can do, from a terminal."""

from lab.cli.app import run

__all__ = ["run"]
