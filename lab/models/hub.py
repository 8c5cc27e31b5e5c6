"""Asks the Hugging Face Hub for models, sizes and checksums. Nobody else imports huggingface_hub.

Its own downloader is not used: it accepts wrong bytes of the right size, does not resume, and in a local folder it once
gave another repository's file of the same name (measured with 2.4.0). Here every byte is hashed as it comes.
"""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from lab.language import tr

# Both are read once, when the library is imported.
os.environ.setdefault("HF_HUB_DISABLE_XET", "1")
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")

import httpx2
from huggingface_hub import HfApi, close_session, hf_hub_url, set_client_factory
from huggingface_hub.errors import GatedRepoError, HfHubHTTPError, HFValidationError, RepositoryNotFoundError
from huggingface_hub.hf_api import ModelInfo, RepoSibling

from lab.errors import DownloadFailed, LabError
from lab.models import hub_asking
from lab.models.hub_asking import AskingClient
from lab.models.hub_http import STALL_TIMEOUT_S, HubClient, endpoint_in_use, no_answer, plain, timeouts
from lab.models.hub_values import FoundRepository, Gate, HubFile, HubRepository, HubSort, SearchPage
from lab.models.hub_words import access_refused, not_given, refused
from lab.models.token_store import HubToken
from lab.models.verified_file import VerifiedFile, require_room

ANSWER_TIMEOUT_S = 5.0
"""How long the Hub may take to describe a file; no answer means that there is no network worth waiting for."""

_BLOCK_BYTES = 1 << 20
_LONGEST_CARD_BYTES = 512 * 1024
_MOST_RESULTS = 1000
_SHA256 = re.compile(r"[0-9a-f]{64}")
_NONSENSE = (ValueError, LookupError, TypeError, AttributeError)
"""What reading an answer raises that is not what it should be."""
_ONE_AT_A_TIME = threading.Lock()
"""huggingface_hub has one client for the whole process, and whoever is done with it closes it."""


def describe(repository: str, file: str, *, endpoint: str | None = None, timeout_s: float | None = None) -> HubFile:
    """Ask for the size and checksum of a file that everybody may have.

    Args:
        repository: E.g. ``mradermacher/SmolLM2-135M-GGUF``.
        file: Its path in the repository.
        endpoint: Another Hub than the usual one.
        timeout_s: Seconds to connect, and again to answer; ``ANSWER_TIMEOUT_S`` by default.

    Raises:
        DownloadFailed: The Hub is out of reach, or has no such file.
    """
    found = look_up(repository, endpoint=endpoint, timeout_s=timeout_s)
    one = next((one for one in found.files if one.file == file), None)
    if one is None:
        raise DownloadFailed(
            tr("The Hub's {repository} has no file {file} with a checksum.", repository=repository, file=file),
            tr("Try again later."),
        )
    return one


def look_up(
    repository: str,
    *,
    commit: str | None = None,
    token: HubToken | None = None,
    endpoint: str | None = None,
    timeout_s: float | None = None,
) -> HubRepository:
    """Ask what a repository holds; what is given is pinned to one commit.

    Args:
        repository: Owner and name.
        commit: As it stood then; as it stands now by default.
        token: Shown to the Hub, for repositories that are not open to everybody.
        endpoint: Another Hub than the usual one.
        timeout_s: Seconds to connect, and again to answer; ``ANSWER_TIMEOUT_S`` by default.

    Raises:
        DownloadFailed: The Hub is out of reach, or has no such repository for us.
    """
    home = endpoint or endpoint_in_use()
    with _asking(home, token, timeout_s, repository) as api:
        info = api.model_info(repository, revision=commit, files_metadata=True)
        if not info.sha:
            raise DownloadFailed(
                tr("The Hub does not say at which commit {repository} stands.", repository=repository),
                tr("Try again later."),
            )
        files = (_file(sibling, repository, info.sha, home) for sibling in info.siblings or ())
        licence, licence_url = _licence(info, home)
        return HubRepository(
            repository=repository,
            commit=info.sha,
            files=tuple(file for file in files if file is not None),
            licence=licence,
            licence_url=licence_url,
            gate=_gate(info),
            downloads=info.downloads or 0,
            likes=info.likes or 0,
            made_from=_made_from(info),
            tags=tuple(info.tags or ()),
        )


def search(
    text: str,
    *,
    sort: HubSort = HubSort.DOWNLOADS,
    page: int = 1,
    page_size: int = 20,
    token: HubToken | None = None,
    endpoint: str | None = None,
    timeout_s: float | None = None,
) -> SearchPage:
    """Look for repositories with GGUF files.

    Args:
        text: Words of the name; empty for all.
        sort: What comes first.
        page: From 1.
        page_size: How many on one page.
        token: Shown to the Hub.
        endpoint: Another Hub than the usual one.
        timeout_s: Seconds to connect, and again to answer.

    Raises:
        DownloadFailed: The Hub is out of reach.
    """
    before = (page - 1) * page_size
    # One more than shown tells whether there is another page. The Hub gives no page by its number.
    wanted = min(before + page_size + 1, _MOST_RESULTS)
    with _asking(endpoint or endpoint_in_use(), token, timeout_s, "") as api:
        infos = list(
            api.list_models(
                filter="gguf",
                search=text.strip() or None,
                sort=sort.value,
                limit=wanted,
                expand=["downloads", "likes", "gated", "lastModified", "tags"],
            )
        )
        shown = infos[before : before + page_size]
        return SearchPage(
            repositories=tuple(_found(info) for info in shown), page=page, has_more=len(infos) > before + page_size
        )


