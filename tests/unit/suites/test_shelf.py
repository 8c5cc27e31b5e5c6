"""The suites that ship and the user's own stand on one shelf; a bad file spoils none of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from lab.suites.faults import SuiteNotFound
from lab.suites.shelf import shelf, shipped_suites

MINE = 'id = "{}"\ntitle = "Mine"\n[[items]]\nid = "a"\nprompt = "Say hello."\n'


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_folder_there_are_those_that_ship(tmp_path: Path) -> None:
    found = shelf(tmp_path / "nothing")
    assert [each.suite for each in found.suites] == list(shipped_suites())
    assert found.faults == ()
    assert not (tmp_path / "nothing").exists()


def test_the_users_own_follow_by_their_files_names(tmp_path: Path) -> None:
    folder = tmp_path / "suites"
    second, first = write(folder, "b.toml", MINE.format("zebra")), write(folder, "a.toml", MINE.format("mine"))
    write(folder, "notes.txt", "not a suite")
    own = [each for each in shelf(folder).suites if each.path]
    assert [(each.suite.id, each.path) for each in own] == [("mine", first), ("zebra", second)]


def test_a_bad_file_is_told_and_the_others_are_there(tmp_path: Path) -> None:
    folder = tmp_path / "suites"
    write(folder, "bad.toml", MINE.format("bad").replace("prompt", "promt"))
    write(folder, "good.toml", MINE.format("good"))
    (folder / "folder.toml").mkdir()
    found = shelf(folder)
    assert found.find("good").suite.title == "Mine"
    assert len(found.faults) == 2
    assert "bad.toml, item 1 (a): there is no field `promt`" in found.faults[0].message


def test_an_id_belongs_to_who_had_it_first(tmp_path: Path) -> None:
    folder = tmp_path / "suites"
    write(folder, "a.toml", MINE.format("first-meeting"))
    write(folder, "b.toml", MINE.format("mine"))
    write(folder, "c.toml", MINE.format("mine"))
    said = [fault.message for fault in shelf(folder).faults]
    assert said == [
        "a.toml: the id first-meeting is that of one that ships with the program.",
        "c.toml: the id mine is that of b.toml.",
    ]


@pytest.mark.parametrize("name", ["personality", "PERSONALITY", "pers", "knows"])
def test_a_suite_is_found_by_its_id_or_a_beginning(name: str, tmp_path: Path) -> None:
    assert shelf(tmp_path).find(name).suite.id.startswith(name.lower())


@pytest.mark.parametrize(
    ("name", "hint"),
    [("s", "same-question-five-times, style-and-format, sure-but-wrong"), ("personalty", "Did you mean personality?"),
     ("", "There are: first-meeting"), ("zzz", "There are: first-meeting")],
)  # fmt: skip
def test_a_suite_that_is_not_there_is_answered_with_what_is(name: str, hint: str, tmp_path: Path) -> None:
    with pytest.raises(SuiteNotFound) as caught:
        shelf(tmp_path).find(name)
    assert hint in caught.value.hint
