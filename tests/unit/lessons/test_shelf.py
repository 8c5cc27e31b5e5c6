"""The lessons that ship and the user's own stand on one shelf; a bad file spoils none of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from lab.lessons.faults import LessonNotFound
from lab.lessons.shelf import lesson_shelf, shipped_lessons

MINE = '# Mine\n\n```lesson\nid = "{}"\nshows = "Something."\n```\n\n## Read\n\nText.\n'


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_folder_there_are_those_that_ship(tmp_path: Path) -> None:
    found = lesson_shelf(tmp_path / "nothing")
    assert [each.lesson for each in found.lessons] == list(shipped_lessons())
    assert not (tmp_path / "nothing").exists()


def test_the_users_own_follow_by_their_files_names(tmp_path: Path) -> None:
    folder = tmp_path / "lessons"
    second, first = write(folder, "b.md", MINE.format("zebra")), write(folder, "a.md", MINE.format("mine"))
    write(folder, "notes.txt", "no lesson")
    own = [(each.lesson.id, each.path) for each in lesson_shelf(folder).lessons if each.path]
    assert own == [("mine", first), ("zebra", second)]


def test_a_bad_file_is_told_and_the_others_are_there(tmp_path: Path) -> None:
    folder = tmp_path / "lessons"
    write(folder, "bad.md", MINE.format("bad").replace("shows", "show"))
    write(folder, "good.md", MINE.format("good"))
    (folder / "folder.md").mkdir()
    found = lesson_shelf(folder)
    assert found.find("good").lesson.title == "Mine"
    assert len(found.faults) == 2
    assert found.faults[0].message == "bad.md, line 5: lesson: there is no field `show`."


def test_an_id_belongs_to_who_had_it_first(tmp_path: Path) -> None:
    folder = tmp_path / "lessons"
    write(folder, "a.md", MINE.format("people-choose"))
    write(folder, "b.md", MINE.format("mine"))
    write(folder, "c.md", MINE.format("mine"))
    assert [fault.message for fault in lesson_shelf(folder).faults] == [
        "a.md: the id people-choose is that of one that ships with the program.",
        "c.md: the id mine is that of b.md.",
    ]


def test_a_lesson_is_found_by_a_beginning_of_its_id(tmp_path: Path) -> None:
    assert lesson_shelf(tmp_path).find("PEOPLE").lesson.id == "people-choose"


@pytest.mark.parametrize(
    ("name", "hint"),
    [("peeple-choose", "Did you mean people-choose?"), ("p", "people-choose"), ("zzz", "There are:")],
)
def test_a_lesson_that_is_not_there_is_answered_with_what_is(name: str, hint: str, tmp_path: Path) -> None:
    with pytest.raises(LessonNotFound) as caught:
        lesson_shelf(tmp_path).find(name)
    assert hint in caught.value.hint
