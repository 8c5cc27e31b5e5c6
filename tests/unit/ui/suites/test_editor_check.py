"""A check is filled in by its kind's fields, and says of any answer at once how it comes out."""

from __future__ import annotations

from typing import Any, get_args

import msgspec
import pytest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from lab.suites.checks.kinds import AnyCheck, Shape
from ui.suites.editor_check import CheckCard
from ui.suites.editor_fields import Field
from ui.suites.editor_forms import PromptForm
from ui.suites.editor_kinds import FORMS, SHAPES


def card(qtbot: QtBot, check: dict[str, Any]) -> CheckCard:
    shown = CheckCard(check, 1)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def write(field: Field, text: str) -> None:
    assert isinstance(field.control, QPlainTextEdit)
    field.control.setPlainText(text)


def test_every_kind_and_every_field_that_a_file_can_have_can_be_filled_in() -> None:
    common = {"label", "passes", "fails"}
    kinds = {kind.__struct_config__.tag: kind for kind in get_args(AnyCheck)}
    assert FORMS.keys() == kinds.keys()
    for name, form in FORMS.items():
        assert {each.name for each in form.fields} == set(kinds[name].__struct_fields__) - common
    assert SHAPES.keys() == {each.value for each in Shape}


@pytest.mark.parametrize("kind", FORMS)
def test_a_new_check_shows_what_it_holds_and_says_nothing_until_it_is_changed(qtbot: QtBot, kind: str) -> None:
    shown = card(qtbot, {"kind": kind, **FORMS[kind].new})
    changes: list[object] = []
    shown.edited.connect(lambda _name, check: changes.append(check))
    shown.show_check({"kind": kind, **FORMS[kind].new})
    assert changes == []
    for each in FORMS[kind].fields:
        assert shown.fields[each.name].value() == FORMS[kind].new.get(each.name, each.empty)


def test_what_is_filled_in_is_a_check_as_a_file_holds_it(qtbot: QtBot) -> None:
    shown = card(qtbot, {"kind": "contains"})
    with qtbot.waitSignal(shown.edited) as edited:
        write(shown.fields["any"], "Paris\n\n Lutetia ")
    assert edited.args == ["any", {"kind": "contains", "any": ["Paris", "Lutetia"]}]
    with qtbot.waitSignal(shown.edited) as edited:
        write(shown.fields["any"], "")
    assert edited.args == ["any", {"kind": "contains"}]


def test_an_answer_is_tried_while_it_is_typed(qtbot: QtBot) -> None:
    shown = card(qtbot, {"kind": "words", "most": 3})
    write(shown.trial, "one two three")
    qtbot.waitUntil(lambda: shown.verdict() == "✓ Passes. It has 3 words; at most 3 asked for.")
    write(shown.trial, "one two three four")
    qtbot.waitUntil(lambda: shown.verdict().startswith("✗ Fails."))
    shown.fields["most"].control.setValue(4)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: shown.verdict().startswith("✓ Passes."))
    write(shown.trial, "")
    qtbot.waitUntil(lambda: shown.verdict() == "")


def test_an_example_that_does_not_do_what_it_should_is_marked(qtbot: QtBot) -> None:
    shown = card(qtbot, {"kind": "words", "most": 1, "passes": "two words", "fails": "two words"})
    assert shown._said["passes"].property("state") == "wrong"
    assert shown._said["fails"].property("state") == "failed"


def test_a_pattern_that_would_run_without_end_elsewhere_is_tried_at_once(qtbot: QtBot) -> None:
    shown = card(qtbot, {"kind": "matches", "pattern": "^(a+)+$"})
    write(shown.trial, "a" * 50_000 + "b")
    qtbot.waitUntil(lambda: shown.verdict().startswith("✗ Fails."))


def test_a_faulty_check_says_no_verdict(qtbot: QtBot) -> None:
    shown = card(qtbot, {"kind": "matches", "pattern": "("})
    write(shown.trial, "anything")
    shown._try()
    assert shown.verdict() == ""


def test_another_kind_keeps_the_examples(qtbot: QtBot) -> None:
    shown = card(qtbot, {"kind": "words", "most": 3, "passes": "Paris"})
    box = shown.kind.control
    assert isinstance(box, QComboBox)
    with qtbot.waitSignal(shown.edited) as edited:
        box.setCurrentIndex(list(FORMS).index("equals"))
    assert edited.args == ["kind", {"kind": "equals", "answers": [], "passes": "Paris"}]


def test_how_an_answer_ended_can_not_be_typed_so_it_is_not_to_be_tried(qtbot: QtBot) -> None:
    shown = card(qtbot, {"kind": "stops_by_itself"})
    assert shown.trial.isHidden()
    assert not shown.fields["label"].isHidden()


def test_faults_stand_at_their_fields(qtbot: QtBot) -> None:
    form = PromptForm()
    qtbot.addWidget(form)
    checks = [{"kind": "lacks", "texts": []}, {"kind": "contains"}]
    form.show_table({"id": "p1", "prompt": "x", "checks": checks})
    form.show_faults({"checks[0].texts": "There is nothing in it.", "checks[1]": "Name the words."})
    assert form.cards[0].fields["texts"].fault() == "There is nothing in it."
    assert form.cards[1]._fault.text() == "Name the words."
    form.show_faults({})
    assert form.cards[0].fields["texts"].fault() == ""
    assert form.cards[1]._fault.isHidden()


def test_checks_come_and_go(qtbot: QtBot) -> None:
    form = PromptForm()
    qtbot.addWidget(form)
    item: dict[str, Any] = {"id": "p1", "prompt": "x"}

    def keep(name: str, value: Any) -> None:
        item[name.partition("[")[0]] = value
        form.show_table(dict(item))

    form.edited.connect(keep)
    form.show_table(item)
    form.add_check.click()
    form.add_check.click()
    write(form.cards[1].fields["any"], "Paris")
    form.cards[0].remove.click()
    assert item["checks"] == [{"kind": "contains", "any": ["Paris"]}]
    assert len(form.cards) == 1
    for _ in range(9):
        form.add_check.click()
    assert not form.add_check.isEnabled()
    assert msgspec.convert(item["checks"][0], AnyCheck) is not None
    assert all(isinstance(each, QWidget) for each in form.cards)
