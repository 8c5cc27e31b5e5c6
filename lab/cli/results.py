"""``counterpoint results``: who is better by the votes that were cast, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from lab.cli import history_file
from lab.cli.exchange_progress import progress_bar
from lab.cli.output import console, print_json, visible
from lab.words import KIND_BADGES

if TYPE_CHECKING:  # brings scipy, which takes a second: only who asks for results waits for it
    from lab.ratings.standings import Standing
    from lab.ratings.style_control import StyleControl
    from lab.results.ballots import Ballots
    from lab.results.measures import Measures
    from lab.results.question import Question
    from lab.results.ranking import Ranking
    from lab.results.taste import RaterTaste
    from lab.storage import Store

_NO_VOTES = "There are no votes yet. See what was compared: counterpoint history. Vote: counterpoint vote ID a"


class By(StrEnum):
    """What each gets a ranking of its own."""

    ASPECT = "aspect"
    TAG = "tag"
    SUITE = "suite"
    RATER = "rater"


def results(
    by: Annotated[By | None, typer.Option(help="A ranking for each aspect, tag, suite or rater.")] = None,
    style_control: Annotated[
        bool,
        typer.Option(
            "--style-control",
            help="Also with length, headings, lists and bold held equal, and what sways each rater.",
        ),
    ] = False,
    blind: Annotated[bool, typer.Option("--blind", help="Only votes that were cast blind.")] = False,
    suite: Annotated[
        str | None, typer.Option(metavar="ID", help="Only what this suite asked; see counterpoint runs list.")
    ] = None,
    models: Annotated[
        bool, typer.Option("--models", help="Take all framings and settings of a model for one contestant.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Rank what was compared by the votes: Bradley-Terry ratings with 95 % intervals.

    1000 is an average contestant; 400 points more win ten times as often. What is in the trash stays out.
    """
    if not history_file.is_there():
        print_json({"groups": [], "agreement": None}) if json else console.print(_NO_VOTES, soft_wrap=True)
        return
    from lab.results.ballots import gather
    from lab.results.progress import Progress
    from lab.results.question import Question
    from lab.results.taste import agreement

    with history_file.opened() as store:
        with progress_bar("Reading votes", hidden=json) as bar:

            def report(progress: Progress) -> None:
                bar(progress.done, progress.total)

            ballots = gather(store, report)
        measures = _measures(store, ballots, hidden=json) if style_control and ballots.battles.battles else None
    asked = Question(blind=blind, fold_to_models=models, suite=suite)
    groups = [_Group(name, ballots, question, measures) for name, question in _questions(ballots, asked, by)]
    between = agreement(ballots, asked) if len(ballots.raters) > 1 else None
    if json:
        said = {"alpha": between.alpha, "units": between.units, "sentence": between.sentence} if between else None
        print_json({"groups": [each.as_json() for each in groups], "agreement": said})
    elif not ballots.battles.battles:
        console.print(_NO_VOTES, soft_wrap=True)
    else:
        for each in groups:
            each.print()
        if between:
            console.print(Text(between.sentence, style="dim"), soft_wrap=True)


class _Group:
    """One ranking, with style control if there are measures."""

    def __init__(self, name: str | None, ballots: Ballots, question: Question, measures: Measures | None) -> None:
        from lab.results.ranking import rank
        from lab.results.taste import style_control, tastes

        self._name = name
        self._ranking = rank(ballots, question)
        self._style = style_control(ballots, question, measures) if measures is not None else None
        self._tastes = tastes(ballots, question, measures) if measures is not None else ()

    def as_json(self) -> dict[str, Any]:
        """Everything."""
        from lab.cli import results_json

        said = {"group": self._name, **results_json.ranking(self._ranking)}
        if self._style is not None:
            said["style_control"] = results_json.style(self._style)
            said["tastes"] = [results_json.taste(each) for each in self._tastes]
        return said

    def print(self) -> None:
        """Tables and sentences."""
        if self._name is not None:
            console.print(Text(visible(self._name) or "whole answers", style="bold"))
        if not self._ranking.votes:
            console.print(Text("No vote is like that."), soft_wrap=True)
            return
        console.print(_table(self._ranking, self._style))
        for notice in (*self._ranking.notices, *self._ranking.unseparated):
            console.print(Text(visible(notice), style="yellow"), soft_wrap=True)
        if self._style is not None:
            _print_style(self._style)
        for taste in self._tastes:
            _print_taste(taste)
        console.print()


