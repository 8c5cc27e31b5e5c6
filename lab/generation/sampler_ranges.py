"""Which sampler settings make sense; checked before llama.cpp sees them, since it aborts on some and bends others."""

from __future__ import annotations

import math

from lab.errors import SamplerRejected
from lab.records import SamplerSettings

MAX_SEED = 2**32 - 2
"""The next number means "a random seed" to llama.cpp."""


def check(settings: SamplerSettings) -> None:
    """Refuse settings that llama.cpp would abort on or quietly bend.

    Raises:
        SamplerRejected: Names the setting and its range.
    """
    ranges: tuple[tuple[str, float, float, float], ...] = (
        ("temperature", settings.temperature, 0, 100),
        ("top-k", settings.top_k, 0, math.inf),
        ("top-p", settings.top_p, 0, 1),
        ("min-p", settings.min_p, 0, 1),
        ("typical-p", settings.typical_p, 0, 1),
        ("repeat penalty", settings.repeat_penalty, 0.01, 100),
        ("frequency penalty", settings.frequency_penalty, -100, 100),
        ("presence penalty", settings.presence_penalty, -100, 100),
        ("penalty window", settings.penalty_last_n, 0, 1_000_000),
        ("DRY multiplier", settings.dry_multiplier, 0, 100),
        ("DRY base", settings.dry_base, 1, 100),
        ("DRY allowed length", settings.dry_allowed_length, 0, 1_000_000),
        ("DRY window", settings.dry_last_n, 0, 1_000_000),
        ("XTC probability", settings.xtc_probability, 0, 1),
        ("XTC threshold", settings.xtc_threshold, 0, 1),
        ("Mirostat tau", settings.mirostat_tau, 0, 100),
        ("Mirostat eta", settings.mirostat_eta, 0, 100),
        ("seed", settings.seed, 0, MAX_SEED),
        ("max tokens", settings.max_tokens, 1, math.inf),
    )
    for name, value, low, high in ranges:
        if not low <= value <= high or (math.isinf(value) and math.isinf(high)):
            raise SamplerRejected(f"The {name} is {value:g}; it must be from {low:g} to {high:g}.")
