"""What results say to people: numbers, names and sentences, and the charts they make."""

from __future__ import annotations

from collections.abc import Sequence

from lab.amounts import percent
from lab.language import counted, number, tr
from lab.ratings.standings import AVERAGE, Standing
from lab.ratings.style_control import StyleControl
from lab.ratings.sways import Sway, Verdict
from lab.results.chart import Chart, ChartRow, Mark
from lab.results.ranking import Ranking
from lab.results.taste import TRAIT_WORDS, RaterTaste, effect_sentence
from lab.storage.votes import ME
from lab.visible import visible
from lab.words import KIND_BADGES

VERDICT_WORDS = {
    Verdict.TOO_FEW: tr("too few votes"),
    Verdict.WITHIN_CHANCE: tr("within chance"),
    Verdict.TOWARDS: tr("more than chance"),
    Verdict.AWAY: tr("less than chance"),
}
"""How often the answer with more of a trait was picked, measured by chance."""
_ROUND_POINTS = 50


def rater(name: str) -> str:
    """What a rater is called on this computer."""
    return tr("You") if name == ME else visible(name)


def facts(ranking: Ranking) -> str:
    """How many votes, of whom, on whom."""
    return " · ".join(
        (
            counted(ranking.votes, tr("{n} vote"), tr("{n} votes")),
            counted(len(ranking.contestants), tr("{n} contestant"), tr("{n} contestants")),
            counted(ranking.raters, tr("{n} rater"), tr("{n} raters")),
        )
    )


def standings_rows(ranking: Ranking) -> list[tuple[str, ...]]:
    """The table, best first."""
    return [
        (
            str(each.rank),
            visible(ranking.names[each.contestant]),
            KIND_BADGES[ranking.contestants[each.contestant].kind],
            rating(each),
            _interval(each),
            percent(each.score) if each.score is not None else "–",
            tr("{n} (few)", n=number(each.counted)) if each.few_votes else number(each.counted),
        )
        for each in ranking.ratings.standings
    ]


def rating(standing: Standing) -> str:
    """A rating and how far its interval reaches to both sides."""
    if standing.low is None or standing.high is None:
        return f"{standing.rating:.0f}"
    return f"{standing.rating:.0f}  +{standing.high - standing.rating:.0f} −{standing.rating - standing.low:.0f}"


def standings_chart(ranking: Ranking) -> Chart:
    """The intervals, a row for each contestant, best first."""
    return Chart(
        name=tr("Ratings with 95 % intervals"),
        series=(tr("Rating"),),
        rows=tuple(
            ChartRow(label=visible(ranking.names[each.contestant]), marks=(_standing_mark(each, 0),))
            for each in ranking.ratings.standings
        ),
        scale=_points(ranking.ratings.standings),
        reference=AVERAGE,
    )


def met(won: int, lost: int, *, ties: int, both_bad: int) -> str:
    """How two met: wins and losses, and what preferred neither."""
    if not won + lost + ties + both_bad:
        return "–"
    neither = [counted(ties, tr("{n} tie"), tr("{n} ties"))] if ties else []
    neither += [tr("{n} both bad", n=number(both_bad))] if both_bad else []
    return f"{won} : {lost}" + (f"  ({', '.join(neither)})" if neither else "")


