"""Keeps how far each learner has come, in one small file that survives a crash."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from lab.errors import LabError, NotEnoughDisk
from lab.file_lock import locked
from lab.language import tr
from lab.lessons.progress import Progress, hidden_sessions
from lab.preferences.document import DamagedDocument, Document, read_document, set_aside, write_document

_PATIENCE_S = 0.3
"""A window waits for it, so not long."""
MOST_BYTES = 4 * 2**20


class ProgressFile:
    """Reads the progress of all, and writes each change at once: a whole new file in the old one's place.

    Each change reads the file again and changes one learner's one lesson; so two windows on one file, e.g. on a
    school's shared disk, don't undo each other. If the file can't be written, changes hold while the program runs.

    Args:
        path: The file; it need not exist.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unsaved: dict[tuple[str, str], Progress] = {}
        self._document: Document = {}
        self._hidden: frozenset[str] | None = None
        self.problem: LabError | None = None
        """What went wrong last; None if nothing did."""
        self._refresh()

    def get(self, rater: str, lesson_id: str) -> Progress:
        """How far a learner has come in a lesson; what makes no sense in the file is nothing yet."""
        held = self._unsaved.get((rater, lesson_id))
        return held or _taken(_lessons_of(self._document, rater).get(lesson_id))

    def is_hidden(self, session_id: str) -> bool:
        """True while it is hidden who is who in a conversation of a lesson, whoever takes it."""
        if self._hidden is None:
            raters = _table(self._document.get("raters"))
            kept = {(rater, lesson_id) for rater in raters for lesson_id in _lessons_of(self._document, rater)}
            every = (self.get(*who) for who in kept | self._unsaved.keys())
            self._hidden = frozenset(each for progress in every for each in hidden_sessions(progress))
        return session_id in self._hidden

    def change(self, rater: str, lesson_id: str, change: Callable[[Progress], Progress]) -> Progress:
        """Change a learner's progress in a lesson, and save. Never fails because of the disk; see ``problem``.

        Returns:
            What it is now.
        """
        before = self.get(rater, lesson_id)
        after = change(before)
        if after != before:
            self._unsaved[rater, lesson_id] = after
            self._save()
        return after

    def forget(self, rater: str, lesson_id: str) -> None:
        """Let a learner begin a lesson anew; what was asked and voted stays in the history."""
        self._unsaved[rater, lesson_id] = Progress()
        self._save()

    def _save(self) -> None:
        self._hidden = None
        with contextlib.ExitStack() as held:
            # Without it a change might be lost, and the file is whole anyway.
            with contextlib.suppress(OSError):
                held.enter_context(locked(self._path, patience_s=_PATIENCE_S))
            if not self._refresh():
                return
            document = dict(self._document)
            raters = dict(_table(document.get("raters")))
            for (rater, lesson_id), progress in self._unsaved.items():
                raters[rater] = {**_table(raters.get(rater)), lesson_id: msgspec.to_builtins(progress)}
            document["raters"] = raters
            try:
                write_document(self._path, document)
            except OSError as error:
                self.problem = NotEnoughDisk(
                    tr(
                        "Your progress can't be saved in {folder}: {why}.",
                        folder=self._path.parent,
                        why=error.strerror or error,
                    ),
                    tr("Check the free space and the permissions of the folder. It holds until you quit."),
                )
            else:
                self._document, self._unsaved, self.problem = document, {}, None

    def _refresh(self) -> bool:
        """Take over what the file says now; False if something is there that must not be written over."""
        try:
            too_large = self._path.exists() and self._path.stat().st_size > MOST_BYTES
            document = None if too_large else read_document(self._path)
            if too_large:
                raise DamagedDocument("it is far too large")  # noqa: TRY301  (as any other damage)
        except DamagedDocument as damage:
            return self._put_aside(damage)
        except OSError as error:
            self.problem = LabError(
                tr("The progress in {file} can't be read: {why}.", file=self._path, why=error.strerror or error),
                tr("Check the file's permissions."),
            )
            return False
        self._document = self._document if document is None else document
        return True

    def _put_aside(self, damage: DamagedDocument) -> bool:
        try:
            kept = set_aside(self._path)
        except OSError as error:
            self.problem = LabError(
                tr(
                    "The progress in {file} is damaged and can't be set aside: {why}.",
                    file=self._path,
                    why=error.strerror or error,
                ),
                tr("Move the file elsewhere. Until then, progress is not kept."),
                detail=str(damage),
            )
            return False
        self.problem = LabError(
            tr(
                "The progress in lessons was damaged, so it begins anew. The damaged file is kept as {file}.",
                file=kept.name,
            ),
            tr("It is in the folder {folder}.", folder=kept.parent),
            detail=str(damage),
        )
        return True


def _lessons_of(document: Document, rater: str) -> dict[str, Any]:
    return _table(_table(document.get("raters")).get(rater))


def _table(raw: Any) -> dict[str, Any]:
    return raw if isinstance(raw, dict) else {}


def _taken(raw: Any) -> Progress:
    try:
        return msgspec.convert(raw, Progress)
    except msgspec.ValidationError:
        return Progress()
