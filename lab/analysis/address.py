"""Whether an answer talks to its reader: says "you", asks back, offers help."""

from __future__ import annotations

from lab.analysis.document import Document
from lab.analysis.measure import Definition, Measure, Unit, Wording
from lab.analysis.phrases import Phrases
from lab.language import tr

_SECOND_PERSON = Phrases(
    ("you", "your", "yours", "yourself", "yourselves", "you're", "you'll", "you've", "you'd", "y'all")
)
_MAY_ASK = Phrases(("shall i", "should i", "may i", "can i", "could i", "do i", "would it help", "shall we"))
_OFFERS = Phrases(
    (
        "let me know if", "let me know what", "let me know how", "let me know when", "let me know whether",
        "feel free to ask", "feel free to reach out", "feel free to let me know", "don't hesitate to",
        "do not hesitate to", "happy to help", "glad to help", "here to help", "happy to assist", "glad to assist",
        "here to assist", "i can help you", "i'd be happy to", "i would be happy to", "i'd be glad to",
        "i would be glad to", "i'll be happy to", "i'm happy to", "would you like me to", "do you want me to",
        "if you'd like i can", "if you like i can", "if you want i can", "if you need more", "if you need any",
        "if you have any questions", "if you have any other questions", "if you have more questions",
        "if you have any further questions", "how can i help", "how may i help", "how can i assist", "how may i assist",
        "what can i help", "what can i do for you", "anything else i can", "is there anything else",
        "i hope this helps", "i hope that helps", "hope this helps", "hope that helps", "just ask",
    )
)  # fmt: skip

SECOND_PERSON = Definition(
    name="second_person",
    label=tr("Says 'you'"),
    unit=Unit.PER_100_WORDS,
    explanation=tr(
        "Words that speak to the reader: 'you', 'your', 'yourself'. Fine-tuning teaches a model that someone is there."
    ),
    wording=Wording(
        only=tr("speaks to you"),
        more=tr("says 'you' more often"),
        alike=tr("Both say 'you' about as often."),
        neither=tr("Neither speaks to you."),
    ),
    fills_bar=6.0,
)
QUESTIONS = Definition(
    name="questions_to_you",
    label=tr("Questions to the reader"),
    unit=Unit.COUNT,
    explanation=tr(
        "Questions that hold a 'you', or ask what the writer should do: they hand the turn back to the reader."
    ),
    wording=Wording(
        only=tr("asks you something"),
        more=tr("asks you more"),
        alike=tr("Both ask you about as much."),
        neither=tr("Neither asks you anything."),
    ),
    fills_bar=3.0,
)
OFFERS = Definition(
    name="offers_of_help",
    label=tr("Offers of help"),
    unit=Unit.COUNT,
    explanation=tr("Set phrases such as 'let me know if' or 'happy to help', which assistants are taught."),
    wording=Wording(
        only=tr("offers its help"),
        more=tr("offers its help more often"),
        alike=tr("Both offer their help about as often."),
        neither=tr("Neither offers its help."),
    ),
    fills_bar=3.0,
)

DEFINITIONS = (SECOND_PERSON, QUESTIONS, OFFERS)


def address(document: Document) -> tuple[Measure, ...]:
    """Second person in a hundred words, questions to the reader, offers of help; English only."""
    second_person = _SECOND_PERSON.per_100_words(SECOND_PERSON, document)
    if second_person.value is None:
        return second_person, QUESTIONS.without(second_person.reason), OFFERS.without(second_person.reason)
    questions = sum(
        sentence.asks and (_SECOND_PERSON.count(sentence.words) > 0 or _MAY_ASK.count(sentence.words) > 0)
        for sentence in document.sentences
    )
    # Two set phrases in one sentence ("Feel free to ask if you have any questions") are one offer.
    offers = sum(_OFFERS.count(sentence.words) > 0 for sentence in document.sentences)
    note = document.outline.note
    return second_person, QUESTIONS.of(questions, note), OFFERS.of(offers, note)
