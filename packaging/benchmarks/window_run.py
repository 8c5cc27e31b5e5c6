"""Figures 8 and 10: real models under an open window beside the bare runner, and memory over hundreds of turns."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from benchmarks.figures import Figure, Goal, Say, paired_runs, ratios
from benchmarks.prompts import OTHER_STORY, STORY
from benchmarks.two_models import side_by_side_speed
from benchmarks.workers import WorkerFailed, endless
from lab.records import Comparison, Side

if TYPE_CHECKING:
    from ui.desktop import Desktop

TOKENS = 128
TURNS = 500
TURNS_A_SESSION = 10
SETTLED_AFTER_TURNS = 100
GOAL_THROUGHPUT = Goal(limit=0.97, at_least=True)
GOAL_GROWTH = Goal(limit=5, at_least=False)
_LIMIT_S = 120
_LOOK_MS = 10


def measure_throughput(models: list[Path], repeats: int, say: Say) -> list[Figure]:
    """Both models answer at once, under the window and without one: tokens per second of both together.

    Args:
        models: Two GGUF files.
        repeats: How many pairs.
        say: Told what is going on.
    """
    say(f"Two models at once, {TOKENS} tokens each, tokens per second of both together")
    speeds = paired_runs(
        repeats,
        {"window": lambda: _window_speed(models), "command line": lambda: side_by_side_speed(models, TOKENS)},
        say,
    )
    return [
        Figure(
            number=8,
            what="throughput with the window open ÷ without",
            values=ratios(speeds["window"], speeds["command line"]),
            goal=GOAL_THROUGHPUT,
            parts={f"{name.replace(' ', '_')}_tokens_per_second": each for name, each in speeds.items()},
        )
    ]


def measure_growth(say: Say) -> list[Figure]:
    """Hundreds of scripted turns in many conversations; memory must stay where it was.

    Args:
        say: Told what is going on.
    """
    say(f"Memory of the window over {TURNS} turns, megabytes")
    grown = []
    with _open_desktop(demo=True) as (desktop, wait), tempfile.TemporaryDirectory() as folder:
        _let_fast_scripts_play(desktop, Path(folder), wait)
        before = 0
        for turn in range(1, TURNS + 1):
            if turn % TURNS_A_SESSION == 1:
                desktop.compare.begin_new()
            desktop._page.composer.set_text(f"Prompt number {turn}")
            desktop._page.composer.press()
            wait(lambda: not desktop.compare.session.busy)
            if turn == SETTLED_AFTER_TURNS:
                before = psutil.Process().memory_info().rss
            if turn % 100 == 0:
                say(f"  {turn} turns: {psutil.Process().memory_info().rss / 1e6:.1f}")
        grown.append((psutil.Process().memory_info().rss - before) / 1e6)
    what = f"memory gained from turn {SETTLED_AFTER_TURNS} to {TURNS}"
    return [Figure(number=10, what=what, values=tuple(grown), goal=GOAL_GROWTH, unit="MB")]


def _let_fast_scripts_play(desktop: Desktop, folder: Path, wait: Callable[[Callable[[], object]], None]) -> None:
    """The demonstration's own scripts speak as slowly as a model does; what they say is of no account here."""
    from dataclasses import replace

    from lab.generation.demo import scripted_model
    from lab.records import Kind

    for side, kind in ((Side.A, Kind.BASE), (Side.B, Kind.CHAT)):
        model = scripted_model(kind)
        script = folder / f"{kind}.toml"
        fast = Path(model.path).read_text(encoding="utf-8").replace("tokens_per_second = ", "tokens_per_second = 1000")
        script.write_text(fast, encoding="utf-8")
        desktop._pairing.replace_model(side, replace(model, path=str(script)))
    desktop.compare.show_models()
    wait(lambda: all(pane.state() == "ready" for pane in desktop._page.panes.values()))


def _window_speed(models: list[Path]) -> float:
    from dataclasses import replace

    from lab.models.library import Library
    from lab.preferences import ComparisonSettings, PreferencesFile, SideSettings
    from lab.records import Framing
    from lab.settings import folders

    def prepare() -> None:
        library = Library(folders().data / "library.json")
        names = [library.add(path).name for path in models]
        a, b = (SideSettings(sampler=replace(endless(path, TOKENS))) for path in models)
        PreferencesFile(folders().data / "preferences.json").change(
            model_a=names[0],
            model_b=names[1],
            framing_a=Framing.RAW,
            framing_b=Framing.RAW,
            settings=ComparisonSettings(shared=False, a=a, b=b),
        )

    answered: list[Comparison] = []
    with _open_desktop(prepare) as (desktop, wait):
        desktop.compare.answered.connect(answered.append)
        wait(lambda: all(pane.state() == "ready" for pane in desktop._page.panes.values()))
        # The first answer touches all weights for the first time; the other way warms its models up, too.
        for prompt in (OTHER_STORY, STORY):
            answered.clear()
            desktop.compare.begin_new()
            desktop._page.composer.set_text(prompt)
            desktop._page.composer.press()
            wait(lambda: answered)
    comparison = answered[0]
    total = 0.0
    for side, answer in ((Side.A, comparison.a), (Side.B, comparison.b)):
        if answer is None or answer.response is None or answer.response.tokens_per_second is None:
            raise WorkerFailed(f"Side {side} gave no answer under the window.")
        total += answer.response.tokens_per_second
    return total


@contextmanager
def _open_desktop(
    prepare: Callable[[], None] = lambda: None, *, demo: bool = False
) -> Iterator[tuple[Desktop, Callable[[Callable[[], object]], None]]]:
    """A window in this process, in a home of its own, and a way to wait for something in it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from lab.preferences import PreferencesFile
    from lab.settings import folders
    from ui.desktop import Desktop
    from ui.theme.theme import Theme

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)

    def wait(condition: Callable[[], object]) -> None:
        # The event loop itself, which sleeps until something comes, as in the program.
        loop, look, limit = QEventLoop(), QTimer(), QTimer()
        look.timeout.connect(lambda: loop.quit() if condition() else None)
        limit.setSingleShot(True)
        limit.timeout.connect(lambda: loop.exit(1))
        look.start(_LOOK_MS)
        limit.start(_LIMIT_S * 1000)
        if not condition() and loop.exec():
            raise WorkerFailed("The window did not do what was expected in time.")

    before = os.environ.get("COUNTERPOINT_HOME")
    with tempfile.TemporaryDirectory(prefix="counterpoint-bench-") as home:
        os.environ["COUNTERPOINT_HOME"] = home
        try:
            prepare()
            theme = Theme(app)
            desktop = Desktop(PreferencesFile(folders().data / "preferences.json"), theme, demo=demo)
            desktop.open()
            if demo:
                wait(lambda: all(pane.state() == "ready" for pane in desktop._page.panes.values()))
            yield desktop, wait
            desktop.close_down()
            theme.deleteLater()
            app.processEvents()
        finally:
            os.environ.pop("COUNTERPOINT_HOME")
            if before is not None:
                os.environ["COUNTERPOINT_HOME"] = before
