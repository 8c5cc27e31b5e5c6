"""The one style sheet. Widgets are addressed by object name or by a property, never styled where they are made."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from ui.compare import blind_style as blind
from ui.compare import sampler_style as sampler
from ui.compare import style as compare
from ui.compare import view_style as conversation
from ui.controls import style as controls
from ui.first_start import style as first_start
from ui.history import style as history
from ui.lessons import style as lessons
from ui.models import card_style as cards
from ui.models import hub_style as hub
from ui.models import style as models
from ui.results import style as results
from ui.settings import style as settings
from ui.suites import editor_style as suite_editor
from ui.suites import outcome_style as outcome
from ui.suites import style as suites
from ui.suites import voting_style as voting
from ui.theme.palette import Palette

SPACE = 4
"""The step of all distances, in pixels."""


def style_sheet(p: Palette) -> str:
    """The style sheet for a palette: what holds everywhere, then what each page adds."""
    everywhere = (_ground, _text, _buttons, _fields, _scrolling, controls.style)
    pages = (
        compare.style,
        blind.style,
        conversation.style,
        sampler.style,
        history.style,
        models.style,
        cards.style,
        hub.style,
        lessons.style,
        results.style,
        suites.style,
        suite_editor.style,
        voting.style,
        outcome.style,
        settings.style,
        first_start.style,
    )
    return "".join(part(p) for part in (*everywhere, *pages))


def _file(name: str) -> str:
    """The path of an icon that a style sheet can name; its colour is one that both palettes bear."""
    return (Path(str(files("resources"))) / "icons" / f"{name}.svg").as_posix()


def _ground(p: Palette) -> str:
    return f"""
QMainWindow, QDialog, QWidget[role="page"] {{ background: {p.ground}; }}
QToolTip {{ background: {p.card}; color: {p.ink}; border: 1px solid {p.line}; padding: 4px 8px; }}
QFrame[role="card"] {{ background: {p.card}; border: 1px solid {p.line}; border-radius: 12px; }}
QFrame[role="line"] {{ background: {p.line}; border: none; max-height: 1px; min-height: 1px; }}
QFrame#rail {{ background: {p.card}; border: none; border-right: 1px solid {p.line}; }}
QFrame#rail QToolButton {{ background: transparent; border: 2px solid transparent; border-radius: 12px;
    padding: 8px 2px 6px 2px; font-size: 11px; color: {p.quiet}; min-width: 60px; }}
QFrame#rail QToolButton:hover {{ background: {p.hover}; }}
QFrame#rail QToolButton:checked {{ background: {p.hover}; color: {p.ink}; font-weight: 600; }}
QFrame#rail QToolButton:focus {{ border: 2px solid {p.a}; }}
QFrame#header {{ background: {p.card}; border: none; border-bottom: 1px solid {p.line}; }}
QFrame#banner {{ background: {p.b_soft}; border: none; border-bottom: 1px solid {p.line}; }}
QSplitter::handle {{ background: transparent; }}
QMenu {{ background: {p.card}; border: 1px solid {p.line}; border-radius: 8px; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 6px; }}
QMenu::item:selected {{ background: {p.hover}; }}
QMenu::item:disabled {{ color: {p.quiet}; }}
QMenu::separator {{ background: {p.line}; height: 1px; margin: 4px 8px; }}
QMenu::section {{ color: {p.quiet}; padding: 6px 12px; }}
"""


def _text(p: Palette) -> str:
    return f"""
QLabel {{ background: transparent; color: {p.ink}; }}
QLabel[role="title"] {{ font-size: 15px; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: 13px; font-weight: 600; }}
QLabel[role="name"] {{ font-weight: 600; }}
QLabel[role="quiet"] {{ color: {p.quiet}; font-size: 13px; }}
QLabel[role="small"] {{ color: {p.quiet}; font-size: 12px; }}
QLabel[role="danger"] {{ color: {p.danger}; }}
QLabel[side="a"], QLabel[side="b"] {{ color: {p.card}; border-radius: 6px; font-weight: 700; }}
QLabel[side="a"] {{ background: {p.a}; }}
QLabel[side="b"] {{ background: {p.b}; }}
QLabel[badge] {{ border-radius: 9px; font-size: 11px; font-weight: 700; padding: 0 8px; min-height: 18px;
    max-height: 18px; }}
