"""The client that asks the Hub small questions: every answer has a limit, in bytes and in seconds."""

from __future__ import annotations

import time

import httpx2

from lab.errors import DownloadFailed
from lab.language import tr
from lab.models.hub_http import HubClient, no_answer, timeouts
from lab.models.hub_words import refused
from lab.models.token_store import HubToken

MOST_SECONDS = 30.0
"""For one question, with all the pages and redirects that its answer takes."""

_MOST_BYTES = 16_000_000
"""For one question. A thousand repositories, or one with some thousand files, take a tenth of that."""

_TOLD_OF_THE_WIRE = ("content-encoding", "content-length", "transfer-encoding")


class AskingClient(HubClient):
    """A client for one question. It gives up at once, and reads no answer without end.

    huggingface_hub would ask again and sleep in between, for as long as the Hub tells it to, and would read whatever
    comes, page after page.

    Args:
        home: The Hub's address.
        seconds: To connect, and again until anything comes.
        token: Shown to the Hub.
    """

    def __init__(self, home: str, seconds: float, token: HubToken | None) -> None:
        super().__init__(home, timeout=timeouts(connect_s=seconds, stall_s=seconds), token=token)
        self._endpoint = home
        self._has_token = token is not None
        self._bytes_left = _MOST_BYTES
        self._end = time.monotonic() + MOST_SECONDS

    def send(self, request: httpx2.Request, **options: object) -> httpx2.Response:
        """Send, read the whole answer, and turn what the library's retries would wait for into an error of ours."""
        try:
            response = super().send(request, **(options | {"stream": True}))  # type: ignore[arg-type]
            try:
                if response.status_code in (408, 429) or response.status_code >= 500:
                    raise refused(response.status_code, "", self._endpoint, has_token=self._has_token)
                return self._whole(response)
            finally:
                response.close()
        except httpx2.TransportError as error:
            raise no_answer(error) from None

    def _before(self, request: httpx2.Request) -> None:
        self._require_time()
        super()._before(request)

    def _whole(self, response: httpx2.Response) -> httpx2.Response:
        content = bytearray()
        for block in response.iter_bytes():
            self._bytes_left -= len(block)
            if self._bytes_left < 0:
                raise DownloadFailed(
                    tr("The Hugging Face Hub sends more than such an answer can be."),
                    tr("Try again later, or from another network."),
                )
            content += block
            self._require_time()
        headers = [(name, value) for name, value in response.headers.multi_items() if name not in _TOLD_OF_THE_WIRE]
        whole = httpx2.Response(response.status_code, headers=headers, content=bytes(content), request=response.request)
        whole.history = response.history
        return whole

    def _require_time(self) -> None:
        if time.monotonic() > self._end:
            raise too_slow()


def too_slow() -> DownloadFailed:
    """The error for an answer that has begun and does not end."""
    return DownloadFailed(tr("The Hugging Face Hub takes too long to answer."), tr("Check the network and try again."))
