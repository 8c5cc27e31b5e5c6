"""``counterpoint doctor``: what this computer has, what is wrong, and how to mend it."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from lab.cli.output import console, print_json
from lab.doctor import Finding, examine


def doctor(json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Check Python, Qt, llama.cpp, memory, disk and folders, and say how to mend what is wrong."""
    findings = []
    for finding in examine():
        findings.append(finding)
        if not json:
            _print(finding)
    healthy = all(finding.ok for finding in findings)
    if json:
        print_json({"ok": healthy, "findings": findings})
    else:
        console.print("All is well." if healthy else "See the lines marked with ✗.", style="bold")
    if not healthy:
        raise typer.Exit(1)


def _print(finding: Finding) -> None:
    mark = ("✓", "green") if finding.ok else ("✗", "bold red")
    console.print(Text.assemble(mark, " ", (f"{finding.name:<14}", "bold"), finding.value), soft_wrap=True)
    if not finding.ok:
        console.print(Text(f"  {finding.problem} {finding.mend}", style="red"), soft_wrap=True)
