"""Our own side: worker processes, driven as the app drives them, with the time of every event."""

from __future__ import annotations

import queue
import time
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from lab.generation.protocol import Cancelled, Chunk, Event, Failed, Finished, Loaded, Started, WorkerLost
from lab.generation.thread_budget import machine_threads
from lab.generation.worker_process import WorkerProcess
from lab.records import Framing, Kind, KindVerdict, Model, SamplerSettings, Turn

CONTEXT_TOKENS = 4096
_LIMIT_S = 300


class WorkerFailed(Exception):
    """A worker did not do what it was asked; the text says what it said instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer, with its times in seconds of ``time.perf_counter``."""

    text: str
    token_ids: tuple[int, ...]
    started: Started
    finished: Finished
    asked_at: float
    first_text_at: float
    finished_at: float

    @property
    def tokens_per_second(self) -> float:
        """The speed that the engine itself reports: (tokens - 1) / (last - first)."""
        speed = self.finished.timing.tokens_per_second
        if speed is None:
            raise WorkerFailed("The answer was too short for a speed.")
        return speed

    @property
    def first_text_s(self) -> float:
        """From asking to the first text, as the app sees it."""
        return self.first_text_at - self.asked_at


class MeasuredWorker(AbstractContextManager["MeasuredWorker"]):
    """One worker with a model in it, ended with the block.

    Args:
        path: The GGUF file.
        threads: Used where nothing else is said; None for all cores.
        repack_weights: As in ``lab.generation.protocol.Load``.

    Raises:
        WorkerFailed: It could not load the model.
    """

    def __init__(self, path: Path, *, threads: int | None = None, repack_weights: bool = True) -> None:
        self.threads = threads or machine_threads()
        self._events: queue.SimpleQueue[tuple[float, Event]] = queue.SimpleQueue()
        self.process = WorkerProcess(lambda event: self._events.put((time.perf_counter(), event)))
        try:
            self.process.load(path, context_tokens=CONTEXT_TOKENS, threads=self.threads, repack_weights=repack_weights)
            loaded = self.next(Loaded)[1]
        except BaseException:
            self.process.close()
            raise
        assert isinstance(loaded, Loaded)
        self.framing = Framing.CHAT if loaded.has_chat_template else Framing.QA

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.close()

    def ask(
        self,
        prompt: str,
        *,
        sampler: SamplerSettings,
        framing: Framing = Framing.RAW,
        turns: tuple[Turn, ...] = (),
    ) -> int:
        """Send a prompt; gives the request's id."""
        return self.process.generate(framing=framing, prompt=prompt, sampler=sampler, threads=self.threads, turns=turns)

    def answer(
        self,
        prompt: str,
        *,
        sampler: SamplerSettings,
        framing: Framing = Framing.RAW,
        turns: tuple[Turn, ...] = (),
    ) -> Answer:
        """Send a prompt and wait for the whole answer.

        Raises:
            WorkerFailed: It failed.
        """
        asked_at = time.perf_counter()
        self.ask(prompt, sampler=sampler, framing=framing, turns=turns)
        return self.rest_of_answer(asked_at)

    def rest_of_answer(self, asked_at: float) -> Answer:
        """Wait for the answer to a prompt that was sent at a certain time.

        Raises:
            WorkerFailed: It failed.
        """
        started = self.next(Started)[1]
        assert isinstance(started, Started)
        text, first_text_at = "", 0.0
        token_ids: list[int] = []
        while True:
            at, event = self.next(Chunk, Finished)
            if isinstance(event, Finished):
                return Answer(
                    text=text,
                    token_ids=tuple(token_ids),
                    started=started,
                    finished=event,
                    asked_at=asked_at,
                    first_text_at=first_text_at,
                    finished_at=at,
                )
            assert isinstance(event, Chunk)
            first_text_at = first_text_at or at
            text += event.text
            token_ids.extend(event.token_ids)

    def next(self, *kinds: type[Event]) -> tuple[float, Event]:
        """The next event of one of these kinds and when it arrived; others are passed over.

        Raises:
            WorkerFailed: The worker failed or was lost, or nothing came for minutes.
        """
        while True:
            try:
                at, event = self._events.get(timeout=_LIMIT_S)
            except queue.Empty:
                raise WorkerFailed(f"The worker said nothing for {_LIMIT_S} seconds.") from None
            if isinstance(event, kinds):
                return at, event
            if isinstance(event, Failed | WorkerLost):
                raise WorkerFailed(f"{event.message}\n{event.detail}")
            if isinstance(event, Finished | Cancelled):
                raise WorkerFailed(f"The worker was done before it should have been: {event}")

    def __enter__(self) -> Self:
        return self


def as_model(path: Path) -> Model:
    """What the runner needs to know of a file or a script; nothing here depends on the rest."""
    return Model(
        name=path.stem,
        path=str(path),
        size_bytes=path.stat().st_size,
        sha256="",
        verdict=KindVerdict(kind=Kind.UNSURE, confidence=0.0),
        architecture="",
        quantization="",
        parameters=0,
        context_tokens=CONTEXT_TOKENS,
        has_chat_template=False,
        tokenizer_sha256="",
    )


def endless(path: Path, tokens: int, *, seed: int = 42) -> SamplerSettings:
    """Default settings with which an answer has exactly so many tokens, as with llama.cpp's ``--ignore-eos``.

    Args:
        path: The GGUF file; whatever its vocabulary knows as an end is forbidden.
        tokens: How long the answer is.
        seed: For drawing.
    """
    forbidden = tuple((token, float("-inf")) for token in _end_tokens(path))
    return SamplerSettings(max_tokens=tokens, seed=seed, logit_bias=forbidden)


_KNOWN_ENDS: dict[Path, tuple[int, ...]] = {}


def _end_tokens(path: Path) -> tuple[int, ...]:
    if path in _KNOWN_ENDS:
        return _KNOWN_ENDS[path]
    import llama_cpp  # late: the pure parts are tested without it

    silent = llama_cpp.llama_log_callback(lambda _level, _text, _data: None)
    llama_cpp.llama_log_set(silent, None)
    params = llama_cpp.llama_model_default_params()
    params.vocab_only = True
    model = llama_cpp.llama_model_load_from_file(str(path).encode(), params)
    if not model:
        raise WorkerFailed(f"llama.cpp can't read the vocabulary of {path.name}.")
    vocab = llama_cpp.llama_model_get_vocab(model)
    count = llama_cpp.llama_vocab_n_tokens(vocab)
    ends = tuple(token for token in range(count) if llama_cpp.llama_vocab_is_eog(vocab, token))
    llama_cpp.llama_model_free(model)
    llama_cpp.llama_log_set(llama_cpp.llama_log_callback(0), None)  # ours is about to be collected
    return _KNOWN_ENDS.setdefault(path, ends)
