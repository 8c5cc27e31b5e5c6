"""Who answers in a run, and what is asked: from the words of a lesson to models and prompts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lab.errors import LabError
from lab.language import tr
from lab.lessons.faults import BadLesson
from lab.lessons.lesson import Lesson, Player, Role, Run
from lab.records import Contestant, Framing, Kind, Model, SamplerSettings, Side
from lab.suites.shelf import Shelf

_KINDS = {Role.BASE: Kind.BASE, Role.CHAT: Kind.CHAT}
_MISSING = {
    Role.BASE: tr("This step needs a base model, and there is none on this computer."),
    Role.CHAT: tr("This step needs a chat model, and there is none on this computer."),
}


class NoModelForRole(LabError):
    """There is no model on this computer that can take a part in a lesson."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One prompt of a run."""

    prompt: str
    system_prompt: str = ""
    """Of the suite's item; a player's own comes before it."""


def cast(chosen: Iterable[Model], others: Iterable[Model]) -> dict[Role, Model]:
    """Who takes which part.

    Args:
        chosen: The models that the user has chosen for the compare page; they come first.
        others: All that there are, in the order in which they should be considered.
    """
    every = [*chosen, *others]
    found: dict[Role, Model] = {}
    for role, kind in _KINDS.items():
        fitting = (model for model in every if model.verdict.kind is kind)
        if (model := next(fitting, None)) is not None:
            found[role] = model
    return found


def contestants(run: Run, models: Mapping[Role, Model], asked: Asked) -> dict[Side, Contestant]:
    """The two who answer a prompt of a run, by the lesson's own sides.

    Raises:
        NoModelForRole: A part has nobody to take it.
    """
    return {Side.A: _contestant(run, run.a, models, asked), Side.B: _contestant(run, run.b, models, asked)}


def prompts_of(run: Run, suites: Shelf) -> tuple[Asked, ...]:
    """What is asked in a run.

    Raises:
        SuiteNotFound: There is no such suite.
        BadLesson: The suite has no such item.
    """
    asked = [Asked(prompt=prompt) for prompt in run.prompts]
    if run.suite:
        suite = suites.find(run.suite).suite
        items = {item.id: item for item in suite.items}
        for name in run.items:
            if name not in items:
                said = tr("The suite {suite} has no item {item}.", suite=suite.id, item=name)
                raise BadLesson(said, tr("It has: {items}.", items=", ".join(items)[:300]))
            asked.append(Asked(prompt=items[name].prompt, system_prompt=items[name].system_prompt))
    return tuple(asked)


def faults_of(lesson: Lesson, suites: Shelf) -> list[str]:
    """What a lesson names that is not there, a sentence each; none if all is well."""
    found = []
    for step in lesson.steps:
        if isinstance(step.act, Run):
            try:
                prompts_of(step.act, suites)
            except LabError as error:
                found.append(tr("line {line}: {what}", line=step.line, what=error.message))
    return found


def _contestant(run: Run, player: Player, models: Mapping[Role, Model], asked: Asked) -> Contestant:
    model = models.get(player.model)
    if model is None:
        raise NoModelForRole(
            _MISSING[player.model], tr("Get one on the Models page. The starter models are small and will do.")
        )
    framing = player.framing or model.natural_framing
    if framing is Framing.CHAT and not model.has_chat_template:
        raise NoModelForRole(
            tr("{model} has no chat template, so it can't be asked as this step wants.", model=model.name),
            tr("Choose another chat model on the compare page."),
        )
    sampler = SamplerSettings(temperature=player.temperature, seed=player.seed, max_tokens=run.max_tokens)
    system_prompt = player.system_prompt or asked.system_prompt
    return Contestant(model=model, framing=framing, system_prompt=system_prompt, sampler=sampler)
