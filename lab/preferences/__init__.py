"""What the user has set: one small file that the program reads at its start and writes at each change."""

from lab.preferences.file import PreferencesFile
from lab.preferences.presets import SHIPPED, ShippedPreset, named, with_preset, without_preset
from lab.preferences.values import (
    LEAST_CONTEXT_TOKENS,
    MOST_CONTEXT_TOKENS,
    MOST_GPU_LAYERS,
    MOST_THREADS,
    ComparisonSettings,
    Preferences,
    Preset,
    SendKey,
    SideSettings,
    Theme,
)

__all__ = [
    "LEAST_CONTEXT_TOKENS",
    "MOST_CONTEXT_TOKENS",
    "MOST_GPU_LAYERS",
    "MOST_THREADS",
    "SHIPPED",
    "ComparisonSettings",
    "Preferences",
    "PreferencesFile",
    "Preset",
    "SendKey",
    "ShippedPreset",
    "SideSettings",
    "Theme",
    "named",
    "with_preset",
    "without_preset",
]
