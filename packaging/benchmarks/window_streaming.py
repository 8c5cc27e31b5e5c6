"""Figure 7: how smooth the window stays while two fast models write Markdown into it.

Two real worker processes play a script at 500 tokens a second each, and what they say is set as Markdown in two views
side by side. A timer of one millisecond notes when the event loop comes round; what lies between two of its notes is a
time in which the window could neither scroll nor take a key.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.figures import WARM_UP_RUNS, Figure, Goal, Say, percentile
from benchmarks.workers import WorkerFailed, as_model
from lab.generation.protocol import Chunk, Failed, Finished, WorkerLost
from lab.generation.runner import Envelope, Request, Runner
from lab.generation.scripted_backend import ScriptedBackend
from lab.records import Contestant, Framing, SamplerSettings, Side

if TYPE_CHECKING:
    from ui.bridge import RunnerBridge
    from ui.compare.conversation_view import ConversationView

ANSWER_TOKENS = 2000
TOKENS_PER_SECOND = 500
_SCRIPT_TOKENS_PER_SECOND = 600.0
"""What the script is told, since it sleeps between tokens, and a sleep always takes a little longer."""
GOAL_USUAL = Goal(limit=33, at_least=False)
GOAL_LONGEST = Goal(limit=100, at_least=False)
_LIMIT_MS = 60_000
_WIDTH, _HEIGHT = 1000, 600
_LEAST_SPEED = 0.8
"""A part of the speed that was asked for. With less the machine is too busy for the figure to mean anything."""
_SECTION = """## Step {n}: what the leaf does

Photosynthesis is like a **superhero team**, with one of its members, *Chlorophyll*, using `sunlight` to turn CO₂ and
water into glucose and oxygen. This is part {n} of the story.

- **Light** comes from the sun, and the leaf is {n} times as glad
- **Water** comes from the roots
  - through the stem
- **Air** comes in through the pores

```python
def photosynthesis_{n}(light: float, water: int = {n}) -> str:
    # Six of one and six of the other.
    return f"sugar from {{light * 2.5}} and {{water}}"
```

| What | How much | Where |
|:-----|---------:|-------|
| Water | {n} | roots |
| Light | 3.{n} | sky |

> Whoever eats sugar, eats light. $6 CO_2 + 6 H_2 O$

