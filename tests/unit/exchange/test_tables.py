"""Tables for spreadsheets: whole, and harmless whatever somebody wrote."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.exchange.choice import ExportFormat
from lab.exchange.csv_files import COMPARISON_COLUMNS, VOTE_COLUMNS, defused
from lab.records import Side, VoteChoice
from lab.storage import Store, comparisons, sessions, votes
from tests.unit.exchange.carrying import exported, table, vote
from tests.unit.storage.samples import compared


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "\xa0=1", "\ufeff=1", "＝1", "＠x", "＋1", "－1",
     '=HYPERLINK("http://example.org")', "=cmd|' /C calc'!A0"],
)  # fmt: skip
def test_a_cell_that_begins_like_a_formula_is_text(cell: str) -> None:
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [("1+1=2", "1+1=2"), ("'=1", "'=1"), ("", ""), (None, ""), (True, "true"), (False, "false"), (-1.5, "-1.5"),
     ("a\0b", "a␀b")],
)  # fmt: skip
def test_other_cells_stay_as_they_are(cell: str | float | None, shown: str) -> None:
    assert defused(cell) == shown


@given(st.text() | st.text(st.sampled_from(" \t\r\n\x0b\x0c\xa0\ufeff=+-@＝x'")))
def test_no_cell_begins_like_a_formula(cell: str) -> None:
    shown = defused(cell)
    assert not re.match(r"[\s\ufeff]*[=+\-@＝]|[\t\r]", shown)
    assert shown.removeprefix("'") == cell.replace("\0", "␀") or shown == cell


def test_every_vote_is_a_row_and_those_in_force_are_marked(here: Store) -> None:
    comparison_id = compared(here, '=Say "hi", please\r\nand more')
    vote(here, comparison_id, VoteChoice.A, reasons_a=["clear", "tone"], shown_first=Side.B, time_taken_ms=900)
    vote(here, comparison_id, VoteChoice.BOTH_BAD)
    vote(here, comparison_id, VoteChoice.TIE, rater="Ada", aspect="clear", blind=True)
    vote(here, comparison_id, None, rater="Ada", aspect="clear")
    data = exported(here, ExportFormat.VOTES)
    rows = table(data)
    assert list(rows[0]) == list(VOTE_COLUMNS)
    assert [(row["choice"], row["counts"], row["blind"], row["aspect"]) for row in rows] == [
        ("a", "false", "false", ""),
        ("both_bad", "true", "false", ""),
        # Locked by its reveal: what came after, not blind, does not take it back.
        ("tie", "true", "true", "clear"),
        ("taken_back", "false", "false", "clear"),
    ]
    assert rows[0]["prompt"] == '\'=Say "hi", please\r\nand more'
    assert (rows[0]["reasons_a"], rows[0]["shown_first"], rows[0]["time_taken_ms"]) == ("clear; tone", "b", "900")
    assert rows[0]["rater"].startswith("me@")
    assert (rows[0]["model_a"], rows[0]["framing_b"]) == ("a-model", "raw")


def test_every_comparison_is_a_row(here: Store) -> None:
    first = compared(here, a="@everyone")
    session_id = here.read(comparisons.get, first).result().session_id
    here.write(sessions.rename, session_id, "+ plus").result()
    here.write(comparisons.add, session_id, "Nobody answered.", parent_id=first).result()
    vote(here, first, VoteChoice.A, rater="Ada")
    vote(here, first, VoteChoice.B)
    here.write(votes.write_note, first, "-1").result()
    rows = table(exported(here, ExportFormat.COMPARISONS))
    assert list(rows[0]) == list(COMPARISON_COLUMNS)
    voted, bare = rows
    assert (voted["text_a"], voted["session_title"], voted["notes"]) == ("'@everyone", "'+ plus", "'-1")
    assert (voted["choice"], voted["votes"], voted["tokens_per_second_a"]) == ("b", "2", "30.25")
    assert (bare["parent_id"], bare["model_a"], bare["text_b"], bare["choice"]) == (first, "", "", "")


def test_it_is_csv_by_the_standard(here: Store) -> None:
    vote(here, compared(here, 'a "quoted", prompt'))
    data = exported(here, ExportFormat.VOTES)
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert text.endswith('"a ""quoted"", prompt"\r\n')
    assert len({len(row) for row in csv.reader(io.StringIO(text, newline=""))}) == 1


def test_without_votes_there_is_a_heading(here: Store) -> None:
    assert table(exported(here, ExportFormat.VOTES)) == []
    assert exported(here, ExportFormat.VOTES).count(b"\r\n") == 1
