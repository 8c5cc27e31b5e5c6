"""How an answer is laid out as Markdown, and its running text without the marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from lab.language import number, tr

EXCERPT_CHARACTERS = 16_000
"""How much of an answer is read as Markdown. Answers are shorter; the parser takes about 2 ms for 1,000 characters."""
EXCERPT_LINES = 1_200
"""Also the number of lines is bounded, since some hostile texts cost the parser much for each line."""

# Everything that gives an answer its look, and nothing else. Links and HTML aren't counted and are what costs most
# on hostile text; indented code is left out because base models indent for many reasons. Rules of this parser that
# nest stop at 20 levels, so that no text can make it recurse without end.
_PARSER = MarkdownIt("zero", {"maxNesting": 20}).enable(
    ["table", "fence", "blockquote", "hr", "list", "heading", "lheading", "backticks", "emphasis", "escape", "newline"]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The parts of an answer."""

    headings: int
    list_items: int
    """Of all lists, numbered or not, at every level."""
    steps: int
    """Items of numbered lists only."""
    bold: int
    """Passages in bold."""
    code_blocks: int
    """Fenced ones."""
    tables: int
    paragraphs: tuple[str, ...]
    """The running text, also of list items and quotations, without marks; not headings, tables or code blocks."""
    note: str
    """Says so if only the beginning was read; otherwise empty."""


def outline_of(text: str) -> Outline:
    """Read an answer, or the beginning of a very long one, as CommonMark with tables.

    Source: CommonMark 0.31 and GitHub's tables, as markdown-it-py parses them.
    """
    excerpt, note = _excerpt(text)
    tokens = _PARSER.parse(excerpt)
    paragraphs: list[str] = []
    counts = dict.fromkeys(("heading_open", "list_item_open", "fence", "table_open"), 0)
    numbered: list[bool] = []
    steps = bold = 0
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type in counts:
            counts[token.type] += 1
        if token.type in ("ordered_list_open", "bullet_list_open"):
            numbered.append(token.type == "ordered_list_open")
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            numbered.pop()
        elif token.type == "list_item_open":
            steps += bool(numbered) and numbered[-1]
        elif token.type == "inline":
            children = token.children or []
            bold += sum(child.type == "strong_open" for child in children)
            if before is not None and before.type == "paragraph_open":
                paragraphs.append(_plain(children))
    return Outline(
        headings=counts["heading_open"],
        list_items=counts["list_item_open"],
        steps=steps,
        bold=bold,
        code_blocks=counts["fence"],
        tables=counts["table_open"],
        paragraphs=tuple(paragraphs),
        note=note,
    )


def _plain(children: Sequence[Token]) -> str:
    breaks = {"softbreak", "hardbreak"}
    return "".join("\n" if child.type in breaks else child.content for child in children)


def _excerpt(text: str) -> tuple[str, str]:
    excerpt = text[:EXCERPT_CHARACTERS]
    lines = excerpt.split("\n", EXCERPT_LINES)
    if len(lines) > EXCERPT_LINES:
        excerpt = "\n".join(lines[:EXCERPT_LINES])
    if len(excerpt) == len(text):
        return text, ""
    return excerpt, tr(
        "Measured on the first {read} of {all} characters.", read=number(len(excerpt)), all=number(len(text))
    )
