"""A step in a few plain words, for a terminal."""

from __future__ import annotations

from typing import assert_never

from lab.lessons.lesson import Act, Ballot, Matter, Player, Predict, Question, Reveal, Run, Step


def kind_of(step: Step) -> str:
    """What a step is, as its fence says; ``read`` if nothing is done in it."""
    match step.act:
        case None:
            return "read"
        case Run():
            return "run"
        case Predict():
            return "predict"
        case Ballot():
            return "vote"
        case Reveal():
            return "reveal"
        case Question():
            return "question"
        case _:
            assert_never(step.act)


def told(act: Act | None) -> str:
    """What is done in a step, in a few lines; empty if nothing is."""
    match act:
        case None:
            return ""
        case Run():
            blind = " It is hidden who is who." if act.blind else ""
            items = f" and {', '.join(act.items)} of the suite {act.suite}" if act.suite else ""
            asked = ", ".join(f"“{prompt}”" for prompt in act.prompts) + items
            return f"Run: {asked.removeprefix(' and ')}\nA: {_player(act.a)}\nB: {_player(act.b)}{blind}"
        case Predict():
            return "\n".join((f"Predict: {act.ask}", *(f"- {choice}" for choice in act.choices)))
        case Ballot():
            apart = " (correct or not)" if act.about is Matter.CORRECT else ""
            return f"Vote: {act.ask}{apart}"
        case Reveal():
            return "Reveal: who was who, and how the answers differ."
        case Question():
            choices = (f"- {'[right] ' if each.right else ''}{each.says}" for each in act.choices)
            return "\n".join((f"Question: {act.ask}", *choices))
        case _:
            assert_never(act)


def _player(player: Player) -> str:
    framing = f", framing {player.framing}" if player.framing else ""
    told_before = f", told before: {player.system_prompt}" if player.system_prompt else ""
    return f"the {player.model} model{framing}, seed {player.seed}{told_before}"
