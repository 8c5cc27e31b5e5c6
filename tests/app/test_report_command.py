"""A report by the real command."""

import json
from pathlib import Path

import pytest

from lab.records import Kind
from lab.results import measures
from lab.storage import Store
from tests.app.conftest import Run
from tests.unit.report.documents import Page
from tests.unit.results.casting import player, voted

pytestmark = pytest.mark.process

ANN, BOB = player("ann", kind=Kind.CHAT), player("bob")


@pytest.fixture
def history(home: Path) -> Path:
    path = home / "data" / "history.db"
    with Store(path) as store:
        voted(store, ANN, BOB, "aaaaaaaaaaaaaaaaaaaaaa=", blind=True)
        voted(store, ANN, BOB, "b-", rater="Ada")
    return path


def test_a_report_is_written_to_a_file_and_what_it_needs_is_measured(run: Run, history: Path, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    done = run("export", "report-html", "-o", path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "A report on 25 comparisons written to" in done.stderr
    assert "ann is better than bob in these votes" in Page(path.read_text(encoding="utf-8")).text
    with Store(history) as store:
        assert measures.read(store).missing == ()
    told = json.loads(run("export", "report-html", "-o", path, "--json").stdout)
    assert told == {"format": "report-html", "path": str(path), "comparisons": 25}


def test_filters_narrow_it(run: Run, history: Path) -> None:
    everything = run("export", "report-md").stdout
    assert everything.startswith("# What the votes say\n")
    assert "25 votes" in everything
    assert "23 votes" in run("export", "report-md", "--blind").stdout
    ada = run("export", "report-md", "--rater", "Ada").stdout
    assert "2 votes" in ada
    assert "Only what this rater thought: `Ada`." in ada
    session_id = json.loads(run("history", "--json").stdout)[0]["session_id"]
    assert "1 comparison, " in run("export", "report-md", "--session", session_id).stdout


def test_a_report_needs_a_history_but_no_votes(run: Run, home: Path) -> None:
    refused = run("export", "report-md")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "Nothing has been kept yet." in refused.stderr
    Store(home / "data" / "history.db").close()
    done = run("export", "report-md")
    assert done.returncode == 0, done.stderr
    assert "**There are no votes yet.**" in done.stdout


def test_options_of_training_pairs_are_refused(run: Run, history: Path) -> None:
    done = run("export", "report-html", "--ties")
    assert done.returncode == 2
    assert "are for trl" in " ".join(done.stderr.split())
