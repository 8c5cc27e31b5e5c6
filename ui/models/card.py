"""One card: a pair or ladder worth trying, one button for all of it, and how far it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lab.language import counted, tr
from lab.models.fit_verdict import Fit, FitVerdict
from ui.controls.plain_tip import plain_tip
from ui.models.card_face import CardFace, Phase
from ui.models.card_offer import CardOffer
from ui.models.download_cancel import CancelButton
from ui.models.download_trouble import DownloadTrouble
from ui.models.download_words import percent
from ui.models.words import FIT_WORDS

_IN_PROGRESS = (Phase.UNDER_WAY, Phase.PAUSED, Phase.FAILED)


class Card(QFrame):
    """Shows an offer and its face; says what the user wants.

    Args:
        offer: What it is about.
        parent: Of the widget.

    Attributes:
        offer: What it is about.
        fetch: Fetches all of it, or tries again.
        pause: Pauses or resumes.
        cancel: Stops it and throws away what came.
        compare: Puts the pair on the two sides.

    Signals:
        fetch_asked(): Fetch it, as far as it is missing; its terms are on the card.
        pause_asked(): Pause it.
        resume_asked(): Go on with it.
        cancel_asked(): Stop it and keep nothing half-finished.
        compare_asked(): Compare the base model with the chat model.
    """

    fetch_asked = Signal()
    pause_asked = Signal()
    resume_asked = Signal()
    cancel_asked = Signal()
    compare_asked = Signal()

    def __init__(self, offer: CardOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer = offer
        self._face = CardFace(phase=Phase.OFFERED)
        self._was_put_on_cancel = False
        self.setProperty("role", "card")
        self.setAccessibleName(f"{offer.title}: {offer.facts}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._title = _label(offer.title, "cardName", self)
        self._chip = QLabel(self)
        self._chip.setProperty("fit", "")
        self._chip.hide()
        self._facts = _label(offer.facts, "cardFacts", self)
        self._facts.setToolTip(plain_tip(tr("Licence: {licence}", licence=", ".join(offer.licence_urls))))
        self._why = _label(offer.why, "cardWhy", self)
        self._terms = _label(tr("{terms} By using the models you accept them.", terms=offer.terms), "cardTerms", self)
        self._terms.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._terms.hide()
        self._fit = _label("", "cardFacts", self)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("cardProgress")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Download of {title}", title=offer.title))
        self._trouble = DownloadTrouble(self)
        self._installed = _label(tr("Installed ✓"), "cardInstalled", self)
        self._installed.setWordWrap(False)
        self._status = _label("", "cardStatus", self)
        self.fetch = QPushButton(self)
        self.fetch.clicked.connect(self.fetch_asked)
        self.compare = QPushButton(tr("Compare these two"), self)
        self.compare.setAccessibleName(tr("Compare the base model and the chat model of {title}", title=offer.title))
        self.compare.setToolTip(tr("Put the base model on side A and the chat model on side B"))
        self.compare.clicked.connect(self.compare_asked)
        self.pause = QPushButton(self)
        self.pause.clicked.connect(self._press_pause)
        self.pause.setProperty("role", "link")
        self.cancel = CancelButton(self)
        self.cancel.confirmed.connect(self.cancel_asked)
        for button in self._buttons():
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._lay_out()
        self.show_face(self._face)

    @property
    def face(self) -> CardFace:
        """What it shows."""
        return self._face

    def show_fit(self, verdict: FitVerdict) -> None:
        """Say whether the pair runs on this computer."""
        self._chip.setText(FIT_WORDS[verdict.fit])
        self._chip.setToolTip(tr("{sentence}\nAn estimate from the size of the files.", sentence=verdict.sentence))
        self._fit.setText(verdict.sentence if verdict.fit in (Fit.SLOW, Fit.WONT_FIT) else "")
        self._fit.setVisible(bool(self._fit.text()) and self._face.phase is Phase.OFFERED)
        self.fetch.setAccessibleDescription(verdict.sentence)
        if self._chip.property("fit") != verdict.fit.value:
            self._chip.setProperty("fit", verdict.fit.value)
            self._chip.style().unpolish(self._chip)
            self._chip.style().polish(self._chip)
        self._chip.show()

    def show_face(self, face: CardFace) -> None:
        """Show how far it is."""
        had_focus = any(button.hasFocus() for button in self._buttons())
        may_leave_cancel = self._was_put_on_cancel and self.cancel.hasFocus()
        self._face = face
        phase, blocked = face.phase, bool(face.obstacle)
        self._terms.setVisible(bool(self.offer.terms) and phase is Phase.OFFERED and not blocked)
        self._fit.setVisible(bool(self._fit.text()) and phase is Phase.OFFERED)
        self._bar.setVisible(phase in _IN_PROGRESS and face.total_bytes > 0)
        self._bar.setRange(0, 100)
        self._bar.setValue(percent(face.done_bytes, face.total_bytes))
        self._trouble.show_error(face.error)
        self._installed.setVisible(phase is Phase.INSTALLED)
        # What was done is still said beside the reason why nothing more can be.
        self._status.setText(" · ".join(filter(None, (face.status, face.obstacle))))
        self._status.setVisible(bool(self._status.text()))
        self._dress_buttons(face)
        self.fetch.setVisible(phase in (Phase.OFFERED, Phase.FAILED) and not blocked)
        self.compare.setVisible(phase is Phase.INSTALLED)
        self.pause.setVisible(face.can_pause and (phase is Phase.UNDER_WAY or (phase is Phase.PAUSED and not blocked)))
        self.cancel.setVisible(phase in (*_IN_PROGRESS, Phase.ASKING))
        if may_leave_cancel or (had_focus and not any(button.hasFocus() for button in self._buttons())):
            # The button under the user's finger has gone; the keyboard stays on this card. It was put on Cancel only
            # where there was nothing else.
            next_one = next((button for button in self._buttons() if not button.isHidden()), None)
            self._was_put_on_cancel = next_one is self.cancel
            if next_one is not None:
                next_one.setFocus()
        else:
            self._was_put_on_cancel = False

    def words(self) -> str:
        """All that can be read on it now."""
        labels = (
            self._title,
            self._chip,
            self._facts,
            self._why,
            self._fit,
            self._terms,
            self._installed,
            self._status,
        )
        read = [label.text() for label in labels if not label.isHidden()]
        return "\n".join([*read, self._trouble.text()] if not self._trouble.isHidden() else read)

    def _dress_buttons(self, face: CardFace) -> None:
        title, count = self.offer.title, face.missing_models or len(self.offer.models)
        words = tr("Try again")
        if face.phase is Phase.OFFERED:
            one, many = tr("Download 1 model"), tr("Download {n} models")
            if self.offer.terms:
                one, many = tr("Accept and download 1 model"), tr("Accept and download {n} models")
            words = counted(count, one, many)
        self.fetch.setText(words)
        self.fetch.setAccessibleName(f"{words}: {title}")
        self.fetch.setToolTip(
            tr("Accept the terms above and fetch what is missing of it")
            if self.offer.terms
            else tr("Fetch what is missing of it")
        )
        paused = face.phase is Phase.PAUSED
        self.pause.setText(tr("Resume") if paused else tr("Pause"))
        self.pause.setAccessibleName(f"{self.pause.text()} {title}")
        self.pause.setToolTip(tr("Go on where it stopped") if paused else tr("Stop for now; what came is kept"))
        nothing_came = face.phase is Phase.ASKING or not face.total_bytes
        failed = face.phase is Phase.FAILED
        self.cancel.dress(
            (tr("Close") if nothing_came else tr("Remove")) if failed else tr("Cancel"),
            title,
            tr("Don’t fetch it") if nothing_came else tr("Stop, and throw away what is half-finished"),
            lost_bytes=face.lost_bytes,
        )
        self.cancel.setEnabled(face.can_cancel)

    def _press_pause(self) -> None:
        if self._face.phase is Phase.PAUSED:
            self.resume_asked.emit()
        else:
            self.pause_asked.emit()

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.fetch, self.compare, self.pause, self.cancel

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._installed)
        foot.addWidget(self.fetch)
        foot.addWidget(self.compare)
        foot.addWidget(self._status, 1)
        foot.addStretch()
        foot.addWidget(self.pause)
        foot.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._facts)
        column.addWidget(self._why)
        column.addWidget(self._fit)
        column.addWidget(self._terms)
        column.addStretch(1)
        column.addSpacing(4)
        column.addWidget(self._bar)
        column.addWidget(self._trouble)
        column.addLayout(foot)


def _label(text: str, name: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
