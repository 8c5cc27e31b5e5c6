"""What a lesson tells the learner of what they did: sentences, without a widget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from lab.language import tr
from lab.lessons.lesson import Act, Ballot, Lesson, Matter, Predict, Question, Run
from lab.lessons.progress import Progress
from lab.recording.shelf import KeptRecording
from lab.recording.words import name_of
from lab.records import Comparison, Contestant, Side, VoteChoice
from ui.compare import words
from ui.lessons.ballots import Said
from ui.lessons.pair_view import Pair


def hint_of(act: Act | None, *, is_recorded: bool) -> str:
    """What is to be done before one can go on; empty if nothing is."""
    if isinstance(act, Predict):
        return tr("Make your guess first: it is kept.")
    if isinstance(act, Question):
        return tr("Choose an answer first.")
    if isinstance(act, Ballot):
        return tr("Vote on each pair first.")
    if isinstance(act, Run):
        return tr("Look at the answers first.") if is_recorded else tr("Run this first.")
    return ""


def closed_words() -> str:
    """Why one can't vote on a pair."""
    return tr("You know now who was who, so these votes are closed.")


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
    return tr("{n} of {all} voted on", n=done, all=len(said))


def told_of(lesson: Lesson, progress: Progress, pairs: Sequence[Pair], said: Sequence[Said]) -> list[str]:
    """What the reveal that is shown says: what was predicted, and for whom the votes were."""
    run = lesson.run_before(progress.step)
    assert run is not None
    lines = []
    for place in lesson.predictions_before(progress.step):
        act, choice = lesson.steps[place].act, progress.answer(place)
        if isinstance(act, Predict) and choice is not None:
            lines.append(tr("You had said: “{choice}”", choice=act.choices[choice]))
    comparisons = [pair.comparison for pair in pairs]
    if votes := _votes(comparisons, progress.asking(run).sides, said):
        lines.append(tr("Your votes – {votes}", votes=votes))
    if line := _judgements(comparisons, progress.asking(run).sides, said):
        lines.append(line)
    return lines


def recorded_of(
    recorded: KeptRecording, pairs: Sequence[Pair], sides: Sequence[Side], said: Mapping[str, Sequence[Said]]
) -> list[str]:
    """What a reveal says of the votes that are in a recording.

    Args:
        recorded: The recording.
        pairs: The answers.
        sides: Where the lesson's A stands in each.
        said: What was said of each, by rater.
    """
    voted = {rater: all_said for rater, all_said in said.items() if any(each.choice for each in all_said)}
    comparisons = [pair.comparison for pair in pairs]
    flat = [each for all_said in voted.values() for each in all_said]
    votes = _votes(comparisons * len(voted), list(sides) * len(voted), flat)
    if not votes:
        return []
    if len(voted) > 1:
        return [tr("Recorded votes – {votes}", votes=votes)]
    return [tr("Votes of {name} – {votes}", name=name_of(recorded, next(iter(voted))), votes=votes)]


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
    parts.append((tr("tie", "a vote"), won["tie"]))
    parts.append((tr("both bad", "a vote"), won["both bad"]))
    return ", ".join(tr("{name}: {n}", name=name, n=number) for name, number in parts if number)


def _judgements(comparisons: Sequence[Comparison | None], sides: Sequence[Side], said: Sequence[Said]) -> str:
    names = _names(comparisons, sides)
    judged = [(each, first) for each, first in zip(said, sides, strict=False) if each.correct]
    if names is None or not judged:
        return ""
    right = [0, 0]
    for each, first in judged:
        for side, correct in each.correct.items():
            right[0 if side is first else 1] += bool(correct)
    values = {"one": names[0], "n": right[0], "all": len(judged), "other": names[1], "m": right[1]}
    return tr("You held to be correct – {one}: {n} of {all}, {other}: {m} of {all}", **values)


def _names(comparisons: Sequence[Comparison | None], sides: Sequence[Side]) -> tuple[str, str] | None:
    """What the lesson's A and B are called: by model, and by what else tells them apart."""
    for comparison, first in zip(comparisons, sides, strict=False):
        if comparison is None or comparison.a is None or comparison.b is None:
            continue
        a, b = comparison.a.contestant, comparison.b.contestant
        one, other = (a, b) if first is Side.A else (b, a)
        return _name(one, other), _name(other, one)
    return None


def _file(who: Contestant) -> tuple[str, str, str]:
    """Tells models apart, also those that came from another computer and are in no file here."""
    return who.model.path, who.model.sha256, who.model.name


def _name(who: Contestant, other: Contestant) -> str:
    if _file(who) != _file(other):
        return who.model.name
    if who.framing is not other.framing:
        return tr("{model} ({framing})", model=who.model.name, framing=words.FRAMING[who.framing])
    if who.system_prompt != other.system_prompt:
        told = who.system_prompt or tr("told nothing")
        return tr("{model} (“{text}”)", model=who.model.name, text=told)
    return tr("{model} with seed {seed}", model=who.model.name, seed=who.sampler.seed)
