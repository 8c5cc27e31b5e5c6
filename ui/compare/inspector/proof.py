"""What made an answer, in words that can be copied into a report."""

from __future__ import annotations

from lab.language import number, tr
from lab.preferences import SideSettings
from lab.records import KeptAnswer, SamplerSettings, Side
from lab.words import SETTING_NAMES
from ui.compare.words import short_number

_DEFAULTS = SamplerSettings()
_SHOWN_HASH = 16


def proof(a: KeptAnswer | None, b: KeptAnswer | None) -> str:
    """File hash, seed, sampler and engine of both answers; what they share is said once."""
    both = [(side, answer) for side, answer in ((Side.A, a), (Side.B, b)) if answer is not None]
    if not both:
        return tr("Shown with the first answer.")
    lines = []
    for side, answer in both:
        model = answer.contestant.model
        checked = model.sha256[:_SHOWN_HASH] + "…" if model.sha256 else tr("not computed")
        lines.append(f"{side.upper()}  {model.name}\n     sha256 {checked}")
    settings = {side: _settings(answer) for side, answer in both}
    if len(set(settings.values())) == 1:
        lines.append(next(iter(settings.values())))
    else:
        lines += [f"{side.upper()}  {text}" for side, text in settings.items()]
    engines = {answer.engine for _, answer in both if answer.engine}
    lines += sorted(engines)
    return "\n".join(lines)


def _settings(answer: KeptAnswer) -> str:
    contestant = answer.contestant
    parts = [
        tr("seed {seed}", seed=contestant.sampler.seed),
        tr("at most {n} tokens", n=number(contestant.sampler.max_tokens)),
    ]
    parts += changed(SideSettings(system_prompt=contestant.system_prompt, sampler=contestant.sampler))
    return " · ".join(parts)


def changed(settings: SideSettings) -> list[str]:
    """What is not as it is by default, but for seed and length, each in a few words."""
    parts = []
    for name, words in SETTING_NAMES.items():
        value = getattr(settings.sampler, name)
        if name == "max_tokens" or value == getattr(_DEFAULTS, name):
            continue
        if isinstance(value, float):
            words += f" {short_number(value, 1)}"
        elif isinstance(value, int) and not isinstance(value, bool):
            words += f" {short_number(value)}"
        parts.append(words)
    if settings.system_prompt:
        parts.append(tr("a system prompt"))
    return parts
