"""Who has wanted to see a run stays known, and a damaged file does no harm."""

from __future__ import annotations

from pathlib import Path

from lab.runs.opened import OpenedFile


def test_nothing_is_open_before_somebody_wants_it(tmp_path: Path) -> None:
    opened = OpenedFile(tmp_path / "voting.json")
    assert not opened.is_open("run", "me")
    opened.set_open("run", "me", False)
    assert not (tmp_path / "voting.json").exists()


def test_what_was_opened_stays_open_for_that_rater_and_that_run(tmp_path: Path) -> None:
    OpenedFile(tmp_path / "voting.json").set_open("run", "Ada", True)
    again = OpenedFile(tmp_path / "voting.json")
    assert again.is_open("run", "Ada")
    assert not again.is_open("run", "me")
    assert not again.is_open("other", "Ada")


def test_two_windows_dont_undo_each_other(tmp_path: Path) -> None:
    one, other = (OpenedFile(tmp_path / "voting.json") for _ in range(2))
    one.set_open("run", "me", True)
    other.set_open("run", "Ada", True)
    again = OpenedFile(tmp_path / "voting.json")
    assert again.is_open("run", "me")
    assert again.is_open("run", "Ada")
    again.set_open("run", "me", False)
    assert not OpenedFile(tmp_path / "voting.json").is_open("run", "me")


def test_a_damaged_file_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "voting.json"
    path.write_text('{"run": ["me"', encoding="utf-8")
    opened = OpenedFile(path)
    assert not opened.is_open("run", "me")
    opened.set_open("run", "me", True)
    assert OpenedFile(path).is_open("run", "me")


def test_where_nothing_can_be_written_it_holds_while_the_program_runs(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    opened = OpenedFile(tmp_path / "file" / "voting.json")
    opened.set_open("run", "me", True)
    assert opened.is_open("run", "me")


def test_what_makes_no_sense_is_nothing(tmp_path: Path) -> None:
    path = tmp_path / "voting.json"
    path.write_text('{"run": "me", "other": [1, "me"]}', encoding="utf-8")
    assert not OpenedFile(path).is_open("run", "me")
    assert OpenedFile(path).is_open("other", "me")
