"""What a lesson tells the learner of what they did: sentences, without a widget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from lab.lessons.lesson import Act, Ballot, Lesson, Matter, Predict, Question, Run
from lab.lessons.progress import Progress
from lab.records import Comparison, Contestant, Side, VoteChoice
from ui.compare import words
from ui.lessons.ballots import Said
from ui.lessons.pair_view import Pair


def hint_of(act: Act | None) -> str:
    """What is to be done before one can go on; empty if nothing is."""
    if isinstance(act, Predict):
        return QCoreApplication.translate("Lessons", "Make your guess first: it is kept.")
    if isinstance(act, Question):
        return QCoreApplication.translate("Lessons", "Choose an answer first.")
    if isinstance(act, Ballot):
        return QCoreApplication.translate("Lessons", "Vote on each pair first.")
    if isinstance(act, Run):
        return QCoreApplication.translate("Lessons", "Run this first.")
    return ""


def closed_words() -> str:
    """Why one can't vote on a pair."""
    return QCoreApplication.translate("Lessons", "You know now who was who, so these votes are closed.")


def is_complete(about: Matter, said: Said) -> bool:
    """Whether all was said about a pair that is asked for."""
    if about is Matter.BETTER:
        return said.choice is not None
    return all(said.correct.get(side) is not None for side in Side)


def voting_of(about: Matter, said: Sequence[Said]) -> str:
    """How many pairs are voted on; empty where there is only one."""
    if len(said) < 2:
        return ""
    done = sum(is_complete(about, each) for each in said)
    return QCoreApplication.translate("Lessons", "{0} of {1} voted on").format(done, len(said))


def told_of(lesson: Lesson, progress: Progress, pairs: Sequence[Pair], said: Sequence[Said]) -> list[str]:
    """What the reveal that is shown says: what was predicted, and for whom the votes were."""
    run = lesson.run_before(progress.step)
    assert run is not None
    lines = []
    for place in lesson.predictions_before(progress.step):
        act, choice = lesson.steps[place].act, progress.answer(place)
        if isinstance(act, Predict) and choice is not None:
            lines.append(QCoreApplication.translate("Lessons", "You had said: “{0}”").format(act.choices[choice]))
    comparisons = [pair.comparison for pair in pairs]
    if line := _votes(comparisons, progress.asking(run).sides, said):
        lines.append(line)
    if line := _judgements(comparisons, progress.asking(run).sides, said):
        lines.append(line)
    return lines


def _votes(comparisons: Sequence[Comparison | None], sides: Sequence[Side], said: Sequence[Said]) -> str:
    """Votes by contestant: in a blind run the same one stands on either side."""
    won: Counter[str] = Counter()
    names = _names(comparisons, sides)
    for each, first in zip(said, sides, strict=False):
        if each.choice is VoteChoice.TIE:
            won["tie"] += 1
        elif each.choice is VoteChoice.BOTH_BAD:
            won["both bad"] += 1
        elif each.choice is not None:
            won["first" if each.choice.value == first.value else "second"] += 1
    if not won or names is None:
        return ""
    parts = [(names[0], won["first"]), (names[1], won["second"])]
    parts.append((QCoreApplication.translate("Lessons", "tie"), won["tie"]))
    parts.append((QCoreApplication.translate("Lessons", "both bad"), won["both bad"]))
    told = ", ".join(f"{name}: {number}" for name, number in parts if number)
    return QCoreApplication.translate("Lessons", "Your votes – {0}").format(told)


def _judgements(comparisons: Sequence[Comparison | None], sides: Sequence[Side], said: Sequence[Said]) -> str:
    names = _names(comparisons, sides)
    judged = [(each, first) for each, first in zip(said, sides, strict=False) if each.correct]
    if names is None or not judged:
        return ""
    right = [0, 0]
    for each, first in judged:
        for side, correct in each.correct.items():
            right[0 if side is first else 1] += bool(correct)
    template = QCoreApplication.translate("Lessons", "You held to be correct – {0}: {1} of {2}, {3}: {4} of {2}")
    return template.format(names[0], right[0], len(judged), names[1], right[1])


def _names(comparisons: Sequence[Comparison | None], sides: Sequence[Side]) -> tuple[str, str] | None:
    """What the lesson's A and B are called: by model, and by what else tells them apart."""
    for comparison, first in zip(comparisons, sides, strict=False):
        if comparison is None or comparison.a is None or comparison.b is None:
            continue
        a, b = comparison.a.contestant, comparison.b.contestant
        one, other = (a, b) if first is Side.A else (b, a)
        return _name(one, other), _name(other, one)
    return None


def _name(who: Contestant, other: Contestant) -> str:
    if who.model.path != other.model.path:
        return who.model.name
    if who.framing is not other.framing:
        return f"{who.model.name} ({words.FRAMING[who.framing]})"
    if who.system_prompt != other.system_prompt:
        told = who.system_prompt or QCoreApplication.translate("Lessons", "told nothing")
        return f"{who.model.name} (“{told}”)"
    return QCoreApplication.translate("Lessons", "{0} with seed {1}").format(who.model.name, who.sampler.seed)
