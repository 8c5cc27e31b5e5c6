"""The detectors of refusals and hedges are held against what people said of text that nobody here wrote.

The bounds lie below what was measured, and the docstrings of ``refusal`` and ``hedging`` say what that was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from lab.analysis.document import Document
from lab.analysis.hedging import hedging
from lab.analysis.refusal import refusal
from tests.texts.strangers import Texts


def declines(text: str) -> bool:
    return bool(refusal(Document.read(text))[0].value)


def hedges(text: str) -> float:
    return hedging(Document.read(text))[0].value or 0.0


def precision_and_recall(labelled: Iterable[tuple[str, bool]], found: Callable[[str], bool]) -> tuple[float, float]:
    counted = Counter((found(text), label) for text, label in labelled)
    right = counted[True, True]
    return right / (right + counted[True, False]), right / (right + counted[False, True])


def test_most_of_what_people_call_a_refusal_is_found_and_hardly_anything_else(texts: Texts) -> None:
    labelled = list(texts.refusals())
    assert Counter(label for _, label in labelled) == {True: 52, False: 27}
    precision, recall = precision_and_recall(labelled, declines)
    assert precision >= 0.95
    assert recall >= 0.6


def test_an_answer_that_did_as_it_was_told_is_seldom_taken_for_a_refusal(texts: Texts) -> None:
    answers = texts.did_as_told()
    assert len(answers) == 189
    assert sum(map(declines, answers)) / len(answers) <= 0.05


def test_what_people_write_about_films_is_no_refusal(texts: Texts) -> None:
    sentences = texts.reviews()
    assert len(sentences) == 4000
    assert sum(map(declines, sentences)) / len(sentences) <= 0.003


def test_sentences_that_linguists_call_uncertain_hold_more_hedges(texts: Texts) -> None:
    labelled = list(texts.sentences())
    assert Counter(label for _, label in labelled) == {True: 1500, False: 1500}
    precision, recall = precision_and_recall(labelled, lambda sentence: hedges(sentence) > 0)
    assert precision >= 0.61
    assert recall >= 0.37
    uncertain = sum(hedges(sentence) for sentence, label in labelled if label)
    certain = sum(hedges(sentence) for sentence, label in labelled if not label)
    assert uncertain / certain >= 1.5
