"""What the lessons page adds to the style sheet."""

from __future__ import annotations

from ui.theme.palette import Palette


def style(p: Palette) -> str:
    """The rules of the page."""
    return f"""
QLabel[role="lessonTitle"] {{ font-size: 21px; font-weight: 600; }}
QLabel[role="lessonAsk"] {{ font-size: 15px; font-weight: 600; }}
QTextBrowser#lessonText {{ font-size: 15px; color: {p.ink}; }}
QPushButton[lesson="choice"] {{ text-align: left; padding: 0; border-radius: 10px; }}
QPushButton[lesson="choice"]:hover {{ background: {p.hover}; }}
QPushButton[lesson="choice"]:checked {{ background: {p.a_soft}; border: 1px solid {p.a}; }}
QPushButton[lesson="choice"]:focus {{ border: 2px solid {p.a}; padding: 0; }}
QPushButton[lesson="choice"] QLabel {{ font-size: 14px; }}
QLabel[role="lessonKey"] {{ background: {p.ground}; color: {p.quiet}; border: 1px solid {p.line}; border-radius: 6px;
    font-size: 12px; }}
QLabel[role="lessonWhy"] {{ background: {p.ground}; border-left: 3px solid {p.line}; padding: 8px 12px;
    font-size: 14px; }}
QLabel[role="lessonWhy"][state="right"] {{ background: {p.good_soft}; border-left-color: {p.good}; }}
QLabel[role="lessonWhy"][state="wrong"] {{ background: {p.fair_soft}; border-left-color: {p.fair}; }}
QLabel[role="lessonWhy"][state="kept"] {{ color: {p.quiet}; }}
QLabel[role="lessonTold"] {{ background: {p.a_soft}; border-radius: 8px; padding: 10px 14px; font-size: 14px; }}
QLabel[role="lessonNumber"] {{ background: {p.ground}; color: {p.quiet}; border: 1px solid {p.line};
    border-radius: 15px; font-weight: 600; }}
QLabel[role="lessonNumber"][state="done"] {{ background: {p.good_soft}; color: {p.good}; border-color: {p.good}; }}
QLabel[role="lessonFault"] {{ background: {p.fair_soft}; color: {p.ink}; border-radius: 8px; padding: 8px 12px; }}
QWidget#lessonsPage QPushButton[vote]:checked:disabled {{ background: {p.hover}; color: {p.ink};
    border: 1px solid {p.quiet}; }}
QLabel#lessonRecorded {{ background: {p.hover}; color: {p.ink}; border-bottom: 1px solid {p.line}; padding: 8px 20px;
    font-size: 13px; }}
QFrame#lessonFooter {{ background: {p.card}; border: none; border-top: 1px solid {p.line}; }}
QProgressBar#lessonProgress {{ border-radius: 0; max-height: 3px; min-height: 3px; background: {p.ground}; }}
QProgressBar#lessonProgress::chunk {{ border-radius: 0; }}
QWidget#lessonsPage QFrame#messageBar {{ margin: 8px 20px 0 20px; }}
"""
