"""What goes with the votes besides who wrote the answers: style, what sways each rater, and how far to trust them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lab.amounts import percent
from lab.language import tr
from lab.ratings.agreement import RaterAgreement, SelfAgreement, between_raters, with_oneself
from lab.ratings.style_control import Effect, StyleControl, control_style
from lab.ratings.sways import Sway, sways
from lab.ratings.traits import Trait
from lab.results.ballots import Ballots
from lab.results.measures import Measures
from lab.results.progress import Stopped, go_on, never
from lab.results.question import Question
from lab.storage.votes import ME

TRAIT_WORDS = {
    Trait.LENGTH: tr("Longer answer"),
    Trait.LEFT: tr("Left side"),
    Trait.STRUCTURE: tr("Headings, lists, bold"),
    Trait.HEADINGS: tr("More headings"),
    Trait.LISTS: tr("More list items"),
    Trait.BOLD: tr("More in bold"),
    Trait.HEDGING: tr("More hedging words"),
    Trait.POLITENESS: tr("More polite words"),
    Trait.READING_EASE: tr("Easier to read"),
    Trait.SPEED: tr("Faster model"),
}
"""What more of a trait is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RaterTaste:
    """One rater's votes, looked at for patterns."""

    rater: str
    votes: int
    sways: tuple[Sway, ...]
    again: SelfAgreement
    """What this rater said when asked again."""

    @property
    def who(self) -> str:
        """How a sentence begins that speaks of the rater."""
        return tr("You") if self.rater == ME else self.rater

    @property
    def sentences(self) -> tuple[str, ...]:
        """One for each thing that was looked at."""
        return tuple(sway.sentence("" if self.rater == ME else self.rater) for sway in self.sways)


def effect_sentence(effect: Effect) -> str:
    """What an effect of style control says, and no more."""
    low, high = effect.picked_interval
    said = {
        "trait": TRAIT_WORDS[effect.trait],
        "share": percent(effect.picked_share),
        "low": percent(low),
        "high": percent(high),
    }
    if effect.certain:
        return tr("{trait}: picked {share} of the time over an otherwise equal one ({low} to {high}).", **said)
    return tr(
        "{trait}: picked {share} of the time over an otherwise equal one ({low} to {high}), within chance.", **said
    )


def style_control(ballots: Ballots, question: Question, measures: Measures) -> StyleControl:
    """The ranking with and without style taken into account; answers without measures are left out of both."""
    return control_style(ballots.asked(question), measures)


def taste_of(ballots: Ballots, question: Question, measures: Measures, rater: str) -> RaterTaste:
    """What sways one rater.

    Args:
        ballots: All votes.
        question: Which of them; whose is not looked at.
        measures: Of the answers.
        rater: Whose votes.
    """
    asked = ballots.asked(replace(question, rater=rater), repeats=True)
    return RaterTaste(
        rater=rater,
        votes=sum(not battle.repeat for battle in asked.battles),
        sways=sways(asked, rater, measures, aspect=question.aspect),
        again=with_oneself(asked, rater, aspect=question.aspect),
    )


def tastes(
    ballots: Ballots, question: Question, measures: Measures, stopped: Stopped = never
) -> tuple[RaterTaste, ...]:
    """The same for every rater that a question is about, most votes first.

    Raises:
        GaveUp: It was stopped.
    """
    found = []
    for rater in raters(ballots, question):
        go_on(stopped)
        found.append(taste_of(ballots, question, measures, rater))
    return tuple(found)


def raters(ballots: Ballots, question: Question) -> tuple[str, ...]:
    """Who cast the votes that a question is about, most votes of all first."""
    voted = {battle.rater for battle in ballots.asked(question).battles}
    return tuple(rater for rater in ballots.raters if rater in voted)


def agreement(ballots: Ballots, question: Question) -> RaterAgreement:
    """How far raters agree; of everybody, even if the question is about one of them."""
    return between_raters(ballots.asked(replace(question, rater=None)), aspect=question.aspect)