def _questions(ballots: Ballots, asked: Question, by: By | None) -> Iterator[tuple[str | None, Question]]:
    match by:
        case None:
            yield None, asked
        case By.ASPECT:
            yield "", asked
            yield from ((aspect, replace(asked, aspect=aspect)) for aspect in ballots.aspects)
        case By.TAG:
            yield from ((tag, replace(asked, tag=tag)) for tag in ballots.tags)
        case By.SUITE:
            yield from ((suite, replace(asked, suite=suite)) for suite in ballots.suites)
        case By.RATER:
            yield from ((rater, replace(asked, rater=rater)) for rater in ballots.raters)


def _measures(store: Store, ballots: Ballots, *, hidden: bool) -> Measures:
    """The measures of the answers that were voted on; what has none yet is measured now, and kept."""
    from lab.results import measures
    from lab.results.progress import Progress

    voted = {answer for battle in ballots.battles.battles for answer in (battle.answer_a, battle.answer_b)}
    measured = measures.read(store)
    missing = [answer_id for answer_id in measured.missing if answer_id in voted]
    if not missing or not store.writable:
        return measured.measures
    with progress_bar("Measuring answers", hidden=hidden) as bar:

        def report(progress: Progress) -> None:
            bar(progress.done, progress.total)

        measures.fill(store, missing, report)
    return measures.read(store).measures


def _table(ranking: Ranking, style: StyleControl | None) -> Table:
    table = Table(box=None, header_style="dim", pad_edge=False)
    table.add_column("#", justify="right", no_wrap=True)
    table.add_column("Contestant", overflow="fold")
    heads = ["Kind", "Rating", "95 % interval", "Win rate", "Votes"]
    for name in [*heads, "Style held equal"] if style else heads:
        table.add_column(name, justify="left" if name == "Kind" else "right", no_wrap=True)
    controlled = {shift.contestant: shift.controlled for shift in style.shifts} if style else {}
    for each in ranking.ratings.standings:
        cells = [
            str(each.rank),
            visible(ranking.names[each.contestant]),
            KIND_BADGES[ranking.contestants[each.contestant].kind],
            f"{each.rating:.0f}",
            _interval(each),
            f"{each.score:.0%}" if each.score is not None else "–",
            f"{each.counted:,}",
        ]
        if style:
            other = controlled.get(each.contestant)
            cells.append(f"{other.rating:.0f} ({_interval(other)})" if other else "–")
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _interval(standing: Standing) -> str:
    if standing.low is None or standing.high is None:
        return "–"
    return f"{standing.low:.0f} to {standing.high:.0f}"


def _print_style(style: StyleControl) -> None:
    from lab.results.taste import effect_sentence

    for effect in style.effects:
        console.print(Text(effect_sentence(effect), style="dim"), soft_wrap=True)


def _print_taste(taste: RaterTaste) -> None:
    from lab.ratings.sways import Verdict
    from lab.results import words

    console.print(Text(f"What sways {'you' if taste.who == 'You' else visible(taste.who)}", style="bold"))
    for sway, sentence in zip(taste.sways, taste.sentences, strict=True):
        if sway.verdict is not Verdict.TOO_FEW:
            console.print(Text(visible(sentence)), soft_wrap=True)
    if too_few := words.too_few_sentence(taste):
        console.print(Text(too_few, style="dim"), soft_wrap=True)
    console.print(Text(taste.again.sentence, style="dim"), soft_wrap=True)
