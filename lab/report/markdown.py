"""The report as Markdown. Whatever a model or a user wrote stands in code, where Markdown means nothing."""

from __future__ import annotations

import re

from jinja2 import Environment, PackageLoader, StrictUndefined

from lab.language import tr
from lab.report.findings import Findings
from lab.report.page_words import headed, page_words, wrote
from lab.report.telling import Teller
from lab.visible import visible

_MOST_CHARACTERS = 120
"""Of a name."""
_TICKS = re.compile("`+")


def document(found: Findings) -> str:
    """The whole file.

    HTML, links, pictures and bare addresses mean something to one Markdown reader or another wherever they stand,
    however they are escaped; only in code they mean nothing to any of them.
    """
    environment = Environment(
        loader=PackageLoader("lab.report"),
        autoescape=False,  # noqa: S701  (this is no HTML: see code and fence)
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(code=code, fence=fence, headed=headed, wrote=wrote)
    return environment.get_template("report.md.jinja").render(report=Teller(code).tell(found), words=page_words())


def code(text: str) -> str:
    """A stranger's words as code within a line; also within a table, where a bar would end the cell."""
    words = " ".join(visible(text).split()).replace("|", "¦")
    if len(words) > _MOST_CHARACTERS:
        words = f"{words[:_MOST_CHARACTERS]}…"
    if not words:
        return tr("(no name)")
    ticks = _ticks(words, 1)
    room = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{ticks}{room}{words}{room}{ticks}"


def fence(text: str, indent: int = 0) -> str:
    """A stranger's text as a block of code.

    Args:
        text: Any text.
        indent: Of all lines, for a block within a list.
    """
    ticks = _ticks(text, 3)
    lines = [f"{ticks}text", *visible(text).split("\n"), ticks]
    return "\n".join(" " * indent + line for line in lines)


def _ticks(text: str, least: int) -> str:
    """A row of backticks that the text doesn't hold."""
    longest = max((len(found) for found in _TICKS.findall(text)), default=0)
    return "`" * max(least, longest + 1)
