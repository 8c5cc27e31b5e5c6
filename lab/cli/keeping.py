"""Where a run of the command is kept: the history, opened late. Trouble with it is one line of warning, and no more."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from lab.cli.history_file import warn
from lab.cli.output import console
from lab.errors import LabError
from lab.session.keeper import Keeper

if TYPE_CHECKING:
    from lab.storage import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Where a comparison is in the history."""

    id: str
    short_id: str
    """So much of the id that it is no other's."""


class Keeping:
    """The history of one run. After the first trouble nothing more is kept.

    Args:
        path: The history's file; None keeps nothing.

    Attributes:
        keeper: Takes what is to be kept. Until the history is opened it waits there.
    """

    def __init__(self, path: Path | None) -> None:
        self.keeper = Keeper(None, self._take_note)
        self._path = path
        self._store: Store | None = None
        self._trouble: LabError | None = None

    def open(self) -> None:
        """Open the history, unless it is open, and keep what waits for it."""
        if self._store is not None or self._path is None:
            return
        from lab.storage import Store

        try:
            self._store = Store(self._path)
        except LabError as error:
            self._give_up(error)
            return
        if not (self._store.writable and self._store.lasting):
            self._give_up(self._store.notices[0])
            return
        for notice in self._store.notices:
            warn(notice)
        self.keeper.attach(self._store)

    def end(self, comparison_id: str) -> Kept | None:
        """Wait until a comparison is on the disk.

        Returns:
            Where it is; None if it is not kept.
        """
        if self._store is None:
            self.keeper.detach()
            return None
        from lab.storage import comparisons

        try:
            # The history does one thing after the other: when this is read, all that came before is kept or refused.
            short_id = self._store.read(comparisons.short_id, comparison_id).result()
        except LabError as error:
            self._trouble = error
        if self._trouble is not None:
            self._give_up(self._trouble)
            return None
        return Kept(id=comparison_id, short_id=short_id)

    def close(self) -> None:
        """Write what is left; an answer that still streams is marked as cut off."""
        store, self._store = self._store, None
        if store is not None:
            store.close()
        self.keeper.detach()  # not before: what was handed over is taken out of the waiting only as it is written

    def _take_note(self, trouble: LabError | None) -> None:
        self._trouble = trouble

    def _give_up(self, error: LabError) -> None:
        self._path = None
        warn(error, before="This is not kept.")
        self.close()


def say_kept(kept: Kept | None) -> None:
    """Say in a terminal how to find a comparison again and how to vote on it."""
    if kept is not None and console.is_terminal:
        name = kept.short_id
        line = f"Kept as {name}. Vote: counterpoint vote {name} a|b|tie|both_bad"
        console.print(Text(line, style="dim"), soft_wrap=True)
