"""What a recording holds, for a person and for scripts: step by step, the answers side by side, and the votes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from lab.cli import comparison_json
from lab.cli.columns import COLOURS, facts
from lab.cli.output import console, visible
from lab.cli.show import vote_in_words
from lab.records import Comparison, Judgement, KeptAnswer, Note, Side, Vote

if TYPE_CHECKING:
    from lab.recording.recording import Recording
    from lab.recording.taking import Taken
    from lab.storage.work import Work

_NARROW = 60
"""Below this width the answers stand one below the other."""
_SHORT_ID = 12
_MARGIN = (0, 0, 0, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayedPair:
    """A recorded comparison, as the history has it now."""

    comparison: Comparison
    votes: list[Vote]
    """Those that count."""
    judgements: list[Judgement]
    notes: list[Note]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayedStep:
    """What belongs together: a step of a lesson, or all of a run."""

    title: str
    pairs: list[ReplayedPair]


def read(work: Work, recording: Recording) -> list[ReplayedStep]:
    """All that was recorded, out of the history; what was thrown away here is missing."""
    from lab.storage import comparisons, runs

    head, lesson = recording.head, recording.lesson
    if lesson is None:
        assert head.run_id is not None
        run = runs.get(work, head.run_id)
        found = comparisons.of_session(work, run.session_id)
        return [ReplayedStep(title=run.suite_title, pairs=[_pair(work, each) for each in found])]
    steps = []
    for place in sorted(map(int, head.steps)):
        asked = recording.asking(place).comparisons
        by_id = {each.id: each for each in comparisons.by_ids(work, asked) if each.trashed_utc is None}
        there = [_pair(work, by_id[each]) for each in asked if each in by_id]
        steps.append(ReplayedStep(title=f"{place + 1}. {lesson.steps[place].title}", pairs=there))
    return steps


def print_head(recording: Recording) -> None:
    """What is in it, without its answers."""
    from lab.recording.words import recorded_on, told

    head = recording.head
    console.print(Text(visible(head.title), style="bold").append(f"  {head.recorded}", style="not bold dim"))
    day = recorded_on(head)
    console.print(Text(visible(told(head, f"{day:%Y-%m-%d}").split(". ")[0] + ".")), soft_wrap=True)
    steps = [
        f"{int(place) + 1}. {recording.lesson.steps[int(place)].title}: {len(step.comparisons)} pairs of answers"
        for place, step in sorted(head.steps.items(), key=lambda item: int(item[0]))
        if recording.lesson is not None
    ]
    for line in [*steps, f"Made by {head.made_by}, {sum(each.size_bytes for each in head.pieces.values()):,} bytes"]:
        console.print(Text(visible(line), style="dim"), soft_wrap=True)


def head_json(recording: Recording) -> dict[str, Any]:
    """The same for scripts."""
    head = recording.head
    return {
        "id": head.id,
        "recorded": head.recorded,
        "title": head.title,
        "by": head.by,
        "recorded_utc": head.recorded_utc,
        "made_by": head.made_by,
        "run_id": head.run_id,
        "lesson_id": recording.lesson.id if recording.lesson else None,
        "steps": {place: {"comparisons": step.comparisons, "sides": step.sides} for place, step in head.steps.items()},
    }


def print_all(taken: Taken, steps: list[ReplayedStep]) -> None:
    """All of it, with the votes that are there now."""
    from lab.recording.words import recorded_on, told

    head = taken.kept.recording.head
    console.print(Text(visible(head.title), style="bold"))
    console.print(Text(visible(told(head, f"{recorded_on(head):%Y-%m-%d}")), style="dim"), soft_wrap=True)
    for step in steps:
        if taken.kept.recording.lesson is not None:
            console.print()
            console.print(Text(visible(step.title), style="bold"))
        for pair in step.pairs:
            console.print()
            _print_pair(taken, pair)
    first = next((pair.comparison.id[:_SHORT_ID] for step in steps for pair in step.pairs), "")
    if first:
        console.print()
        line = f"Vote: counterpoint vote {first} a|b|tie|both_bad. In the window: counterpoint replay FILE"
        console.print(Text(line, style="dim"), soft_wrap=True)


def as_json(taken: Taken, steps: list[ReplayedStep]) -> dict[str, Any]:
    """All of it for scripts."""
    return {
        **head_json(taken.kept.recording),
        "raters": taken.kept.names,
        "added": taken.summary.added,
        "known": taken.summary.known,
        "backup": str(taken.backup.path) if taken.backup else None,
        "parts": [
            {
                "title": step.title,
                "comparisons": [
                    comparison_json.kept_comparison(each.comparison, each.votes, each.judgements, each.notes)
                    for each in step.pairs
                ],
            }
            for step in steps
        ],
    }


def _pair(work: Work, comparison: Comparison) -> ReplayedPair:
    from lab.storage import votes

    return ReplayedPair(
        comparison=comparison,
        votes=votes.current(work, comparison.id),
        judgements=votes.judgements(work, comparison.id),
        notes=votes.notes(work, comparison.id),
    )


def _print_pair(taken: Taken, pair: ReplayedPair) -> None:
    from lab.recording.words import judgements_told, name_of

    comparison = pair.comparison
    console.print(Text(visible(f"> {comparison.prompt}")).append(f"  {comparison.id[:_SHORT_ID]}", style="dim"))
    answers = [(side, answer) for side, answer in ((Side.A, comparison.a), (Side.B, comparison.b)) if answer]
    if console.width >= _NARROW and len(answers) > 1:
        table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
        for _ in answers:
            table.add_column(ratio=1, overflow="fold")
        table.add_row(*(_name(side, answer) for side, answer in answers))
        table.add_row(*(_said(answer) for _, answer in answers))
        table.add_row(*(_facts(answer) for _, answer in answers))
        console.print(table)
    else:
        for side, answer in answers:
            for text in (_name(side, answer), _said(answer), _facts(answer)):
                console.print(text, soft_wrap=True)
    for vote in pair.votes:
        said = vote_in_words(replace(vote, rater=name_of(taken.kept, vote.rater)))
        console.print(Padding(Text.assemble(("Vote ", "bold"), visible(said)), _MARGIN))
    judged: dict[str, dict[Side, bool | None]] = {}
    for each in pair.judgements:
        judged.setdefault(each.rater, {})[each.side] = each.correct
    if said := judgements_told(taken.kept, judged):
        console.print(Padding(Text(visible(said)), _MARGIN))
    for note in pair.notes:
        said = f"{note.text} · by {name_of(taken.kept, note.rater)}"
        console.print(Padding(Text.assemble(("Note ", "bold"), visible(said)), _MARGIN))
    console.print(Rule(style="dim"))


def _name(side: Side, answer: KeptAnswer) -> Text:
    who = answer.contestant
    name = visible(f"{who.model.name} · {who.model.verdict.kind} · {who.framing}")
    return Text.assemble((f"{side.upper()} ", f"bold {COLOURS[side]}"), (name, "dim"))


def _said(answer: KeptAnswer) -> Text:
    return Text(visible(answer.text)) if answer.text else Text("(nothing)", style="dim")


def _facts(answer: KeptAnswer) -> Text:
    if answer.problem:
        return Text(visible(answer.problem), style="red")
    told = facts(answer.response) if answer.response else "it was not finished"
    return Text(visible("\n".join(filter(None, (told, answer.engine)))), style="dim")
