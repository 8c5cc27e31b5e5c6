"""A backend for tests of the token loop: a token a character, an answer that is given, and a diary of what was read."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from lab.generation.backend import Aborted, BackendFacts
from lab.generation.protocol import Generate
from lab.records import Framing, SamplerSettings, Turn

END = 3
BOS = 2


PAIR = 0x10FFFF
"""The one token of two characters that ``tokenize`` knows of, if it is told to."""


class CharacterBackend:
    """Every character is a token; the answer is what the test says.

    With ``pair`` the tokenizer takes those two characters as one token, but the model still says them in two.
    """

    def __init__(
        self,
        answer: str = "yes",
        *,
        context_tokens: int = 1000,
        batch_tokens: int = 512,
        bos: bool = False,
        template: str | None = None,
        forgets: bool = False,
        pair: str | None = None,
    ) -> None:
        self.answer = answer
        self.reads: list[int] = []
        self.memory: list[int] = []
        self.settings: SamplerSettings | None = None
        self.threads = 0
        self.abort_at_read: int | None = None
        self._forgets = forgets
        self._pair = pair
        self._left: list[int] = []
        self.facts = BackendFacts(
            engine="characters",
            context_tokens=context_tokens,
            vocabulary_tokens=0x110000,
            batch_tokens=batch_tokens,
            chat_template=template,
            bos_text="^" if bos else "",
            eos_text="$",
            bos_token=ord("^") if bos else None,
            gpu=False,
        )

    def tokenize(self, text: str) -> list[int]:
        return [ord(character) for character in (text.replace(self._pair, chr(PAIR)) if self._pair else text)]

    def piece(self, token_id: int) -> bytes:
        return self._pair.encode() if self._pair and token_id == PAIR else chr(token_id).encode()

    def is_end(self, token_id: int) -> bool:
        return token_id == END

    def rewind(self, length: int) -> int:
        kept = 0 if self._forgets else length
        del self.memory[kept:]
        return kept

    def read(self, token_ids: Sequence[int]) -> None:
        if self.abort_at_read == len(self.reads):
            self.abort_at_read = None
            raise Aborted
        self.reads.append(len(token_ids))
        self.memory.extend(token_ids)

    def start_sampling(self, settings: SamplerSettings, prompt_token_ids: Sequence[int]) -> None:
        self.settings = settings
        self._left = [ord(character) for character in reversed(self.answer)]

    def sample(self) -> int:
        return self._left.pop() if self._left else END

    def logprobs(self) -> npt.NDArray[np.float32]:
        logprobs = np.full(200, -9.0, dtype=np.float32)
        logprobs[[ord("y"), ord("n"), ord("m")]] = [-0.1, -1.0, -2.0]
        return logprobs

    def set_threads(self, threads: int) -> None:
        self.threads = threads

    def request_abort(self) -> None:
        self.abort_at_read = len(self.reads)

    def clear_abort(self) -> None:
        self.abort_at_read = None

    def close(self) -> None:
        self.memory.clear()


def question(
    prompt: str = "hi",
    *,
    framing: Framing = Framing.RAW,
    turns: tuple[Turn, ...] = (),
    max_tokens: int = 50,
    stop_texts: tuple[str, ...] = (),
    rivals: int = 0,
) -> Generate:
    """A request with settings that matter to the loop."""
    return Generate(
        request_id=1,
        framing=framing,
        system_prompt="",
        turns=turns,
        prompt=prompt,
        sampler=SamplerSettings(max_tokens=max_tokens, stop_texts=stop_texts),
        threads=1,
        rivals=rivals,
    )
