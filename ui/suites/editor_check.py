"""One check in the editor: its kind, its fields, examples that prove it, and a place to try it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lab.language import tr
from lab.suites.checks.kinds import AnyCheck
from lab.suites.checks.registry import run_check
from lab.suites.checks.result import Answer, Verdict
from ui.suites.editor_fields import (
    ChoiceField,
    Field,
    LineField,
    LinesField,
    TextField,
    WholeNumberField,
    connect_all,
    show_faults,
)
from ui.suites.editor_kinds import FORMS, SHAPES, CheckField, FieldKind

_KIND = "kind"
_KEPT = ("label", "passes", "fails")
"""What every kind has, so another kind keeps it."""
_TRY_AFTER_MS = 150
_VERDICTS = {
    Verdict.PASSED: tr("✓ Passes."),
    Verdict.FAILED: tr("✗ Fails."),
    Verdict.CANNOT_TELL: tr("? Can't tell."),
}


class CheckCard(QFrame):
    """A check that can be changed.

    Args:
        check: As a file holds it.
        number: Which of its prompt's checks it is, from 1.
        parent: Of the widget.

    Signals:
        edited(str, object): The check is another; the field's name (``kind`` for all of it), and the check.
        removed(): It is to go.
    """

    edited = Signal(str, object)
    removed = Signal()

    def __init__(self, check: Mapping[str, Any], number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "suiteCheck")
        self._check = dict(check)
        form = FORMS[check[_KIND]]
        self.kind = ChoiceField("", {name: each.title for name, each in FORMS.items()}, form.help)
        self.kind.control.setAccessibleName(tr("Kind of check {n}", n=number))
        self.kind.show_value(check[_KIND])
        self.kind.edited.connect(self._change_kind)
        self.remove = QPushButton(tr("Remove"), self)
        self.remove.setProperty("role", "plain")
        self.remove.setAccessibleName(tr("Remove check {n}", n=number))
        self.remove.setToolTip(tr("Take this check away"))
        self.remove.clicked.connect(self.removed)
        self._own = {each.name: _field(each) for each in form.fields}
        self._examples: dict[str, Field] = {
            "passes": TextField(
                tr("An answer that passes"), tr("Shows that the check does what you mean"), rows=(1, 4)
            ),
            "fails": TextField(tr("An answer that fails"), tr("Shows that the check does what you mean"), rows=(1, 4)),
        }
        self._label = LineField(
            tr("Its name for learners"),
            tr("In place of words of our own, e.g. “names the capital”"),
            tr("Words of our own"),
        )
        self.fields: dict[str, Field] = {**self._own, **self._examples, "label": self._label}
        self.trial = TextField(
            tr("Try it"), tr("See what the check says of any answer"), tr("Type an answer"), rows=(1, 4)
        )
        self._said = {name: _verdict_label(self) for name in (*self._examples, "trial")}
        self._fault = QLabel(self)
        self._fault.setProperty("role", "suiteFault")
        self._fault.setWordWrap(True)
        self._fault.setTextFormat(Qt.TextFormat.PlainText)
        self._fault.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TRY_AFTER_MS)
        self._timer.timeout.connect(self._try)
        self.trial.edited.connect(self._timer.start)
        self._lay_out(form.help)
        self.show_check(check)
        connect_all(self.fields, self._change)

    @property
    def kind_shown(self) -> str:
        """The kind whose fields it has."""
        return str(self._check[_KIND])

    def show_check(self, check: Mapping[str, Any]) -> None:
        """Show the values of another check of the same kind."""
        self._check = dict(check)
        for each in FORMS[self.kind_shown].fields:
            self._own[each.name].show_value(check.get(each.name, each.empty))
        for name in _KEPT:
            self.fields[name].show_value(check.get(name, ""))
        self._try()

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say what is wrong, by the names of fields; the empty name is for all of it."""
        show_faults(self.fields, faults)
        self._fault.setText(faults.get("", ""))
        self._fault.setVisible("" in faults)

    def verdict(self) -> str:
        """What it says of the answer that is tried."""
        return self._said["trial"].text()

    def _lay_out(self, help_text: str) -> None:
        help_label = QLabel(help_text, self)
        help_label.setProperty("role", "small")
        help_label.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.kind)
        head.addWidget(help_label, 1)
        head.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(10)
        layout.addLayout(head)
        if self._own:
            layout.addLayout(_side_by_side(*self._own.values()))
        layout.addWidget(self._fault)
        if self.kind_shown == "stops_by_itself":
            # How an answer ended is no part of its text, so there is nothing to type and to try.
            for widget in (self.trial, *self._said.values(), *self._examples.values()):
                widget.setParent(self)
                widget.hide()
        else:
            pairs = [_stacked(self._examples[name], self._said[name]) for name in self._examples]
            layout.addLayout(_side_by_side(*pairs))
            layout.addLayout(_side_by_side(_stacked(self.trial, self._said["trial"]), self._label))
            return
        layout.addWidget(self._label)

    def _change_kind(self, kind: str) -> None:
        kept = {name: self._check[name] for name in _KEPT if name in self._check}
        self.edited.emit(_KIND, {_KIND: kind, **FORMS[kind].new, **kept})

    def _change(self, name: str, value: Any) -> None:
        always = name in FORMS[self.kind_shown].new
        changed = {**self._check, name: value}
        if not always and value in ("", [], None):
            del changed[name]
        self._check = changed
        self._timer.start()
        self.edited.emit(name, changed)

    def _try(self) -> None:
        texts = {**{name: self._check.get(name, "") for name in self._examples}, "trial": self.trial.value()}
        try:
            check = msgspec.convert(self._check, AnyCheck)
        except msgspec.ValidationError:
            check = None
        for name, text in texts.items():
            if check is None or not text:
                self._say(name, "", "")
                continue
            result = run_check(check, Answer(text=text))
            wanted = {"passes": Verdict.PASSED, "fails": Verdict.FAILED}.get(name, result.verdict)
            state = result.verdict.value if result.verdict is wanted else "wrong"
            self._say(name, f"{_VERDICTS[result.verdict]} {result.sentence}", state)

    def _say(self, name: str, text: str, state: str) -> None:
        label = self._said[name]
        label.setText(text)
        label.setVisible(bool(text) and self.kind_shown != "stops_by_itself")
        if label.property("state") != state:
            label.setProperty("state", state)
            label.style().unpolish(label)
            label.style().polish(label)


def _field(each: CheckField) -> Field:
    match each.kind:
        case FieldKind.NUMBER:
            return WholeNumberField(each.label, each.low, each.high, each.tip)
        case FieldKind.TEXTS:
            return LinesField(each.label, each.tip, rows=(2, 6))
        case FieldKind.SHAPE:
            return ChoiceField(each.label, SHAPES, each.tip)
        case FieldKind.PATTERN:
            return LineField(each.label, each.tip)


def _verdict_label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", "suiteVerdict")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.hide()
    return label


def _stacked(*widgets: QWidget) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return box


def _side_by_side(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
    return row
