"""Examples in words: who answered, how it ended, what was thought of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lab.language import counted, number, tr
from lab.records import AnswerState, KeptAnswer, Kind, Side, Vote
from lab.report.contents import ShownAnswer, ShownExample
from lab.report.examples import Example
from lab.report.findings import Findings
from lab.report.seen import who
from lab.words import FINISH_WORDS, INTERRUPTED, VOTE_WORDS, framing_name, rated_word

_MOST_CHARACTERS = 1500
"""Of a text in an example."""
_KIND_WORDS = {
    Kind.BASE: tr("base model", "in a sentence about an answer"),
    Kind.CHAT: tr("chat model", "in a sentence about an answer"),
    Kind.UNSURE: tr("unsure model", "in a sentence about an answer"),
}


def shown_example(
    number: int, example: Example, found: Findings, dress: Callable[[str], str], rater: Callable[[str], str]
) -> ShownExample:
    """An example as a report shows it.

    Args:
        number: Its place among the examples, from 1.
        example: Which.
        found: Knows the names of the contestants.
        dress: Makes a stranger's word harmless in a sentence.
        rater: Gives a rater's name, as a sentence begins.
    """
    comparison = example.comparison
    sides = ((Side.A, comparison.a), (Side.B, comparison.b))
    return ShownExample(
        title=tr("Example {number}", number=number),
        prompt=_beginning(comparison.prompt)[0],
        answers=tuple(_answer(side, answer, found) for side, answer in sides if answer is not None),
        votes=tuple(
            tr("{name}: {vote}.", name=rater(vote.rater), vote=_vote(vote, dress))
            for vote in example.votes
            if vote.choice
        ),
        notes=tuple((rater(note.rater), _beginning(note.text)[0]) for note in example.notes),
    )


def _answer(side: Side, answer: KeptAnswer, found: Findings) -> ShownAnswer:
    id_ = found.ids[who(answer)]
    kind = found.makers[id_].rated.kind
    text, cut = _beginning(answer.text)
    return ShownAnswer(
        side=side,
        name=found.names[id_],
        kind=kind,
        kind_words=_KIND_WORDS[kind],
        facts=" · ".join(_facts(answer)),
        text=text or tr("(an empty answer)"),
        cut=cut,
    )


def _facts(answer: KeptAnswer) -> Iterator[str]:
    yield framing_name(answer.contestant.framing)
    response = answer.response
    if response is None:
        yield tr("failed", "an answer") if answer.state is AnswerState.FAILED else INTERRUPTED.rstrip(".").lower()
        return
    yield counted(response.completion_tokens, tr("{n} token"), tr("{n} tokens"))
    yield FINISH_WORDS[response.finish_reason]
    if response.tokens_per_second is not None:
        yield tr("{speed} tokens/s", speed=number(response.tokens_per_second))


def _vote(vote: Vote, dress: Callable[[str], str]) -> str:
    assert vote.choice is not None
    said = VOTE_WORDS[vote.choice]
    if vote.aspect:
        said = tr("{vote} ({aspect})", vote=said, aspect=dress(rated_word(vote.aspect)))
    said = tr("{vote}, blind", vote=said) if vote.blind else tr("{vote}, with the names in view", vote=said)
    for side, reasons in ((Side.A, vote.reasons_a), (Side.B, vote.reasons_b)):
        if reasons:
            words = ", ".join(dress(rated_word(reason)) for reason in reasons)
            said = tr("{vote}; {side} is {reasons}", vote=said, side=side.upper(), reasons=words)
    return said


def _beginning(text: str) -> tuple[str, str]:
    """Enough of a text to see what it is like, and a sentence if there is more."""
    if len(text) <= _MOST_CHARACTERS:
        return text, ""
    cut = tr("The first {n} of {all} characters.", n=number(_MOST_CHARACTERS), all=number(len(text)))
    return text[:_MOST_CHARACTERS] + " …", cut
