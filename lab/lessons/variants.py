"""One lesson in several languages: the same steps in other words, so that progress and votes are shared.

The words of a language stand in a folder that is called like it, in a file of the same name: ``fr/my-lesson.md`` beside
``my-lesson.md``.
"""

from __future__ import annotations

import re
from pathlib import Path

from lab.language import tr
from lab.lessons.faults import BadLesson
from lab.lessons.lesson import Act, Ballot, Lesson, Predict, Question
from lab.lessons.reading import read_lesson
from lab.lessons.words import kind_of

_LANGUAGE = re.compile(r"[a-z]{2}")


def told_differently(lesson: Lesson, variant: Lesson) -> str:
    """What else than the words is other in a variant of a lesson, as a sentence; empty if nothing is."""
    if variant.id != lesson.id:
        return tr("its id is {other}, not {id}", other=variant.id, id=lesson.id)
    for number, (step, other) in enumerate(zip(lesson.steps, variant.steps, strict=False), 1):
        if (kind := kind_of(step)) != kind_of(other):
            return tr("step {n} is “{other}”, not “{kind}”", n=number, other=kind_of(other), kind=kind)
        if _skeleton(step.act) != _skeleton(other.act):
            return tr("in step {n}, “{kind}” differs in more than words", n=number, kind=kind)
    if len(variant.steps) != len(lesson.steps):
        return tr("it has {n} steps, not {wanted}", n=len(variant.steps), wanted=len(lesson.steps))
    return ""


def read_variant(lesson: Lesson, path: Path) -> Lesson:
    """Read the same lesson in other words.

    Raises:
        BadLesson: The file can't be used, or differs in more than words.
    """
    name = f"{path.resolve().parent.name}/{path.name}"
    try:
        variant = read_lesson(path)
    except BadLesson as error:
        raise BadLesson(error.message.replace(path.name, name, 1), error.hint) from error
    if said := told_differently(lesson, variant):
        raise BadLesson(
            tr("{file} is not {other} in other words: {difference}.", file=name, other=path.name, difference=said),
            tr("Only the words may differ: titles, texts, questions and choices."),
        )
    return variant


def original_of(path: Path) -> Path | None:
    """The file that a file says in other words; None if it is no variant."""
    path = path.resolve()
    original = path.parent.parent / path.name
    return original if _LANGUAGE.fullmatch(path.parent.name) and original.is_file() else None


def _skeleton(act: Act | None) -> object:
    """What is the same in all languages."""
    match act:
        case Predict():
            return len(act.choices)
        case Ballot():
            return act.about
        case Question():
            return [choice.right for choice in act.choices]
        case _:  # what is asked stays as it is: votes on other prompts would be other votes
            return act
