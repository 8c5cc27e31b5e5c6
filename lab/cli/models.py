"""``counterpoint models``: what is in the library, what else is on this computer, and what a file is."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from lab.amounts import size, weights
from lab.cli import found, model_folders
from lab.cli.output import console, print_json, visible
from lab.models.gguf_header import require_loadable
from lab.models.kind import judge
from lab.models.library import Library, is_missing
from lab.models.naming import typeable_name
from lab.models.split_files import read_model
from lab.records import Kind, KindVerdict, Model

app = typer.Typer(help="List, find, add and inspect models.", no_args_is_help=True)
app.command("scan")(found.scan)
app.add_typer(model_folders.app, name="folders")

_Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


class _KindChoice(StrEnum):
    """What a person can say a model is."""

    BASE = "base"
    CHAT = "chat"
    AUTO = "auto"
    """What its file says."""

    @property
    def kind(self) -> Kind | None:
        """Base or chat; None for what the file says."""
        return None if self is _KindChoice.AUTO else Kind(self.value)


@app.command("list")
def list_models(
    everything: Annotated[
        bool, typer.Option("--all", help="Also what other programs keep on this computer, and added folders.")
    ] = False,
    json: _Json = False,
) -> None:
    """List the models in the library."""
    models = Library.open().models()
    if json:
        listed = [_as_json(model) for model in models]
        print_json({"models": listed, **found.as_json(found.search())} if everything else listed)
        return
    if models:
        _print_table(models)
    elif not everything:
        console.print(
            "There is no model yet. Fetch the starter pair with: counterpoint starter. "
            "Or see what is on this computer: counterpoint models scan"
        )
    if everything:
        in_library = {model.path for model in models}
        found.show(found.search(), leave_out=in_library, heading="Also on this computer" if models else "")


def _print_table(models: list[Model]) -> None:
    table = Table(box=None, header_style="dim", pad_edge=False)
    table.add_column("Name", no_wrap=True)
    table.add_column("Kind", no_wrap=True)
    table.add_column("Size", justify="right", no_wrap=True)
    table.add_column("Quant.", no_wrap=True)
    table.add_column("Params", justify="right", no_wrap=True)
    table.add_column("Context", justify="right", no_wrap=True)
    table.add_column("Where", overflow="fold")
    for model in models:
        table.add_row(
            visible(model.name),
            Text(model.verdict.kind, style="dim" if model.verdict.kind is Kind.UNSURE else ""),
            size(model.size_bytes),
            visible(model.quantization),
            weights(model.parameters),
            f"{model.context_tokens:,}",
            Text(visible(model.path) + (" (gone)" if is_missing(model) else ""), style="dim"),
        )
    console.print(table)


@app.command("add")
def add(
    path: Annotated[str, typer.Argument(help="A GGUF file, or the name of a model that a scan finds.")],
    json: _Json = False,
) -> None:
    """Add a model file to the library; the file stays where it is."""
    library = Library.open()
    if found.is_path(path):
        model = library.add(Path(path))
    else:
        one = found.find(path)
        model = library.add(Path(one.path), name=typeable_name(one.name), source=one.source)
    if json:
        print_json(_as_json(model))
        return
    console.print(f"Added {visible(model.name)}.", style="bold")
    _print_verdict(model.verdict)


@app.command("inspect")
def inspect(
    path: Annotated[str, typer.Argument(help="A GGUF file, or a name from the library.")], json: _Json = False
) -> None:
    """Show what a model file says about itself, and whether it is a base or a chat model."""
    known = {model.name: model for model in Library.open().models()}
    model = known.get(path)
    header = read_model(Path(model.path if model else path))
    verdict = model.verdict if model else judge(header)
    facts: dict[str, Any] = {
        "path": str(header.path),
        "name": header.name,
        "kind": verdict,
        "architecture": header.architecture,
        "parameters": header.parameters,
        "quantization": header.quantization,
        "size_bytes": header.file_bytes,
        "context_tokens": header.context_tokens,
        "vocabulary_tokens": header.vocabulary_tokens,
        "tokenizer_sha256": header.tokenizer_sha256,
        "has_chat_template": header.chat_template is not None,
        "sha256": model.sha256 if model else None,
    }
    if json:
        print_json(facts)
        require_loadable(header)
        return
    for name, value in facts.items():
        if name != "kind" and value not in (None, ""):
            shown = f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else visible(str(value))
            console.print(Text.assemble((f"{name.replace('_', ' '):<20}", "dim"), shown), soft_wrap=True)
    _print_verdict(verdict)
    require_loadable(header)


@app.command("set-kind")
def set_kind(
    name: Annotated[str, typer.Argument(help="A name from the library.")],
    kind: Annotated[_KindChoice, typer.Argument(help="What it really is; auto judges from the file again.")],
    json: _Json = False,
) -> None:
    """Overrule what the program thinks a model is."""
    model = Library.open().set_kind(name, kind.kind)
    if json:
        print_json(_as_json(model))
    elif kind is _KindChoice.AUTO:
        console.print(f"{visible(model.name)} is judged by its file again.")
        _print_verdict(model.verdict)
    else:
        console.print(f"{visible(model.name)} is a {model.verdict.kind} model now.")


@app.command("remove")
def remove(name: Annotated[str, typer.Argument(help="A name from the library.")], json: _Json = False) -> None:
    """Take a model out of the library; its file stays where it is."""
    model = Library.open().remove(name)
    if json:
        print_json(_as_json(model))
    else:
        text = f"{visible(model.name)} is no longer in the library. Its file stays: {visible(model.path)}"
        console.print(text, soft_wrap=True)


def _print_verdict(verdict: KindVerdict) -> None:
    certainty = "you said so" if verdict.overruled else f"{verdict.confidence:.0%} sure"
    console.print(Text.assemble((f"{'kind':<20}", "dim"), (verdict.kind, "bold"), f" ({certainty})"))
    for sentence in verdict.evidence:
        console.print(Text(f"{'':<20}· {visible(sentence)}", style="dim"), soft_wrap=True)


def _as_json(model: Model) -> dict[str, Any]:
    return {
        "name": model.name,
        "path": model.path,
        "missing": is_missing(model),
        "size_bytes": model.size_bytes,
        "sha256": model.sha256,
        "kind": model.verdict,
        "architecture": model.architecture,
        "quantization": model.quantization,
        "parameters": model.parameters,
        "context_tokens": model.context_tokens,
        "has_chat_template": model.has_chat_template,
        "tokenizer_sha256": model.tokenizer_sha256,
    }
