"""Everything can be reached by keyboard and is named for those who can't see it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.app.window.driving import Driver
from ui.controls.segmented import Segmented

pytestmark = pytest.mark.process

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_MOST_STEPS = 300
# Parts of other controls, which have the name and the keyboard themselves.
_PARTS = ("qt_spinbox_lineedit", "qt_toolbar_ext_button", "ScrollLeftButton", "ScrollRightButton")


@pytest.fixture
def ready(driver: Driver, tiny_base: Path, tiny_chat: Path) -> Driver:
    driver.prepare(tiny_base, tiny_chat)
    driver.open_ready()
    driver.ask("the sun")
    return driver


def controls(where: QWidget) -> list[QWidget]:
    found = [widget for kind in CONTROLS for widget in where.findChildren(kind)]
    return [each for each in found if each.isVisible() and each.objectName() not in _PARTS and not _is_part(each)]


def _is_part(widget: QWidget) -> bool:
    """The buttons inside a line edit and the view inside a combo box belong to it."""
    parent = widget.parentWidget()
    return isinstance(parent, QLineEdit | QComboBox | QAbstractSpinBox)


def name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


@pytest.mark.parametrize("page", ["compare", "history", "results", "models", "settings"])
def test_every_control_has_a_name(ready: Driver, page: str) -> None:
    ready.desktop.window.show_page(page)
    if page == "compare":
        ready.desktop._page.header.settings_wanted.emit(True)
    nameless = [
        f"{type(each).__name__} {each.objectName()}" for each in controls(ready.desktop.window) if not name(each)
    ]
    assert nameless == []


@pytest.mark.parametrize("page", ["compare", "history", "results", "models", "settings"])
def test_every_control_can_be_reached_with_tab(ready: Driver, page: str) -> None:
    window = ready.desktop.window
    window.show_page(page)
    window.activateWindow()
    ready.wait(lambda: QApplication.activeWindow() is window)
    ready.button("Compare", window.rail).setFocus()
    reached: set[QWidget] = set()
    for _ in range(_MOST_STEPS):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        ready.key(Qt.Key.Key_Tab, focused)
        if QApplication.focusWidget() in reached and len(reached) > 3 and QApplication.focusWidget() is focused:
            break
    enabled = [each for each in controls(window) if each.isEnabled()]
    missed = [name(each) for each in enabled if each not in reached and not _reached_by_its_group(each, reached)]
    assert missed == []


def _reached_by_its_group(widget: QWidget, reached: set[QWidget]) -> bool:
    """In a group of which one is chosen, Tab reaches that one and the arrow keys the others."""
    parent = widget.parentWidget()
    if isinstance(parent, Segmented):
        return any(button in reached for button in parent.findChildren(QAbstractButton))
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and any(button in reached for button in group.buttons())
