"""Reads a run and all its answers out of the history."""

from __future__ import annotations

from collections.abc import Mapping

from lab.generation.batch_rows import Row
from lab.records import Comparison, Side, Turn
from lab.runs.missing import Kept, MissingRow
from lab.runs.plan import RunPlan
from lab.runs.progress import RunProgress, SideProgress
from lab.runs.summary import RunSummary, summarise
from lab.storage import Store, answers, runs


def read_plan(store: Store, run_id: str) -> RunPlan:
    """What a run asks.

    Raises:
        NotInHistory: There is none of that id.
        LabError: Its suite can't be read.
    """
    return RunPlan.of(store.read(runs.get, run_id).result())


def row_of(store: Store, missing: MissingRow) -> Row:
    """What is still to be asked of a row, with what was said in it already.

    Raises:
        LabError: The history can't be read.
    """
    prompts = missing.row.prompts
    turns: list[Turn] = []
    if missing.answered:
        kept = store.read(answers.by_id, list(missing.answered), with_details=False).result()
        for prompt, answer_id in zip(prompts, missing.answered, strict=False):
            answer = kept[answer_id]
            token_ids = answer.response.token_ids if answer.response else ()
            turns.append(Turn(prompt=prompt, response=answer.text, response_token_ids=token_ids))
    return Row(
        number=missing.row.number,
        contestant=missing.row.contestant,
        prompt=prompts[missing.begins],
        turns=tuple(turns),
        then=prompts[missing.begins + 1 :],
    )


def read_progress(store: Store, plan: RunPlan) -> RunProgress:
    """How far a run has come, whoever is at it.

    Raises:
        LabError: The history can't be read.
    """
    kept = Kept(plan, store.read(runs.places, plan.run.id).result())
    return _progress(
        {
            side: SideProgress(
                planned=plan.answers_of_a_side,
                done=kept.answers[side],
                failed=kept.failed[side],
                never_asked=kept.never_asked(side),
            )
            for side in Side
        }
    )


def nothing_yet(plan: RunPlan) -> RunProgress:
    """The progress of a run of which nothing is known but its plan."""
    none = SideProgress(planned=plan.answers_of_a_side, done=0, failed=0, never_asked=0)
    return _progress(dict.fromkeys(Side, none))


def _progress(sides: Mapping[Side, SideProgress]) -> RunProgress:
    return RunProgress(sides=sides, left_s=None, paused=False, doing="", latest="", restarts=0)


def read_summary(store: Store, plan: RunPlan) -> RunSummary:
    """What came of a run up to now. It is read in pieces, so others get at the history in between.

    Raises:
        LabError: The history can't be read.
    """
    found: list[Comparison] = []
    while piece := store.read(runs.compared, plan.run.id, after=found[-1].id if found else "").result():
        found += piece
    return summarise(plan, found)
