from __future__ import annotations

import threading
from concurrent.futures import CancelledError, Future

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from lab.errors import LabError
from ui.deliveries import Deliveries


def test_a_result_from_another_thread_arrives_on_the_windows_thread(qtbot: QtBot) -> None:
    deliveries = Deliveries()
    future: Future[int] = Future()
    arrived: list[tuple[int, str]] = []
    deliveries.when_done(future, lambda value: arrived.append((value, threading.current_thread().name)))
    thread = threading.Thread(target=lambda: future.set_result(7))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(arrived))
    assert arrived == [(7, threading.main_thread().name)]


def test_a_lab_error_goes_to_whoever_takes_errors(qtbot: QtBot) -> None:
    deliveries = Deliveries()
    future: Future[int] = Future()
    said: list[str] = []
    deliveries.when_done(future, lambda _value: said.append("a result"), lambda error: said.append(error.message))
    future.set_exception(LabError("The disk is full."))
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["The disk is full."]


def test_a_bug_is_raised_where_bugs_are_shown(qtbot: QtBot) -> None:
    deliveries = Deliveries()
    future: Future[int] = Future()
    said: list[str] = []
    deliveries.when_done(future, lambda _value: None, lambda error: said.append(error.message))
    with qtbot.captureExceptions() as caught:
        future.set_exception(ValueError("a bug"))
        qtbot.waitUntil(lambda: bool(caught))
    assert [str(error) for _, error, _ in caught] == ["a bug"]
    assert said == []


@pytest.mark.parametrize("midway", [False, True])
def test_a_cancelled_future_delivers_nothing(qtbot: QtBot, midway: bool) -> None:
    deliveries = Deliveries()
    future: Future[int] = Future()
    said: list[object] = []
    deliveries.when_done(future, said.append, said.append)
    if midway:
        future.set_exception(CancelledError())
    else:
        future.cancel()
    deliveries.call(lambda: said.append("last"))
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["last"]


def test_what_is_still_under_way_when_its_owner_goes_is_never_delivered(qtbot: QtBot) -> None:
    owner = QObject()
    deliveries = Deliveries(owner)
    future: Future[int] = Future()
    said: list[object] = []
    deliveries.when_done(future, said.append, said.append)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    future.set_result(1)
    qtbot.wait(1)
    assert said == []


@pytest.mark.parametrize("value", [None, 0, ""])
def test_an_empty_result_is_a_result(qtbot: QtBot, value: object) -> None:
    deliveries = Deliveries()
    future: Future[object] = Future()
    said: list[object] = []
    deliveries.when_done(future, said.append)
    future.set_result(value)
    qtbot.waitUntil(lambda: bool(said))
    assert said == [value]
