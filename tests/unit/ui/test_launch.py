from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.environment import environment
from ui import launch


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="a display is always there")
def test_a_display_is_what_the_environment_names(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not launch.has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert launch.has_display()


def run(home: Path, code: str, **more: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in environment(home).items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    env.pop("QT_QPA_PLATFORM", None)
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**env, **more},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="a display is always there")
def test_without_a_display_the_terminal_is_used_and_that_is_said(home: Path) -> None:
    done = run(home, "import sys; sys.argv = ['counterpoint']; from ui.launch import main; main()")
    assert "There is no display, so this is the terminal." in done.stderr
    assert "There is no pair of models to compare yet." in done.stderr
    assert done.returncode == 1


def test_a_command_loads_nothing_of_qt(home: Path) -> None:
    code = (
        "import sys; sys.argv = ['counterpoint', '--version']; from ui.launch import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    assert run(home, code).stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", ["a né model.gguf", "LOUD.GGUF", "lesson.counterpoint"])
def test_a_file_alone_is_opened_as_a_double_click_wants(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.touch()
    assert launch.file_in([str(file)]) == file


def test_what_is_no_such_file_is_a_word_for_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").touch()
    (tmp_path / "folder.gguf").mkdir()
    for words in ([], ["doctor"], [str(tmp_path / "missing.gguf")], [str(tmp_path / "letter.txt")]):
        assert launch.file_in(words) is None
    assert launch.file_in([str(tmp_path / "folder.gguf")]) is None


def test_a_recording_is_replayed_in_the_window_unless_it_should_be_printed() -> None:
    assert launch.file_in(["replay", "any.counterpoint"]) == Path("any.counterpoint")
    assert launch.file_in(["replay", "--list"]) is None
    assert launch.file_in(["replay", "any.counterpoint", "--text"]) is None


def test_the_files_that_are_opened_are_those_that_the_menu_entry_and_the_kinds_name() -> None:
    folder = Path(launch.__file__).parents[1] / "resources" / "desktop"
    kinds = (folder / "counterpoint-mime.xml").read_text(encoding="utf-8")
    assert all(f'<glob pattern="*{ending}"/>' in kinds for ending in launch.OPENED)
    entry = (folder / "counterpoint.desktop").read_text(encoding="utf-8")
    assert "MimeType=application/x-gguf;application/x-counterpoint-recording;\n" in entry


def test_qt_can_be_tried_alone(home: Path) -> None:
    code = "import sys; sys.argv = ['counterpoint', '--qt-report']; from ui.launch import main; main()"
    assert run(home, code).returncode == 0
