"""Makes reports and takes them apart."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from markdown_it.token import Token

from lab.exchange.choice import ExportFormat
from lab.exchange.wanted import Wanted
from lab.report.writing import write_report
from lab.storage import Store

_VOID = frozenset({"meta", "br", "hr", "img", "link", "input", "base", "embed", "source"})


def html(store: Store, **wanted: object) -> str:
    return _written(store, ExportFormat.REPORT_HTML, **wanted)


def markdown(store: Store, **wanted: object) -> str:
    return _written(store, ExportFormat.REPORT_MARKDOWN, **wanted)


def _written(store: Store, format: ExportFormat, **wanted: object) -> str:
    out = io.BytesIO()
    write_report(store, out, format, Wanted(**wanted))  # type: ignore[arg-type]
    return out.getvalue().decode()


@dataclass
class Page(HTMLParser):
    """What a parser finds in a page."""

    source: str
    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    """Tag, name, value."""
    pieces: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self.feed(self.source)
        self.close()
        assert self._open == [], "a tag is left open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"{tag} closes something else"

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.pieces.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    @property
    def text(self) -> str:
        """All that can be read, on one line."""
        return " ".join("".join(self.pieces).split())


def tokens(text: str) -> list[Token]:
    """All tokens of a Markdown text, with those within lines, as the most permissive reader has them."""
    found: list[Token] = []
    for token in MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(text):
        found += [token, *(token.children or ())]
    return found
