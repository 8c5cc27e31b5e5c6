"""Which sampler settings make sense; checked before llama.cpp sees them, since it aborts on some and bends others."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lab.errors import SamplerRejected
from lab.records import SamplerSettings

MAX_SEED = 2**32 - 2
"""The next number means "a random seed" to llama.cpp."""

_MAX_TOKEN_ID = 2**31 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """What one setting may be."""

    name: str
    """As a user knows it."""
    low: float
    high: float

    def allows(self, value: float) -> bool:
        """True if the value may be."""
        return self.low <= value <= self.high


RANGES: Mapping[str, Range] = MappingProxyType(
    {
        "temperature": Range(name="temperature", low=0, high=100),
        "top_k": Range(name="top-k", low=0, high=1_000_000),
        "top_p": Range(name="top-p", low=0, high=1),
        "min_p": Range(name="min-p", low=0, high=1),
        "typical_p": Range(name="typical-p", low=0, high=1),
        "repeat_penalty": Range(name="repeat penalty", low=0.01, high=100),
        "frequency_penalty": Range(name="frequency penalty", low=-100, high=100),
        "presence_penalty": Range(name="presence penalty", low=-100, high=100),
        "penalty_last_n": Range(name="penalty window", low=0, high=1_000_000),
        "dry_multiplier": Range(name="DRY multiplier", low=0, high=100),
        "dry_base": Range(name="DRY base", low=1, high=100),
        "dry_allowed_length": Range(name="DRY allowed length", low=0, high=1_000_000),
        "dry_last_n": Range(name="DRY window", low=0, high=1_000_000),
        "xtc_probability": Range(name="XTC probability", low=0, high=1),
        "xtc_threshold": Range(name="XTC threshold", low=0, high=1),
        "mirostat_tau": Range(name="Mirostat tau", low=0, high=100),
        "mirostat_eta": Range(name="Mirostat eta", low=0, high=100),
        "seed": Range(name="seed", low=0, high=MAX_SEED),
        "max_tokens": Range(name="max tokens", low=1, high=1_000_000),
    }
)
"""By the name of the field in ``SamplerSettings``."""


def check(settings: SamplerSettings) -> None:
    """Refuse settings that llama.cpp would abort on or quietly bend.

    Raises:
        SamplerRejected: Names the setting and its range, or the logit bias.
    """
    for field, allowed in RANGES.items():
        value = getattr(settings, field)
        if not allowed.allows(value):
            raise SamplerRejected(
                f"The {allowed.name} is {value:,}; it must be from {allowed.low:,} to {allowed.high:,}."
            )
    for token_id, bias in settings.logit_bias:
        if not 0 <= token_id <= _MAX_TOKEN_ID or math.isnan(bias):
            raise SamplerRejected(f"There can't be a logit bias of {bias} for the token {token_id}.")
