"""The right side: one repository, with what may be done with it, the other half of its pair, its files and its card."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from lab.errors import LabError
from lab.language import number, tr
from lab.models.download_order import Download
from lab.models.hub_siblings import Sibling
from lab.visible import visible
from ui.controls.elided_label import ElidedLabel
from ui.controls.notice import Notice
from ui.controls.segmented import Segmented
from ui.models.hub_access import Access
from ui.models.hub_card import CardView
from ui.models.hub_file_row import FileRow
from ui.models.hub_questions import OfferedRepository
from ui.models.hub_words import name_of, owner_of, popularity, relation
from ui.theme.palette import Palette

FILES, CARD = "files", "card"
_MOST_SIBLINGS = 2


class RepositoryView(QWidget):
    """Shows one repository.

    Args:
        palette: The colours.
        parent: Of the widget.

    Signals:
        order_asked(DownloadOrder): The user wants a file.
        sibling_asked(FoundRepository): The user wants to see the other half of the pair.
        card_asked(): The card is to be seen and has not come yet.
        token_asked(): The user wants to give a token.
    """

    order_asked = Signal(object)
    sibling_asked = Signal(object)
    card_asked = Signal()
    token_asked = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: OfferedRepository | None = None
        self._has_card = False
        self._downloads: dict[tuple[str, str, str], Download] = {}
        self._here: frozenset[str] = frozenset()
        self.rows: list[FileRow] = []
        self._title = ElidedLabel("", self)
        self._title.setProperty("role", "title")
        self._facts = ElidedLabel("", self)
        self._facts.setProperty("role", "quiet")
        self._siblings = QVBoxLayout()
        self._siblings.setContentsMargins(0, 0, 0, 0)
        self._siblings.setSpacing(2)
        self.access = Access(self)
        self.access.token_asked.connect(self.token_asked)
        self.which = Segmented(((FILES, tr("Files")), (CARD, tr("Model card"))), name=tr("What to show"), parent=self)
        self.which.button(FILES).setToolTip(tr("Its files, with their sizes, and whether they fit"))
        self.which.button(CARD).setToolTip(tr("What its author says about it; no picture is loaded"))
        self.which.chosen.connect(self._choose)
        self._judged = QLabel(self)
        self._judged.setProperty("role", "small")
        self._judged.setWordWrap(True)
        self._judged.setTextFormat(Qt.TextFormat.PlainText)
        self._files = QScrollArea(self)
        self._files.setObjectName("hubFiles")
        self._files.setAccessibleName(tr("Files"))
        self._files.setWidgetResizable(True)
        self._files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._files.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.card = CardView(self)
        self.card.set_palette(palette)
        self.card_notice = Notice(self)
        self.card_notice.pressed.connect(self.card_asked)
        self._below = QStackedWidget(self)
        for widget in (self._files, self.card, self.card_notice):
            self._below.addWidget(widget)
        self._lay_out()

    def set_palette(self, palette: Palette) -> None:
        """Other colours are in force."""
        self.card.set_palette(palette)

    @property
    def offered(self) -> OfferedRepository | None:
        """What is shown; None before the first."""
        return self._offered

    def show_repository(self, offered: OfferedRepository, page: str) -> None:
        """Show a repository; its files first.

        Args:
            offered: The repository.
            page: The address of its page.
        """
        found = offered.found
        again = self._offered is not None and self._offered.found.repository == found.repository
        self._offered = offered
        self._has_card = False
        self.card.show_card("")
        self._title.setText(name_of(found.repository))
        facts = (
            owner_of(found.repository),
            popularity(found.downloads, found.likes),
            tr("commit {commit}", commit=found.commit[:8]),
        )
        self._facts.setText(" · ".join(facts))
        self.access.show_repository(offered, page)
        if not again:
            self.show_siblings([])
        self._show_files(offered)
        self.which.set_value(FILES)
        self._choose(FILES)

    def show_siblings(self, siblings: Sequence[Sibling]) -> None:
        """Propose the other half of the pair."""
        while (item := self._siblings.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for sibling in siblings[:_MOST_SIBLINGS]:
            self._siblings.addWidget(self._sibling(sibling))

    def show_card(self, text: str) -> None:
        """The card has come; empty if there is none."""
        self._has_card = True
        self.card.show_card(text)
        if not text:
            self.card_notice.say(tr("It has no model card."), tr("Its author has written nothing about it."))
        if self.which.value() == CARD:
            self._below.setCurrentWidget(self.card if text else self.card_notice)

    def show_card_trouble(self, error: LabError) -> None:
        """The card could not be had."""
        self.card_notice.say(error.message, error.hint, tr("Try again"), tr("Ask for the card again"))

    def show_downloads(self, downloads: Iterable[Download], here: Collection[str]) -> None:
        """Show on the files which of them are under way, and which are here.

        Args:
            downloads: All that are not over.
            here: The checksums of the models in the library.
        """
        self._downloads = {_key(download): download for download in downloads}
        self._here = frozenset(here)
        for row in self.rows:
            self._show_state(row)

    def forget_asked(self) -> None:
        """What was asked for could not be taken."""
        for row in self.rows:
            row.forget_asked()

    def _show_state(self, row: FileRow) -> None:
        files = row.offered.group.files
        is_here = len(files) == 1 and files[0].sha256 in self._here
        row.show_state(self._downloads.get(_key_of(row)), is_here=is_here)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(2, 0, 2, 0)
        head.setSpacing(6)
        head.addWidget(self._title)
        head.addWidget(self._facts)
        head.addLayout(self._siblings)
        head.addWidget(self.access)
        choice = QHBoxLayout()
        choice.setContentsMargins(2, 4, 2, 0)
        choice.setSpacing(12)
        choice.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        choice.addWidget(self._judged, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(choice)
        layout.addWidget(self._below, 1)

    def _show_files(self, offered: OfferedRepository) -> None:
        column = QWidget(self._files)
        column.setProperty("role", "column")
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 2, 6, 2)
        rows.setSpacing(6)
        self.rows = [FileRow(one, column) for one in offered.files]
        for row in self.rows:
            rows.addWidget(row)
            row.order_asked.connect(self.order_asked)
            self._show_state(row)
        if not self.rows:
            empty = Notice(column)
            empty.say(tr("It has no GGUF file that can be checked."), tr("Look for another repository."))
            rows.addWidget(empty)
        rows.addStretch()
        old = self._files.takeWidget()
        self._files.setWidget(column)
        if old is not None:
            old.deleteLater()
        self._judged.setText(
            tr(
                "For conversations of {tokens} tokens, with the memory that is free now.",
                tokens=number(offered.context_tokens),
            )
        )

    def _sibling(self, sibling: Sibling) -> QWidget:
        assert self._offered is not None
        what = relation(self._offered.found.repository, sibling.kind)
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        label = QLabel(tr("{relation}:", relation=what), line)
        name = visible(sibling.repository.repository)
        button = QPushButton(name, line)
        button.setProperty("role", "link")
        button.setAccessibleName(f"{what}: {name}")
        button.setToolTip(tr("Show it, to compare the two"))
        button.clicked.connect(lambda: self.sibling_asked.emit(sibling.repository))
        row.addWidget(label)
        row.addWidget(button)
        if sibling.same_owner:
            same = QLabel(tr("from the same maker"), line)
            same.setProperty("role", "small")
            row.addWidget(same)
        row.addStretch()
        return line

    def _choose(self, which: str) -> None:
        self._judged.setVisible(which == FILES and bool(self.rows))
        if which == FILES:
            self._below.setCurrentWidget(self._files)
        elif self._has_card:
            self._below.setCurrentWidget(self.card if self.card.toPlainText() else self.card_notice)
        else:
            self.card_notice.say(tr("Reading the card …"))
            self._below.setCurrentWidget(self.card_notice)
            self.card_asked.emit()


def _key_of(row: FileRow) -> tuple[str, str, str]:
    file = row.offered.group.files[0]
    return file.repository, file.commit, file.file


def _key(download: Download) -> tuple[str, str, str]:
    file = download.order.files[0]
    return file.repository, file.commit, file.file
