"""Ctrl+C in every phase: the command ends with 130, and its workers with it."""

import signal
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from tests.app.terminal import Terminal

pytestmark = pytest.mark.process
GONE_WITHIN_S = 30  # the promise is 1 s; a busy test machine is not the place to time it


def interrupt_and_check(terminal: Terminal) -> None:
    workers = terminal.workers()
    terminal.process.send_signal(signal.SIGINT)
    assert terminal.process.wait(GONE_WITHIN_S) == 130
    _, alive = psutil.wait_procs(workers, timeout=GONE_WITHIN_S)
    assert not alive


def test_while_the_workers_start(terminal: Callable[..., Terminal], tiny_base: Path) -> None:
    one = terminal("compare", "hi", "--a", tiny_base, "--b", tiny_base)
    one.until(lambda screen: "waiting" in screen)
    interrupt_and_check(one)


def test_while_the_models_answer(terminal: Callable[..., Terminal], tiny_base: Path) -> None:
    one = terminal("compare", "hi", "--a", tiny_base, "--b", tiny_base, "--max-tokens", "100000")
    one.until(lambda screen: screen.count("answering") >= 2)
    interrupt_and_check(one)


def test_while_the_prompt_is_read(terminal: Callable[..., Terminal]) -> None:
    one = terminal("compare", "word " * 3000, "--demo")
    one.until(lambda screen: "reading the prompt" in screen)
    interrupt_and_check(one)


def test_in_a_conversation_it_stops_the_answers_and_the_talk_goes_on(
    terminal: Callable[..., Terminal], tiny_base: Path
) -> None:
    one = terminal("compare", "--a", tiny_base, "--b", tiny_base, "--max-tokens", "100000")
    one.until(lambda screen: "/help" in screen)
    one.type("the sun\n")
    one.until(lambda screen: screen.count("answering") >= 2)
    one.process.send_signal(signal.SIGINT)
    one.until(lambda screen: "stopped" in screen)
    assert len(one.workers()) == 2
    one.type("/quit\n")
    assert one.process.wait(GONE_WITHIN_S) == 0


def test_a_killed_command_takes_its_workers_with_it(terminal: Callable[..., Terminal], tiny_base: Path) -> None:
    one = terminal("compare", "hi", "--a", tiny_base, "--b", tiny_base, "--max-tokens", "100000")
    one.until(lambda screen: screen.count("answering") >= 2)
    workers = one.workers()
    assert len(workers) == 2
    one.process.kill()
    _, alive = psutil.wait_procs(workers, timeout=GONE_WITHIN_S)
    assert not alive


def test_a_worker_killed_in_the_middle_leaves_the_other_side_its_answer(
    terminal: Callable[..., Terminal], tiny_base: Path
) -> None:
    one = terminal("compare", "hi", "--a", tiny_base, "--b", tiny_base, "--max-tokens", "1500")
    one.until(lambda screen: screen.count("answering") >= 2)
    one.workers()[0].kill()
    one.until(lambda screen: "SIGKILL" in screen and "tok/s" in screen)
    assert one.process.wait(GONE_WITHIN_S) == 1
