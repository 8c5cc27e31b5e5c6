"""Real workers with a tiny real model: what they stream, how they stop, how they die."""

import os
import queue
import signal
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from lab.generation.protocol import (
    Cancelled,
    Chunk,
    Event,
    Failed,
    Finished,
    Loaded,
    LoadProgress,
    Started,
    WorkerLost,
)
from lab.generation.worker_process import WorkerProcess
from lab.records import FinishReason, Framing, SamplerSettings
from tests import gguf_files

pytestmark = pytest.mark.process
WAIT_S = 60


class Bench:
    """A worker and the queue its events come out of."""

    def __init__(self, **options: float) -> None:
        self.events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.worker = WorkerProcess(self.events.put, **options)

    def next(self, *kinds: type[Event]) -> Event:
        """The next event of these kinds; others are passed over."""
        while not isinstance(event := self.events.get(timeout=WAIT_S), kinds):
            assert not isinstance(event, WorkerLost), event
        return event

    def load(self, path: Path, context_tokens: int = 512) -> Loaded | Failed:
        self.worker.load(path, context_tokens=context_tokens, threads=1)
        return self.next(Loaded, Failed)  # type: ignore[return-value]

    def ask(self, prompt: str = "the sun", *, framing: Framing = Framing.RAW, **sampler: object) -> int:
        return self.worker.generate(
            framing=framing, prompt=prompt, sampler=SamplerSettings(**{"max_tokens": 20, **sampler}), threads=1
        )

    def answer(self, prompt: str = "the sun", **options: object) -> tuple[Started, tuple[int, ...], Finished]:
        self.ask(prompt, **options)
        started = self.next(Started, Failed)
        assert isinstance(started, Started), started
        ids: list[int] = []
        while isinstance(event := self.next(Chunk, Finished), Chunk):
            ids.extend(event.token_ids)
        assert isinstance(event, Finished)
        return started, tuple(ids), event


@pytest.fixture
def bench() -> Iterator[Bench]:
    bench = Bench()
    yield bench
    bench.worker.close()


def test_a_model_loads_with_progress_and_answers(bench: Bench, tiny_base: Path) -> None:
    bench.worker.load(tiny_base, context_tokens=512, threads=1)
    progress = bench.next(LoadProgress)
    assert isinstance(progress, LoadProgress)
    loaded = bench.next(Loaded)
    assert isinstance(loaded, Loaded)
    assert loaded.context_tokens == 512
    assert not loaded.has_chat_template
    started, ids, finished = bench.answer()
    assert started.rendered_prompt == "<s>the sun"
    assert len(ids) == finished.completion_tokens == 20
    assert finished.finish_reason is FinishReason.LENGTH_LIMIT


def test_a_chat_model_ends_its_answer_by_itself(bench: Bench, tiny_chat: Path) -> None:
    bench.load(tiny_chat)
    started, _, finished = bench.answer(framing=Framing.CHAT, max_tokens=400)
    assert started.rendered_prompt == "<s><|im_start|>user\nthe sun<|im_end|>\n<|im_start|>assistant\n"
    assert finished.finish_reason is FinishReason.END_OF_ANSWER


def test_the_same_seed_gives_the_same_tokens_in_another_process_and_from_a_warm_memory(
    bench: Bench, tiny_base: Path
) -> None:
    prompt = "the water of the leaf and the light of the sun " * 10
    bench.load(tiny_base, 1024)
    _, first, _ = bench.answer(prompt, seed=5)
    bench.answer("something else", seed=5)
    bench.answer(prompt + "and more", seed=5)
    warm, again, _ = bench.answer(prompt, seed=5)
    assert warm.cached_prompt_tokens > 0
    assert again == first
    other = Bench()
    try:
        other.load(tiny_base, 1024)
        assert other.answer(prompt, seed=5)[1] == first
        assert other.answer(prompt, seed=6)[1] != first
    finally:
        other.worker.close()


