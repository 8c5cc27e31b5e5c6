"""Carries a run out: asks what is missing, keeps each answer as it comes, and tells how far it is.

Each engine has a thread on which it answers. What comes is taken by the thread that called ``perform``, one thing after
the other, so what is counted here needs no lock; ``pause``, ``resume`` and ``stop`` may come from any thread.
"""

from __future__ import annotations

import contextlib
import queue
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum

from lab.errors import HistoryBusy, LabError
from lab.generation.batch_rows import (
    ModelLoading,
    ModelReady,
    Row,
    RowAnswered,
    RowFailed,
    RowProgress,
    RowStarted,
    RunEvent,
    WorkerRestarted,
)
from lab.generation.thread_budget import shares
from lab.language import tr
from lab.records import Side
from lab.runs.at_work import at_work
from lab.runs.lanes import Course, End, Lane
from lab.runs.missing import Kept, MissingRow
from lab.runs.pace import time_left_s
from lab.runs.plan import RunPlan
from lab.runs.progress import RunProgress, SideProgress
from lab.runs.reading import row_of
from lab.stamps import as_text, utc_now
from lab.storage import Store, runs
from lab.storage.runs import Answered

TELL_EVERY_S = 0.2
"""How often it is told how far a run is, at most."""
_KEEP_TRIES = 3


class _Wish(Enum):
    """What somebody wants on another thread, and whoever is told how far it is should hear of soon."""

    SHOW = "show"


