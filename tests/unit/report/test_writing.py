"""A report is written whole, tells how far it is, and needs nothing but a history that can be read."""

from __future__ import annotations

import io
import sqlite3
from pathlib import Path

import pytest

from lab.exchange.choice import ExportFormat
from lab.exchange.wanted import Wanted
from lab.records import Kind
from lab.report.writing import write_report
from lab.results import measures
from lab.storage import Store
from tests.unit.exchange.carrying import exported
from tests.unit.report.documents import Page, html, markdown
from tests.unit.results.casting import player, voted

ANN, BOB = player("ann", kind=Kind.CHAT), player("bob")


def test_it_tells_how_far_it_is_and_how_many_comparisons_it_is_about(store: Store) -> None:
    voted(store, ANN, BOB, "aab")
    told: list[tuple[int, int]] = []
    written = write_report(
        store, io.BytesIO(), ExportFormat.REPORT_MARKDOWN, Wanted(), lambda done, total: told.append((done, total))
    )
    assert written == 3
    assert (3, 3) in told
    assert (6, 6) in told  # answers that were measured
    assert all(0 <= done <= total for done, total in told)


def test_both_documents_say_the_same(store: Store) -> None:
    voted(store, ANN, BOB, "aab=", blind=True)
    page, text = Page(html(store)).text, " ".join(markdown(store).replace("`", "").split())
    for heading in ("Standings", "With style held equal", "Who beat whom", "Personality", "Examples"):
        assert heading in page
        assert f"## {heading}" in text
    for said in ("2 : 1 (1 tie)", "These votes can't separate ann and bob yet.", ANN.model.sha256, "cast blind"):
        assert said in page
        assert said in text


def test_each_drawing_is_told_in_its_table(store: Store) -> None:
    voted(store, ANN, BOB, "aab=", blind=True)
    page = Page(html(store))
    hidden = [value for tag, name, value in page.attributes if (tag, name) == ("svg", "aria-hidden")]
    assert hidden
    assert set(hidden) == {"true"}
    assert page.tags.count("caption") == page.tags.count("table")


def test_a_history_that_can_only_be_read_is_told_without_what_is_not_measured(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    with Store(path) as store:
        voted(store, ANN, BOB, "aab")
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")  # as a newer version leaves it
    raw.close()
    with Store(path) as store:
        assert not store.writable
        said = markdown(store)
        assert len(measures.read(store).missing) == 6
    assert "6 answers are not measured, because the history can only be read." in said
    assert "None of these votes is on measured answers yet." in said


def test_a_report_is_no_export_and_an_export_no_report(store: Store) -> None:
    with pytest.raises(ValueError, match="is a report"):
        exported(store, ExportFormat.REPORT_HTML)
    with pytest.raises(ValueError, match="is no report"):
        write_report(store, io.BytesIO(), ExportFormat.JSONL, Wanted())
