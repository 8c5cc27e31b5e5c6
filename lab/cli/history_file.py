"""Opens the history for a command, and tells on standard error what is the matter with it.

SQLAlchemy takes a quarter of a second to import, so only what really opens the history imports ``lab.storage``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.text import Text

from lab.cli.output import messages, visible
from lab.errors import LabError
from lab.settings import folders

if TYPE_CHECKING:
    from lab.storage import Store

NOTHING_YET = 'Nothing has been kept yet. Compare something: counterpoint compare "Why is the sky blue?"'


def is_there() -> bool:
    """False if nothing has been kept on this computer yet; then nothing need be made to say so."""
    return folders().history.exists()


@contextmanager
def opened() -> Iterator[Store]:
    """The history; what the user should know of it has been said.

    Raises:
        LabError: It can't be opened, not even to be read.
    """
    from lab.storage import Store

    with Store(folders().history) as store:
        for notice in store.notices:
            warn(notice)
        yield store


def warn(problem: LabError, *, before: str = "") -> None:
    """Say in one line on standard error what is the matter, and what can be done."""
    sentences = " ".join(" ".join([before, problem.message, problem.hint]).split())
    messages.print(Text(visible(sentences), style="yellow"), soft_wrap=True)
