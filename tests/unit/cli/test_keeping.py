"""Trouble with the history is one line, and the answers come all the same."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from lab.cli.keeping import Keeping
from lab.cli.talk import Talk
from lab.errors import NotEnoughDisk
from lab.records import Side
from lab.session.session import Session
from lab.storage import Store, comparisons
from tests.unit.cli.stand_ins import CONTESTANTS, PLAN, history
from tests.unit.session.stand_ins import Notes, RunnerStandIn

pytestmark = pytest.mark.usefixtures("runner")


def test_without_a_place_nothing_is_kept_and_nothing_said(capsys: pytest.CaptureFixture[str]) -> None:
    with Talk(PLAN, None) as talk:
        talk.ask("Why?", live=False)
        assert talk.kept is None
    assert capsys.readouterr() == ("", "")


def sent(keeping: Keeping) -> str:
    """Send a prompt; the id of its comparison."""
    session = Session(RunnerStandIn(), keeping.keeper, Notes())  # type: ignore[arg-type]
    session.send("Why?", CONTESTANTS)
    assert session.current is not None
    return session.current


def test_without_a_place_nothing_waits_for_one_either() -> None:
    keeping = Keeping(None)
    comparison_id = sent(keeping)
    keeping.open()
    assert keeping.keeper.waits
    assert keeping.end(comparison_id) is None
    assert not keeping.keeper.waits


def test_a_prompt_is_kept_even_if_the_program_is_ended_right_after_it(path: Path) -> None:
    keeping = Keeping(path)
    comparison_id = sent(keeping)
    keeping.open()
    keeping.close()
    ((comparison,),) = history(path)
    assert (comparison.id, comparison.prompt) == (comparison_id, "Why?")


def assert_said_once(path: Path, capsys: pytest.CaptureFixture[str], sentence: str) -> None:
    with Talk(PLAN, path) as talk:
        for _ in range(2):
            answers = talk.ask("Why?", live=False, goes_on=True)
            assert answers[Side.A].text == "The sky"
            assert talk.kept is None
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("This is not kept. ")
    assert sentence in said.err
    assert said.err.count("\n") == 1


def test_the_database_of_another_program_is_named_once(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.parent.mkdir()
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE cookies (taste TEXT)")
    raw.close()
    assert_said_once(path, capsys, "another program")


def test_a_newer_history_is_named_once(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Store(path).close()
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    assert_said_once(path, capsys, "newer version")


def test_where_no_file_can_be_made_it_is_said_once(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.parent.touch()
    assert_said_once(path, capsys, "Nothing is being kept")


def full(*_: object, **__: object) -> str:
    raise NotEnoughDisk("The disk is full.", "Free\nsome space.")


def test_a_full_disk_is_named_once(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparisons, "add", full)
    assert_said_once(path, capsys, "The disk is full. Free some space.")


def test_after_the_first_trouble_nothing_more_is_kept_though_it_is_over(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Talk(PLAN, path) as talk:
        with monkeypatch.context() as patched:
            patched.setattr(comparisons, "add", full)
            talk.ask("one", live=False)
        talk.ask("two", live=False)
        assert talk.kept is None
    assert history(path) == []
    assert capsys.readouterr().err.count("This is not kept.") == 1


def test_a_history_that_was_damaged_is_begun_anew_and_that_is_said(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.parent.mkdir()
    path.write_bytes(b"something else " * 100)
    with Talk(PLAN, path) as talk:
        talk.ask("Why?", live=False)
        assert talk.kept is not None
    assert capsys.readouterr().err.startswith("The history was damaged.")
    ((comparison,),) = history(path)
    assert comparison.prompt == "Why?"


def test_a_command_that_keeps_nothing_does_not_wait_for_the_database_library() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys, lab.cli; sys.exit('sqlalchemy' in sys.modules)"], timeout=60, check=False
    )
    assert done.returncode == 0
