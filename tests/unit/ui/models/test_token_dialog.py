"""Giving the window a token and having it forgotten; it is shown to nobody."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lab.models.token_store import HubToken, TokenPlace, TokenStore
from tests.unit.ui.models.hub_stage import TOKEN, Ring, words
from ui.models.token_dialog import TokenDialog
from ui.models.token_keeper import TokenKeeper, TokenState


class SlowRing(Ring):
    """A keyring that waits for its owner to unlock it."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.unlocked = threading.Event(), threading.Event()

    def set_password(self, service: str, username: str, password: str) -> None:
        self.asked.set()
        self.unlocked.wait(20)
        super().set_password(service, username, password)


class Refusing(Ring):
    """A keyring whose owner declines to unlock it."""

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError("declined")


class Desk:
    """A dialog over a store."""

    def __init__(self, qtbot: QtBot, store: TokenStore) -> None:
        self.qtbot, self.store = qtbot, store
        self.keeper = TokenKeeper(lambda: store)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.show()
        self.dialog = TokenDialog(self.keeper, self.window)
        with qtbot.waitSignal(self.keeper.changed):
            self.dialog.open()

    def keep(self, text: str) -> None:
        self.dialog.field.setText(text)
        self.qtbot.keyClick(self.dialog.field, Qt.Key.Key_Return)

    def words(self) -> str:
        return words(self.dialog)


@pytest.fixture(autouse=True)
def no_token_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HF_TOKEN", raising=False)


@pytest.fixture
def desks(qtbot: QtBot) -> Iterator[list[Desk]]:
    made: list[Desk] = []
    yield made
    for desk in made:
        desk.keeper.close_down()
        desk.window.close()


def open_desk(desks: list[Desk], qtbot: QtBot, ring: Ring | None) -> Desk:
    desks.append(Desk(qtbot, TokenStore(ring)))
    return desks[-1]


def test_a_token_goes_into_the_keyring_and_is_not_shown_again(desks: list[Desk], qtbot: QtBot) -> None:
    ring = Ring()
    desk = open_desk(desks, qtbot, ring)
    assert "There is none." in desk.words()
    assert "kept in the system’s keyring, never in a file" in desk.words()
    assert desk.dialog.field.echoMode() is QLineEdit.EchoMode.Password
    with qtbot.waitSignal(desk.keeper.changed):
        desk.keep(f" {TOKEN} ")
    assert list(ring.kept.values()) == [TOKEN]
    assert "There is one, in the system’s keyring." in desk.words()
    shown = [label.text() for label in desk.dialog.findChildren(QLabel)] + [desk.dialog.field.text()]
    assert not any(TOKEN in text for text in shown)
    assert desk.keeper.get() == HubToken(TOKEN)


def test_without_a_keyring_it_is_told_that_it_ends_with_the_program(desks: list[Desk], qtbot: QtBot) -> None:
    desk = open_desk(desks, qtbot, None)
    assert "kept only until the program ends" in desk.words()
    with qtbot.waitSignal(desk.keeper.changed):
        desk.keep(TOKEN)
    assert "There is one, until the program ends." in desk.words()


def test_a_keyring_that_declines_is_told_too(desks: list[Desk], qtbot: QtBot) -> None:
    desk = open_desk(desks, qtbot, Refusing())
    with qtbot.waitSignal(desk.keeper.changed):
        desk.keep(TOKEN)
    assert "The keyring did not take it" in desk.words()


def test_what_is_no_token_is_refused_and_can_be_typed_over(desks: list[Desk], qtbot: QtBot) -> None:
    desk = open_desk(desks, qtbot, Ring())
    with qtbot.waitSignal(desk.keeper.refused):
        desk.keep("two words")
    assert "This is not a token." in desk.words()
    assert desk.dialog.field.selectedText()
    height = desk.dialog.height()
    with qtbot.waitSignal(desk.keeper.changed):
        desk.keep(TOKEN)
    assert "This is not a token." not in desk.words()
    assert desk.dialog.height() < height


def test_it_is_forgotten_on_request(desks: list[Desk], qtbot: QtBot) -> None:
    ring = Ring()
    desk = open_desk(desks, qtbot, ring)
    assert not desk.dialog.forget_button.isEnabled()
    with qtbot.waitSignal(desk.keeper.changed):
        desk.keep(TOKEN)
    with qtbot.waitSignal(desk.keeper.changed):
        desk.dialog.forget_button.click()
    assert ring.kept == {}
    assert "There is none." in desk.words()
    assert not desk.dialog.forget_button.isEnabled()


def test_one_of_the_environment_is_not_ours_to_forget(
    desks: list[Desk], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", TOKEN)
    desk = open_desk(desks, qtbot, Ring())
    assert "given by the variable HF_TOKEN" in desk.words()
    assert not desk.dialog.forget_button.isEnabled()


def test_the_window_does_not_wait_for_a_locked_keyring(desks: list[Desk], qtbot: QtBot) -> None:
    ring = SlowRing()
    desk = open_desk(desks, qtbot, ring)
    desk.keep(TOKEN)
    qtbot.waitUntil(ring.asked.is_set)
    assert "Waiting for the keyring …" in desk.words()
    assert not desk.dialog.keep_button.isEnabled()
    with qtbot.waitSignal(desk.keeper.changed):
        ring.unlocked.set()
    assert desk.keeper.state == TokenState(place=TokenPlace.KEYRING, has_keyring=True)


def test_what_was_typed_and_not_kept_goes_with_the_dialog(desks: list[Desk], qtbot: QtBot) -> None:
    desk = open_desk(desks, qtbot, Ring())
    field = desk.dialog.field
    field.setText(TOKEN)
    desk.dialog.hide()
    assert field.text() == ""
