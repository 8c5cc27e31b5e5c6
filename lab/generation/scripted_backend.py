"""A backend without a model: it says what a script tells it to, at the script's speed.

For tests of what is built on top, and for demonstrations on a computer that has no model. Whoever shows its answers
must say so; its engine name is ``scripted (no model)``.
"""

from __future__ import annotations

import copy
import random
import re
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from lab.errors import BadModelFile
from lab.generation.backend import Aborted, BackendFacts
from lab.language import tr
from lab.records import SamplerSettings

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_TOKEN = re.compile(r"\s*[^\s]{1,6}|\s+")
_END = 0
_BATCH_TOKENS = 512


class Script(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a scripted model says, as written in a TOML file."""

    answers: list[str]
    """One is chosen by the seed and the prompt."""
    tokens_per_second: float = 40.0
    prompt_tokens_per_second: float = 400.0
    context_tokens: int = 4096
    chat_template: str | None = None


class ScriptedBackend:
    """Says what a script tells it to; see ``Backend`` for what the methods promise.

    Args:
        path: The script, a TOML file.

    Raises:
        BadModelFile: The script is not what ``Script`` describes.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._script = msgspec.toml.decode(path.read_bytes(), type=Script)
        except (OSError, msgspec.MsgspecError) as error:
            raise BadModelFile(tr("The script {name} can't be used: {error}.", name=path.name, error=error)) from error
        if not self._script.answers:
            raise BadModelFile(tr("The script {name} has no answers.", name=path.name))
        self._abort = threading.Event()
        self._texts = ["</end>"]
        self._ids = {"</end>": _END}
        self._memory: list[int] = []
        self._answer: list[int] = []
        self.threads = 0
        self.facts = BackendFacts(
            engine="scripted (no model)",
            context_tokens=self._script.context_tokens,
            vocabulary_tokens=1_000_000,
            batch_tokens=_BATCH_TOKENS,
            chat_template=self._script.chat_template,
            bos_text="",
            eos_text="</end>",
            bos_token=None,
            gpu=False,
        )

    def tokenize(self, text: str) -> list[int]:
        """Split text into short words."""
        return [self._id(word) for word in _TOKEN.findall(text)]

    def piece(self, token_id: int) -> bytes:
        """The bytes of one token."""
        return self._texts[token_id].encode()

    def is_end(self, token_id: int) -> bool:
        """True for the one token that ends an answer."""
        return token_id == _END

    def rewind(self, length: int) -> int:
        """Forget all but the first ``length`` tokens."""
        del self._memory[length:]
        return length

    def read(self, token_ids: Sequence[int]) -> None:
        """Take as long as the script says, then append."""
        speed = self._script.tokens_per_second if len(token_ids) == 1 else self._script.prompt_tokens_per_second
        if self._abort.wait(len(token_ids) / speed):
            raise Aborted
        self._memory.extend(token_ids)

    @property
    def seconds_per_token(self) -> float:
        """How long the script takes to say a token."""
        return 1 / self._script.tokens_per_second

    def sibling(self) -> ScriptedBackend:
        """Another conversation with the same script and the same tokens, for a batch."""
        other = copy.copy(self)
        other._memory, other._answer = [], []
        return other

    def take_over(self, other: ScriptedBackend, length: int) -> int:
        """Make the memory what another conversation's begins with."""
        self._memory = other._memory[:length]
        return length

    def append(self, token_id: int) -> None:
        """Append a token that was read together with others, in no time of its own."""
        self._memory.append(token_id)

    def start_sampling(self, settings: SamplerSettings, prompt_token_ids: Sequence[int]) -> None:
        """Choose the answer."""
        chooser = random.Random(f"{settings.seed} {list(prompt_token_ids)}")  # noqa: S311  (no secret in it)
        self._answer = [*self.tokenize(chooser.choice(self._script.answers)), _END]
        self._answer.reverse()

    def sample(self) -> int:
        """The script's next token."""
        return self._answer.pop() if self._answer else _END

    def logprobs(self) -> npt.NDArray[np.float32]:
        """Certain of what was just drawn; there is no model to ask."""
        import numpy as np

        return np.full(len(self._texts), -10.0, dtype=np.float32)

    def set_threads(self, threads: int) -> None:
        """Remember the number."""
        self.threads = threads

    def request_abort(self) -> None:
        """Break off the ``read`` that is running."""
        self._abort.set()

    def clear_abort(self) -> None:
        """Allow reading again."""
        self._abort.clear()

    def close(self) -> None:
        """Nothing to free."""

    def _id(self, word: str) -> int:
        if word not in self._ids:
            self._ids[word] = len(self._texts)
            self._texts.append(word)
        return self._ids[word]
