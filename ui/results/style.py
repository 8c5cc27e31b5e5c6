"""What the results page adds to the style sheet."""

from __future__ import annotations

from ui.theme.palette import Palette


def style(p: Palette) -> str:
    """The rules of the page."""
    series = "".join(
        f'QLabel[series="{number}"] {{ color: {colour}; }}\n'
        for number, colour in enumerate((p.a, p.b, p.ink, p.quiet))
    )
    return f"""
QTableWidget#resultsTable {{ background: transparent; color: {p.ink}; border: none; outline: none; font-size: 13px;
    selection-background-color: {p.hover}; selection-color: {p.ink}; }}
QTableWidget#resultsTable:focus {{ border: 2px solid {p.a}; border-radius: 6px; }}
QTableWidget#resultsTable::item {{ border-bottom: 1px solid {p.line}; padding: 0 8px; }}
QTableWidget#resultsTable QHeaderView {{ background: transparent; border: none; }}
QTableWidget#resultsTable QHeaderView::section {{ background: transparent; color: {p.quiet}; border: none;
    border-bottom: 1px solid {p.line}; padding: 0 8px 0 10px; font-size: 13px; }}
QPushButton[role="resultsSmall"] {{ background: transparent; color: {p.quiet}; border: 1px solid transparent;
    padding: 2px 8px; font-size: 12px; min-height: 16px; }}
QPushButton[role="resultsSmall"]:hover {{ color: {p.ink}; background: {p.hover}; }}
QPushButton[role="resultsSmall"]:checked {{ color: {p.ink}; border-color: {p.quiet}; }}
QComboBox[role="resultsSmall"] {{ background: transparent; color: {p.quiet}; border: 1px solid transparent;
    padding: 1px 4px 1px 8px; font-size: 12px; min-height: 18px; }}
QComboBox[role="resultsSmall"]:hover {{ color: {p.ink}; background: {p.hover}; }}
QComboBox[role="resultsSmall"]:focus {{ border: 2px solid {p.a}; padding: 0 3px 0 7px; }}
QPushButton#resultsExport::menu-indicator {{ image: none; width: 0; }}
QPushButton[role="resultsSmall"]:focus {{ border: 2px solid {p.a}; padding: 1px 7px; }}
QLabel[role="resultsNotice"] {{ background: {p.fair_soft}; color: {p.ink}; border-radius: 8px; padding: 6px 12px;
    font-size: 13px; }}
QGraphicsView#intervalPlot, IntervalPlot {{ background: transparent; border: none; }}
QLabel[role="series"] {{ font-size: 12px; font-weight: 600; }}
{series}
QFrame#resultsExamples {{ background: {p.ground}; border: none; border-radius: 8px; }}
QLabel[role="resultsExample"] {{ font-size: 13px; }}
QWidget#resultsPage QFrame#messageBar {{ margin: 8px 20px 12px 20px; }}
QWidget#resultsPage QPushButton[role="compact"] {{ padding: 3px 10px; font-size: 13px; }}
QWidget#resultsPage QPushButton[role="compact"]:focus {{ padding: 2px 9px; }}
QWidget#resultsPage QFrame#modelsWork {{ margin: 10px 20px 0 20px; background: {p.card}; border: 1px solid {p.line}; }}
"""
