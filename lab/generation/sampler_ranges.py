"""Which sampler settings make sense; checked before llama.cpp sees them, since it aborts on some and bends others."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lab.errors import SamplerRejected
from lab.language import short_number, tr
from lab.records import SamplerSettings

MAX_SEED = 2**32 - 2
"""The next number means "a random seed" to llama.cpp."""

_MAX_TOKEN_ID = 2**31 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """What one setting may be."""

    low: float
    high: float

    def allows(self, value: float) -> bool:
        """True if the value may be."""
        return self.low <= value <= self.high


RANGES: Mapping[str, Range] = MappingProxyType(
    {
        "temperature": Range(low=0, high=100),
        "top_k": Range(low=0, high=1_000_000),
        "top_p": Range(low=0, high=1),
        "min_p": Range(low=0, high=1),
        "typical_p": Range(low=0, high=1),
        "repeat_penalty": Range(low=0.01, high=100),
        "frequency_penalty": Range(low=-100, high=100),
        "presence_penalty": Range(low=-100, high=100),
        "penalty_last_n": Range(low=0, high=1_000_000),
        "dry_multiplier": Range(low=0, high=100),
        "dry_base": Range(low=1, high=100),
        "dry_allowed_length": Range(low=0, high=1_000_000),
        "dry_last_n": Range(low=0, high=1_000_000),
        "xtc_probability": Range(low=0, high=1),
        "xtc_threshold": Range(low=0, high=1),
        "mirostat_tau": Range(low=0, high=100),
        "mirostat_eta": Range(low=0, high=100),
        "seed": Range(low=0, high=MAX_SEED),
        "max_tokens": Range(low=1, high=1_000_000),
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
                tr(
                    "The {name} is {value}; it must be from {low} to {high}.",
                    name=_name(field),
                    value=_figure(value),
                    low=_figure(allowed.low),
                    high=_figure(allowed.high),
                )
            )
    for token_id, bias in settings.logit_bias:
        if not 0 <= token_id <= _MAX_TOKEN_ID or math.isnan(bias):
            raise SamplerRejected(
                tr("There can't be a logit bias of {bias} for the token {token}.", bias=bias, token=token_id)
            )


def _figure(value: float) -> str:
    return short_number(value, 1 if isinstance(value, float) else 0)


def _name(field: str) -> str:
    """A setting as a user knows it; said when it is needed, so that a worker remembers what it is made of."""
    return {
        "temperature": tr("temperature"),
        "top_k": tr("top-k"),
        "top_p": tr("top-p"),
        "min_p": tr("min-p"),
        "typical_p": tr("typical-p"),
        "repeat_penalty": tr("repeat penalty"),
        "frequency_penalty": tr("frequency penalty"),
        "presence_penalty": tr("presence penalty"),
        "penalty_last_n": tr("penalty window"),
        "dry_multiplier": tr("DRY multiplier"),
        "dry_base": tr("DRY base"),
        "dry_allowed_length": tr("DRY allowed length"),
        "dry_last_n": tr("DRY window"),
        "xtc_probability": tr("XTC probability"),
        "xtc_threshold": tr("XTC threshold"),
        "mirostat_tau": tr("Mirostat tau"),
        "mirostat_eta": tr("Mirostat eta"),
        "seed": tr("seed"),
        "max_tokens": tr("max tokens"),
    }[field]
