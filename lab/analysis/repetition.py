"""Whether an answer says the same again: by repeated phrases, by a loop at its end, and by how well it packs."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from lab.analysis.document import Document
from lab.analysis.measure import Definition, Measure, Unit, Wording
from lab.analysis.writing import Writing
from lab.language import number, tr

_PHRASE_WORDS = 4
_MOST_WORDS = 50_000
_LOOP_CHARACTERS = 20_000
_PACKED_CHARACTERS = 200_000
_LEAST_PACKED_BYTES = 100

# What counts as a loop: three rounds, or two of something too long to be said twice by chance.
_ROUNDS = 3
_LONG_UNIT_CHARACTERS = 40
_LEAST_LOOP_CHARACTERS = 12

REPEATED_PHRASES = Definition(
    name="repeated_phrases",
    label=tr("Repeated phrases"),
    unit=Unit.PERCENT,
    explanation=tr(
        "The share of four-word phrases that had already been used: models that only continue text often loop."
    ),
    wording=Wording(
        only=tr("repeats itself"),
        more=tr("repeats itself more"),
        alike=tr("Both repeat themselves about as much."),
        neither=tr("Neither repeats itself much."),
        negligible=10.0,
    ),
    fills_bar=100.0,
)
FINAL_LOOP = Definition(
    name="final_loop",
    label=tr("Loop at the end"),
    unit=Unit.PERCENT,
    explanation=tr("How much of the answer is one piece of text said over and over until the end."),
    wording=Wording(
        only=tr("ends in a loop"),
        more=tr("spends more of its answer in a loop"),
        alike=tr("Both end in a loop."),
        neither=tr("Neither ends in a loop."),
        negligible=1.0,
    ),
    fills_bar=100.0,
)
COMPRESSION = Definition(
    name="compression",
    label=tr("How well it packs"),
    unit=Unit.RATIO,
    explanation=tr(
        "Size divided by size when zipped: ordinary text of this length packs 1.5 to 2.5 times, loops far better."
    ),
    wording=Wording(
        only=tr("packs well"),
        more=tr("packs better"),
        alike=tr("Both pack about as well."),
        neither=tr("Neither can be packed."),
    ),
    fills_bar=4.0,
)

DEFINITIONS = (REPEATED_PHRASES, FINAL_LOOP, COMPRESSION)


def repetition(document: Document) -> tuple[Measure, ...]:
    """Repeated phrases, loop at the end, and compression as a cross-check on both."""
    return _repeated_phrases(document), _final_loop(document.text), _compression(document.text)


def _repeated_phrases(document: Document) -> Measure:
    """1 - distinct / all, over the 4-grams of words; over those of characters where words have no spaces.

    Source: "seq-rep-4" of Welleck et al., Neural Text Generation with Unlikelihood Training, 2019.
    """
    note = ""
    units: Sequence[str] = document.words
    if document.writing is Writing.UNSPACED:
        units = [character for character in document.text[:_MOST_WORDS] if character.isalnum()]
        note = tr("Counted in characters, because this writing has no spaces between words.")
    if len(document.text if document.writing is Writing.UNSPACED else units) > _MOST_WORDS:
        note = (
            tr("Measured on the first {n} characters.", n=number(_MOST_WORDS))
            if note
            else tr("Measured on the first {n} words.", n=number(_MOST_WORDS))
        )
        units = units[:_MOST_WORDS]
    phrases = len(units) - _PHRASE_WORDS + 1
    if phrases < 1:
        return REPEATED_PHRASES.without(tr("There are fewer than {n} words.", n=_PHRASE_WORDS))
    distinct = len(set(zip(*(units[start:] for start in range(_PHRASE_WORDS)), strict=False)))
    return REPEATED_PHRASES.of(100 * (1 - distinct / phrases), note)


def _final_loop(text: str) -> Measure:
    """The share of the text, in characters, that its end's longest loop takes; the last round may be broken off."""
    tail = " ".join(text[-_LOOP_CHARACTERS:].lower().split())
    if not tail:
        return FINAL_LOOP.without(tr("There is no text."))
    note = ""
    if len(text) > _LOOP_CHARACTERS:
        note = tr("Measured on the last {n} characters.", n=number(_LOOP_CHARACTERS))
    return FINAL_LOOP.of(100 * _looped(tail[::-1]) / len(tail), note)


def _looped(backwards: str) -> int:
    """How many characters at the beginning of a text are rounds of one unit that holds a letter or digit.

    A text whose tail from p on agrees with its beginning for z characters begins with p + z characters of period p. All
    z come from one pass of the Z algorithm (Gusfield, Algorithms on Strings, Trees and Sequences, 1997).
    """
    first_letter = next((place for place, sign in enumerate(backwards) if sign.isalnum()), len(backwards))
    best = left = right = 0
    size = len(backwards)
    agreeing = [0] * size
    for period in range(1, size):
        agree = min(right - period, agreeing[period - left]) if period < right else 0
        while period + agree < size and backwards[agree] == backwards[period + agree]:
            agree += 1
        if period + agree > right:
            left, right = period, period + agree
        agreeing[period] = agree
        rounds = _ROUNDS if period < _LONG_UNIT_CHARACTERS else 2
        total = period + agree
        if period > first_letter and total >= max(rounds * period, _LEAST_LOOP_CHARACTERS):
            best = max(best, total)
    return best


def _compression(text: str) -> Measure:
    """UTF-8 bytes divided by their size after zlib; Radford et al. (Whisper, 2022) take 2.4 as the sign of a loop."""
    data = text[:_PACKED_CHARACTERS].encode("utf-8", "surrogatepass")
    if len(data) < _LEAST_PACKED_BYTES:
        return COMPRESSION.without(tr("The text is too short to tell."))
    note = ""
    if len(text) > _PACKED_CHARACTERS:
        note = tr("Measured on the first {n} characters.", n=number(_PACKED_CHARACTERS))
    return COMPRESSION.of(len(data) / len(zlib.compress(data, 6)), note)
