"""What an import did, in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from lab.exchange.summary import Summary, What, Winner

MOST_NAMED = 5
"""Conflicts that are told of one by one."""


def sentences(summary: Summary, *, more: str = "") -> list[str]:
    """All of it, what matters most first.

    Args:
        summary: What was done.
        more: Where all conflicts can be seen, if there are more than are told of.
    """
    added = _counts(summary.added)
    said = [f"Taken in: {added}." if added else "Nothing in it was new."]
    known = _counts(summary.known)
    if known:
        said.append(f"Known already: {known}.")
    if summary.completed_answers:
        said.append(f"Completed: {_counted(summary.completed_answers, 'answer')} that had been cut off here.")
    if summary.in_trash:
        said.append(f"In the trash here, where they stay: {_counted(summary.in_trash, 'comparison')}.")
    said += [f"{there} is called {here} here." for there, here in summary.raters.items() if there != here]
    for conflict in summary.conflicts[:MOST_NAMED]:
        here = conflict.kept is Winner.HERE
        kept = "what was here stays" if here else "the file's is the later one and was taken"
        said.append(f"Line {conflict.line:,}: the {conflict.what} {conflict.id} is another one here; {kept}.")
    left = summary.number_of_conflicts - MOST_NAMED
    if left > 0:
        said.append(f"And {left:,} more that are different here.{f' {more}' if more else ''}")
    return said


def _counts(counts: Mapping[What, int]) -> str:
    return ", ".join(_counted(count, str(what)) for what, count in counts.items() if count)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
