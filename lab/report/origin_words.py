"""How answers were made, in words: the model's file, what it was told, how its tokens were drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields

from lab.amounts import size, weights
from lab.language import counted, number, short_number, tr
from lab.records import Kind, SamplerSettings
from lab.report.contents import Fact, Origin
from lab.report.findings import Maker
from lab.words import SETTING_NAMES, framing_name, setting_value, settings_listed

_ALWAYS_TOLD = ("temperature", "top_k", "top_p", "min_p", "max_tokens")
_MOST_ENGINES = 3
_DEFAULTS = SamplerSettings()
_KINDS = {
    Kind.BASE: tr("base", "a kind of model"),
    Kind.CHAT: tr("chat", "a kind of model"),
    Kind.UNSURE: tr("unsure", "a kind of model"),
}


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
    if first == last:
        return tr("on {day}", "a part of a sentence: made on …", day=first)
    return tr("from {first} to {last}", "a part of a sentence: made from … to …", first=first, last=last)


def sampler_words(sampler: SamplerSettings) -> str:
    """What most people set, and whatever is not llama.cpp's default."""
    told = [
        f"{SETTING_NAMES[each.name]} {_value(getattr(sampler, each.name))}"
        for each in fields(SamplerSettings)
        if each.name not in ("seed", "grammar")
        and (each.name in _ALWAYS_TOLD or getattr(sampler, each.name) != getattr(_DEFAULTS, each.name))
    ]
    return settings_listed(told)


def _facts(maker: Maker) -> Iterator[Fact]:
    contestant, making, model = maker.contestant, maker.making, maker.contestant.model
    yield Fact(label=tr("Model"), words=model.name, foreign=True)
    kind = _KINDS[model.verdict.kind]
    by_hand = model.verdict.overruled
    told = tr("{kind}, set by hand", kind=kind) if by_hand else tr("{kind}, as far as its file tells", kind=kind)
    yield Fact(label=tr("Kind"), words=told)
    file = tr(
        "{architecture} {quantization}, {weights} weights, {size} ({bytes} bytes)",
        architecture=model.architecture,
        quantization=model.quantization,
        weights=weights(model.parameters),
        size=size(model.size_bytes),
        bytes=number(model.size_bytes),
    )
    yield Fact(label=tr("File"), words=file, foreign=True)
    yield Fact(label=tr("File's sha256"), words=model.sha256 or tr("not computed when it answered"), foreign=True)
    yield Fact(label=tr("Framing"), words=framing_name(contestant.framing))
    prompt = contestant.system_prompt
    yield Fact(label=tr("System prompt"), words=prompt or tr("none", "a setting"), foreign=bool(prompt))
    yield Fact(label=tr("Sampler"), words=sampler_words(contestant.sampler), foreign=True)
    if contestant.sampler.grammar:
        yield Fact(label=tr("Grammar"), words=contestant.sampler.grammar, foreign=True)
    yield Fact(label=tr("Seed"), words=_seeds(making.seeds))
    names = _engines(sorted(making.engines))
    yield Fact(label=tr("Engine"), words=names or tr("not known"), foreign=bool(names))
    answers = tr("{n}, {when}", n=number(making.answers), when=span(making.first_utc, making.last_utc))
    yield Fact(label=tr("Answers"), words=answers)


def _engines(engines: Sequence[str]) -> str:
    names, more = ", ".join(engines[:_MOST_ENGINES]), len(engines) - _MOST_ENGINES
    return tr("{names} and {n} more", names=names, n=number(more)) if more > 0 else names


def _seeds(seeds: set[int]) -> str:
    if len(seeds) == 1:
        return str(*seeds)
    return counted(
        len(seeds),
        tr("{n} seed, from {first} to {last}"),
        tr("{n} seeds, from {first} to {last}"),
        first=min(seeds, default=""),
        last=max(seeds, default=""),
    )


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(map(repr, value)) or tr("none", "a setting")
    return short_number(value) if isinstance(value, float) else setting_value(value)
