"""A lesson in another language has the same steps, so that progress and votes are shared."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from lab.lessons.faults import BadLesson
from lab.lessons.lesson import Lesson
from lab.lessons.reading import parse_lesson
from lab.lessons.shelf import lesson_shelf, shipped_lessons
from lab.lessons.variants import original_of, read_variant, told_differently
from tests.unit.languages import speaking
from tests.unit.lessons.test_reading import WHOLE

ENGLISH = shipped_lessons()
with speaking("fr"):
    FRENCH = shipped_lessons()
PAIRS = pytest.mark.parametrize(("lesson", "french"), list(zip(ENGLISH, FRENCH, strict=True)), ids=lambda each: each.id)
MINE = parse_lesson(WHOLE.encode(), "mine.md")


@PAIRS
def test_a_french_lesson_has_the_same_steps_in_other_words(lesson: Lesson, french: Lesson) -> None:
    assert told_differently(lesson, french) == ""
    assert french.head.minutes == lesson.head.minutes
    assert french.head.shows != lesson.head.shows
    assert bool(french.head.for_whom) == bool(lesson.head.for_whom)
    for step, other in zip(lesson.steps, french.steps, strict=True):
        assert other.title != step.title
        assert bool(other.after) == bool(step.after)


@PAIRS
def test_a_french_lesson_has_the_spaces_of_french(lesson: Lesson, french: Lesson) -> None:
    text = "\n".join([french.head.shows, *(f"{step.before}\n{step.after}" for step in french.steps)])
    assert [mark for mark in (" :", " ;", " !", " ?", "« ", " »") if mark in text] == []
    assert "«" not in lesson.head.shows


def test_the_lessons_that_ship_are_in_the_language_that_is_spoken(tmp_path: Path) -> None:
    with speaking("fr"):
        assert lesson_shelf(tmp_path).find("people-choose").lesson.title == "Les gens choisissent"
    with speaking("xx"):
        assert lesson_shelf(tmp_path).find("people-choose").lesson.title == "People choose"
    assert lesson_shelf(tmp_path).find("people-choose").lesson.title == "People choose"


def test_there_is_no_french_file_that_is_of_no_lesson() -> None:
    folder = files("resources") / "lessons"
    english = {each.name for each in folder.iterdir() if each.name.endswith(".md")}
    assert {each.name for each in (folder / "fr").iterdir()} == english


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of the user's with one lesson."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "mine.md").write_text(WHOLE, encoding="utf-8")
    return tmp_path


def test_a_users_lesson_may_have_a_variant_too(own: Path) -> None:
    (own / "fr" / "mine.md").write_text(WHOLE.replace(f"# {MINE.title}", "# À moi", 1), encoding="utf-8")
    assert lesson_shelf(own).find(MINE.id).lesson.title == MINE.title
    with speaking("fr"):
        found = lesson_shelf(own)
        assert found.find(MINE.id).lesson.title == "À moi"
        assert found.find(MINE.id).path == own / "mine.md"
        assert found.faults == ()


def test_a_bad_variant_is_told_and_the_lesson_is_there_as_it_is(own: Path) -> None:
    (own / "fr" / "mine.md").write_text("no lesson", encoding="utf-8")
    with speaking("fr"):
        found = lesson_shelf(own)
    assert found.find(MINE.id).lesson.title == MINE.title
    assert [fault.message for fault in found.faults] == ["fr/mine.md, line 1: a lesson begins with its title."]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "mine"', 'id = "other"', "its id is other, not mine."),
        ("## Think", "## More\n\nText.\n\n## Think", "step 6 is “read”, not “question”."),
        ("## Read\n", "## Read\n\nText.\n\n## Read\n", "step 2 is “read”, not “predict”."),
        ("\n## Think", "\n## Again\n\n```reveal\n```\n\n## Think", "step 6 is “reveal”, not “question”."),
        ('why = "No."\n', 'why = "Non."\nright = true\n', "in step 6, “question” differs in more than words."),
        ('"This", "That"', '"Ceci", "Cela", "Rien"', "in step 2, “predict” differs in more than words."),
        ('"Say hello."', '"Dis bonjour."', "in step 3, “run” differs in more than words."),
        ("blind = true\n", "", "in step 3, “run” differs in more than words."),
        ('about = "correct"\n', "", "in step 4, “vote” differs in more than words."),
    ],
)
def test_only_words_may_differ(own: Path, old: str, new: str, said: str) -> None:
    path = own / "fr" / "mine.md"
    path.write_text(WHOLE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadLesson) as caught:
        read_variant(MINE, path)
    assert caught.value.message == f"fr/mine.md is not mine.md in other words: {said}"


def test_a_step_more_at_the_end_is_told(own: Path) -> None:
    path = own / "fr" / "mine.md"
    path.write_text(WHOLE + "\n## More\n\nText.\n", encoding="utf-8")
    with pytest.raises(BadLesson, match="it has 7 steps, not 6"):
        read_variant(MINE, path)


def test_the_original_of_a_variant_stands_beside_the_folder_of_its_language(own: Path) -> None:
    assert original_of(own / "fr" / "mine.md") == own / "mine.md"
    assert original_of(own / "fr" / "others.md") is None
    assert original_of(own / "mine.md") is None
