"""What results say to people: numbers, names and sentences, and the charts they make."""

from __future__ import annotations

from collections.abc import Sequence

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
    Verdict.TOO_FEW: "too few votes",
    Verdict.WITHIN_CHANCE: "within chance",
    Verdict.TOWARDS: "more than chance",
    Verdict.AWAY: "less than chance",
}
"""How often the answer with more of a trait was picked, measured by chance."""
_ROUND_POINTS = 50


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def rater(name: str) -> str:
    """What a rater is called on this computer."""
    return "You" if name == ME else visible(name)


def facts(ranking: Ranking) -> str:
    """How many votes, of whom, on whom."""
    return " · ".join(
        (
            counted(ranking.votes, "vote"),
            counted(len(ranking.contestants), "contestant"),
            counted(ranking.raters, "rater"),
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
            f"{each.score:.0%}" if each.score is not None else "–",
            f"{each.counted:,}" + (" (few)" if each.few_votes else ""),
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
        name="Ratings with 95 % intervals",
        series=("Rating",),
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
    neither = [f"{ties} tie{'' if ties == 1 else 's'}"] if ties else []
    neither += [f"{both_bad} both bad"] if both_bad else []
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
    return ("Wins : losses against", *(str(rank) for rank in range(1, len(shown) + 1))), tuple(rows)


def style_chart(control: StyleControl, ranking: Ranking, most: int) -> Chart:
    """Ratings without and with style control, side by side.

    Args:
        control: The fit.
        ranking: Knows the names.
        most: How many contestants at most.
    """
    both = [standing for shift in control.shifts[:most] for standing in (shift.without, shift.controlled)]
    return Chart(
        name="Ratings without and with style control",
        series=("as voted", "style held equal"),
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
        left_out = counted(control.unmeasured, "vote is", "votes are")
        said.append(f"{left_out} left out here, because an answer is not measured yet.")
    if len(control.shifts) > most:
        said.append(f"The best {most} of {len(control.shifts)} contestants are shown.")
    return "\n".join(said)


def sways_chart(taste: RaterTaste) -> Chart:
    """How often the answer with more of each trait was picked."""
    return Chart(
        name=f"What sways {'you' if taste.rater == ME else visible(taste.rater)}",
        series=("Picked",),
        rows=tuple(
            ChartRow(label=TRAIT_WORDS[sway.trait], marks=_sway_marks(sway), said=_sway_said(sway), tip=sentence)
            for sway, sentence in zip(taste.sways, taste.sentences, strict=True)
        ),
        scale=(0.0, 1.0),
        reference=0.5,
        ends=("picked less often", "picked more often"),
    )


def sways_sentences(taste: RaterTaste, agreement: str) -> str:
    """What stands out, how steady the votes are, and how far raters agree."""
    stand_out = [
        sentence
        for sway, sentence in zip(taste.sways, taste.sentences, strict=True)
        if sway.verdict in (Verdict.TOWARDS, Verdict.AWAY)
    ]
    first = stand_out or ["Nothing stands out from chance so far."]
    return "\n".join(filter(None, [*first, taste.again.sentence, agreement]))


def too_few_sentence(taste: RaterTaste) -> str:
    """What there are too few votes for; empty if there are enough for everything."""
    too_few = [TRAIT_WORDS[sway.trait].lower() for sway in taste.sways if sway.verdict is Verdict.TOO_FEW]
    return f"Too few votes to say anything about: {'; '.join(too_few)}." if too_few else ""


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
        return "no votes against others"
    return f"{standing.low:.0f} to {standing.high:.0f}"


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
    words = f"{sway.share:.0%} of {sway.votes} ({sway.low:.0%} to {sway.high:.0%})"
    return (Mark(series=0, value=sway.share, low=sway.low, high=sway.high, words=words),)


def _sway_said(sway: Sway) -> str:
    share = f"{sway.share:.0%}, " if sway.share is not None else ""
    return f"{share}{VERDICT_WORDS[sway.verdict]}"
