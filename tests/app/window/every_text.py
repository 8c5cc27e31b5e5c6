"""Opens the window in a language of marks, goes through its pages, and prints what is said without marks.

Started by ``test_every_text.py`` as a process of its own: texts of modules are read when they are imported. Whatever
went through ``tr`` stands in ⟦ ⟧. What does not, and is neither a name, a key nor what somebody wrote, was forgotten.
By hand, in the project's folder: ``COUNTERPOINT_HOME=… python -m tests.app.window.every_text``.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QComboBox, QGraphicsTextItem, QGraphicsView, QWidget

from lab import language

OPENED, CLOSED = "⟦", "⟧"
language.install("xx", lambda text, comment: f"{OPENED}{text}{CLOSED}")

from lab.preferences import PreferencesFile  # noqa: E402
from lab.records import VoteChoice  # noqa: E402
from lab.settings import folders  # noqa: E402
from tests.app.window.seeing import everything_in, said_by  # noqa: E402
from ui.desktop import Desktop  # noqa: E402
from ui.theme.theme import Theme  # noqa: E402

_PATIENCE_MS = 60_000
_SETTLE_MS = 150
_PROMPT = "Zyzzyva?"
_WROTE = ("lessons/*.md", "suites/*.toml", "prompt_suggestions.toml", "demo/*.toml", "catalogue.toml")
"""What is shipped to be read or asked; it has languages of its own, or none."""
_FEWEST_WORDS = 4
"""A shorter line could be in there by chance."""
_MODEL_TABLES = ("catalogue.toml", "starter_models.toml")
_NAMED = frozenset({"name", "title", "made_by", "licence", "notice"})
_NAMES = """
    a b c d n r x ai base chat unsure counterpoint english français hugging face hub lm studio ollama gguf llama cpp
    mit jsonl csv html markdown toml json scripted zyzzyva sha dpo sft apache
    ctrl alt shift enter esc del space tab
"""
"""Names, keys and signs, which are the same in every language."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_NO_WORDS = re.compile(r"<[^>]*>|&\w+;|\S*[/\\]\S*|<\|\w+\|>|sha256 [0-9a-f]+")
"""Marks, paths, addresses, checksums."""