def matrix(ranking: Ranking, most: int) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Who beat whom, best first: heads, and rows that each begin with their contestant.

    Args:
        ranking: The ranking.
        most: How many contestants at most.
    """
    tally = ranking.ratings.tally
    shown = [each.contestant for each in ranking.ratings.standings][:most]
    place = {contestant: number for number, contestant in enumerate(tally.contestants)}
    rows = []
    for rank, one in enumerate(shown, start=1):
        cells = [f"{rank}  {visible(ranking.names[one])}"]
        for other in shown:
            i, j = place[one], place[other]
            won, lost = int(tally.wins[i, j]), int(tally.wins[j, i])
            ties, both_bad = int(tally.ties[i, j]), int(tally.both_bad[i, j])
            cells.append("·" if one == other else met(won, lost, ties=ties, both_bad=both_bad))
        rows.append(tuple(cells))
    return (tr("Wins : losses against"), *(str(rank) for rank in range(1, len(shown) + 1))), tuple(rows)


def style_chart(control: StyleControl, ranking: Ranking, most: int) -> Chart:
    """Ratings without and with style control, side by side.

    Args:
        control: The fit.
        ranking: Knows the names.
        most: How many contestants at most.
    """
    both = [standing for shift in control.shifts[:most] for standing in (shift.without, shift.controlled)]
    return Chart(
        name=tr("Ratings without and with style control"),
        series=(tr("as voted"), tr("style held equal")),
        rows=tuple(
            ChartRow(
                label=visible(ranking.names[shift.contestant]),
                marks=(_standing_mark(shift.without, 0), _standing_mark(shift.controlled, 1)),
                said=_change(shift.controlled.rating - shift.without.rating),
            )
            for shift in control.shifts[:most]
        ),
        scale=_points(both),
        reference=AVERAGE,
    )


def style_sentences(control: StyleControl, most: int) -> str:
    """What style did, and what is not known or not shown."""
    said = [effect_sentence(effect) for effect in control.effects]
    if control.unmeasured:
        said.append(
            counted(
                control.unmeasured,
                tr("{n} vote is left out here, because an answer is not measured yet."),
                tr("{n} votes are left out here, because an answer is not measured yet."),
            )
        )
    if len(control.shifts) > most:
        total = number(len(control.shifts))
        said.append(tr("The best {most} of {n} contestants are shown.", most=number(most), n=total))
    return "\n".join(said)


def sways_chart(taste: RaterTaste) -> Chart:
    """How often the answer with more of each trait was picked."""
    return Chart(
        name=sways_title(taste.rater),
        series=(tr("Picked"),),
        rows=tuple(
            ChartRow(label=TRAIT_WORDS[sway.trait], marks=_sway_marks(sway), said=_sway_said(sway), tip=sentence)
            for sway, sentence in zip(taste.sways, taste.sentences, strict=True)
        ),
        scale=(0.0, 1.0),
        reference=0.5,
        ends=(tr("picked less often"), tr("picked more often")),
    )


def sways_title(rater: str = ME) -> str:
    """What is asked of a rater's votes."""
    return tr("What sways you") if rater == ME else tr("What sways {rater}", rater=visible(rater))


def sways_sentences(taste: RaterTaste, agreement: str) -> str:
    """What stands out, how steady the votes are, and how far raters agree."""
    stand_out = [
        sentence
        for sway, sentence in zip(taste.sways, taste.sentences, strict=True)
        if sway.verdict in (Verdict.TOWARDS, Verdict.AWAY)
    ]
    first = stand_out or [tr("Nothing stands out from chance so far.")]
    return "\n".join(filter(None, [*first, taste.again.sentence, agreement]))


def too_few_sentence(taste: RaterTaste) -> str:
    """What there are too few votes for; empty if there are enough for everything."""
    too_few = [TRAIT_WORDS[sway.trait].lower() for sway in taste.sways if sway.verdict is Verdict.TOO_FEW]
    return tr("Too few votes to say anything about: {traits}.", traits="; ".join(too_few)) if too_few else ""


def share_words(share: float, of: int, low: float, high: float) -> str:
    """A share with its interval and how many it is of."""
    interval = {"low": percent(low), "high": percent(high)}
    return tr("{share} of {n} ({low} to {high})", share=percent(share), n=number(of), **interval)


def _change(points: float) -> str:
    rounded = round(points)
    return f"{rounded:+d}".replace("-", "−") if rounded else "±0"


def _standing_mark(standing: Standing, series: int) -> Mark:
    return Mark(
        series=series, value=standing.rating, low=standing.low, high=standing.high,
        words=f"{standing.rating:.0f} ({_interval(standing)})",
    )  # fmt: skip


def _interval(standing: Standing) -> str:
    if standing.low is None or standing.high is None:
        return tr("no votes against others")
    return tr("{low} to {high}", low=f"{standing.low:.0f}", high=f"{standing.high:.0f}")


def _points(standings: Sequence[Standing]) -> tuple[float, float]:
    """A scale in round numbers that holds all intervals."""
    lowest = min((each.low if each.low is not None else each.rating for each in standings), default=AVERAGE)
    highest = max((each.high if each.high is not None else each.rating for each in standings), default=AVERAGE)
    low = _ROUND_POINTS * int(lowest // _ROUND_POINTS)
    high = _ROUND_POINTS * (int(highest // _ROUND_POINTS) + 1)
    return float(low), float(high)


def _sway_marks(sway: Sway) -> tuple[Mark, ...]:
    if sway.share is None:
        return ()
    words = share_words(sway.share, sway.votes, sway.low, sway.high)
    return (Mark(series=0, value=sway.share, low=sway.low, high=sway.high, words=words),)


def _sway_said(sway: Sway) -> str:
    share = f"{percent(sway.share)}, " if sway.share is not None else ""
    return f"{share}{VERDICT_WORDS[sway.verdict]}"
