"""What the user has set: one small file that the program reads at its start and writes at each change."""

from lab.preferences.file import PreferencesFile
from lab.preferences.presets import SHIPPED, ShippedPreset, named, with_preset, without_preset
from lab.preferences.rated import ASPECTS, MOST_OWN, TAGS, as_offered, shown, with_own
from lab.preferences.values import (
    LEAST_CONTEXT_TOKENS,
    MOST_CONTEXT_TOKENS,
    MOST_GPU_LAYERS,
    MOST_THREADS,
    ComparisonSettings,
    Language,
    Preferences,
    Preset,
    SendKey,
    SideSettings,
    Theme,
)

__all__ = [
    "ASPECTS",
    "LEAST_CONTEXT_TOKENS",
    "MOST_CONTEXT_TOKENS",
    "MOST_GPU_LAYERS",
    "MOST_OWN",
    "MOST_THREADS",
    "SHIPPED",
    "TAGS",
    "ComparisonSettings",
    "Language",
    "Preferences",
    "PreferencesFile",
    "Preset",
    "SendKey",
    "ShippedPreset",
    "SideSettings",
    "Theme",
    "as_offered",
    "named",
    "shown",
    "with_own",
    "with_preset",
    "without_preset",
]
