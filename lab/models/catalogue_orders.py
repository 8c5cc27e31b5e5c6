"""Turns what the catalogue proposes, or what somebody asks for, into orders that are pinned to a commit."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from fnmatch import fnmatchcase

from lab.errors import DownloadFailed
from lab.language import tr
from lab.models import hub
from lab.models.catalogue import CatalogueEntry, CatalogueModel, catalogue
from lab.models.download_order import DownloadOrder
from lab.models.hub_files import FileGroup, choose, group_files
from lab.models.hub_http import endpoint_in_use
from lab.models.hub_values import Gate, HubRepository
from lab.models.hub_words import access_refused
from lab.models.token_store import HubToken
from lab.records import Kind


def find_entry(wanted: str, entries: Sequence[CatalogueEntry] | None = None) -> CatalogueEntry:
    """The pair or ladder of that id.

    Args:
        wanted: Its id, in any case, or the beginning of one if that fits one only.
        entries: The catalogue; the one that ships by default.

    Raises:
        DownloadFailed: There is none; the hint names near ones.
    """
    known = {entry.id: entry for entry in (catalogue() if entries is None else entries)}
    low = wanted.lower()
    fitting = [identity for identity in known if identity.startswith(low)] if low else []
    if low in known:
        return known[low]
    if len(fitting) == 1:
        return known[fitting[0]]
    near = fitting or difflib.get_close_matches(low, known, n=3, cutoff=0.4)
    there = tr(" or ").join(near) if near else ", ".join(known)
    raise DownloadFailed(
        tr("There is no pair called '{wanted}'.", wanted=wanted),
        tr("Did you mean {names}? A repository is written owner/name.", names=there)
        if near
        else tr("There are: {names}.", names=there),
    )


def order_model(wanted: CatalogueModel, *, token: HubToken | None = None, endpoint: str | None = None) -> DownloadOrder:
    """Ask the Hub for one model of the catalogue, as it stands now.

    Raises:
        DownloadFailed: The Hub is out of reach, has no such file any more, or gives it only to people who have
            accepted its terms, and there is no token to show who asks. Whether the owner of a token has accepted them
            shows when the file is asked for.
    """
    found = hub.look_up(wanted.repository, token=token, endpoint=endpoint)
    if found.gate is not Gate.OPEN and token is None:
        raise access_refused(wanted.repository, endpoint or endpoint_in_use(), has_token=False)
    fitting = [group for group in group_files(found.files) if _fits(group, wanted.pattern) and group.is_complete]
    if not fitting:
        raise DownloadFailed(
            tr("{repository} has no file {file} any more.", repository=wanted.repository, file=wanted.pattern),
            tr("Look what it has: counterpoint search --files {repository}", repository=wanted.repository),
        )
    return DownloadOrder(
        files=fitting[0].files,
        name=wanted.name,
        kind=wanted.stage.kind,
        licence=wanted.licence,
        licence_url=wanted.licence_url,
    )


def order_entry(
    entry: CatalogueEntry, *, token: HubToken | None = None, endpoint: str | None = None
) -> list[DownloadOrder]:
    """Ask the Hub for all models of a pair or a ladder.

    Raises:
        DownloadFailed: One of them can't be had; nothing is fetched then.
    """
    return [order_model(model, token=token, endpoint=endpoint) for model in entry.models]


def order_file(found: HubRepository, wanted: str = "") -> DownloadOrder:
    """An order for a file of a repository.

    Args:
        found: The repository.
        wanted: A file's name, a part of one, or a quantization; empty for the recommended one.

    Raises:
        DownloadFailed: There is no such file.
    """
    group = choose(group_files(found.files), wanted, found.repository)
    return DownloadOrder(
        files=group.files,
        kind=_known_kind(found.repository, group),
        licence=found.licence,
        licence_url=found.licence_url,
    )


def _known_kind(repository: str, group: FileGroup) -> Kind | None:
    """What the catalogue says of exactly this file."""
    for entry in catalogue():
        for model in entry.models:
            if model.repository == repository and _fits(group, model.pattern):
                return model.stage.kind
    return None


def _fits(group: FileGroup, pattern: str) -> bool:
    return fnmatchcase(f"{group.name}.gguf".lower(), pattern.lower())
