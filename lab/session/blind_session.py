"""A session of blind votes: which pairs come in which order, where it stands, and how often the rater said the same.

Values without a clock, a model or a window; whoever drives the session asks here what comes next.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lab.language import counted, tr
from lab.records import VoteChoice

SHARE_OF_REPEATS = 0.1
"""Of the prompts, so many come a second time."""
LEAST_PROMPTS_FOR_REPEATS = 5
"""With fewer prompts everything that was said is still remembered."""
LEAST_STEPS_BETWEEN = 3
"""A repeat comes at least so many places after its first, so that the vote is made anew and not remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One pair of answers in the order of a session."""

    prompt: str
    repeat_of: int | None = None
    """The place of the pair that is shown once more, the other way round; None for a pair that is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What came out of a session."""

    pairs: int
    """How many pairs were voted on, each counted once."""
    repeats: int
    """How many of them were voted on a second time."""
    same: int
    """How often the second vote was the same as the first: the same answer, or the same tie or both-bad."""

    @property
    def sentence(self) -> str:
        """How many votes there were."""
        if not self.pairs:
            return tr("You have not voted.")
        return counted(self.pairs, tr("You voted on {n} pair."), tr("You voted on {n} pairs."))

    @property
    def agreement(self) -> str:
        """How often the repeats agreed; empty without repeats."""
        if not self.repeats:
            return ""
        if self.repeats > 1:
            return tr(
                "{repeats} pairs came twice, the second time with their sides swapped: "
                "you said the same again {same} of {repeats} times.",
                repeats=self.repeats,
                same=self.same,
            )
        if self.same:
            return tr("One pair came twice, the second time with its sides swapped: you said the same again.")
        return tr(
            "One pair came twice, the second time with its sides swapped: you said something else the second time."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BlindSession:
    """A session and where it stands. Each change gives another one."""

    steps: tuple[Step, ...]
    place: int = 0
    """Of the pair that is shown now; the number of steps once the session is over."""
    votes: tuple[VoteChoice | None, ...]
    """By step, in the sides of the comparison and not in places on the screen; None where there is no vote."""

    @property
    def current(self) -> Step | None:
        """The pair that is shown now; None once the session is over."""
        return self.steps[self.place] if self.place < len(self.steps) else None

    @property
    def vote(self) -> VoteChoice | None:
        """What was said about the pair that is shown now."""
        return self.votes[self.place] if self.current is not None else None

    @property
    def number(self) -> int:
        """The place of the pair that is shown now among those that are shown, from 1."""
        return self._shown(self.place) + 1

    @property
    def count(self) -> int:
        """How many pairs are shown, as far as is known now."""
        return self._shown(len(self.steps))

    @property
    def comes_again(self) -> bool:
        """True if the pair that is shown now is to be shown once more, so nothing may tell who is who in it yet."""
        return any(step.repeat_of == self.place for step in self.steps[self.place + 1 :])

    def voted(self, choice: VoteChoice | None) -> BlindSession:
        """The rater has said this about the pair that is shown now; None takes back what was said."""
        if self.current is None:
            raise ValueError("the session is over")
        return replace(self, votes=(*self.votes[: self.place], choice, *self.votes[self.place + 1 :]))

    def next(self) -> BlindSession:
        """Go on to the next pair. A repeat of what was not voted on is passed over: there is nothing to compare."""
        if self.current is None:
            raise ValueError("the session is over")
        place = self.place + 1
        while place < len(self.steps) and self._is_left_out(place, self.place + 1):
            place += 1
        return replace(self, place=place)

    def summary(self) -> Summary:
        """What came out of it up to now."""
        firsts = [vote for step, vote in zip(self.steps, self.votes, strict=True) if step.repeat_of is None]
        twice = [
            (self.votes[step.repeat_of], vote)
            for step, vote in zip(self.steps, self.votes, strict=True)
            if step.repeat_of is not None and vote is not None
        ]
        return Summary(
            pairs=sum(vote is not None for vote in firsts),
            repeats=len(twice),
            same=sum(first is second for first, second in twice),
        )

    def _shown(self, end: int) -> int:
        """How many of the steps before ``end`` were shown or will be."""
        return sum(not self._is_left_out(place, self.place) for place in range(end))

    def _is_left_out(self, place: int, passed: int) -> bool:
        """True for a repeat of a pair that lies among those passed and has no vote."""
        first = self.steps[place].repeat_of
        return first is not None and first < passed and self.votes[first] is None


def plan(prompts: Sequence[str], share: float = SHARE_OF_REPEATS, chance: random.Random | None = None) -> BlindSession:
    """The order of a session: the prompts as they come, with some of them once more.

    Which ones come again and when is drawn, so that nobody can know. From 5 prompts on there is at least one.

    Args:
        prompts: At least one.
        share: How many of them come again, 0 to 1; as far as the order has room for it.
        chance: Draws; the system's own source of chance if None.
    """
    if not prompts:
        raise ValueError("a session needs a prompt")
    chance = chance or random.SystemRandom()
    order: list[tuple[int, bool]] = [(number, False) for number in range(len(prompts))]
    early_enough = range(max(0, len(prompts) - LEAST_STEPS_BETWEEN + 1))
    wanted = max(1, round(len(prompts) * share)) if share and len(prompts) >= LEAST_PROMPTS_FOR_REPEATS else 0
    for number in chance.sample(early_enough, min(wanted, len(early_enough))):
        earliest = order.index((number, False)) + LEAST_STEPS_BETWEEN
        order.insert(chance.randint(earliest, len(order)), (number, True))
    places = {number: place for place, (number, again) in enumerate(order) if not again}
    steps = tuple(Step(prompt=prompts[number], repeat_of=places[number] if again else None) for number, again in order)
    return BlindSession(steps=steps, votes=(None,) * len(steps))
