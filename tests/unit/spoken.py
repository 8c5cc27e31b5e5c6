"""What the program can say: the texts in its code, with … where a value stands."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

_PLACE = re.compile(r"\{[^{}]*\}")


def said(*folders: Path) -> str:
    """Every text in the code of some folders, a line each."""
    return "\n".join(
        text
        for folder in folders
        for path in sorted(folder.rglob("*.py"))
        for text in _texts(ast.parse(path.read_text("utf-8")))
    )


def _texts(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else "…" for part in node.values)
            yield "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield _PLACE.sub("…", node.value)
