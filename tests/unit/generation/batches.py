"""A backend for tests of the batch loop: a token a character, and a diary of what was read where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lab.errors import ModelFailed
from lab.generation.protocol import Generate
from lab.records import Framing, SamplerSettings
from tests.unit.generation.scripted import END, CharacterBackend


class CharacterRows(CharacterBackend):
    """Rows of characters. Each answer is the prompt's last word, again and again, as often as the seed says."""

    def __init__(self, rows: int = 8, *, forgets: bool = False, context_tokens: int = 1000) -> None:
        super().__init__(context_tokens=context_tokens)
        self.rows = rows
        self.held: list[list[int]] = [[] for _ in range(rows)]
        self.read_in: list[tuple[int, int]] = []
        """Row and number of tokens of each batch of a prompt."""
        self.steps: list[tuple[int, ...]] = []
        """Which rows advanced together."""
        self.copies: list[tuple[int, int, int]] = []
        self.fails_at_step: int | None = None
        self._forgets_rows = forgets
        self._to_say: dict[int, list[int]] = {}

    def rewind(self, row: int, length: int) -> int:  # type: ignore[override]
        kept = 0 if self._forgets_rows else length
        del self.held[row][kept:]
        return kept

    def copy(self, source: int, row: int, length: int) -> int:
        self.copies.append((source, row, length))
        self.held[row] = self.held[source][:length]
        return self.rewind(row, length)

    def read(self, row: int, token_ids: Sequence[int]) -> None:  # type: ignore[override]
        self.read_in.append((row, len(token_ids)))
        self.held[row].extend(token_ids)

    def start_sampling(  # type: ignore[override]
        self, row: int, settings: SamplerSettings, prompt_token_ids: Sequence[int]
    ) -> None:
        word = "".join(map(chr, prompt_token_ids)).split()[-1]
        self._to_say[row] = [*map(ord, reversed(word * settings.seed))]

    def step(self, token_ids: Mapping[int, int]) -> None:
        if self.fails_at_step == len(self.steps):
            raise ModelFailed("The model could not go on.")
        self.steps.append(tuple(sorted(token_ids)))
        for row, token in token_ids.items():
            self.held[row].append(token)

    def sample(self, row: int) -> int:  # type: ignore[override]
        return self._to_say[row].pop() if self._to_say[row] else END


def ask(
    request_id: int, prompt: str, *, times: int = 1, max_tokens: int = 50, stop_texts: tuple[str, ...] = ()
) -> Generate:
    """A request whose answer is the prompt's last word, so many times."""
    return Generate(
        request_id=request_id,
        framing=Framing.RAW,
        system_prompt="",
        turns=(),
        prompt=prompt,
        sampler=SamplerSettings(max_tokens=max_tokens, seed=times, stop_texts=stop_texts),
        threads=1,
    )
