"""Who is rated: contestants as votes know them, the same on every computer and whatever their seed."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from operator import attrgetter

from lab.language import tr
from lab.records import Contestant, Framing, Kind, Model, SamplerSettings
from lab.words import SETTING_NAMES, framing_name, setting_value, settings_listed

_SYSTEM_PROMPT_CHARACTERS = 30
_SETTINGS = tuple(each.name for each in fields(SamplerSettings) if each.name != "seed")
_settings_of = attrgetter(*_SETTINGS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """A contestant, or a model with all its contestants folded into one."""

    id: str
    """The same wherever model, framing, system prompt and sampler are the same; the seed and the file's folder
    don't count."""
    model_id: str
    """The model file's sha256, or its name and size if it was never hashed."""
    model_name: str
    kind: Kind
    framing: Framing | None
    """None for a folded model, like the two below."""
    system_prompt: str | None
    sampler: SamplerSettings | None
    """With seed 0."""


class Identities:
    """Tells contestants apart.

    A model that had not been hashed yet when it answered is taken for the hashed one of the same name and size, if
    there is just one.
    """

    def __init__(self, models: Iterable[Model], *, fold_to_models: bool = False) -> None:
        """Get to know the models that there are; with folding, a model is one contestant however it was used."""
        hashes: dict[tuple[str, int], set[str]] = {}
        for model in models:
            if model.sha256:
                hashes.setdefault((model.name, model.size_bytes), set()).add(model.sha256)
        self._hash_of = {file: next(iter(found)) for file, found in hashes.items() if len(found) == 1}
        self._fold = fold_to_models
        self._known: dict[tuple[object, ...], Rated] = {}

    def of(self, contestant: Contestant) -> Rated:
        """Who that is; equal contestants give the same value."""
        model = contestant.model
        model_id = model.sha256 or self._hash_of.get((model.name, model.size_bytes), "")
        model_id = model_id or f"{model.name}, {model.size_bytes} bytes"
        key: tuple[object, ...] = (model_id,)
        if not self._fold:
            key = (*key, contestant.framing, contestant.system_prompt, _settings_of(contestant.sampler))
        if key not in self._known:
            self._known[key] = self._rated(contestant, model_id, key)
        return self._known[key]

    def _rated(self, contestant: Contestant, model_id: str, key: tuple[object, ...]) -> Rated:
        return Rated(
            id=hashlib.sha256(repr(key).encode()).hexdigest()[:32],
            model_id=model_id,
            model_name=contestant.model.name,
            kind=contestant.model.verdict.kind,
            framing=None if self._fold else contestant.framing,
            system_prompt=None if self._fold else contestant.system_prompt,
            sampler=None if self._fold else replace(contestant.sampler, seed=0),
        )


def names(contestants: Mapping[str, Rated]) -> dict[str, str]:
    """A name for each contestant that no other has, as short as that allows.

    The model's name; where several share it, what sets them apart: framing, system prompt, sampler settings, a number.

    Args:
        contestants: By id.

    Returns:
        Names by id.
    """
    found = {rated.id: rated.model_name for rated in contestants.values()}
    for part in (_framing, _system_prompt, _settings(contestants.values()), _number()):
        clashing = {name for name, times in Counter(found.values()).items() if times > 1}
        for id_, name in found.items():
            words = part(contestants[id_]) if name in clashing else ""
            if words:
                found[id_] = f"{name} · {words}"
    return found


def _framing(rated: Rated) -> str:
    return framing_name(rated.framing) if rated.framing else ""


def _system_prompt(rated: Rated) -> str:
    if rated.system_prompt is None:
        return ""
    text = " ".join(rated.system_prompt.split())
    if not text:
        return tr("no system prompt")
    short = text[:_SYSTEM_PROMPT_CHARACTERS]
    return f"“{short}…”" if short != text else f"“{text}”"


def _settings(contestants: Iterable[Rated]) -> Callable[[Rated], str]:
    """Says which settings a contestant has, of those that differ anywhere."""
    values: dict[str, set[object]] = {}
    for rated in contestants:
        for name in _SETTINGS if rated.sampler else ():
            values.setdefault(name, set()).add(getattr(rated.sampler, name))
    differing = [name for name, found in values.items() if len(found) > 1]

    def words(rated: Rated) -> str:
        return settings_listed(
            f"{SETTING_NAMES[name]} {setting_value(getattr(rated.sampler, name))}" for name in differing
        )

    return words


def _number() -> Callable[[Rated], str]:
    """Counts those that nothing a person could read tells apart, such as two files of one name."""
    counted: Counter[str] = Counter()

    def words(rated: Rated) -> str:
        counted[rated.model_name] += 1
        return str(counted[rated.model_name])

    return words
