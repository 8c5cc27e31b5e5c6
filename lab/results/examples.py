"""Real answers that show what a measure means."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lab.analysis import DEFINITIONS, profile
from lab.results.ballots import Ballots
from lab.results.measures import NAMES, Measured
from lab.results.progress import Stopped, go_on, never
from lab.storage import Store, answers
from lab.storage import measured as kept

ENDING = "stopped_by_itself"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An answer from the history."""

    contestant: str
    """Its id."""
    answer_id: str
    prompt: str
    text: str
    value: float
    """What was measured; 1 for yes and 0 for no."""
    mean: float
    """The contestant's average; of a yes or no, the share."""
    note: str
    """What to know about just this value; may be empty."""


def example_of(
    store: Store,
    ballots: Ballots,
    measured: Measured,
    contestant: str,
    measure: str,
    *,
    fold_to_models: bool = False,
    stopped: Stopped = never,
) -> Example | None:
    """A contestant's answer that has some of a measure, about as much as it has on average; of those the shortest.

    Args:
        store: The history.
        ballots: Knows who the contestants are.
        measured: The measures.
        contestant: Id of the contestant, or of the model.
        measure: The measure's name.
        fold_to_models: Whether the id is a model's.
        stopped: Is asked whether to give up.

    Returns:
        The example; None if none of its answers can be measured so.

    Raises:
        GaveUp: It was stopped.
        LabError: The history can't be read.
    """
    mine = {
        of
        for of, each in measured.contestants.items()
        if ballots.who(ballots.identities.of(each), fold_to_models=fold_to_models).id == contestant
    }
    values = measured.measures.table[:, NAMES.index(measure)].astype(np.float64)
    of_it = np.array([of in mine for of in measured.measures.contestants], dtype=bool) & np.isfinite(values)
    if not of_it.any():
        return None
    go_on(stopped)
    mean = float(values[of_it].mean())
    # A measure is explained by an answer that has some of it; how an answer ended is no more of one than of the other.
    has_it = values == round(mean) if measure == ENDING else values > 0
    rows = np.flatnonzero(of_it & has_it)
    if not rows.size:
        rows = np.flatnonzero(of_it)
    distance = np.abs(values[rows] - mean)
    like_it = rows[distance <= distance.min() + 0.1 * abs(mean)]
    lengths = np.nan_to_num(measured.measures.table[like_it, NAMES.index("characters")], nan=np.inf)
    row = int(like_it[int(np.argmin(np.where(lengths > 0, lengths, np.inf)))])
    answer_id = measured.measures.ids[row]
    answer = store.read(answers.get, answer_id).result()
    go_on(stopped)
    note = ""
    if measure in DEFINITIONS:
        reason = answer.response.finish_reason if answer.response else None
        note = profile(answer.text, finish_reason=reason)[measure].note
    return Example(
        contestant=contestant,
        answer_id=answer_id,
        prompt=store.read(kept.prompt_of, answer_id).result(),
        text=answer.text,
        value=float(values[row]),
        mean=mean,
        note=note,
    )