def read_card(repository: str, commit: str, *, token: HubToken | None = None, endpoint: str | None = None) -> str:
    """The text of a repository's model card (Markdown), at most half a megabyte; empty if it has none.

    Raises:
        DownloadFailed: The Hub is out of reach or does not give it.
    """
    home = endpoint or endpoint_in_use()
    url = hf_hub_url(repository, "README.md", revision=commit, endpoint=home)
    text = bytearray()
    end = time.monotonic() + hub_asking.MOST_SECONDS
    try:
        with (
            HubClient(home, timeout=timeouts(stall_s=ANSWER_TIMEOUT_S), token=token) as client,
            client.stream("GET", url) as response,
        ):
            if response.status_code == 404:
                return ""
            if response.status_code != 200:
                raise refused(response.status_code, repository, home, has_token=token is not None)
            for block in response.iter_bytes(_BLOCK_BYTES):
                text += block
                if len(text) >= _LONGEST_CARD_BYTES:
                    break
                if time.monotonic() > end:
                    raise hub_asking.too_slow()
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise no_answer(error) from None
    return text[:_LONGEST_CARD_BYTES].decode(errors="replace")


def fetch(source: HubFile, target: Path, on_done: Callable[[int], None]) -> None:
    """Download a small file in one go, hashing it on the way, and put it in its place once it is right.

    What should survive an interruption goes through ``download_queue``.

    Args:
        source: What to fetch.
        target: The file to make.
        on_done: Receives the bytes that have come so far.

    Raises:
        DownloadFailed: It could not be had, or what came was not what was promised. Nothing is left behind.
        NotEnoughDisk: There is no room for it.
    """
    require_room(target.parent, source.size_bytes)
    home = str(httpx2.URL(source.url).copy_with(raw_path=b"/"))
    with VerifiedFile(target, size_bytes=source.size_bytes, sha256=source.sha256) as whole:
        try:
            with (
                HubClient(home, timeout=timeouts(connect_s=STALL_TIMEOUT_S)) as client,
                client.stream("GET", source.url, headers={"Accept-Encoding": "identity"}) as response,
            ):
                if response.status_code != 200:
                    raise not_given(source.file, response.status_code)
                for block in response.iter_bytes(_BLOCK_BYTES):
                    whole.write(block)
                    on_done(whole.written_bytes)
        except httpx2.RemoteProtocolError:
            # The line was cut; how much came is said by finish().
            pass
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise no_answer(error) from error
        whole.finish()


@contextmanager
def _asking(home: str, token: HubToken | None, timeout_s: float | None, repository: str) -> Iterator[HfApi]:
    """Ask through huggingface_hub, with our client and our errors; what it gave is looked at in here too.

    It hands on whatever the Hub says, of any type. Its errors hold the request with its headers, so none is kept as a
    cause.
    """
    seconds = ANSWER_TIMEOUT_S if timeout_s is None else timeout_s
    with _ONE_AT_A_TIME:
        set_client_factory(lambda: AskingClient(home, seconds, token))
        try:
            # The client shows the token, and to the Hub alone.
            yield HfApi(endpoint=home, token=False)
        except GatedRepoError:
            raise access_refused(repository, home, has_token=token is not None) from None
        except (RepositoryNotFoundError, HfHubHTTPError) as error:
            status = error.response.status_code if error.response is not None else 0
            raise refused(status, repository, home, has_token=token is not None) from None
        except LabError:
            raise
        except HFValidationError as error:
            raise DownloadFailed(
                tr("'{repository}' is not the name of a repository.", repository=repository),
                tr("It looks like owner/name, e.g. bartowski/SmolLM2-135M-Instruct-GGUF."),
                detail=plain(error),
            ) from None
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError, *_NONSENSE) as error:
            raise no_answer(error) from None
        finally:
            close_session()


def _file(sibling: RepoSibling, repository: str, commit: str, home: str) -> HubFile | None:
    """A GGUF file whose size and checksum the Hub says; None if it says no sensible ones, or if it is another file."""
    name, lfs = sibling.rfilename, sibling.lfs
    if not name.lower().endswith(".gguf") or lfs is None:
        return None
    if not isinstance(lfs.size, int) or lfs.size <= 0 or not _SHA256.fullmatch(lfs.sha256):
        return None
    return HubFile(
        repository=repository,
        file=name,
        commit=commit,
        size_bytes=lfs.size,
        sha256=lfs.sha256,
        url=hf_hub_url(repository, name, revision=commit, endpoint=home),
    )


def _found(info: ModelInfo) -> FoundRepository:
    return FoundRepository(
        repository=info.id,
        downloads=info.downloads or 0,
        likes=info.likes or 0,
        licence=_licence_tag(info),
        gate=_gate(info),
        changed=info.last_modified.date().isoformat() if info.last_modified else "",
        tags=tuple(info.tags or ()),
    )


def _gate(info: ModelInfo) -> Gate:
    return {"auto": Gate.ASK, "manual": Gate.APPROVAL}.get(str(info.gated), Gate.OPEN)


def _licence_tag(info: ModelInfo) -> str:
    return next((tag.partition(":")[2] for tag in info.tags or () if tag.startswith("license:")), "")


def _licence(info: ModelInfo, home: str) -> tuple[str, str]:
    card = info.card_data
    name = str(card.get("license_name") or card.get("license") or "") if card else ""
    link = str(card.get("license_link") or "") if card else ""
    if not link.startswith("https://"):
        link = f"{home}/{info.id}" if name or _licence_tag(info) else ""
    return name or _licence_tag(info), link


def _made_from(info: ModelInfo) -> tuple[str, ...]:
    given = info.card_data.get("base_model") if info.card_data else None
    if isinstance(given, str):
        return (given,)
    return tuple(str(one) for one in given) if isinstance(given, list) else ()
