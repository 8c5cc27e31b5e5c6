"""A report is in the language of whoever writes it, every word of it but what models and people wrote."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from lab.storage import Store
from tests.unit.report.documents import Page, html
from tests.unit.results.casting import player, voted

ROOT = Path(__file__).parents[3]
_TRANSLATED = re.compile("⟦[^⟦⟧]*⟧")
_WORD = re.compile(r"[^\W\d_]{2,}")


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    subprocess.run(
        [sys.executable, "-m", "tests.unit.report.another_language", folder], cwd=ROOT, check=True, timeout=120
    )
    return folder


def left(text: str) -> set[str]:
    """The words that stand in no brackets."""
    while (less := _TRANSLATED.sub(" ", text)) != text:
        text = less
    return set(_WORD.findall(text))


@pytest.mark.parametrize("kind", ["html", "md"])
def test_every_word_is_translated_but_names_and_what_was_written(reports: Path, kind: str) -> None:
    text = (reports / f"report.{kind}").read_text(encoding="utf-8")
    page = Page(text) if kind == "html" else None
    names = {"Counterpoint", "UTC", "BASE", "CHAT", "UNSURE", "ann", "bob", "cleo", "Ada"}
    written = {"Why", "One", "Another", "answer", "Zzz", "inf"} | ({"text"} if page is None else set())
    assert left(page.text if page else text) <= names | written
    assert "⟦⟦temperature⟧ 0,1, ⟦mirostat⟧ ⟦on⟧⟧" in text  # a contestant by what sets it apart
    for heading in ("Standings", "Personality", "Examples", "Where the answers come from"):
        assert f"⟦{heading}⟧" in text


@pytest.mark.parametrize("kind", ["html", "md"])
def test_the_report_of_an_empty_history_is_translated_too(reports: Path, kind: str) -> None:
    text = (reports / f"empty.{kind}").read_text(encoding="utf-8")
    assert left(Page(text).text if kind == "html" else text) == {"Counterpoint", "UTC"}


def test_what_a_screen_reader_says_is_translated(reports: Path) -> None:
    page = Page((reports / "report.html").read_text(encoding="utf-8"))
    said = {value for _, name, value in page.attributes if name in ("aria-label", "data-name", "title", "alt")}
    assert len(said) >= 4
    assert left(" ".join(said)) == set()


def test_a_page_says_in_which_language_it_is(store: Store, reports: Path) -> None:
    voted(store, player("ann"), player("bob"), "a")
    translated = (reports / "report.html").read_text(encoding="utf-8")
    assert ("html", "lang", "fr") in Page(translated).attributes
    assert ("html", "lang", "en") in Page(html(store)).attributes
