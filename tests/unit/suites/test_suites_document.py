"""What docs/suites.md shows can be run, and it leaves no key and no kind out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from lab.records import Framing
from lab.suites.checks.kinds import AnyCheck, Shape
from lab.suites.csv_in import COLUMNS
from lab.suites.reading import parse_suite, unsound
from lab.suites.shelf import shipped_suites
from lab.suites.suite import Item, Suite

TEXT = (Path(__file__).parents[3] / "docs" / "suites.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```toml\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)
KINDS = {kind.__struct_config__.tag: kind for kind in get_args(AnyCheck)}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: text.partition("\n")[0])
def test_an_example_is_a_suite_whose_checks_do_what_they_say(example: str) -> None:
    assert unsound(parse_suite(example.encode(), "docs/suites.md")) == []


def test_every_key_stands_in_a_table_and_in_an_example() -> None:
    keys = {*Suite.__struct_fields__, *Item.__struct_fields__}
    keys |= {field for kind in KINDS.values() for field in kind.__struct_fields__}
    assert {key for key in keys if f"`{key}`" not in TEXT} == set()
    assert {key for key in keys if not re.search(rf"\b{key} = |\[\[{key}\]\]", "".join(EXAMPLES))} == set()


def test_every_kind_of_check_is_explained_and_shown_with_examples() -> None:
    shown = [check for text in EXAMPLES for item in parse_suite(text.encode(), "").items for check in item.checks]
    assert {check.__struct_config__.tag for check in shown} == set(KINDS)
    assert {kind for kind in KINDS if f"`{kind}`" not in TEXT} == set()


@pytest.mark.parametrize("word", [*Framing, *Shape, *COLUMNS])
def test_every_word_that_can_be_chosen_is_named(word: str) -> None:
    assert f"`{word}`" in TEXT or f'`"{word}"`' in TEXT


def test_it_says_how_many_suites_there_are() -> None:
    numbers = {8: "eight", 9: "nine", 10: "ten", 11: "eleven", 12: "twelve"}
    assert f"Counterpoint has {numbers[len(shipped_suites())]}." in TEXT
