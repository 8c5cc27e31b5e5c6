"""How often an answer is polite in so many words."""

from __future__ import annotations

from lab.analysis.document import Document
from lab.analysis.measure import Definition, Measure, Unit, Wording
from lab.analysis.phrases import Phrases
from lab.language import tr

# Our own list of the openly polite: thanks, pleases, greetings, apologies, willingness, praise of the question
# (positive and negative politeness in Brown and Levinson, Politeness, 1987). Indirectness counts as hedging instead.
_POLITE = Phrases(
    (
        "please", "kindly", "thank you", "thanks", "many thanks", "you're welcome", "you are welcome", "my pleasure",
        "hello", "hi", "hi there", "dear", "welcome", "goodbye", "have a great day", "have a nice day", "good luck",
        "best wishes", "best regards", "sincerely",
        "sorry", "i'm sorry", "i am sorry", "i apologize", "i apologise", "my apologies", "apologies", "pardon",
        "excuse me", "of course", "certainly", "gladly", "happy to", "glad to", "delighted to",
        "great question", "good question", "excellent question", "interesting question", "wonderful question",
        "i appreciate", "i understand", "would you mind", "if you don't mind",
    )
)  # fmt: skip

POLITENESS = Definition(
    name="politeness",
    label=tr("Polite words"),
    unit=Unit.PER_100_WORDS,
    explanation=tr(
        "Words such as 'please', 'sorry', 'of course' or 'great question'. Politeness is taught; it is not knowledge."
    ),
    wording=Wording(
        only=tr("uses polite words"),
        more=tr("uses more polite words"),
        alike=tr("Both use polite words about as often."),
        neither=tr("Neither uses polite words."),
    ),
    fills_bar=5.0,
)

DEFINITIONS = (POLITENESS,)


def politeness(document: Document) -> tuple[Measure, ...]:
    """Polite words and phrases in a hundred words of running text; English only."""
    return (_POLITE.per_100_words(POLITENESS, document),)