class Performance:
    """One run, carried out once.

    Args:
        store: The history; writable.
        plan: What is asked.
        lanes: Who answers; every side is in one of them.
        in_turn: One lane after the other, so that only one model is loaded at a time.
        threads: The thread budget that lanes at work share.
        tell: Told how far it is, and at the end once more, on the thread that called ``perform``.
        tell_every_s: How often at most, in seconds.
        clock: Seconds, of any clock that only goes forward.
    """

    def __init__(
        self,
        store: Store,
        plan: RunPlan,
        lanes: Sequence[Lane],
        *,
        in_turn: bool,
        threads: int,
        tell: Callable[[RunProgress], None] = lambda _: None,
        tell_every_s: float = TELL_EVERY_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._plan = plan
        self._in_turn = in_turn
        self._threads = threads
        self._tell = tell
        self._tell_every_s = tell_every_s
        self._clock = clock
        self._courses = [Course(lane) for lane in lanes]
        self._events: queue.SimpleQueue[tuple[Course, RunEvent | End] | _Wish] = queue.SimpleQueue()
        self._stopped = threading.Event()
        self._paused = threading.Event()
        self._kept = Kept(plan, ())
        self._never_asked: dict[Side, int] = {}
        self._asked: dict[int, MissingRow] = {}
        self._begun: dict[tuple[int, int], str] = {}
        self._writing: dict[int, MissingRow] = {}
        self._told = 0.0
        self._latest = ""
        self._restarts = 0

    def pause(self) -> None:
        """Rest until ``resume``."""
        self._paused.set()
        for course in self._courses:
            course.pace.rest(self._clock())
            course.lane.engine.pause()
        self._events.put(_Wish.SHOW)

    def resume(self) -> None:
        """Go on."""
        self._paused.clear()
        for course in self._courses:
            course.pace.go_on(self._clock())
            course.lane.engine.resume()
        self._events.put(_Wish.SHOW)

    def stop(self) -> None:
        """End soon; what is kept stays kept, and the run can be carried on later."""
        self._stopped.set()
        for course in self._courses:
            course.lane.engine.stop()
        self._events.put(_Wish.SHOW)

    def perform(self) -> RunProgress:
        """Ask all that is missing, and wait for it.

        Returns:
            How far it came.

        Raises:
            NotInHistory: The run has been deleted.
            LabError: Somebody else is at it, a model can't be loaded, or an answer could not be kept. What is kept
                stays kept.
        """
        with at_work(self._plan.run.id):
            return self._perform()

    def _perform(self) -> RunProgress:
        self._store.write(runs.claim, self._plan.run.id, left_by_this_process=True).result()
        finished = False
        try:
            self._kept = Kept(self._plan, self._store.read(runs.places, self._plan.run.id).result())
            self._never_asked = {side: self._kept.never_asked(side) for side in Side}
            self._go()
            finished = not self._left_of_all()
        finally:
            self._end_all()
            # If not even this can be written, the next one who is at it in this process knows better.
            with contextlib.suppress(LabError):
                self._store.write(runs.release, self._plan.run.id, finished=finished).result()
        for course in self._courses:
            if course.error is not None:
                raise course.error
        return self.progress()

    def progress(self) -> RunProgress:
        """How far it is. While it is carried out, only the thread that called ``perform`` may ask."""
        return RunProgress(
            sides={
                side: SideProgress(
                    planned=self._plan.answers_of_a_side,
                    done=self._kept.answers[side],
                    failed=self._kept.failed[side],
                    never_asked=self._never_asked.get(side, 0),
                    writing=sum(asked.row.side is side for asked in self._writing.values()),
                )
                for side in Side
            },
            left_s=time_left_s(
                [(course.pace, self._left_of(course)) for course in self._courses], in_turn=self._in_turn
            ),
            paused=self._paused.is_set(),
            doing="; ".join(course.doing for course in self._courses if course.doing),
            latest=self._latest,
            restarts=self._restarts,
        )

    def _go(self) -> None:
        waiting = [course for course in self._courses if self._left_of(course)]
        running: list[Course] = []
        while waiting or running:
            while waiting and not self._stopped.is_set() and not (self._in_turn and running):
                course = waiting.pop(0)
                course.start(self._rows(course.lane), self._events.put, self._stopped)
                running.append(course)
                self._share_threads(running)
            if not running:
                break
            taken = self._events.get()
            if isinstance(taken, _Wish):
                self._tell(self.progress())
                continue
            course, event = taken
            if isinstance(event, End):
                running.remove(course)
                self._take_end(course, event)
                self._share_threads(running)
            else:
                self._take(course, event)
            self._tell_now_and_then()
        self._tell(self.progress())

    def _rows(self, lane: Lane) -> Iterator[Row]:
        """The rows of a lane, made as the engine asks for them; on the lane's thread."""
        for each in self._kept.missing():
            if each.row.side in lane.sides:
                self._asked[each.row.number] = each
                yield row_of(self._store, each)

    def _take(self, course: Course, event: RunEvent) -> None:
        match event:
            case ModelLoading():
                course.doing = tr(
                    "Loading {name}, {percent} %", name=self._name(course), percent=round(100 * event.fraction)
                )
            case ModelReady():
                course.made_by = event.engine
                course.doing = tr("{name} answers", name=self._name(course))
                course.pace.begin(self._clock())
            case RowStarted():
                self._begun[event.row.number, event.place] = as_text(utc_now())
                self._writing[event.row.number] = self._asked[event.row.number]
            case RowProgress():
                self._latest = event.text
            case RowAnswered():
                self._latest = event.response.text
                self._keep(course, event)
                course.pace.answered(self._clock())
            case RowFailed():
                self._keep(course, event)
                course.pace.answered(self._clock())
            case WorkerRestarted():
                self._restarts += 1
                course.doing = tr("Starting {name} again", name=self._name(course))

    def _take_end(self, course: Course, end: End) -> None:
        course.doing = ""
        self._writing = {
            number: asked for number, asked in self._writing.items() if asked.row.side not in course.lane.sides
        }
        if isinstance(end.error, LabError):
            course.error = end.error
        elif end.error is not None:
            raise end.error

    def _keep(self, course: Course, event: RowAnswered | RowFailed) -> None:
        asked = self._asked[event.row.number]
        row, place = asked.row, asked.begins + event.place
        response, problem, over = None, "", True
        match event:
            case RowAnswered():
                response, over = event.response, event.last
            case RowFailed():
                problem = event.error.message
        answered = Answered(
            in_run=self._plan.place(row),
            session_id=self._plan.run.session_id,
            comparison_id=self._plan.comparison_id(row, place),
            parent_id=self._plan.comparison_id(row, place - 1) if place else None,
            prompt=row.prompts[place],
            side=row.side,
            answer_id=self._plan.answer_id(row, place),
            contestant=row.contestant,
            response=response,
            problem=problem,
            engine=course.made_by,
            begun_utc=self._begun.pop((event.row.number, event.place), as_text(utc_now())),
        )
        self._write(answered)
        self._writing.pop(row.number, None)
        self._kept.answers[row.side] += 1
        if problem:
            self._kept.failed[row.side] += 1
            self._never_asked[row.side] += len(row.prompts) - place - 1
        if over:
            del self._asked[event.row.number]

    def _write(self, answered: Answered) -> None:
        for attempt in range(_KEEP_TRIES):
            try:
                self._store.write(runs.keep_answer, answered).result()
            except HistoryBusy:
                # Somebody imports or makes a backup; each try waits for a while already.
                if attempt == _KEEP_TRIES - 1:
                    raise
            else:
                return

    def _left_of(self, course: Course) -> int:
        return sum(
            self._plan.answers_of_a_side - self._kept.answers[side] - self._never_asked.get(side, 0)
            for side in course.lane.sides
        )

    def _left_of_all(self) -> int:
        return sum(self._left_of(course) for course in self._courses)

    def _share_threads(self, running: Sequence[Course]) -> None:
        for place, threads in shares(self._threads, range(len(running))).items():
            running[place].lane.engine.set_threads(threads)

    def _tell_now_and_then(self) -> None:
        now = self._clock()
        if now - self._told >= self._tell_every_s:
            self._told = now
            self._tell(self.progress())

    def _end_all(self) -> None:
        """Whatever happened, leave no thread and no process."""
        for course in self._courses:
            if course.thread is not None:
                course.lane.engine.stop()
        for course in self._courses:
            if course.thread is not None:
                course.thread.join()

    def _name(self, course: Course) -> str:
        players: Mapping[Side, str] = {Side.A: self._plan.run.a.model.name, Side.B: self._plan.run.b.model.name}
        return players[min(course.lane.sides)]
