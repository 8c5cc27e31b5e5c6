"""A suite that is not as it must be is refused in a sentence that names file, item and field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.records import Framing
from lab.suites import reading
from lab.suites.checks import kinds
from lab.suites.faults import BadSuite
from lab.suites.reading import as_toml, parse_suite, read_suite, unsound
from lab.suites.suite import MOST_ITEMS, MOST_PROMPT_CHARACTERS, Item, Suite

WHOLE = """
id = "mine"
title = "Mine"
[[items]]
id = "first"
prompt = "Say hello."
[[items]]
id = "second"
prompt = "Say goodbye."
checks = [{ kind = "words", most = 3 }]
"""


def refused(text: str | bytes) -> str:
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(BadSuite) as caught:
        parse_suite(data, "mine.toml")
    return caught.value.message


def changed(old: str, new: str) -> str:
    assert old in WHOLE
    return WHOLE.replace(old, new)


def test_a_small_suite_is_read() -> None:
    suite = parse_suite(WHOLE.encode(), "mine.toml")
    assert [item.prompt for item in suite.items] == ["Say hello.", "Say goodbye."]
    assert suite.items[1].checks == (kinds.Words(most=3),)
    assert (suite.samples, suite.max_tokens, suite.framing, suite.number_of_checks) == (1, None, None, 1)


FAULTS = [
    (
        'prompt = "Say goodbye."',
        "prompt = 7",
        "mine.toml, item 2 (second), prompt: it should be text, not a whole number.",
    ),
    ('prompt = "Say goodbye."', 'prompt = " "', "mine.toml, item 2 (second), prompt: there is nothing in it."),
    ('prompt = "Say goodbye."', "", "mine.toml, item 2 (second): the field `prompt` is missing."),
    ('id = "second"', "", "mine.toml, item 2: the field `id` is missing."),
    ('id = "second"', 'id = "first"', "mine.toml, item 2 (first), id: item 1 has the same id."),
    (
        'id = "second"',
        'id = "../x"',
        "mine.toml, item 2 (../x), id: an id is made of small letters, digits, hyphens and dots, 64 at most.",
    ),
    ('id = "second"', 'id = "second"\nlook_fro = ""', "mine.toml, item 2 (second): there is no field `look_fro`."),
    (
        'id = "second"',
        'id = "second"\ntags = ["a", 5]',
        "mine.toml, item 2 (second), tags[1]: it should be text, not a whole number.",
    ),
    ('id = "second"', 'id = "second"\nturns = [""]', "mine.toml, item 2 (second), turns[0]: there is nothing in it."),
    ('title = "Mine"', 'title = "Mine"\nsampels = 3', "mine.toml: there is no field `sampels`."),
    ('title = "Mine"', 'title = "Mine"\nsamples = 0', "mine.toml, samples: it should be 1 or more."),
    ('title = "Mine"', 'title = "Mine"\nframing = "naked"', "mine.toml, framing: there is no 'naked' to choose."),
    ('title = "Mine"', 'title = "a\\nb"', "mine.toml, title: a title is one line that begins with no space."),
    ("most = 3", "most = 0", "mine.toml, item 2 (second), checks[0].most: it should be 1 or more."),
    (
        "most = 3",
        "most = 3, least = 4",
        "mine.toml, item 2 (second), checks[0]: `least` is 4, which is above `most`, 3.",
    ),
    ("most = 3", "mist = 3", "mine.toml, item 2 (second), checks[0]: there is no field `mist`."),
    ('"words", most = 3', '"wirds"', "mine.toml, item 2 (second), checks[0].kind: there is no 'wirds' to choose."),
    (
        '"words", most = 3',
        '"matches", pattern = "("',
        "mine.toml, item 2 (second), checks[0]: the pattern is no regular",
    ),
    ('"words", most = 3', '"matches", pattern = "(a)\\\\1"', "checks[0]: the pattern is no regular expression of RE2"),
    ('"words", most = 3', '"matches", pattern = "(?=a)"', "checks[0]: the pattern is no regular expression of RE2"),
    ('"words", most = 3', '"contains"', "checks[0]: name the words in `any` or in `all`."),
    (
        '"words", most = 3',
        '"format", shape = "haiku"',
        "mine.toml, item 2 (second), checks[0].shape: there is no 'haiku' to choose.",
    ),
]


@pytest.mark.parametrize(("old", "new", "said"), FAULTS)
def test_a_fault_is_named_with_file_item_and_field(old: str, new: str, said: str) -> None:
    assert said in refused(changed(old, new))


def test_a_suite_without_items_is_refused() -> None:
    assert "items" in refused('id = "a"\ntitle = "b"\nitems = []')
    assert refused('id = "a"\ntitle = "b"') == "mine.toml: the field `items` is missing."


def many(count: int) -> bytes:
    return b'id = "a"\ntitle = "b"\n' + b"".join(b'[[items]]\nid = "p%d"\nprompt = "x"\n' % n for n in range(count))


def test_ten_thousand_prompts_are_a_suite_and_one_more_is_not() -> None:
    assert len(parse_suite(many(MOST_ITEMS), "many.toml").items) == MOST_ITEMS
    assert "items" in refused(many(MOST_ITEMS + 1))


def test_a_prompt_has_its_limit() -> None:
    longest = "x" * MOST_PROMPT_CHARACTERS
    assert parse_suite(changed("Say hello.", longest).encode(), "mine.toml").items[0].prompt == longest
    assert "item 1 (first), prompt" in refused(changed("Say hello.", longest + "x"))


HOSTILE = {
    "not TOML": "hello",
    "cut off": WHOLE[:-5],
    "nested": "a = " + "[" * 100_000,
    "nested tables": "a = " + "{a = " * 100_000,
    "a number without end": "a = " + "1" * 100_000,
    "a key without end": ".".join("a" * 100_000) + " = 1",
    "a quoted key without end": ".".join(['"a b"', "'c'"] * 50_000) + " = 1",
    "names in one long word": "a" * 1_000_000,
    "bytes": b"\xff\xfe\x00",
    "zeros": bytes(100),
    "half a character": 'title = "\\ud800"',
    "empty": "",
    "a list for items": 'items = "abc"',
    "numbers for items": 'id = "a"\ntitle = "b"\nitems = [1, 2]',
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence(text: str | bytes) -> None:
    said = refused(text)
    assert said.startswith("mine.toml")
    assert len(said) < 600


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 2**20)
    path = tmp_path / "large.toml"
    path.write_bytes(b"#" * (2**20 + 1))
    with pytest.raises(BadSuite, match=r"large\.toml is larger than 1 MB"):
        read_suite(path)


def test_a_line_that_is_not_text_is_named() -> None:
    assert refused(b'id = "a"\ntitle = "\xff"\n') == "mine.toml, line 2: it is not UTF-8 text."


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(BadSuite, match="There is no file"):
        read_suite(tmp_path / "nothing.toml")
    with pytest.raises(BadSuite, match="There is no file"):
        read_suite(tmp_path)


def test_an_example_that_does_not_do_what_it_should_is_told() -> None:
    text = changed("most = 3", 'most = 3, passes = "one two three four", fails = "one"')
    assert unsound(parse_suite(text.encode(), "mine.toml")) == [
        "item 2 (second), checks[0], passes: this text gives “It has 4 words; at most 3 asked for.”",
        "item 2 (second), checks[0], fails: this text gives “It has 1 word; at most 3 asked for.”",
    ]


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
prompts = texts.filter(lambda text: text.strip(" \t\n\r\f\v") != "" and any(not c.isspace() for c in text))
tags = st.lists(st.from_regex(r"\A[a-z]{1,10}( [a-z]{1,5})?\Z"), max_size=3).map(tuple)
slugs = st.from_regex(r"\A[a-z0-9]([a-z0-9.-]{0,20}[a-z0-9])?\Z")
pieces = st.lists(texts.filter(bool), min_size=1, max_size=3).map(tuple)
checks = st.one_of(
    st.builds(kinds.StopsByItself),
    st.builds(kinds.Words, most=st.integers(2, 99), least=st.integers(0, 2), passes=texts, fails=texts, label=texts),
    st.builds(kinds.Sentences, most=st.integers(1, 99)),
    st.builds(kinds.ListOf, count=st.integers(1, 99)),
    st.builds(kinds.Format, shape=st.sampled_from(kinds.Shape)),
    st.builds(kinds.Contains, any=pieces, all=pieces),
    st.builds(kinds.Lacks, texts=pieces),
    st.builds(kinds.Equals, answers=pieces),
    st.builds(kinds.Matches, pattern=st.sampled_from(["a+", r"\d{1,3}\.", '"[^"]*"', "\\bé\\b"])),
    st.builds(kinds.Refuses),
    st.builds(kinds.Complies),
)
items = st.builds(
    Item,
    id=slugs,
    prompt=prompts,
    turns=st.lists(prompts, max_size=2).map(tuple),
    system_prompt=texts,
    tags=tags,
    look_for=texts,
    checks=st.lists(checks, max_size=3).map(tuple),
)
suites = st.builds(
    Suite,
    id=slugs,
    title=st.from_regex(r"\A[^\s][^\n]{0,20}\Z").filter(lambda text: text.isprintable()),
    shows=texts,
    for_whom=texts,
    tags=tags,
    samples=st.integers(1, 50),
    max_tokens=st.none() | st.integers(1, 100),
    framing=st.none() | st.sampled_from(Framing),
    items=st.lists(items, min_size=1, max_size=3, unique_by=lambda item: item.id).map(tuple),
)


@given(suites)
def test_what_is_written_is_read_again(suite: Suite) -> None:
    assert parse_suite(as_toml(suite).encode(), "again.toml") == suite


@given(st.binary(max_size=300))
def test_bytes_of_any_kind_are_refused_and_nothing_else_happens(data: bytes) -> None:
    with pytest.raises(BadSuite):
        parse_suite(data, "any.toml")


junk = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.lists(st.integers(), max_size=2))


@given(
    st.sampled_from(["prompt", "turns", "system_prompt", "tags", "look_for", "checks", "prmopt"]),
    junk.filter(lambda value: value is not None),
)
def test_whatever_stands_in_a_field_is_noticed_or_harmless(field: str, value: Any) -> None:
    text = f'id = "a"\ntitle = "b"\n[[items]]\nid = "x"\n{field} = {reading._value(value)}\n'
    if field != "prompt":
        text += 'prompt = "Say hello."\n'
    try:
        (item,) = parse_suite(text.encode(), "any.toml").items
    except BadSuite as error:
        said = error.message
    else:
        found = getattr(item, field)
        assert found == (tuple(value) if isinstance(value, list) else value)
        return
    assert said.startswith("any.toml, item 1 (x)")
