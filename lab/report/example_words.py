"""Examples in words: who answered, how it ended, what was thought of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lab.records import AnswerState, KeptAnswer, Side, Vote
from lab.report.contents import ShownAnswer, ShownExample
from lab.report.counting import counted
from lab.report.examples import Example
from lab.report.findings import Findings
from lab.report.seen import who
from lab.words import FINISH_WORDS, INTERRUPTED, VOTE_WORDS

_MOST_CHARACTERS = 1500
"""Of a text in an example."""


def shown_example(
    example: Example, found: Findings, dress: Callable[[str], str], rater: Callable[[str], str]
) -> ShownExample:
    """An example as a report shows it.

    Args:
        example: Which.
        found: Knows the names of the contestants.
        dress: Makes a stranger's word harmless in a sentence.
        rater: Gives a rater's name, as a sentence begins.
    """
    comparison = example.comparison
    sides = ((Side.A, comparison.a), (Side.B, comparison.b))
    return ShownExample(
        prompt=_beginning(comparison.prompt)[0],
        answers=tuple(_answer(side, answer, found) for side, answer in sides if answer is not None),
        votes=tuple(f"{rater(vote.rater)}: {_vote(vote, dress)}" for vote in example.votes if vote.choice),
        notes=tuple((rater(note.rater), _beginning(note.text)[0]) for note in example.notes),
    )


def _answer(side: Side, answer: KeptAnswer, found: Findings) -> ShownAnswer:
    id_ = found.ids[who(answer)]
    text, cut = _beginning(answer.text)
    return ShownAnswer(
        side=side,
        name=found.names[id_],
        kind=found.makers[id_].rated.kind,
        facts=" · ".join(_facts(answer)),
        text=text or "(an empty answer)",
        cut=cut,
    )


def _facts(answer: KeptAnswer) -> Iterator[str]:
    yield answer.contestant.framing.value
    response = answer.response
    if response is None:
        yield "failed" if answer.state is AnswerState.FAILED else INTERRUPTED.rstrip(".").lower()
        return
    yield counted(response.completion_tokens, "token")
    yield FINISH_WORDS[response.finish_reason]
    if response.tokens_per_second is not None:
        yield f"{response.tokens_per_second:.0f} tokens/s"


def _vote(vote: Vote, dress: Callable[[str], str]) -> str:
    assert vote.choice is not None
    about = f" ({dress(vote.aspect)})" if vote.aspect else ""
    said = f"{VOTE_WORDS[vote.choice]}{about}, {'blind' if vote.blind else 'with the names in view'}"
    for side, reasons in ((Side.A, vote.reasons_a), (Side.B, vote.reasons_b)):
        if reasons:
            said += f"; {side.upper()} is {', '.join(map(dress, reasons))}"
    return f"{said}."


def _beginning(text: str) -> tuple[str, str]:
    """Enough of a text to see what it is like, and a sentence if there is more."""
    if len(text) <= _MOST_CHARACTERS:
        return text, ""
    return text[:_MOST_CHARACTERS] + " …", f"The first {_MOST_CHARACTERS:,} of {len(text):,} characters."
