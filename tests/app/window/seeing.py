"""All that a window shows or says: every text, tooltip and accessible name of whatever is visible."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QMenu, QWidget

_SAYINGS = ("text", "toPlainText", "placeholderText", "title", "currentText")
_MOST_DEEP = 60


def everything_in(window: QWidget) -> list[str]:
    """What can be read in a window, or be read out, without opening anything but its menus."""
    found = [window.windowTitle()]
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible():
            found += said_by(widget)
    accessible = QAccessible.queryAccessibleInterface(window)
    assert accessible is not None
    found += _of_accessible(accessible, 0)
    return [each for each in found if each]


def said_by(widget: QWidget) -> Iterator[str]:
    """What one widget says, or would say if it were visible."""
    yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    for saying in _SAYINGS:
        say = getattr(widget, saying, None)
        if callable(say):
            yield str(say())
    menu = getattr(widget, "menu", None)
    menu = menu() if callable(menu) else menu
    if isinstance(menu, QMenu):
        yield from _of_menu(menu)


def _of_menu(menu: QMenu) -> Iterator[str]:
    for action in menu.actions():
        yield from (action.text(), action.toolTip())
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _of_menu(below)


def _of_accessible(accessible: QAccessibleInterface, depth: int) -> Iterator[str]:
    if accessible.state().invisible or depth > _MOST_DEEP:
        return
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help):
        yield accessible.text(kind)
    text = accessible.textInterface()
    if text is not None:
        yield text.text(0, text.characterCount())
    for place in range(accessible.childCount()):
        child = accessible.child(place)
        if child is not None:
            yield from _of_accessible(child, depth + 1)
