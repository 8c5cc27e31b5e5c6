"""What is said about the suites that ship is said in French too; what models are asked stays as it is."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import msgspec
import pytest

from lab.suites.shelf import shelf, shipped_suites
from lab.suites.suite import Suite
from lab.suites.wording import Wording
from tests.unit.languages import speaking

ENGLISH = shipped_suites()
with speaking("fr"):
    FRENCH = shipped_suites()
PAIRS = pytest.mark.parametrize(("suite", "french"), list(zip(ENGLISH, FRENCH, strict=True)), ids=lambda each: each.id)
SAME_IN_BOTH = {"1945.", "Six."}


@PAIRS
def test_only_what_is_said_to_people_differs(suite: Suite, french: Suite) -> None:
    assert french.title != suite.title
    assert french.shows.endswith(".")
    assert french.for_whom.endswith((".", "?"))
    items = tuple(
        msgspec.structs.replace(item, look_for=other.look_for)
        for item, other in zip(french.items, suite.items, strict=True)
    )
    texts = {"title": suite.title, "shows": suite.shows, "for_whom": suite.for_whom, "items": items}
    assert msgspec.structs.replace(french, **texts) == suite


@PAIRS
def test_every_item_says_what_to_look_for_in_french(suite: Suite, french: Suite) -> None:
    for item, other in zip(suite.items, french.items, strict=True):
        assert other.look_for.endswith((".", "?", ")"))
        assert other.look_for != item.look_for or item.look_for in SAME_IN_BOTH
    texts = f"{french.title} {french.shows} {french.for_whom} {' '.join(item.look_for for item in french.items)}"
    assert [mark for mark in (" :", " ;", " !", " ?", "« ", " »") if mark in texts] == []


def test_each_file_is_of_a_suite_and_names_only_items_that_it_has() -> None:
    folder = files("resources") / "suites" / "fr"
    named = {
        each.name[3:].removesuffix(".toml"): set(msgspec.toml.decode(each.read_bytes(), type=Wording).look_for)
        for each in folder.iterdir()
    }
    assert named == {suite.id: {item.id for item in suite.items} for suite in ENGLISH}


def test_the_suites_are_in_the_language_that_is_spoken(tmp_path: Path) -> None:
    with speaking("fr"):
        assert shelf(tmp_path).find("first").suite.title == "Première rencontre"
    assert shelf(tmp_path).find("first").suite.title == "First meeting"
