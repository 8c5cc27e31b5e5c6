"""Did it stop by itself, and is it as short as asked?"""

from __future__ import annotations

from lab.analysis.document import Document
from lab.analysis.ending import ending
from lab.analysis.writing import Writing
from lab.language import counted, number, tr
from lab.suites.checks.result import Answer, CheckResult, cannot_tell, failed, passed


def stops_by_itself(answer: Answer) -> CheckResult:
    """Whether the model drew the token that ends an answer."""
    (measure,) = ending(answer.finish_reason)
    if measure.value is None:
        return cannot_tell(measure.reason)
    return passed(tr("It stopped by itself.")) if measure.value else failed(measure.note)


def sentences(answer: Answer, least: int, most: int) -> CheckResult:
    """Whether it has so many sentences, counted as in the profile of an answer."""
    document = Document.read(answer.beginning)
    if document.writing is Writing.UNSPACED:
        return cannot_tell(tr("Sentences can't be counted in this writing."))
    count = len(document.sentences)
    return _within(count, counted(count, tr("{n} sentence"), tr("{n} sentences")), least, most, answer)


def words(answer: Answer, least: int, most: int) -> CheckResult:
    """Whether it has so many words, counted as in the profile of an answer."""
    document = Document.read(answer.beginning)
    if document.writing is Writing.UNSPACED:
        return cannot_tell(tr("Words can't be counted in this writing."))
    count = len(document.words)
    return _within(count, counted(count, tr("{n} word"), tr("{n} words")), least, most, answer)


def span(least: int, most: int) -> str:
    """``at most 3``, ``exactly 3``, ``2 to 3``."""
    if least == most:
        return tr("exactly {n}", n=number(most))
    if least <= 1:
        return tr("at most {n}", n=number(most))
    return tr("{low} to {high}", low=number(least), high=number(most))


def _within(count: int, found: str, least: int, most: int, answer: Answer) -> CheckResult:
    sentence = tr("It has {found}; {wanted} asked for.", found=found, wanted=span(least, most))
    if count > most:
        return failed(sentence)
    if answer.may_be_cut_off:
        return cannot_tell(tr("It has {found} but was cut off, so it is not known how long it would be.", found=found))
    return passed(sentence) if count >= least else failed(sentence)
