"""A conversation as Markdown, to paste elsewhere."""

from __future__ import annotations

import re

from lab.language import tr
from lab.records import Comparison, KeptAnswer
from lab.words import KIND_BADGES
from ui.history.days import local, long_when
from ui.history.kept_turns import KeptTurns, Opinions
from ui.history.words import ORIGIN_WORDS, answer_of, ending, title_of, vote_sentence


def as_markdown(kept: KeptTurns) -> str:
    """All of it: prompts, answers exactly as they were written, votes, notes.

    An answer stands in a fence of its own: its own Markdown must not mix with ours, and a base model's text is no
    Markdown at all.
    """
    lines = [f"# {title_of(kept.session)}", ""]
    if kept.session.tags:
        lines += [tr("Tags: {tags}", tags=", ".join(kept.session.tags)), ""]
    for number, turn in enumerate(kept.comparisons, start=kept.place or 1):
        lines += _turn(number, turn, kept.opinions.get(turn.id, Opinions()))
    return "\n".join(lines).rstrip() + "\n"


def _turn(number: int, turn: Comparison, opinions: Opinions) -> list[str]:
    about = " · ".join(filter(None, (long_when(local(turn.created_utc)), ORIGIN_WORDS[turn.origin])))
    heading = tr("Turn {number}", number=number)
    lines = [f"## {heading}", "", about, "", *_fenced(turn.prompt)]
    for side, answer in answer_of(turn):
        if answer is not None:
            lines += _answer(side, answer)
    for vote in opinions.votes:
        lines += [tr("Vote: {vote}", vote=vote_sentence(vote)), ""]
    for one in opinions.judgements:
        judged = tr("{side} is correct.") if one.correct else tr("{side} is not correct.")
        lines += [judged.format(side=one.side.upper()), ""]
    for note in opinions.notes:
        lines += [tr("Note:"), "", *(f"> {line}" for line in note.text.splitlines()), ""]
    return lines


def _answer(side: str, answer: KeptAnswer) -> list[str]:
    model = answer.contestant.model
    kind = KIND_BADGES[model.verdict.kind].lower()
    lines = [f"### {side.upper()}: {model.name} ({kind}, {answer.contestant.framing})", "", *_fenced(answer.text)]
    end = ending(answer)
    return [*lines, end, ""] if end else lines


def _fenced(text: str) -> list[str]:
    longest = max((len(ticks) for ticks in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}text", text, fence, ""]
