"""The history goes out and in by the real command."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import Run
from tests.app.terminal import Terminal

pytestmark = pytest.mark.process


@pytest.fixture
def voted(run: Run) -> list[str]:
    """Two comparisons of one conversation, the second with a vote; their ids."""
    done = run("compare", "--demo", "--json", "--max-tokens", "8", stdin=b"=Why?\nHow?\n")
    assert done.returncode == 0, done.stderr
    ids = [json.loads(line)["id"] for line in done.stdout.splitlines()]
    assert run("vote", ids[1], "b", "--reason-b", "clear", "--note", "of mine").returncode == 0
    return ids


def assert_refused(done: Any, sentence: str, code: int = 1) -> None:
    said = " ".join(done.stderr.split())
    assert done.returncode == code, said
    assert sentence in said
    assert "Traceback" not in said
    assert done.stdout == ""


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def kinds(text: str) -> list[str]:
    return [line["type"] for line in lines(text)]


def test_what_is_taken_out_comes_in_on_another_computer(run: Run, home: Path, tmp_path: Path, voted: list[str]) -> None:
    path = tmp_path / "out.jsonl"
    out = run("export", "jsonl", "-o", path)
    assert (out.returncode, out.stdout) == (0, "")
    assert "2 comparisons written" in out.stderr
    assert run("export", "jsonl").stdout == path.read_text(encoding="utf-8")
    shutil.rmtree(home)  # now it is another computer
    done = run("import", path)
    assert done.returncode == 0, done.stderr
    assert "Taken in: 1 session, 2 comparisons, 4 answers, 1 vote, 1 note." in done.stdout
    assert run("export", "jsonl").stdout == path.read_text(encoding="utf-8")
    shown = json.loads(run("show", voted[1], "--json").stdout)
    assert shown["votes"][0]["rater"].startswith("me@")
    again = run("import", path)
    assert "Nothing in it was new." in again.stdout
    assert "before-import" in again.stderr
    (backup,) = (home / "data" / "history-backups").glob("*before-import.db")
    assert backup.is_file()


def test_json_tells_what_was_done(run: Run, tmp_path: Path, voted: list[str]) -> None:
    path = tmp_path / "out.jsonl"
    wrote = json.loads(run("export", "jsonl", "-o", path, "--json").stdout)
    assert wrote == {"format": "jsonl", "path": str(path), "comparisons": 2}
    took = json.loads(run("import", path, "--json").stdout)
    assert took["added"]["vote"] == 0
    assert (took["known"]["comparison"], took["known"]["vote"]) == (2, 1)
    assert list(took["raters"].values()) == ["me"]
    assert took["conflicts"] == []
    assert Path(took["backup"]).is_file()


def test_every_format_goes_to_standard_output(run: Run, voted: list[str]) -> None:
    votes = list(csv.DictReader(io.StringIO(run("export", "votes-csv").stdout.removeprefix("\ufeff"))))
    assert [(row["comparison_id"], row["choice"]) for row in votes] == [(voted[1], "b")]
    comparisons = list(csv.DictReader(io.StringIO(run("export", "comparisons-csv").stdout.removeprefix("\ufeff"))))
    assert [row["prompt"] for row in comparisons] == ["'=Why?", "How?"]
    (pair,) = lines(run("export", "trl").stdout)
    assert list(pair) == ["prompt", "chosen", "rejected"]
    (battle,) = json.loads(run("export", "lmarena").stdout)
    assert (battle["winner"], battle["model_a"], battle["anony"]) == ("model_b", "scripted base", False)


def test_a_part_may_be_taken_out(run: Run, voted: list[str]) -> None:
    session_id = json.loads(run("history", "--json").stdout)[0]["session_id"]
    other = json.loads(run("compare", "Another?", "--demo", "--json", "--max-tokens", "3").stdout)["id"]
    assert run("vote", other, "tie").returncode == 0
    assert kinds(run("export", "jsonl", "--session", session_id[:10]).stdout).count("comparison") == 2
    assert kinds(run("export", "jsonl", "--rater", "me").stdout).count("vote") == 2
    assert kinds(run("export", "jsonl", "--blind").stdout) == ["counterpoint", "end"]
    nothing = run("export", "trl", "--blind")
    assert (nothing.returncode, nothing.stdout) == (0, "")
    assert "There is nothing of that kind." in nothing.stderr
    assert len(lines(run("export", "trl", "--ties").stdout)) == 3


def test_what_can_not_be_meant_is_refused_in_a_sentence(run: Run, home: Path, tmp_path: Path, voted: list[str]) -> None:
    assert_refused(run("export", "pdf"), "votes-csv", code=2)
    assert_refused(run("export", "jsonl", "--json"), "--json needs -o", code=2)
    assert_refused(run("export", "jsonl", "--ties"), "are for trl", code=2)
    assert_refused(run("export", "jsonl", "--rater", "Ada"), "Nobody called “Ada” has voted.")
    assert_refused(run("export", "jsonl", "--session", "zz"), "No session has an id that begins with “zz”.")
    assert_refused(run("export", "jsonl", "-o", tmp_path), "is a folder")
    assert_refused(run("export", "jsonl", "-o", tmp_path / "no" / "out.jsonl"), "can't be written")
    if hasattr(os, "mkfifo"):  # a root that writes to /dev/null must not lose it
        os.mkfifo(tmp_path / "pipe")
        assert_refused(run("export", "jsonl", "-o", tmp_path / "pipe"), "is no ordinary file")
        assert (tmp_path / "pipe").is_fifo()
    history = home / "data" / "history.db"
    assert_refused(run("export", "jsonl", "-o", history), "is the history itself")
    assert len(json.loads(run("history", "--json").stdout)) == 2
    assert_refused(run("import", tmp_path / "nowhere.jsonl"), "There is no file")
    assert_refused(run("import", history), "line 1: this is not a history of Counterpoint.")
    assert list((home / "data").glob("history-backups/*before-import*")) == []


def test_a_part_that_fails_leaves_no_file(run: Run, tmp_path: Path, voted: list[str]) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old", encoding="utf-8")
    assert_refused(run("export", "jsonl", "-o", path, "--rater", "Ada"), "Nobody called")
    assert path.read_text(encoding="utf-8") == "old"
    assert [each for each in tmp_path.iterdir() if each.suffix == ".new"] == []


def test_a_file_that_is_cut_off_takes_nothing_in(run: Run, home: Path, tmp_path: Path, voted: list[str]) -> None:
    path = tmp_path / "out.jsonl"
    run("export", "jsonl", "-o", path)
    path.write_bytes(path.read_bytes()[:-30])
    shutil.rmtree(home)
    done = run("import", path)
    assert_refused(done, "out.jsonl, line 13: the file is cut off here.")
    assert not (home / "data" / "history.db").exists()


def test_what_differs_is_told_and_escape_codes_are_shown(run: Run, tmp_path: Path, voted: list[str]) -> None:
    text = run("export", "jsonl").stdout
    hostile = [json.loads(line) for line in text.splitlines()]
    for line in hostile:
        if line["type"] == "comparison" and line["prompt"] == "How?":
            line["prompt"] = "\x1b[2J"
        if line["type"] == "rater":
            line["name"] = "\x1b[2J"
        if "rater" in line:
            line["rater"] = "\x1b[2J"
    path = tmp_path / "hostile.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in hostile), encoding="utf-8")
    done = run("import", path)
    assert done.returncode == 0, done.stderr
    assert f"the comparison {voted[1]} is another one here" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr


def test_before_anything_was_kept_there_is_nothing_to_take_out(run: Run, home: Path) -> None:
    assert_refused(run("export", "jsonl"), "Nothing has been kept yet.")
    assert not home.exists()


def test_a_history_that_can_only_be_read_goes_out_but_takes_nothing_in(
    run: Run, home: Path, tmp_path: Path, voted: list[str]
) -> None:
    path = tmp_path / "out.jsonl"
    run("export", "jsonl", "-o", path)
    with sqlite3.connect(home / "data" / "history.db") as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")  # as a newer version leaves it
    raw.close()
    assert run("export", "jsonl").stdout == path.read_text(encoding="utf-8")
    done = run("import", path)
    assert done.returncode == 1
    assert "newer version" in done.stderr


def test_in_a_terminal_a_file_is_written_with_words(
    terminal: Callable[..., Terminal], home: Path, tmp_path: Path, voted: list[str]
) -> None:
    path = tmp_path / "out.jsonl"
    opened = terminal("export", "jsonl", "-o", path)
    opened.until(lambda screen: "written to" in screen)
    assert opened.process.wait(timeout=60) == os.EX_OK
    assert path.is_file()
