"""``counterpoint lessons``: guided experiments; they are taken in the window, and looked at and checked here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from lab.cli.output import console, print_json, say_error, visible
from lab.errors import LabError
from lab.settings import folders

if TYPE_CHECKING:
    from lab.lessons.lesson import Lesson, Step
    from lab.lessons.shelf import LessonShelf, ShelvedLesson

app = typer.Typer(help="List, show and check lessons. They are taken in the window.", no_args_is_help=True)

_MARGIN = (0, 0, 0, 2)
_INDENTED = (0, 0, 0, 5)

_Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("list")
def list_lessons(json: _Json = False) -> None:
    """List the lessons that ship and your own."""
    found = _shelf()
    if json:
        faults = [{"message": fault.message, "hint": fault.hint} for fault in found.faults]
        print_json({"lessons": [_summary(each) for each in found.lessons], "faults": faults})
        return
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("ID", "Title", "Steps", "Minutes"):
        table.add_column(heading, justify="right" if heading in ("Steps", "Minutes") else "left")
    for each in found.lessons:
        lesson = each.lesson
        title = Text(visible(lesson.title)).append(" (yours)" if each.path else "", style="dim")
        table.add_row(lesson.id, title, str(len(lesson.steps)), str(lesson.head.minutes))
    console.print(table)
    for fault in found.faults:
        say_error(fault)


@app.command("show")
def show_lesson(
    name: Annotated[str, typer.Argument(metavar="ID", help="A lesson's id or the beginning of it, or a file.")],
    json: _Json = False,
) -> None:
    """Show a lesson: what it tells, asks and tries, step by step."""
    each = _find(name)
    if json:
        print_json({**_summary(each), "steps": [_step_json(step) for step in each.lesson.steps]})
        return
    _print_lesson(each.lesson)


@app.command("check")
def check_lesson(
    file: Annotated[Path, typer.Argument(help="A lesson in Markdown.")],
    json: _Json = False,
) -> None:
    """Check that a lesson can be taken, and that the suites it names are there.

    In a folder that is called like a language, e.g. fr, also that nothing but the words differs from the file of the
    same name beside that folder.
    """
    from lab.lessons.casting import faults_of
    from lab.lessons.faults import BadLesson
    from lab.lessons.reading import read_lesson
    from lab.lessons.variants import original_of, read_variant
    from lab.suites.shelf import shelf

    try:
        original = original_of(file)
        lesson = read_variant(read_lesson(original), file) if original else read_lesson(file)
    except BadLesson as error:
        if not json:
            raise
        print_json({"file": str(file), "sound": False, "faults": [error.message]})
        raise typer.Exit(1) from error
    faults = faults_of(lesson, shelf(folders().data / "suites"))
    if json:
        print_json({"file": str(file), "sound": not faults, "faults": faults, "number_of_steps": len(lesson.steps)})
    else:
        for fault in faults:
            say_error(LabError(f"{file.name}, {fault}"))
        if not faults:
            console.print(Text(visible(f"{lesson.title} is sound: {len(lesson.steps)} steps.")), soft_wrap=True)
    if faults:
        raise typer.Exit(1)


def _shelf() -> LessonShelf:
    from lab.lessons.shelf import lesson_shelf

    return lesson_shelf(folders().data / "lessons")


def _find(name: str) -> ShelvedLesson:
    """A lesson by its id; a name with a dot at its end part or a slash is a file's."""
    from lab.lessons.reading import read_lesson
    from lab.lessons.shelf import ShelvedLesson

    path = Path(name).expanduser()
    if path.suffix == ".md" or path.name != name:
        return ShelvedLesson(lesson=read_lesson(path), path=path)
    return _shelf().find(name)


def _print_lesson(lesson: Lesson) -> None:
    from lab.lessons.words import told

    console.print(Text(visible(lesson.title), style="bold").append(f"  {lesson.id}", style="not bold dim"))
    for text in (lesson.head.shows, lesson.head.for_whom):
        if text:
            console.print(Text(visible(text)))
    console.print(Text(f"About {lesson.head.minutes} minutes", style="dim"))
    for number, step in enumerate(lesson.steps, 1):
        console.print()
        console.print(Padding(Text.assemble((f"{number}. ", "dim"), visible(step.title)), _MARGIN, expand=False))
        for style, text in (("", step.before), ("cyan", told(step.act)), ("", step.after)):
            if text:
                console.print(Padding(Text(visible(text), style=style), _INDENTED, expand=False))


def _summary(each: ShelvedLesson) -> dict[str, Any]:
    head = each.lesson.head
    return {
        "id": head.id,
        "title": each.lesson.title,
        "shows": head.shows,
        "for_whom": head.for_whom,
        "minutes": head.minutes,
        "path": str(each.path) if each.path else None,
        "number_of_steps": len(each.lesson.steps),
    }


def _step_json(step: Step) -> dict[str, Any]:
    from lab.lessons.words import kind_of

    return {"title": step.title, "kind": kind_of(step), "before": step.before, "act": step.act, "after": step.after}
