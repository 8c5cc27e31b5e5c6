"""Lines that are no Markdown: code, the quoted prompt, notes, and answers shown as they are."""

from __future__ import annotations

from collections.abc import Iterator

from lab.language import number, tr
from ui.compare.view_fence import LINE_CHARACTERS, Listing
from ui.compare.view_items import Form, Join, Kind, Line, Run, Style
from ui.compare.view_lexer import Lexer
from ui.compare.view_text import is_rtl, place_to_cut, safe

PROMPT_LINES = 12
PROMPT_CHARACTERS = 1200
"""Of a longer prompt the beginning is quoted. All of it is under "What the model was given"."""


def code_lines(listing: Listing, lexer: Lexer, path: str = "", *, keep_state: bool = True) -> list[Line]:
    """The lines of some code.

    Args:
        listing: The code.
        lexer: Of the block that it belongs to.
        path: The containers around it.
        keep_state: Whether the lexer goes on from its end.
    """
    forms: list[Form] = []
    runs: list[tuple[Run, ...]] = []
    join = Join.GAP if listing.opens else Join.CUT if listing.goes_on else Join.LINE
    for line in lexer.lines(listing.text, keep_state=keep_state):
        for part, cut in _slices(line):
            forms.append(Form(kind=Kind.CODE, path=path, join=Join.CUT if cut else join))
            runs.append(part)
        join = Join.LINE
    opening = {"opens": True, "language": safe(listing.language)} if listing.opens else {}
    last = len(forms) - 1
    return [
        Line(
            form=_flagged(form, opening if index == 0 else {}, closes=listing.closes and index == last),
            runs=each,
        )
        for index, (form, each) in enumerate(zip(forms, runs, strict=True))
    ]


def _flagged(form: Form, opening: dict[str, object], *, closes: bool) -> Form:
    if not opening and not closes:
        return form
    return Form(
        kind=form.kind,
        path=form.path,
        join=form.join,
        opens=bool(opening),
        closes=closes,
        language=str(opening.get("language", "")),
    )


def _slices(line: tuple[Run, ...]) -> Iterator[tuple[tuple[Run, ...], bool]]:
    """A line of code, cut if it is very long (then it is one run)."""
    if len(line) != 1 or len(line[0].text) <= LINE_CHARACTERS:
        yield line, False
        return
    for place, text in enumerate(slices(line[0].text, LINE_CHARACTERS)):
        yield (Run(text=text),), place > 0


def slices(text: str, limit: int) -> Iterator[str]:
    """Cut a line that is too long for one block."""
    while len(text) > limit:
        place = place_to_cut(text, limit)
        yield text[:place]
        text = text[place:]
    yield text


def prompt_lines(prompt: str, *, is_first: bool) -> list[Line]:
    """The quoted prompt, or the beginning of a long one and how much is left out.

    Args:
        prompt: As it was sent.
        is_first: Nothing is before it.
    """
    text = safe(prompt.replace("\r\n", "\n")).strip("\n")
    shown = "\n".join(text[:PROMPT_CHARACTERS].split("\n")[:PROMPT_LINES])
    lines: list[tuple[Run, ...]] = [(Run(text=line),) if line else () for line in shown.split("\n")]
    if left := len(text) - len(shown):
        more = tr(" … {characters} more characters", characters=number(left))
        lines[-1] += (Run(text=more, style=Style.ITALIC),)
    return [
        Line(
            form=Form(
                kind=Kind.PROMPT,
                path="q",
                join=Join.LINE if number or is_first else Join.GAP,
                rtl=is_rtl(line[0].text) if line else False,
                opens=number == 0,
                closes=number == len(lines) - 1,
            ),
            runs=line,
        )
        for number, line in enumerate(lines)
    ]


def note_lines(note: str) -> list[Line]:
    """A quiet remark under an answer."""
    return [
        Line(form=Form(kind=Kind.NOTE, join=Join.LINE if number else Join.GAP), runs=(Run(text=line),))
        for number, line in enumerate(safe(note).split("\n"))
    ]
