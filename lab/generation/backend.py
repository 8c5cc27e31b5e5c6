"""What the token loop needs of a model: a sequence of tokens that can be read on, cut back, and drawn from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from lab.records import SamplerSettings

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


class Aborted(Exception):
    """Reading was broken off by ``request_abort``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackendFacts:
    """What a loaded model is like."""

    engine: str
    """Name and version of what runs it."""
    context_tokens: int
    """How many tokens one sequence can hold."""
    vocabulary_tokens: int
    batch_tokens: int
    """The most tokens that one call of ``read`` takes."""
    chat_template: str | None
    bos_text: str
    """How the beginning-of-sequence token is spelled; empty if there is none."""
    eos_text: str
    bos_token: int | None
    """The token that must stand first, if this model wants one."""
    gpu: bool


class Tokens(Protocol):
    """How a loaded model splits text and spells tokens."""

    facts: BackendFacts

    def tokenize(self, text: str) -> list[int]:
        """Split text into tokens; special tokens that are spelled out become themselves. Adds nothing."""
        ...

    def piece(self, token_id: int) -> bytes:
        """The bytes of one token; may be a part of a character."""
        ...

    def is_end(self, token_id: int) -> bool:
        """True if the token means that the answer is over."""
        ...


class Backend(Tokens, Protocol):
    """A loaded model with one sequence of tokens in its memory."""

    def rewind(self, length: int) -> int:
        """Forget all but the first ``length`` tokens.

        Returns:
            How many are left: ``length``, or 0 where the model's memory can't be cut there.
        """
        ...

    def read(self, token_ids: Sequence[int]) -> None:
        """Append tokens to the sequence, at most ``facts.batch_tokens`` of them.

        Raises:
            Aborted: ``request_abort`` was called. The sequence must be cut back by ``rewind`` before it is used again.
            ModelFailed: The model could not be evaluated; the same holds.
        """
        ...

    def start_sampling(self, settings: SamplerSettings, prompt_token_ids: Sequence[int]) -> None:
        """Set up the sampler for one answer; the penalties see the prompt's last tokens.

        Raises:
            SamplerRejected: A setting is out of range or the grammar does not parse.
        """
        ...

    def sample(self) -> int:
        """Draw the next token from what the last ``read`` predicted."""
        ...

    def logprobs(self) -> npt.NDArray[np.float32]:
        """Natural log-probabilities of the next token before any sampler step, shape (vocabulary_tokens,)."""
        ...

    def set_threads(self, threads: int) -> None:
        """Use this many threads from the next ``read`` on."""
        ...

    def request_abort(self) -> None:
        """Break off the ``read`` that is running, from any thread; holds until ``clear_abort``."""
        ...

    def clear_abort(self) -> None:
        """Allow reading again."""
        ...

    def close(self) -> None:
        """Free the model."""
        ...
