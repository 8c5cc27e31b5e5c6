"""A model run by llama.cpp with several rows in its memory: one pass through the weights serves them all.

Measured on a CPU (llama.cpp 0c1e57098, logits compared bit by bit): with a memory of its own for each row
and steps of whole groups of 8 rows, what is predicted for a row depends neither on what the others hold nor
on how many rows or threads there are. It does not hold with fewer than 8 rows, with a memory that rows share
(``kv_unified``), on a GPU, and in models with experts, where it matters who else asks the same expert.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import llama_cpp as llama

from lab.errors import ModelFailed
from lab.generation.batch_backend import rows_of_step
from lab.generation.llama_log import LlamaLog
from lab.generation.llama_model import BATCH_TOKENS, LlamaModel
from lab.generation.llama_sampler import LlamaSampler
from lab.language import tr
from lab.records import SamplerSettings

_ANY_TOKEN = 0
"""What a row that is free gets in a step; it is taken out again at once."""


class LlamaBatchBackend(LlamaModel):
    """Rows of a model; see ``BatchBackend`` for what the methods promise, ``LlamaModel`` for the other arguments.

    Args:
        rows: How many there are: one, or a multiple of ``STEP_ROWS``.
    """

    def __init__(
        self,
        path: Path,
        *,
        rows: int,
        context_tokens: int,
        threads: int,
        gpu_layers: int,
        repack_weights: bool,
        on_progress: Callable[[float], bool],
        log: LlamaLog,
    ) -> None:
        self.rows = rows
        self._samplers: dict[int, LlamaSampler] = {}
        self._lengths = [0] * rows
        self._place_of: dict[int, int] = {}
        """Where in the last batch the token of a row stood."""
        self._batch = llama.llama_batch_init(BATCH_TOKENS, 0, 1)
        super().__init__(
            path,
            context_tokens=context_tokens,
            threads=threads,
            gpu_layers=gpu_layers,
            repack_weights=repack_weights,
            on_progress=on_progress,
            log=log,
            rows=rows,
        )

    def rewind(self, row: int, length: int) -> int:
        """Forget all but the first ``length`` tokens of a row; all of them where the memory can't be cut there."""
        kept = length if length > 0 and self._can_cut(row, length) else 0
        if kept and not llama.llama_memory_seq_rm(self._memory, row, kept, -1):
            kept = 0
        if not kept:
            llama.llama_memory_seq_rm(self._memory, row, -1, -1)
        self._lengths[row] = kept
        return kept

    def copy(self, source: int, row: int, length: int) -> int:
        """Make a row what another one begins with."""
        if length <= 0 or not self._can_cut(source, length):
            return self.rewind(row, 0)
        llama.llama_memory_seq_rm(self._memory, row, -1, -1)
        # llama.cpp copies between memories as a whole only; what is too much is cut off.
        llama.llama_memory_seq_cp(self._memory, source, row, -1, -1)
        self._lengths[row] = self._lengths[source]
        return self.rewind(row, length)

    def _can_cut(self, row: int, length: int) -> bool:
        """Where layers look through a sliding window, a row that has outgrown it has lost its beginning."""
        if length == self._lengths[row] or self._sliding_window <= 0:
            return True
        oldest: int = llama.llama_memory_seq_pos_min(self._memory, row)
        return oldest == 0

    def read(self, row: int, token_ids: Sequence[int]) -> None:
        """Append tokens of a prompt to a row, at most ``BATCH_TOKENS`` of them."""
        if len(token_ids) > BATCH_TOKENS:
            raise ValueError(f"{len(token_ids)} tokens in one batch")  # llama.cpp would abort the process
        start, last = self._lengths[row], len(token_ids) - 1
        self._fill((row, token, start + at, at == last) for at, token in enumerate(token_ids))
        # The attention of a single token alone is cut into as many pieces as there are threads.
        self._decode(self._batch, token_by_token=False, one_thread=len(token_ids) == 1)
        self._lengths[row] += len(token_ids)
        self._place_of = {row: last}

    def start_sampling(self, row: int, settings: SamplerSettings, prompt_token_ids: Sequence[int]) -> None:
        """Set up the sampler for one answer."""
        sampler = LlamaSampler(self._model, settings, prompt_token_ids)
        if known := self._samplers.pop(row, None):
            known.close()
        self._samplers[row] = sampler

    def step(self, token_ids: Mapping[int, int]) -> None:
        """Append one token to each of some rows. What others of their groups hold may be lost."""
        rows = rows_of_step(token_ids, self.rows)
        if len(rows) > BATCH_TOKENS:
            raise ModelFailed(tr("{n} rows are more than one batch can take.", n=len(rows)))
        idle = [row for row in rows if row not in token_ids]
        for row in idle:
            if self._lengths[row]:
                self.rewind(row, 0)
        self._fill((row, token_ids.get(row, _ANY_TOKEN), self._lengths[row], True) for row in rows)
        self._decode(self._batch, token_by_token=True)
        for row in idle:
            llama.llama_memory_seq_rm(self._memory, row, -1, -1)
        for row in token_ids:
            self._lengths[row] += 1
        self._place_of = {row: place for place, row in enumerate(rows)}

    def sample(self, row: int) -> int:
        """Draw the next token of a row."""
        return self._samplers[row].draw(self._context, self._place_of[row])

    def _fill(self, entries: Iterable[tuple[int, int, int, bool]]) -> None:
        """Write rows, tokens, positions, and whether a prediction is wanted into the batch."""
        batch = self._batch
        count = 0
        for row, token, position, predicts in entries:
            batch.token[count] = token
            batch.pos[count] = position
            batch.n_seq_id[count] = 1
            batch.seq_id[count][0] = row
            batch.logits[count] = predicts
            count += 1
        batch.n_tokens = count

    def close(self) -> None:
        """Free the model."""
        for sampler in self._samplers.values():
            sampler.close()
        self._samplers.clear()
        if self._batch is not None:
            llama.llama_batch_free(self._batch)
            self._batch = None
        super().close()
