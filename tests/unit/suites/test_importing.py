"""Prompts in other forms become a suite, or are refused with the line that is wrong."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.errors import BadImport
from lab.suites import lines
from lab.suites.faults import BadSuite
from lab.suites.importing import Imported, import_prompts, read_prompts, slug
from lab.suites.prompt_format import PromptFormat
from lab.suites.reading import as_toml, parse_suite
from lab.suites.suite import MOST_ITEMS, MOST_PROMPT_CHARACTERS, Item

TEXT, CSV, JSONL = PromptFormat


def read(data: str | bytes, format: PromptFormat) -> Imported:
    raw = data if isinstance(data, bytes) else data.encode()
    return read_prompts(io.BytesIO(raw), "my file.x", format)


def items(data: str | bytes, format: PromptFormat) -> tuple[Item, ...]:
    return read(data, format).suite.items


def refused(data: str | bytes, format: PromptFormat) -> str:
    with pytest.raises(BadImport) as caught:
        read(data, format)
    assert "my file.x" in caught.value.message
    return caught.value.message


def test_each_line_of_text_is_a_prompt() -> None:
    data = b"\xef\xbb\xbfSay hello.\r\n\r\n  Indented \nLast without an end"
    assert [(item.id, item.prompt) for item in items(data, TEXT)] == [
        ("p1", "Say hello."), ("p2", "  Indented "), ("p3", "Last without an end"),
    ]  # fmt: skip


def test_a_table_has_a_line_of_names_and_may_have_semicolons_and_breaks() -> None:
    data = 'ID;Prompt;Look for;Tags;Price\nx1;"Say; ""hello""\nnow.";Who stops?;short; 5\n;Second;;a, b;\n;;;;\n'
    found = read(data, CSV)
    assert found.suite.items == (
        Item(id="x1", prompt='Say; "hello"\nnow.', look_for="Who stops?", tags=("short",)),
        Item(id="p2", prompt="Second", tags=("a", "b")),
    )
    assert found.left_out == ("price",)


def test_a_table_of_one_column_will_do() -> None:
    assert [item.prompt for item in items("prompt\nSay hello.\n", CSV)] == ["Say hello."]


def test_a_line_of_json_has_our_fields() -> None:
    line = {"prompt": "Hi", "id": "x", "turns": ["Bye"], "checks": [{"kind": "words", "most": 3}], "mood": "good"}
    found = read(json.dumps(line) + "\n\n" + json.dumps({"prompt": "Two"}), JSONL)
    assert [(item.id, item.prompt, item.turns, len(item.checks)) for item in found.suite.items] == [
        ("x", "Hi", ("Bye",), 1),
        ("p2", "Two", (), 0),
    ]
    assert found.left_out == ("mood",)


def test_the_shape_of_mt_bench_is_known() -> None:
    line = {"question_id": 81, "category": "writing", "turns": ["Write a poem.", "Shorter."], "reference": ["x"]}
    found = read(json.dumps(line), JSONL)
    assert found.suite.items == (Item(id="q81", prompt="Write a poem.", turns=("Shorter.",), tags=("writing",)),)
    assert found.left_out == ("reference",)


def test_the_shape_of_alpaca_eval_is_known() -> None:
    line = {"instruction": "Name a fish.", "dataset": "helpful_base", "output": "A carp.", "generator": "somebody"}
    found = read(json.dumps(line), JSONL)
    assert found.suite.items == (Item(id="p1", prompt="Name a fish.", tags=("helpful-base",)),)
    assert found.left_out == ("generator", "output")


@pytest.mark.parametrize(
    ("format", "data", "said"),
    [
        (TEXT, b"good\n\xff bad\n", "line 2: it is not UTF-8 text"),
        (TEXT, b"", "There is no prompt in my file.x."),
        (TEXT, b"\n \n", "There is no prompt in my file.x."),
        (
            TEXT,
            "ok\n" + "x" * (MOST_PROMPT_CHARACTERS + 1),
            "line 2: it is longer than 100,000 characters (in prompt).",
        ),
        (CSV, "question\nHello\n", "line 1: no column is called prompt."),
        (CSV, "", "There is no prompt in my file.x."),
        (CSV, "prompt,prompt\na,b\n", "line 1: two columns are called prompt."),
        (CSV, "prompt\nok\na,b\n", "line 3: it has 2 fields, but there are 1 columns."),
        (CSV, 'prompt,id\nok,1\n"never ends\nand on\n', "line 3: it is not CSV"),
        (CSV, "id,prompt\nA B,hello\n", "line 2: an id is made of small letters, digits, hyphens and dots"),
        (CSV, "id,prompt\nx,hello\n\nx,again\n", "line 4: the id x is that of line 2 already."),
        (CSV, "id,prompt\nx,\n", "line 2: the field `prompt` is missing."),
        (JSONL, '{"prompt": "a"}\n{"prompt": \n', "line 2: it is not JSON"),
        (JSONL, '{"prompt": "a"}\n5\n', "line 2: it is not a JSON object."),
        (JSONL, '[{"prompt": "a"}]', "line 1: this is one JSON list."),
        (JSONL, '{"promt": "a"}', "line 1: it has no prompt."),
        (JSONL, '{"prompt": 5}', "line 1: it should be text, not a whole number (in prompt)."),
        (JSONL, '{"prompt": "a", "checks": [{"kind": "words"}]}', "line 1: "),
        (JSONL, '{"prompt": "\\ud800"}', "line 1: it is not JSON"),
        (JSONL, '{"question_id": 1, "turns": []}', "line 1: `turns` is not a list of prompts."),
        (JSONL, '{"question_id": 1, "turns": [5]}', "line 1: it should be text, not a whole number (in prompt)."),
        (JSONL, '{"question_id": {}, "turns": ["a"]}', "line 1: "),
        (JSONL, '{"instruction": "a", "dataset": 5}', "line 1: "),
        (JSONL, '{"a": ' * 100_000, "line 1: it is not JSON"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(format: PromptFormat, data: str | bytes, said: str) -> None:
    assert said in refused(data, format)


def test_there_is_a_limit_to_prompts() -> None:
    assert len(items("x\n" * MOST_ITEMS, TEXT)) == MOST_ITEMS
    assert f"line {MOST_ITEMS + 1:,}: there are more than 10,000 prompts." in refused("x\n" * (MOST_ITEMS + 1), TEXT)


def test_a_line_without_end_is_refused_before_it_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MOST_LINE_BYTES", 2**20)
    endless = io.BytesIO(b"ok\n" + b"x" * 2**23)
    with pytest.raises(BadImport, match="line 2: it is longer than 1 MB"):
        read_prompts(endless, "my file.x", TEXT)
    assert endless.tell() < 2**21


def test_a_file_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MOST_LINES", 1000)
    assert "line 1,001: the file goes on for too long." in refused("\n" * 5000, TEXT)


@pytest.mark.parametrize(
    ("name", "data", "prompts"),
    [
        ("a.txt", "one\ntwo", ["one", "two"]),
        ("a", "one", ["one"]),
        ("a.CSV", "prompt\none", ["one"]),
        ("a.jsonl", '{"prompt": "one"}', ["one"]),
    ],
)
def test_the_ending_tells_the_form(name: str, data: str, prompts: list[str], tmp_path: Path) -> None:
    (tmp_path / name).write_text(data, encoding="utf-8")
    suite = import_prompts(tmp_path / name).suite
    assert ([item.prompt for item in suite.items], suite.id, suite.title) == (prompts, "a", "a")


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(BadSuite, match="There is no file"):
        import_prompts(tmp_path / "nothing.txt")


@pytest.mark.parametrize(
    ("text", "id"), [("My Prompts 2", "my-prompts-2"), ("..", "prompts"), ("Größe", "gr-e"), ("x" * 99, "x" * 64)]
)
def test_an_id_is_made_of_any_name(text: str, id: str) -> None:
    assert slug(text) == id


printable = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30)


@given(st.lists(printable, min_size=1, max_size=5))
def test_prompts_come_through_every_form_alike(prompts: list[str]) -> None:
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerows([["prompt"], *([prompt] for prompt in prompts)])
    # A byte order mark is no part of a text at its beginning.
    if prompts[0].startswith("\ufeff"):
        return
    forms = [
        ("\n".join(prompts), TEXT),
        (table.getvalue(), CSV),
        ("\n".join(json.dumps({"prompt": prompt}) for prompt in prompts), JSONL),
        ("\n".join(json.dumps({"instruction": prompt, "dataset": "x"}) for prompt in prompts), JSONL),
        ("\n".join(json.dumps({"question_id": n, "turns": [p]}) for n, p in enumerate(prompts)), JSONL),
    ]
    for data, format in forms:
        suite = read(data, format).suite
        assert [item.prompt for item in suite.items] == prompts
        assert parse_suite(as_toml(suite).encode(), "again.toml") == suite


@given(st.binary(max_size=200), st.sampled_from(PromptFormat))
def test_any_bytes_become_a_suite_or_are_refused_in_a_sentence(data: bytes, format: PromptFormat) -> None:
    try:
        suite = read(data, format).suite
    except BadImport as error:
        said = error.message
    else:
        assert parse_suite(as_toml(suite).encode(), "again.toml") == suite
        return
    assert "my file.x" in said
