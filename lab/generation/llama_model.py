"""A model file and a context of llama.cpp: how they are loaded, how text becomes tokens, how tokens are evaluated.

What all ways of answering share. One conversation at a time is ``LlamaBackend``, many are ``LlamaBatchBackend``.
"""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import llama_cpp as llama

from lab.errors import ModelFailed
from lab.generation.abort_flag import AbortFlag
from lab.generation.backend import Aborted, BackendFacts
from lab.generation.llama_engine import engine_name, load_cpu_code
from lab.generation.llama_log import LlamaLog
from lab.generation.thread_choice import ThreadChoice
from lab.language import number, tr

BATCH_TOKENS = 512
_MICRO_BATCH_TOKENS = 128
_FLASH_ATTENTION_AUTO, _FLASH_ATTENTION_OFF = -1, 0
_DECODE_NO_SPACE = 1
_DECODE_ABORTED = 2


class LoadCancelled(Exception):
    """The progress callback asked to stop."""


class LlamaModel:
    """One model and one context of llama.cpp.

    Args:
        path: The GGUF file.
        context_tokens: Room for this many tokens in each row, capped by what the model was trained for.
        threads: Threads to start with.
        gpu_layers: Layers on the GPU, -1 for all.
        repack_weights: Let llama.cpp rearrange weights for speed, which takes memory.
        on_progress: Told the fraction read, 0 to 1; returns False to give up.
        log: Where llama.cpp's log lines go; kept with errors.
        rows: How many sequences of tokens have room side by side.

    Raises:
        ModelFailed: llama.cpp refused the file or could not make a context.
        LoadCancelled: ``on_progress`` returned False.
    """

    def __init__(
        self,
        path: Path,
        *,
        context_tokens: int,
        threads: int,
        gpu_layers: int,
        repack_weights: bool,
        on_progress: Callable[[float], bool],
        log: LlamaLog,
        rows: int = 1,
    ) -> None:
        self._log = log
        self._abort = AbortFlag()
        self._context: Any = None
        load_cpu_code()
        llama.llama_backend_init()
        self._model = self._load(path, gpu_layers, repack_weights, on_progress)
        self._vocab = llama.llama_model_get_vocab(self._model)
        gpu = gpu_layers != 0 and bool(llama.llama_supports_gpu_offload())
        try:
            self._context = self._make_context(context_tokens, rows, threads, gpu=gpu)
        except ModelFailed:
            self.close()
            raise
        self._memory = llama.llama_get_memory(self._context)
        self._sliding_window: int = llama.llama_model_n_swa(self._model)
        self._threads = threads
        self._thread_choice = ThreadChoice(threads)
        self._piece_buffer = ctypes.create_string_buffer(64)
        self._pieces: dict[int, bytes] = {}
        self._ends: dict[int, bool] = {}
        self.facts = self._describe(gpu=gpu)

    def _load(self, path: Path, gpu_layers: int, repack: bool, on_progress: Callable[[float], bool]) -> Any:
        cancelled = False

        def progress(fraction: float, _data: object) -> bool:
            nonlocal cancelled
            cancelled = not on_progress(fraction)
            return not cancelled

        params = llama.llama_model_default_params()
        params.n_gpu_layers = gpu_layers if llama.llama_supports_gpu_offload() else 0
        params.use_extra_bufts = repack
        # Weights that are not numbers would otherwise load and answer nonsense; but checking reads the whole file,
        # so it is left to the hash that every model in the library has.
        params.check_tensors = False
        callback = llama.llama_progress_callback(progress)
        params.progress_callback = callback
        model = llama.llama_model_load_from_file(str(path).encode(), params)
        if model:
            return model
        if cancelled:
            raise LoadCancelled
        raise ModelFailed(
            tr("llama.cpp can't load {name}: {reason}.", name=path.name, reason=self._reason()),
            tr("The file may be damaged, or made for a newer llama.cpp."),
            detail=self._log.tail(),
        )

    def _reason(self) -> str:
        return self._log.last_error() or tr("it gave no reason")

    def _make_context(self, context_tokens: int, rows: int, threads: int, *, gpu: bool) -> Any:
        trained_for = llama.llama_model_n_ctx_train(self._model)
        params = llama.llama_context_default_params()
        each = min(context_tokens, trained_for) if trained_for > 0 else context_tokens
        # A memory of its own for each row: nobody pays for looking past the others, and where the tokens of a row lie
        # does not depend on them.
        params.n_ctx, params.n_seq_max, params.kv_unified = each * rows, rows, False
        params.n_batch = BATCH_TOKENS
        # On a CPU, flash attention cuts a long conversation into as many pieces as there are threads: the same seed
        # would then give other tokens when a model gets more or fewer of them. Without it the scores of a whole
        # micro-batch are in memory at once, so that one is kept small; prompts are read as fast (measured).
        params.n_ubatch = BATCH_TOKENS if gpu else _MICRO_BATCH_TOKENS
        # Rows that advance together are never cut so (ggml-cpu/ops.cpp: only one token of one row is).
        params.flash_attn_type = _FLASH_ATTENTION_AUTO if gpu or rows > 1 else _FLASH_ATTENTION_OFF
        params.n_outputs_max = rows  # only the last token of a row predicts: 250 MB less compute buffer
        params.n_threads = params.n_threads_batch = threads
        params.swa_full = False
        params.no_perf = True
        context = llama.llama_init_from_model(self._model, params)
        if not context:
            raise ModelFailed(
                tr(
                    "llama.cpp can't make room for a context of {tokens} tokens: {reason}.",
                    tokens=number(params.n_ctx),
                    reason=self._reason(),
                ),
                tr("Try a shorter context, or close other programs."),
                detail=self._log.tail(),
            )
        llama.llama_set_abort_callback(context, self._abort.callback(llama.ggml_abort_callback), self._abort.address)
        return context

    def _describe(self, *, gpu: bool) -> BackendFacts:
        vocab = self._vocab
        template = llama.llama_model_chat_template(self._model, None)
        bos, eos = llama.llama_vocab_bos(vocab), llama.llama_vocab_eos(vocab)
        return BackendFacts(
            engine=engine_name(),
            context_tokens=llama.llama_n_ctx_seq(self._context),
            vocabulary_tokens=llama.llama_vocab_n_tokens(vocab),
            batch_tokens=BATCH_TOKENS,
            chat_template=template.decode("utf-8", errors="replace") if template else None,
            bos_text=self._token_text(bos),
            eos_text=self._token_text(eos),
            bos_token=bos if bos >= 0 and llama.llama_vocab_get_add_bos(vocab) else None,
            gpu=gpu,
        )

    def _token_text(self, token_id: int) -> str:
        if token_id < 0:
            return ""
        text: bytes | None = llama.llama_vocab_get_text(self._vocab, token_id)
        return text.decode("utf-8", errors="replace") if text else ""

    def tokenize(self, text: str) -> list[int]:
        """Split text into tokens; special tokens that are spelled out become themselves."""
        data = text.encode("utf-8", errors="replace")
        buffer = (llama.llama_token * (len(data) + 8))()
        count = llama.llama_tokenize(self._vocab, data, len(data), buffer, len(buffer), False, True)
        if count < 0:
            raise ModelFailed(tr("llama.cpp could not split the prompt into tokens."), detail=self._log.tail())
        return list(buffer[:count])

    def piece(self, token_id: int) -> bytes:
        """The bytes of one token; control tokens are spelled out, as the model really said them."""
        known = self._pieces.get(token_id)
        if known is not None:
            return known
        size = len(self._piece_buffer)
        count = llama.llama_token_to_piece(self._vocab, token_id, self._piece_buffer, size, 0, True)
        if count < 0:
            self._piece_buffer = ctypes.create_string_buffer(-count)
            count = llama.llama_token_to_piece(self._vocab, token_id, self._piece_buffer, -count, 0, True)
        return self._pieces.setdefault(token_id, self._piece_buffer.raw[: max(count, 0)])

    def is_end(self, token_id: int) -> bool:
        """True if the token means that the answer is over."""
        known = self._ends.get(token_id)
        if known is None:
            known = self._ends[token_id] = bool(llama.llama_vocab_is_eog(self._vocab, token_id))
        return known

    def _decode(self, batch: Any, *, token_by_token: bool, one_thread: bool = False) -> None:
        """Evaluate a batch; ``token_by_token`` if it is a step of answers, whose time tells how many threads pay."""
        threads = 1 if one_thread else self._thread_choice.now()
        if threads != self._threads:
            self._threads = threads
            llama.llama_set_n_threads(self._context, threads, threads)
        began, computed = time.perf_counter(), time.process_time()
        result = llama.llama_decode(self._context, batch)
        if result == 0:
            if token_by_token:  # what a longer batch takes says nothing about a token
                self._thread_choice.took(time.perf_counter() - began, time.process_time() - computed)
            return
        if result == _DECODE_ABORTED:
            raise Aborted
        if result == _DECODE_NO_SPACE:
            raise ModelFailed(tr("The model could not go on: its context is full."), detail=self._log.tail())
        why = tr("The model could not go on: llama_decode returned {result}.", result=result)
        raise ModelFailed(why, detail=self._log.tail())

    def set_threads(self, threads: int) -> None:
        """Use at most this many threads from what is evaluated next on; safe from any thread."""
        self._thread_choice.allowed = threads

    def request_abort(self) -> None:
        """Break off what is being evaluated, from any thread."""
        self._abort.set()

    def clear_abort(self) -> None:
        """Allow evaluating again."""
        self._abort.clear()

    def close(self) -> None:
        """Free the model."""
        if self._context:
            llama.llama_free(self._context)
            self._context = None
        if self._model:
            llama.llama_model_free(self._model)
            self._model = None
