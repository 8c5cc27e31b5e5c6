"""Asks the Hugging Face Hub for a file's size and checksum, and fetches it. Nobody else imports huggingface_hub.

Its own downloader is not used: it accepts wrong bytes of the right size, and in a local folder it once gave another
repository's file of the same name (measured with 2.4.0). Here every byte is hashed as it comes.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

# Both are read once, when the library is imported.
os.environ.setdefault("HF_HUB_DISABLE_XET", "1")
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")

import httpx2
from huggingface_hub import HfApi, close_session, hf_hub_url
from huggingface_hub.errors import HfHubHTTPError, HFValidationError, OfflineModeIsEnabled

from lab.errors import DownloadFailed
from lab.models.verified_file import VerifiedFile, require_room

ANSWER_TIMEOUT_S = 5.0
"""How long the Hub may take to describe a file; no answer means that there is no network worth waiting for."""

_STALL_TIMEOUT_S = 30.0
_BLOCK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class HubFile:
    """A file on the Hub as it stands at one commit."""

    repository: str
    file: str
    commit: str
    size_bytes: int
    sha256: str
    url: str


def describe(repository: str, file: str, *, endpoint: str | None = None, timeout_s: float | None = None) -> HubFile:
    """Ask for the size and checksum of a file.

    Args:
        repository: E.g. ``mradermacher/SmolLM2-135M-GGUF``.
        file: Its path in the repository.
        endpoint: Another Hub than the usual one.
        timeout_s: Seconds to connect, and again to answer; ``ANSWER_TIMEOUT_S`` by default.

    Raises:
        DownloadFailed: The Hub is out of reach, or has no such file.
    """
    timeout = ANSWER_TIMEOUT_S if timeout_s is None else timeout_s
    try:
        # No token: these files are public, and nobody needs to know who asks.
        info = HfApi(endpoint=endpoint, token=False).model_info(repository, files_metadata=True, timeout=timeout)
    except HfHubHTTPError as error:
        raise DownloadFailed(
            f"The Hub does not give {repository}.", "It may be gone or need a login.", detail=str(error)
        ) from error
    except (httpx2.HTTPError, HFValidationError, OfflineModeIsEnabled, OSError, ValueError, KeyError) as error:
        raise _no_answer(error) from error
    finally:
        close_session()
    found = next((sibling for sibling in info.siblings or () if sibling.rfilename == file), None)
    if found is None or found.lfs is None or not found.lfs.size or not info.sha:
        raise DownloadFailed(f"The Hub's {repository} has no file {file} with a checksum.", "Try again later.")
    return HubFile(
        repository=repository,
        file=file,
        commit=info.sha,
        size_bytes=found.lfs.size,
        sha256=found.lfs.sha256,
        url=hf_hub_url(repository, file, revision=info.sha, endpoint=endpoint),
    )


def fetch(source: HubFile, target: Path, on_done: Callable[[int], None]) -> None:
    """Download a file, hashing it on the way, and put it in its place once it is right.

    Args:
        source: What to fetch.
        target: The file to make.
        on_done: Receives the bytes that have come so far.

    Raises:
        DownloadFailed: It could not be had, or what came was not what was promised. Nothing is left behind.
        NotEnoughDisk: There is no room for it.
    """
    require_room(target.parent, source.size_bytes)
    headers = {"Accept-Encoding": "identity", "User-Agent": "counterpoint-lab"}
    timeout = httpx2.Timeout(_STALL_TIMEOUT_S)
    with VerifiedFile(target, size_bytes=source.size_bytes, sha256=source.sha256) as whole:
        try:
            with (
                httpx2.Client(follow_redirects=True, timeout=timeout, headers=headers) as client,
                client.stream("GET", source.url) as response,
            ):
                if response.status_code != 200:
                    raise DownloadFailed(
                        f"The Hub does not give {source.file} (it answered {response.status_code}).", "Try again later."
                    )
                for block in response.iter_bytes(_BLOCK_BYTES):
                    whole.write(block)
                    on_done(whole.written_bytes)
        except httpx2.RemoteProtocolError:
            # The line was cut; how much came is said by finish().
            pass
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise _no_answer(error) from error
        whole.finish()


def _no_answer(error: BaseException) -> DownloadFailed:
    return DownloadFailed(
        "The Hugging Face Hub does not answer.",
        "Check the network and try again.",
        detail=f"{type(error).__name__}: {error}",
    )
