"""What can be set for a comparison, in which order it is shown, and the sentence by which each explains itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from lab.generation.sampler_ranges import RANGES
from lab.language import tr
from lab.preferences import SideSettings
from lab.records import SamplerSettings

SYSTEM_PROMPT = "system_prompt"
"""The one control that is not a field of ``SamplerSettings``."""

_HALF = 0.5
"""XTC needs two tokens above its threshold, and no two can be above a half."""

_DEFAULTS = SamplerSettings()


class Editor(StrEnum):
    """With what a setting is changed."""

    NUMBER = "number"
    SEED = "seed"
    SWITCH = "switch"
    TEXT = "text"
    """Several lines of prose."""
    LINES = "lines"
    """A list of texts, one a line."""
    CODE = "code"
    """Several lines in a monospace font."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One setting."""

    field: str
    """As in ``SamplerSettings``, or ``SYSTEM_PROMPT``."""
    name: str
    sentence: str
    """What it does, for somebody who has never heard of it."""
    editor: Editor = Editor.NUMBER
    step: float = 0.05
    decimals: int = 4
    placeholder: str = ""
    """An example, in an empty text field."""

    @property
    def range(self) -> tuple[float, float]:
        """The least and the most that can be entered, for a number."""
        allowed = RANGES[self.field]
        return allowed.low, allowed.high

    def default(self) -> Any:
        """Its value when nobody has changed it."""
        return value_of(SideSettings(), self.field)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Settings that belong together."""

    title: str
    """Empty if they need none."""
    controls: tuple[Control, ...]


def value_of(settings: SideSettings, field: str) -> Any:
    """The value of a setting."""
    return settings.system_prompt if field == SYSTEM_PROMPT else getattr(settings.sampler, field)


def with_value(settings: SideSettings, field: str, value: Any) -> SideSettings:
    """The settings with one of them changed."""
    if field == SYSTEM_PROMPT:
        return replace(settings, system_prompt=value)
    return replace(settings, sampler=replace(settings.sampler, **{field: value}))


def differing(settings: SideSettings, controls: tuple[Control, ...]) -> int:
    """How many of the settings differ from their defaults."""
    return sum(value_of(settings, control.field) != control.default() for control in controls)


def idle_because(sampler: SamplerSettings, field: str) -> str:
    """Why a setting has no effect as the others stand; empty if it has one. Follows the steps of the sampler chain."""
    drawing = ("top_k", "top_p", "min_p", "typical_p", "xtc_probability", "xtc_threshold")
    penalties = ("repeat_penalty", "frequency_penalty", "presence_penalty")
    no_penalty = all(getattr(sampler, penalty) == getattr(_DEFAULTS, penalty) for penalty in penalties)
    reasons = (
        (drawing, sampler.mirostat, tr("Not used while Mirostat is on.")),
        (("mirostat_tau", "mirostat_eta"), not sampler.mirostat, tr("Not used until Mirostat is on.")),
        (
            (*drawing, "seed"),
            sampler.temperature == 0 and not sampler.mirostat,
            tr("Not used at temperature 0: nothing is left to chance."),
        ),
        (("penalty_last_n",), no_penalty, tr("Not used until one of the three penalties is on.")),
        (penalties, sampler.penalty_last_n == 0, tr("Not used while the penalty window is 0.")),
        (
            ("dry_base", "dry_allowed_length", "dry_last_n"),
            sampler.dry_multiplier == 0,
            tr("Not used until DRY has a strength."),
        ),
        (("dry_multiplier",), sampler.dry_last_n == 0, tr("Not used while DRY's window is 0.")),
        (("xtc_threshold",), sampler.xtc_probability == 0, tr("Not used until XTC has a chance.")),
        (("xtc_probability",), sampler.xtc_threshold > _HALF, tr("Not used while XTC's threshold is above 0.5.")),
    )
    return next((reason for fields, holds, reason in reasons if field in fields and holds), "")


BASIC: tuple[Control, ...] = (
    Control(
        field=SYSTEM_PROMPT,
        name=tr("System prompt"),
        sentence=tr(
            "Standing instructions that come before every prompt. A base model takes them as text to go on with."
        ),
        editor=Editor.TEXT,
        placeholder=tr("None. Example: Answer in one sentence."),
    ),
    Control(
        field="temperature",
        name=tr("Temperature"),
        sentence=tr("Higher lets less likely tokens in; 0 always takes the most likely one."),
        step=0.1,
    ),
    Control(
        field="top_k",
        name=tr("Top-k"),
        sentence=tr("Only this many of the most likely tokens stay in the draw; 0 keeps all."),
        step=1,
        decimals=0,
    ),
    Control(
        field="top_p",
        name=tr("Top-p"),
        sentence=tr("The likeliest tokens stay until together they hold this share of the probability; 1 keeps all."),
    ),
    Control(
        field="min_p",
        name=tr("Min-p"),
        sentence=tr("Tokens below this share of the best one's probability drop out; 0 drops none."),
        step=0.01,
    ),
    Control(
        field="repeat_penalty",
        name=tr("Repeat penalty"),
        sentence=tr("Above 1, tokens that came up lately get less likely; 1 is off."),
    ),
    Control(
        field="max_tokens",
        name=tr("Max tokens"),
        sentence=tr("The answer is cut off after this many tokens, even in mid-sentence."),
        step=64,
        decimals=0,
    ),
    Control(
        field="seed",
        name=tr("Seed"),
        sentence=tr("Steers the chance: the same seed and settings give the same answer again."),
        editor=Editor.SEED,
        step=1,
        decimals=0,
    ),
)

MORE: tuple[Group, ...] = (
    Group(
        title=tr("More ways to choose"),
        controls=(
            Control(
                field="typical_p",
                name=tr("Typical-p"),
                sentence=tr("Keeps tokens that are about as surprising as this place calls for; 1 is off."),
            ),
        ),
    ),
    Group(
        title=tr("Against repeated words"),
        controls=(
            Control(
                field="frequency_penalty",
                name=tr("Frequency penalty"),
                sentence=tr("A token gets less likely each time it comes up; 0 is off, below 0 does the opposite."),
            ),
            Control(
                field="presence_penalty",
                name=tr("Presence penalty"),
                sentence=tr("A token that has come up at all gets less likely, once; 0 is off."),
            ),
            Control(
                field="penalty_last_n",
                name=tr("Penalty window"),
                sentence=tr("How many of the latest tokens the three penalties look back on."),
                step=16,
                decimals=0,
            ),
        ),
    ),
    Group(
        title=tr("Against repeated phrases (DRY)"),
        controls=(
            Control(
                field="dry_multiplier",
                name=tr("Strength"),
                sentence=tr("How hard DRY works against going on with a phrase that was there before; 0 is off."),
                step=0.1,
            ),
            Control(
                field="dry_base",
                name=tr("Growth"),
                sentence=tr("How fast its penalty grows with each token that the repeated phrase gets longer."),
            ),
            Control(
                field="dry_allowed_length",
                name=tr("Allowed length"),
                sentence=tr("Repeated phrases of up to this many tokens are left alone."),
                step=1,
                decimals=0,
            ),
            Control(
                field="dry_last_n",
                name=tr("Window"),
                sentence=tr("How many of the latest tokens DRY looks back on."),
                step=64,
                decimals=0,
            ),
        ),
    ),
    Group(
        title=tr("Leave out the obvious (XTC)"),
        controls=(
            Control(
                field="xtc_probability",
                name=tr("Chance"),
                sentence=tr("How often, token by token, the obvious choices are left out; 0 is off."),
            ),
            Control(
                field="xtc_threshold",
                name=tr("Threshold"),
                sentence=tr("Tokens above this probability count as obvious; the least likely of them stays in."),
            ),
        ),
    ),
    Group(
        title=tr("Even surprise (Mirostat)"),
        controls=(
            Control(
                field="mirostat",
                name=tr("Mirostat"),
                sentence=tr(
                    "Keeps the whole answer about equally surprising, in place of top-k, top-p and their like."
                ),
                editor=Editor.SWITCH,
            ),
            Control(
                field="mirostat_tau",
                name=tr("Target"),
                sentence=tr("The surprise to aim at, in bits for each token; lower keeps closer to the expected."),
                step=0.5,
            ),
            Control(
                field="mirostat_eta",
                name=tr("Learning rate"),
                sentence=tr("How quickly it steers back when the text strays from the target."),
                step=0.01,
            ),
        ),
    ),
    Group(
        title=tr("Where it ends, what it may say"),
        controls=(
            Control(
                field="stop_texts",
                name=tr("Stop texts"),
                sentence=tr("The answer ends before any of these. One a line; \\n stands for a line break."),
                editor=Editor.LINES,
                placeholder=tr("None. Example: \\nQuestion:"),
            ),
            Control(
                field="grammar",
                name=tr("Grammar"),
                sentence=tr(
                    "The answer must follow this GBNF grammar, from its rule root on. If it has a mistake, "
                    "you are told when you send."
                ),
                editor=Editor.CODE,
                placeholder=tr('None. Example:\nroot ::= "yes" | "no"'),
            ),
        ),
    ),
)

MORE_CONTROLS: tuple[Control, ...] = tuple(control for group in MORE for control in group.controls)
