import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.controls.number_field import NumberField


def field(qtbot: QtBot, low: float = 0, high: float = 10, **more: object) -> NumberField:
    made = NumberField(low, high, **more)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def type_anew(qtbot: QtBot, number: NumberField, text: str) -> str:
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, text)
    return number.text()


def test_a_number_shows_as_few_digits_as_say_it(qtbot: QtBot) -> None:
    number = field(qtbot, decimals=4)
    shown = []
    for value in (0.8, 1, 0.95, 10):
        number.setValue(value)
        shown.append(number.text())
    assert shown == ["0.8", "1", "0.95", "10"]


@pytest.mark.parametrize(("typed", "value"), [("1.5", 1.5), ("1,5", 1.5), (".25", 0.25), ("7", 7), ("10", 10)])
def test_a_point_and_a_comma_are_both_taken(qtbot: QtBot, typed: str, value: float) -> None:
    number = field(qtbot, decimals=2)
    type_anew(qtbot, number, typed)
    assert number.number() == value


@pytest.mark.parametrize(
    ("typed", "left"), [("11", "1"), ("1.234", "1.23"), ("-1", "1"), ("1x2", "1"), ("1.2.3", "1.23")]
)
def test_what_is_out_of_range_can_not_be_typed(qtbot: QtBot, typed: str, left: str) -> None:
    assert type_anew(qtbot, field(qtbot, 0, 10, decimals=2), typed) == left


def test_below_the_least_is_a_step_on_the_way_and_never_a_value(qtbot: QtBot) -> None:
    number = field(qtbot, 256, 8192)
    number.setValue(4096)
    type_anew(qtbot, number, "51")
    assert number.number() == 4096
    qtbot.keyClicks(number, "2")
    assert number.number() == 512
    type_anew(qtbot, number, "5")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert (number.number(), number.text()) == (512, "512")


def test_negative_numbers_can_be_typed_where_they_are_allowed(qtbot: QtBot) -> None:
    number = field(qtbot, -100, 100, decimals=2)
    type_anew(qtbot, number, "-1.5")
    assert number.number() == -1.5


def test_words_stand_for_numbers_and_can_be_typed(qtbot: QtBot) -> None:
    number = field(qtbot, -1, 1000, words={-1: "All", 0: "None"})
    assert number.text() == "None"
    type_anew(qtbot, number, "all")
    assert number.number() == -1
    type_anew(qtbot, number, "20")
    assert number.number() == 20
    assert isinstance(number.number(), int)
    assert number.validate("allx", 4)[0] is QValidator.State.Invalid


def test_a_large_seed_fits(qtbot: QtBot) -> None:
    number = field(qtbot, 0, 2**32 - 2)
    type_anew(qtbot, number, "4294967294")
    assert number.number() == 2**32 - 2
    assert type_anew(qtbot, number, "4294967295") == "429496729"


def test_arrow_keys_go_a_step(qtbot: QtBot) -> None:
    number = field(qtbot, 0, 2, step=0.1, decimals=2)
    number.setValue(0.8)
    qtbot.keyClick(number, Qt.Key.Key_Up)
    assert number.number() == pytest.approx(0.9)


def test_the_wheel_changes_it_only_where_the_user_is_at_work(qtbot: QtBot) -> None:
    number = field(qtbot)
    number.setValue(5)
    number.clearFocus()
    QApplication.sendEvent(number, wheel())
    assert number.number() == 5
    number.setFocus()
    QApplication.sendEvent(number, wheel())
    assert number.number() == 6


def wheel() -> QWheelEvent:
    return QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
