"""``counterpoint fit``: whether one model or two go into the memory that is free, and whether two make a fair pair."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from lab.amounts import size
from lab.cli.found import find, is_path
from lab.cli.output import console, print_json, visible
from lab.models.facts import FileFacts, facts_of
from lab.models.fit_verdict import Fit, FitVerdict, judge_fit
from lab.models.gguf_header import require_loadable
from lab.models.library import Library
from lab.models.memory_now import memory_now
from lab.models.naming import find_name
from lab.models.pair import PairCheck, check_pair
from lab.models.split_files import read_model


def fit(
    name: Annotated[str, typer.Argument(help="A model: a name from the library, one that was found, or a path.")],
    other: Annotated[str | None, typer.Argument(help="The model to compare it with.", metavar="NAME2")] = None,
    context: Annotated[int, typer.Option(help="Tokens of conversation to make room for.", min=1)] = 4096,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Work out whether models fit into the free memory, before anything is loaded."""
    facts = [_facts(each) for each in (name, other) if each is not None]
    verdict = judge_fit([each.memory for each in facts], context, memory_now())
    pair = check_pair(*facts) if len(facts) == 2 else None
    if json:
        print_json({"fit": verdict, "pair": pair})
        return
    _print_fit(verdict)
    if pair is not None:
        _print_pair(pair)


def _facts(name: str) -> FileFacts:
    """The facts about a model by its name or path; what a person said about its kind counts."""
    models = {model.name: model for model in Library.open().models()}
    if is_path(name):
        return _read(Path(name).expanduser())
    known = find_name(name, models)
    if known is not None:
        return dataclasses.replace(_read(Path(models[known].path)), verdict=models[known].verdict)
    facts = find(name).facts
    assert facts is not None
    return facts


def _read(path: Path) -> FileFacts:
    header = read_model(path)
    require_loadable(header)
    return facts_of(header)


def _print_fit(verdict: FitVerdict) -> None:
    style = {Fit.FITS: "bold green", Fit.WONT_FIT: "bold red"}.get(verdict.fit, "bold yellow")
    console.print(Text.assemble((verdict.fit[0].upper() + verdict.fit[1:], style), f". {verdict.sentence}"))
    console.print()
    for part in verdict.parts:
        console.print(Text(f"  {size(part.size_bytes):>9}  {part.name}"))
    in_all = f"in all, with a context of {verdict.context_tokens:,} tokens"
    console.print(Text(f"  {size(verdict.need_bytes):>9}  {in_all}", style="bold"))
    console.print(Text(f"  {size(verdict.available_bytes):>9}  is free now", style="dim"))
    if verdict.proposed_context_tokens is not None:
        console.print(
            f"\nWith a context of {verdict.proposed_context_tokens:,} tokens it fits "
            f"(--context {verdict.proposed_context_tokens}). The longest that fits: {verdict.largest_context_tokens:,}."
        )
    elif verdict.largest_context_tokens is None:
        console.print("\nNo shorter context helps. Close other programs, or choose a smaller model or quantization.")
    else:
        console.print(f"\nThe longest context that fits: {verdict.largest_context_tokens:,} tokens.")


def _print_pair(pair: PairCheck) -> None:
    console.print(f"\n{pair.sentence}", style="bold")
    for finding in pair.findings:
        mark = ("✓", "green") if finding.good else ("≠", "yellow")
        values = visible(finding.a if finding.a == finding.b else f"{finding.a} and {finding.b}")
        console.print(
            Text.assemble(mark, f" {finding.aspect:<13}", f"{values}. ", (finding.meaning, "dim")), soft_wrap=True
        )
