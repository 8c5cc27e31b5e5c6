"""How each kind of line and run looks: the formats of the text document, for a palette, a font and a size of text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontInfo,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)

from ui.compare.view_items import Cell, Form, Join, Kind, Run, Style, Table, Tone
from ui.theme.palette import Palette

MONOSPACE = ("JetBrains Mono", "Cascadia Mono", "SF Mono", "Menlo", "Consolas", "DejaVu Sans Mono", "monospace")
FORM_PROPERTY = QTextFormat.Property.UserProperty.value + 1
"""On a block of the document: the number of its form."""
_ZOOM_STEP = 1.1
_LEAST_PIXELS = 7

_LIGHT_TONES = {
    Tone.KEYWORD: "#8b2a86",
    Tone.NAME: "#5b3fb5",
    Tone.BUILT_IN: "#8f4a00",
    Tone.STRING: "#156a35",
    Tone.NUMBER: "#0b5cad",
    Tone.COMMENT: "#5d6775",
    Tone.ADDED: "#156a35",
    Tone.REMOVED: "#b3261e",
}
_DARK_TONES = {
    Tone.KEYWORD: "#df9fdb",
    Tone.NAME: "#b9a7f5",
    Tone.BUILT_IN: "#f0a15c",
    Tone.STRING: "#8fd19e",
    Tone.NUMBER: "#7cbcf2",
    Tone.COMMENT: "#98a2b0",
    Tone.ADDED: "#8fd19e",
    Tone.REMOVED: "#f2867d",
}
_HEADING_SIZES = {Kind.HEADING_1: 1.25, Kind.HEADING_2: 1.15, Kind.HEADING_3: 1.05}
_ALIGNMENTS = {"right": Qt.AlignmentFlag.AlignRight, "center": Qt.AlignmentFlag.AlignHCenter}
_MARGINS = {
    Kind.PROMPT: (0, 0),
    Kind.EARLIER: (8, 8),
    Kind.TEXT: (8, 8),
    Kind.HEADING_1: (20, 6),
    Kind.HEADING_2: (18, 6),
    Kind.HEADING_3: (14, 4),
    Kind.CODE: (0, 0),
    Kind.RULE: (14, 14),
    Kind.CELL: (0, 0),
    Kind.RAW: (0, 0),
    Kind.NOTE: (8, 0),
}
"""Room above and below, in pixels at the normal size. Between two lines the larger of two margins counts."""
_ITEM_MARGIN = 3
_MANY_COLUMNS = 6
_LEAST_COLUMN_LETTERS = 6
_MOST_COLUMN_LETTERS = 16


def tones(palette: Palette) -> dict[Tone, str]:
    """The colours of code; those that are missing are ink."""
    return _DARK_TONES if palette.dark else _LIGHT_TONES


class Look:
    """The formats.

    Args:
        palette: The colours.
        font: Of text; code has a monospace font a little smaller.
        zoom: Steps to larger text, negative for smaller.
    """

    def __init__(self, palette: Palette, font: QFont, zoom: int = 0) -> None:
        self.palette = palette
        self.scale = _ZOOM_STEP**zoom
        self.font = QFont(font)
        self.text_pixels = self._pixels(QFontInfo(font).pixelSize())
        self.code_pixels = self._pixels(QFontInfo(font).pixelSize() - 1)
        self.font.setPixelSize(self.text_pixels)
        self._tones = tones(palette)
        self._forms: list[Form] = [Form(kind=Kind.HIDDEN)]
        self._numbers: dict[Form, int] = {self._forms[0]: 0}
        self._blocks: dict[Form, QTextBlockFormat] = {}
        self._letters: dict[tuple[Kind, Style, Tone], QTextCharFormat] = {}

    def _pixels(self, normal: int) -> int:
        return max(_LEAST_PIXELS, round(normal * self.scale))

    def px(self, normal: float) -> float:
        """A distance at the size of text that is set."""
        return normal * self.scale

    @property
    def list_indent(self) -> float:
        """How far the text of a list's item stands to the right."""
        return self.px(24)

    @property
    def quote_indent(self) -> float:
        """How far a quotation stands to the right."""
        return self.px(14)

    @property
    def code_padding(self) -> float:
        """Around the letters of a block of code."""
        return self.px(12)

    @property
    def code_head(self) -> float:
        """The height of the head of a block of code."""
        return self.px(36)

    @property
    def head_brush(self) -> QBrush:
        """Behind the head of a table."""
        return QBrush(QColor(self.palette.ground))

    def form_of(self, block_format: QTextBlockFormat) -> Form:
        """The form of a block of the document."""
        number = block_format.intProperty(FORM_PROPERTY)
        return self._forms[number] if 0 <= number < len(self._forms) else self._forms[0]

    def indent(self, path: str) -> float:
        """How far containers push a line from the side where writing begins."""
        return path.count("l") * self.list_indent + path.count("q") * self.quote_indent

    def block(self, form: Form) -> QTextBlockFormat:
        """The format of a line's block."""
        if form not in self._blocks:
            self._blocks[form] = self._make_block(form)
        return self._blocks[form]

    def letters(self, kind: Kind, run: Run) -> QTextCharFormat:
        """The format of a run in a line of some kind."""
        key = (kind, run.style, run.tone)
        if key not in self._letters:
            self._letters[key] = self._make_letters(kind, run.style, run.tone)
        if not run.address:
            return self._letters[key]
        linked = QTextCharFormat(self._letters[key])
        linked.setAnchor(True)
        linked.setAnchorHref(run.address)
        linked.setFontUnderline(True)
        return linked

    def table(self, table: Table, *, behind_code: bool) -> QTextTableFormat:
        """The format of a table.

        Args:
            table: The table.
            behind_code: A block of code is before it. Qt takes no notice of the room that is wanted there.
        """
        made = QTextTableFormat()
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setBorder(1)
        made.setBorderBrush(QBrush(QColor(self.palette.line)))
        made.setBorderCollapse(True)
        made.setCellPadding(self.px(6))
        made.setCellSpacing(0)
        made.setLeftMargin(self.indent(table.form.path))
        made.setTopMargin(0 if table.form.join is Join.LINE else self.px(8))
        if behind_code:
            made.setTopMargin(self.code_padding + self.px(16))
        if len(table.alignments) >= _MANY_COLUMNS and table.has_head and not table.widths:
            made.setColumnWidthConstraints([self._width_of_column(cell) for cell in table.rows[0]])
        if table.widths:
            made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            made.setColumnWidthConstraints(
                [QTextLength(QTextLength.Type.PercentageLength, width) for width in table.widths]
            )
        return made

    def _width_of_column(self, head: Cell) -> QTextLength:
        """How wide a column of a table with many columns is, which would break all its words in a narrow window.

        Its head alone says it, because the rows are still to come.
        """
        letters = sum(len(run.text) for run in head)
        letters = max(_LEAST_COLUMN_LETTERS, min(letters, _MOST_COLUMN_LETTERS))
        return QTextLength(QTextLength.Type.FixedLength, letters * self.text_pixels * 0.7 + 2 * self.px(6))

    def cell(self, alignment: str, *, rtl: bool) -> QTextBlockFormat:
        """The format of a line in a table's cell."""
        made = self._plain_block(rtl=rtl)
        if alignment in _ALIGNMENTS:
            made.setAlignment(_ALIGNMENTS[alignment])
        return made

    def _plain_block(self, *, rtl: bool) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setLineHeight(self.px(4), QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
        if rtl:
            made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        return made

    def number(self, form: Form) -> int:
        """The number under which a form is kept on its block."""
        if form not in self._numbers:
            self._numbers[form] = len(self._forms)
            self._forms.append(form)
        return self._numbers[form]

    def _make_block(self, form: Form) -> QTextBlockFormat:
        if form.kind in (Kind.HIDDEN, Kind.RULE):
            made = QTextBlockFormat()
            made.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        else:
            made = self._plain_block(rtl=form.rtl)
        made.setProperty(FORM_PROPERTY, self.number(form))
        above, below = self._margins(form)
        near = self.indent(form.path)
        far = 0.0
        if form.kind is Kind.CODE:
            near += self.code_padding
            far = self.code_padding
            made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        made.setTopMargin(above)
        made.setBottomMargin(below)
        if form.hangs:
            self._hang(made, rtl=form.rtl)
            near -= self.list_indent if form.rtl else 0
        made.setLeftMargin(far if form.rtl else near)
        made.setRightMargin(near if form.rtl else far)
        return made

    def _hang(self, made: QTextBlockFormat, *, rtl: bool) -> None:
        """Let the first line begin with a marker to the left of the text.

        From right to left the other lines begin under the marker: there Qt takes an indent that is negative for text
        that is too wide for the window.
        """
        if not rtl:
            made.setTextIndent(-self.list_indent)
        # Qt turns left and right around where writing goes from right to left.
        tab = QTextOption.TabType.RightTab if rtl else QTextOption.TabType.LeftTab
        made.setTabPositions([QTextOption.Tab(self.list_indent, tab)])

    def _margins(self, form: Form) -> tuple[float, float]:
        """Room above and below a line."""
        if form.kind is Kind.CODE:
            above = self.code_head + self.px(8) if form.opens else 0.0
            return above, self.code_padding + self.px(8) if form.closes else 0.0
        if form.kind is Kind.PROMPT:
            begins = form.opens and form.join is Join.GAP
            return self.px(24) if begins else 0.0, self.px(12) if form.closes else 0.0
        above, below = _MARGINS.get(form.kind, (0, 0))
        if form.kind is Kind.TEXT and "l" in form.path:
            above = below = _ITEM_MARGIN
        if form.join in (Join.CUT, Join.LINE) and not form.hangs:
            above = 0
        if form.goes_on:
            below = 0
        return self.px(above), self.px(below)

    def _make_letters(self, kind: Kind, style: Style, tone: Tone) -> QTextCharFormat:
        made = QTextCharFormat()
        p = self.palette
        quiet = kind in (Kind.PROMPT, Kind.NOTE, Kind.EARLIER) or bool(style & (Style.QUIET | Style.MARKER))
        made.setForeground(QBrush(QColor(self._tones.get(tone, p.quiet if quiet else p.ink))))
        pixels = self.text_pixels
        if kind in (Kind.CODE, Kind.RAW) or style & (Style.CODE | Style.MATH):
            made.setFontFamilies(list(MONOSPACE))
            made.setFontFixedPitch(True)
            _without_ligatures(made)
            pixels = self.code_pixels
        elif kind in _HEADING_SIZES:
            pixels = round(self.text_pixels * _HEADING_SIZES[kind])
            made.setFontWeight(QFont.Weight.Bold)
        elif kind in (Kind.NOTE, Kind.EARLIER, Kind.PROMPT):
            pixels = self.code_pixels
        elif kind is Kind.HIDDEN:
            pixels = 1
        made.setProperty(QTextFormat.Property.FontPixelSize.value, pixels)
        if style & Style.BOLD:
            made.setFontWeight(QFont.Weight.Bold)
        if style & Style.ITALIC or tone is Tone.COMMENT or kind is Kind.NOTE:
            made.setFontItalic(True)
        if style & Style.STRIKE:
            made.setFontStrikeOut(True)
        if style & Style.CODE:
            made.setBackground(QBrush(QColor(p.hover)))
        return made


def _without_ligatures(letters: QTextCharFormat) -> None:
    """Show ``->`` and ``!=`` as the characters that were written. Some fonts for code make one sign of them."""
    if hasattr(letters, "setFontFeatures"):  # since Qt 6.11
        letters.setFontFeatures({QFont.Tag(name): 0 for name in ("calt", "liga", "clig")})
