"""What is worked out on the thread: imported there, since it brings scipy, which takes a second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lab.analysis import DEFINITIONS
from lab.language import counted, tr
from lab.preferences import shown as in_words
from lab.ratings.standings import NOTHING_TO_RANK
from lab.results import ballots, examples, measures, personality, profile_words, ranking, taste, words
from lab.results.ballots import Ballots
from lab.results.chart import Chart
from lab.results.measures import Measured
from lab.results.personality import Personality
from lab.results.progress import GaveUp, Progress, Report, Stopped
from lab.results.question import Question
from lab.results.ranking import Ranking
from lab.storage import Store
from lab.storage.votes import ME
from lab.visible import visible
from ui.results import rating_words
from ui.results.shown import ChartShown, Choices, DetailsShown, Emptiness, ExampleShown, RankingShown

_MOST_CHARACTERS = 700
"""Of an example: enough to see what is meant."""
_MOST_ROWS = 30
"""A larger matrix can't be read, and who is not among the best is in the standings."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ranked:
    """The votes with the ranking that was asked for."""

    ballots: Ballots
    ranking: Ranking
    shown: RankingShown


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Detailed:
    """What the measures say."""

    measured: Measured
    personalities: tuple[Personality, ...]
    shown: DetailsShown


def ranked(store: Store, known: Ballots | None, question: Question, report: Report, stopped: Stopped) -> Ranked | None:
    """Read the votes, unless they are known, and rank; None if it was stopped."""
    try:
        votes = known or ballots.gather(store, report, stopped)
        found = ranking.rank(votes, question, report, stopped)
    except GaveUp:
        return None
    return Ranked(ballots=votes, ranking=found, shown=_ranking_shown(votes, found))


def detailed(store: Store, known: Measured | None, given: Ranked, report: Report, stopped: Stopped) -> Detailed | None:
    """Read the measures, unless they are known, and look at the votes with them; None if it was stopped."""
    question = given.ranking.question
    try:
        measured = known or measures.read(store, report, stopped)
        people = personality.personalities(given.ballots, question, measured)
        sways_title, sways = _sways(given, question, measured)
    except GaveUp:
        return None
    return Detailed(
        measured=measured,
        personalities=people,
        shown=DetailsShown(
            sways_title=sways_title,
            sways=sways,
            style=_style(given, question, measured),
            measured=len(measured.measures),
            missing=len(measured.missing),
        ),
    )


def to_measure(given: Ranked, measured: Measured) -> list[str]:
    """Which answers have no measures yet: first those that were voted on."""
    voted = {answer for battle in given.ballots.battles.battles for answer in (battle.answer_a, battle.answer_b)}
    return sorted(measured.missing, key=lambda answer_id: answer_id not in voted)


def measure(store: Store, measured: Measured, answer_ids: Sequence[str], report: Report, stopped: Stopped) -> int:
    """Measure some of the answers that have no measures yet; it is told how far that is of all."""
    before = len(measured.measures)
    total = before + len(measured.missing)

    def tell(progress: Progress) -> None:
        report(replace(progress, done=before + progress.done, total=total))

    return measures.fill(store, answer_ids, tell, stopped)


def profile_shown(shown: Sequence[Personality]) -> ChartShown:
    """Some contestants side by side; made in the window, when everything is known."""
    if not any(each.means or each.preferred for each in shown):
        return ChartShown(chart=None, notice=tr("None of these answers is measured yet."))
    return ChartShown(
        chart=profile_words.personality_chart(shown),
        second=tr("average over all answers in the history, with 95 % intervals"),
        foot=profile_words.personality_sentences(shown, in_words),
    )


def measure_in_row(chart: Chart, row: int) -> str:
    """The name of the measure in a row of the personality's chart."""
    label = chart.rows[row].label
    return next(name for name, definition in DEFINITIONS.items() if definition.label == label)


def examples_shown(
    store: Store,
    given: Ranked,
    measured: Measured,
    shown: Sequence[Personality],
    measure_name: str,
    stopped: Stopped,
) -> list[ExampleShown] | None:
    """A typical answer of each; None if it was stopped."""
    found = []
    unit = DEFINITIONS[measure_name].unit
    for each in shown:
        try:
            example = examples.example_of(
                store,
                given.ballots,
                measured,
                each.contestant.id,
                measure_name,
                fold_to_models=given.ranking.question.fold_to_models,
                stopped=stopped,
            )
        except GaveUp:
            return None
        name = visible(each.name)
        if example is None:
            found.append(
                ExampleShown(heading=tr("{name}: no answer can be measured so.", name=name), prompt="", text="")
            )
            continue
        value, mean = profile_words.value_words(example.value, unit), profile_words.amount(example.mean, unit)
        heading = tr("{name}: {value}; on average {mean}.", name=name, value=value, mean=mean)
        text = visible(example.text[:_MOST_CHARACTERS])
        found.append(
            ExampleShown(
                heading=f"{heading} {example.note}".strip(),
                prompt=visible(example.prompt[:_MOST_CHARACTERS]),
                text=text + (" …" if len(example.text) > _MOST_CHARACTERS else "") or tr("(an empty answer)"),
            )
        )
    return found


def _ranking_shown(votes: Ballots, found: Ranking) -> RankingShown:
    emptiness = None
    if not found.votes:
        emptiness = Emptiness.NONE_LIKE_THAT if votes.battles.battles else Emptiness.NO_VOTES
    return RankingShown(
        emptiness=emptiness,
        facts=words.facts(found),
        choices=Choices(
            raters=tuple((each, words.rater(each)) for each in votes.raters),
            tags=tuple((each, visible(each)) for each in votes.tags),
            aspects=tuple((each, visible(in_words(each))) for each in votes.aspects),
        ),
        rows=tuple(rating_words.standings_rows(found)),
        chart=rating_words.standings_chart(found),
        method=rating_words.method_sentence(found),
        notices=(*found.notices, *found.unseparated),
        duels=rating_words.duels(found, _MOST_ROWS),
    )


def _style(given: Ranked, question: Question, measured: Measured) -> ChartShown:
    if len(given.ranking.contestants) < 2:
        return ChartShown(chart=None, notice=NOTHING_TO_RANK)
    control = taste.style_control(given.ballots, question, measured.measures)
    if not control.shifts:
        return ChartShown(
            chart=None, notice=_no_measures(measured, tr("None of these votes is on measured answers yet."))
        )
    return ChartShown(
        chart=words.style_chart(control, given.ranking, _MOST_ROWS),
        second=tr("how the ranking changes if length, headings, lists and bold are held equal"),
        foot=words.style_sentences(control, _MOST_ROWS),
    )


def _sways(given: Ranked, question: Question, measured: Measured) -> tuple[str, ChartShown]:
    voted = taste.raters(given.ballots, question)
    if not voted:
        return words.sways_title(), ChartShown(chart=None, notice=tr("There are no votes to look at."))
    whose = question.rater or (ME if ME in voted else voted[0])
    found = taste.taste_of(given.ballots, replace(question, rater=None), measured.measures, whose)
    between = ""
    if len(given.ballots.raters) > 1:
        between = taste.agreement(given.ballots, question).sentence
    chart = words.sways_chart(found)
    second = counted(
        found.votes,
        tr("how often the answer with more of it was picked, {n} vote"),
        tr("how often the answer with more of it was picked, {n} votes"),
    )
    return chart.name, ChartShown(chart=chart, second=second, foot=words.sways_sentences(found, between))


def _no_measures(measured: Measured, otherwise: str) -> str:
    return tr("The answers are still to be measured.") if measured.missing else otherwise
