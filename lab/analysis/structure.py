"""How an answer is laid out: headings, lists, steps, bold, code, tables."""

from __future__ import annotations

from lab.analysis.document import Document
from lab.analysis.measure import Definition, Measure, Unit, Wording
from lab.language import tr


def _count(name: str, label: str, explanation: str, many: str, *, fills_bar: float) -> Definition:
    return Definition(
        name=name,
        label=label,
        unit=Unit.COUNT,
        explanation=explanation,
        wording=Wording(
            only=tr("uses {many}", many=many),
            more=tr("uses more {many}", many=many),
            alike=tr("Both use about as many {many}.", many=many),
            neither=tr("Neither uses {many}.", many=many),
        ),
        fills_bar=fills_bar,
    )


HEADINGS = _count(
    "headings",
    tr("Headings"),
    tr("Lines set as titles; chat models learn from examples to divide long answers with them."),
    tr("headings"),
    fills_bar=4,
)
LIST_ITEMS = _count(
    "list_items",
    tr("List items"),
    tr("Points of lists, with bullets or numbers; some makers' models make lists of nearly everything."),
    tr("list items"),
    fills_bar=8,
)
STEPS = _count(
    "steps",
    tr("Numbered steps"),
    tr("Points of numbered lists, which suit instructions and rankings."),
    tr("numbered steps"),
    fills_bar=8,
)
BOLD = _count("bold", tr("Bold passages"), tr("Words set in bold to catch the eye."), tr("bold passages"), fills_bar=8)
CODE_BLOCKS = _count(
    "code_blocks",
    tr("Code blocks"),
    tr("Passages fenced off as program code or as something to copy."),
    tr("code blocks"),
    fills_bar=2,
)
TABLES = _count("tables", tr("Tables"), tr("Rows and columns, drawn with bars and dashes."), tr("tables"), fills_bar=2)

DEFINITIONS = (HEADINGS, LIST_ITEMS, STEPS, BOLD, CODE_BLOCKS, TABLES)


def structure(document: Document) -> tuple[Measure, ...]:
    """Counts of what Markdown makes of the answer, also of a base model's: it may have learnt the marks as well."""
    outline = document.outline
    return (
        HEADINGS.of(outline.headings, outline.note),
        LIST_ITEMS.of(outline.list_items, outline.note),
        STEPS.of(outline.steps, outline.note),
        BOLD.of(outline.bold, outline.note),
        CODE_BLOCKS.of(outline.code_blocks, outline.note),
        TABLES.of(outline.tables, outline.note),
    )
