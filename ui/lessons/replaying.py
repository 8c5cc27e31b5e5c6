"""Plays the recorded answers of a step as if they came now; nothing is computed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from lab.errors import LabError
from lab.language import tr
from lab.records import Comparison, KeptAnswer, Side
from ui.lessons.ballots import Ballots

FRAME_MS = 33
MOST_S = 5.0
"""The longest that a pair may take; slower answers are played so much faster, both alike."""
_USUAL_TOKENS_PER_SECOND = 20.0
"""Of an answer that does not say how fast it came."""


class Replay(QObject):
    """One pair after the other, each side at the speed at which it was written, and in five seconds at most.

    Pairs that are hidden come at once, both sides together, as their speed would tell who is who.

    Args:
        ballots: Knows the comparisons.
        clock: Gives seconds.
        parent: Owns it.

    Signals:
        found(list): The comparisons that will be played.
        begun(int): A pair begins; its place.
        grew(Side, str): A piece of an answer has come.
        answered(int, Comparison): Both sides are done with a pair.
        ended(): All pairs have been played.
        failed(LabError): There is nothing to play.
    """

    found = Signal(object)
    begun = Signal(int)
    grew = Signal(object, str)
    answered = Signal(int, object)
    ended = Signal()
    failed = Signal(object)

    def __init__(
        self, ballots: Ballots, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._ballots, self._clock = ballots, clock
        self._wanted: Sequence[str] = ()
        self._waits = False
        self._comparisons: list[Comparison] = []
        self._place = 0
        self._hidden = False
        self._since_s = 0.0
        self._shown: dict[Side, int] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._tick)
        ballots.known.connect(self._look)

    def begin(self, rater: str, comparison_ids: Sequence[str], *, hidden: bool) -> None:
        """Read the answers out of the history, then play them.

        Args:
            rater: Who learns.
            comparison_ids: What was recorded.
            hidden: It must not be seen who is who.
        """
        self.stop()
        self._wanted, self._hidden, self._waits = comparison_ids, hidden, True
        self._ballots.read(rater, comparison_ids)
        self._look()

    def stop(self) -> None:
        """Show at once what is left of the answers."""
        self._waits = False
        while self._comparisons:
            self._finish_pair()

    def _look(self) -> None:
        known = [self._ballots.comparison(each) for each in self._wanted]
        if not self._waits or any(
            each is None and not self._ballots.is_gone(name) for each, name in zip(known, self._wanted, strict=True)
        ):
            return
        self._waits = False
        there = [each for each in known if each is not None and each.a is not None and each.b is not None]
        if not there:
            gone = tr("The recorded answers are not in the history any more.")
            self.failed.emit(LabError(gone, tr("Open the recording once more.")))
            return
        self._comparisons, self._place = there, 0
        self.found.emit(list(there))
        self._begin_pair()

    def _begin_pair(self) -> None:
        self._since_s = self._clock()
        self._shown = dict.fromkeys(Side, 0)
        self.begun.emit(self._place)
        self._timer.start()

    def _tick(self) -> None:
        passed_s = self._clock() - self._since_s
        answers = _answers(self._comparisons[self._place])
        takes_s = {side: _seconds(answer) for side, answer in answers.items()}
        faster = max(1.0, max(takes_s.values()) / MOST_S)
        if self._hidden or passed_s * faster >= max(takes_s.values()):
            self._finish_pair()
            return
        for side, answer in answers.items():
            share = min(1.0, passed_s * faster / takes_s[side]) if takes_s[side] else 1.0
            end = round(len(answer.text) * share)
            if end > self._shown[side]:
                self.grew.emit(side, answer.text[self._shown[side] : end])
                self._shown[side] = end

    def _finish_pair(self) -> None:
        self._timer.stop()
        place, comparison = self._place, self._comparisons[self._place]
        is_last = place + 1 == len(self._comparisons)
        self._place += 1
        if is_last:
            self._comparisons = []
        self.answered.emit(place, comparison)
        if is_last:
            self.ended.emit()
        elif self._comparisons:
            self._begin_pair()


def _answers(comparison: Comparison) -> dict[Side, KeptAnswer]:
    return {side: answer for side, answer in ((Side.A, comparison.a), (Side.B, comparison.b)) if answer is not None}


def _seconds(answer: KeptAnswer) -> float:
    """How long it took to be written."""
    if answer.response is None:
        return 0.0
    return answer.response.completion_tokens / (answer.response.tokens_per_second or _USUAL_TOKENS_PER_SECOND)
