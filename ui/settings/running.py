"""The card "Running models": how much conversation, how many cores, when."""

from __future__ import annotations

import os
from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from lab.generation.thread_budget import machine_threads
from lab.language import tr
from lab.preferences import (
    LEAST_CONTEXT_TOKENS,
    MOST_CONTEXT_TOKENS,
    MOST_GPU_LAYERS,
    MOST_THREADS,
    Preferences,
    PreferencesFile,
)
from lab.records import Schedule
from ui.controls.number_field import NumberField
from ui.controls.segmented import Segmented
from ui.settings.card import Card

_FIELD_WIDTH = 120
_TYPING_PAUSE_MS = 400
_SCHEDULE_SENTENCES = {
    Schedule.AUTO: tr("Both at once if they fit into the free memory together, otherwise one after the other."),
    Schedule.TOGETHER: tr("Both at once, sharing the cores. If they don't fit into memory, you are told."),
    Schedule.IN_TURN: tr("One after the other, each with all cores. Needs the least memory."),
}


class RunningCard(Card):
    """Context, threads, GPU layers and schedule.

    Args:
        preferences: Where they are kept.
        parent: Of the widget.
    """

    def __init__(self, preferences: PreferencesFile, parent: QWidget | None = None) -> None:
        super().__init__(tr("Running models"), parent)
        self._preferences = preferences
        words = {
            Schedule.AUTO: tr("Automatic"),
            Schedule.TOGETHER: tr("Together"),
            Schedule.IN_TURN: tr("In turn"),
        }
        self.schedule = Segmented(words.items(), name=tr("The two models run"), parent=self)
        self._schedule_sentence = self.add_row(tr("The two models run"), self.schedule)
        self.schedule.chosen.connect(lambda value: preferences.change(schedule=Schedule(value)))
        self.context_tokens = self._number(
            tr("Context"),
            tr(
                "Tokens of conversation that a model can keep in view. More takes more memory. "
                "Takes effect with the next model that loads."
            ),
            (LEAST_CONTEXT_TOKENS, MOST_CONTEXT_TOKENS),
            step=1024,
        )
        cores = machine_threads()
        self.threads = self._number(
            tr("Threads"),
            tr(
                "For both models together. More than there are cores make it slower. Takes effect with the next prompt."
            ),
            (0, min(os.cpu_count() or 1, MOST_THREADS)),
            words={0: tr("All ({cores})", cores=cores)},
        )
        self.gpu_layers = self._number(
            tr("Layers on the GPU"),
            tr(
                "How much of each model a graphics card takes over, if llama.cpp was built for one. "
                "Takes effect with the next model that loads."
            ),
            (-1, MOST_GPU_LAYERS),
            words={-1: tr("All", "layers"), 0: tr("None", "layers")},
        )
        self._waiting = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING_PAUSE_MS)
        self._timer.timeout.connect(self.flush)

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what holds."""
        self.schedule.set_value(preferences.schedule)
        self._schedule_sentence.setText(_SCHEDULE_SENTENCES[preferences.schedule])
        if self._waiting:  # what is being typed is newer
            return
        for field, value in (
            (self.context_tokens, preferences.context_tokens),
            (self.threads, preferences.threads),
            (self.gpu_layers, preferences.gpu_layers),
        ):
            field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(False)

    def flush(self) -> None:
        """Write to the preferences what is still waiting for a pause."""
        if self._waiting:
            self._waiting = False
            self._timer.stop()
            self._preferences.change(
                context_tokens=self.context_tokens.number(),
                threads=self.threads.number(),
                gpu_layers=self.gpu_layers.number(),
            )

    def _wait(self, _value: float) -> None:
        self._waiting = True
        self._timer.start()

    def _number(
        self,
        name: str,
        sentence: str,
        allowed: tuple[int, int],
        *,
        step: int = 1,
        words: Mapping[float, str] | None = None,
    ) -> NumberField:
        field = NumberField(*allowed, step=step, words=words, parent=self)
        field.setFixedWidth(_FIELD_WIDTH)
        field.setToolTip(tr("The arrow keys change it step by step."))
        field.valueChanged.connect(self._wait)
        self.add_row(name, field, sentence)
        return field
