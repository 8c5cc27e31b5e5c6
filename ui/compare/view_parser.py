"""The Markdown parser of the conversation, with formulas left as they were written.

Nothing that reaches outside the place where it stands: no definitions of links that change text far above, no HTML. So
an answer can be parsed in pieces.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_DEEPEST = 20
"""Containers inside one another; more would let a hostile text make the parser recurse for ever."""
_FORMULAS = (
    re.compile(r"\\\((?:[^\\]|\\(?!\))){1,1000}\\\)"),
    re.compile(r"\\\[(?:[^\\]|\\(?!\])){1,1000}\\\]"),
    re.compile(r"\$\$[^$]{1,1000}\$\$"),
    # As in Pandoc: no space inside the dollars, no digit behind them; so that "$5 and $6" are sums of money.
    re.compile(r"\$(?![\s$])[^$\n]{0,300}(?<![\s\\])\$(?!\d)"),
)
_BARE_FORMULA_MARK = re.compile(r"\\[()\[\]]")


def _formula(state: StateInline, silent: bool) -> bool:
    """Take a formula, whole, so that nothing inside it is taken for Markdown."""
    mark = state.src[state.pos]
    if mark not in "\\$":
        return False
    match = next((found for pattern in _FORMULAS if (found := pattern.match(state.src, state.pos))), None)
    kind = "formula"
    if match is None and mark == "\\":
        # The end of it has not come yet, or never will; keep the backslash, which Markdown would drop.
        match, kind = _BARE_FORMULA_MARK.match(state.src, state.pos), "text"
    if match is None or match.end() > state.posMax:
        return False
    if not silent:
        token = state.push(kind, "", 0)
        token.content = match[0]
    state.pos = match.end()
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST})
    parser.enable(["table", "strikethrough"]).disable(["reference", "html_block", "html_inline"])
    parser.inline.ruler.before("escape", "formula", _formula)
    return parser


_PARSER = _parser()


def blocks(source: str) -> list[Token]:
    """The structure of a text, without what is inside its lines: some ten times faster than all of it."""
    tokens: list[Token] = []
    _PARSER.block.parse(source, _PARSER, {}, tokens)
    return tokens


def parse(source: str) -> list[Token]:
    """The structure of a text and of its lines."""
    return _PARSER.parse(source)
