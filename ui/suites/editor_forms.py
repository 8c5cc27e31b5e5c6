"""The two forms of the editor: what a suite says of itself, and one of its prompts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lab.language import tr
from lab.records import Framing
from ui.compare.words import FRAMING
from ui.suites.editor_check import CheckCard
from ui.suites.editor_fields import (
    ChoiceField,
    Field,
    LineField,
    TagsField,
    TextField,
    WholeNumberField,
    column,
    connect_all,
    show_faults,
)
from ui.suites.editor_kinds import FORMS

_FIRST_KIND = next(iter(FORMS))
_MOST_TURNS = 20
_LABEL_PIXELS = 18
"""How far below its label a field begins."""
_MOST_CHECKS = 10


class SuiteForm(QWidget):
    """What a suite says of itself.

    Signals:
        edited(str, object): A field has another value.
    """

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        framings: dict[str | None, str] = {
            None: tr("Each in its natural way"),
            **{each.value: FRAMING[each] for each in Framing},
        }
        samples = WholeNumberField(
            tr("Answers to each prompt"), 1, 50, tr("More than one shows how much a model's answers differ")
        )
        max_tokens = WholeNumberField(
            tr("Tokens, at most"), 1, 100_000, tr("Where answers are cut off"), none=tr("As you have set it")
        )
        framing = ChoiceField(tr("Framing"), framings, tr("How every model is given the prompts"))
        self.fields: dict[str, Field] = {
            "title": LineField(tr("Title"), tr("One line"), tr("Capitals of Europe")),
            "shows": TextField(tr("What it shows"), tr("What can be seen with it"), tr("What can be seen with it")),
            "for_whom": TextField(tr("For whom"), tr("Who should take it"), rows=(1, 4)),
            "tags": TagsField(tr("Tags"), tr("With commas between them"), tr("beginner, facts")),
            "samples": samples,
            "max_tokens": max_tokens,
            "framing": framing,
        }
        row = QWidget(self)
        numbers = QHBoxLayout(row)
        numbers.setContentsMargins(0, 0, 0, 0)
        numbers.setSpacing(12)
        for field in (samples, max_tokens, framing):
            numbers.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        column(self, [self.fields[name] for name in ("title", "shows", "for_whom", "tags")] + [row]).addStretch(1)
        connect_all(self.fields, self.edited.emit)

    def show_table(self, head: Mapping[str, Any]) -> None:
        """Show what it says."""
        empty = {"tags": [], "samples": 1, "max_tokens": None, "framing": None}
        for name, field in self.fields.items():
            field.show_value(head.get(name, empty.get(name, "")))

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say what is wrong, by the names of fields."""
        show_faults(self.fields, faults)

    def name_of(self, field: str) -> str:
        """What a field is called for people."""
        return self.fields[field.partition("[")[0]].label.text()

    def focus(self, field: str = "") -> None:
        """Put the keyboard on a field."""
        self.fields.get(field, self.fields["title"]).control.setFocus()


