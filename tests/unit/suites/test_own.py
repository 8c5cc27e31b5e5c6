"""Suites of one's own are saved so that none is lost by accident."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import msgspec
import pytest

from lab.errors import LabError, NotEnoughDisk
from lab.suites import own as own_suites
from lab.suites.faults import BadSuite
from lab.suites.own import ChangedElsewhere, put_back, read_own_suite, save_new, save_over
from lab.suites.reading import read_suite
from lab.suites.shelf import shelf, shipped_suites
from lab.suites.suite import MOST_PROMPT_CHARACTERS, Item, Suite

MINE = Suite(id="x", title="Capitals of Europe!", items=(Item(id="p1", prompt="What is the capital of France?"),))


def changed(prompt: str) -> Suite:
    return msgspec.structs.replace(MINE, items=(Item(id="p1", prompt=prompt),))


def test_a_new_suite_is_named_after_its_title(tmp_path: Path) -> None:
    own = save_new(tmp_path / "suites", MINE)
    assert own.path == tmp_path / "suites" / "capitals-of-europe.toml"
    assert own.suite.id == "capitals-of-europe"
    assert read_suite(own.path) == own.suite
    assert shelf(tmp_path / "suites").find("capitals").path == own.path


def test_no_suite_takes_the_place_of_another(tmp_path: Path) -> None:
    first = save_new(tmp_path, MINE)
    second = save_new(tmp_path, changed("What is the capital of Spain?"))
    assert second.suite.id == "capitals-of-europe-2"
    assert read_suite(first.path) == first.suite
    of_a_shipped_one = save_new(tmp_path, msgspec.structs.replace(MINE, title=shipped_suites()[0].title))
    assert of_a_shipped_one.suite.id == f"{shipped_suites()[0].id}-2"


def test_a_file_that_can_not_be_read_keeps_its_place(tmp_path: Path) -> None:
    broken = tmp_path / "capitals-of-europe.toml"
    broken.write_text("nonsense")
    assert save_new(tmp_path, MINE).suite.id == "capitals-of-europe-2"
    assert broken.read_text() == "nonsense"


@pytest.mark.parametrize(
    ("title", "id_"), [("CON", "suite-con"), ("日本", "prompts"), ("..", "prompts"), ("x" * 90, "x" * 64)]
)
def test_any_title_makes_a_name_that_a_file_may_have(tmp_path: Path, title: str, id_: str) -> None:
    first = save_new(tmp_path, msgspec.structs.replace(MINE, title=title))
    second = save_new(tmp_path, msgspec.structs.replace(MINE, title=title))
    assert first.suite.id == id_
    assert second.suite.id.endswith("-2")
    assert len(second.suite.id) <= 64


def test_saving_over_keeps_the_id_and_the_comments(tmp_path: Path) -> None:
    path = tmp_path / "other-name.toml"
    path.write_text('# mine\nid = "mine"\ntitle = "Mine"\n[[items]]\nid = "p1"\nprompt = "x"\n')
    saved = save_over(read_own_suite(path), changed("y"))
    assert saved.suite.id == "mine"
    assert saved.path == path
    assert path.read_text().startswith("# mine")
    assert read_suite(path) == saved.suite
    again = save_over(saved, changed("z"))
    assert read_suite(path).items == again.suite.items


def test_what_somebody_else_wrote_meanwhile_is_not_lost(tmp_path: Path) -> None:
    own = save_new(tmp_path, MINE)
    own.path.write_bytes(own.data + b"# by hand\n")
    with pytest.raises(ChangedElsewhere, match="changed by another program"):
        save_over(own, changed("y"))
    assert own.path.read_bytes() == own.data + b"# by hand\n"


def test_a_file_that_is_gone_is_written_anew(tmp_path: Path) -> None:
    own = save_new(tmp_path, MINE)
    own.path.unlink()
    save_over(own, changed("y"))
    assert read_suite(own.path).items[0].prompt == "y"


def test_a_suite_that_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    long = "x" * MOST_PROMPT_CHARACTERS
    huge = msgspec.structs.replace(MINE, items=tuple(Item(id=f"p{n}", prompt=long) for n in range(90)))
    with pytest.raises(BadSuite, match="larger than 8 MB"):
        save_new(tmp_path, huge)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="permissions don't hold here")
def test_a_folder_that_takes_nothing_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(NotEnoughDisk, match="can't be written"):
            save_new(tmp_path, MINE)
    finally:
        tmp_path.chmod(0o700)


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "suites").write_text("")
    with pytest.raises(NotEnoughDisk, match="can't be written"):
        save_new(tmp_path / "suites", MINE)


def test_there_are_no_more_files_than_the_shelf_looks_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_suites, "MOST_FILES", 1)
    save_new(tmp_path, MINE)
    with pytest.raises(LabError, match="There are 1 suites"):
        save_new(tmp_path, MINE)


def test_a_deleted_suite_comes_back_unless_its_place_is_taken(tmp_path: Path) -> None:
    own = save_new(tmp_path, MINE)
    own.path.unlink()
    assert put_back(own) == own
    assert own.path.read_bytes() == own.data
    with pytest.raises(LabError, match="is there now"):
        put_back(own)
