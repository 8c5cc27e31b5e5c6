"""Did it stop by itself, and is it as short as asked?"""

from __future__ import annotations

from lab.analysis.document import Document
from lab.analysis.ending import ending
from lab.analysis.writing import Writing
from lab.suites.checks.result import Answer, CheckResult, cannot_tell, counted, failed, passed


def stops_by_itself(answer: Answer) -> CheckResult:
    """Whether the model drew the token that ends an answer."""
    (measure,) = ending(answer.finish_reason)
    if measure.value is None:
        return cannot_tell(measure.reason)
    return passed("It stopped by itself.") if measure.value else failed(measure.note)


def sentences(answer: Answer, least: int, most: int) -> CheckResult:
    """Whether it has so many sentences, counted as in the profile of an answer."""
    document = Document.read(answer.beginning)
    if document.writing is Writing.UNSPACED:
        return cannot_tell("Sentences can't be counted in this writing.")
    return _within(len(document.sentences), "sentence", least, most, answer)


def words(answer: Answer, least: int, most: int) -> CheckResult:
    """Whether it has so many words, counted as in the profile of an answer."""
    document = Document.read(answer.beginning)
    if document.writing is Writing.UNSPACED:
        return cannot_tell("Words can't be counted in this writing.")
    return _within(len(document.words), "word", least, most, answer)


def span(least: int, most: int) -> str:
    """``at most 3``, ``exactly 3``, ``2 to 3``."""
    if least == most:
        return f"exactly {most:,}"
    return f"at most {most:,}" if least <= 1 else f"{least:,} to {most:,}"


def _within(number: int, noun: str, least: int, most: int, answer: Answer) -> CheckResult:
    sentence = f"It has {counted(number, noun)}; {span(least, most)} asked for."
    if number > most:
        return failed(sentence)
    if answer.may_be_cut_off:
        return cannot_tell(f"It has {counted(number, noun)} but was cut off, so it is not known how long it would be.")
    return passed(sentence) if number >= least else failed(sentence)