@pytest.mark.parametrize(
    "settings",
    [
        {"temperature": 0.0},
        {"top_k": 0, "top_p": 1.0, "min_p": 0.0, "temperature": 1.0},
        {"typical_p": 0.5},
        {"repeat_penalty": 1.3, "frequency_penalty": 0.5, "presence_penalty": 0.5},
        {"dry_multiplier": 0.8},
        {"xtc_probability": 0.9, "xtc_threshold": 0.01},
        {"mirostat": True},
        {"stop_texts": ("no such text",)},
    ],
    ids=lambda settings: "+".join(settings),
)
def test_every_sampler_draws_and_repeats_itself(bench: Bench, tiny_base: Path, settings: dict[str, object]) -> None:
    bench.load(tiny_base)
    _, first, _ = bench.answer(**settings)
    assert first
    assert bench.answer(**settings)[1] == first


def test_a_logit_bias_can_forbid_and_force(bench: Bench, tiny_base: Path) -> None:
    bench.load(tiny_base)
    byte_a = gguf_files.FIRST_BYTE + ord("a")
    assert set(bench.answer(logit_bias=((byte_a, 1000.0),))[1]) == {byte_a}
    assert byte_a not in bench.answer(logit_bias=((byte_a, float("-inf")),), max_tokens=100)[1]


def test_a_grammar_is_followed_to_its_end(bench: Bench, tiny_base: Path) -> None:
    bench.load(tiny_base)
    bench.ask(grammar='root ::= ("yes" | "no") ", " [0-9]{3}')
    text = ""
    while isinstance(event := bench.next(Chunk, Finished), Chunk):
        text += event.text
    assert text.removeprefix("yes").removeprefix("no").startswith(", ")
    assert text[-3:].isdigit()
    assert isinstance(event, Finished)
    assert event.finish_reason is FinishReason.END_OF_ANSWER


def test_a_grammar_that_does_not_parse_is_refused_and_the_worker_goes_on(bench: Bench, tiny_base: Path) -> None:
    bench.load(tiny_base)
    bench.ask(grammar="root ::= (")
    failed = bench.next(Failed)
    assert isinstance(failed, Failed)
    assert (failed.error, failed.message) == ("SamplerRejected", "The grammar does not parse.")
    bench.answer()


def test_probabilities_are_reported_when_asked_for(bench: Bench, tiny_base: Path) -> None:
    bench.load(tiny_base)
    bench.worker.generate(
        framing=Framing.RAW,
        prompt="the sun",
        sampler=SamplerSettings(max_tokens=3, temperature=0),
        threads=1,
        rivals=10,
    )
    details = []
    while isinstance(event := bench.next(Chunk, Finished), Chunk):
        details.extend(event.details)
    assert len(details) == 3
    for detail in details:
        assert len(detail.rivals) == 10
        assert detail.rivals[0].token_id == detail.token_id  # temperature 0 takes the best
        assert [rival.logprob for rival in detail.rivals] == sorted((r.logprob for r in detail.rivals), reverse=True)
        assert all(rival.logprob <= 0 for rival in detail.rivals)


def test_an_answer_can_be_cancelled_and_the_next_one_works(bench: Bench, tiny_base: Path) -> None:
    bench.load(tiny_base, 2048)
    request_id = bench.ask(max_tokens=2000)
    bench.next(Chunk)
    bench.worker.cancel(request_id)
    cancelled = bench.next(Cancelled, Finished)
    assert isinstance(cancelled, Cancelled)
    assert 0 < cancelled.completion_tokens < 2000
    bench.answer()


def test_a_request_that_waits_can_be_cancelled_before_it_begins(bench: Bench, tiny_base: Path) -> None:
    bench.load(tiny_base, 2048)
    first = bench.ask(max_tokens=2000)
    second = bench.ask(max_tokens=2000)
    bench.worker.cancel(second)
    bench.worker.cancel(first)
    assert [bench.next(Cancelled).request_id for _ in range(2)] == [first, second]  # type: ignore[union-attr]


def test_loading_can_be_cancelled(bench: Bench, tiny_base: Path) -> None:
    bench.worker.cancel(bench.worker.load(tiny_base, context_tokens=512, threads=1))
    bench.next(Cancelled)
    assert isinstance(bench.load(tiny_base), Loaded)


def test_a_killed_worker_is_reported_with_its_exit_code(bench: Bench, tiny_base: Path) -> None:
    bench.load(tiny_base, 2048)
    bench.ask(max_tokens=2000)
    bench.next(Chunk)
    bench.worker.kill()
    lost = bench.events.get(timeout=WAIT_S)
    while not isinstance(lost, WorkerLost):
        lost = bench.events.get(timeout=WAIT_S)
    assert lost.exit_code == -signal.SIGKILL
    assert "SIGKILL" in lost.message


