"""Tells what is what in a piece of code, a chunk at a time: keywords, strings, comments.

A chunk begins where the one before it left off, inside a string that has not ended, say. So code can be highlighted
while it is written, at the cost of what is new. Only languages that are common get colours: they are known to be quick,
and nothing that an answer names can load any other code.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from ui.compare.view_items import Run, Tone

_LONGEST_LINE = 500
"""Some lexers take very long for very long lines."""
_START = ("root",)

_LANGUAGES = {
    "Bash": "bash sh shell zsh ksh console shell-session terminal",
    "Batchfile": "batch bat cmd",
    "C": "c h",
    "C#": "csharp c# cs",
    "C++": "cpp c++ cc cxx hpp arduino",
    "CSS": "css",
    "Clojure": "clojure clj",
    "Common Lisp": "lisp common-lisp",
    "Dart": "dart",
    "Delphi": "pascal delphi",
    "Diff": "diff patch",
    "Docker": "docker dockerfile",
    "Elixir": "elixir ex exs",
    "Fortran": "fortran f90",
    "Go": "go golang",
    "GraphQL": "graphql",
    "HTML": "html",
    "Haskell": "haskell hs",
    "INI": "ini cfg conf",
    "JSON": "json jsonc json5",
    "Java": "java",
    "JavaScript": "javascript js jsx node mjs",
    "Julia": "julia jl",
    "Kotlin": "kotlin kt",
    "Lua": "lua",
    "Makefile": "make makefile",
    "Matlab": "matlab octave",
    "OCaml": "ocaml ml",
    "PHP": "php",
    "Perl": "perl pl",
    "PowerShell": "powershell pwsh ps1",
    "Prolog": "prolog",
    "Python": "python py python3 py3",
    "Python console session": "pycon",
    "Ruby": "ruby rb",
    "Rust": "rust rs",
    "S": "r s",
    "SCSS": "scss",
    "SQL": "sql mysql postgresql postgres sqlite",
    "Scala": "scala",
    "Scheme": "scheme racket",
    "Swift": "swift",
    "TOML": "toml",
    "TeX": "tex latex",
    "TypeScript": "typescript ts tsx",
    "XML": "xml svg xhtml",
    "YAML": "yaml yml",
    "Zig": "zig",
}
_NAMES = {alias: name for name, aliases in _LANGUAGES.items() for alias in aliases.split()}

_TONES = (
    ("Comment", Tone.COMMENT),
    ("Keyword", Tone.KEYWORD),
    ("Operator.Word", Tone.KEYWORD),
    ("Literal.String", Tone.STRING),
    ("Literal.Number", Tone.NUMBER),
    ("Name.Builtin", Tone.BUILT_IN),
    ("Name.Exception", Tone.BUILT_IN),
    ("Name.Attribute", Tone.BUILT_IN),
    ("Name.Class", Tone.NAME),
    ("Name.Function", Tone.NAME),
    ("Name.Decorator", Tone.NAME),
    ("Name.Tag", Tone.NAME),
    ("Generic.Inserted", Tone.ADDED),
    ("Generic.Deleted", Tone.REMOVED),
    ("Generic.Heading", Tone.NAME),
    ("Generic.Subheading", Tone.NAME),
)


class Lexer:
    """Reads one block of code from its beginning to its end.

    Args:
        language: As an answer names it; one that is not known gives no colours.
    """

    def __init__(self, language: str) -> None:
        self._lexer = _lexer(language)
        self._stack: tuple[str, ...] = _START

    def lines(self, chunk: str, *, keep_state: bool = True) -> list[tuple[Run, ...]]:
        """The runs of each line of a chunk.

        Args:
            chunk: Whole lines; the last one may lack its line break.
            keep_state: The next chunk begins where this one ends. Otherwise this is only a look at it.
        """
        lines = chunk.removesuffix("\n").split("\n")
        if self._lexer is None or any(len(line) > _LONGEST_LINE for line in lines):
            return [(Run(text=line),) if line else () for line in lines]
        stack = list(self._stack)
        runs = _runs(self._tokens(chunk if chunk.endswith("\n") else chunk + "\n", stack), len(lines))
        if keep_state:
            self._stack = tuple(stack)
        return runs

    def _tokens(self, text: str, stack: list[str]) -> Iterator[tuple[Any, str]]:
        from pygments.lexer import ExtendedRegexLexer, RegexLexer  # type: ignore[import-untyped]

        if isinstance(self._lexer, RegexLexer) and not isinstance(self._lexer, ExtendedRegexLexer):
            return _resumable(self._lexer, text, stack)
        return ((kind, part) for _, kind, part in self._lexer.get_tokens_unprocessed(text))


@cache
def _lexer(language: str) -> Any:
    name = _NAMES.get(language.lower())
    if name is None:
        return None
    from pygments.lexers import find_lexer_class  # type: ignore[import-untyped]  # late: few answers hold code

    found = find_lexer_class(name)
    return found() if found else None


def _resumable(lexer: Any, text: str, stack: list[str]) -> Iterator[tuple[Any, str]]:
    """What ``RegexLexer.get_tokens_unprocessed`` does, but it leaves its stack of states to whoever goes on from there.

    Source: Pygments 2.21, ``pygments/lexer.py``.
    """
    from pygments.token import Error, Whitespace, _TokenType  # type: ignore[import-untyped]

    place = 0
    while place < len(text):
        for matches, action, new_state in lexer._tokens[stack[-1]]:
            match = matches(text, place)
            if not match:
                continue
            if isinstance(action, _TokenType):
                yield action, match.group()
            elif action is not None:
                yield from ((kind, part) for _, kind, part in action(lexer, match))
            place = match.end()
            _change(stack, new_state)
            break
        else:
            if text[place] == "\n":
                stack[:] = _START
            yield (Whitespace if text[place] == "\n" else Error), text[place]
            place += 1


def _change(stack: list[str], new_state: Any) -> None:
    if isinstance(new_state, int):
        del stack[max(1, len(stack) + new_state) :]
        return
    for state in (new_state,) if isinstance(new_state, str) else new_state or ():
        if state == "#push":
            stack.append(stack[-1])
        elif state != "#pop":
            stack.append(state)
        elif len(stack) > 1:
            stack.pop()


def _runs(tokens: Iterator[tuple[Any, str]], count: int) -> list[tuple[Run, ...]]:
    """Sort tokens into lines, neighbours of one tone together."""
    lines: list[list[tuple[Tone, str]]] = [[]]
    for kind, text in tokens:
        tone = _tone(kind)
        first, *more = text.split("\n")
        _add(lines[-1], tone, first)
        for part in more:
            lines.append([])
            _add(lines[-1], tone, part)
    return [tuple(Run(text=text, tone=tone) for tone, text in line) for line in lines[:count]]


def _add(line: list[tuple[Tone, str]], tone: Tone, text: str) -> None:
    if not text:
        return
    if line and (line[-1][0] is tone or text.isspace()):
        line[-1] = (line[-1][0], line[-1][1] + text)
    else:
        line.append((tone, text))


_KNOWN_TONES: dict[Any, Tone] = {}


def _tone(kind: Any) -> Tone:
    if kind not in _KNOWN_TONES:
        name = str(kind).removeprefix("Token.")
        _KNOWN_TONES[kind] = next((tone for start, tone in _TONES if name.startswith(start)), Tone.PLAIN)
    return _KNOWN_TONES[kind]
