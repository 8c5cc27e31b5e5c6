"""What the two sides of some comparisons are like, apart from everything else in the history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lab.ratings.contestants import Identities, names
from lab.records import Contestant, Side
from lab.results import measures
from lab.results.personality import Personality, means_of
from lab.results.progress import Report, Stopped, never, nobody
from lab.storage import Store


def side_names(players: Mapping[Side, Contestant]) -> dict[Side, str]:
    """What the two sides are called, as short as tells them apart; the same only if they are the same."""
    identities = Identities(each.model for each in players.values())
    rated = {side: identities.of(each) for side, each in players.items()}
    called = names({each.id: each for each in rated.values()})
    if len(called) < len(rated):  # one file, perhaps under two names
        return {side: each.model.name for side, each in players.items()}
    return {side: called[each.id] for side, each in rated.items()}


def side_profiles(
    store: Store,
    players: Mapping[Side, Contestant],
    answer_ids: Mapping[Side, Sequence[str]],
    report: Report = nobody,
    stopped: Stopped = never,
) -> dict[Side, Personality]:
    """Profiles of two sides over some of their answers; what has not been measured yet is measured first, and kept.

    Args:
        store: The history; it must be writable if something is still to be measured.
        players: Who plays which side.
        answer_ids: Which answers count, by side; those that are not there are passed over.
        report: Is told how far it is.
        stopped: Is asked whether to give up.

    Raises:
        GaveUp: It was stopped.
        LabError: The history can't be read or written.
    """
    found = measures.read(store, report, stopped)
    wanted = {each for ids in answer_ids.values() for each in ids}
    if missing := [each for each in found.missing if each in wanted]:
        measures.fill(store, missing, report, stopped)
        found = measures.read(store, report, stopped)
    rows = {answer_id: row for row, answer_id in enumerate(found.measures.ids)}
    identities = Identities(each.model for each in players.values())
    called = side_names(players)
    profiles = {}
    for side, ids in answer_ids.items():
        of_side = [rows[each] for each in ids if each in rows]
        profiles[side] = Personality(
            contestant=identities.of(players[side]),
            name=called[side],
            answers=len(of_side),
            means=means_of(found.measures.table[of_side]),
            correct=None,
            preferred=None,
            described={},
        )
    return profiles
