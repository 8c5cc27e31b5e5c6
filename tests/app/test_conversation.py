"""A conversation on a real terminal, played by scripts so that every word is known to come."""

from collections.abc import Callable

import pytest

from tests.app.terminal import Terminal

pytestmark = pytest.mark.process


def talk(terminal: Callable[..., Terminal]) -> Terminal:
    one = terminal("compare", "--demo", "--max-tokens", "12")
    one.until(lambda screen: "/help" in screen)
    return one


def say(one: Terminal, line: str, shows: str) -> str:
    one.screen = ""
    one.type(line + "\n")
    one.until(lambda screen: shows in screen and screen.rfind("You  ") > screen.find(shows))
    return one.screen


def test_each_prompt_goes_to_both_and_the_talk_goes_on(terminal: Callable[..., Terminal]) -> None:
    one = talk(terminal)
    screen = say(one, "Why is the sky blue?", "cut off")
    assert "scripted base" in screen
    assert "scripted chat" in screen
    screen = say(one, "/given", "letter by letter")
    assert "<|user|>" in screen
    assert "Why is the sky blue?" in screen
    one.type("/quit\n")
    assert one.process.wait(60) == 0


def test_a_later_prompt_carries_the_earlier_turn_until_a_new_talk_begins(terminal: Callable[..., Terminal]) -> None:
    one = talk(terminal)
    say(one, "first thing", "cut off")
    say(one, "second thing", "cut off")
    assert "first thing" in say(one, "/given", "letter by letter")
    say(one, "/again", "cut off")
    again = say(one, "/given", "letter by letter")
    assert again.count("second thing") == 2  # once a side: the turn was taken back, not added to
    say(one, "/new", "new conversation")
    say(one, "third thing", "cut off")
    assert "first thing" not in say(one, "/given", "letter by letter")


def test_help_and_a_command_that_is_not_there(terminal: Callable[..., Terminal]) -> None:
    one = talk(terminal)
    assert "Ctrl+D" in say(one, "/help", "/quit")
    assert "no such command" in say(one, "/dance", "no such command")
    one.type("\x04")
    assert one.process.wait(60) == 0
