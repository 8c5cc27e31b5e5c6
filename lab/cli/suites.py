"""``counterpoint suites``: prompts that belong together, to be run over two models."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from lab.cli.output import console, messages, print_json, say_error, visible
from lab.errors import LabError, NotEnoughDisk
from lab.settings import folders
from lab.suites.prompt_format import PromptFormat

if TYPE_CHECKING:
    from lab.suites.shelf import Shelf, ShelvedSuite
    from lab.suites.suite import Item, Suite

app = typer.Typer(help="List, show, check and import suites of prompts.", no_args_is_help=True)

_MARGIN = (0, 0, 0, 2)
_INDENTED = (0, 0, 0, 5)

_Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("list")
def list_suites(json: _Json = False) -> None:
    """List the suites that ship and your own."""
    found = _shelf()
    if json:
        print_json(
            {
                "suites": [_summary(each) for each in found.suites],
                "faults": [{"message": fault.message, "hint": fault.hint} for fault in found.faults],
            }
        )
        return
    table = Table(box=None, pad_edge=False, header_style="dim")
    for heading in ("ID", "Title", "Prompts", "Checks"):
        table.add_column(heading, justify="right" if heading in ("Prompts", "Checks") else "left")
    for each in found.suites:
        suite = each.suite
        title = Text(visible(suite.title)).append(" (yours)" if each.path else "", style="dim")
        table.add_row(suite.id, title, f"{len(suite.items):,}", f"{suite.number_of_checks:,}")
    console.print(table)
    for fault in found.faults:
        say_error(fault)


@app.command("show")
def show_suite(
    name: Annotated[str, typer.Argument(metavar="ID", help="A suite's id or the beginning of it, or a file.")],
    json: _Json = False,
) -> None:
    """Show a suite: its prompts, what to look for, and the checks."""
    each = find(name)
    if json:
        print_json({**_summary(each), "items": [_item_json(item) for item in each.suite.items]})
        return
    _print_suite(each.suite)


@app.command("check")
def check_suite(
    file: Annotated[Path, typer.Argument(help="A suite in TOML.")],
    json: _Json = False,
) -> None:
    """Check that a suite can be run, and that its checks do what their own examples say."""
    from lab.suites.faults import BadSuite
    from lab.suites.reading import read_suite, unsound

    try:
        suite = read_suite(file)
    except BadSuite as error:
        if not json:
            raise
        print_json({"file": str(file), "sound": False, "faults": [error.message]})
        raise typer.Exit(1) from error
    faults = unsound(suite)
    if json:
        print_json({"file": str(file), "sound": not faults, "faults": faults, **_counts(suite)})
    else:
        for fault in faults:
            say_error(LabError(f"{file.name}, {fault}."))
        if not faults:
            prompts, checks = _counted(len(suite.items), "prompt"), _counted(suite.number_of_checks, "check")
            console.print(Text(visible(f"{suite.title} is sound: {prompts}, {checks}.")), soft_wrap=True)
    if faults:
        raise typer.Exit(1)


@app.command("import")
def import_suite(
    file: Annotated[Path, typer.Argument(help="Prompts: a line each, CSV or JSONL.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="The suite's file; without it: yours are.")
    ] = None,
    format: Annotated[
        PromptFormat | None, typer.Option(help="In what form they are; without it the file's ending says so.")
    ] = None,
    json: _Json = False,
) -> None:
    """Make a suite of a file of prompts; also of MT-Bench's and AlpacaEval's. It can then be edited as text."""
    from lab.suites.importing import import_prompts

    imported = import_prompts(file, format)
    suite = imported.suite
    path = output or _place_of(suite)
    _write(path, suite)
    if json:
        print_json({"id": suite.id, "path": str(path), "left_out": imported.left_out, **_counts(suite)})
        return
    console.print(Text(visible(f"{_counted(len(suite.items), 'prompt')} written to {path}.")), soft_wrap=True)
    if imported.left_out:
        named = ", ".join(imported.left_out)
        messages.print(Text(visible(f"Left out, since a suite has no place for it: {named}."), style="yellow"))
    if output is None:
        console.print(Text(f"Look at it: counterpoint suites show {suite.id}", style="dim"))


def _shelf() -> Shelf:
    from lab.suites.shelf import shelf

    return shelf(folders().data / "suites")


def find(name: str) -> ShelvedSuite:
    """A suite by its id; a name with a dot at its end part or a slash is a file's."""
    from lab.suites.reading import read_suite
    from lab.suites.shelf import ShelvedSuite

    path = Path(name).expanduser()
    if path.suffix == ".toml" or path.name != name:
        return ShelvedSuite(suite=read_suite(path), path=path)
    return _shelf().find(name)


