"""A model run by llama.cpp, through its plain C interface.

The binding's own streaming interface is not used: it holds text back when a byte does not decode, its cost grows with
the length of the answer, and it quietly applies a chat template to models that have none.
"""

from __future__ import annotations

import ctypes
import importlib.metadata
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import llama_cpp as llama

from lab.errors import ModelFailed
from lab.generation.abort_flag import AbortFlag
from lab.generation.backend import Aborted, BackendFacts
from lab.generation.llama_log import LlamaLog
from lab.generation.llama_sampler import LlamaSampler
from lab.generation.thread_choice import ThreadChoice
from lab.records import SamplerSettings

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

BATCH_TOKENS = 512
_MICRO_BATCH_TOKENS = 128
_FLASH_ATTENTION_AUTO, _FLASH_ATTENTION_OFF = -1, 0
_DECODE_NO_SPACE = 1
_DECODE_ABORTED = 2


class LoadCancelled(Exception):
    """The progress callback asked to stop."""


class LlamaBackend:
    """One model and one context of llama.cpp; see ``Backend`` for what the methods promise.

    Args:
        path: The GGUF file.
        context_tokens: Room for this many tokens, capped by what the model was trained for.
        threads: Threads to start with.
        gpu_layers: Layers on the GPU, -1 for all.
        repack_weights: Let llama.cpp rearrange weights for speed, which takes memory.
        on_progress: Told the fraction read, 0 to 1; returns False to give up.
        log: Where llama.cpp's log lines go; kept with errors.

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
    ) -> None:
        self._log = log
        self._abort = AbortFlag()
        self._context: Any = None
        self._sampler: LlamaSampler | None = None
        llama.llama_backend_init()
        self._model = self._load(path, gpu_layers, repack_weights, on_progress)
        self._vocab = llama.llama_model_get_vocab(self._model)
        try:
            self._context = self._make_context(context_tokens, threads, gpu=self._on_gpu(gpu_layers))
        except ModelFailed:
            self.close()
            raise
        self._memory = llama.llama_get_memory(self._context)
        self._sliding_window: int = llama.llama_model_n_swa(self._model)
        self._threads = threads
        self._thread_choice = ThreadChoice(threads)
        self._piece_buffer = ctypes.create_string_buffer(64)
        self._token_buffer = (llama.llama_token * BATCH_TOKENS)()
        self._pieces: dict[int, bytes] = {}
        self._ends: dict[int, bool] = {}
        self.facts = self._describe(gpu_layers)

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
            f"llama.cpp can't load {path.name}: {self._log.last_error() or 'it gave no reason'}.",
            "The file may be damaged, or made for a newer llama.cpp.",
            detail=self._log.tail(),
        )

    @staticmethod
    def _on_gpu(gpu_layers: int) -> bool:
        return gpu_layers != 0 and bool(llama.llama_supports_gpu_offload())

    def _make_context(self, context_tokens: int, threads: int, *, gpu: bool) -> Any:
        trained_for = llama.llama_model_n_ctx_train(self._model)
        params = llama.llama_context_default_params()
        params.n_ctx = min(context_tokens, trained_for) if trained_for > 0 else context_tokens
        params.n_batch = BATCH_TOKENS
        # On a CPU, flash attention cuts a long conversation into as many pieces as there are threads: the same seed
        # would then give other tokens when a model gets more or fewer of them. Without it the scores of a whole
        # micro-batch are in memory at once, so that one is kept small; prompts are read as fast (measured).
        params.n_ubatch = BATCH_TOKENS if gpu else _MICRO_BATCH_TOKENS
        params.flash_attn_type = _FLASH_ATTENTION_AUTO if gpu else _FLASH_ATTENTION_OFF
        params.n_seq_max = 1
        params.n_outputs_max = 1  # only the last token of a batch predicts: 250 MB less compute buffer
        params.n_threads = params.n_threads_batch = threads
        params.swa_full = False
        params.no_perf = True
        context = llama.llama_init_from_model(self._model, params)
        if not context:
            raise ModelFailed(
                f"llama.cpp can't make room for a context of {params.n_ctx:,} tokens: "
                f"{self._log.last_error() or 'it gave no reason'}.",
                "Try a shorter context, or close other programs.",
                detail=self._log.tail(),
            )
        llama.llama_set_abort_callback(context, self._abort.callback(llama.ggml_abort_callback), self._abort.address)
        return context

    def _describe(self, gpu_layers: int) -> BackendFacts:
        vocab = self._vocab
        template = llama.llama_model_chat_template(self._model, None)
        bos, eos = llama.llama_vocab_bos(vocab), llama.llama_vocab_eos(vocab)
        return BackendFacts(
            engine=engine_name(),
            context_tokens=llama.llama_n_ctx(self._context),
            vocabulary_tokens=llama.llama_vocab_n_tokens(vocab),
            batch_tokens=BATCH_TOKENS,
            chat_template=template.decode("utf-8", errors="replace") if template else None,
            bos_text=self._token_text(bos),
            eos_text=self._token_text(eos),
            bos_token=bos if bos >= 0 and llama.llama_vocab_get_add_bos(vocab) else None,
            gpu=self._on_gpu(gpu_layers),
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
            raise ModelFailed("llama.cpp could not split the prompt into tokens.", detail=self._log.tail())
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

    def rewind(self, length: int) -> int:
        """Forget all but the first ``length`` tokens; all of them where the memory can't be cut there."""
        if length > 0 and self._window_reaches(length) and llama.llama_memory_seq_rm(self._memory, 0, length, -1):
            return length
        llama.llama_memory_clear(self._memory, False)
        return 0

    def _window_reaches(self, length: int) -> bool:
        """A sliding-window layer keeps only the last tokens; the next one must find its whole window there."""
        if self._sliding_window <= 0:
            return True
        oldest: int = llama.llama_memory_seq_pos_min(self._memory, 0)
        return 0 <= oldest <= max(0, length - self._sliding_window)

    def read(self, token_ids: Sequence[int]) -> None:
        """Append tokens to the sequence, at most ``BATCH_TOKENS`` of them."""
        count = len(token_ids)
        if count > BATCH_TOKENS:
            raise ValueError(f"{count} tokens in one batch")  # llama.cpp would abort the process
        threads = self._thread_choice.now()
        if threads != self._threads:
            self._threads = threads
            llama.llama_set_n_threads(self._context, threads, threads)
        self._token_buffer[:count] = token_ids
        began, computed = time.perf_counter(), time.process_time()
        result = llama.llama_decode(self._context, llama.llama_batch_get_one(self._token_buffer, count))
        if result == 0:
            if count == 1:  # what a longer batch takes says nothing about a token
                self._thread_choice.took(time.perf_counter() - began, time.process_time() - computed)
            return
        if result == _DECODE_ABORTED:
            raise Aborted
        reason = "its context is full" if result == _DECODE_NO_SPACE else f"llama_decode returned {result}"
        raise ModelFailed(f"The model could not go on: {reason}.", detail=self._log.tail())

    def start_sampling(self, settings: SamplerSettings, prompt_token_ids: Sequence[int]) -> None:
        """Set up the sampler for one answer."""
        if self._sampler:
            self._sampler.close()
            self._sampler = None
        self._sampler = LlamaSampler(self._model, settings, prompt_token_ids)

    def sample(self) -> int:
        """Draw the next token."""
        assert self._sampler is not None, "start_sampling comes first"
        return self._sampler.draw(self._context)

    def logprobs(self) -> npt.NDArray[np.float32]:
        """Natural log-probabilities of the next token, shape (vocabulary_tokens,)."""
        import numpy as np  # late: only asked-for probabilities need it

        pointer = llama.llama_get_logits_ith(self._context, -1)
        logits = np.ctypeslib.as_array(pointer, (self.facts.vocabulary_tokens,))
        shifted: npt.NDArray[np.float32] = logits - logits.max()
        shifted -= np.log(np.exp(shifted).sum(dtype=np.float64))
        return shifted

    def set_threads(self, threads: int) -> None:
        """Use at most this many threads from the next ``read`` on; safe from any thread."""
        self._thread_choice.allowed = threads

    def request_abort(self) -> None:
        """Break off the ``read`` that is running, from any thread."""
        self._abort.set()

    def clear_abort(self) -> None:
        """Allow reading again."""
        self._abort.clear()

    def close(self) -> None:
        """Free the model."""
        if self._sampler:
            self._sampler.close()
            self._sampler = None
        if self._context:
            llama.llama_free(self._context)
            self._context = None
        if self._model:
            llama.llama_model_free(self._model)
            self._model = None


def engine_name() -> str:
    """Name and version of what runs the models."""
    return f"llama-cpp-python {importlib.metadata.version('llama-cpp-python')}"


def engine_abilities() -> dict[str, str]:
    """What the installed llama.cpp was built for: instruction sets by name, and whether it can use a GPU.

    Returns:
        E.g. ``{"CPU : AVX2": "1", …, "GPU": "no"}``.
    """
    info: bytes = llama.llama_print_system_info()
    abilities = {}
    for part in info.decode("utf-8", errors="replace").split("|"):
        name, equals, value = part.partition("=")
        if equals:
            abilities[name.strip()] = value.strip()
    abilities["GPU"] = "yes" if llama.llama_supports_gpu_offload() else "no"
    return abilities
