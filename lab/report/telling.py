"""Puts findings into words, with those of the results page wherever it has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lab import __version__
from lab.analysis import DEFINITIONS, Unit
from lab.language import counted, number, tr
from lab.ratings.standings import AVERAGE
from lab.ratings.sways import Verdict
from lab.report.contents import Contents, Matrix, Met, Picture, Place
from lab.report.example_words import shown_example
from lab.report.findings import Findings
from lab.report.origin_words import origin, when
from lab.report.scope_words import MOST_RATERS, RaterNames, facts, scope
from lab.results import profile_words, words
from lab.results.chart import Chart
from lab.results.personality import Personality
from lab.results.ranking import Ranking
from lab.results.taste import RaterTaste
from lab.words import rated_word

_MOST_PLACES = 30
_MOST_IN_MATRIX = 10
"""A wider one fits on no page."""
_MOST_AT_ONCE = 4
"""Contestants in one chart of personalities: there are four shapes of marks."""
_MOST_PERSONALITIES = 12
_MOST_SEPARATED = 3
_ELBOW = 0.14
"""Two words along an axis need so much room between them."""

Dress = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Teller:
    """Says everything in the words that one kind of document needs.

    Attributes:
        dress: Makes a name that a stranger gave harmless in a sentence: of a model, a rater, a tag.
    """

    dress: Dress

    def tell(self, found: Findings) -> Contents:
        """The whole report."""
        found = self._dressed(found)
        ranking = found.ranking
        personality = _personality(found.personalities)
        examples = enumerate(found.seen.examples, start=1)
        return Contents(
            made=f"{when(found.seen.at_utc)}, Counterpoint {__version__}",
            facts=facts(found),
            scope=tuple(scope(found, self._raters)),
            verdict=_verdict(found),
            notices=_notices(found),
            standings=_standings(ranking),
            places=tuple(
                Place(kind=ranking.contestants[each.contestant].kind, cells=cells)
                for each, cells in zip(ranking.ratings.standings, words.standings_rows(ranking), strict=True)
            )[:_MOST_PLACES],
            style=_style(found),
            matrix=_matrix(ranking) if len(ranking.contestants) > 1 else None,
            sways=tuple(filter(None, map(self._sways, found.tastes)))[:MOST_RATERS],
            too_few_to_sway=self._too_few_to_sway(found.tastes),
            agreement=found.agreement.sentence if found.agreement else "",
            personality=personality,
            measures=_measures(personality),
            examples=tuple(shown_example(at, each, found, self.dress, self._raters.first) for at, each in examples),
            origins=tuple(origin(maker, found.names[id_]) for id_, maker in found.makers.items()),
        )

    @property
    def _raters(self) -> RaterNames:
        return RaterNames(self.dress)

    def _dressed(self, found: Findings) -> Findings:
        """The same with names of strangers that can do no harm."""
        called = {id_: self.dress(name) for id_, name in found.names.items()}
        return replace(
            found,
            names=called,
            ranking=replace(found.ranking, names={id_: called[id_] for id_ in found.ranking.names}),
            personalities=tuple(
                replace(
                    each,
                    name=called.get(each.contestant.id) or self.dress(each.name),
                    described={self.dress(rated_word(reason)): times for reason, times in each.described.items()},
                )
                for each in found.personalities
            ),
        )

    def _sways(self, taste: RaterTaste) -> Picture | None:
        """What sways one rater; None where the votes carry nothing."""
        told = [sway for sway in taste.sways if sway.verdict is not Verdict.TOO_FEW]
        if not told:
            return None
        named = replace(taste, rater=self._raters.first(taste.rater))
        enough = replace(named, sways=tuple(told))
        chart = words.sways_chart(enough)
        # The share stands in the table already.
        rows = zip(chart.rows, told, strict=True)
        said = tuple(replace(row, said=words.VERDICT_WORDS[sway.verdict]) for row, sway in rows)
        return Picture(
            title=counted(
                taste.votes,
                tr("What sways {rater}: {n} vote"),
                tr("What sways {rater}: {n} votes"),
                rater=self._raters.within(taste.rater),
            ),
            chart=replace(chart, rows=said),
            axis=((0.0, tr("{n} %", n=0)), (0.5, tr("{n} %: chance", n=50)), (1.0, tr("{n} %", n=100))),
            sentences=tuple(
                filter(None, [*words.sways_sentences(enough, "").splitlines(), words.too_few_sentence(named)])
            ),
        )

    def _too_few_to_sway(self, tastes: Sequence[RaterTaste]) -> str:
        raters = [self._raters.within(taste.rater) for taste in tastes if self._sways(taste) is None]
        names, more = ", ".join(raters[:MOST_RATERS]), len(raters) - MOST_RATERS
        if more > 0:
            return tr("Too few votes to say what sways {raters} and {n} more.", raters=names, n=number(more))
        return tr("Too few votes to say what sways {raters}.", raters=names) if raters else ""


def _verdict(found: Findings) -> str:
    ranking = found.ranking
    if not ranking.votes:
        return tr("No vote is like that.") if found.any_votes else tr("There are no votes yet.")
    if len(ranking.contestants) < 2:
        return ranking.notices[0]
    best = ranking.ratings.neighbours[0]
    return best.sentence(ranking.names[best.better], ranking.names[best.worse])


def _notices(found: Findings) -> tuple[str, ...]:
    """All that qualifies the verdict, without it."""
    ranking = found.ranking
    if not ranking.votes:
        return ()
    apart = [
        gap.sentence(ranking.names[gap.better], ranking.names[gap.worse])
        for gap in ranking.ratings.neighbours
        if gap.separate
    ][:_MOST_SEPARATED]
    verdict = _verdict(found)
    return tuple(said for said in (*ranking.notices, *apart, *ranking.unseparated) if said != verdict)


def _standings(ranking: Ranking) -> Picture:
    if not ranking.votes:
        said = tr("Without votes there is nothing to rank.")
        return Picture(title=tr("Standings"), chart=None, sentences=(said,))
    chart = words.standings_chart(ranking)
    sentences = [
        tr("1000 is an average contestant of these votes; 400 points more win ten times as often."),
        tr("A rank is 1 plus the number of contestants that are better for certain; so several can share it."),
    ]
    if len(chart.rows) > _MOST_PLACES:
        sentences.append(_best_shown(_MOST_PLACES, len(chart.rows)))
    return Picture(
        title=tr("Standings"),
        chart=replace(chart, rows=chart.rows[:_MOST_PLACES]),
        axis=_points_axis(chart),
        sentences=tuple(sentences),
    )


def _style(found: Findings) -> Picture:
    title = tr("With style held equal")
    if found.style is None:
        return Picture(title=title, chart=None, sentences=(tr("It takes votes on at least two contestants."),))
    if not found.style.shifts:
        return Picture(title=title, chart=None, sentences=(tr("None of these votes is on measured answers yet."),))
    chart = words.style_chart(found.style, found.ranking, _MOST_PLACES)
    return Picture(
        title=title,
        chart=chart,
        axis=_points_axis(chart),
        sentences=tuple(words.style_sentences(found.style, _MOST_PLACES).splitlines()),
    )


def _points_axis(chart: Chart) -> tuple[tuple[float, str], ...]:
    low, high = chart.scale
    average = (AVERAGE - low) / (high - low)
    ends = [(0.0, f"{low:.0f}"), (1.0, f"{high:.0f}")]
    apart = [end for end in ends if abs(end[0] - average) > _ELBOW]
    return tuple(sorted([*apart, (average, f"{AVERAGE:.0f}")]))


def _matrix(ranking: Ranking) -> Matrix:
    heads, rows = words.matrix(ranking, _MOST_IN_MATRIX)
    tally = ranking.ratings.tally
    place = {contestant: at for at, contestant in enumerate(tally.contestants)}
    shown = [place[each.contestant] for each in ranking.ratings.standings][:_MOST_IN_MATRIX]
    told = []
    for i, (name, *cells) in zip(shown, rows, strict=True):
        mets = []
        for j, cell in zip(shown, cells, strict=True):
            won, lost = int(tally.wins[i, j]), int(tally.wins[j, i])
            even = int(tally.ties[i, j] + tally.both_bad[i, j])
            met = won + lost + even
            mets.append(Met(words=cell, won=won / max(met, 1), even=even / max(met, 1), votes=met))
        told.append((name, tuple(mets)))
    everybody = len(ranking.contestants)
    more = everybody > len(shown)
    left_out = _best_shown(len(shown), everybody) if more else ""
    return Matrix(heads=heads, rows=tuple(told), left_out=left_out)


def _best_shown(most: int, everybody: int) -> str:
    return tr("The best {most} of {n} contestants are shown.", most=most, n=number(everybody))


def _personality(everybody: Sequence[Personality]) -> tuple[Picture, ...]:
    shown = everybody[:_MOST_PERSONALITIES]
    pictures = []
    for start in range(0, len(shown), _MOST_AT_ONCE):
        some = shown[start : start + _MOST_AT_ONCE]
        chart = _with_units(profile_words.personality_chart(some))
        said = profile_words.personality_sentences(some).splitlines()
        if len(everybody) > len(shown) == start + len(some):
            said.append(tr("{n} of {all} contestants are shown.", n=len(shown), all=number(len(everybody))))
        pictures.append(Picture(title=tr("Personality"), chart=chart if chart.rows else None, sentences=tuple(said)))
    return tuple(pictures)


def _with_units(chart: Chart) -> Chart:
    """A chart whose labels say what is counted in a hundred words; there is room for it here."""
    per_words = {each.label for each in DEFINITIONS.values() if each.unit is Unit.PER_100_WORDS}
    rows = (
        replace(row, label=tr("{measure}, in 100 words", measure=row.label)) if row.label in per_words else row
        for row in chart.rows
    )
    return replace(chart, rows=tuple(rows))


def _measures(pictures: Sequence[Picture]) -> tuple[tuple[str, str], ...]:
    """What the rows of the charts mean."""
    rows = [row for picture in pictures if picture.chart for row in picture.chart.rows]
    return tuple({row.label: row.tip for row in rows}.items())
