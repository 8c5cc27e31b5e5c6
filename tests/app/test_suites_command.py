"""Suites on the command line: listed, shown, checked and made of other files."""

import json
from pathlib import Path

import pytest

from tests.app.conftest import Run

pytestmark = pytest.mark.process

MINE = """id = "mine"
title = "Mine \\u001b[31m"
[[items]]
id = "a"
prompt = "Say hello."
look_for = "Does it greet?"
checks = [{ kind = "words", most = 3, passes = "Hello!", fails = "Hello to you, my friend." }]
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(MINE, encoding="utf-8")
    return path


def test_the_suites_that_ship_are_listed(run: Run) -> None:
    shown = run("suites", "list").stdout
    assert "first-meeting" in shown
    found = json.loads(run("suites", "list", "--json").stdout)
    assert len(found["suites"]) >= 8
    assert found["suites"][0]["id"] == "first-meeting"
    assert found["suites"][0]["path"] is None
    assert found["faults"] == []


def test_a_suite_is_shown_with_what_to_look_for_and_its_checks(run: Run) -> None:
    shown = run("suites", "show", "knows").stdout
    assert "What is 7 times 8?" in shown
    assert "checks: stops by itself; the answer is 56 or fifty-six" in shown
    found = json.loads(run("suites", "show", "sure-but-wrong", "--json").stdout)
    assert found["items"][0]["checks"][0]["check"]["kind"] == "equals"


def test_a_file_can_be_shown_and_steers_no_terminal(run: Run, mine: Path) -> None:
    shown = run("suites", "show", mine).stdout
    assert "Does it greet?" in shown
    assert "\x1b" not in shown
    assert "at most 3 words" in shown


def test_a_suite_that_is_not_there_is_answered_with_what_is(run: Run) -> None:
    done = run("suites", "show", "personalty")
    assert (done.returncode, "Did you mean personality?" in done.stderr) == (1, True)


def test_a_sound_file_passes(run: Run, mine: Path) -> None:
    done = run("suites", "check", mine)
    assert (done.returncode, "is sound: 1 prompt, 1 check." in done.stdout) == (0, True)
    assert json.loads(run("suites", "check", mine, "--json").stdout)["sound"] is True


def test_a_file_with_a_fault_fails_and_the_fault_is_named(run: Run, mine: Path) -> None:
    mine.write_text(MINE.replace("look_for", "look_fro"), encoding="utf-8")
    done = run("suites", "check", mine)
    assert done.returncode == 1
    assert "mine.toml, item 1 (a): there is no field `look_fro`." in done.stderr
    as_json = run("suites", "check", mine, "--json")
    assert (as_json.returncode, json.loads(as_json.stdout)["sound"]) == (1, False)


def test_a_check_that_belies_its_example_fails(run: Run, mine: Path) -> None:
    mine.write_text(MINE.replace("most = 3", "most = 9"), encoding="utf-8")
    done = run("suites", "check", mine)
    assert done.returncode == 1
    assert "item 1 (a), checks[0], fails: this text gives “It has 5 words; at most 9 asked for.”" in done.stderr


def test_what_is_imported_is_on_the_shelf_and_sound(run: Run, home: Path, tmp_path: Path) -> None:
    prompts = tmp_path / "My class.jsonl"
    prompts.write_text('{"question_id": 1, "category": "maths", "turns": ["1+1?", "And +1?"], "reference": []}\n')
    done = run("suites", "import", prompts)
    assert "1 prompt written to" in done.stdout
    assert "a suite has no place for it: reference" in done.stderr.replace("\n", " ")
    (listed,) = [each for each in json.loads(run("suites", "list", "--json").stdout)["suites"] if each["path"]]
    assert listed["id"] == "my-class"
    assert Path(listed["path"]) == home / "data" / "suites" / "my-class.toml"
    assert "then: And +1?" in run("suites", "show", "my-class").stdout
    again = run("suites", "import", prompts)
    assert (again.returncode, "There is a suite my-class already." in again.stderr) == (1, True)


def test_what_is_imported_to_a_file_is_only_there(run: Run, tmp_path: Path) -> None:
    prompts, suite = tmp_path / "prompts", tmp_path / "out" / "suite.toml"
    prompts.write_text("prompt;tags\nSay hello.;short\n", encoding="utf-8")
    done = run("suites", "import", prompts, "-o", suite, "--format", "csv", "--json")
    assert json.loads(done.stdout) == {
        "id": "prompts", "path": str(suite), "left_out": [], "number_of_items": 1, "number_of_checks": 0,
    }  # fmt: skip
    assert run("suites", "check", suite).returncode == 0
    assert "(yours)" not in run("suites", "list").stdout


def test_a_bad_line_is_named_and_nothing_is_written(run: Run, home: Path, tmp_path: Path) -> None:
    prompts = tmp_path / "bad.jsonl"
    prompts.write_text('{"prompt": "ok"}\n{"prompt": 5}\n', encoding="utf-8")
    done = run("suites", "import", prompts)
    assert done.returncode == 1
    assert "bad.jsonl, line 2: it should be text, not a whole number (in prompt)." in done.stderr
    assert not (home / "data" / "suites").exists()


def test_a_bad_file_among_ones_own_is_told_beside_the_list(run: Run, home: Path) -> None:
    folder = home / "data" / "suites"
    folder.mkdir(parents=True)
    (folder / "bad.toml").write_text("id = 5", encoding="utf-8")
    done = run("suites", "list")
    assert (done.returncode, "first-meeting" in done.stdout, "bad.toml" in done.stderr) == (0, True, True)
