from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.single_instance import SingleInstance


def test_a_second_start_in_the_same_home_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    with qtbot.waitSignal(first.raised):
        assert not second.claim()
    first.close()


def test_another_home_has_a_window_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path / "one"), SingleInstance(tmp_path / "two")
    assert first.claim()
    assert second.claim()
    first.close()
    second.close()


def test_after_the_first_has_ended_another_may_begin(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    first.close()
    again = SingleInstance(tmp_path)
    assert again.claim()
    again.close()


def test_a_second_start_hands_its_file_to_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    file = tmp_path / "a né lesson.counterpoint"
    with qtbot.waitSignal(first.file_asked) as asked:
        assert not second.claim(file)
    assert asked.args == [str(file)]
    first.close()
