"""``python -m lab``: the ``counterpoint`` command, without the window."""

from lab.cli import run

if __name__ == "__main__":
    run()
