"""Lessons on the command line: listed, shown and checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lab.cli.lessons import app
from lab.lessons.faults import BadLesson
from tests.unit.lessons.test_reading import WHOLE


def said(*words: str) -> str:
    """What a command prints; whatever it raises is raised."""
    result = CliRunner().invoke(app, list(words), catch_exceptions=False)
    return result.output


def test_the_lessons_that_ship_are_listed(home: Path) -> None:
    found = json.loads(said("list", "--json"))
    assert len(found["lessons"]) >= 6
    assert found["lessons"][0]["id"] == "base-against-assistant"
    assert found["faults"] == []
    assert "base-against-assistant" in said("list")


def test_a_lesson_is_shown_step_by_step(home: Path) -> None:
    shown = said("show", "people")
    assert "1. A taste test" in shown
    assert "Run: “How can I sleep better?”" in shown
    steps = json.loads(said("show", "people", "--json"))["steps"]
    assert [step["kind"] for step in steps[:5]] == ["read", "predict", "run", "vote", "reveal"]
    assert steps[2]["act"]["blind"] is True


def test_a_lesson_is_checked(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    path.write_text(WHOLE)
    assert said("check", str(path)).strip() == "Mine is sound: 6 steps."


def test_a_fault_is_named_with_its_line(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    path.write_text(WHOLE.replace("blind = true", "blnd = true"))
    with pytest.raises(BadLesson, match=r"mine.md, line 29: run: there is no field `blnd`"):
        said("check", str(path))
    found = json.loads(said("check", str(path), "--json"))
    assert found["sound"] is False


def test_a_suite_that_is_not_there_is_a_fault(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    path.write_text(WHOLE.replace('prompts = ["Say hello."]', 'suite = "nowhere"\nitems = ["x"]'))
    result = CliRunner().invoke(app, ["check", str(path), "--json"])
    assert result.exit_code == 1
    assert json.loads(result.output)["faults"] == ["line 21: There is no suite 'nowhere'."]


def test_a_lesson_in_another_language_is_checked_against_the_one_that_it_says_in_other_words(
    home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "fr" / "mine.md"
    path.parent.mkdir()
    (tmp_path / "mine.md").write_text(WHOLE)
    path.write_text(WHOLE.replace("# Mine", "# À moi"), encoding="utf-8")
    assert said("check", str(path)).strip() == "À moi is sound: 6 steps."
    path.write_text(WHOLE.replace("Say hello.", "Dis bonjour."), encoding="utf-8")
    with pytest.raises(BadLesson, match=r"fr/mine\.md is not mine\.md in other words: in step 3, “run” differs"):
        said("check", str(path))
