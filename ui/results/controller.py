"""Runs the results page: has everything worked out on threads, and shows only what is still wanted."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from lab.errors import LabError
from lab.language import tr
from lab.storage.store import Store
from lab.storage.work import Area, Change
from ui.deliveries import Deliveries
from ui.models.hub_asker import Asker
from ui.results.freshness import Freshness
from ui.results.page import ResultsPage
from ui.results.shown import Emptiness, ExampleShown, Secret

if TYPE_CHECKING:  # brings scipy, which takes a second: imported on the thread
    from lab.results.progress import Progress
    from ui.results.questions import Detailed, Ranked

_CHANGES_REST_MS = 500
_WORK_SHOWN_AFTER_S = 0.4
"""What is over sooner needs no bar, which would only flicker."""
_FIRST_MEASURED = 200
"""So many answers are measured before their results are shown the first time; then twice as many, and so on."""
_RANKING, _PLOTS, _DETAILS, _EXAMPLES, _MEASURING = "ranking", "plots", "details", "examples", "measuring"


class ResultsController(QObject):
    """Nothing begins before the page is seen. A new question stops what is under way for the one before.

    Args:
        page: The page.
        store: The history; it must outlive the controller, or another be attached before it is closed.
        secret: Why nothing may be shown now; None if all may.
        parent: Owns it.
    """

    def __init__(
        self,
        page: ResultsPage,
        store: Store,
        secret: Callable[[], Secret | None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._secret = secret
        self._page = page
        self._store = store
        self._deliveries = Deliveries(self)
        self._asker = Asker("results", self)
        self._measurer = Asker("measuring", self)
        self._to_explain = ""
        """The measure that the user wants examples of; empty if they are shown."""
        self._stop = threading.Event()
        self._stop_measuring = threading.Event()
        self._votes, self._measures = Freshness(), Freshness()
        self._ranked: Ranked | None = None
        self._detailed: Detailed | None = None
        self._measure_next = _FIRST_MEASURED
        self._may_measure = True
        self._pair = ("", "")
        self._is_secret = self._has_asked_for_plots = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_CHANGES_REST_MS)
        self._soon.timeout.connect(self.refresh)
        self._begun = time.monotonic()
        self._work_soon = QTimer(self)
        self._work_soon.setSingleShot(True)
        self._work_soon.setInterval(round(1000 * _WORK_SHOWN_AFTER_S))
        self._work_soon.timeout.connect(lambda: page.work.say(tr("Looking at the answers …")))
        page.coming.connect(self._keeps_secret)
        page.shown.connect(self._seen)
        page.hidden.connect(self._unseen)
        page.again_asked.connect(self._again)
        page.header.changed.connect(self.refresh)
        page.standings.method_chosen.connect(self.refresh)
        page.work.stop_asked.connect(self._user_stops)
        page.personality.pair_chosen.connect(self._choose_pair)
        page.personality.row_pressed.connect(self._ask_examples)
        self.attach(store)

    def attach(self, store: Store) -> None:
        """Look into this history from now on."""
        self._store = store
        self._votes.changed()
        self._measures.changed()
        store.subscribe(lambda change: self._deliveries.call(partial(self._changed, store, change)))
        if self._page.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Work out what the user asks about."""
        if self._keeps_secret():
            return
        self._page.header.allow_export(True)
        self._cancel()
        from ui.results import questions_door

        stopped = self._stop.is_set
        known = None if self._votes.is_stale or self._ranked is None else self._ranked.ballots
        question = replace(self._page.header.question(), method=self._page.standings.method())
        if self._ranked is None:
            self._page.show_waiting()
        ask = partial(questions_door.ranked, self._store, known, question, self._report(self._stop), stopped)
        self._asker.ask(_RANKING, ask, partial(self._show_ranking, self._votes.now), self._no_ranking)

    def close_down(self) -> None:
        """Stop what is under way; nobody waits for it."""
        self._cancel()
        self._soon.stop()
        self._asker.close_down()
        self._measurer.close_down()

    @property
    def busy(self) -> bool:
        """Whether something is being worked out."""
        asked = (_RANKING, _PLOTS, _DETAILS, _EXAMPLES)
        return any(map(self._asker.waits_for, asked)) or self._measurer.waits_for(_MEASURING)

    def _keeps_secret(self) -> bool:
        """Show nothing while it would tell who is who; what is under way for the page stops."""
        secret = self._secret()
        if secret is not None:
            self._cancel()
            self._is_secret = True
            self._page.show_secret(secret)
        return secret is not None

    def _seen(self) -> None:
        if self._keeps_secret():
            return
        if self._is_secret:  # what is shown again may have stopped halfway
            self._is_secret = False
            self._measures.changed()
        if self._votes.is_stale or self._measures.is_stale or self._ranked is None:
            self.refresh()
        else:
            self._go_on_measuring()

    def _unseen(self) -> None:
        self._soon.stop()
        self._stop_measuring.set()

    def _again(self) -> None:
        self._votes.changed()
        self._measures.changed()
        self._may_measure = True
        self.refresh()

    def _changed(self, store: Store, change: Change) -> None:
        if store is not self._store:
            return
        if change.areas & {Area.ANSWERS, Area.SESSIONS, Area.COMPARISONS}:
            self._measures.changed()
        if change.areas & {Area.VOTES, Area.SESSIONS, Area.COMPARISONS}:
            self._votes.changed()
            # An answer that streams says so twice a second, and changes no vote: that waits for the next look.
            if self._page.isVisible() and not self._soon.isActive():
                self._soon.start()

    def _cancel(self) -> None:
        self._stop.set()
        self._stop_measuring.set()
        for subject in (_RANKING, _DETAILS, _EXAMPLES):
            self._asker.forget(subject)
        self._measurer.forget(_MEASURING)
        self._stop, self._stop_measuring = threading.Event(), threading.Event()
        self._begun = time.monotonic()
        self._nothing_works()

    def _user_stops(self) -> None:
        self._may_measure = False
        nothing_yet = self._ranked is None
        self._cancel()
        if nothing_yet:
            self._page.show_stopped()
        else:
            self._page.message.say(tr("Stopped. Press F5 to go on."))

    def _report(self, event: threading.Event) -> Any:
        """Tells the page how far the work of one question is, while it is still wanted."""

        def report(progress: Progress) -> None:
            if not event.is_set():
                self._deliveries.call(partial(self._show_progress, event, progress))

        return report

    def _show_progress(self, event: threading.Event, progress: Progress) -> None:
        if event.is_set() or event not in (self._stop, self._stop_measuring):
            return
        if progress.done < progress.total and time.monotonic() - self._begun > _WORK_SHOWN_AFTER_S:
            self._page.work.say(progress.sentence, progress.done, progress.total)

    def _nothing_works(self) -> None:
        self._work_soon.stop()
        self._page.end_work(self._page.work)

    def _show_ranking(self, as_of: int, ranked: Ranked | None) -> None:
        if ranked is None:
            return
        self._ranked = ranked
        self._votes.read(as_of)
        self._page.show_ranking(ranked.shown)
        self._nothing_works()
        if ranked.shown.emptiness is Emptiness.NO_VOTES:
            return
        if not self._has_asked_for_plots:
            self._has_asked_for_plots = True
            self._page.show_details_wait()
            self._asker.ask(
                _PLOTS,
                partial(import_module, "ui.results.interval_plot"),
                lambda _module: self._page.allow_plots(),
                self._page.message.complain,
            )
        self._ask_details()

    def _ask_details(self) -> None:
        from ui.results import questions

        assert self._ranked is not None
        known = None if self._measures.is_stale or self._detailed is None else self._detailed.measured
        ask = partial(questions.detailed, self._store, known, self._ranked, self._report(self._stop), self._stop.is_set)
        self._work_soon.start()
        self._asker.ask(_DETAILS, ask, partial(self._show_details, self._measures.now), self._no_details)

    def _show_details(self, as_of: int, detailed: Detailed | None) -> None:
        if detailed is None:
            return
        self._detailed = detailed
        self._measures.read(as_of)
        self._nothing_works()
        self._page.show_details(detailed.shown)
        people = [(each.contestant.id, each.name) for each in detailed.personalities]
        kinds = [each.contestant.kind for each in detailed.personalities]
        # What training did is the question, so a base model stands beside a chat model if there are both.
        unlike = next((id_ for (id_, _), kind in zip(people, kinds, strict=True) if kind is not kinds[0]), "")
        self._pair = self._page.personality.offer(people, unlike)
        self._show_profile()
        self._explain()
        self._go_on_measuring()

    def _no_ranking(self, error: LabError) -> None:
        self._nothing_works()
        self._page.show_failure(error)

    def _no_details(self, error: LabError) -> None:
        self._nothing_works()
        self._page.message.complain(error)

    def _choose_pair(self, first: str, second: str) -> None:
        self._pair, self._to_explain = (first, second), ""
        self._asker.forget(_EXAMPLES)
        self._show_profile()

    def _shown_people(self) -> list[Any]:
        assert self._detailed is not None
        by_id = {each.contestant.id: each for each in self._detailed.personalities}
        return [by_id[each] for each in dict.fromkeys(self._pair) if each in by_id]

    def _show_profile(self) -> None:
        from ui.results import questions

        if self._detailed is not None:
            self._page.personality.show_profile(questions.profile_shown(self._shown_people()))

    def _ask_examples(self, row: int) -> None:
        from ui.results import questions

        chart = self._page.personality.chart
        if chart is not None:
            self._to_explain = questions.measure_in_row(chart, row)
            self._explain()

    def _explain(self) -> None:
        """Look for examples of the measure that was asked for; again, if more became known before they were found."""
        from lab.analysis import DEFINITIONS
        from ui.results import questions

        if not self._to_explain or self._ranked is None or self._detailed is None:
            return
        definition = DEFINITIONS[self._to_explain]
        ask = partial(
            questions.examples_shown,
            self._store,
            self._ranked,
            self._detailed.measured,
            self._shown_people(),
            definition.name,
            self._stop.is_set,
        )

        def show(found: list[ExampleShown] | None) -> None:
            if found is not None:
                self._to_explain = ""
                self._page.personality.show_examples(definition.label, definition.explanation, found)

        self._asker.ask(_EXAMPLES, ask, show, self._page.message.complain)

    def _go_on_measuring(self) -> None:
        """Measure what has no measures yet, a growing number at a time, so that results come soon and not too often."""
        from ui.results import questions

        if self._detailed is None or self._ranked is None or not self._may_measure or not self._store.writable:
            return
        if self._measurer.waits_for(_MEASURING) or not self._detailed.measured.missing:
            return
        self._stop_measuring = threading.Event()
        self._begun = time.monotonic()
        wanted = questions.to_measure(self._ranked, self._detailed.measured)[: self._measure_next]
        ask = partial(
            questions.measure,
            self._store,
            self._detailed.measured,
            wanted,
            self._report(self._stop_measuring),
            self._stop_measuring.is_set,
        )
        self._measurer.ask(_MEASURING, ask, self._was_measured, self._could_not_measure)

    def _was_measured(self, number: int) -> None:
        self._nothing_works()
        if number:
            self._measures.changed()
        if self._stop_measuring.is_set() or not number:
            return
        self._measure_next *= 2
        self._ask_details()

    def _could_not_measure(self, error: LabError) -> None:
        self._may_measure = False
        self._nothing_works()
        self._page.message.complain(error)