"""


def measure(repeats: int, say: Say) -> list[Figure]:
    """Let both sides stream again and again.

    Args:
        repeats: How many times.
        say: Told what is going on.
    """
    say(f"The event loop while two answers of {ANSWER_TOKENS:,} tokens stream, milliseconds between its turns")
    usual: list[float] = []
    longest: list[float] = []
    speeds: list[float] = []
    first_longest = 0.0
    with tempfile.TemporaryDirectory(prefix="counterpoint-bench-") as folder:
        script = _script(Path(folder))
        for number in range(-WARM_UP_RUNS, repeats):
            gaps_ms, tokens_per_second = _stream(script)
            name = "warm-up" if number < 0 else f"{number + 1} of {repeats}"
            told = f"p99 {percentile(gaps_ms, 99):.1f}, longest {max(gaps_ms):.1f}"
            say(f"  {name}: {told} ({tokens_per_second:.0f} tokens per second and side)")
            if number < 0:
                first_longest = max(gaps_ms)
            else:
                usual.append(percentile(gaps_ms, 99))
                longest.append(max(gaps_ms))
                speeds.append(tokens_per_second)
    parts: dict[str, float | str | Sequence[float]] = {
        "tokens_per_second_and_side": speeds,
        "longest_of_the_first_run_ms": first_longest,
    }
    return [
        Figure(
            number=7,
            what="event loop, two sides streaming Markdown: p99",
            values=tuple(usual),
            goal=GOAL_USUAL,
            unit="ms",
            parts=parts,
        ),
        Figure(
            number=7,
            what="event loop, two sides streaming Markdown: longest",
            values=tuple(longest),
            goal=GOAL_LONGEST,
            unit="ms",
            statistic="p95",
            parts=parts,
        ),
    ]


def answer(tokens: int = ANSWER_TOKENS) -> str:
    """Markdown with everything in it, of exactly so many of the scripted backend's tokens."""
    text = "".join(_SECTION.format(n=n) for n in range(1, 2 + tokens // 100))
    with tempfile.TemporaryDirectory(prefix="counterpoint-bench-") as folder:
        path = Path(folder) / "tokenizer.toml"
        path.write_text('answers = ["-"]\n', encoding="utf-8")
        backend = ScriptedBackend(path)
        ids = backend.tokenize(text)[:tokens]
        return b"".join(backend.piece(token_id) for token_id in ids).decode()


def _script(folder: Path) -> Path:
    path = folder / "markdown.toml"
    settings = {
        "answers": [answer()],
        "tokens_per_second": _SCRIPT_TOKENS_PER_SECOND,
        "prompt_tokens_per_second": 1e6,
        "context_tokens": 2 * ANSWER_TOKENS,
    }
    # What JSON makes of these is TOML too.
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in settings.items()]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def _stream(script: Path) -> tuple[list[float], float]:
    """One run: the gaps between turns of the event loop in milliseconds, and the tokens per second of one side."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

    from ui.bridge import RunnerBridge
    from ui.compare.conversation_view import ConversationView
    from ui.theme.theme import Theme

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(app)
    window = QWidget()
    window.resize(_WIDTH, _HEIGHT)
    layout = QHBoxLayout(window)
    views = {side: ConversationView(window) for side in Side}
    for view in views.values():
        view.set_palette(theme.palette)
        view.set_markdown(True)
        layout.addWidget(view)
    window.show()
    bridge = RunnerBridge()
    runner = Runner(bridge.post)
    try:
        return _Run(app, runner, bridge, views).go(script)
    finally:
        runner.close()
        window.close()
        window.deleteLater()
        theme.deleteLater()


class _Run:
    """Two answers on their way into two views."""

    def __init__(
        self, app: object, runner: Runner, bridge: RunnerBridge, views: Mapping[Side, ConversationView]
    ) -> None:
        from PySide6.QtCore import QEventLoop, Qt, QTimer

        self._app = app
        self._runner = runner
        self._views = views
        self._speeds: list[float] = []
        self._trouble = ""
        self._turns: list[float] = []
        self._loop = QEventLoop()
        self._clock = QTimer()
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.setInterval(1)
        self._clock.timeout.connect(lambda: self._turns.append(time.perf_counter()))
        self._alarm = QTimer()
        self._alarm.setSingleShot(True)
        self._alarm.timeout.connect(lambda: self._give_up("The answers did not end in time."))
        bridge.arrived.connect(self._take)

    def go(self, script: Path) -> tuple[list[float], float]:
        """Stream, and give the gaps and the speed."""
        contestant = Contestant(
            model=as_model(script), framing=Framing.RAW, sampler=SamplerSettings(max_tokens=ANSWER_TOKENS)
        )
        for view in self._views.values():
            view.begin("Explain photosynthesis simply.")
        self._alarm.start(_LIMIT_MS)
        self._runner.compare(dict.fromkeys(Side, Request(contestant=contestant, prompt="Explain it.")))
        self._loop.exec()
        if self._trouble:
            raise WorkerFailed(self._trouble)
        if min(self._speeds) < _LEAST_SPEED * TOKENS_PER_SECOND:
            raise WorkerFailed(f"A side wrote only {min(self._speeds):.0f} tokens per second: the machine is too busy.")
        pairs = zip(self._turns, self._turns[1:], strict=False)
        return [(after - before) * 1000 for before, after in pairs], min(self._speeds)

    def _take(self, envelope: Envelope) -> None:
        event = self._runner.handle(envelope)
        view = self._views[envelope.side]
        if isinstance(event, Chunk):
            if not self._clock.isActive():
                self._clock.start()
            view.append_text(event.text)
        elif isinstance(event, Finished):
            view.finish()
            if event.completion_tokens != ANSWER_TOKENS or event.timing.tokens_per_second is None:
                self._give_up(f"An answer has {event.completion_tokens} tokens.")
                return
            self._speeds.append(event.timing.tokens_per_second)
            if len(self._speeds) == len(self._views):
                self._stop()
        elif isinstance(event, Failed | WorkerLost):
            self._give_up(event.message)

    def _give_up(self, why: str) -> None:
        self._trouble = why
        self._stop()

    def _stop(self) -> None:
        self._clock.stop()
        self._alarm.stop()
        self._loop.quit()
