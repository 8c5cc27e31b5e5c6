"""The suites page: nothing run yet, a run of the first suite's kind that is finished, and what came out of it."""

from __future__ import annotations

from typing import Any

from lab.settings import folders
from scenes.playing import players

_SUITE = """
id = "zzz-photosynthesis"
title = "Photosynthesis, three ways"
samples = 3
max_tokens = 120
[[items]]
id = "simply"
prompt = "Explain photosynthesis simply."
look_for = "Who explains, and who goes on with an exam paper?"
checks = [
    { kind = "stops_by_itself" },
    { kind = "list", count = 3 },
    { kind = "contains", any = ["light", "sunlight"] },
]
[[items]]
id = "hello"
prompt = "Hi there!"
checks = [{ kind = "words", most = 60 }]
[[items]]
id = "one-word"
prompt = "What do leaves breathe out? One word."
checks = [{ kind = "format", shape = "one_word" }, { kind = "lacks", texts = ["Question"] }]
"""


def suites(stage: Any) -> None:
    """From the empty page to what came out."""
    from lab.storage import runs
    from ui.suites.run_view import OUTCOME

    folder = folders().data / "suites"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "photosynthesis.toml").write_text(_SUITE, encoding="utf-8")
    players(stage, "base.toml", "chat.toml")
    stage.desktop.window.show_page("suites")
    opened = stage.desktop._suites
    stage.until(lambda: opened.page is not None)
    stage.settle()
    stage.picture("suites-empty")
    page = opened.page
    page._new.click()
    stage.until(lambda: page.new.picker.suite is not None)
    page.new.picker.list.setCurrentRow(page.new.picker.list.count() - 1)
    stage.settle()
    stage.picture("suites-new-run")
    page.new.start.click()
    stage.until(lambda: page.shows_run)
    store = stage.desktop._store
    stage.until(
        lambda: any(store.read(runs.counts, run.id).result()[0] >= 18 for run in store.read(runs.listed).result())
    )
    stage.settle()
    stage.picture("suites-run")
    page.run.segments.button(OUTCOME).click()
    for _ in range(8):
        stage.settle()
    stage.picture("suites-outcome")