def _place_of(suite: Suite) -> Path:
    """Where a suite of the user's goes; never in the place of another."""
    taken = [each.suite.id for each in _shelf().suites]
    path = folders().data / "suites" / f"{suite.id}.toml"
    if suite.id in taken or path.exists():
        raise LabError(
            f"There is a suite {suite.id} already.", "Give the file of prompts another name, or say -o FILE."
        )
    return path


def _write(path: Path, suite: Suite) -> None:
    from lab.suites.reading import as_toml
    from lab.whole_file import write_whole

    try:
        write_whole(path, as_toml(suite).encode())
    except OSError as error:
        raise NotEnoughDisk(
            f"{path} can't be written: {error.strerror or error}.",
            "Check the free space and the permissions of its folder.",
        ) from error


def _print_suite(suite: Suite) -> None:
    from lab.suites.checks.registry import describe

    console.print(Text(visible(suite.title), style="bold").append(f"  {suite.id}", style="not bold dim"))
    for text in (suite.shows, suite.for_whom):
        if text:
            console.print(Text(visible(text)))
    if asked := _asked(suite):
        console.print(Text(asked, style="dim"))
    for number, item in enumerate(suite.items, 1):
        console.print()
        console.print(Padding(Text.assemble((f"{number}. ", "dim"), visible(item.prompt)), _MARGIN, expand=False))
        for style, label, text in (
            ("", "then: ", "\n".join(item.turns)),
            ("dim", "told before: ", item.system_prompt),
            ("italic", "", item.look_for),
            ("cyan", "checks: ", "; ".join(map(describe, item.checks))),
        ):
            if text:
                console.print(Padding(Text(visible(f"{label}{text}"), style=style), _INDENTED, expand=False))


def _asked(suite: Suite) -> str:
    parts = [
        f"each prompt {suite.samples} times" if suite.samples > 1 else "",
        f"at most {suite.max_tokens:,} tokens" if suite.max_tokens else "",
        f"framing {suite.framing}" if suite.framing else "",
    ]
    return ", ".join(filter(None, parts)).capitalize()


def _summary(each: ShelvedSuite) -> dict[str, Any]:
    suite = each.suite
    return {
        "id": suite.id,
        "title": suite.title,
        "shows": suite.shows,
        "for_whom": suite.for_whom,
        "tags": suite.tags,
        "samples": suite.samples,
        "max_tokens": suite.max_tokens,
        "framing": suite.framing,
        "path": str(each.path) if each.path else None,
        **_counts(suite),
    }


def _item_json(item: Item) -> dict[str, Any]:
    from lab.suites.checks.registry import describe

    return {
        "id": item.id,
        "prompt": item.prompt,
        "turns": item.turns,
        "system_prompt": item.system_prompt,
        "tags": item.tags,
        "look_for": item.look_for,
        "checks": [{"asks_for": describe(check), "check": check} for check in item.checks],
    }


def _counts(suite: Suite) -> dict[str, int]:
    return {"number_of_items": len(suite.items), "number_of_checks": suite.number_of_checks}


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
