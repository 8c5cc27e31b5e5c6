from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lab import desktop_entry
from lab.errors import LabError
from tests.app.environment import environment

linux = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="menus are files on Linux only")


def files(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def entry(folder: Path, *command: str) -> str:
    return desktop_entry.install(command, folder).read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def no_caches(monkeypatch: pytest.MonkeyPatch) -> None:
    """A desktop that has no programs to bring its caches up to date."""
    monkeypatch.setattr(desktop_entry, "_REFRESH", ())


@linux
def test_the_menu_gets_an_entry_an_icon_and_kinds_of_files_and_loses_them_again(tmp_path: Path) -> None:
    entry(tmp_path, "/usr/bin/python3", "-m", "ui.launch")
    assert files(tmp_path) == {
        "applications/counterpoint.desktop",
        "icons/hicolor/scalable/apps/counterpoint.svg",
        "mime/packages/counterpoint.xml",
    }
    assert desktop_entry.remove(tmp_path)
    assert files(tmp_path) == set()
    assert not desktop_entry.remove(tmp_path)


@linux
def test_what_is_not_ours_stays(tmp_path: Path) -> None:
    (tmp_path / "applications").mkdir()
    (tmp_path / "applications" / "other.desktop").write_text("theirs")
    entry(tmp_path, "counterpoint")
    desktop_entry.remove(tmp_path)
    assert files(tmp_path) == {"applications/other.desktop"}


@linux
def test_the_entry_starts_the_program_that_installed_it_with_the_file_that_is_opened(tmp_path: Path) -> None:
    lines = entry(tmp_path, "/opt/my apps/counterpoint", "-x").splitlines()
    assert 'Exec="/opt/my apps/counterpoint" "-x" %f' in lines


@linux
@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-validate is not here")
@pytest.mark.parametrize("odd", ["/a b/c", "/a$b/`c`", '/a"b/c', "/a\\b/c", "/100 % sure/c", "/é/c"])
def test_odd_folders_make_a_valid_entry(tmp_path: Path, odd: str) -> None:
    file = desktop_entry.install([odd], tmp_path)
    said = subprocess.run(["desktop-file-validate", file], capture_output=True, text=True)
    assert (said.returncode, said.stdout) == (0, "")


@linux
def test_quotes_and_percent_signs_are_written_as_the_standard_wants(tmp_path: Path) -> None:
    assert 'Exec="/a\\\\$b/50%%" %f' in entry(tmp_path, "/a$b/50%").splitlines()


@linux
def test_a_folder_that_can_t_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "applications").write_text("a file where a folder should be")
    with pytest.raises(LabError, match="menu entry could not be written"):
        entry(tmp_path, "counterpoint")


def test_other_systems_are_sent_to_their_installer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(LabError, match="no menu entry to make") as told:
        desktop_entry.install(["counterpoint"], tmp_path)
    assert "installer" in told.value.hint
    with pytest.raises(LabError, match="no menu entry to make"):
        desktop_entry.remove(tmp_path)


def test_the_folder_is_the_one_that_the_desktop_reads() -> None:
    assert desktop_entry.data_home({"XDG_DATA_HOME": "/x/y"}) == Path("/x/y")
    usual = Path.home() / ".local" / "share"
    assert desktop_entry.data_home({}) == usual
    assert desktop_entry.data_home({"XDG_DATA_HOME": "not/absolute"}) == usual  # the standard says to ignore it


@linux
def test_the_command_line_installs_and_removes_it(home: Path, tmp_path: Path) -> None:
    env = {**environment(home), "XDG_DATA_HOME": str(tmp_path)}

    def run(word: str) -> str:
        command = [sys.executable, "-P", "-m", "ui.launch", word]
        return subprocess.run(command, env=env, capture_output=True, encoding="utf-8", timeout=60, check=True).stdout

    assert str(tmp_path / "applications" / "counterpoint.desktop") in run("--install-desktop").replace("\n", "")
    text = (tmp_path / "applications" / "counterpoint.desktop").read_text(encoding="utf-8")
    assert f'Exec="{sys.executable}" "-P" "-m" "ui.launch" %f' in text
    assert "no longer in the menu" in run("--remove-desktop")
    assert "was not in the menu" in run("--remove-desktop")
