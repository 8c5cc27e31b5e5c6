"""The line above the panes: what this conversation is, and what holds for all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from lab.language import tr
from lab.records import Schedule
from ui.controls.elided_label import ElidedLabel
from ui.controls.plain_tip import plain_tip
from ui.controls.switch import Switch
from ui.theme.icons import Icon, icon
from ui.theme.palette import Palette

_ICON = QSize(18, 18)
_SCHEDULES = (
    (
        Schedule.AUTO,
        tr("Together if they fit"),
        tr("Both at once if both fit into memory, otherwise one after the other"),
    ),
    (Schedule.TOGETHER, tr("Both at once"), tr("Both answer at the same time and share the cores")),
    (Schedule.IN_TURN, tr("One after the other"), tr("Each has all cores while it answers")),
)
_WHEN = tr("When the two models run")
MOST_TITLE_CHARACTERS = 60


class Header(QFrame):
    """Title and buttons of the compare page.

    Signals:
        new_asked(): Begin another conversation.
        schedule_chosen(Schedule): When the two run.
        settings_wanted(bool): Show or hide the settings for this comparison.
        inspector_wanted(bool): Show or hide the inspector.
        models_asked(): The user wants models instead of the demonstration.
        blind_wanted(bool): Hide who is who until the user has voted, or not.
    """

    new_asked = Signal()
    schedule_chosen = Signal(object)
    settings_wanted = Signal(bool)
    inspector_wanted = Signal(bool)
    models_asked = Signal()
    blind_wanted = Signal(bool)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(52)
        self._has_tools = True
        self._title = ElidedLabel(parent=self)
        self._title.setProperty("role", "title")
        self._facts = ElidedLabel(parent=self)
        self._facts.setProperty("role", "quiet")
        self._scripted = QLabel(self)
        self._scripted.setObjectName("scripted")
        self._scripted.setTextFormat(Qt.TextFormat.PlainText)
        self._scripted.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._models = self._button(tr("Get models"), tr("End the demonstration and get models"), "")
        self._models.setProperty("role", "link")
        self._models.clicked.connect(self.models_asked)
        self._blind = Switch(tr("Blind"), self)
        self._blind.setToolTip(tr("Hide who is who until you have voted (Ctrl+B)"))
        self._blind.setAccessibleName(tr("Blind comparison"))
        self._blind.setShortcut("Ctrl+B")
        self._blind.clicked.connect(self.blind_wanted)
        self._new = self._button(tr("New"), tr("Begin another conversation (Ctrl+N)"), "Ctrl+N")
        self._new.clicked.connect(self.new_asked)
        self._schedule = self._button("", _WHEN, "")
        self._schedule.setAccessibleName(_WHEN)
        self._schedule.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._schedule.setMenu(QMenu(self))
        self._settings = self._button(tr("Settings"), tr("Settings for this comparison (Ctrl+T)"), "Ctrl+T")
        self._settings.setCheckable(True)
        self._settings.clicked.connect(self.settings_wanted)
        self._inspector = self._button("", tr("How the answers differ (Ctrl+I)"), "Ctrl+I")
        self._inspector.setAccessibleName(tr("Inspector"))
        self._inspector.setCheckable(True)
        self._inspector.clicked.connect(self.inspector_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 20, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addSpacing(4)
        layout.addWidget(self._facts)
        layout.addWidget(self._scripted)
        layout.addWidget(self._models)
        layout.addStretch()
        for button in (self._blind, self._new, self._schedule, self._settings, self._inspector):
            layout.addWidget(button)
        self.set_palette(palette)
        self.show_schedule(Schedule.AUTO)
        self.show_conversation("", "")
        self.show_scripted("")

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        for button, which in (
            (self._new, Icon.NEW),
            (self._settings, Icon.SETTINGS),
            (self._inspector, Icon.INSPECTOR),
        ):
            button.setIcon(icon(which, palette.ink))
            button.setIconSize(_ICON)

    def show_conversation(self, title: str, facts: str) -> None:
        """Show what the conversation is called, and a few facts about it."""
        line = " ".join(title.split()) or tr("New comparison")
        short = line if len(line) <= MOST_TITLE_CHARACTERS else line[: MOST_TITLE_CHARACTERS - 1] + "…"
        self._title.setText(short)
        self._facts.setText(facts)

    def show_scripted(self, sentence: str) -> None:
        """Say plainly that no model is running; empty if one is."""
        self._scripted.setText(sentence)
        for widget in (self._scripted, self._models):
            widget.setVisible(bool(sentence))
        # They make room: of scripts there is nothing to tell and nothing to schedule.
        self._facts.setVisible(not sentence)
        self._schedule.setVisible(self._has_tools and not sentence)

    def show_tools(self, shown: bool) -> None:
        """Show the buttons, or hide them while there are no models that they could serve."""
        self._has_tools = shown
        for button in (self._blind, self._new, self._settings, self._inspector):
            button.setVisible(shown)
        self._schedule.setVisible(shown and not self._scripted.text())

    def show_blind(self, blind: bool) -> None:
        """Show whether the user wants to compare blind."""
        self._blind.setChecked(blind)

    def set_blind_enabled(self, enabled: bool) -> None:
        """Whether it can be chosen now to compare blind."""
        self._blind.setEnabled(enabled)

    def show_schedule(self, chosen: Schedule) -> None:
        """Show when the two run."""
        menu = self._schedule.menu()
        menu.clear()
        menu.setToolTipsVisible(True)
        for before in menu.findChildren(QActionGroup):
            before.deleteLater()
        group = QActionGroup(menu)
        for schedule, words, sentence in _SCHEDULES:
            action = menu.addAction(words)
            action.setToolTip(sentence)
            action.setCheckable(True)
            action.setChecked(schedule is chosen)
            action.triggered.connect(lambda _checked=False, wish=schedule: self.schedule_chosen.emit(wish))
            group.addAction(action)
            if schedule is chosen:
                self._schedule.setText(f"{words} ▾")

    def show_why(self, reason: str) -> None:
        """Say at the button of the schedule why the two run as they do; empty if it is as was wished."""
        self._schedule.setToolTip(plain_tip(f"{_WHEN}. {reason}" if reason else _WHEN))
        self._schedule.setAccessibleDescription(reason)

    def show_panel(self, *, settings: bool, inspector: bool) -> None:
        """Mark which side panel is open."""
        self._settings.setChecked(settings)
        self._inspector.setChecked(inspector)

    def _button(self, text: str, tip: str, key: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        if text:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if key:
            button.setShortcut(key)
        return button
