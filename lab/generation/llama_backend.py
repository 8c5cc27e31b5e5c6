"""A model run by llama.cpp, through its plain C interface: one conversation in its memory.

The binding's own streaming interface is not used: it holds text back when a byte does not decode, its cost grows with
the length of the answer, and it quietly applies a chat template to models that have none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import llama_cpp as llama

from lab.generation.llama_model import BATCH_TOKENS, LlamaModel
from lab.generation.llama_sampler import LlamaSampler
from lab.records import SamplerSettings

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


class LlamaBackend(LlamaModel):
    """One conversation with a model; see ``Backend`` for what the methods promise, ``LlamaModel`` for the arguments."""

    _sampler: LlamaSampler | None = None

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
        tokens = (llama.llama_token * count)(*token_ids)
        self._decode(llama.llama_batch_get_one(tokens, count), token_by_token=count == 1)

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

    def close(self) -> None:
        """Free the model."""
        if self._sampler:
            self._sampler.close()
            self._sampler = None
        super().close()
