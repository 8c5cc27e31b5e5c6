"""Tooltips that show a text as it is. Qt takes one with tags in it for HTML, and would follow what they name."""

from __future__ import annotations

import html

from lab.visible import visible

_LONGEST = 1000


def plain_tip(text: str) -> str:
    """What to give ``setToolTip`` so that exactly this text is read, whoever wrote it.

    Args:
        text: From a file, the Hub, a model or a person; lines are kept. Of a very long one the beginning is shown.
    """
    shown = visible(text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …")
    if "<" not in shown and "&" not in shown:
        return shown  # a screen reader may read a tooltip out, so no marks where none are needed
    lines = html.escape(shown).replace("\n", "<br>")
    return f"<p>{lines}</p>"
