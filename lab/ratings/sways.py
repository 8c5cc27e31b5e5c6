"""What sways a rater: how far length, side, structure and the like go with this person's votes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from lab.amounts import percent
from lab.language import counted, number, tr
from lab.ratings.battles import Battles
from lab.ratings.logistic import CONFIDENCE, Vector, share_interval
from lab.ratings.style_control import Effect, fit_effects
from lab.ratings.tally import BothBad
from lab.ratings.traits import AnswerTraits, Trait, differences
from lab.records import VoteChoice

LOOKED_AT = (
    Trait.LENGTH, Trait.LEFT, Trait.STRUCTURE, Trait.HEDGING, Trait.POLITENESS, Trait.READING_EASE, Trait.SPEED,
)  # fmt: skip
"""In the order in which they are shown."""
LEAST_VOTES = 10
"""With fewer votes nothing is said."""

_MORE_AND_LESS = {
    Trait.LENGTH: (tr("the longer answer"), tr("the shorter one")),
    Trait.LEFT: (tr("the answer on the left"), tr("the one on the right")),
    Trait.STRUCTURE: (tr("the answer with more headings, lists and bold"), tr("the plainer one")),
    Trait.HEADINGS: (tr("the answer with more headings"), tr("the one with fewer")),
    Trait.LISTS: (tr("the answer with more list items"), tr("the one with fewer")),
    Trait.BOLD: (tr("the answer with more in bold"), tr("the one with less")),
    Trait.HEDGING: (tr("the answer that hedges more"), tr("the one that hedges less")),
    Trait.POLITENESS: (tr("the answer with more polite words"), tr("the one with fewer")),
    Trait.READING_EASE: (tr("the answer that is easier to read"), tr("the one that is harder to read")),
    Trait.SPEED: (tr("the answer of the faster model"), tr("that of the slower one")),
}


class Verdict(StrEnum):
    """What the votes allow to be said about a trait."""

    TOO_FEW = "too_few"
    WITHIN_CHANCE = "within_chance"
    TOWARDS = "towards"
    """What has more of it was picked more often than chance explains."""
    AWAY = "away"
    """What has less of it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sway:
    """How one trait goes with one rater's votes."""

    trait: Trait
    votes: int
    """Votes for A or B in which the answers differed in it."""
    picked: int
    """In how many of them the answer with more of it was picked."""
    low: float
    """Where the 95 % interval of the share picked begins, 0 to 1."""
    high: float
    effect: Effect | None
    """The same with who wrote the answers, and the other traits, held equal; None with too few votes."""
    verdict: Verdict

    @property
    def share(self) -> float | None:
        """The share picked, 0 to 1; None without votes."""
        return self.picked / self.votes if self.votes else None

    @property
    def by_itself(self) -> bool:
        """True if it also holds with who wrote the answers, and the other traits, held equal."""
        if self.effect is None or not self.effect.certain:
            return False
        return (self.effect.coefficient > 0) is (self.verdict is Verdict.TOWARDS)

    def sentence(self, who: str = "") -> str:
        """What the votes of a rater say, and no more.

        Args:
            who: The rater's name, for the beginning of the sentence; empty for whoever reads it.
        """
        more, less = _MORE_AND_LESS[self.trait]
        if self.verdict is Verdict.TOO_FEW:
            return _too_few(self.votes)
        votes = {
            "who": who,
            "more": more,
            "less": less,
            "picked": number(self.picked),
            "n": number(self.votes),
            "share": percent(self.picked / self.votes),
        }
        you, named = _PICKED[self.verdict]
        said = (named if who else you).format(**votes)
        if self.verdict is Verdict.WITHIN_CHANCE:
            return said
        if self.by_itself:
            return said + " " + tr("It holds also when models and other traits are taken into account.")
        return said + " " + tr("It may come from something else: which model wrote them, or another trait.")


