from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from lab import __version__
from lab.errors import NotEnoughDisk
from lab.generation.thread_budget import machine_threads
from lab.models.token_store import TokenStore
from lab.preferences import Preferences, PreferencesFile, SendKey, Theme
from lab.records import Schedule
from lab.settings import Folders
from lab.storage.backups import Backup
from tests.unit.ui.models.hub_stage import Ring
from ui.controls import style as controls_style
from ui.models.token_keeper import TokenKeeper
from ui.settings import style
from ui.settings.kept import local_time
from ui.settings.page import SettingsPage
from ui.theme.palette import LIGHT
from ui.theme.style import style_sheet

BACKUPS = [
    Backup(path=Path("/x/three.db"), made_utc="20261124T003000Z", why="asked", size_bytes=48_100_000),
    Backup(path=Path("/x/two.db"), made_utc="20261123T003000Z", why="daily", size_bytes=999),
    Backup(path=Path("/x/one.db"), made_utc="20261101T003000Z", why="before-0002", size_bytes=3_100_000),
]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(data=tmp_path / "data", models=tmp_path / "models", cache=tmp_path / "cache")


@pytest.fixture
def preferences(folders: Folders) -> PreferencesFile:
    return PreferencesFile(folders.data / "preferences.json")


@pytest.fixture
def tokens(monkeypatch: pytest.MonkeyPatch) -> Iterator[TokenKeeper]:
    monkeypatch.delenv("HF_TOKEN", raising=False)
    monkeypatch.delenv("COUNTERPOINT_OFFLINE", raising=False)
    store = TokenStore(Ring())
    keeper = TokenKeeper(lambda: store)
    yield keeper
    keeper.close_down()


@pytest.fixture
def page(qtbot: QtBot, preferences: PreferencesFile, folders: Folders, tokens: TokenKeeper) -> Iterator[SettingsPage]:
    page = SettingsPage(preferences, folders, tokens)
    qtbot.addWidget(page)
    page.setStyleSheet(style_sheet(LIGHT) + controls_style.style(LIGHT) + style.style(LIGHT))
    page.resize(816, 600)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page
    page.hide()


