"""A conversation with both models in the terminal: each one sees its own side of it."""

from __future__ import annotations

import contextlib

from rich.text import Text

from lab.cli.keeping import say_kept
from lab.cli.output import console, visible
from lab.cli.talk import Talk, show_answers

_HELP = """\
Type a prompt and press Enter; it goes to both models. Each model sees its own conversation.
  /given   what each model was really given for the last answer
  /again   send the last prompt again
  /new     begin a new conversation
  /help    this
  /quit    leave (also Ctrl+D)
Ctrl+C stops the answers."""


def converse(talk: Talk, *, first_prompt: str | None = None) -> None:
    """Talk until the user leaves.

    Args:
        talk: Who answers.
        first_prompt: Sent at once, to show what this is about.
    """
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401  (gives input() history and editing where there is one)

    prompt = first_prompt
    if prompt:
        console.print(Text.assemble(("You  ", "bold"), prompt))
        _exchange(talk, prompt)
        if not console.is_terminal:
            return
    console.print(Text("Type a prompt for both, or /help.", style="dim"))
    while True:
        try:
            line = input("\nYou  ").strip()
        except EOFError:
            console.print()
            return
        if line in ("/quit", "/exit"):
            return
        if line == "/help":
            console.print(Text(_HELP, style="dim"))
        elif line == "/new":
            talk.begin_new()
            console.print(Text("A new conversation.", style="dim"))
        elif line == "/given":
            _show_given(talk)
        elif line == "/again" and prompt:
            _exchange(talk, prompt, again=True)
        elif line.startswith("/"):
            console.print(Text("There is no such command; /help lists them.", style="dim"))
        elif line:
            prompt = line
            _exchange(talk, prompt)


def _exchange(talk: Talk, prompt: str, *, again: bool = False) -> None:
    show_answers(talk.ask(prompt, live=True, goes_on=True, again=again))
    say_kept(talk.kept)


def _show_given(talk: Talk) -> None:
    for side, collector in talk.last.items():
        response = collector.response()
        console.print(Text(f"{side.upper()} was given, letter by letter:", style="bold"))
        console.print(Text(visible(response.rendered_prompt) if response else "nothing yet", style="dim"))
