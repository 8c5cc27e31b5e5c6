"""A lesson and its steps, as they stand in a file; what each may hold is checked when it is read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from lab.language import tr
from lab.records import Framing
from lab.suites.suite import Prompt, Slug

MOST_STEPS = 60
MOST_PROMPTS = 12
"""Of one run: a learner waits for the answers, and votes on each pair."""
MOST_TOKENS = 1000

_Line = Annotated[str, Meta(pattern=r"\A\S[^\n]*\Z", max_length=200)]
_Sentences = Annotated[str, Meta(pattern=r"\S", max_length=1000)]
_Choices = Annotated[tuple[_Line, ...], Meta(min_length=2, max_length=6)]


class Role(StrEnum):
    """Which of the learner's models takes part."""

    BASE = "base"
    CHAT = "chat"


class Matter(StrEnum):
    """What is voted on."""

    BETTER = "better"
    """Which of the two answers is better."""
    CORRECT = "correct"
    """Whether each of the two is correct, apart from which is better."""


class Head(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The block ``lesson`` under a lesson's title."""

    id: Slug
    """What it is called on the command line, and in what is kept of a learner's progress."""
    shows: _Sentences
    """What one sees in it."""
    minutes: Annotated[int, Meta(ge=1, le=180)] = 10
    """How long it takes about."""
    for_whom: Annotated[str, Meta(max_length=1000)] = ""


class Player(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One side of a run."""

    model: Role
    framing: Framing | None = None
    """How it is given the prompt; None for what is natural for the model."""
    system_prompt: Annotated[str, Meta(max_length=10_000)] = ""
    """What it is told before the prompt."""
    seed: Annotated[int, Meta(ge=0, le=2**32 - 2)] = 42
    temperature: Annotated[float, Meta(ge=0, le=2)] = 0.8
    """0 takes the most probable token each time."""


class Run(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The block ``run``: prompts that are given to two contestants."""

    a: Player
    b: Player
    prompts: Annotated[tuple[Prompt, ...], Meta(max_length=MOST_PROMPTS)] = ()
    suite: Slug | None = None
    """The suite that ``items`` are of."""
    items: Annotated[tuple[Slug, ...], Meta(max_length=MOST_PROMPTS)] = ()
    """Prompts out of a suite, by their ids."""
    blind: bool = False
    """True if it is hidden who is who until the step ``reveal``; chance decides who stands on the left."""
    max_tokens: Annotated[int, Meta(ge=1, le=MOST_TOKENS)] = 160

    def __post_init__(self) -> None:
        """Say what can't be meant.

        Raises:
            ValueError: There are no prompts, or items of no suite, or the reverse.
        """
        if bool(self.suite) != bool(self.items):
            raise ValueError(tr("`suite` and `items` belong together: name both or none"))
        if not self.prompts and not self.items:
            raise ValueError(tr("there is nothing to ask: name `prompts`, or a `suite` with `items`"))
        if len(self.prompts) + len(self.items) > MOST_PROMPTS:
            raise ValueError(tr("there are more than {n} prompts", n=MOST_PROMPTS))


class Predict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The block ``predict``: a choice that the learner makes before the answers come."""

    ask: _Sentences
    choices: _Choices


class Ballot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The block ``vote``: the learner's opinion of each pair of answers of the run before."""

    ask: _Sentences
    about: Matter = Matter.BETTER


class Reveal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The block ``reveal``: who was who in the run before, how the answers differ, what was predicted and voted."""


class Choice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One answer that a question offers."""

    says: _Line
    why: _Sentences
    """Why it is right or not; shown once it was chosen."""
    right: bool = False


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The block ``question``: something to think about, with an explanation of each answer."""

    ask: _Sentences
    choices: Annotated[tuple[Choice, ...], Meta(min_length=2, max_length=6)]

    def __post_init__(self) -> None:
        """Say what can't be meant.

        Raises:
            ValueError: No choice is right.
        """
        if not any(choice.right for choice in self.choices):
            raise ValueError(tr("none of the choices is right: write `right = true` under one"))


Act = Run | Predict | Ballot | Reveal | Question
"""What is done in a step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a lesson: a heading, text, and something to do unless it is only to be read."""

    title: str
    before: str
    """Markdown that stands before what is done."""
    act: Act | None
    """None for a step that is only read."""
    after: str
    """Markdown that stands behind it; in ``run`` and ``reveal`` it is shown when the answers are."""
    line: int
    """Of the heading in the file, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A lesson."""

    head: Head
    title: str
    steps: tuple[Step, ...]
    source: str
    """The Markdown that it was read from."""

    @property
    def id(self) -> str:
        """What it is called."""
        return self.head.id

    def run_before(self, place: int) -> int | None:
        """The place of the run that a step is about: the last one up to it; None if there is none."""
        return next((at for at in range(place, -1, -1) if isinstance(self.steps[at].act, Run)), None)

    def predictions_before(self, place: int) -> tuple[int, ...]:
        """The places of the predictions that a reveal is about: those since the run before the one it reveals."""
        run = self.run_before(place)
        earlier = self.run_before(run - 1) if run else None
        first = 0 if earlier is None else earlier + 1
        return tuple(at for at in range(first, place) if isinstance(self.steps[at].act, Predict))
