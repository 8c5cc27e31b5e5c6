"""The list of downloads that are under way, rest or have failed; hidden when there is none."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lab.amounts import rough_size
from lab.language import counted, tr
from lab.models.download_order import Download, DownloadState
from lab.models.offline import is_hub_closed
from ui.controls.tab_order import tab_through
from ui.models import download_words as words
from ui.models.download_row import DownloadRow
from ui.models.downloads import Downloads


class DownloadsPanel(QFrame):
    """Follows the downloads.

    Args:
        downloads: What it shows.
        parent: Of the widget.

    Attributes:
        every: Pauses or resumes all of them.

    Signals:
        emptied(): The last one has gone while the keyboard was in here; the page gives the focus to something else.
    """

    emptied = Signal()

    def __init__(self, downloads: Downloads, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("downloadsPanel")
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Downloads"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._downloads = downloads
        self._rows: dict[str, DownloadRow] = {}
        title = QLabel(tr("Downloads"), self)
        title.setProperty("role", "heading")
        self._sum = QLabel(self)
        self._sum.setProperty("role", "small")
        self._sum.setWordWrap(True)
        self.every = QPushButton(self)
        self.every.setProperty("role", "link")
        self.every.setCursor(Qt.CursorShape.PointingHandCursor)
        self.every.clicked.connect(self._press_every)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 8)
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(self._sum, 1)
        head.addWidget(self.every)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 4)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(self._list)
        downloads.changed.connect(self.refresh)
        self.refresh()

    def rows(self) -> list[DownloadRow]:
        """Its rows, from above."""
        return list(self._rows.values())

    def refresh(self) -> None:
        """Show how all of them stand; to be called too when the offline switch was turned."""
        shown, is_offline = self._downloads.all(), is_hub_closed()
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        before = self.rows()
        wanted = {one.id for one in shown}
        for identity in [one for one in self._rows if one not in wanted]:
            row = self._rows.pop(identity)
            row.hide()
            row.deleteLater()
            self._list.removeWidget(row)
        for place, download in enumerate(shown):
            row = self._rows.get(download.id) or self._make_row(download)
            row.show_download(download, is_offline=is_offline)
            if self._list.indexOf(row) != place:
                self._list.insertWidget(place, row)
        self._rows = {one.id: self._rows[one.id] for one in shown}
        if self.rows() != before:
            tab_through(self.every, *self.rows())
        self._say(shown, is_offline)
        self.setVisible(bool(shown))
        if had_focus:
            self._keep_focus()

    def _make_row(self, download: Download) -> DownloadRow:
        row = self._rows[download.id] = DownloadRow(download, self)
        row.pause_asked.connect(partial(self._downloads.pause, download.id))
        row.resume_asked.connect(partial(self._downloads.resume, download.id))
        row.cancel_asked.connect(partial(self._downloads.cancel, download.id))
        return row

    def _say(self, shown: list[Download], is_offline: bool) -> None:
        rest = all(one.state.is_over for one in shown)
        missing = sum(one.total_bytes - one.done_bytes for one in shown)
        text = tr("{missing} to go", missing=rough_size(missing))
        if rest and is_offline:
            text = words.offline()
        elif rest:
            failed = sum(one.state is DownloadState.FAILED for one in shown)
            text = " · ".join((text, tr("nothing is being fetched")))
            if failed:
                text += " · " + counted(failed, tr("{n} stopped by trouble"), tr("{n} stopped by trouble", "several"))
        self._sum.setText(text)
        self.every.setText(tr("Resume all") if rest else tr("Pause all"))
        self.every.setAccessibleName(tr("Resume all downloads") if rest else tr("Pause all downloads"))
        self.every.setToolTip(
            tr("Go on with all where they stopped") if rest else tr("Stop all for now; what came is kept")
        )
        self.every.setVisible(len(shown) > 1 and not (rest and is_offline))

    def _press_every(self) -> None:
        shown = self._downloads.all()
        if all(one.state.is_over for one in shown):
            self._downloads.resume(*(one.id for one in shown))
        else:
            self._downloads.pause(*(one.id for one in shown if not one.state.is_over))

    def _keep_focus(self) -> None:
        """The row that the keyboard was in may have gone."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus) and focus.isVisible():
            return
        if not self._rows:
            self.emptied.emit()
            return
        first = next(iter(self._rows.values()))
        (first.cancel if first.go.isHidden() else first.go).setFocus()
