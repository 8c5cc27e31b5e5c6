"""Base or chat, on what the files of well-known families say about themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lab.models.gguf_header import read_header
from lab.models.kind import judge
from lab.records import Kind
from tests.unit.models.headers import ROWS, file_of

LEAST_RIGHT = 0.95


def is_right(row: dict[str, Any], kind: Kind) -> bool:
    return kind == row["truth"] or (kind is Kind.UNSURE and row.get("untold", False))


def test_the_table_is_large_and_holds_both_kinds() -> None:
    truths = [row["truth"] for row in ROWS]
    assert len(ROWS) >= 40
    assert min(truths.count("base"), truths.count("chat")) >= 15
    assert sum(row.get("untold", False) for row in ROWS) <= len(ROWS) // 8


@pytest.mark.parametrize("row", [row for row in ROWS if not row.get("untold")], ids=lambda row: row["model"])
def test_a_file_that_can_tell_is_known_for_what_it_is(tmp_path: Path, row: dict[str, Any]) -> None:
    verdict = judge(read_header(file_of(row, tmp_path)))
    assert verdict.kind == row["truth"], verdict.evidence
    assert verdict.evidence


@pytest.mark.parametrize("row", [row for row in ROWS if row.get("untold")], ids=lambda row: row["model"])
def test_a_file_that_can_not_tell_is_never_judged_with_confidence(tmp_path: Path, row: dict[str, Any]) -> None:
    verdict = judge(read_header(file_of(row, tmp_path)))
    assert verdict.kind in (Kind.UNSURE, row["truth"]) or verdict.confidence <= 0.8


def test_nearly_all_are_right(tmp_path: Path) -> None:
    wrong = [row["model"] for row in ROWS if not is_right(row, judge(read_header(file_of(row, tmp_path))).kind)]
    assert len(wrong) <= len(ROWS) * (1 - LEAST_RIGHT), wrong


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["model"])
def test_the_repository_s_name_settles_it_where_no_other_name_speaks(tmp_path: Path, row: dict[str, Any]) -> None:
    """A file without a telling name, from a repository with one: that is how Jan and the Hub's cache keep them."""
    silent = {key: value for key, value in row.items() if key not in ("finetune", "basename", "untold")}
    header = read_header(file_of(silent | {"name": "x", "file": "model.gguf"}, tmp_path))
    source = "somebody/Thing-7B-Instruct-GGUF" if row["truth"] == "chat" else "chat-lab/Thing-7B-Base-GGUF"
    assert judge(header, source=source).kind == row["truth"]
