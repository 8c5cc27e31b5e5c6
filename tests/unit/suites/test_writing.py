"""A suite that is written reads as the same suite, and what a person wrote around it stays."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lab.records import Framing
from lab.suites.checks import kinds
from lab.suites.reading import parse_suite
from lab.suites.shelf import shipped_suites
from lab.suites.suite import Item, Suite
from lab.suites.writing import written

BY_HAND = """\
# My suite, for Tuesday.
id = "mine"   # never change it
title = "Mine"
samples = 2 # twice is enough

[[items]]
# the first one
id = "first"
prompt = '''Say hello # this is no comment'''
tags = ["a", "b"] # two tags

[[items]]
id = 'second'
prompt = "Say goodbye."
checks = [
    { kind = "words", most = 3 }, # short
]
"""

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
prompts = texts.filter(lambda text: any(not letter.isspace() for letter in text) and bool(text.strip(" \t\n\r\f\v")))
pieces = st.lists(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=10), min_size=1, max_size=3)
labels = st.fixed_dictionaries({"label": texts, "passes": texts, "fails": texts})
checks = st.one_of(
    labels.map(lambda common: kinds.StopsByItself(**common)),
    st.builds(lambda most, common: kinds.Words(most=most, **common), st.integers(1, 100_000), labels),
    st.builds(lambda count: kinds.ListOf(count=count), st.integers(1, 1000)),
    st.builds(lambda shape: kinds.Format(shape=shape), st.sampled_from(kinds.Shape)),
    st.builds(lambda some, every: kinds.Contains(any=tuple(some), all=tuple(every)), pieces, pieces),
    st.builds(lambda some: kinds.Lacks(texts=tuple(some)), pieces),
    st.builds(lambda some: kinds.Equals(answers=tuple(some)), pieces),
    st.just(kinds.Matches(pattern=r"(?i)\bno\\ \"#\b")),
)
tags = st.lists(st.sampled_from(["beginner", "a b", "é-1", "7"]), max_size=3).map(tuple)


@st.composite
def suites(draw: st.DrawFn) -> Suite:
    ids = draw(st.lists(st.sampled_from(["first", "second", "p1", "a.b-c"]), min_size=1, max_size=4, unique=True))
    return Suite(
        id="mine",
        title=draw(st.sampled_from(["Mine", 'A "quoted" # title', "Überschrift \\ 'x'"])),
        shows=draw(texts),
        for_whom=draw(texts),
        tags=draw(tags),
        samples=draw(st.integers(1, 50)),
        max_tokens=draw(st.none() | st.integers(1, 100_000)),
        framing=draw(st.none() | st.sampled_from(Framing)),
        items=tuple(
            Item(
                id=each,
                prompt=draw(prompts),
                turns=tuple(draw(st.lists(prompts, max_size=2))),
                system_prompt=draw(texts),
                tags=draw(tags),
                look_for=draw(texts),
                checks=tuple(draw(st.lists(checks, max_size=2))),
            )
            for each in ids
        ),
    )


def read(text: str) -> Suite:
    return parse_suite(text.encode(), "mine.toml")


def with_item(suite: Suite, place: int, **changes: object) -> Suite:
    items = list(suite.items)
    items[place] = msgspec.structs.replace(items[place], **changes)
    return msgspec.structs.replace(suite, items=tuple(items))


@given(suites())
def test_what_is_written_reads_as_the_same(suite: Suite) -> None:
    assert read(written(suite)) == suite


@given(suites())
@settings(max_examples=60)
def test_what_is_written_over_another_reads_as_the_same(suite: Suite) -> None:
    assert read(written(suite, BY_HAND)) == suite


@pytest.mark.parametrize(
    "before", ["# not = TOML [", "items = 3 # three", '# a\nitems = [{ id = "first", prompt = "x" }]', "#"]
)
def test_over_something_that_is_no_suite_a_new_text_is_written(before: str) -> None:
    suite = shipped_suites()[0]
    assert read(written(suite, before)) == suite


def test_what_did_not_change_stays_to_the_letter() -> None:
    assert written(read(BY_HAND), BY_HAND) == BY_HAND


def test_a_changed_prompt_leaves_all_comments_where_they_are() -> None:
    text = written(with_item(read(BY_HAND), 1, prompt="Say “bye”."), BY_HAND)
    assert text == BY_HAND.replace('"Say goodbye."', '"Say “bye”."')


def test_a_changed_setting_keeps_its_comment() -> None:
    text = written(msgspec.structs.replace(read(BY_HAND), samples=5, shows="Manners."), BY_HAND)
    assert "samples = 5 # twice is enough" in text
    assert text.index('shows = "Manners."') < text.index("[[items]]")
    assert read(text).samples == 5


def test_prompts_that_change_places_take_their_comments_along() -> None:
    suite = read(BY_HAND)
    turned = msgspec.structs.replace(suite, items=tuple(reversed(suite.items)))
    text = written(turned, BY_HAND)
    assert read(text) == turned
    assert text.index("# short") < text.index("# the first one")


def test_a_new_prompt_stands_where_it_belongs() -> None:
    suite = read(BY_HAND)
    new = Item(id="new", prompt="Between", checks=(kinds.Words(most=1),))
    longer = msgspec.structs.replace(suite, items=(suite.items[0], new, suite.items[1]))
    text = written(longer, BY_HAND)
    assert read(text) == longer
    assert all(comment in text for comment in ("# My suite", "# the first one", "# two tags", "# short"))


def test_a_prompt_that_is_gone_takes_nothing_of_the_others_along() -> None:
    suite = read(BY_HAND)
    shorter = msgspec.structs.replace(suite, items=suite.items[:1])
    text = written(shorter, BY_HAND)
    assert read(text) == shorter
    assert "# the first one" in text
    assert "# short" not in text


def test_two_checks_beside_each_other_stand_on_a_line_each() -> None:
    suite = with_item(read(BY_HAND), 0, checks=(kinds.Words(most=3), kinds.Lacks(texts=("x", "y"))))
    lines = written(suite, BY_HAND).splitlines()
    assert sum(line.strip().startswith(("{kind", "{ kind")) for line in lines) == 3