class FileManager(QObject):
    """Stands where the system's file manager does."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def file_manager() -> Iterator[FileManager]:
    manager = FileManager()
    QDesktopServices.setUrlHandler("file", manager, "take")
    yield manager
    QDesktopServices.unsetUrlHandler("file")


def labels(widget: QWidget) -> str:
    QApplication.processEvents()  # what a layout has just taken in is shown with the next turn of the loop
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_colours_and_keys_are_kept_at_once_and_explained(page: SettingsPage, preferences: PreferencesFile) -> None:
    page.appearance.theme.button(Theme.DARK).click()
    page.writing.send_key.button(SendKey.CTRL_ENTER).click()
    assert preferences.value == Preferences(theme=Theme.DARK, send_key=SendKey.CTRL_ENTER)
    assert "Always dark" in labels(page.appearance)
    assert "Enter begins a new line" in labels(page.writing)


def test_how_models_run_is_kept(qtbot: QtBot, page: SettingsPage, preferences: PreferencesFile) -> None:
    page.running.schedule.button(Schedule.IN_TURN).click()
    assert "One after the other" in labels(page.running)
    page.running.context_tokens.setValue(8192)
    page.running.gpu_layers.setValue(-1)
    expected = Preferences(schedule=Schedule.IN_TURN, context_tokens=8192, gpu_layers=-1)
    qtbot.waitUntil(lambda: preferences.value == expected)
    assert page.running.gpu_layers.text() == "All"
    assert page.running.threads.text() == f"All ({machine_threads()})"


def test_leaving_the_page_keeps_what_was_just_typed(page: SettingsPage, preferences: PreferencesFile) -> None:
    page.running.threads.setValue(1)
    page.hide()
    assert preferences.value.threads == 1


def test_another_change_does_not_undo_what_is_being_typed(page: SettingsPage, preferences: PreferencesFile) -> None:
    page.running.context_tokens.setValue(512)
    preferences.change(theme=Theme.LIGHT)
    assert page.running.context_tokens.value() == 512
    page.hide()
    assert preferences.value == Preferences(theme=Theme.LIGHT, context_tokens=512)


def test_the_page_follows_changes_from_elsewhere(page: SettingsPage, preferences: PreferencesFile) -> None:
    preferences.change(theme=Theme.DARK, context_tokens=1024, schedule=Schedule.TOGETHER)
    assert page.appearance.theme.value() == Theme.DARK
    assert page.running.context_tokens.value() == 1024
    assert page.running.schedule.value() == Schedule.TOGETHER


def test_a_page_that_is_gone_hears_nothing(
    qtbot: QtBot, preferences: PreferencesFile, folders: Folders, tokens: TokenKeeper
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page = SettingsPage(preferences, folders, tokens, window)
    page.deleteLater()
    qtbot.waitUntil(lambda: not isValid(page))
    preferences.change(theme=Theme.DARK)


def test_settings_that_can_not_be_kept_are_told_of(
    page: SettingsPage, preferences: PreferencesFile, folders: Folders
) -> None:
    assert not page.trouble.isVisible()
    folders.data.write_text("a file in the folder's place")
    page.appearance.theme.button(Theme.DARK).click()
    assert page.trouble.isVisible()
    assert "settings" in page.trouble.text()
    folders.data.unlink()
    page.appearance.theme.button(Theme.LIGHT).click()
    assert not page.trouble.isVisible()
    assert PreferencesFile(folders.data / "preferences.json").value.theme is Theme.LIGHT


def test_the_folder_of_the_history_is_shown_and_opens(
    page: SettingsPage, folders: Folders, file_manager: FileManager
) -> None:
    assert str(folders.data) in labels(page.kept)
    page.kept.show_button.click()
    assert file_manager.opened == []
    assert "nothing has been kept" in labels(page.kept)
    folders.data.mkdir()
    page.kept.show_button.click()
    assert file_manager.opened == [folders.data]
    assert "nothing has been kept" not in labels(page.kept)


def test_backups_are_looked_for_then_listed_or_said_to_be_none(page: SettingsPage) -> None:
    assert "Looking for backups" in labels(page.kept)
    page.set_backups([])
    assert "There is no backup yet." in labels(page.kept)
    page.set_backups(BACKUPS)
    rows = page.kept.rows()
    assert [row.backup for row in rows] == BACKUPS
    assert local_time("20261124T003000Z") in labels(rows[0])
    assert [labels(row).splitlines()[1] for row in rows] == [
        "made by you · 48.1 MB",
        "made by itself · 999 bytes",
        "before an update · 3.1 MB",
    ]


def test_a_backup_is_asked_for_once_until_it_is_done(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.backup_asked):
        page.kept.backup_button.click()
    assert page.kept.backup_button.text() == "Backing up …"
    assert not page.kept.backup_button.isEnabled()
    page.set_backups(BACKUPS[:1])
    assert page.kept.backup_button.isEnabled()
    assert page.kept.backup_button.text() == "Back up now"


@pytest.mark.parametrize("before", [[], BACKUPS[:1]])
def test_the_keyboard_stays_on_the_button_that_makes_backups(
    qtbot: QtBot, page: SettingsPage, before: list[Backup]
) -> None:
    page.set_backups(before)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.kept.backup_button.setFocus()
    qtbot.keyClick(page.kept.backup_button, Qt.Key.Key_Space)
    assert not page.kept.backup_button.isEnabled()
    page.set_backups(BACKUPS)
    assert page.kept.backup_button.hasFocus()


def test_who_is_at_a_backup_stays_there_while_the_list_is_the_same(page: SettingsPage) -> None:
    page.set_backups(BACKUPS)
    row = page.kept.rows()[1]
    page.set_backups(list(BACKUPS))
    assert page.kept.rows()[1] is row
    page.set_backups(BACKUPS[:1])
    assert [one.backup for one in page.kept.rows()] == BACKUPS[:1]


def test_a_backup_that_fails_says_why(page: SettingsPage) -> None:
    page.set_backups(BACKUPS)
    page.kept.backup_button.click()
    page.show_backup_trouble(NotEnoughDisk("The backup can't be written: no space.", "Make room."))
    assert "The backup can't be written: no space. Make room." in labels(page.kept)
    assert page.kept.backup_button.isEnabled()
    assert len(page.kept.rows()) == 3
    page.kept.backup_button.click()
    assert "no space" not in labels(page.kept)


def test_a_backup_is_restored_only_after_a_question(qtbot: QtBot, page: SettingsPage) -> None:
    page.set_backups(BACKUPS)
    first, second, _ = page.kept.rows()
    with qtbot.assertNotEmitted(page.restore_asked):
        first.restore_button.click()
        assert "not thrown away" in labels(first)
        assert first.no_button.hasFocus()
        second.restore_button.click()
        assert not first.yes_button.isVisible()
        second.no_button.click()
        assert second.restore_button.hasFocus()
    second.restore_button.click()
    with qtbot.waitSignal(page.restore_asked) as said:
        second.yes_button.click()
    assert said.args == [Path("/x/two.db")]
    assert second.restore_button.text() == "Restoring …"
    assert not any(row.restore_button.isEnabled() for row in page.kept.rows())
    assert not page.kept.backup_button.isEnabled()
    page.show_backup_trouble(NotEnoughDisk("The backup can't be put in place.", ""))
    assert all(row.restore_button.isEnabled() for row in page.kept.rows())


def test_a_backup_whose_name_tells_no_time_is_listed_all_the_same(page: SettingsPage) -> None:
    page.set_backups([Backup(path=Path("/x/odd.db"), made_utc="<b>odd</b>", why="", size_bytes=1)])
    (row,) = page.kept.rows()
    assert "<b>odd</b>" in labels(row)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in row.findChildren(QLabel))


def test_versions_are_told(page: SettingsPage) -> None:
    assert f"Version {__version__}" in labels(page.about)
    assert "No model has been loaded yet." in labels(page.about)
    page.set_engine("llama.cpp 0.3.36")
    assert "llama.cpp 0.3.36" in labels(page.about)


@pytest.mark.parametrize("width", [816, 1276])
def test_the_column_is_centred_and_not_too_wide(page: SettingsPage, width: int) -> None:
    page.resize(width, 600)
    QApplication.processEvents()
    scroll = page.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    left = page.appearance.mapTo(scroll.viewport(), page.appearance.rect().topLeft()).x()
    right = scroll.viewport().width() - left - page.appearance.width()
    assert abs(left - right) <= 1
    assert page.appearance.width() <= 720
    assert page.appearance.width() >= 640


def test_everything_can_be_reached_by_tab_and_has_a_name(qtbot: QtBot, page: SettingsPage) -> None:
    page.set_backups(BACKUPS)
    QApplication.processEvents()
    wanted = {
        widget
        for kind in (QAbstractButton, QAbstractSpinBox)
        for widget in page.findChildren(kind)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    reached: list[QWidget] = []
    page.appearance.theme.setFocus()
    while (now := QApplication.focusWidget()) is not None and now not in reached:
        reached.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    assert wanted <= set(reached)
    assert len(wanted) == 16
    for widget in wanted:
        assert widget.accessibleName() or getattr(widget, "text", str)(), widget
