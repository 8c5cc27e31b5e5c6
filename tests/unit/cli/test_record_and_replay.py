"""A lesson is recorded and printed by the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lab.cli.record import record
from lab.cli.replay import replay
from lab.errors import LabError
from lab.lessons.progress_file import ProgressFile
from lab.settings import folders
from lab.storage import Store
from tests.unit.recording.making import LESSON, taken


@pytest.fixture
def file(home: Path, tmp_path: Path) -> Path:
    """The learner Ada has taken the lesson in this home; its recording."""
    folder = folders().data / "lessons"
    folder.mkdir(parents=True)
    (folder / "small.md").write_text(LESSON)
    with Store(folders().history) as store:
        progress = taken(store)
    ProgressFile(folders().data / "lessons.json").change("Ada", "small", lambda _none: progress)
    return tmp_path / "small.counterpoint"


def test_whose_lesson_it_is_can_be_said(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(LabError, match="nothing to record"):
        record("small", file)
    record("small", file, rater="Ada")
    assert "The lesson with 2 pairs of answers and 2 votes written to" in " ".join(capsys.readouterr().out.split())
    replay(file, list_=True, json=True)
    assert json.loads(capsys.readouterr().out)["by"] == "Ada"


def test_a_lesson_is_printed_step_by_step(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    record("small", file, rater="Ada", notes=True)
    monkeypatch.setenv("COUNTERPOINT_HOME", str(tmp_path / "elsewhere"))
    capsys.readouterr()
    replay(file)
    shown = capsys.readouterr().out
    assert "2. Try" in shown
    assert shown.index("> One?") < shown.index("> Two?")
    assert "Vote Tie · by Bo" in shown
    assert "A: correct" in shown
    assert "Note a secret thought" in shown
    replay(file, json=True)
    found = json.loads(capsys.readouterr().out)
    assert [each["prompt"] for each in found["parts"][0]["comparisons"]] == ["One?", "Two?"]
    assert found["lesson_id"] == "small"


def test_what_is_in_it_is_told_without_taking_it_in(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    record("small", file, rater="Ada", by="Ms Adams")
    monkeypatch.setenv("COUNTERPOINT_HOME", str(tmp_path / "elsewhere"))
    capsys.readouterr()
    replay(file, list_=True)
    shown = capsys.readouterr().out
    assert "by Ms Adams." in shown
    assert "2. Try: 2 pairs of answers" in shown
    assert not folders().history.exists()
