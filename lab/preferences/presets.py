"""Named settings: three that ship, and the user's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lab.language import tr
from lab.preferences.values import Preset, SideSettings
from lab.records import SamplerSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedPreset:
    """A way of drawing tokens that comes with the program.

    It leaves alone what belongs to the task at hand: the system prompt, the seed, the length, stop texts, a grammar.
    """

    name: str
    sentence: str
    """What it does, for a learner."""
    sampler: SamplerSettings

    def applied_to(self, settings: SideSettings) -> SideSettings:
        """What the settings become."""
        before = settings.sampler
        sampler = replace(
            self.sampler,
            seed=before.seed,
            max_tokens=before.max_tokens,
            stop_texts=before.stop_texts,
            grammar=before.grammar,
            logit_bias=before.logit_bias,
        )
        return replace(settings, sampler=sampler)


SHIPPED: tuple[ShippedPreset, ...] = (
    ShippedPreset(
        name=tr("Balanced"),
        sentence=tr("Some variety, few blunders: the defaults of llama.cpp."),
        sampler=SamplerSettings(),
    ),
    ShippedPreset(
        name=tr("Always the most likely"),
        sentence=tr("No chance at all: the same answer each time, whatever the seed."),
        sampler=SamplerSettings(temperature=0.0),
    ),
    ShippedPreset(
        name=tr("Adventurous"),
        sentence=tr("Unlikely tokens get a real chance; only those far behind the best one are dropped."),
        # With the limits of top-k and top-p, the high temperature would have little left to choose from.
        sampler=SamplerSettings(temperature=1.3, top_k=0, top_p=1.0, min_p=0.05),
    ),
)


def named(name: str, presets: Sequence[Preset]) -> Preset | ShippedPreset | None:
    """The preset of that name, in whatever case it is written; None if there is none."""
    all_presets: tuple[Preset | ShippedPreset, ...] = (*SHIPPED, *presets)
    for preset in all_presets:
        if preset.name.casefold() == name.strip().casefold():
            return preset
    return None


def with_preset(presets: Sequence[Preset], preset: Preset) -> tuple[Preset, ...]:
    """The presets with one more; one of the same name makes room in its place."""
    if not any(_same_name(old, preset) for old in presets):
        return (*presets, preset)
    return tuple(preset if _same_name(old, preset) else old for old in presets)


def without_preset(presets: Sequence[Preset], preset: Preset) -> tuple[Preset, ...]:
    """The presets without one."""
    return tuple(old for old in presets if not _same_name(old, preset))


def _same_name(one: Preset, other: Preset) -> bool:
    return one.name.casefold() == other.name.casefold()
