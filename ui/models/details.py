"""What is known about the selected model: what it needs, alone and beside the other, and whether they are a pair."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from lab.amounts import size, weights
from lab.language import number, tr
from lab.models.family import search_words
from lab.models.fit_verdict import Fit, FitVerdict, judge_fit
from lab.models.pair import check_pair
from lab.records import Side
from lab.visible import visible
from lab.words import KIND_BADGES
from ui.compare.words import evidence
from ui.controls.elided_label import ElidedLabel
from ui.controls.plain_tip import plain_tip
from ui.controls.segmented import Segmented
from ui.models.fit_sum import FitSum
from ui.models.pair_view import PairView
from ui.models.rows import Around, ModelRow, natural_side, other_side

_NARROW, _SUM_WIDTH = 372, 320
_NO_LIMIT = 16_777_215  # Qt's own


class Details(QFrame):
    """A card beside the table or below it; hidden while nothing is selected.

    Signals:
        use_asked(ModelRow, Side): The user wants the model on a side.
        context_asked(int): The user wants conversations of so many tokens, because they fit.
        smaller_asked(str): The user wants to look for a smaller file of this model; what to search for.
        menu_asked(ModelRow, QPoint): The user wants to see what else can be done; the place is on the screen.
    """

    use_asked = Signal(object, object)
    context_asked = Signal(int)
    smaller_asked = Signal(str)
    menu_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(tr("The selected model"))
        self._row: ModelRow | None = None
        self._around: Around | None = None
        self._players: Mapping[Side, ModelRow] = {}
        self.name = ElidedLabel(parent=self)
        self.name.setProperty("role", "name")
        self.badge = QLabel(self)
        self.badge.setProperty("badge", "unsure")
        self.badge.setFixedHeight(18)
        self.facts = QLabel(self)
        self.facts.setProperty("role", "quiet")
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setWordWrap(True)
        self.uses = {side: self._use_button(side) for side in Side}
        self.more = QPushButton(tr("More ▾"), self)
        self.more.setAccessibleName(tr("More for this model"))
        self.more.setToolTip(tr("Kind, folder, path, trash (Shift+F10)"))
        self.more.clicked.connect(self._ask_menu)
        self.side = Segmented(
            [(side.value, tr("As {side}", side=side.upper())) for side in Side], name=tr("On which side"), parent=self
        )
        self.side.chosen.connect(lambda _side: self._show_together())
        self.sum = FitSum(self)
        self.sentence = QLabel(self)
        self.proposal = QLabel(self)
        for label in (self.sentence, self.proposal):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.sentence.setProperty("role", "plainWords")
        self.proposal.setProperty("role", "quiet")
        self.shorter = QPushButton(self)
        self.shorter.clicked.connect(self._ask_context)
        self.smaller = QPushButton(tr("Look for a smaller one"), self)
        self.smaller.setToolTip(tr("Search Hugging Face for other files of this model; those that fit are marked"))
        self.smaller.clicked.connect(self._ask_smaller)
        for button in (self.shorter, self.smaller):
            button.setProperty("role", "compact")
        self._proposed = 0
        self.pair = PairView(self)
        self._lay_out()
        self.hide()

    @property
    def suggested_side(self) -> Side:
        """The side that is looked at."""
        return Side(self.side.value())

    def show_row(self, row: ModelRow | None, around: Around | None, players: Mapping[Side, ModelRow]) -> None:
        """Show another model; None hides the card.

        Args:
            row: The model.
            around: Memory and context.
            players: The models that play now.
        """
        another = row is not None and (self._row is None or self._row.file.path != row.file.path)
        self._row, self._around, self._players = row, around, players
        self.setVisible(row is not None and around is not None)
        if row is None or around is None:
            return
        if another:
            kinds = {side: player.kind for side, player in players.items()}
            side = row.sides[0] if row.sides else natural_side(row.kind, kinds)
            self.side.set_value(side.value)
        self.name.setText(row.name)
        self.badge.setText(KIND_BADGES[row.kind])
        self.badge.setProperty("badge", {"BASE": "a", "CHAT": "b"}.get(self.badge.text(), "unsure"))
        self.badge.setToolTip(plain_tip(evidence(row.facts.verdict)))
        self.badge.style().unpolish(self.badge)
        self.badge.style().polish(self.badge)
        self.badge.updateGeometry()
        self.facts.setText(_facts(row))
        for each, button in self.uses.items():
            plays = each in row.sides
            button.setText(tr("Is {side} ✓", side=each.upper()) if plays else tr("Use as {side}", side=each.upper()))
            button.setEnabled(not plays)
        self._show_together()

    def _show_together(self) -> None:
        row, around = self._row, self._around
        if row is None or around is None:
            return
        side = self.suggested_side
        partner = self._players.get(other_side(side))
        both: FitVerdict | None = None
        if partner is not None:
            both = judge_fit([row.facts.memory, partner.facts.memory], around.context_tokens, around.memory)
        self.sum.show_sum(row, partner, around)
        asked = both or row.alone
        self.sentence.setText(f"{_heading(asked.fit, together=both is not None)} {asked.sentence}")
        self._propose(asked, both is not None)
        for each, button in self.uses.items():
            button.setProperty("role", "main" if each is side and each not in row.sides else "")
            button.style().unpolish(button)
            button.style().polish(button)
        if partner is None:
            self.pair.say(
                tr("No model plays side {side} yet, so there is no pair to look at.", side=other_side(side).upper())
            )
        else:
            sides = (row, partner) if side is Side.A else (partner, row)
            self.pair.show_pair(check_pair(sides[0].facts, sides[1].facts), partner.name, other_side(side))

    def _propose(self, verdict: FitVerdict, together: bool) -> None:
        proposed = verdict.proposed_context_tokens
        self._proposed = proposed or 0
        said = [tr("Counted with a context of {tokens} tokens.", tokens=number(verdict.context_tokens))]
        if proposed is not None:
            tokens = number(proposed)
            they = tr("With {tokens} tokens they fit.", tokens=tokens)
            said.append(they if together else tr("With {tokens} tokens it fits.", tokens=tokens))
            self.shorter.setText(tr("Use {tokens} tokens", tokens=tokens))
            self.shorter.setAccessibleName(tr("Use a context of {tokens} tokens for all conversations", tokens=tokens))
            self.shorter.setToolTip(tr("From now on, make room for conversations of {tokens} tokens", tokens=tokens))
        elif verdict.largest_context_tokens is None:
            said.append(tr("No shorter one helps: close other programs, or take a smaller model or quantization."))
        elif verdict.largest_context_tokens > verdict.context_tokens:
            said.append(tr("Up to {tokens} fit.", tokens=number(verdict.largest_context_tokens)))
        self.proposal.setText(" ".join(said))
        self.shorter.setVisible(proposed is not None)
        self.smaller.setVisible(self._row is not None and self._row.alone.fit is Fit.WONT_FIT)

    def stand_beside(self, beside: bool) -> None:
        """Stand as a narrow column beside the table, or as a wide card below it."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        for layout in (self._head, self._body):
            layout.setDirection(down if beside else across)
        self._body.setSpacing(14 if beside else 32)
        self._body.setStretch(0, 0 if beside else 1)
        vertical = QSizePolicy.Policy.Fixed if beside else QSizePolicy.Policy.Expanding
        self._gap.changeSize(0, 0, QSizePolicy.Policy.Minimum, vertical)
        self._body.invalidate()
        self.sum.setMinimumWidth(0 if beside else _SUM_WIDTH)
        for counted in (self.sum, self.proposal):
            counted.setMaximumWidth(_NO_LIMIT if beside else _SUM_WIDTH)
        self.setMinimumWidth(_NARROW if beside else 0)
        self.setMaximumWidth(_NARROW if beside else _NO_LIMIT)

    def _lay_out(self) -> None:
        names, buttons = QHBoxLayout(), QHBoxLayout()
        for row in (names, buttons):
            row.setSpacing(8)
        names.addWidget(self.name)
        names.addWidget(self.badge)
        names.addStretch()
        for button in (*self.uses.values(), self.more):
            buttons.addWidget(button)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(10)
        self._head.addLayout(names, 1)
        self._head.addLayout(buttons)
        said, counted = QVBoxLayout(), QVBoxLayout()
        said.setSpacing(8)
        for widget in (self.side, self.sentence, self.pair):
            said.addWidget(widget)
        self._gap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        said.addItem(self._gap)
        counted.setSpacing(6)
        counted.addWidget(self.sum)
        counted.addWidget(self.proposal)
        ways_out = QHBoxLayout()
        ways_out.setSpacing(8)
        ways_out.addWidget(self.shorter)
        ways_out.addWidget(self.smaller)
        ways_out.addStretch()
        counted.addLayout(ways_out)
        counted.addStretch()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.addLayout(said, 1)
        self._body.addLayout(counted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addLayout(self._head)
        layout.addWidget(self.facts)
        layout.addLayout(self._body, 1)

    def _use_button(self, side: Side) -> QPushButton:
        button = QPushButton(tr("Use as {side}", side=side.upper()), self)
        button.setAccessibleName(tr("Use this model as {side}", side=side.upper()))
        button.setToolTip(tr("Let it play side {side} (in the table: {side})", side=side.upper()))
        button.clicked.connect(lambda: self._ask_use(side))
        return button

    def _ask_use(self, side: Side) -> None:
        if self._row is not None:
            self.use_asked.emit(self._row, side)

    def _ask_menu(self) -> None:
        if self._row is not None:
            self.menu_asked.emit(self._row, self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _ask_context(self) -> None:
        if self._proposed:
            self.context_asked.emit(self._proposed)

    def _ask_smaller(self) -> None:
        if self._row is not None:
            facts = self._row.facts
            names = (self._row.file.name, facts.title)
            self.smaller_asked.emit(search_words(facts.family, facts.parameters, names))


def _heading(fit: Fit, *, together: bool) -> str:
    match fit:
        case Fit.FITS:
            return tr("Both fit.") if together else tr("It fits.")
        case Fit.ONE_AT_A_TIME:
            return tr("They fit one at a time: they answer one after the other.")
        case Fit.SLOW:
            return tr("It will be slow.")
        case Fit.WONT_FIT:
            return tr("Not both can run.") if together else tr("It won't fit.")


def _facts(row: ModelRow) -> str:
    facts = row.facts
    context = tr("{tokens} tokens of context", tokens=number(facts.context_tokens)) if facts.context_tokens else ""
    parts = tr("in {parts} files", parts=row.file.parts) if row.file.parts > 1 else ""
    licence = (row.listed.licence if row.listed else "") or facts.licence
    listed = (facts.family, weights(facts.parameters), facts.quantization, size(row.file.size_bytes), parts)
    return visible(" · ".join(text for text in (*listed, context, licence, row.where) if text))
