"""Makes a model card readable: without its head of data, and with its HTML told in Markdown."""

from __future__ import annotations

import re

from lab.language import tr

MOST_CHARACTERS = 40_000
"""Longer cards are lists of results; their beginning says what the model is."""

_CUT = "\n\n*" + tr("The card goes on from here. All of it is on the model’s page.") + "*\n"
_HEAD = re.compile(r"---\n.*?\n---[ \t]*(?:\n|$)", re.DOTALL)
"""A block of YAML between two lines of dashes, which a card begins with."""
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
# Inline code comes first, so that what it holds stays as it is.
_MARKUP = re.compile(
    r"(?P<code>`[^`\n]{1,500}`)"
    r"|<img\b(?P<picture>[^<>]{0,2000})>"
    r"|<a\b(?P<link>[^<>]{0,2000})>(?P<words>[^<>\n]{0,500})</a>"
    r"|<h(?P<level>[1-6])\b[^<>]{0,500}>"
    r"|<(?P<end>/(?:h[1-6]|p|div|li|tr|summary|details|ul|ol|table|center))\s*>"
    r"|<(?P<line>br)\s*/?>"
    r"|<(?P<bold>/?(?:b|strong))>"
    r"|<(?P<item>li)\b[^<>]{0,500}>"
    r"|</?(?:a|p|div|span|center|font|figure|figcaption|picture|source|video|audio|iframe|style|script|details|summary"
    r"|table|thead|tbody|tr|td|th|ul|ol|sub|sup|em|i|u|small|big|hr|section|article|nav|header|footer|button|svg|path)"
    r"\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""\b(alt|src|href)\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+)""", re.IGNORECASE)
_MANY_BREAKS = re.compile(r"\n{3,}")


def readable(card: str) -> str:
    """The card as Markdown without HTML, at most ``MOST_CHARACTERS`` of it.

    Pictures become their Markdown, which nobody loads: whoever draws it writes their description.
    """
    text = card.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = _without_comments(_without_head(text))
    is_cut = len(text) > MOST_CHARACTERS
    if is_cut:
        text = text[: max(text.rfind("\n", 0, MOST_CHARACTERS), MOST_CHARACTERS // 2)]
    shown = _MANY_BREAKS.sub("\n\n", _without_html(text)).strip()
    return shown + _CUT if is_cut else shown


def _without_head(text: str) -> str:
    head = _HEAD.match(text)
    return text[head.end() :] if head else text


def _without_comments(text: str) -> str:
    parts: list[str] = []
    place = 0
    while (begin := text.find("<!--", place)) >= 0:
        parts.append(text[place:begin])
        end = text.find("-->", begin)
        if end < 0:
            return "".join(parts)
        place = end + 3
    return "".join(parts) + text[place:]


def _without_html(text: str) -> str:
    """Tell the HTML outside of code in Markdown."""
    shown: list[str] = []
    outside: list[str] = []
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if not fence and mark:
            shown += _told(outside)
            outside = []
            fence = mark[1]
            shown.append(line)
        elif fence:
            shown.append(line)
            if mark and mark[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        else:
            outside.append(line)
    return "\n".join(shown + _told(outside))


def _told(lines: list[str]) -> list[str]:
    if not any("<" in line for line in lines):
        return lines
    # Inside of tags lines are often indented, which would make code of them.
    text = "\n".join(line.lstrip() if line.lstrip().startswith("<") else line for line in lines)
    # Twice, for a picture inside a link.
    for _ in range(2):
        text = _MARKUP.sub(_in_markdown, text)
    return text.split("\n")


def _in_markdown(match: re.Match[str]) -> str:
    if match["code"]:
        return match[0]
    if match["picture"] is not None:
        given = _attributes(match["picture"])
        return f"![{given.get('alt', '')}]({given.get('src', '')})"
    if match["link"] is not None:
        address, words = _attributes(match["link"]).get("href", ""), match["words"].strip()
        return f"[{words}]({address})" if words and address and not words.startswith("![") else words
    if match["level"]:
        return f"\n\n{'#' * int(match['level'])} "
    if match["bold"]:
        return "**"
    if match["item"]:
        return "\n- "
    return "\n\n" if match["end"] else "\n" if match["line"] else ""


def _attributes(text: str) -> dict[str, str]:
    return {name.lower(): value.strip("\"'") for name, value in _ATTRIBUTE.findall(text)}
