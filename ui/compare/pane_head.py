"""The head of a pane: which model, what kind, how it is asked, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from lab.language import tr
from lab.records import Framing, Kind, Model, Side
from lab.words import KIND_BADGES
from ui.compare import words
from ui.compare.name_button import NameButton
from ui.controls.plain_tip import plain_tip
from ui.theme.icons import Icon, icon
from ui.theme.palette import Palette

_ICON = QSize(18, 18)
_KINDS = ((Kind.BASE, tr("Base models")), (Kind.CHAT, tr("Chat models")), (Kind.UNSURE, tr("Not sure")))


class PaneHead(QWidget):
    """Shows and chooses the model and its framing.

    Signals:
        model_chosen(Model): The user has chosen another model.
        framing_chosen(Framing): The user has chosen another framing.
        add_asked(): The user wants to add a model file.
        again_asked(): The user wants this side's answer anew.
        stop_asked(): The user wants this side to stop.
        unload_asked(): The user wants the memory back.
        copy_asked(): The user wants the answer on the clipboard.
        save_asked(): The user wants the answer in a file.
        rendered_wanted(bool): Show Markdown as it is meant (True) or as it was written (False).
        together_wanted(bool): Let both sides scroll together.
    """

    model_chosen = Signal(object)
    framing_chosen = Signal(object)
    add_asked = Signal()
    again_asked = Signal()
    stop_asked = Signal()
    unload_asked = Signal()
    copy_asked = Signal()
    save_asked = Signal()
    rendered_wanted = Signal(bool)
    together_wanted = Signal(bool)

    def __init__(self, side: Side, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._palette = palette
        self._busy = self._answering = self._can_answer_again = self._hidden = self._has_model = False
        letter = side.upper()
        self._letter = QLabel(letter, self)
        self._letter.setProperty("side", side.value)
        self._letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._letter.setFixedSize(24, 24)
        self._name = NameButton(self)
        _prepare(
            self._name,
            "modelName",
            tr("Model of side {letter}", letter=letter),
            tr("Choose the model of side {letter}", letter=letter),
        )
        self._name.setMenu(QMenu(self))
        self._badge = QLabel(self)
        self._badge.setProperty("badge", side.value)
        self._facts = QLabel(self)
        self._facts.setProperty("role", "quiet")
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._framing = QToolButton(self)
        _prepare(
            self._framing,
            "framing",
            tr("Framing of side {letter}", letter=letter),
            tr("How the prompt is put to this model"),
        )
        self._framing.setMenu(QMenu(self))
        self._again = _plain(self, "", "")
        self._again.setShortcut(f"Ctrl+Shift+{letter}")
        self._again.clicked.connect(lambda: (self.stop_asked if self._answering else self.again_asked).emit())
        self._more = _plain(self, tr("More for side {letter}", letter=letter), tr("More"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._rendered = QAction(tr("Show Markdown rendered"), self)
        self._rendered.setCheckable(True)
        self._rendered.toggled.connect(self.rendered_wanted)
        self._together = QAction(tr("Scroll both together"), self)
        self._together.setCheckable(True)
        self._together.toggled.connect(self.together_wanted)
        self._more.setMenu(self._more_menu())
        self._blind = QLabel(tr("Hidden until you vote"), self)
        self._blind.setProperty("role", "quiet")
        self._blind.setMinimumHeight(24)
        self._lay_out()
        self.set_palette(palette)
        self.show_model(None, Framing.RAW)

    def set_palette(self, palette: Palette) -> None:
        """Draw the icons in other colours."""
        self._palette = palette
        self._more.setIcon(icon(Icon.MORE, palette.quiet, palette.line))
        for button in (self._again, self._more):
            button.setIconSize(_ICON)
        self._show_again()

    def set_models(self, models: Sequence[Model]) -> None:
        """Offer the models of the library, by kind."""
        menu = self._name.menu()
        menu.clear()
        for kind, title in _KINDS:
            of_kind = [model for model in models if model.verdict.kind is kind]
            if of_kind:
                menu.addSection(title)
            for model in of_kind:
                action = menu.addAction(f"{model.name}    {words.facts(model)}".replace("&", "&&"))
                action.triggered.connect(lambda _checked=False, chosen=model: self.model_chosen.emit(chosen))
        menu.addSeparator()
        menu.addAction(tr("Add a model file …")).triggered.connect(lambda: self.add_asked.emit())

    def show_model(self, model: Model | None, framing: Framing) -> None:
        """Show which model is chosen and how it is asked."""
        self._name.set_name(model.name if model else tr("Choose a model"))
        choose = tr("Choose the model of side {side}", side=self._side.upper())
        self._name.setToolTip(plain_tip(f"{model.name}\n{choose}") if model else choose)
        self._has_model = model is not None
        self._facts.setText(words.facts(model) + " ·" if model else tr("No model"))
        self._show_parts()
        if model is None:
            return
        self._badge.setText(KIND_BADGES[model.verdict.kind])
        self._badge.setToolTip(plain_tip(words.evidence(model.verdict)))
        self._badge.setAccessibleName(words.evidence(model.verdict))
        self._framing.setText(words.FRAMING[framing] + " ▾")
        self._fill_framings(model, framing)

    def set_hidden(self, hidden: bool) -> None:
        """Show the letter alone, and nothing that tells who answers here or lets it be changed."""
        self._hidden = hidden
        self._show_parts()

    def _show_parts(self) -> None:
        for widget in (self._name, self._facts, self._again, self._more):
            widget.setVisible(not self._hidden)
        for widget in (self._badge, self._framing):
            widget.setVisible(self._has_model and not self._hidden)
        self._blind.setVisible(self._hidden)

    def set_together(self, together: bool) -> None:
        """Mark whether both sides scroll together, without saying so."""
        self._together.blockSignals(True)
        self._together.setChecked(together)
        self._together.blockSignals(False)

    def set_busy(self, busy: bool) -> None:
        """While an answer comes, model and framing stay as they are."""
        self._busy = busy
        for button in (self._name, self._framing):
            button.setEnabled(not busy)
        self._unload.setEnabled(not busy)
        self._show_again()

    def set_answering(self, answering: bool) -> None:
        """While this side answers, the button that asks again stops it."""
        self._answering = answering
        self._show_again()

    def set_can_answer_again(self, can: bool) -> None:
        """Whether there is an answer that could come again."""
        self._can_answer_again = can
        self._show_again()

    def set_rendered(self, rendered: bool) -> None:
        """Mark whether Markdown is shown rendered, without saying so."""
        self._rendered.blockSignals(True)
        self._rendered.setChecked(rendered)
        self._rendered.blockSignals(False)

    def _fill_framings(self, model: Model, framing: Framing) -> None:
        menu = self._framing.menu()
        menu.clear()
        menu.setToolTipsVisible(True)
        for before in menu.findChildren(QActionGroup):
            before.deleteLater()
        group = QActionGroup(menu)
        for each in Framing:
            if each is Framing.CHAT and not model.has_chat_template:
                continue  # never a template on a model that has none
            action = menu.addAction(words.FRAMING[each])
            action.setToolTip(words.FRAMING_SENTENCE[each])
            action.setCheckable(True)
            action.setChecked(each is framing)
            action.triggered.connect(lambda _checked=False, chosen=each: self.framing_chosen.emit(chosen))
            group.addAction(action)

    def _show_again(self) -> None:
        letter, key = self._side.upper(), f"Ctrl+Shift+{self._side.upper()}"
        if self._answering:
            which, name, tip = (
                Icon.STOP,
                tr("Stop {letter}", letter=letter),
                tr("Stop {letter}; what it said stays ({key})", letter=letter, key=key),
            )
        else:
            which, name, tip = (
                Icon.AGAIN,
                tr("Answer of {letter} again", letter=letter),
                tr("Answer again, only {letter} ({key})", letter=letter, key=key),
            )
        colour = self._palette.side(self._side) if self._answering else self._palette.quiet
        self._again.setIcon(icon(which, colour, self._palette.line))
        self._again.setAccessibleName(name)
        self._again.setToolTip(tip)
        self._again.setEnabled(self._answering or (self._can_answer_again and not self._busy))

    def _more_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self._rendered)
        menu.addAction(self._together)
        menu.addSeparator()
        menu.addAction(tr("Copy answer")).triggered.connect(lambda: self.copy_asked.emit())
        menu.addAction(tr("Save answer …")).triggered.connect(lambda: self.save_asked.emit())
        menu.addSeparator()
        self._unload = menu.addAction(tr("Unload model"))
        self._unload.triggered.connect(lambda: self.unload_asked.emit())
        return menu

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self._name)
        first.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addStretch()
        second = QHBoxLayout()
        second.setSpacing(2)
        second.setContentsMargins(10, 0, 0, 0)
        second.addWidget(self._facts)
        second.addWidget(self._framing)
        second.addStretch()
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 10, 10, 8)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._letter, 0, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._blind, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addLayout(first, 0, 1)
        grid.addLayout(second, 1, 1)
        grid.addWidget(self._again, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._more, 0, 3, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(1, 1)


def _prepare(button: QToolButton, name: str, accessible: str, tip: str) -> None:
    button.setObjectName(name)
    button.setAccessibleName(accessible)
    button.setToolTip(tip)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)


def _plain(parent: QWidget, accessible: str, tip: str) -> QToolButton:
    button = QToolButton(parent)
    button.setProperty("role", "plain")
    button.setAccessibleName(accessible)
    button.setToolTip(tip)
    return button
