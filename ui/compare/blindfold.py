"""What of the open conversation is hidden from whoever votes on it, and what is shown instead."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum

from lab.analysis.masking import MASK, Masker
from lab.errors import LabError
from lab.language import tr
from lab.records import Model, Response, Side
from lab.session.names_in_files import NamesInFiles
from ui.compare import words
from ui.compare.view_marks import Finder


class Sight(StrEnum):
    """Whether it can be seen who is who."""

    OPEN = "open"
    """It can; this conversation is not blind."""
    HIDDEN = "hidden"
    """It can't, until the reveal."""
    REVEALED = "revealed"
    """It can again, and what was said before the reveal was said blind."""


class Blindfold:
    """Knows what is hidden. Everything that could tell goes through here on its way to the window.

    Attributes:
        sight: Whether it can be seen who is who.
    """

    def __init__(self) -> None:
        self.sight = Sight.OPEN
        self._models: frozenset[str] = frozenset()
        self._in_files = NamesInFiles()
        self._masker = Masker()

    @property
    def hidden(self) -> bool:
        """True while nobody may know who is who."""
        return self.sight is Sight.HIDDEN

    def put_on(self, models: Iterable[Model]) -> None:
        """Hide who is who, from now on."""
        self.sight = Sight.HIDDEN
        self._models = frozenset(name for model in models for name in words.names_of(model))
        self._make_masker()

    def take_names(self, names: NamesInFiles) -> None:
        """Hide what the models' own files call them, too."""
        self._in_files = names
        self._make_masker()

    def answer(self, text: str) -> str:
        """An answer as it may be shown."""
        return self._masker.hide(text) if self.hidden else text

    def note(self, response: Response | None, problem: str) -> str:
        """The line under an answer; how it ended would tell."""
        if self.hidden:
            return tr("Not finished.") if problem else ""
        return words.note(response, problem)

    def news(self, error: LabError) -> LabError:
        """Something about the whole window, without the names that would tell who stands where."""
        if not self.hidden:
            return error
        return LabError(self._masker.hide(error.message), self._masker.hide(error.hint))

    def refusal(self, error: LabError) -> LabError:
        """That the two can't run. It names each side with what it needs, and that would tell."""
        if not self.hidden:
            return error
        return LabError(
            tr("The two models don't fit into memory as you want it."),
            tr("Let them run one after the other, close other programs, or choose smaller models."),
        )

    def scripted(self, sides: Collection[Side]) -> str:
        """That scripts play; not on which side."""
        return tr("One side is a script.") if self.hidden and len(sides) == 1 else words.scripted(sides)

    def marks(self) -> tuple[Finder | None, str]:
        """What is marked in the answers, and what that says about itself."""
        if self.sight is Sight.OPEN:
            return None, ""
        if self.sight is Sight.HIDDEN:
            return _masks, tr("A name of a model or of its maker, hidden until the reveal.")
        return self._masker.places, tr("A name that is hidden in a blind comparison.")

    def _make_masker(self) -> None:
        self._masker = Masker(self._models | self._in_files.models, self._in_files.makers)


def _masks(text: str) -> list[tuple[int, int]]:
    places = []
    place = text.find(MASK)
    while place >= 0:
        places.append((place, place + len(MASK)))
        place = text.find(MASK, place + len(MASK))
    return places
