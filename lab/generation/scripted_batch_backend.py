"""Several scripted conversations side by side, for tests and demonstrations of what is built on batches."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from lab.generation.scripted_backend import ScriptedBackend
from lab.records import SamplerSettings


class ScriptedBatchBackend:
    """A script in every row; see ``BatchBackend`` for what the methods promise.

    Args:
        path: The script, a TOML file; each row is as fast as it says.
        rows: How many there are.

    Raises:
        BadModelFile: The script is not what ``Script`` describes.
    """

    def __init__(self, path: Path, rows: int) -> None:
        self.rows = rows
        self._first = ScriptedBackend(path)
        self._rows = [self._first, *(self._first.sibling() for _ in range(rows - 1))]
        self.facts = self._first.facts

    def tokenize(self, text: str) -> list[int]:
        """Split text into short words."""
        return self._first.tokenize(text)

    def piece(self, token_id: int) -> bytes:
        """The bytes of one token."""
        return self._first.piece(token_id)

    def is_end(self, token_id: int) -> bool:
        """True for the one token that ends an answer."""
        return self._first.is_end(token_id)

    def rewind(self, row: int, length: int) -> int:
        """Forget all but the first ``length`` tokens of a row."""
        return self._rows[row].rewind(length)

    def copy(self, source: int, row: int, length: int) -> int:
        """Make a row what another one begins with."""
        return self._rows[row].take_over(self._rows[source], length)

    def read(self, row: int, token_ids: Sequence[int]) -> None:
        """Take as long as the script says, then append."""
        self._rows[row].read(token_ids)

    def start_sampling(self, row: int, settings: SamplerSettings, prompt_token_ids: Sequence[int]) -> None:
        """Choose the answer."""
        self._rows[row].start_sampling(settings, prompt_token_ids)

    def step(self, token_ids: Mapping[int, int]) -> None:
        """Take as long as one token takes, whatever the number of rows."""
        for row, token in token_ids.items():
            self._rows[row].append(token)
        time.sleep(self._first.seconds_per_token)

    def sample(self, row: int) -> int:
        """The script's next token."""
        return self._rows[row].sample()

    def set_threads(self, threads: int) -> None:
        """Remember the number."""
        self._first.set_threads(threads)

    def close(self) -> None:
        """Nothing to free."""
