"""Answers that try to do something, in the window and in the terminal: nothing is opened, started or steered."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from lab.generation.demo import scripted_model
from lab.preferences import ComparisonSettings, SideSettings
from lab.records import Kind, SamplerSettings, Side
from lab.storage import Store
from tests.app.environment import ROOT, environment
from tests.app.window import driving
from tests.app.window.driving import Driver
from tests.faults.conftest import Tried
from tests.faults.rows import Fault
from tests.faults.watching import watched
from tests.unit.storage.samples import compared
from ui.compare.conversation_view import ConversationView

pytestmark = pytest.mark.process

_HANG_MS = 300_000

HOSTILE = {
    "HTML": '<h1 onclick="x()">big</h1><script src="http://127.0.0.1:9/x.js"></script><iframe src="file:///etc/passwd">',
    "remote images": "![a](http://127.0.0.1:9/a.png) <img src=http://127.0.0.1:9/b.png> ![c][c]\n\n[c]: //127.0.0.1/c",
    "file links": "[open](file:///bin/sh) <file:///etc/passwd> ![x](file:///etc/hostname) [y](javascript:alert(1))",
    "UNC paths": r"![x](\\127.0.0.1\share\x.png) [x](//127.0.0.1/share) file://127.0.0.1/share/x \\127.0.0.1\c$",
    "escape codes": "\x1b[2J\x1b[31mred\x1b]0;title\x07\x1b]52;c;cm0gLXJm\x07\x1b]8;;http://127.0.0.1:9\x07link\x1b]8;;\x07",
    "other control codes": "a\x00b\x08\x08\x08c\rover\x7f\x9b31m\x85\u2028\u2029\x0b\x0cend",
    "direction overrides": "access \u202egpj.exe\u202c \u2066left\u2069 \u200f\u061c and \u2067more",
    "a megabyte without a space": "x" * 1_000_000,
    "a thousand quotes in each other": "> " * 1000 + "deep\n" + "- " * 1000 + "deeper",
    "a table of ten thousand cells": "|" + "a|" * 100 + "\n|" + "-|" * 100 + ("\n|" + "b|" * 100) * 100,
    "brackets without an end": "[" * 20_000 + "](" * 5000 + "`" * 3001 + "*_" * 3000,
    "stacked accents": ("Z" + "\u0301\u0316\u0329" * 400) * 20,
    "a link that lies": "[https://example.org](http://127.0.0.1:9/steal?what=all 'title') <http://127.0.0.1:9/auto>",
    "data": "![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+) [d](data:text/html,<script>x()</script>)",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_in_the_window_nothing_is_opened_and_the_next_prompt_is_answered(
    driver: Driver, tmp_path: Path, tried: Tried, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    opened: list[QUrl] = []
    loaded: list[object] = []
    real_load = ConversationView.loadResource

    def load(view: ConversationView, kind: int, url: QUrl) -> object:
        loaded.append(real_load(view, kind, url))
        return loaded[-1]

    monkeypatch.setattr(driving, "PATIENCE_MS", _HANG_MS)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    monkeypatch.setattr(ConversationView, "loadResource", load)
    settings = SideSettings(sampler=SamplerSettings(max_tokens=1_000_000))
    driver.preferences().change(settings=ComparisonSettings(a=settings))
    driver.open(demo=True)
    driver.wait_ready()
    _let_both_say(driver, tmp_path, HOSTILE[name])
    for side in Side:
        driver.pane(side).head._rendered.setChecked(side is Side.B)  # one raw, one as Markdown
    with watched() as noted:
        for _ in range(2):
            kept = driver.ask("Say it.")
            driver.desktop.window.grab()
    assert noted == []
    assert kept.a is not None
    assert kept.a.text == HOSTILE[name]
    ours = {driver.worker(side).pid for side in Side}
    assert {child.pid for child in psutil.Process().children(recursive=True)} == ours
    assert opened == []
    assert [each for each in loaded if each is not None and len(each)] == []  # type: ignore[arg-type]
    tried(Fault.ANSWER_WINDOW)


def _let_both_say(driver: Driver, folder: Path, answer: str) -> None:
    scripts = {side: folder / f"script-{side}.toml" for side in Side}
    for side, script in scripts.items():
        script.write_text(
            "tokens_per_second = 1000000.0\nprompt_tokens_per_second = 1000000.0\ncontext_tokens = 1000000\n"
            f"answers = [{_in_toml(answer)}]\n",
            encoding="utf-8",
        )
        model = replace(scripted_model(Kind.BASE), name=f"script {side}", path=str(script))
        driver.desktop._pairing.replace_model(side, model)
    driver.desktop.compare.show_models()
    driver.wait(lambda: driver.worker_paths() == {str(script) for script in scripts.values()})
    driver.wait_ready()


def _in_toml(text: str) -> str:
    return json.dumps(text).replace("\x7f", r"\u007F")


_STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("command", ["show", "show --json", "history"])
def test_in_the_terminal_nothing_is_opened_and_nothing_steers_it(
    home: Path, tmp_path: Path, command: str, tried: Tried
) -> None:
    with Store(home / "data" / "history.db") as store:
        ids = {name: compared(store, f"{name} {answer[:300]}", a=answer, b=answer) for name, answer in HOSTILE.items()}
    report = tmp_path / "report.json"
    word, *options = command.split()
    for name in HOSTILE if word == "show" else ("all",):
        which = [ids[name]] if word == "show" else []
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.watching", str(report), word, *which, *options],
            capture_output=True,
            env=environment(home),
            cwd=ROOT,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert json.loads(report.read_text()) == [], name
        shown = (done.stdout + done.stderr).decode()
        assert _STEERS.findall(shown) == [], name
    tried(Fault.ANSWER_TERMINAL, len(HOSTILE) if word == "show" else 1)


def test_the_watch_sees_what_it_should(tmp_path: Path) -> None:
    script = (
        "import socket, subprocess\nfrom tests.faults.watching import watched\n"
        "with watched() as noted:\n"
        "    left = socket.socket()\n"
        "    left.connect_ex(('127.0.0.1', 9))\n"
        "    subprocess.run(['true'])\n"
        "print(*noted, sep='\\n')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    for event in ("socket.connect", "subprocess.Popen", *(["an open socket"] if sys.platform == "linux" else [])):
        assert event in done.stdout
