"""Which tokens each row of a batch holds, and where a new prompt can begin instead of being read from its start.

What a prompt shares with another row's is copied, down to the last whole block: a prompt gives the same numbers whether
its beginning was read or copied, because blocks agree with each other bit by bit (see ``token_memory``). Tokens of an
answer are never used for a prompt. They were computed one at a time, and reading the same text gives slightly other
numbers; then what an answer is would depend on what had been in memory, and a run that is resumed would get others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lab.generation.batch_backend import BatchBackend, rows_of_step
from lab.generation.token_memory import BLOCK_TOKENS, batch_ends


class BatchMemory:
    """The token sequences in a batch backend's memory."""

    def __init__(self, backend: BatchBackend) -> None:
        self._backend = backend
        self._prompts: list[tuple[int, ...]] = [() for _ in range(backend.rows)]
        self._lengths = [0] * backend.rows

    def length(self, row: int) -> int:
        """How many tokens a row holds."""
        return self._lengths[row]

    def begin(self, row: int, prompt: Sequence[int]) -> int:
        """Give a free row the longest beginning of a prompt that any row holds; its last token is left to read.

        Returns:
            How many tokens of the prompt are in memory.
        """
        shared = {other: _shared_blocks(known, prompt) for other, known in enumerate(self._prompts)}
        # Its own memory first: cutting costs less than copying.
        source = max(shared, key=lambda other: (shared[other], other == row))
        length = shared[source]
        kept = self._backend.rewind(row, length) if source == row else self._backend.copy(source, row, length)
        self._prompts[row] = tuple(prompt[:kept])
        self._lengths[row] = kept
        return kept

    def read_prompt(self, row: int, prompt: Sequence[int]) -> Iterator[int]:
        """Read what ``begin`` left to read, one batch a step.

        Yields:
            How many tokens of the prompt are in memory after each batch.
        """
        for end in batch_ends(self._lengths[row], len(prompt), self._backend.facts.batch_tokens):
            at = self._lengths[row]
            self._prompts[row] = ()  # until it is read nobody may copy it
            self._backend.read(row, prompt[at:end])
            self._prompts[row] = tuple(prompt[:end])
            self._lengths[row] = end
            yield end

    def step(self, token_ids: Mapping[int, int]) -> None:
        """Read one token of an answer in each of some rows. What the others hold is forgotten, if need be."""
        for row in rows_of_step(token_ids, self._backend.rows):
            if row not in token_ids and self._lengths[row]:
                self.forget(row)
        self._backend.step(token_ids)
        for row in token_ids:
            self._lengths[row] += 1

    def forget(self, row: int) -> None:
        """Empty a row."""
        self._backend.rewind(row, 0)
        self._prompts[row], self._lengths[row] = (), 0


def _shared_blocks(known: Sequence[int], prompt: Sequence[int]) -> int:
    """How many tokens two prompts share from the start, in whole blocks, without the last token of ``prompt``."""
    common = 0
    for mine, wanted in zip(known, prompt[:-1], strict=False):
        if mine != wanted:
            break
        common += 1
    return common // BLOCK_TOKENS * BLOCK_TOKENS
