import math
from dataclasses import replace

import pytest

from lab.errors import SamplerRejected
from lab.generation.sampler_ranges import MAX_SEED, check
from lab.records import SamplerSettings


def test_the_defaults_are_in_range() -> None:
    check(SamplerSettings())


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"temperature": -0.1}, "temperature"),
        ({"temperature": float("nan")}, "temperature"),
        ({"top_k": -1}, "top-k"),
        ({"top_p": 1.1}, "top-p"),
        ({"min_p": -0.5}, "min-p"),
        ({"repeat_penalty": 0.0}, "repeat penalty"),
        ({"frequency_penalty": float("inf")}, "frequency penalty"),
        ({"dry_base": 0.5}, "DRY base"),
        ({"xtc_probability": 2.0}, "XTC probability"),
        ({"seed": MAX_SEED + 1}, "seed"),
        ({"seed": -1}, "seed"),
        ({"max_tokens": 0}, "max tokens"),
        ({"max_tokens": 10**30}, "max tokens"),
        ({"top_k": 2**32 + 1}, "top-k"),
    ],
)
def test_a_setting_out_of_range_is_named_with_its_range(wrong: dict[str, float], name: str) -> None:
    with pytest.raises(SamplerRejected, match=f"The {name} is .* must be from"):
        check(replace(SamplerSettings(), **wrong))


@pytest.mark.parametrize("bias", [(-1, 1.0), (2**32 + 5, -math.inf), (5, math.nan)])
def test_a_logit_bias_that_llama_cpp_would_bend_is_refused(bias: tuple[int, float]) -> None:
    with pytest.raises(SamplerRejected, match="logit bias"):
        check(SamplerSettings(logit_bias=(bias,)))


def test_a_logit_bias_may_forbid() -> None:
    check(SamplerSettings(logit_bias=((5, -math.inf),)))
