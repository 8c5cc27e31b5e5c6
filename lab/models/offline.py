"""The one switch that keeps the program off the network.

Whatever opens a connection asks here first, so that nothing is looked up or connected to while it is on. It is on if
the user has said so (``set_offline``) or if ``COUNTERPOINT_OFFLINE`` is set. ``HF_HUB_OFFLINE`` closes the Hub alone.
"""

from __future__ import annotations

import os
import threading

from lab.errors import DownloadFailed
from lab.language import tr

_OFF = ("", "0", "false", "no", "off")
_ON_FOR_THE_HUB = ("1", "true", "yes", "on")
"""What huggingface_hub takes for a yes, in any case."""

_switched_on = threading.Event()


class Offline(DownloadFailed):
    """A network call was not made, because the user works offline."""


def set_offline(offline: bool) -> None:
    """Turn the switch for this process, e.g. from the window's settings.

    Downloads that run notice it with their next bytes and stop; what came is kept.
    """
    if offline:
        _switched_on.set()
    else:
        _switched_on.clear()


def is_forced() -> bool:
    """Whether the environment says so, and the window's switch can't change it."""
    return os.environ.get("COUNTERPOINT_OFFLINE", "").lower() not in _OFF


def is_offline() -> bool:
    """Whether no network call may be made."""
    return _switched_on.is_set() or is_forced()


def is_hub_closed() -> bool:
    """Whether the Hub may not be asked, be it for this switch or for the Hub's own."""
    return is_offline() or os.environ.get("HF_HUB_OFFLINE", "").lower() in _ON_FOR_THE_HUB


def how_to_go_online(deed: str) -> str:
    """What to do about it, as a sentence.

    Args:
        deed: What one would like to do, e.g. ``search``.
    """
    if _switched_on.is_set() and not is_forced():
        return tr("To {deed}, turn off ‘Work offline’ in the settings.", deed=deed)
    variable = "COUNTERPOINT_OFFLINE" if is_forced() else "HF_HUB_OFFLINE"
    return tr(
        "The variable {variable} says so. To {deed}, start Counterpoint without it.", variable=variable, deed=deed
    )


def require_network(what: str) -> None:
    """Make sure that a connection may be opened; called right before it.

    Args:
        what: Who would be asked, e.g. ``the Hugging Face Hub``.

    Raises:
        Offline: It may not. The sentence says how to allow it.
    """
    if is_offline():
        raise _refusal(what, "COUNTERPOINT_OFFLINE" if is_forced() else "")


def require_hub() -> None:
    """Make sure that the Hub may be asked; called right before each request, also before those a redirect leads to.

    Raises:
        Offline: It may not.
    """
    require_network(tr("the Hugging Face Hub"))
    if is_hub_closed():
        raise _refusal(tr("the Hugging Face Hub"), "HF_HUB_OFFLINE")


def _refusal(what: str, variable: str) -> Offline:
    if variable:
        hint = tr("To allow it, take the variable {variable} out of the environment.", variable=variable)
    else:
        hint = tr("To allow it, turn off 'Work offline' in the settings.")
    return Offline(tr("You work offline, so {what} was not asked.", what=what), hint)