_PICKED = {
    Verdict.WITHIN_CHANCE: (
        tr("You picked {more} in {picked} of {n} votes ({share}): chance alone may do that."),
        tr("{who} picked {more} in {picked} of {n} votes ({share}): chance alone may do that."),
    ),
    Verdict.TOWARDS: (
        tr("You picked {more} in {picked} of {n} votes ({share})."),
        tr("{who} picked {more} in {picked} of {n} votes ({share})."),
    ),
    Verdict.AWAY: (
        tr("You picked {more} in {picked} of {n} votes ({share}), so mostly {less}."),
        tr("{who} picked {more} in {picked} of {n} votes ({share}), so mostly {less}."),
    ),
}
"""What the reader did, and what somebody did who is named."""


def _too_few(votes: int) -> str:
    if not votes:
        return tr("No vote says anything about this yet; it takes {least}.", least=LEAST_VOTES)
    return counted(
        votes,
        tr("Only {n} vote says something about this so far; it takes {least}."),
        tr("Only {n} votes say something about this so far; it takes {least}."),
        least=LEAST_VOTES,
    )


def sways(
    battles: Battles,
    rater: str,
    traits: AnswerTraits,
    *,
    aspect: str = "",
    looked_at: Sequence[Trait] = LOOKED_AT,
) -> tuple[Sway, ...]:
    """What goes with one rater's votes.

    Each trait is counted by itself, over votes for A or B; and fitted together with the contestants and the other
    traits, over all votes, where one that is not known counts as no difference. Looking at seven things finds a chance
    pattern in one of them too easily, so a verdict needs an interval of 99.3 % (Bonferroni), as has ``Sway.effect``.

    A vote goes with a trait; that it went for it, no count can tell.

    Args:
        battles: Of any raters. Repeats are not counted.
        rater: Whose votes.
        traits: The measures of the answers.
        aspect: Votes on this aspect; empty for the answer as a whole.
        looked_at: Which traits.
    """
    votes = battles.only(rater=rater, aspect=aspect).battles
    strict = 1 - (1 - CONFIDENCE) / max(len(looked_at), 1)
    chose = np.array([_direction(battle.choice) for battle in votes], dtype=np.float64)
    columns = {trait: differences(votes, traits, trait) for trait in looked_at}
    usable = [trait for trait in looked_at if _decided(columns[trait], chose).size >= LEAST_VOTES]
    effects: dict[Trait, Effect] = {}
    if usable:
        table = np.nan_to_num(np.column_stack([columns[trait] for trait in usable]), nan=0.0)
        fitted = fit_effects(votes, usable, table, both_bad=BothBad.AS_TIE, confidence=strict)[2]
        effects = {effect.trait: effect for effect in fitted}
    return tuple(_sway(trait, _decided(columns[trait], chose), effects.get(trait), strict) for trait in looked_at)


def _direction(choice: VoteChoice) -> float:
    return {VoteChoice.A: 1.0, VoteChoice.B: -1.0}.get(choice, 0.0)


def _decided(difference: Vector, chose: Vector) -> Vector:
    """For each vote for A or B on answers that differ: 1 if the one with more was picked, -1 if not."""
    signs = np.sign(np.nan_to_num(difference, nan=0.0)) * chose
    decided: Vector = signs[signs != 0]
    return decided


def _sway(trait: Trait, decided: Vector, effect: Effect | None, strict: float) -> Sway:
    votes, picked = decided.size, int((decided > 0).sum())
    low, high = share_interval(picked, votes)
    sure_low, sure_high = share_interval(picked, votes, strict)
    verdict = Verdict.WITHIN_CHANCE
    if votes < LEAST_VOTES:
        verdict = Verdict.TOO_FEW
    elif sure_low > 0.5:
        verdict = Verdict.TOWARDS
    elif sure_high < 0.5:
        verdict = Verdict.AWAY
    return Sway(trait=trait, votes=votes, picked=picked, low=low, high=high, effect=effect, verdict=verdict)
