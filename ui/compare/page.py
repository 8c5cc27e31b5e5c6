"""The compare page: what stands where. What happens is in ``controller``."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from lab.preferences import PreferencesFile
from lab.records import Side, VoteChoice
from ui.compare.blind_strip import BlindStrip, StripDeed
from ui.compare.composer import Composer
from ui.compare.header import Header
from ui.compare.inspector.inspector import Inspector
from ui.compare.pane import Pane
from ui.compare.sampler_panel import SamplerPanel
from ui.compare.side_panel import INSPECTOR_WIDTH, Panel, SidePanel
from ui.compare.turn_bar import TurnBar
from ui.compare.vote_bar import VoteBar
from ui.theme.palette import Palette

_VOTE_KEYS = {"1": VoteChoice.A, "2": VoteChoice.TIE, "3": VoteChoice.BOTH_BAD, "4": VoteChoice.B}
_LEAST_PANE = 240
_LEAST_WIDTH = 640
"""Said by hand: the panel at the side moves over the panes in a narrow page, so it must not keep the page wide."""
_REST_MS = 400
"""The splitter's place is saved when the mouse rests, not at every step."""
_ROOM_FOR_PANEL = 1000
"""On a narrower page the inspector waits until it is asked for."""


class ComparePage(QWidget):
    """Header, two panes, vote bar, composer, side panel.

    Attributes:
        header, panes, blind_strip, turn_bar, vote_bar, composer, inspector, sampler, side_panel: What it consists of.

    Signals:
        stop_asked(): Escape was pressed.
        session_asked(): Begin a blind session, or end the one that is under way.
    """

    stop_asked = Signal()
    session_asked = Signal()

    def __init__(self, palette: Palette, preferences: PreferencesFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_LEAST_WIDTH)
        self._preferences = preferences
        self._is_led = False
        self.header = Header(palette, self)
        self.panes = {side: Pane(side, palette, self) for side in Side}
        self.blind_strip = BlindStrip(self)
        self.turn_bar = TurnBar(palette, self)
        self.vote_bar = VoteBar(self)
        self.composer = Composer(palette, self)
        self.composer.add_at_the_left(self.turn_bar)
        self.composer.session_asked.connect(self.session_asked)
        self.inspector = Inspector(palette, self)
        self.sampler = SamplerPanel(preferences, self)
        self.side_panel = SidePanel(self.inspector, self.sampler, self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(14)
        self._middle = QStackedWidget(self)
        self._both = QWidget(self)
        self._middle.addWidget(self._both)
        self._lay_out()
        self.header.settings_wanted.connect(lambda on: self._toggle(Panel.SETTINGS, on))
        self.header.inspector_wanted.connect(lambda on: self._toggle(Panel.INSPECTOR, on))
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST_MS)
        self._resting.timeout.connect(self._keep_splitter)
        self._splitter.splitterMoved.connect(lambda: self._resting.start())
        self._whole.splitterMoved.connect(self._inspector_moved)
        self._add_keys()
        self._synchronise_scrolling()

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        for pane in self.panes.values():
            pane.set_palette(palette)
        self.header.set_palette(palette)
        self.turn_bar.set_palette(palette)
        self.composer.set_palette(palette)
        self.inspector.set_palette(palette)

    def restore(self, width: int) -> None:
        """Bring back what the user had open, as far as a window of this width has room for it."""
        kept = self._preferences.value
        if kept.splitter:
            self._splitter.setSizes(list(kept.splitter))
        self.side_panel.inspector_width = kept.inspector_width or INSPECTOR_WIDTH
        self._fit_inspector(width >= _ROOM_FOR_PANEL)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """The inspector makes room in a narrow window, and comes back in a wide one."""
        super().resizeEvent(event)
        was_wide, is_wide = (size.width() >= _ROOM_FOR_PANEL for size in (event.oldSize(), event.size()))
        if was_wide != is_wide and event.oldSize().isValid() and self._middle.currentWidget() is self._both:
            self._fit_inspector(is_wide)
        self._place_panel()
        self.vote_bar.set_height_of_page(event.size().height())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """While it was hidden the window may have become another size, and the panes may have come."""
        super().showEvent(event)
        if self._middle.currentWidget() is self._both:
            self._fit_inspector(self.width() >= _ROOM_FOR_PANEL)

    def _fit_inspector(self, room: bool) -> None:
        shown = self.side_panel.shown
        if shown is Panel.INSPECTOR and not room:
            self.side_panel.show_panel(Panel.NONE)
        elif shown is Panel.NONE and room and self._preferences.value.inspector:
            self.side_panel.show_panel(Panel.INSPECTOR)
        self._place_panel()
        self._mark_panel()

    def _place_panel(self) -> None:
        """Beside the panes where there is room, else over the right one."""
        beside = self.width() >= _ROOM_FOR_PANEL
        if beside != (self._whole.indexOf(self.side_panel) >= 0):
            shown = not self.side_panel.isHidden()
            if beside:
                self._whole.addWidget(self.side_panel)
            else:
                self.side_panel.setParent(self)
            self.side_panel.setVisible(shown)  # another parent hides it
        width = self.side_panel.wanted_width
        if beside:
            self._whole.setSizes([self.width() - width, width])
        else:
            top, width = self.header.height(), min(width, self.width() // 2)
            self.side_panel.setGeometry(self.width() - width, top, width, self.height() - top)
            self.side_panel.raise_()

    def _inspector_moved(self) -> None:
        if self.side_panel.shown is Panel.INSPECTOR:
            self.side_panel.inspector_width = self.side_panel.width()
            self._resting.start()

    def set_led(self, led: bool) -> None:
        """While a blind session decides what is asked there is nothing to write, and whether it is blind stays."""
        self._is_led = led
        self.composer.setVisible(not led)
        self.header.set_blind_enabled(not led)
        self.vote_bar.rater_button.setEnabled(not led)

    def rest_keyboard(self) -> None:
        """Put the keyboard where it is while there is nothing to vote on."""
        if self._is_led:
            self.blind_strip.setFocus()
        else:
            self.composer.focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Enter goes on to the next pair of a blind session; in the note it only ends the note."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not self._is_led:
            super().keyPressEvent(event)
        elif isinstance(self.focusWidget(), QLineEdit):
            self.vote_bar.focus()
        else:
            self.blind_strip.press(StripDeed.NEXT)

    def flush(self) -> None:
        """Say now what is said a moment after the last key, because the window closes."""
        self.vote_bar.flush()
        self.sampler.flush()
        if self._resting.isActive():
            self._resting.stop()
            self._keep_splitter()

    def show_instead_of_panes(self, widget: QWidget) -> None:
        """Put another widget where the panes are, e.g. the first start's."""
        if self._middle.indexOf(widget) < 0:
            self._middle.addWidget(widget)
        self._middle.setCurrentWidget(widget)
        self._show_bars(False)

    def show_panes(self) -> None:
        """Show the panes."""
        if self._middle.currentWidget() is not self._both:
            self._middle.setCurrentWidget(self._both)
            self._show_bars(True)
            if self.isVisible():  # else it is not as wide yet as it will be
                self._fit_inspector(self.width() >= _ROOM_FOR_PANEL)

    def _show_bars(self, shown: bool) -> None:
        self.vote_bar.setVisible(shown)
        self.composer.setVisible(shown and not self._is_led)
        self.header.show_tools(shown)
        self.side_panel.setVisible(shown and self.side_panel.shown is not Panel.NONE)

    def _toggle(self, panel: Panel, on: bool) -> None:
        self.side_panel.toggle(panel, on=on)
        self._place_panel()
        self._mark_panel()
        if panel is Panel.INSPECTOR:
            self._preferences.change(inspector=on)

    def _keep_splitter(self) -> None:
        self._preferences.change(
            splitter=tuple(self._splitter.sizes()), inspector_width=self.side_panel.inspector_width
        )

    def _mark_panel(self) -> None:
        shown = self.side_panel.shown
        self.header.show_panel(settings=shown is Panel.SETTINGS, inspector=shown is Panel.INSPECTOR)

    def _lay_out(self) -> None:
        for pane in self.panes.values():
            pane.setMinimumWidth(_LEAST_PANE)
            self._splitter.addWidget(pane)
        both = QVBoxLayout(self._both)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(8)
        both.addWidget(self._splitter, 1)
        both.addWidget(self.blind_strip)
        column = QVBoxLayout()
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(4)
        column.addWidget(self._middle, 1)
        column.addWidget(self.vote_bar)
        column.addWidget(self.composer)
        main = QWidget(self)
        left = QVBoxLayout(main)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.header)
        left.addLayout(column, 1)
        self._whole = QSplitter(Qt.Orientation.Horizontal, self)
        self._whole.setChildrenCollapsible(False)
        self._whole.setHandleWidth(1)  # the panel's own border is what is seen; Qt takes a drag beside it too
        self._whole.addWidget(main)
        self._whole.addWidget(self.side_panel)
        self._whole.setStretchFactor(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._whole)

    def _add_keys(self) -> None:
        # Typing in a field wins over these: a text field takes plain keys for itself.
        for key, choice in _VOTE_KEYS.items():
            QShortcut(QKeySequence(key), self).activated.connect(lambda chosen=choice: self.vote_bar.choose(chosen))
        QShortcut(QKeySequence("R"), self).activated.connect(lambda: self.blind_strip.press(StripDeed.REVEAL))
        QShortcut(QKeySequence("D"), self).activated.connect(self.vote_bar.toggle_detail)
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.vote_bar.undo)
        QShortcut(QKeySequence("N"), self).activated.connect(self._next)
        QShortcut(QKeySequence("Ctrl+Shift+B"), self).activated.connect(self.session_asked)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.stop_asked)

    def _next(self) -> None:
        if self._is_led:
            self.blind_strip.press(StripDeed.NEXT)
        else:
            self.composer.focus()

    def _scroll_together(self, together: bool) -> None:
        self._preferences.change(synchronised_scrolling=together)
        for pane in self.panes.values():
            pane.head.set_together(together)

    def _synchronise_scrolling(self) -> None:
        for pane in self.panes.values():
            pane.head.set_together(self._preferences.value.synchronised_scrolling)
            pane.head.together_wanted.connect(self._scroll_together)
        bars = [pane.view.verticalScrollBar() for pane in self.panes.values()]

        following = False

        def follow(value: int, leader: int) -> None:
            nonlocal following
            if following or not self._preferences.value.synchronised_scrolling:
                return
            mine, other = bars[leader], bars[1 - leader]
            following = True  # the other one says that it moved, too
            other.setValue(round(value / mine.maximum() * other.maximum()) if mine.maximum() else 0)
            following = False

        for place, bar in enumerate(bars):
            bar.valueChanged.connect(lambda value, leader=place: follow(value, leader))
