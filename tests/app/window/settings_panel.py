"""Hands for the settings of the comparison: what a person clicks, types and reads on that panel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QLabel, QMenu, QPlainTextEdit, QScrollArea, QWidget

from lab.records import Comparison, KeptAnswer, SamplerSettings, Side
from lab.storage import comparisons
from tests.app.window.driving import Driver
from ui.compare.sampler_panel import SamplerPanel
from ui.controls.number_field import NumberField


class SettingsPanel:
    """The panel of an open window.

    Attributes:
        panel: The widget.
    """

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._qtbot = driver._qtbot
        found = driver.page.findChild(SamplerPanel)
        assert found is not None
        self.panel: SamplerPanel = found
        if not self.panel.isVisible():
            driver.press("Settings", driver.desktop._page.header)
        driver.wait(self.panel.isVisible)

    def press(self, name: str) -> None:
        """Click a button on the panel."""
        button = self._driver.button(name, self.panel)
        self._scroll_to(button)
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def turn(self, name: str) -> None:
        """Click a switch."""
        found = self._named(name)
        assert isinstance(found, QAbstractButton)
        self._scroll_to(found)
        self._qtbot.mouseClick(found, Qt.MouseButton.LeftButton, pos=found.rect().center())

    def enter(self, name: str, text: str) -> None:
        """Type over what a field holds."""
        field = self._named(name)
        self._scroll_to(field)
        field.setFocus()
        assert isinstance(field, NumberField | QPlainTextEdit)
        field.selectAll()
        self._qtbot.keyClicks(field, text)

    def shown(self, name: str) -> str:
        """What a field shows."""
        field = self._named(name)
        assert isinstance(field, NumberField | QPlainTextEdit)
        return field.text() if isinstance(field, NumberField) else field.toPlainText()

    def texts(self) -> list[str]:
        """All labels that are shown."""
        return [label.text() for label in self.panel.findChildren(QLabel) if label.isVisible()]

    def controls(self) -> list[QWidget]:
        """Everything that can be changed or pressed and is shown."""
        kinds = (QAbstractButton, QAbstractSpinBox, QPlainTextEdit)
        return [widget for kind in kinds for widget in self.panel.findChildren(kind) if widget.isVisible()]

    def preset(self) -> str:
        """The preset that is in force, as the button says it."""
        return self.panel.presets.choice.text()

    def presets(self) -> list[str]:
        """What the menu of the presets offers."""
        menu = self._open_menu()
        names = [action.text() for action in menu.actions() if action.text() and action.menu() is None]
        menu.close()
        return names

    def choose_preset(self, name: str) -> None:
        """Choose one in the menu."""
        menu = self._open_menu()
        self._click(menu, name)

    def delete_preset(self, name: str) -> None:
        """Choose one in the menu's own menu to delete."""
        menu = self._open_menu()
        menu.setActiveAction(_action(menu, "Delete"))
        self._qtbot.keyClick(menu, Qt.Key.Key_Right)
        below = self.panel.presets.delete_menu
        self._driver.wait(below.isVisible)
        self._click(below, name)

    def save_preset(self, name: str) -> None:
        """Keep what is set under a name."""
        self.press("Save as …")
        edit = self.panel.presets.naming.edit
        self._driver.wait(edit.isVisible)
        edit.selectAll()
        self._qtbot.keyClicks(edit, name)
        self._qtbot.keyClick(edit, Qt.Key.Key_Return)

    def _open_menu(self) -> QMenu:
        choice = self.panel.presets.choice
        menu = self.panel.presets.menu
        # A click would wait inside Qt until the menu is closed again; this opens it at the same place.
        menu.popup(choice.mapToGlobal(choice.rect().bottomLeft()))
        self._driver.wait(menu.isVisible)
        return menu

    def _click(self, menu: QMenu, name: str) -> None:
        place = menu.actionGeometry(_action(menu, name)).center()
        self._qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
        self._driver.wait(lambda: not menu.isVisible())

    def _named(self, name: str) -> QWidget:
        found = [each for each in self.controls() if name in (each.accessibleName(), getattr(each, "text", str)())]
        assert found, f"no {name!r} among {sorted(each.accessibleName() for each in self.controls())}"
        return found[0]

    def _scroll_to(self, widget: QWidget) -> None:
        scroll = self.panel.findChild(QScrollArea)
        assert isinstance(scroll, QScrollArea)

        def seen() -> bool:  # what was just unfolded has no place yet
            scroll.ensureWidgetVisible(widget)
            return widget.visibleRegion().contains(widget.rect().center())

        self._driver.wait(seen)


def kept(driver: Driver, comparison: Comparison) -> Comparison:
    """The comparison as it lies in the history."""
    store = driver.desktop._store
    assert store is not None
    return store.read(comparisons.get, comparison.id).result()


def answer(comparison: Comparison, side: Side) -> KeptAnswer:
    """A side's answer; it must be there."""
    found = comparison.a if side is Side.A else comparison.b
    assert found is not None
    return found


def samplers(driver: Driver, comparison: Comparison) -> list[SamplerSettings]:
    """How A's and B's tokens were drawn, as it was kept with the responses."""
    found = []
    for side in Side:
        response = answer(kept(driver, comparison), side).response
        assert response is not None
        found.append(response.contestant.sampler)
    return found


def lengths(driver: Driver, comparison: Comparison) -> list[int]:
    """How many tokens A and B wrote."""
    found = []
    for side in Side:
        response = answer(kept(driver, comparison), side).response
        assert response is not None
        found.append(response.completion_tokens)
    return found


def _action(menu: QMenu, name: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == name)
