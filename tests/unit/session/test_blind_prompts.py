"""Where the prompts of a blind session come from."""

from __future__ import annotations

import random
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from lab.session.blind_prompts import MOST_PROMPTS, drawn, from_suites, pasted, suggested
from lab.suggestions import suggestions

SUITE = """
id = "mine"
title = "My suite"
[[items]]
id = "one"
prompt = "Say hello.\\nTwice."
[[items]]
id = "two"
prompt = "And again."
[[items]]
id = "goes-on"
prompt = "Begin."
turns = ["Go on."]
[[items]]
id = "told"
prompt = "Hello."
system_prompt = "You are a pirate."
"""


def test_the_suggestions_come_all_together_and_by_group() -> None:
    everything, *groups = suggested()
    assert [each.name for each in groups] == [group.name for group in suggestions()]
    assert set(everything.prompts) == {prompt for group in groups for prompt in group.prompts}


def test_suites_that_ship_are_there_and_the_users_own_with_what_can_be_asked_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(SUITE, encoding="utf-8")
    (tmp_path / "broken.toml").write_text("id = ", encoding="utf-8")
    *shipped, mine = from_suites(tmp_path)
    assert "First meeting" in [each.name for each in shipped]
    assert (mine.name, mine.prompts, mine.left_out) == ("My suite", ("Say hello.\nTwice.", "And again."), 2)


def test_a_folder_that_is_not_there_spoils_nothing(tmp_path: Path) -> None:
    assert from_suites(tmp_path / "none")


def test_pasted_lines_are_prompts_each_once() -> None:
    assert pasted("  one \n\n two\r\none\n") == ("one", "two")
    assert pasted(" \n") == ()
    assert len(pasted("\n".join(str(number) for number in range(MOST_PROMPTS + 5)))) == MOST_PROMPTS


@given(st.lists(st.integers(), unique=True), st.integers(0, 40), st.integers(0, 99))
def test_some_are_drawn_in_their_order(numbers: list[int], count: int, seed: int) -> None:
    prompts = [str(number) for number in numbers]
    some = drawn(prompts, count, random.Random(seed))
    assert len(some) == min(count, len(prompts))
    assert [each for each in prompts if each in some] == list(some)
