"""A run is recorded by the real command, and replayed in a home that has no models."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import Run
from tests.app.environment import environment

pytestmark = pytest.mark.process

SUITE = """id = "small"
title = "A small suite"
max_tokens = 12
[[items]]
id = "sun"
prompt = "Explain the sun."
[[items]]
id = "moon"
prompt = "the moon"
turns = ["and the stars"]
"""


@pytest.fixture
def recorded(run: Run, tmp_path: Path) -> Path:
    """The demonstration's run of a suite, with a vote of Ada's."""
    suite = tmp_path / "small.toml"
    suite.write_text(SUITE)
    found = json.loads(run("run", suite, "--demo", "--seed", "3", "--json").stdout)
    assert run("vote", found["items"][0]["a"]["samples"][0]["comparison_id"], "b").returncode == 0
    path = tmp_path / "small.counterpoint"
    done = run("record", found["id"], path, "--by", "Ada", "--json")
    assert json.loads(done.stdout) == {"path": str(path), "recorded": "run", "comparisons": 3, "votes": 1}
    return path


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path) -> Run:
    """The command in a fresh home."""
    import subprocess
    import sys

    def run_there(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "lab", *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            env=environment(tmp_path / "elsewhere"),
            timeout=120,
            check=False,
        )

    return run_there


def as_json(run: Run, *arguments: str | Path) -> dict[str, Any]:
    done = run(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_it_is_printed_side_by_side_with_the_vote(recorded: Path, elsewhere: Run) -> None:
    done = elsewhere("replay", recorded, "--text")
    assert done.returncode == 0, done.stderr
    assert "by Ada. Nothing is computed here." in done.stdout
    heads = [line for line in done.stdout.splitlines() if line.startswith("A scripted base")]
    assert len(heads) == 3
    assert "B scripted chat" in heads[0]
    assert "Vote B is better · by Ada" in done.stdout
    assert "scripted (no model)" in done.stdout


def test_answers_and_votes_are_in_the_history_there(recorded: Path, elsewhere: Run, run: Run) -> None:
    found = as_json(elsewhere, "replay", recorded)
    assert (found["added"]["comparison"], found["added"]["vote"], found["by"]) == (3, 1, "Ada")
    (part,) = found["parts"]
    assert [each["prompt"] for each in part["comparisons"]] == ["Explain the sun.", "the moon", "and the stars"]
    comparison = part["comparisons"][0]
    there, here = as_json(elsewhere, "show", comparison["id"]), as_json(run, "show", comparison["id"])
    assert there["a"]["token_ids"] == here["a"]["token_ids"]
    (vote,) = there["votes"]
    assert (vote["choice"], vote["rater"]) == ("b", next(iter(found["raters"].values())))
    assert vote["rater"] == "Ada (recorded)"
    assert here["votes"][0]["rater"] == "me"
    (listed,) = json.loads(elsewhere("runs", "list", "--json").stdout)
    assert listed["id"] == found["run_id"]


def test_one_votes_there_and_that_is_a_vote_of_its_own(recorded: Path, elsewhere: Run) -> None:
    first = as_json(elsewhere, "replay", recorded)
    comparison_id = first["parts"][0]["comparisons"][0]["id"]
    assert elsewhere("vote", comparison_id, "a").returncode == 0
    again = as_json(elsewhere, "replay", recorded)
    assert not any(again["added"].values())
    votes = again["parts"][0]["comparisons"][0]["votes"]
    assert sorted((vote["rater"], vote["choice"]) for vote in votes) == [("Ada (recorded)", "b"), ("me", "a")]


def test_the_list_takes_nothing_in(recorded: Path, elsewhere: Run) -> None:
    done = elsewhere("replay", recorded, "--list")
    assert "A small suite  run" in done.stdout
    assert as_json(elsewhere, "replay", recorded, "--list")["run_id"]
    assert "Nothing has been kept yet" in elsewhere("history").stdout


def test_a_recording_without_votes_has_none(recorded: Path, run: Run, elsewhere: Run) -> None:
    run_id = as_json(run, "replay", recorded, "--list")["run_id"]
    done = run("record", run_id, recorded.with_suffix(""), "--no-votes")
    assert "with 3 pairs of answers and 0 votes" in done.stdout
    assert as_json(elsewhere, "replay", recorded)["added"]["vote"] == 0


def test_what_can_not_be_recorded_or_replayed_is_said(recorded: Path, run: Run, elsewhere: Run, tmp_path: Path) -> None:
    nothing = run("record", "no-such-thing", tmp_path / "x")
    assert (nothing.returncode, "no lesson and no run" in nothing.stderr) == (1, True)
    never = run("record", "people-choose", tmp_path / "x")
    assert (never.returncode, "There is nothing to record." in never.stderr) == (1, True)
    cut = tmp_path / "cut.counterpoint"
    cut.write_bytes(recorded.read_bytes()[:-40])
    done = elsewhere("replay", cut)
    assert (done.returncode, "cut.counterpoint is damaged or cut off." in done.stderr) == (1, True)
    assert "Traceback" not in done.stderr


def test_a_terminal_is_not_steered_by_what_is_in_it(recorded: Path, elsewhere: Run) -> None:
    with zipfile.ZipFile(recorded) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["recording.json"] = files["recording.json"].replace(b'"Ada"', b'"Ada\\u001b[31m"')
    with zipfile.ZipFile(recorded, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    assert "\x1b" not in elsewhere("replay", recorded, "--text").stdout
