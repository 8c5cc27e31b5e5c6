"""Is the answer the one that is known to be right?

An answer may be dressed: "Paris", "paris.", "**Paris**", "The answer is Paris.", "The capital of France is Paris." and
"7 × 8 = 56" all give theirs. Where the right words stand somewhere else in the text no rule can tell whether the answer
says so or says the opposite; a person has to look.
"""

from __future__ import annotations

import re

from lab.language import tr
from lab.suites.checks.content import is_in, plain
from lab.suites.checks.result import Answer, CheckResult, cannot_tell, failed, passed

_DECIMAL_COMMA_OR_DOT = r"(?<=\d)[.,](?=\d)"
_THOUSANDS = re.compile(r"(?<=\d)[,'](?=\d{3}(?!\d))")
_ZEROS_BEHIND = re.compile(r"(?<=\d)\.0+(?!\d)")
_DRESSING = re.compile(rf"(?:(?!{_DECIMAL_COMMA_OR_DOT})[^\w\s+\-%°/]|_|\*)+")
_ARTICLE = re.compile(r"^\W*\b(?:the|a|an)\s+")
"""Not the letter of a choice: "A. Mercury"."""
_BULLET = re.compile(r"^[-+/]\s+")
_SPACE = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
_SAID_TO_BE = re.compile(r"\b(?:answer|result|solution)\s*(?:is|=|:)\s*:?\s*([^\n]{1,200})")
_LAST_IS = re.compile(r".*(?:\b(?:is|are|was|were|equals)\b|\b(?:it|that|there)'s\b|=|:)\s*(.+)")
_LONGEST_SENTENCE = 400


def equals(answer: Answer, answers: tuple[str, ...]) -> CheckResult:
    """Whether it gives one of the right answers where an answer stands.

    That is: all of it, its first line or sentence, what comes last in that sentence after "is" or "=", or what it calls
    its answer itself. If it calls something its answer, only that counts.
    """
    text = plain_lines(answer.beginning)
    if not text:
        return failed(tr("Nothing was written."))
    right = {bare(each): each for each in answers}
    yes_or_no = right.keys() <= {"yes", "no"}
    given = _given(text, yes_or_no=yes_or_no)
    for candidate in given:
        if candidate in right:
            return passed(tr("It gives the answer “{answer}”.", answer=right[candidate]))
    if yes_or_no and not {"yes", "no"} & set(given):
        return cannot_tell(tr("It says neither yes nor no at its beginning. Look yourself."))
    if not yes_or_no and any(is_in(each, plain(text)) for each in answers):
        return cannot_tell(tr("It speaks of “{answer}”, but not as a plain answer. Look yourself.", answer=answers[0]))
    return failed(tr("It does not give the answer “{answer}”.", answer=answers[0]))


def plain_lines(text: str) -> str:
    """Like ``plain``, with its lines kept."""
    return "\n".join(filter(None, map(plain, text.splitlines())))


def bare(text: str) -> str:
    """What is left of an answer without what dresses it: marks, articles, and ways to write a number."""
    number_as_usual = _ZEROS_BEHIND.sub("", _THOUSANDS.sub("", plain(text)))
    undressed = _DRESSING.sub(" ", _ARTICLE.sub("", number_as_usual))
    return _BULLET.sub("", _SPACE.sub(" ", undressed).strip()).rstrip("-/., ")


def _given(text: str, *, yes_or_no: bool) -> list[str]:
    named = _SAID_TO_BE.findall(text)
    if named:
        last = _SENTENCE_END.split(named[-1])[0]
        return [bare(last), *([bare(last).partition(" ")[0]] if yes_or_no else [])]
    first_line = text.partition("\n")[0]
    sentence = _SENTENCE_END.split(first_line)[0][:_LONGEST_SENTENCE]
    given = [bare(text[:_LONGEST_SENTENCE]), bare(first_line), bare(sentence)]
    if yes_or_no:
        return [*given, bare(sentence).partition(" ")[0]]
    if tail := _LAST_IS.fullmatch(sentence):
        given.append(bare(tail[1]))
    return given
