"""What an import did, in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from lab.exchange.summary import Summary, What, Winner
from lab.language import counted, number, tr

MOST_NAMED = 5
"""Conflicts that are told of one by one."""


def sentences(summary: Summary, *, more: str = "") -> list[str]:
    """All of it, what matters most first.

    Args:
        summary: What was done.
        more: Where all conflicts can be seen, if there are more than are told of.
    """
    added = _counts(summary.added)
    said = [tr("Taken in: {things}.", things=added) if added else tr("Nothing in it was new.")]
    known = _counts(summary.known)
    if known:
        said.append(tr("Known already: {things}.", things=known))
    if summary.completed_answers:
        said.append(
            counted(
                summary.completed_answers,
                tr("Completed: {n} answer that had been cut off here."),
                tr("Completed: {n} answers that had been cut off here."),
            )
        )
    if summary.in_trash:
        said.append(
            counted(
                summary.in_trash,
                tr("In the trash here, where they stay: {n} comparison."),
                tr("In the trash here, where they stay: {n} comparisons."),
            )
        )
    renamed = [(there, here) for there, here in summary.raters.items() if there != here]
    said += [tr("{there} is called {here} here.", there=there, here=here) for there, here in renamed]
    for conflict in summary.conflicts[:MOST_NAMED]:
        place = {"line": number(conflict.line), "what": _THE[conflict.what], "id": conflict.id}
        if conflict.kept is Winner.HERE:
            said.append(tr("Line {line}: {what} {id} is another one here; what was here stays.", **place))
        else:
            said.append(
                tr("Line {line}: {what} {id} is another one here; the file's is the later one and was taken.", **place)
            )
    left = summary.number_of_conflicts - MOST_NAMED
    if left > 0:
        others = tr("And {n} more that are different here.", n=number(left))
        said.append(f"{others} {more}".strip())
    return said


def _counts(counts: Mapping[What, int]) -> str:
    return ", ".join(counted(count, *_THINGS[what]) for what, count in counts.items() if count)


_THE = {
    What.SESSION: tr("the session"),
    What.RUN: tr("the run"),
    What.COMPARISON: tr("the comparison"),
    What.ANSWER: tr("the answer"),
    What.VOTE: tr("the vote"),
    What.JUDGEMENT: tr("the judgement"),
    What.NOTE: tr("the note"),
}
_THINGS = {
    What.SESSION: (tr("{n} session"), tr("{n} sessions")),
    What.RUN: (tr("{n} run"), tr("{n} runs")),
    What.COMPARISON: (tr("{n} comparison"), tr("{n} comparisons")),
    What.ANSWER: (tr("{n} answer"), tr("{n} answers")),
    What.VOTE: (tr("{n} vote"), tr("{n} votes")),
    What.JUDGEMENT: (tr("{n} judgement"), tr("{n} judgements")),
    What.NOTE: (tr("{n} note"), tr("{n} notes")),
}
"""One and several."""
