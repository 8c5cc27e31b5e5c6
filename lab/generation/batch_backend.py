"""What the batch loop needs of a model: several sequences of tokens, side by side, that advance together."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from lab.generation.backend import Tokens
from lab.records import SamplerSettings

STEP_ROWS = 8
"""Rows advance in groups of this many. llama.cpp computes batches of fewer tokens with other code (measured), so an
answer would depend on how many others are under way; so the places of a group that are free get a token that is
thrown away."""


class BatchBackend(Tokens, Protocol):
    """A loaded model with room for several sequences of tokens; a row is the place of one, from 0.

    Attributes:
        rows: How many there are: one, or a multiple of ``STEP_ROWS``.
    """

    rows: int

    def rewind(self, row: int, length: int) -> int:
        """Forget all but the first ``length`` tokens of a row.

        Returns:
            How many are left: ``length``, or 0 where the model's memory can't be cut there.
        """
        ...

    def copy(self, source: int, row: int, length: int) -> int:
        """Make a row what another one begins with.

        Returns:
            How many tokens it has then: ``length``, or 0 where the model's memory can't be cut there.
        """
        ...

    def read(self, row: int, token_ids: Sequence[int]) -> None:
        """Append tokens of a prompt to a row, at most ``facts.batch_tokens`` of them.

        Raises:
            ModelFailed: The model could not be evaluated. The row must be cut back to nothing before it is used again.
        """
        ...

    def start_sampling(self, row: int, settings: SamplerSettings, prompt_token_ids: Sequence[int]) -> None:
        """Set up the sampler for one answer; the penalties see the prompt's last tokens.

        Raises:
            SamplerRejected: A setting is out of range or the grammar does not parse.
        """
        ...

    def step(self, token_ids: Mapping[int, int]) -> None:
        """Append one token to each of some rows, given by row. The other rows must not hold anything that is needed.

        Raises:
            ModelFailed: The model could not be evaluated; all rows must be cut back to nothing.
        """
        ...

    def sample(self, row: int) -> int:
        """Draw the next token of a row, from what the last ``read`` (of this row) or ``step`` predicted."""
        ...

    def set_threads(self, threads: int) -> None:
        """Use this many threads from the next ``read`` or ``step`` on; safe from any thread."""
        ...

    def close(self) -> None:
        """Free the model."""
        ...


def rows_of_step(wanted: Collection[int], rows: int) -> range:
    """The rows that are evaluated when some of them advance: whole groups, from the first to the last that is needed.

    Args:
        wanted: The rows that advance.
        rows: How many there are.
    """
    first = min(wanted) // STEP_ROWS * STEP_ROWS
    return range(first, min(rows, (max(wanted) // STEP_ROWS + 1) * STEP_ROWS))
