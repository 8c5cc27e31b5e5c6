"""One download in the list: its file, how far it is, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from lab.language import tr
from lab.models.download_order import Download, DownloadState
from ui.controls.elided_label import ElidedLabel
from ui.models import download_words as words
from ui.models.download_cancel import CancelButton
from ui.models.download_trouble import DownloadTrouble


class DownloadRow(QFrame):
    """Shows a download.

    Args:
        download: As it stands; ``show_download`` brings it up to date.
        parent: Of the widget.

    Attributes:
        go: Pauses, resumes or tries again.
        cancel: Stops it and throws away what came.

    Signals:
        pause_asked(): Pause it.
        resume_asked(): Go on, or try again.
        cancel_asked(): Stop it and keep nothing of it.
    """

    pause_asked = Signal()
    resume_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, download: Download, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("downloadRow")
        name = words.file_name(download)
        self._name = ElidedLabel(name, self)
        self._name.setProperty("role", "name")
        self._repository = ElidedLabel(download.order.repository, self)
        self._repository.setProperty("role", "small")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("downloadProgress")
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Download of {name}", name=name))
        self._percent = QLabel(self)
        self._percent.setObjectName("downloadPercent")
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._facts = ElidedLabel("", self)
        self._facts.setProperty("role", "small")
        self._trouble = DownloadTrouble(self)
        self.go = QPushButton(self)
        self.go.clicked.connect(self._press_go)
        self.go.setProperty("role", "link")
        self.go.setCursor(Qt.CursorShape.PointingHandCursor)
        self.cancel = CancelButton(self)
        self.cancel.confirmed.connect(self.cancel_asked)
        self._lay_out()
        self._download = download
        self._is_offline: bool | None = None
        self.show_download(download, is_offline=False)

    def show_download(self, download: Download, *, is_offline: bool) -> None:
        """Show how it stands.

        Args:
            download: As it stands.
            is_offline: Whether nothing may be asked of the network, so that it can't go on.
        """
        if download is self._download and is_offline == self._is_offline:
            return
        self._download, self._is_offline = download, is_offline
        had_focus = self.go.hasFocus()
        done, total = download.done_bytes, download.total_bytes
        share = words.percent(done, total)
        self._bar.setValue(share)
        self._percent.setText(words.in_percent(share))
        facts = words.facts(done, total, download.bytes_per_second, download.seconds_left)
        self._facts.setText(f"{words.state(download)} · {facts}")
        failed, rests = download.state is DownloadState.FAILED, download.state.is_over
        self._trouble.show_error(download.error if failed else None)  # while it tries again there is hope
        go = tr("Try again") if failed else tr("Resume") if rests else tr("Pause")
        name = self._name.text()
        self.go.setText(go)
        self.go.setAccessibleName(f"{go}: {name}")
        tip = tr("Go on where it stopped") if rests else tr("Stop for now; what came is kept")
        self.go.setToolTip(tip)
        self.go.setVisible(not (rests and is_offline))
        self.cancel.dress(
            tr("Remove") if failed else tr("Cancel"), name, tr("Stop it, and throw away what came"), lost_bytes=done
        )
        if had_focus and self.go.isHidden():
            self.cancel.setFocus()

    def words(self) -> str:
        """All that can be read in it now."""
        read = [self._name.text(), self._repository.text(), self._percent.text(), self._facts.text()]
        return "\n".join([*read, self._trouble.text()] if not self._trouble.isHidden() else read)

    def _press_go(self) -> None:
        if self._download.state.is_over:
            self.resume_asked.emit()
        else:
            self.pause_asked.emit()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name)
        head.addWidget(self._repository, 1)
        head.addWidget(self.go)
        head.addWidget(self.cancel)
        bar = QHBoxLayout()
        bar.setSpacing(10)
        # Shares of the width, not of what is said: so the bars of all rows stand under each other.
        bar.addWidget(self._bar, 3)
        bar.addWidget(self._percent)
        bar.addWidget(self._facts, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(self._trouble)
