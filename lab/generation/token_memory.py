"""Which tokens a model has in its memory, and how much of them the next prompt can use.

Reading the same tokens in batches of different sizes does not give the same numbers: llama.cpp takes other code paths
for small batches, and rounding differs enough to change an answer drawn with the same seed. So a prompt is always cut
into batches by the same rule, and the memory is only ever cut back to a place where such a batch began. Then the same
prompt gives the same answer whether or not some of it was still in memory.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lab.errors import ModelFailed
from lab.generation.backend import Aborted, Backend

BLOCK_TOKENS = 64
"""Batches of a multiple of this size agree with each other bit by bit (found by comparing logits); the rest of a
prompt, which is shorter, is read as a batch of its own."""


def batch_ends(start: int, end: int, batch_tokens: int) -> Iterator[int]:
    """Where the batches end that a prompt is read in from a certain token on: whole blocks first, then the rest.

    Args:
        start: How many of its tokens are in memory already.
        end: How many it has.
        batch_tokens: The most that one batch takes.
    """
    whole_blocks_end = start + (end - start) // BLOCK_TOKENS * BLOCK_TOKENS
    step = batch_tokens // BLOCK_TOKENS * BLOCK_TOKENS
    at = start
    while at < end:
        at = min(at + step, whole_blocks_end) if at < whole_blocks_end else end
        yield at


class TokenMemory:
    """The token sequence in a backend's memory, with the places where it may be cut."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._tokens: list[int] = []
        self._cuts: list[int] = [0]

    def __len__(self) -> int:
        return len(self._tokens)

    def keep_prefix(self, prompt: Sequence[int]) -> int:
        """Forget everything but the longest usable beginning of ``prompt``; at least its last token is left to read.

        Returns:
            How many tokens of the prompt are in memory.
        """
        common = 0
        for mine, wanted in zip(self._tokens, prompt, strict=False):
            if mine != wanted:
                break
            common += 1
        keep = self._cuts[bisect_right(self._cuts, min(common, len(prompt) - 1)) - 1]
        if keep < len(self._tokens):
            self._cut(keep)
        return len(self._tokens)

    def read_prompt(self, prompt: Sequence[int]) -> Iterator[int]:
        """Read what ``keep_prefix`` left to read, one batch a step.

        Yields:
            How many tokens of the prompt are in memory after each batch.
        """
        for end in batch_ends(len(self._tokens), len(prompt), self._backend.facts.batch_tokens):
            at = len(self._tokens)
            self._read(prompt[at:end])
            # The end of a shorter rest is no place to cut: a longer prompt would be read in other batches from there.
            self._cuts.extend(range(at + BLOCK_TOKENS, end + 1, BLOCK_TOKENS))
            yield end

    def append(self, token_id: int) -> None:
        """Read one token of the answer."""
        self._read((token_id,))
        self._cuts.append(len(self._tokens))

    def _read(self, token_ids: Sequence[int]) -> None:
        try:
            self._backend.read(token_ids)
        except (Aborted, ModelFailed):
            # Some layers may have taken the tokens in already; not every model's memory can give them back.
            self._cut(len(self._tokens))
            raise
        self._tokens.extend(token_ids)

    def _cut(self, length: int) -> None:
        kept = self._backend.rewind(length)
        del self._tokens[kept:]
        del self._cuts[bisect_right(self._cuts, kept) :]
