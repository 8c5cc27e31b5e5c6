"""The settings for this comparison: system prompt and sampler, for both sides or for each, saved as they change."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from lab.language import tr
from lab.preferences import (
    ComparisonSettings,
    Preferences,
    PreferencesFile,
    Preset,
    ShippedPreset,
    SideSettings,
    named,
    with_preset,
    without_preset,
)
from lab.records import Side
from lab.session.pairing import other_side
from ui.compare.sampler_form import SamplerForm
from ui.compare.sampler_presets import PresetBar
from ui.controls.segmented import Segmented
from ui.controls.switch import Switch
from ui.controls.undo_notice import UndoNotice

_TYPING_PAUSE_MS = 400
_MARGIN = 16
_SCROLL_BAR = 10


class SamplerPanel(QWidget):
    """System prompt and sampler of a comparison.

    What is shown holds at once; it is written to the preferences when the user pauses, at the latest when the panel is
    hidden or the program ends.

    Args:
        preferences: Where the settings are kept. If somebody else changes them, the panel follows.
        parent: Of the widget.

    Signals:
        changed(object): The ``ComparisonSettings`` are different now.
    """

    changed = Signal(object)

    def __init__(self, preferences: PreferencesFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("samplerPanel")
        self._preferences = preferences
        self._settings = self._saved = preferences.value.settings
        self._side = Side.A
        self._swapped = False
        self.reset_button = QPushButton(tr("Reset all"), self)
        self.reset_button.setProperty("role", "reset")
        self.reset_button.clicked.connect(self._reset_all)
        self.undo = UndoNotice(parent=self)
        self.presets = PresetBar(self)
        self.presets.applied.connect(self._apply_preset)
        self.presets.saved.connect(self._save_preset)
        self.presets.deleted.connect(self._delete_preset)
        self.shared = Switch(tr("Same settings for both"), self)
        self.shared.setToolTip(tr("On: both models get the same settings, so that only the models differ"))
        self.shared.clicked.connect(self._share)
        self.sides = Segmented([(side, side.upper()) for side in Side], name=tr("Side to change"), parent=self)
        for side in Side:
            self.sides.button(side).setToolTip(tr("Change the settings of side {side}", side=side.upper()))
        self.sides.chosen.connect(self._choose_side)
        self._whose = QLabel(self)
        self._whose.setProperty("role", "quiet")
        self._whose.setWordWrap(True)
        self.form = SamplerForm(self)
        self.form.edited.connect(self._edit)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING_PAUSE_MS)
        self._timer.timeout.connect(self.flush)
        self.destroyed.connect(preferences.subscribe(self._follow))
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self.flush)
        self._show()

    def settings(self) -> ComparisonSettings:
        """What holds now, also what is not written yet."""
        return self._settings

    def flush(self) -> None:
        """Write to the preferences what is still waiting for a pause."""
        self._timer.stop()
        if self._settings != self._saved:
            self._saved = self._settings
            self._preferences.change(settings=self._settings)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's name)
        """Who closes the panel is done."""
        self.flush()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        title = QLabel(tr("Settings for this comparison"), self)
        title.setProperty("role", "heading")
        when = QLabel(tr("They hold from your next prompt on."), self)
        when.setProperty("role", "small")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title, 1)
        head.addWidget(self.reset_button)
        self._side_row = QFrame(self)
        self._side_row.setObjectName("samplerSide")
        sides = QHBoxLayout(self._side_row)
        sides.setContentsMargins(10, 8, 10, 8)
        sides.setSpacing(10)
        sides.addWidget(self.sides)
        sides.addWidget(self._whose, 1)
        body = QWidget(self)
        body.setObjectName("samplerBody")
        rows = QVBoxLayout(body)
        rows.setContentsMargins(_MARGIN, 12, _MARGIN - _SCROLL_BAR // 2, 20)
        rows.setSpacing(14)
        for widget in (self.presets, self.shared, self._side_row, self.form):
            rows.addWidget(widget)
        rows.addStretch()
        scroll = QScrollArea(self)
        scroll.setObjectName("samplerScroll")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        top = QVBoxLayout()
        top.setContentsMargins(_MARGIN, 14, _MARGIN, 8)
        top.setSpacing(2)
        top.addLayout(head)
        top.addWidget(when)
        notice = QHBoxLayout()
        notice.setContentsMargins(0, 8, _SCROLL_BAR // 2, 0)  # as wide as what stands below
        notice.addWidget(self.undo)
        top.addLayout(notice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(scroll, 1)

    def _show(self) -> None:
        shared = self._settings.shared
        choice = Side.A if shared else self._side
        own = self._settings.of(choice)
        side = self._across(choice)
        self.form.show_settings(own)
        self.presets.show_state(own, self._preferences.value.presets)
        self.shared.setChecked(shared)
        self.sides.set_value(side)
        self._side_row.setVisible(not shared)
        self._side_row.setProperty("editing", side.value)
        self._side_row.style().unpolish(self._side_row)
        self._side_row.style().polish(self._side_row)
        self._whose.setText(tr("You are changing side {side}.", side=side.upper()))
        self.reset_button.setText(tr("Reset all") if shared else tr("Reset all of {side}", side=side.upper()))
        self.reset_button.setToolTip(tr("Put everything back to its default; you can undo it"))
        self.reset_button.setEnabled(own != SideSettings())

    def set_swapped(self, swapped: bool) -> None:
        """Call the sides as they stand; when the two have changed places, A's settings hold for what stands on B."""
        if swapped != self._swapped:
            self._swapped = swapped
            self._show()

    def _across(self, side: Side) -> Side:
        """Where the user's A or B stands; of a place, whose settings hold there."""
        return other_side(side) if self._swapped else side

    def _set(self, settings: ComparisonSettings, *, at_once: bool) -> None:
        """Take over settings that the user has changed."""
        if settings == self._settings:
            return
        self._settings = settings
        self.undo.withdraw()
        self._show()
        self.changed.emit(settings)
        if at_once:
            self.flush()
        else:
            self._timer.start()

    def _edit(self, own: SideSettings) -> None:
        self._set(self._settings.with_side(self._side, own), at_once=False)

    def _reset_all(self) -> None:
        side = self._across(self._side).upper()
        self._replace(
            SideSettings(),
            tr("All settings are back to their defaults.")
            if self._settings.shared
            else tr("All settings of {side} are back to their defaults.", side=side),
        )

    def _apply_preset(self, preset: Preset | ShippedPreset) -> None:
        self._replace(preset.applied_to(self._settings.of(self._side)), tr("“{name}” is in force.", name=preset.name))

    def _replace(self, own: SideSettings, sentence: str) -> None:
        before = self._settings
        self._set(before.with_side(self._side, own), at_once=True)
        self.presets.show_state(own, self._preferences.value.presets)
        if self._settings != before:
            self.undo.offer(sentence, lambda: self._set(before, at_once=True))

    def _share(self, shared: bool) -> None:
        self._side = Side.A
        self._set(self._settings.together() if shared else self._settings.apart(), at_once=True)

    def _choose_side(self, value: str) -> None:
        self._side = self._across(Side(value))
        self.undo.withdraw()
        self._show()

    def _save_preset(self, name: str) -> None:
        presets = self._preferences.value.presets
        replaced = named(name, presets)
        own = self._settings.of(self._side)
        self._change_presets(with_preset(presets, Preset(name=name, settings=own)))
        if isinstance(replaced, Preset):
            self.undo.offer(
                tr("“{name}” has these settings now.", name=name),
                lambda: self._change_presets(with_preset(self._preferences.value.presets, replaced)),
            )

    def _delete_preset(self, preset: Preset) -> None:
        before = self._preferences.value.presets
        self._change_presets(without_preset(before, preset))
        self.undo.offer(tr("“{name}” is deleted.", name=preset.name), lambda: self._change_presets(before))

    def _change_presets(self, presets: tuple[Preset, ...]) -> None:
        self.undo.withdraw()
        self._preferences.change(presets=presets)
        self._show()

    def _follow(self, preferences: Preferences) -> None:
        """Somebody has changed the preferences. What the user is typing here stands, unless it was this."""
        if preferences.settings != self._saved:
            self._saved = preferences.settings
            self._set(preferences.settings, at_once=True)
        self.presets.show_state(self._settings.of(self._side), preferences.presets)
