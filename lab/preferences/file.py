"""The preferences as they stand on disk, for whoever shows or changes them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from lab.errors import LabError, NotEnoughDisk
from lab.file_lock import locked
from lab.language import tr
from lab.preferences.document import (
    DamagedDocument,
    Document,
    preferences_from,
    read_document,
    set_aside,
    spelled,
    write_document,
)
from lab.preferences.values import Preferences

_PATIENCE_S = 0.3
"""A window waits for it, so not long. Whoever holds the lock needs a few milliseconds, unless it has been halted."""

Listener = Callable[[Preferences], None]


class PreferencesFile:
    """Reads the preferences once, and writes each change at once. For one thread.

    Each change reads the file again, changes what it is about and nothing else, and puts a whole new file in its
    place. So a second process may change other things, and what a newer version has written stays. If the file can't
    be written, changes hold while the program runs, and go to disk with the first change for which it can.

    Args:
        path: The file; it need not exist.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._listeners: list[Listener] = []
        self._document: Document = {}
        self._unsaved: dict[str, Any] = {}
        self._damage: LabError | None = None
        self._in_the_way: LabError | None = None
        self._unwritable: LabError | None = None
        self._refresh()
        self._value = preferences_from(self._document)

    @property
    def value(self) -> Preferences:
        """What holds now."""
        return self._value

    @property
    def problem(self) -> LabError | None:
        """What went wrong reading or, more pressing, last writing; the same object while it is the same trouble."""
        return self._unwritable or self._in_the_way or self._damage

    def change(self, **fields: Any) -> Preferences:
        """Replace fields, save, and tell the subscribers. Never fails because of the disk; see ``problem``.

        Args:
            **fields: New values by the names that they have in ``Preferences``.

        Returns:
            What holds now.

        Raises:
            TypeError: There is no field of that name.
        """
        before, problem = self._value, self.problem
        replace(before, **fields)
        self._unsaved |= fields
        with contextlib.ExitStack() as held:
            # Without it a change might be lost, and the file is whole anyway. A folder that can't take the lock can't
            # take the file either, and saving tells of that.
            with contextlib.suppress(OSError):
                held.enter_context(locked(self._path, patience_s=_PATIENCE_S))
            if self._refresh():
                self._save()
        self._value = replace(preferences_from(self._document), **(self._unsaved | fields))
        if (self._value, self.problem) != (before, problem):
            for listener in tuple(self._listeners):
                listener(self._value)
        return self._value

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` after each change.

        Returns:
            What ends it; may be called more than once.
        """
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def _refresh(self) -> bool:
        """Take over what the file says now. If it is gone or damaged, what it said before stands.

        Returns:
            False if something is there that must not be written over.
        """
        try:
            document = read_document(self._path)
        except DamagedDocument as damage:
            self._in_the_way = _still(self._in_the_way, self._put_aside(damage))
        except OSError as error:
            trouble = LabError(
                tr("The settings {path} can't be read: {why}.", path=self._path, why=_why(error)),
                tr("Check the file's permissions."),
            )
            self._in_the_way = _still(self._in_the_way, trouble)
        else:
            self._in_the_way = None
            self._document = self._document if document is None else document
        return self._in_the_way is None

    def _put_aside(self, damage: DamagedDocument) -> LabError | None:
        try:
            kept = set_aside(self._path)
        except OSError as error:
            return LabError(
                tr("The settings {path} are damaged and can't be set aside: {why}.", path=self._path, why=_why(error)),
                tr("Move the file elsewhere. Until then, what you change here is not kept."),
                detail=str(damage),
            )
        then = (
            tr("The settings were damaged, so the ones in use were written anew. The damaged file is kept as {name}.")
            if self._document
            else tr(
                "The settings were damaged, so the program begins with its defaults. "
                "The damaged file is kept as {name}."
            )
        )
        self._damage = LabError(
            then.format(name=kept.name),
            tr("It is in the folder {folder}.", folder=kept.parent),
            detail=str(damage),
        )
        return None

    def _save(self) -> None:
        document = self._document | {name: spelled(value) for name, value in self._unsaved.items()}
        try:
            if document != self._document or not self._path.exists():
                write_document(self._path, document)
        except OSError as error:
            trouble = NotEnoughDisk(
                tr("The settings can't be saved in {folder}: {why}.", folder=self._path.parent, why=_why(error)),
                tr("Check the free space and the permissions of the folder. What you change holds until you quit."),
            )
            self._unwritable = _still(self._unwritable, trouble)
        else:
            self._document, self._unsaved, self._unwritable = document, {}, None


def _still(before: LabError | None, now: LabError | None) -> LabError | None:
    """The object from before if it says the same, so that whoever shows it can tell that it is nothing new."""
    if before is None or now is None or (before.message, before.hint) != (now.message, now.hint):
        return now
    return before


def _why(error: OSError) -> str:
    """Without the file's name, which for a temporary one is never the same twice."""
    return error.strerror or str(error)
