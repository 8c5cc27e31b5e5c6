"""Which model plays which side, how it is asked, and what it is told: the two contestants of the next prompt.

The user chooses an A and a B. In a blind conversation a draw decides whether the two change places; then the user's A
stands on side B, with its framing, its system prompt and its sampler. Everything that is asked here by side means the
place where a contestant stands, unless it says "choice".
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace

from lab.generation.sampler_ranges import MAX_SEED
from lab.models.library import Library, is_missing
from lab.models.starter import default_pair
from lab.preferences import PreferencesFile
from lab.records import Contestant, Framing, Model, Side


def fair_coin() -> bool:
    """True as often as False, and nobody can know which; the system's own source of chance."""
    return bool(secrets.randbelow(2))


def other_side(side: Side) -> Side:
    """The one across."""
    return Side.B if side is Side.A else Side.A


class Pairing:
    """The two sides as the user has set them; remembered from one start to the next.

    Args:
        library: The models to choose from.
        preferences: Where the choice is kept.

    Attributes:
        swapped: True if the two have changed places, so that the user's A stands on side B.
    """

    def __init__(self, library: Library, preferences: PreferencesFile) -> None:
        self._library = library
        self._preferences = preferences
        self._models: list[Model] = []
        self._chosen: dict[Side, Model | None] = dict.fromkeys(Side)
        self._framings: dict[Side, Framing | None] = dict.fromkeys(Side)
        self._gone: dict[Side, str] = {}
        self.swapped = False

    def swap(self) -> None:
        """Let the two change places; what the user chose is not changed by it."""
        self.swapped = not self.swapped
        self._chosen = {place: self._chosen[other_side(place)] for place in Side}
        self._framings = {place: self._framings[other_side(place)] for place in Side}
        self._gone = {other_side(place): name for place, name in self._gone.items()}

    def draw(self, coin: Callable[[], bool] = fair_coin) -> bool:
        """Let chance decide who stands where.

        Args:
            coin: Thrown once; True puts the user's A on side B.

        Returns:
            True if the two stand otherwise now than before.
        """
        return self.seat(swapped=coin())

    def seat(self, *, swapped: bool) -> bool:
        """Let the two stand as the user chose them, or the other way round; tells whether that changed anything."""
        changes = self.swapped != swapped
        if changes:
            self.swap()
        return changes

    def place_of(self, choice: Side) -> Side:
        """Where the user's A or B stands; of a place, whose choice it is."""
        return other_side(choice) if self.swapped else choice

    @property
    def choices(self) -> dict[Side, Model]:
        """The models by the user's choice, wherever they stand."""
        return {choice: model for choice in Side if (model := self._chosen[self.place_of(choice)])}

    @property
    def scripted(self) -> frozenset[Side]:
        """The sides on which a script plays instead of a model; only in a demonstration."""
        return frozenset()

    @property
    def gone(self) -> dict[Side, str]:
        """The names of models that were chosen for a side last and are not there any more."""
        return self._gone

    @property
    def models(self) -> list[Model]:
        """The models whose files are there, by name."""
        return self._models

    @property
    def complete(self) -> bool:
        """True if both sides have a model."""
        return all(self._chosen.values())

    def refresh(self) -> None:
        """Look into the library anew, and choose what the user had chosen last; else the best pair there is.

        Without a base and a chat model any two will do, and with one model the other side is left open.

        Raises:
            BadLibrary: The library is damaged.
        """
        self._models = [model for model in self._library.models() if not is_missing(model)]
        kept = self._preferences.value
        any_two: list[Model | None] = [*self._models, None, None]
        pair = default_pair(self._library) or (any_two[0], any_two[1])
        by_name = {model.name: model for model in self._models}
        self._gone = {}
        for choice, name, default, framing in zip(
            Side, (kept.model_a, kept.model_b), pair, (kept.framing_a, kept.framing_b), strict=True
        ):
            side = self.place_of(choice)
            self._chosen[side] = by_name.get(name) or default
            if name and name not in by_name:
                self._gone[side] = name
            self._framings[side] = framing if name in by_name else None

    def model(self, side: Side) -> Model | None:
        """The model of a side; None if there is none."""
        return self._chosen[side]

    def framing(self, side: Side) -> Framing:
        """How a side is asked: as the user chose, or what is natural for its model."""
        model, chosen = self._chosen[side], self._framings[side]
        if model is None:
            return Framing.RAW
        if chosen is None or (chosen is Framing.CHAT and not model.has_chat_template):
            return model.natural_framing
        return chosen

    def choose(self, side: Side, model: Model) -> None:
        """Let a model play a side, in its natural framing."""
        self._chosen[side], self._framings[side] = model, None
        choice = self.place_of(side).value
        self._preferences.change(**{f"model_{choice}": model.name, f"framing_{choice}": None})

    def choose_framing(self, side: Side, framing: Framing) -> None:
        """Ask a side in another way."""
        self._framings[side] = framing
        self._preferences.change(**{f"framing_{self.place_of(side).value}": framing})

    def replace_model(self, side: Side, model: Model) -> None:
        """Take note of newer facts about a side's model."""
        self._chosen[side] = model

    def find(self, model: Model) -> Model | None:
        """The model of the library that is this one: the same contents, or at least the same file."""
        same = [each for each in self._models if each.sha256 and each.sha256 == model.sha256]
        return next(iter(same or [each for each in self._models if each.path == model.path]), None)

    def contestant(self, side: Side, *, version: int = 0) -> Contestant | None:
        """Who answers for a side; None if it has no model.

        Args:
            side: Which.
            version: How often the same prompt was answered before. The same seed would give the same answer again, so
                each version has a seed of its own.
        """
        model = self._chosen[side]
        if model is None:
            return None
        settings = self._preferences.value.settings.of(self.place_of(side))
        seed = (settings.sampler.seed + version) % (MAX_SEED + 1)
        return Contestant(
            model=model,
            framing=self.framing(side),
            system_prompt=settings.system_prompt,
            sampler=replace(settings.sampler, seed=seed),
        )
