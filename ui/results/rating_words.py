"""What the page says of ratings by the method that was chosen, and of each contestant against each."""

from __future__ import annotations

from lab.amounts import percent
from lab.language import tr
from lab.ratings.standings import AVERAGE
from lab.results import words
from lab.results.chances import Chance, chances
from lab.results.chart import Chart, ChartRow, Mark
from lab.results.ranking import Ranking
from lab.visible import visible
from ui.results.shown import DuelsShown

_ROUND_POINTS = 50
_MARGIN_POINTS = 20
_SURELY = 0.005


def standings_rows(ranking: Ranking) -> list[tuple[str, ...]]:
    """The table, best first by what was asked for."""
    rows = words.standings_rows(ranking)
    elo = ranking.elo
    if elo is None:
        return rows
    by_id = {standing.contestant: row for standing, row in zip(ranking.ratings.standings, rows, strict=True)}
    shown = []
    for id_ in ranking.order:
        _rank, name, kind, _rating, _interval, *rest = by_id[id_]
        rank = 1 + sum(other > elo[id_] for other in elo.values())
        shown.append((str(rank), name, kind, f"{elo[id_]:.0f}", tr("no interval"), *rest))
    return shown


def standings_chart(ranking: Ranking) -> Chart:
    """The ratings, a row for each contestant, best first; with their intervals, if they have some."""
    elo = ranking.elo
    if elo is None:
        return words.standings_chart(ranking)
    marks = {id_: Mark(series=0, value=elo[id_], low=None, high=None, words=f"{elo[id_]:.0f}") for id_ in ranking.order}
    held = [*elo.values()] or [AVERAGE]
    return Chart(
        name=tr("Elo ratings"),
        series=(tr("Rating"),),
        rows=tuple(ChartRow(label=visible(ranking.names[id_]), marks=(mark,)) for id_, mark in marks.items()),
        scale=(
            float(_ROUND_POINTS * int((min(held) - _MARGIN_POINTS) // _ROUND_POINTS)),
            float(_ROUND_POINTS * (int((max(held) + _MARGIN_POINTS) // _ROUND_POINTS) + 1)),
        ),
        reference=AVERAGE,
    )


def method_sentence(ranking: Ranking) -> str:
    """What the points mean, and where the intervals come from."""
    if ranking.elo is not None:
        return tr(
            "Elo: everyone begins with 1000, and one vote after the other moves both by up to 32 points. So the latest "
            "votes weigh most, and no interval says how sure a rating is."
        )
    samples = ranking.ratings.samples
    if samples:
        return tr(
            "Bradley-Terry: 1000 is an average contestant of these votes; 400 points more win ten times as often. "
            "The intervals come from {samples} random samples of these votes.",
            samples=samples,
        )
    return tr(
        "Bradley-Terry: 1000 is an average contestant of these votes; 400 points more win ten times as often. "
        "The intervals are worked out from the fit."
    )


def duels(ranking: Ranking, most: int) -> DuelsShown:
    """Each against each, best first: what was counted, and what the ratings say.

    Args:
        ranking: The ranking.
        most: How many contestants at most.
    """
    shown = ranking.order[:most]
    names = [f"{rank}  {visible(ranking.names[id_])}" for rank, id_ in enumerate(shown, start=1)]
    table = chances(ranking, shown)
    return DuelsShown(
        against=tuple(str(rank) for rank in range(1, len(shown) + 1)),
        counted=tuple(
            (name, *("·" if each is None else _counted(each) for each in row))
            for name, row in zip(names, table, strict=True)
        ),
        chances=tuple(
            (name, *("·" if each is None else _chance(each) for each in row))
            for name, row in zip(names, table, strict=True)
        ),
        left_out=max(0, len(ranking.order) - most),
    )


def _counted(chance: Chance) -> str:
    if not chance.met:
        return "–"
    return words.met(chance.won, chance.lost, ties=chance.ties, both_bad=chance.both_bad)


def _chance(chance: Chance) -> str:
    if chance.share is None or chance.low is None or chance.high is None:
        return "–"
    low, high = _percent(chance.low), _percent(chance.high)
    return tr("{share}  ({low} to {high})", share=_percent(chance.share), low=low, high=high)


def _percent(share: float) -> str:
    """Never 0 or 100: no number of votes makes a win certain."""
    if share < _SURELY:
        return tr("<1%")
    return tr(">99%") if share > 1 - _SURELY else percent(share)
