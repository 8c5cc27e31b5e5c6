"""The one way onto the network for the Hub: a client that asks the offline switch and keeps the token at home.

httpx2 comes with huggingface_hub, so that both go through the same proxies and trust the same certificates.
"""

from __future__ import annotations

import logging
import os
from typing import Any

import httpx2

from lab.errors import DownloadFailed
from lab.language import tr
from lab.models.offline import require_hub
from lab.models.token_store import HubToken

DEFAULT_ENDPOINT = "https://huggingface.co"
CONNECT_TIMEOUT_S = 10.0
STALL_TIMEOUT_S = 30.0
"""How long nothing may come before a connection counts as broken."""
_MOST_REDIRECTS = 5

# It tells every address that it asks, and the address that a redirect leads to is signed.
logging.getLogger("httpx2").setLevel(logging.WARNING)


def endpoint_in_use() -> str:
    """The Hub's address: ``COUNTERPOINT_HUB`` for a mirror or a test, else ``HF_ENDPOINT``, else the public one."""
    given = os.environ.get("COUNTERPOINT_HUB") or os.environ.get("HF_ENDPOINT") or DEFAULT_ENDPOINT
    return given.rstrip("/")


class HubClient(httpx2.Client):
    """A client for one Hub.

    Before each request, also before one that a redirect leads to, the offline switch is asked; a token is taken off
    if the request goes elsewhere than to the Hub itself; and a way that began encrypted does not go on in the open.

    Args:
        endpoint: The Hub's address.
        timeout: For every request, whatever the caller says.
        token: For the Hub itself.
    """

    def __init__(self, endpoint: str, *, timeout: httpx2.Timeout, token: HubToken | None = None) -> None:
        super().__init__(
            follow_redirects=True,
            max_redirects=_MOST_REDIRECTS,
            event_hooks={"request": [self._before], "response": [_without_the_body_of_a_redirect]},
            headers={"User-Agent": "counterpoint-lab"},
        )
        self._home = _origin(httpx2.URL(endpoint))
        self._timeouts = timeout.as_dict()
        self._token = token

    def _before(self, request: httpx2.Request) -> None:
        require_hub()
        # huggingface_hub passes timeout=None in some calls, which would be for ever.
        request.extensions = {**request.extensions, "timeout": self._timeouts}
        origin = _origin(request.url)
        if origin[0] not in ("https", "http") or (self._home[0] == "https" and origin[0] != "https"):
            raise DownloadFailed(
                tr(
                    "The Hub sends us to {host} over a line that is not safe ({scheme}).",
                    host=request.url.host,
                    scheme=origin[0],
                ),
                tr("Try again later, or from another network."),
            )
        if origin != self._home:
            request.headers.pop("Authorization", None)
            request.headers.pop("Cookie", None)
        elif self._token is not None:
            request.headers["Authorization"] = f"Bearer {self._token.reveal()}"


def _without_the_body_of_a_redirect(response: httpx2.Response) -> None:
    """The library would read it before it goes on, and it may be without end."""
    if response.has_redirect_location and isinstance(response.stream, httpx2.SyncByteStream):
        response.stream.close()
        response.stream = httpx2.ByteStream(b"")


def no_answer(error: BaseException) -> DownloadFailed:
    """The error for a Hub that can't be reached or does not speak as it should."""
    if isinstance(error, httpx2.TooManyRedirects):
        return DownloadFailed(tr("The Hub sends us from one address to the next."), tr("Try again later."))
    return DownloadFailed(
        tr("The Hugging Face Hub does not answer."), tr("Check the network and try again."), detail=plain(error)
    )


def plain(error: BaseException) -> str:
    """What a library said, without addresses' queries: signatures stand there."""
    return " ".join(word.partition("?")[0] if "://" in word else word for word in _words(error))


def _words(error: BaseException) -> list[str]:
    return f"{type(error).__name__}: {error}".split()


def timeouts(*, connect_s: float = CONNECT_TIMEOUT_S, stall_s: float = STALL_TIMEOUT_S) -> httpx2.Timeout:
    """How long to wait for a connection, and for anything to come over it."""
    return httpx2.Timeout(stall_s, connect=connect_s)


def _origin(url: httpx2.URL) -> tuple[str, str, Any]:
    port = url.port or {"https": 443, "http": 80}.get(url.scheme)
    return url.scheme, url.host, port
