"""How far a learner has come in a lesson: a small value, and what each deed makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated

from msgspec import Meta

from lab.lessons.lesson import MOST_STEPS, Lesson, Predict, Question, Run
from lab.records import Side

_Id = Annotated[str, Meta(max_length=64)]
_Place = Annotated[int, Meta(ge=0, lt=MOST_STEPS)]
_Number = Annotated[int, Meta(ge=0, lt=100)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """The answers of one run, as the history has them."""

    comparisons: tuple[_Id, ...] = ()
    """One for each prompt, as far as they have been asked."""
    sides: tuple[Side, ...] = ()
    """Which side of each comparison the lesson's A stands on; chance decides it in a blind run."""
    session_id: _Id = ""
    """The conversation in the history that the comparisons are in."""
    blind: bool = False
    """True if the run hides who is who until its reveal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What one learner has done in one lesson."""

    step: _Place = 0
    """Where they are, from 0."""
    furthest: _Place = 0
    """How far they have been."""
    answers: Mapping[str, _Number] = field(default_factory=dict)
    """What was chosen in predictions and questions: the step's place, as text, to the choice's."""
    runs: Mapping[str, Asking] = field(default_factory=dict)
    """What was asked: the step's place, as text, to its answers."""
    opened: tuple[_Place, ...] = ()
    """The reveals that have been looked at."""
    done_utc: Annotated[str, Meta(max_length=40)] = ""
    """When the last step was left; empty until then."""

    def answer(self, place: int) -> int | None:
        """What was chosen in a step; None if nothing was yet."""
        return self.answers.get(str(place))

    def asking(self, place: int) -> Asking:
        """The answers of a run."""
        return self.runs.get(str(place), Asking())


def gone_to(progress: Progress, place: int) -> Progress:
    """The same at another step."""
    return replace(progress, step=place, furthest=max(progress.furthest, place))


def chosen(progress: Progress, place: int, choice: int) -> Progress:
    """The same with a choice; the first one of a prediction or a question stands."""
    if str(place) in progress.answers:
        return progress
    return replace(progress, answers={**progress.answers, str(place): choice})


def asking_anew(progress: Progress, lesson: Lesson, place: int) -> Progress:
    """The same before a run is asked, perhaps once more: its answers are still to come, so nothing is revealed."""
    runs = {key: value for key, value in progress.runs.items() if key != str(place)}
    opened = tuple(at for at in progress.opened if lesson.run_before(at) != place)
    return replace(progress, runs=runs, opened=opened)


def asked(progress: Progress, place: int, asking: Asking) -> Progress:
    """The same with answers of a run; those that it had are kept in the history."""
    return replace(progress, runs={**progress.runs, str(place): asking})


def looked(progress: Progress, place: int) -> Progress:
    """The same with a reveal that was looked at."""
    return replace(progress, opened=tuple(sorted({*progress.opened, place})))


def finished(progress: Progress, utc: str) -> Progress:
    """The same, done; the first time stands."""
    return progress if progress.done_utc else replace(progress, done_utc=utc)


def fitting(progress: Progress, lesson: Lesson) -> Progress:
    """What of it can still be meant when the lesson's file has been changed since."""
    last = len(lesson.steps) - 1
    answers, runs = {}, {}
    for place, step in enumerate(lesson.steps):
        choice, asking = progress.answer(place), progress.asking(place)
        if isinstance(step.act, Predict | Question) and choice is not None and choice < len(step.act.choices):
            answers[str(place)] = choice
        if isinstance(step.act, Run) and asking != Asking() and len(asking.sides) == len(asking.comparisons):
            runs[str(place)] = asking
    return Progress(
        step=min(progress.step, last),
        furthest=min(max(progress.step, progress.furthest), last),
        answers=answers,
        runs=runs,
        opened=tuple(place for place in progress.opened if place <= last),
        done_utc=progress.done_utc,
    )


def may_go_on(lesson: Lesson, progress: Progress) -> bool:
    """Whether the step has been done as far as it must be: a prediction is made before what it is about is seen."""
    act = lesson.steps[progress.step].act
    if isinstance(act, Predict | Question):
        return progress.answer(progress.step) is not None
    if isinstance(act, Run):
        return bool(progress.asking(progress.step).comparisons)
    return True


def is_hidden(lesson: Lesson, progress: Progress, run: int) -> bool:
    """True while it is hidden who is who in a run: until a reveal behind it was looked at."""
    act = lesson.steps[run].act
    if not isinstance(act, Run) or not act.blind:
        return False
    return not any(place > run and lesson.run_before(place) == run for place in progress.opened)


def hidden_sessions(progress: Progress) -> Iterator[str]:
    """The conversations in which it is still hidden who is who, told without the lesson's file.

    One comes to a later run's reveal only after that run was asked, so the last run that was asked before a reveal is
    the one that it reveals.
    """
    runs = {int(key): asking for key, asking in progress.runs.items() if key.isdecimal() and len(key) < 4}
    revealed = {max((run for run in runs if run < place), default=None) for place in progress.opened}
    for run, asking in runs.items():
        if asking.blind and asking.session_id and run not in revealed:
            yield asking.session_id
