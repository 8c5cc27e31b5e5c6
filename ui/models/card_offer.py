"""What a card is about, whatever becomes of it: a pair or ladder of the catalogue, or the starter pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lab.amounts import rough_size
from lab.language import tr
from lab.models.catalogue import CatalogueEntry, Stage
from lab.models.fit import MemoryShape, rough_shape
from lab.models.fit_verdict import Fit, FitVerdict, judge_fit
from lab.models.hub_files import quantization_of
from lab.models.memory_now import MemoryNow
from lab.models.starter_table import Source, StarterModel
from ui.first_start.words import all_of

STARTER_ID = "starter"
_STAGE_WORDS = {Stage.BASE: tr("base"), Stage.SFT: "SFT", Stage.DPO: "DPO", Stage.CHAT: tr("chat")}
_RANKS = (Fit.FITS, Fit.ONE_AT_A_TIME, Fit.SLOW, Fit.WONT_FIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedModel:
    """One model of a card."""

    name: str
    """What it will be called in the library."""
    size_bytes: int
    """About; of the file."""
    shape: MemoryShape
    """What it may take in memory, as far as that can be told before it is here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardOffer:
    """What a card offers."""

    id: str
    """Of the catalogue's entry, or ``STARTER_ID``."""
    title: str
    facts: str
    """Models, size and licence in one line."""
    why: str
    """A sentence on why to try it."""
    terms: str
    """A notice that must be seen before the download; empty if there is none."""
    licence_urls: tuple[str, ...]
    models: tuple[OfferedModel, ...]
    """From the base model up."""
    entry: CatalogueEntry | None
    """The catalogue's; None for the starter pair."""
    extra_bytes: int = 0
    """Room on the disk that is only needed on the way."""

    @property
    def size_bytes(self) -> int:
        """Of all models together, about."""
        return sum(model.size_bytes for model in self.models)

    def fit(self, memory: MemoryNow, context_tokens: int) -> FitVerdict:
        """Whether the two that are compared run here; of a ladder the two largest."""
        largest = sorted(self.models, key=lambda model: model.size_bytes)[-2:]
        return judge_fit([model.shape for model in largest], context_tokens, memory)


def offer_of(entry: CatalogueEntry) -> CardOffer:
    """The card of a pair or a ladder."""
    models = tuple(
        OfferedModel(
            name=model.name,
            size_bytes=model.size_bytes,
            shape=rough_shape(f"{model.repository}/{model.pattern}", model.size_bytes, quantization_of(model.pattern)),
        )
        for model in entry.models
    )
    stages = (" → " if entry.is_ladder else " + ").join(_STAGE_WORDS[model.stage] for model in entry.models)
    licences = all_of(dict.fromkeys(model.licence for model in entry.models))
    return CardOffer(
        id=entry.id,
        title=entry.title,
        facts=f"{stages} · {_sizes(models, entry.is_ladder)} · {licences} · {entry.made_by}",
        why=entry.why,
        terms=entry.terms,
        licence_urls=tuple(dict.fromkeys(model.licence_url for model in entry.models)),
        models=models,
        entry=entry,
    )


def starter_offer(table: Sequence[StarterModel]) -> CardOffer:
    """The card of the pair that comes as Python packages.

    Args:
        table: The starter models; only those of the package index count.
    """
    packed = [model for model in table if model.source is Source.PACKAGE_INDEX]
    models = tuple(
        OfferedModel(
            name=model.name,
            size_bytes=model.size_bytes,
            shape=rough_shape(model.file, model.size_bytes, quantization_of(model.file)),
        )
        for model in packed
    )
    licences = all_of(dict.fromkeys(model.licence for model in packed))
    wheels = [wheel.size_bytes for model in packed for wheel in model.wheels]
    return CardOffer(
        id=STARTER_ID,
        title=tr("Starter pair"),
        facts=f"{' + '.join(model.name for model in packed)} · {_sizes(models, False)} · {licences}",
        why=tr("Two families. It comes as Python packages: no Hub and no account needed."),
        terms=" ".join(dict.fromkeys(model.terms for model in packed if model.terms)),
        licence_urls=tuple(dict.fromkeys(model.licence_url for model in packed)),
        models=models,
        entry=None,
        extra_bytes=2 * max(wheels, default=0),
    )


def in_order(offers: Sequence[CardOffer], memory: MemoryNow, context_tokens: int) -> list[CardOffer]:
    """What fits first, and of that the smallest first."""
    return sorted(offers, key=lambda one: (_RANKS.index(one.fit(memory, context_tokens).fit), one.size_bytes))


def _sizes(models: Sequence[OfferedModel], ladder: bool) -> str:
    if ladder and len({rough_size(model.size_bytes) for model in models}) == 1:
        return f"{len(models)} × {rough_size(models[0].size_bytes)}"
    return rough_size(sum(model.size_bytes for model in models))
