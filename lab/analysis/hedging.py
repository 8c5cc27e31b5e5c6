"""How often an answer leaves room for doubt."""

from __future__ import annotations

from lab.analysis.document import Document
from lab.analysis.measure import Definition, Measure, Unit, Wording
from lab.analysis.phrases import Phrases

# Our own list, after the kinds that linguists tell apart (Hyland, Metadiscourse, 2005): modal verbs, adverbs of
# likelihood and of frequency, verbs of seeming, statements of one's own view. Left out is what mostly means something
# else: "about", "can", "kind of", "should".
_HEDGES = Phrases(
    (
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

HEDGING = Definition(
    name="hedging",
    label="Hedging",
    unit=Unit.PER_100_WORDS,
    explanation=(
        "Words that leave room for doubt, such as 'may', 'usually' or 'I think'. Sounding sure is not being right."
    ),
    wording=Wording(
        only="hedges",
        more="hedges more",
        alike="Both hedge about as much.",
        neither="Neither hedges.",
    ),
    fills_bar=5.0,
)

DEFINITIONS = (HEDGING,)


def hedging(document: Document) -> tuple[Measure, ...]:
    """Hedges in a hundred words of running text; English only."""
    return (_HEDGES.per_100_words(HEDGING, document),)
