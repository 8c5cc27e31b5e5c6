"""What comes from outside: answers of any length and with any content, and what is pasted."""

from __future__ import annotations

import builtins
import io
import os
import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QPixmap, QTextDocument

from lab.records import Side
from tests.app.window.driving import Driver
from ui.compare.conversation_view import ConversationView

pytestmark = pytest.mark.process


def test_an_answer_of_ten_thousand_lines_is_kept_whole_and_the_user_types_meanwhile(
    driver: Driver, tmp_path: Path
) -> None:
    answer = "".join(f"line {number}\n" for number in range(10_000)) + "the end"
    driver.open_scripted(tmp_path, answer, "Short.")
    driver.type("Count.")
    driver.wait(lambda: len(driver.pane(Side.A).view.text()) > 1000)
    driver._qtbot.keyClicks(driver.field(), "still here")
    assert driver.field().toPlainText() == "still here"
    assert driver.desktop.compare.session.busy
    driver.idle()
    assert driver.pane(Side.A).view.text() == answer
    shown = driver.desktop.compare.display.shown()
    assert shown is not None
    assert shown.a is not None
    store = driver.desktop._store
    assert store is not None
    from lab.storage import answers

    assert store.read(answers.get, shown.a.id).result().text == answer


def test_a_paste_of_a_megabyte_is_refused_with_a_sentence_and_costs_nothing(driver: Driver, tmp_path: Path) -> None:
    driver.open_scripted(tmp_path, "A.", "B.")
    driver.field().selectAll()
    driver._qtbot.keyClicks(driver.field(), "mine")
    pasted = QMimeData()
    pasted.setText("x" * 1_000_000)
    driver.field().insertFromMimeData(pasted)
    assert driver.field().toPlainText() == "mine"
    assert "1,000,000 characters are too many" in driver.desktop._page.composer._notice.text()
    assert driver.ask("mine").a is not None


class _Counter(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        self.send_response(404)
        self.end_headers()

    def log_message(self, *_args: Any) -> None:
        """Say nothing."""


def test_no_answer_reaches_the_network_or_a_file(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path / "secret.png"
    picture = QPixmap(8, 8)
    picture.fill()
    picture.save(str(secret))
    server = HTTPServer(("127.0.0.1", 0), _Counter)
    server.asked = asked = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    there = f"http://127.0.0.1:{server.server_port}"
    answer = (
        f'<img src="{there}/tag.png">\n\n![remote]({there}/markdown.png)\n\n![local](file://{secret})\n\n'
        f"![local again]({secret})\n\n[a link]({there}/link)\n\n[a file](file://{secret})\n\n"
        f'<link rel="stylesheet" href="{there}/style.css"><script src="{there}/code.js"></script>\n\n'
        f'<iframe src="file://{secret}"></iframe>\n\n[reference][r]\n\n[r]: {there}/reference "title"\n'
    )
    opened: list[str] = []
    connected: list[object] = []
    loaded: list[object] = []

    def watch_open(real: Any) -> Any:
        def watched(path: Any, *args: Any, **more: Any) -> Any:
            if "secret" in str(path):
                opened.append(str(path))
            return real(path, *args, **more)

        return watched

    real_load = ConversationView.loadResource

    def watch_load(view: ConversationView, kind: int, url: Any) -> Any:
        loaded.append(real_load(view, kind, url))
        return loaded[-1]

    driver.open_scripted(tmp_path, answer, answer)
    try:
        monkeypatch.setattr(builtins, "open", watch_open(builtins.open))
        monkeypatch.setattr(io, "open", watch_open(io.open))
        monkeypatch.setattr(os, "open", watch_open(os.open))
        monkeypatch.setattr(socket.socket, "connect", lambda _self, address: connected.append(address))
        monkeypatch.setattr(ConversationView, "loadResource", watch_load)
        for side in Side:
            driver.pane(side).head._rendered.setChecked(side is Side.B)  # one raw, one as Markdown
        driver.ask("Show me.")
        view = driver.pane(Side.B).view
        driver.wait(lambda: "a link" in view.toPlainText())
        view.document().setTextWidth(200)
        driver.desktop.window.grab()
        for url in (f"{there}/markdown.png", f"file://{secret}", str(secret)):
            kind = QTextDocument.ResourceType.ImageResource
            assert not view.document().resource(kind.value, url)
        driver.close()
        del driver.desktop
    finally:
        monkeypatch.undo()
        server.shutdown()
        thread.join()
        server.server_close()
    assert asked == []
    assert connected == []
    assert opened == []
    assert [each for each in loaded if each is not None and len(each)] == []  # nothing, or no bytes
