"""What a rater says about one comparison, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lab.records import Side, VoteChoice

_ACROSS = {VoteChoice.A: VoteChoice.B, VoteChoice.B: VoteChoice.A}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """All that a rater says about one comparison."""

    choice: VoteChoice | None = None
    """Which answer is better as a whole."""
    aspects: Mapping[str, VoteChoice] = field(default_factory=dict)
    """Which one is better at what."""
    tags_a: tuple[str, ...] = ()
    """What A's answer is like, in alphabetical order; also what older votes and the terminal call reasons."""
    tags_b: tuple[str, ...] = ()
    correct_a: bool | None = None
    correct_b: bool | None = None
    note: str = ""

    def tags(self, side: Side) -> tuple[str, ...]:
        """What a side's answer is like."""
        return self.tags_a if side is Side.A else self.tags_b

    def correct(self, side: Side) -> bool | None:
        """Whether a side's answer is correct."""
        return self.correct_a if side is Side.A else self.correct_b

    def with_aspect(self, aspect: str, choice: VoteChoice | None) -> Opinion:
        """The same with another choice on one aspect; None takes it back."""
        others = {each: said for each, said in self.aspects.items() if each != aspect}
        return replace(self, aspects=others if choice is None else others | {aspect: choice})

    def with_tag(self, side: Side, tag: str, on: bool) -> Opinion:
        """The same with a side's answer called something, or not."""
        tags = tuple(sorted({*self.tags(side), tag} if on else {*self.tags(side)} - {tag}))
        return replace(self, tags_a=tags) if side is Side.A else replace(self, tags_b=tags)

    def with_correct(self, side: Side, correct: bool | None) -> Opinion:
        """The same with something else said about a side's correctness."""
        return replace(self, correct_a=correct) if side is Side.A else replace(self, correct_b=correct)

    def swapped(self) -> Opinion:
        """The same opinion with A and B the other way round."""
        return Opinion(
            choice=across(self.choice),
            aspects={aspect: _ACROSS.get(choice, choice) for aspect, choice in self.aspects.items()},
            tags_a=self.tags_b,
            tags_b=self.tags_a,
            correct_a=self.correct_b,
            correct_b=self.correct_a,
            note=self.note,
        )


def across(choice: VoteChoice | None) -> VoteChoice | None:
    """The same choice with A and B the other way round."""
    return _ACROSS.get(choice, choice) if choice else None
