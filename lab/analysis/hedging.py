"""How often an answer leaves room for doubt.

How good it is, against 3000 sentences from Wikipedia, half of which linguists called uncertain (CoNLL-2010's first
task; the misses in one half of them were looked at while this was written): of the sentences with a hedge 64 % are
among the uncertain ones, and 40 % of the uncertain ones have a hedge; in the half that was not looked at 64 % and 39
%. Uncertain sentences have 1.6 times as many hedges in a hundred words as certain ones. So a single sentence it does
not judge well, and answers of many sentences it can tell apart. What it misses is mostly vague rather than doubtful,
"some", "many" or "one of the most" without more, which those linguists counted too and this measure does not.
Labelled hedges in the answers of chat models were not to be had. ``tests/texts`` holds it to that.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from lab.analysis.document import Document
from lab.analysis.measure import Definition, Measure, Unit, Wording
from lab.analysis.phrases import Phrases
from lab.language import tr

# "It is widely believed", "some experts", "many would argue": a claim that is laid at nobody's door in particular.
_BE = ("is", "are", "was", "were", "be", "been")
_HELD = (
    "alleged", "argued", "assumed", "believed", "claimed", "considered", "hypothesized", "presumed", "regarded",
    "reported", "reputed", "rumored", "rumoured", "said", "speculated", "suggested", "supposed", "suspected", "thought",
)  # fmt: skip
_HOW = ("", "also ", "commonly ", "generally ", "often ", "sometimes ", "usually ", "widely ")
_SOME = ("certain", "few", "many", "most", "numerous", "other", "several", "some", "various")
_PEOPLE = (
    "analysts", "authors", "commentators", "critics", "experts", "fans", "historians", "observers", "people",
    "researchers", "scholars", "scientists", "sources", "writers",
)  # fmt: skip
_WHO = ("critics", "experts", "many", "most", "others", "people", "scholars", "scientists", "some")
_HOLD = ("argue", "assert", "believe", "claim", "consider", "contend", "feel", "say", "speculate", "suspect", "think")
_NOBODY_IN_PARTICULAR = (
    *(f"{be} {how}{held}" for be, how, held in product(_BE, _HOW, _HELD)),
    *(f"{some} {people}" for some, people in product(_SOME, _PEOPLE)),
    *(f"{who} {hold}" for who, hold in product(_WHO, _HOLD)),
    *(f"{who} {would} {hold}" for who, would, hold in product(_WHO, ("also", "may", "might", "would"), _HOLD)),
)

# Our own lists, after the kinds that linguists tell apart (Hyland, Metadiscourse, 2005; Prince, Frader and Bosk, On
# Hedging in Physician-Physician Discourse, 1982): modal verbs, adverbs of likelihood and of frequency, verbs of
# seeming, statements of one's own view, attribution to others. Left out is what mostly means something else: "about",
# "can", "kind of", "should", "some" and "many" by themselves.
_HEDGES = Phrases(
    (
        *_NOBODY_IN_PARTICULAR,
        "may", "might", "could", "would seem", "may or may not",
        "perhaps", "maybe", "possibly", "probably", "presumably", "likely", "unlikely", "arguably", "supposedly",
        "apparently", "seemingly", "potentially", "conceivably",
        "generally", "usually", "typically", "often", "sometimes", "mostly", "in general", "in most cases",
        "in some cases", "in many cases", "for the most part", "tend to", "tends to",
        "roughly", "approximately", "more or less", "somewhat", "to some extent", "to a certain extent",
        "seem", "seems", "seemed", "appear to", "appears to", "appeared to", "suggest", "suggests", "indicates that",
        "i think", "i believe", "i guess", "i suppose", "i assume", "i would say", "i'd say", "in my opinion",
        "in my view", "as far as i know", "to my knowledge", "if i remember correctly",
        "i'm not sure", "i am not sure", "not sure", "not certain", "i'm not certain", "i am not certain", "uncertain",
        "unclear", "it depends", "depends on", "depending on", "can vary", "may vary", "it is possible that",
        "it's possible that", "there is a chance", "not necessarily", "not always",
    )
)  # fmt: skip

# The verb never follows these.
_BEFORE_MONTH = frozenset(
    ("before", "by", "during", "early", "from", "in", "late", "mid", "of", "on", "since", "through", "till", "until")
)

HEDGING = Definition(
    name="hedging",
    label=tr("Hedging"),
    unit=Unit.PER_100_WORDS,
    explanation=tr(
        "Words that leave room for doubt, such as 'may', 'usually' or 'I think'. Sounding sure is not being right."
    ),
    wording=Wording(
        only=tr("hedges"),
        more=tr("hedges more"),
        alike=tr("Both hedge about as much."),
        neither=tr("Neither hedges."),
    ),
    fills_bar=5.0,
)

DEFINITIONS = (HEDGING,)


def hedging(document: Document) -> tuple[Measure, ...]:
    """Hedges in a hundred words of running text; English only."""
    return (_HEDGES.per_100_words(HEDGING, document, _without_month),)


def _without_month(words: Sequence[str]) -> Sequence[str]:
    """The words of a sentence without the month of May, which is not the verb."""
    if "may" not in words:
        return words
    around = ("", *words, "")
    return [
        word
        for before, word, after in zip(around, words, around[2:], strict=False)
        if word != "may" or not (before in _BEFORE_MONTH or before.isdecimal() or after[:1].isdecimal())
    ]
