"""How answers were made, in words: the model's file, what it was told, how its tokens were drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from lab.amounts import size, weights
from lab.records import SamplerSettings
from lab.report.contents import Fact, Origin
from lab.report.counting import counted
from lab.report.findings import Maker

_ALWAYS_TOLD = ("temperature", "top_k", "top_p", "min_p", "max_tokens")
_MOST_ENGINES = 3
_NOT_HASHED = "not computed when it answered"
_DEFAULTS = SamplerSettings()


def origin(maker: Maker, name: str) -> Origin:
    """Where a contestant's answers come from.

    Where the file lies is not told: it says more of the computer and its user than of the answer.
    """
    return Origin(name=name, kind=maker.rated.kind, facts=tuple(_facts(maker)))


def when(moment_utc: str) -> str:
    """A moment to the minute, e.g. ``2026-11-24 17:20 UTC``."""
    return f"{moment_utc[:10]} {moment_utc[11:16]} UTC"


def span(first_utc: str, last_utc: str) -> str:
    """The days between two moments, as a part of a sentence."""
    first, last = first_utc[:10], last_utc[:10]
    return f"on {first}" if first == last else f"from {first} to {last}"


def sampler_words(sampler: SamplerSettings) -> str:
    """What most people set, and whatever is not llama.cpp's default."""
    told = [
        f"{each.name.replace('_', ' ')} {_value(getattr(sampler, each.name))}"
        for each in fields(SamplerSettings)
        if each.name not in ("seed", "grammar")
        and (each.name in _ALWAYS_TOLD or getattr(sampler, each.name) != getattr(_DEFAULTS, each.name))
    ]
    return ", ".join(told)


def _facts(maker: Maker) -> Iterator[Fact]:
    contestant, making, model = maker.contestant, maker.making, maker.contestant.model
    yield Fact(label="Model", words=model.name, foreign=True)
    kind = "set by hand" if model.verdict.overruled else "as far as its file tells"
    yield Fact(label="Kind", words=f"{model.verdict.kind}, {kind}")
    yield Fact(
        label="File",
        words=f"{model.architecture} {model.quantization}, {weights(model.parameters)} weights, "
        f"{size(model.size_bytes)} ({model.size_bytes:,} bytes)",
        foreign=True,
    )
    yield Fact(label="File's sha256", words=model.sha256 or _NOT_HASHED, foreign=True)
    yield Fact(label="Framing", words=contestant.framing.value)
    yield Fact(label="System prompt", words=contestant.system_prompt or "none", foreign=bool(contestant.system_prompt))
    yield Fact(label="Sampler", words=sampler_words(contestant.sampler), foreign=True)
    if contestant.sampler.grammar:
        yield Fact(label="Grammar", words=contestant.sampler.grammar, foreign=True)
    yield Fact(label="Seed", words=_seeds(making.seeds))
    engines = sorted(making.engines)
    more = len(engines) - _MOST_ENGINES
    names = ", ".join(engines[:_MOST_ENGINES]) + (f" and {more:,} more" if more > 0 else "")
    yield Fact(label="Engine", words=names or "not known", foreign=bool(names))
    yield Fact(label="Answers", words=f"{making.answers:,}, {span(making.first_utc, making.last_utc)}")


def _seeds(seeds: set[int]) -> str:
    if len(seeds) == 1:
        return str(*seeds)
    return f"{counted(len(seeds), 'seed')}, from {min(seeds)} to {max(seeds)}"


def _value(value: object) -> str:
    match value:
        case bool():
            return "on" if value else "off"
        case float():
            return f"{value:g}"
        case tuple():
            return " ".join(map(repr, value)) or "none"
    return str(value)
