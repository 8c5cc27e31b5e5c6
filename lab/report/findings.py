"""Everything that a report tells, found out: the walk through the history, the ratings, the measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from lab.exchange.progress import Report
from lab.exchange.reading import reading
from lab.exchange.wanted import Wanted
from lab.ratings.agreement import RaterAgreement
from lab.ratings.contestants import Rated, names
from lab.ratings.style_control import StyleControl
from lab.records import Contestant
from lab.report.seen import Making, Seen, look
from lab.results import measures, progress, taste
from lab.results.ballots import Ballots, gather
from lab.results.measures import Measured, Measures
from lab.results.personality import Personality, personalities
from lab.results.question import Question
from lab.results.ranking import Ranking, rank
from lab.results.taste import RaterTaste
from lab.storage import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """A contestant with all that made its answers."""

    rated: Rated
    contestant: Contestant
    """As one of its answers has it, with 0 for the seed and no path."""
    making: Making


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Findings:
    """What is known. Names of raters and contestants are as the history has them."""

    wanted: Wanted
    seen: Seen
    any_votes: bool
    """Whether there are votes, asked about or not."""
    ranking: Ranking
    first_vote_utc: str
    """Of the votes in the ranking; empty without."""
    last_vote_utc: str
    blind_votes: int
    """Of the votes in the ranking."""
    aspect_votes: int
    """Votes on one aspect of answers, which the ranking doesn't count."""
    raters: Mapping[str, int]
    """Who cast how many of the votes in the ranking, most first."""
    style: StyleControl | None
    """None if there are not two contestants to rank."""
    tastes: tuple[RaterTaste, ...]
    agreement: RaterAgreement | None
    """None unless several raters are asked about."""
    personalities: tuple[Personality, ...]
    unmeasured: int
    """How many answers have no measures, because the history can only be read."""
    makers: Mapping[str, Maker]
    """By id, most answers first."""
    names: Mapping[str, str]
    """By id, of all contestants; no two are the same."""
    ids: Mapping[Contestant, str]
    """The ids by the contestants of ``seen``."""


def find(store: Store, wanted: Wanted, report: Report) -> Findings:
    """Look at everything. Answers that have no measures yet are measured, and the measures kept.

    Args:
        store: The history.
        wanted: Which part of it.
        report: Is told how much of each of several pieces of work is done, and of how much.

    Raises:
        LabError: The history can't be read.
    """

    def tell(how_far: progress.Progress) -> None:
        report(how_far.done, how_far.total)

    with reading(store) as work:
        seen = look(work, wanted, report)
    gathered = gather(store, tell)
    ids = {contestant: gathered.identities.of(contestant).id for contestant in seen.makings}
    ballots = _of_these(gathered, seen)
    question = Question(blind=wanted.blind_only, rater=wanted.rater or None)
    measured = _measured(store, seen, tell)
    ranking = rank(ballots, question)
    battles = ballots.asked(question).battles
    makers = _makers(seen, ballots)
    everybody = {id_: maker.rated for id_, maker in makers.items()} | dict(ranking.contestants)
    called = names(everybody)
    several = len({battle.rater for battle in battles}) > 1
    return Findings(
        wanted=wanted,
        seen=seen,
        any_votes=bool(ballots.battles.battles),
        ranking=replace(ranking, names={id_: called[id_] for id_ in ranking.contestants}),
        first_vote_utc=min((battle.cast_utc for battle in battles), default=""),
        last_vote_utc=max((battle.cast_utc for battle in battles), default=""),
        blind_votes=sum(battle.blind for battle in battles),
        aspect_votes=sum(
            bool(battle.aspect)
            for battle in ballots.battles.only(aspect=None, rater=question.rater, blind=question.blind).battles
        ),
        raters=dict(Counter(battle.rater for battle in battles).most_common()),
        style=taste.style_control(ballots, question, measured.measures) if len(ranking.contestants) > 1 else None,
        tastes=taste.tastes(ballots, question, measured.measures),
        agreement=taste.agreement(ballots, question) if several else None,
        personalities=tuple(
            replace(each, name=called.get(each.contestant.id, each.name))
            for each in personalities(ballots, question, measured)
        ),
        unmeasured=len(measured.missing),
        makers=makers,
        names=called,
        ids=ids,
    )


def _of_these(ballots: Ballots, seen: Seen) -> Ballots:
    """What was thought of the comparisons that were seen."""
    these = tuple(battle for battle in ballots.battles.battles if battle.comparison_id in seen.comparison_ids)
    return replace(
        ballots,
        battles=replace(ballots.battles, battles=these),
        correctness=tuple(each for each in ballots.correctness if each.answer_id in seen.answer_ids),
        descriptions=tuple(each for each in ballots.descriptions if each.comparison_id in seen.comparison_ids),
    )


def _measured(store: Store, seen: Seen, tell: progress.Report) -> Measured:
    """The measures of the answers that were seen."""
    found = measures.read(store, tell)
    missing = [answer_id for answer_id in found.missing if answer_id in seen.answer_ids]
    if missing and store.writable:
        measures.fill(store, missing, tell)
        found = measures.read(store, tell)
        missing = [answer_id for answer_id in found.missing if answer_id in seen.answer_ids]
    rows = [row for row, answer_id in enumerate(found.measures.ids) if answer_id in seen.answer_ids]
    return replace(
        found,
        measures=Measures(
            (found.measures.ids[row] for row in rows),
            (found.measures.contestants[row] for row in rows),
            found.measures.table[np.array(rows, dtype=np.intp)],
        ),
        contestants={of: found.contestants[of] for of in {found.measures.contestants[row] for row in rows}},
        missing=tuple(missing),
    )


def _makers(seen: Seen, ballots: Ballots) -> dict[str, Maker]:
    found: dict[str, Maker] = {}
    for contestant, making in sorted(seen.makings.items(), key=lambda item: -item[1].answers):
        rated = ballots.identities.of(contestant)
        if rated.id in found:
            found[rated.id].making.add(making)
        else:
            mine = Making()
            mine.add(making)
            found[rated.id] = Maker(rated=rated, contestant=contestant, making=mine)
    return dict(sorted(found.items(), key=lambda item: -item[1].making.answers))