class InMarks(QTranslator):
    """Puts what comes from Qt itself into the same marks."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, _context: str, text: str, _comment: str | None = None, _n: int = -1) -> str:
        return f"{OPENED}{text}{CLOSED}" if text else text


def main() -> None:
    """Go through the window, and print a list of JSON."""
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    in_marks = InMarks(app)
    app.installTranslator(in_marks)
    preferences = PreferencesFile(folders().data / "preferences.json")
    theme = Theme(app, preferences.value.theme)
    desktop = Desktop(preferences, theme, demo=True)
    desktop.open()
    desktop.window.resize(1360, 860)
    found: dict[str, str] = {}

    def look(where: str) -> None:
        settle()
        for text in _said(desktop.window):
            found.setdefault(text, where)

    walk(desktop, look)
    answers = "\n".join(pane.view.text() for pane in desktop._page.panes.values())
    desktop.window.close()
    desktop.close_down()
    settle()
    written = _letters(" ".join((answers, *(text for pattern in _WROTE for _key, text in _shipped(pattern)))))
    names = _names(answers)
    left = [text for text in found if forgotten(_without(text, answers), written, names)]
    json.dump([f"{found[text]}: {text}" for text in sorted(left, key=lambda text: (found[text], text))], sys.stdout)


def walk(desktop: Desktop, look: Callable[[str], None]) -> None:
    """Show every page in its usual states."""
    page, window = desktop._page, desktop.window
    until(lambda: all("ready" in pane.state() for pane in page.panes.values()))
    look("compare, empty")
    page.composer.set_text(_PROMPT)
    page.composer.press()
    look("compare, answering")
    until(lambda: not desktop.compare.session.busy)
    page.vote_bar.choose(VoteChoice.B)
    look("compare, voted")
    page.header.settings_wanted.emit(True)
    look("compare, settings")
    page.header.settings_wanted.emit(False)
    window.show_keys()
    look("keys")
    for name in window._pages:
        window.show_page(name)
        settle()
        look(name)
    results = desktop._results.controller
    assert results is not None
    window.show_page("results")
    until(lambda: not results.busy)
    look("results, counted")
    window.show_page("history")
    until(lambda: desktop._history is not None and desktop._history.preview.turns is not None)
    look("history, read")
    window.show_page("lessons")
    settle()
    lessons = desktop._lessons
    assert lessons.page is not None
    assert lessons.controller is not None
    lessons.page.list.opened.emit("base-against-assistant")
    look("lessons, one opened")


def forgotten(text: str, written: str, names: re.Pattern[str]) -> str:
    """The words of a text that went through no translator although they belong to a language."""
    lines = _outside_of_marks(text).splitlines()
    told = [line for line in lines if len(line.split()) < _FEWEST_WORDS or _letters(line) not in written]
    words = _WORD.findall(names.sub(" ", _NO_WORDS.sub(" ", "\n".join(told))))
    return " ".join(word for word in words if word.casefold() not in _NAMES.split())


def _without(text: str, answers: str) -> str:
    """A text without the lines that begin an answer: it may have been looked at while it came."""
    begun = tuple(answers.splitlines())
    return "\n".join(line for line in text.splitlines() if not any(each.startswith(line.strip()) for each in begun))


def _outside_of_marks(text: str) -> str:
    rest, depth = [], 0
    for sign in text:
        depth += (sign == OPENED) - (sign == CLOSED)
        if not depth and sign != CLOSED:
            rest.append(sign)
    return "".join(rest)


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalpha())


def until(condition: Callable[[], object]) -> None:
    """Let the window live until something holds."""
    loop = QEventLoop()
    poll, limit = QTimer(), QTimer()
    poll.timeout.connect(lambda: loop.quit() if condition() else None)
    limit.setSingleShot(True)
    limit.timeout.connect(lambda: loop.exit(1))
    poll.start(20)
    limit.start(_PATIENCE_MS)
    if loop.exec():
        raise TimeoutError("This state of the window did not come to be.")


def settle() -> None:
    """Let what was begun be drawn."""
    loop = QEventLoop()
    QTimer.singleShot(_SETTLE_MS, loop.quit)
    loop.exec()


def _said(window: QWidget) -> set[str]:
    """What is shown, and what hidden parts would say."""
    found = set(everything_in(window))
    for widget in window.findChildren(QWidget):
        found.update(said_by(widget))
        if isinstance(widget, QComboBox):
            found.update(widget.itemText(place) for place in range(widget.count()))
        if isinstance(widget, QGraphicsView) and widget.scene() is not None:
            found.update(item.toPlainText() for item in widget.scene().items() if isinstance(item, QGraphicsTextItem))
    return found


def _shipped(pattern: str) -> Iterator[tuple[str, str]]:
    """The strings of resources with the keys that they stand under; the headings and the whole of what is no TOML."""
    for path in sorted(Path(str(files("resources"))).glob(pattern)):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".toml":
            yield from _strings("", tomllib.loads(text))
        else:
            yield "text", text
            yield from (("title", heading) for heading in re.findall(r"^# (.+)$", text, re.MULTILINE))


def _strings(key: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _strings(name, inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(key, inner)


def _names(answers: str) -> re.Pattern[str]:
    """What models, their makers, licences, lessons and suites are called; prompts worth trying; lines of answers."""
    named = {text for pattern in (*_MODEL_TABLES, *_WROTE) for key, text in _shipped(pattern) if key in _NAMED}
    named.add("no model")  # the scripted engine's name and its weights, as the history keeps them
    named.update(text for key, text in _shipped("prompt_suggestions.toml") if key == "prompts")
    named.update(line.strip() for line in answers.splitlines() if len(line.strip()) > 1)
    return re.compile("|".join(map(re.escape, sorted(named, key=len, reverse=True))))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