def test_a_worker_that_falls_silent_is_ended(tiny_base: Path) -> None:
    bench = Bench(silence_limit_s=2.0)
    try:
        bench.load(tiny_base)
        os.kill(bench.worker.pid, signal.SIGSTOP)
        lost = bench.events.get(timeout=WAIT_S)
        assert isinstance(lost, WorkerLost)
        assert "no sign of life for 2 seconds" in lost.message
    finally:
        bench.worker.close()


def test_a_model_that_llama_cpp_aborts_on_costs_the_worker_and_its_last_words_are_kept(
    bench: Bench, tmp_path: Path
) -> None:
    bench.worker.load(gguf_files.too_many_layers(tmp_path / "m.gguf"), context_tokens=512, threads=1)
    lost = bench.events.get(timeout=WAIT_S)
    while not isinstance(lost, WorkerLost):
        lost = bench.events.get(timeout=WAIT_S)
    assert lost.exit_code == -signal.SIGABRT
    assert "GGML_ASSERT" in lost.detail


def test_a_model_that_llama_cpp_refuses_is_an_error_with_its_reason(bench: Bench, tmp_path: Path) -> None:
    failed = bench.load(gguf_files.unknown_architecture(tmp_path / "m.gguf"))
    assert isinstance(failed, Failed)
    assert failed.error == "ModelFailed"
    assert "unknown model architecture" in failed.message
    assert failed.detail


def test_a_file_that_shrinks_while_it_is_used_costs_one_worker(bench: Bench, tmp_path: Path) -> None:
    path = gguf_files.tiny_model(tmp_path / "m.gguf")
    bench.load(path, 2048)
    os.truncate(path, 1000)
    bench.ask(max_tokens=500)
    event = bench.events.get(timeout=WAIT_S)
    while isinstance(event, Started | Chunk):
        event = bench.events.get(timeout=WAIT_S)
    # Where the weights had been copied to another place (repacked), nothing is lost at all.
    assert isinstance(event, WorkerLost | Finished)
    if isinstance(event, WorkerLost):
        assert event.exit_code == -signal.SIGBUS


def test_asking_before_loading_is_an_error(bench: Bench) -> None:
    bench.ask()
    failed = bench.next(Failed)
    assert isinstance(failed, Failed)
    assert failed.message == "No model is loaded."


def test_a_model_that_does_not_load_leaves_none_behind(bench: Bench, tiny_base: Path, tmp_path: Path) -> None:
    bench.load(tiny_base)
    assert isinstance(bench.load(tmp_path / "gone.gguf"), Failed)
    bench.ask()
    failed = bench.next(Failed)
    assert isinstance(failed, Failed)
    assert failed.message == "No model is loaded."


def test_a_template_that_writes_nothing_is_an_error_and_the_worker_goes_on(bench: Bench, tmp_path: Path) -> None:
    silent = gguf_files.tiny_model(tmp_path / "silent.gguf", chat_template="{# nothing #}", add_bos=False)
    bench.load(silent)
    bench.ask(framing=Framing.CHAT)
    failed = bench.next(Failed)
    assert isinstance(failed, Failed)
    assert failed.error == "PromptRejected"
    bench.answer()


def test_a_worker_takes_nothing_from_the_folder_that_it_is_started_in(
    tiny_base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "queue.py").write_text("raise SystemExit('a stranger ran')")
    monkeypatch.chdir(tmp_path)
    bench = Bench()
    try:
        assert isinstance(bench.load(tiny_base), Loaded)
    finally:
        bench.worker.close()


def test_a_worker_ends_when_the_app_is_gone(bench: Bench, tiny_base: Path) -> None:
    bench.load(tiny_base)
    process = psutil.Process(bench.worker.pid)
    bench.worker.close()
    assert not process.is_running()


def test_a_worker_never_loads_qt(bench: Bench, tiny_base: Path) -> None:
    bench.load(tiny_base)
    files = {Path(mapping.path).name for mapping in psutil.Process(bench.worker.pid).memory_maps()}
    assert any(name.startswith("libllama") for name in files)
    assert not any("Qt6" in name or "PySide" in name for name in files)
