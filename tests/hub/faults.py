"""What the stand-in can do wrong when it is asked for a file, a description or a search."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """How the next download goes wrong, or every description and search (``HubStandIn.answering``).

    Attributes:
        times: How often; -1 for always.
        status: Answer with this status and no bytes.
        headers: Sent along with it.
        cut_after: Hang up after so many bytes of this answer.
        change_last_byte: Send wrong bytes of the right size.
        ignore_range: Send the whole file, whatever part was asked for.
        endless: Go on sending after the end, without having said how much would come.
        silent_after: After so many bytes send nothing more, and keep the line open.
        mute: Take the request and say nothing at all.
        halt_after: After so many bytes wait until the test lets go (``HubStandIn.go_on``).
        pause_s: Wait so long after each block of 64 KiB.
        pages_without_end: Give a search no result and the address of a next page, again and again.
        redirect_to: Send the client to this address.
        web_page: Send one in place of the file, as a network does that wants its users to log in.
        wrong_length: Promise so many bytes in ``Content-Length`` instead.
    """

    times: int = 1
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    cut_after: int | None = None
    change_last_byte: bool = False
    ignore_range: bool = False
    endless: bool = False
    silent_after: int | None = None
    mute: bool = False
    halt_after: int | None = None
    pause_s: float = 0.0
    pages_without_end: bool = False
    redirect_to: str = ""
    web_page: bool = False
    wrong_length: int | None = None