class PromptForm(QWidget):
    """One prompt.

    Attributes:
        cards: Its checks.

    Signals:
        edited(str, object): A field has another value; a name like ``checks[1].most`` is of the whole list ``checks``.
    """

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: Mapping[str, Any] = {}
        self.fields: dict[str, Field] = {
            "prompt": TextField(
                tr("Prompt"), tr("What both models are given"), tr("What both models are given"), rows=(3, 12)
            ),
            "look_for": TextField(
                tr("What to look for"),
                tr("What a person should see in the answers"),
                tr("What a person should see in the answers"),
            ),
            "tags": TagsField(tr("Tags"), tr("With commas between them")),
            "system_prompt": TextField(
                tr("System prompt"), tr("What chat models are told before the conversation"), rows=(1, 6)
            ),
            "id": LineField(
                tr("Name in results"), tr("Small letters, digits, hyphens and dots; another one in each prompt")
            ),
        }
        self.turns: list[TextField] = []
        self.cards: list[CheckCard] = []
        self._turns, self._turns_box = _list_box(self)
        self._checks, self._checks_box = _list_box(self)
        self.add_turn = _button(self, tr("Add a further turn"), tr("What the model is asked once it has answered"))
        self.add_turn.clicked.connect(lambda: self._change_turns([*self._item.get("turns", []), ""], -1))
        self.add_check = _button(self, tr("Add a check"), tr("A plain rule that looks at the last answer"))
        self.add_check.clicked.connect(self._add_check)
        heading = QLabel(tr("Checks of the last answer"), self)
        heading.setProperty("role", "heading")
        small = QWidget(self)
        beside = QHBoxLayout(small)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        beside.addWidget(self.fields["tags"], 1)
        beside.addWidget(self.fields["id"], 1)
        stack = column(self, [self.fields["prompt"], self._turns_box])
        stack.addWidget(self.add_turn, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.fields["look_for"], heading, self._checks_box):
            stack.addWidget(widget)
        stack.addWidget(self.add_check, 0, Qt.AlignmentFlag.AlignLeft)
        stack.addWidget(self.fields["system_prompt"])
        stack.addWidget(small)
        stack.addStretch(1)
        connect_all(self.fields, self.edited.emit)

    def show_table(self, item: Mapping[str, Any]) -> None:
        """Show a prompt."""
        self._item = item
        for name, field in self.fields.items():
            field.show_value(item.get(name, [] if name == "tags" else ""))
        self._show_turns(item.get("turns", []))
        self._show_checks(item.get("checks", []))

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say what is wrong, by the names of fields."""
        show_faults(self.fields, faults)
        for number, turn in enumerate(self.turns):
            turn.show_fault(faults.get(f"turns[{number}]", ""))
        for number, card in enumerate(self.cards):
            own = f"checks[{number}]"
            card.show_faults(
                {path[len(own) :].lstrip("."): said for path, said in faults.items() if path.startswith(own)}
            )

    def name_of(self, field: str) -> str:
        """What a field is called for people."""
        name, _, rest = field.partition("[")
        number = int(rest.partition("]")[0]) + 1 if rest else 1
        if name == "turns":
            return tr("Then ({n})", n=number)
        return tr("Check {n}", n=number) if name == "checks" else self.fields[name].label.text()

    def focus(self, field: str = "") -> None:
        """Put the keyboard on a field; ``turns[1]`` and ``checks[0].most`` are fields too."""
        name, _, rest = field.partition("[")
        number = int(rest.partition("]")[0]) if rest else 0
        if name == "turns" and number < len(self.turns):
            self.turns[number].control.setFocus()
        elif name == "checks" and number < len(self.cards):
            card = self.cards[number]
            inside = rest.partition(".")[2].partition("[")[0]
            card.fields.get(inside, next(iter(card.fields.values()))).control.setFocus()
        else:
            self.fields.get(name, self.fields["prompt"]).control.setFocus()

    def _show_turns(self, turns: list[str]) -> None:
        self._turns_box.setVisible(bool(turns))
        if len(turns) != len(self.turns):
            _empty(self._turns)
            self.turns = [self._turn(number) for number in range(len(turns))]
        for field, text in zip(self.turns, turns, strict=True):
            field.show_value(text)
        self.add_turn.setEnabled(len(turns) < _MOST_TURNS)

    def _turn(self, number: int) -> TextField:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        field = TextField(
            tr("Then ({n})", n=number + 1), tr("What the model is asked once it has answered"), rows=(2, 8)
        )
        field.edited.connect(partial(self._change_turn, number))
        remove = _button(row, tr("Remove"), tr("Take this turn away"))
        remove.setAccessibleName(tr("Remove turn {n}", n=number + 1))
        remove.clicked.connect(
            lambda: self._change_turns(
                [each for at, each in enumerate(self._item["turns"]) if at != number], number - 1
            )
        )
        remove.setProperty("role", "plain")
        beside = QVBoxLayout()
        beside.addSpacing(_LABEL_PIXELS)
        beside.addWidget(remove)
        beside.addStretch(1)
        layout.addWidget(field, 1)
        layout.addLayout(beside)
        self._turns.addWidget(row)
        row.show()  # at once, so that it can have the keyboard
        return field

    def _change_turn(self, number: int, text: str) -> None:
        turns = [*self._item["turns"][:number], text, *self._item["turns"][number + 1 :]]
        self.edited.emit(f"turns[{number}]", turns)

    def _change_turns(self, turns: list[str], focus: int) -> None:
        self.edited.emit("turns", turns)
        if self.turns:
            self.turns[focus].control.setFocus()
        else:
            self.add_turn.setFocus()

    def _show_checks(self, checks: list[Mapping[str, Any]]) -> None:
        self._checks_box.setVisible(bool(checks))
        if [card.kind_shown for card in self.cards] != [check["kind"] for check in checks]:
            _empty(self._checks)
            self.cards = [self._card(number, check) for number, check in enumerate(checks)]
        else:
            for card, check in zip(self.cards, checks, strict=True):
                card.show_check(check)
        self.add_check.setEnabled(len(checks) < _MOST_CHECKS)

    def _card(self, number: int, check: Mapping[str, Any]) -> CheckCard:
        card = CheckCard(check, number + 1, self)
        card.edited.connect(partial(self._change_check, number))
        card.removed.connect(partial(self._remove_check, number))
        self._checks.addWidget(card)
        card.show()  # at once, so that it can have the keyboard
        return card

    def _change_check(self, number: int, field: str, check: Mapping[str, Any]) -> None:
        checks = [*self._item["checks"][:number], check, *self._item["checks"][number + 1 :]]
        if field == "kind":
            self.edited.emit("checks", checks)
            self.cards[number].kind.control.setFocus()
        else:
            self.edited.emit(f"checks[{number}].{field}", checks)

    def _add_check(self) -> None:
        new = {"kind": _FIRST_KIND, **FORMS[_FIRST_KIND].new}
        self.edited.emit("checks", [*self._item.get("checks", []), new])
        self.cards[-1].kind.control.setFocus()

    def _remove_check(self, number: int) -> None:
        self.edited.emit("checks", [each for at, each in enumerate(self._item["checks"]) if at != number])
        self.add_check.setFocus()


def _list_box(parent: QWidget) -> tuple[QVBoxLayout, QWidget]:
    box = QWidget(parent)
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    return layout, box


def _empty(layout: QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _button(parent: QWidget, words: str, tip: str) -> QPushButton:
    button = QPushButton(words, parent)
    button.setAccessibleName(words)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    return button
