"""``counterpoint show``: one comparison out of the history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer
from rich.rule import Rule
from rich.text import Text

from lab.cli import comparison_json, history_file
from lab.cli.columns import COLOURS, facts
from lab.cli.history import local_time
from lab.cli.output import console, print_json, visible
from lab.errors import NotInHistory
from lab.records import AnswerState, Comparison, Judgement, KeptAnswer, KeptSession, Note, Side, Vote
from lab.words import INTERRUPTED, VOTE_WORDS

if TYPE_CHECKING:
    from lab.storage.work import Work

ComparisonId = Annotated[
    str, typer.Argument(metavar="ID", help="The id of a comparison, or so much of it that it is no other's.")
]

_ASIDE = 6
"""Columns that the words at the edge take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Everything:
    """What the history knows of a comparison."""

    comparison: Comparison
    session: KeptSession
    votes: list[Vote]
    counting: list[Vote]
    judgements: list[Judgement]
    notes: list[Note]


def show(comparison: ComparisonId, json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Show a comparison with both answers, its votes and notes."""
    require_history()
    with history_file.opened() as store:
        found = store.read(_everything, comparison).result()
    if json:
        print_json(comparison_json.kept_comparison(found.comparison, found.votes, found.judgements, found.notes))
    else:
        _print(found)


def require_history() -> None:
    """Refuse to look for something where nothing was ever kept.

    Raises:
        NotInHistory: There is no history yet.
    """
    if not history_file.is_there():
        sentence, _, hint = history_file.NOTHING_YET.partition(". ")
        raise NotInHistory(f"{sentence}.", hint)


def vote_in_words(vote: Vote) -> str:
    """What was thought, why, and by whom."""
    said = VOTE_WORDS[vote.choice] if vote.choice else ""
    what = said or ("no vote" if vote.reasons_a or vote.reasons_b else "taken back")
    parts = [f"{vote.aspect}: {what}" if vote.aspect else what]
    for side, reasons in (("A", vote.reasons_a), ("B", vote.reasons_b)):
        if reasons:
            parts.append(f"{side}: {', '.join(reasons)}")
    if vote.blind:
        parts.append("blind")
    return " · ".join([*parts, *_by(vote.rater), local_time(vote.cast_utc)])


def _by(rater: str) -> list[str]:
    from lab.storage.votes import ME

    return [] if rater == ME else [f"by {rater}"]


def _everything(work: Work, beginning: str) -> _Everything:
    from lab.storage import comparisons, sessions, votes

    comparison = comparisons.get(work, comparisons.resolve(work, beginning))
    return _Everything(
        comparison=comparison,
        session=sessions.get(work, comparison.session_id),
        votes=votes.history(work, comparison.id),
        counting=votes.current(work, comparison.id),
        judgements=votes.judgements(work, comparison.id),
        notes=votes.notes(work, comparison.id),
    )


def _print(found: _Everything) -> None:
    comparison = found.comparison
    where = [comparison.id, local_time(comparison.created_utc), *filter(None, [visible(found.session.title)])]
    console.print(Text(" · ".join(where), style="dim"), soft_wrap=True)
    _line("You", Text(visible(comparison.prompt)))
    for side, answer in ((Side.A, comparison.a), (Side.B, comparison.b)):
        if answer is not None:
            _print_answer(side, answer)
    console.print(Rule(style="dim"))
    if not found.votes:
        _line("Vote", Text("none yet", style="dim"))
    for vote in found.votes:
        counts = vote in found.counting
        _line(
            "Vote", Text(visible(vote_in_words(vote)) + ("" if counts else " · changed since"), "" if counts else "dim")
        )
    last = {(judgement.rater, judgement.side): judgement for judgement in found.judgements}
    for judgement in last.values():
        if judgement.correct is not None:
            verdict = "correct" if judgement.correct else "not correct"
            said = [f"{judgement.side.upper()} is {verdict}", *_by(judgement.rater)]
            _line("Right?", Text(visible(" · ".join(said))))
    for note in found.notes:
        _line("Note", Text(visible(" · ".join([note.text, *_by(note.rater)]))))


def _print_answer(side: Side, answer: KeptAnswer) -> None:
    contestant = answer.contestant
    model = contestant.model
    title = f"{visible(model.name)} · {model.verdict.kind} · {contestant.framing}"
    console.print(Rule(Text.assemble((f"{side.upper()} ", f"bold {COLOURS[side]}"), title), style="dim", align="left"))
    console.print(Text(visible(answer.text)) if answer.text else Text("(nothing)", style="dim"), soft_wrap=True)
    console.print()
    for line in _foot(answer):
        console.print(Text(visible(line), style="dim"), soft_wrap=True)


def _foot(answer: KeptAnswer) -> list[str]:
    lines = facts(answer.response).split("\n") if answer.response else []
    match answer.state:
        case AnswerState.FAILED:
            lines.append(answer.problem)
        case AnswerState.PARTIAL:
            lines.append(INTERRUPTED)
        case AnswerState.STREAMING:
            lines.append("it is being written now")
    made_by = [answer.engine, f"seed {answer.contestant.sampler.seed}", answer.contestant.model.sha256[:12]]
    return [*lines, " · ".join(filter(None, made_by))]


def _line(name: str, text: Text) -> None:
    console.print(Text.assemble((f"{name:<{_ASIDE}} ", "bold"), text), soft_wrap=True)
