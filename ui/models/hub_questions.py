"""What is asked of the Hub and of this computer, on a thread: a search, a repository with its files, its card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from lab.models import hub
from lab.models.catalogue_orders import order_file
from lab.models.download_order import DownloadOrder
from lab.models.fit import rough_shape
from lab.models.fit_verdict import Fit, FitVerdict, judge_fit
from lab.models.hub_files import FileGroup, group_files, recommended
from lab.models.hub_siblings import Sibling, find_siblings
from lab.models.hub_values import HubRepository, HubSort, SearchPage
from lab.models.memory_now import MemoryNow, memory_now
from lab.models.token_store import HubToken
from ui.models.hub_card_text import readable

PAGE = 20
"""How many results come at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedFile:
    """A model of a repository, with what this computer makes of it."""

    group: FileGroup
    verdict: FitVerdict | None
    """None for what can't be run by itself."""
    order: DownloadOrder | None
    """What to ask for to get it; None if it can't be had."""
    is_recommended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedRepository:
    """A repository with its files, those of one quantization together."""

    found: HubRepository
    files: tuple[OfferedFile, ...]
    context_tokens: int
    """The length of conversation that was judged by."""
    has_token: bool
    """Whether the Hub was shown one."""


class HubQuestions:
    """Asks the Hub; each call may take seconds, and may wait for the keyring.

    Args:
        token: Gives the user's token.
        endpoint: Another Hub than the usual one.
    """

    def __init__(self, token: Callable[[], HubToken | None], endpoint: str | None = None) -> None:
        self._token = token
        self._endpoint = endpoint

    def search(self, text: str, sort: HubSort, page: int) -> SearchPage:
        """One page of results.

        Raises:
            DownloadFailed: The Hub is out of reach.
        """
        return hub.search(text, sort=sort, page=page, page_size=PAGE, token=self._token(), endpoint=self._endpoint)

    def look_up(self, repository: str, context_tokens: int) -> OfferedRepository:
        """What a repository holds, and what of it this computer can run.

        Raises:
            DownloadFailed: The Hub is out of reach or has no such repository for us.
        """
        token = self._token()
        found = hub.look_up(repository, token=token, endpoint=self._endpoint)
        return offer(found, context_tokens, memory_now(), has_token=token is not None)

    def card(self, repository: str, commit: str) -> str:
        """The model card as Markdown that can be shown; empty if there is none.

        Raises:
            DownloadFailed: The Hub is out of reach or does not give it.
        """
        return readable(hub.read_card(repository, commit, token=self._token(), endpoint=self._endpoint))

    def siblings(self, repository: str) -> list[Sibling]:
        """What may be the other half of a pair, the likeliest first.

        Raises:
            DownloadFailed: The Hub is out of reach.
        """
        return find_siblings(repository, token=self._token(), endpoint=self._endpoint)


def offer(found: HubRepository, context_tokens: int, memory: MemoryNow, *, has_token: bool) -> OfferedRepository:
    """Judge the files of a repository."""
    groups = group_files(found.files)
    verdicts = {
        id(group): judge_fit([rough_shape(group.name, group.size_bytes, group.quantization)], context_tokens, memory)
        for group in groups
        if group.is_model and group.is_complete
    }
    best = recommended_here(groups, {key: verdict.fit for key, verdict in verdicts.items()})
    first: dict[str, int] = {}
    for place, group in enumerate(groups):
        first.setdefault(group.quantization, place)
    together = sorted(groups, key=lambda group: (not group.is_model, first[group.quantization]))
    files = tuple(
        OfferedFile(
            group=group,
            verdict=verdicts.get(id(group)),
            # Of these files alone, so that the one that is meant is the only one there is.
            order=order_file(replace(found, files=group.files)) if id(group) in verdicts else None,
            is_recommended=group is best,
        )
        for group in together
    )
    return OfferedRepository(found=found, files=files, context_tokens=context_tokens, has_token=has_token)


def recommended_here(groups: tuple[FileGroup, ...], fits: dict[int, Fit]) -> FileGroup | None:
    """The one to take on this computer: the usual one, or the largest smaller one that fits if that does not.

    If none fits, it is the largest of these that runs at all, slowly.

    Args:
        groups: All of a repository.
        fits: How the whole models among them go into memory, by ``id``.

    Returns:
        None if there is no whole model, or none that could run here.
    """
    best = recommended(groups)
    if best is None:
        return None
    for wanted in (Fit.FITS, Fit.SLOW):
        no_larger = [group for group in groups if group is best or group.size_bytes < best.size_bytes]
        running = [group for group in no_larger if fits.get(id(group)) is wanted]
        if running:
            return max(running, key=lambda group: (group is best, group.size_bytes))
    return None
