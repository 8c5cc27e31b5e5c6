"""What came of a run, for a person and for scripts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from lab.cli.columns import COLOURS
from lab.cli.output import console, visible
from lab.records import Contestant, KeptRun, Side
from lab.suites.checks.result import Verdict
from lab.words import FINISH_WORDS

if TYPE_CHECKING:
    from lab.analysis.consistency import Spread
    from lab.runs.plan import RunPlan
    from lab.runs.progress import RunProgress
    from lab.runs.summary import ItemSide, RunSummary, SideSummary

_PROMPT_CHARACTERS = 44


def print_summary(plan: RunPlan, progress: RunProgress, summary: RunSummary, short_id: str) -> None:
    """Tables and sentences at the end of a run."""
    console.print(Text(visible(plan.run.suite_title), style="bold").append(f"  run {short_id}", style="not bold dim"))
    console.print(_sides(plan, progress, summary))
    if any(item.item.checks for item in summary.items):
        console.print()
        console.print(_checks(summary))
    if plan.run.samples > 1:
        _print_consistency(summary)
    console.print()
    if not progress.finished:
        left = sum(side.left for side in progress.sides.values())
        line = f"Stopped; {_counted(left, 'answer')} to go. Go on with: counterpoint run {short_id} --resume"
        console.print(Text(line, style="yellow"), soft_wrap=True)
    if summary.pairs:
        pairs = _counted(summary.pairs, "pair")
        console.print(
            Text(
                f"{pairs} to vote on. Vote: counterpoint vote {summary.first_pair[:12]} a|b|tie|both_bad", style="dim"
            ),
            soft_wrap=True,
        )
        console.print(
            Text("All of them: counterpoint history --unvoted, or the history in the window.", style="dim"),
            soft_wrap=True,
        )


def as_json(plan: RunPlan, progress: RunProgress, summary: RunSummary) -> dict[str, Any]:
    """The same for scripts, with every comparison by its id."""
    return {
        **run_json(plan.run),
        "finished": progress.finished,
        "pairs": summary.pairs,
        "sides": {
            side.value: {
                "planned": progress.sides[side].planned,
                "done": progress.sides[side].done,
                "failed": progress.sides[side].failed,
                "never_asked": progress.sides[side].never_asked,
                **_side_json(summary.sides[side]),
            }
            for side in Side
        },
        "items": [
            {"id": each.item.id, **{side.value: _item_json(each.sides[side]) for side in Side}}
            for each in summary.items
        ],
    }


def run_json(run: KeptRun) -> dict[str, Any]:
    """What a run is."""
    return {
        "id": run.id,
        "session_id": run.session_id,
        "suite": {"id": run.suite_id, "title": run.suite_title, "sha256": run.suite_sha256},
        "state": run.state,
        "samples": run.samples,
        "settings": run.settings,
        "a": _player_json(run.a),
        "b": _player_json(run.b),
        "created_utc": run.created_utc,
        "updated_utc": run.updated_utc,
    }


def player_name(contestant: Contestant) -> str:
    """Who plays, in a line."""
    return visible(f"{contestant.model.name} · {contestant.framing}")


def _sides(plan: RunPlan, progress: RunProgress, summary: RunSummary) -> Table:
    table = Table(box=None, header_style="dim", pad_edge=False)
    table.add_column("")
    for side, player in ((Side.A, plan.run.a), (Side.B, plan.run.b)):
        name = Text.assemble((f"{side.upper()} ", f"bold {COLOURS[side]}"), (player_name(player), "default"))
        table.add_column(name, overflow="fold")
    both = [(progress.sides[side], summary.sides[side]) for side in Side]
    table.add_row("Answers", *(f"{of.done - of.failed:,} of {of.planned:,}" for of, _ in both))
    if any(of.failed for of, _ in both):
        table.add_row("Failed", *(f"{of.failed:,}" for of, _ in both))
    if any(of.verdicts for _, of in both):
        table.add_row("Checks passed", *(_passed(of.verdicts) for _, of in both))
    table.add_row("Stopped by itself", *(f"{of.stopped_by_itself:,} of {of.answers:,}" for _, of in both))
    table.add_row("Words", *(_range(of.words) for _, of in both))
    return table


def _checks(summary: RunSummary) -> Table:
    table = Table(box=None, header_style="dim", pad_edge=False)
    table.add_column("Checks passed, by prompt", no_wrap=True, overflow="ellipsis", max_width=_PROMPT_CHARACTERS)
    for side in Side:
        table.add_column(Text(side.upper(), style=f"bold {COLOURS[side]}"), no_wrap=True)
    for each in summary.items:
        if each.item.checks:
            prompt = visible(" ".join(each.item.prompt[:200].split()))
            table.add_row(Text(prompt), *(_passed(each.sides[side].verdicts) for side in Side))
    return table


def _print_consistency(summary: RunSummary) -> None:
    for side in Side:
        of = summary.sides[side]
        parts = [f"{of.overlap:.0%} of their words" if of.overlap is not None else ""]
        parts.append(f"{of.checks_agree:.0%} of their checks" if of.checks_agree is not None else "")
        if said := " and ".join(filter(None, parts)):
            line = f"Two answers of {side.upper()} to one prompt share {said}, on average."
            console.print(Text(line), soft_wrap=True)


def _passed(verdicts: Mapping[Verdict, int]) -> str:
    total = sum(verdicts.values())
    if not total:
        return "–"
    open_ = verdicts.get(Verdict.CANNOT_TELL, 0)
    told = f"{verdicts.get(Verdict.PASSED, 0):,} of {total:,}"
    return f"{told}, {open_:,} for you to judge" if open_ else told


def _range(words: Spread | None) -> str:
    if words is None:
        return "–"
    return f"{words.middle:.0f} in the middle, {words.least:.0f} to {words.most:.0f}"


def _side_json(side: SideSummary) -> dict[str, Any]:
    return {
        "answers": side.answers,
        "checks": _verdicts(side.verdicts),
        "words": side.words,
        "stopped_by_itself": side.stopped_by_itself,
        "ends": {reason: side.ends.get(reason, 0) for reason in FINISH_WORDS},
        "word_overlap": side.overlap,
        "checks_agree": side.checks_agree,
    }


def _item_json(item: ItemSide) -> dict[str, Any]:
    return {
        "checks": _verdicts(item.verdicts),
        "alike": item.alike,
        "checks_agree": item.checks_agree,
        "samples": [
            {
                "sample": each.number,
                "comparison_id": each.comparison_id,
                "problem": each.problem,
                "finish_reason": each.finish_reason,
                "checks": [
                    {"asks_for": one.asks_for, "verdict": one.result.verdict, "sentence": one.result.sentence}
                    for one in each.checks
                ],
            }
            for each in item.samples
        ],
    }


def _verdicts(verdicts: Mapping[Verdict, int]) -> dict[str, int]:
    return {verdict.value: verdicts.get(verdict, 0) for verdict in Verdict}


def _player_json(contestant: Contestant) -> dict[str, Any]:
    model = contestant.model
    return {
        "model": {"name": model.name, "sha256": model.sha256, "kind": model.verdict.kind},
        "framing": contestant.framing,
        "system_prompt": contestant.system_prompt,
        "sampler": contestant.sampler,
    }


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
