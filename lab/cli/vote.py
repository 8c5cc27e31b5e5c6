"""``counterpoint vote``: say which answer of a comparison is better."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from lab.cli import history_file
from lab.cli.output import console, print_json, visible
from lab.cli.show import ComparisonId, require_history, vote_in_words
from lab.records import Vote, VoteChoice

if TYPE_CHECKING:
    from lab.storage.work import Work

_Reasons = list[str] | None


def vote(
    comparison: ComparisonId,
    choice: Annotated[VoteChoice, typer.Argument(help="Which answer is better.")],
    reason_a: Annotated[_Reasons, typer.Option(help="What there is to say of A, e.g. clear; may be repeated.")] = None,
    reason_b: Annotated[_Reasons, typer.Option(help="What there is to say of B; may be repeated.")] = None,
    note: Annotated[str | None, typer.Option(help="A note beside it; an empty one takes it away.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Vote on a comparison. A vote can be changed; the earlier one stays in its history."""
    require_history()
    with history_file.opened() as store:
        short_id, cast = store.write(_cast, comparison, choice, reason_a or (), reason_b or (), note).result()
    if json:
        print_json(cast)
    else:
        console.print(Text(f"{short_id}: {visible(vote_in_words(cast))}"), soft_wrap=True)


def _cast(
    work: Work,
    beginning: str,
    choice: VoteChoice,
    reasons_a: Sequence[str],
    reasons_b: Sequence[str],
    note: str | None,
) -> tuple[str, Vote]:
    from lab.storage import comparisons, votes

    comparison_id = comparisons.resolve(work, beginning)
    cast = votes.cast(
        work,
        comparison_id,
        choice,
        reasons_a=[reason.strip() for reason in reasons_a if reason.strip()],
        reasons_b=[reason.strip() for reason in reasons_b if reason.strip()],
    )
    if note is not None:
        votes.write_note(work, comparison_id, note.strip())
    return comparisons.short_id(work, comparison_id), cast