QLabel[badge="a"] {{ background: {p.a_soft}; color: {p.a}; }}
QLabel[badge="b"] {{ background: {p.b_soft}; color: {p.b}; }}
"""


def _buttons(p: Palette) -> str:
    return f"""
QPushButton, QToolButton, QComboBox {{ background: {p.card}; color: {p.ink}; border: 1px solid {p.line};
    border-radius: 8px; padding: 6px 12px; min-height: 18px; }}
QPushButton:hover, QToolButton:hover, QComboBox:hover {{ background: {p.hover}; }}
QPushButton:focus, QToolButton:focus, QComboBox:focus {{ border: 2px solid {p.a}; padding: 5px 11px; }}
QPushButton:disabled, QToolButton:disabled, QComboBox:disabled {{ color: {p.quiet}; background: transparent; }}
QPushButton:checked, QToolButton:checked {{ background: {p.hover}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QToolButton[toolButtonStyle="ToolButtonTextBesideIcon"] {{ padding-right: 5px; }}
QToolButton[toolButtonStyle="ToolButtonTextBesideIcon"]:focus {{ padding-right: 4px; }}
QPushButton[role="main"] {{ background: {p.strong}; color: {p.on_strong}; border-color: {p.strong}; font-weight: 600; }}
QPushButton[role="main"]:hover {{ background: {p.strong_hover}; }}
QPushButton[role="main"]:focus {{ border: 2px solid {p.a}; }}
QPushButton[role="main"]:disabled {{ background: {p.hover}; color: {p.quiet}; border-color: {p.line}; }}
QToolButton[role="plain"], QPushButton[role="plain"] {{ background: transparent; border: 2px solid transparent;
    padding: 4px; }}
QToolButton[role="plain"]:hover, QPushButton[role="plain"]:hover {{ background: {p.hover}; }}
QToolButton[role="plain"]:focus, QPushButton[role="plain"]:focus {{ border: 2px solid {p.a}; padding: 4px; }}
QToolButton[role="link"], QPushButton[role="link"] {{ background: transparent; border: none; color: {p.a}; padding: 2px;
    text-align: left; }}
QToolButton[role="link"]:focus, QPushButton[role="link"]:focus {{ border: 2px solid {p.a}; padding: 0;
    border-radius: 4px; }}
QComboBox {{ padding: 4px 8px; }}
QComboBox:focus {{ padding: 3px 7px; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url("{_file("combo-arrow")}"); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {p.card}; color: {p.ink}; border: 1px solid {p.line};
    selection-background-color: {p.hover}; selection-color: {p.ink}; outline: none; }}
"""


def _fields(p: Palette) -> str:
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit {{ placeholder-text-color: {p.quiet}; }}
QTextBrowser, QPlainTextEdit, QTextEdit {{ background: transparent; color: {p.ink}; border: none;
    selection-background-color: {p.select}; selection-color: {p.ink}; }}
QLineEdit, QSpinBox, QDoubleSpinBox {{ background: {p.card}; color: {p.ink}; border: 1px solid {p.line};
    border-radius: 8px; padding: 5px 8px; selection-background-color: {p.select}; selection-color: {p.ink}; }}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus {{ border: 2px solid {p.a}; padding: 4px 7px; }}
QLineEdit QToolButton {{ background: transparent; border: none; padding: 0; min-height: 0; }}
QProgressBar {{ background: {p.line}; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }}
QProgressBar::chunk {{ background: {p.a}; border-radius: 2px; }}
"""


def _scrolling(p: Palette) -> str:
    return f"""
QScrollArea, QScrollArea > QWidget > QWidget[role="column"] {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QScrollBar::handle {{ background: {p.line}; border-radius: 3px; }}
QScrollBar::handle:hover {{ background: {p.quiet}; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent;
    border: none; height: 0; width: 0; }}
"""
