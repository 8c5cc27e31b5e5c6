"""Where the prompts of a blind session come from: suggestions, suites, or lines that the user has pasted."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lab.language import tr
from lab.suggestions import suggestions

MOST_PROMPTS = 500
"""Nobody votes on more in one go; of more that are pasted the rest is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Prompts to choose from."""

    name: str
    prompts: tuple[str, ...]
    """Each once."""
    left_out: int = 0
    """How many items of a suite can't be asked here: those that go on after the answer, or need a system prompt."""


def suggested() -> tuple[Source, ...]:
    """The prompts that ship: all together, then by group."""
    groups = suggestions()
    everything = Source(name=tr("All prompts worth trying"), prompts=_once(p for each in groups for p in each.prompts))
    return everything, *(Source(name=each.name, prompts=_once(each.prompts)) for each in groups)


def from_suites(folder: Path) -> tuple[Source, ...]:
    """The suites that there are, as far as they have prompts that can be asked one by one. Reads the disk.

    Args:
        folder: Where the user's own are; it need not exist.
    """
    from lab.suites.shelf import shelf  # late: it brings all checks with it

    found = []
    for each in shelf(folder).suites:
        items = [item for item in each.suite.items if not item.turns and not item.system_prompt]
        left_out = len(each.suite.items) - len(items)
        found.append(Source(name=each.suite.title, prompts=_once(item.prompt for item in items), left_out=left_out))
    return tuple(source for source in found if source.prompts)


def pasted(text: str) -> tuple[str, ...]:
    """The prompts in a text, one a line; empty lines and what is there twice are passed over."""
    return _once(line.strip() for line in text.splitlines() if line.strip())[:MOST_PROMPTS]


def drawn(prompts: Sequence[str], count: int, chance: random.Random | None = None) -> tuple[str, ...]:
    """Some of the prompts by chance, in their order; all if there are no more.

    Args:
        prompts: To draw from.
        count: How many.
        chance: Draws; the system's own source of chance if None.
    """
    chance = chance or random.SystemRandom()
    places = sorted(chance.sample(range(len(prompts)), min(count, len(prompts))))
    return tuple(prompts[place] for place in places)


def _once(prompts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(prompts))
