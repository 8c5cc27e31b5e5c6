"""What the app and a worker process say to each other.

One message goes down, one stream comes up. Every message is a MessagePack map with a ``type`` tag, behind its length
in four bytes. MessagePack and not pickle: a worker that a hostile model file has taken over must not be able to run
code in the app by what it sends.
"""

from __future__ import annotations

import struct
from typing import Annotated, BinaryIO, TypeVar

import msgspec

from lab.records import FinishReason, Framing, SamplerSettings, TokenDetail, Turn

_LENGTH = struct.Struct("<I")
_MAX_MESSAGE_BYTES = 64 * 1024 * 1024


class Message(msgspec.Struct, frozen=True, kw_only=True, tag=True, tag_field="type"):
    """Base of all messages."""


# Down: from the app to the worker.


class Load(Message, frozen=True, kw_only=True):
    """Load a model file; answered by ``LoadProgress`` …, then ``Loaded``, ``Failed`` or ``Cancelled``."""

    request_id: int
    path: str
    context_tokens: int
    """The longest conversation to make room for; the model's own limit caps it."""
    threads: int
    gpu_layers: int
    """Layers to put on the GPU; 0 for none, -1 for all. Ignored if llama.cpp was built without one."""
    repack_weights: bool
    """Let llama.cpp keep a second, faster arrangement of some weights in memory."""
    rows: int = 0
    """How many prompts are answered at the same time, as a batch; 0 answers one after the other and keeps the last
    conversation in memory for the next."""


class Generate(Message, frozen=True, kw_only=True):
    """Answer one prompt; answered by ``Started``, ``Chunk`` …, then ``Finished``, ``Failed`` or ``Cancelled``.

    A model that was loaded with ``rows`` takes as many of these as it has room for, and their events come mixed.
    """

    request_id: int
    framing: Framing
    system_prompt: str
    turns: tuple[Turn, ...]
    prompt: str
    sampler: SamplerSettings
    threads: int
    rivals: int = 0
    """How many rivals to report with each token; 0 reports no probabilities at all."""


class SetThreads(Message, frozen=True, kw_only=True):
    """Use this many threads from the next token on."""

    threads: int


class Hold(Message, frozen=True, kw_only=True):
    """Halt a batch between two tokens, or let it go on; nothing is lost."""

    held: bool


class Cancel(Message, frozen=True, kw_only=True):
    """Give up that request, whether it is waiting, loading, reading the prompt or answering.

    There is no message to end the process: it ends when its end of the pipe is closed.
    """

    request_id: int


Down = Load | Generate | SetThreads | Hold | Cancel


# Up: from the worker to the app.


class Heartbeat(Message, frozen=True, kw_only=True):
    """The process is alive, whatever it is doing."""


class LoadProgress(Message, frozen=True, kw_only=True):
    """How much of the model file has been read, 0 to 1."""

    request_id: int
    fraction: float


class Loaded(Message, frozen=True, kw_only=True):
    """The model is ready."""

    request_id: int
    context_tokens: int
    vocabulary_tokens: int
    has_chat_template: bool
    engine: str
    """Name and version of what runs the model, e.g. ``llama.cpp 0.3.36``."""
    gpu: bool
    """True if at least one layer was put on a GPU."""


class Started(Message, frozen=True, kw_only=True):
    """The prompt has been rendered and split into tokens; reading it begins."""

    request_id: int
    rendered_prompt: str
    prompt_tokens: int
    cached_prompt_tokens: int
    dropped_turns: int


class PromptProgress(Message, frozen=True, kw_only=True):
    """How much of the prompt has been read, in tokens; sent when there is more than one batch of it."""

    request_id: int
    done_tokens: int
    total_tokens: int


class Chunk(Message, frozen=True, kw_only=True):
    """Some more of the answer: about 30 ms of it."""

    request_id: int
    text: str
    token_ids: tuple[int, ...]
    details: tuple[TokenDetail, ...] = ()


class Timing(msgspec.Struct, frozen=True, kw_only=True):
    """How long an answer took."""

    time_to_first_token_ms: float | None
    tokens_per_second: float | None
    prompt_tokens_per_second: float | None


class Finished(Message, frozen=True, kw_only=True):
    """The answer is complete."""

    request_id: int
    finish_reason: FinishReason
    completion_tokens: int
    timing: Timing


class Cancelled(Message, frozen=True, kw_only=True):
    """The request was given up; what had been streamed before stands."""

    request_id: int
    completion_tokens: int = 0
    timing: Timing | None = None


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """What a text without values is made of; see ``lab.language.tr``."""

    text: str
    comment: str = ""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What a text is made of, so that it can be said in another language."""

    text: str
    comment: str = ""
    values: dict[str, str | tuple[float, Annotated[int, msgspec.Meta(ge=0, le=6)]] | Word] = {}
    """Each a name or the like, a number with how many digits stand behind its mark, or a text of its own."""


class Failed(Message, frozen=True, kw_only=True):
    """The request failed in an orderly way; the worker goes on."""

    request_id: int
    error: str
    """Class name in ``lab.errors``, or of an unexpected exception."""
    message: str
    hint: str = ""
    detail: str = ""
    message_said: Said | None = None
    """None if nobody translates the message."""
    hint_said: Said | None = None


class WorkerLost(Message, frozen=True, kw_only=True):
    """The process is gone. Made up by the app's side of the pipe, never sent."""

    exit_code: int | None
    """Negative for a signal, as in ``subprocess``; None if it could not be told."""
    message: str
    detail: str = ""
    """The last lines that the process wrote."""


Up = Heartbeat | LoadProgress | Loaded | Started | PromptProgress | Chunk | Finished | Cancelled | Failed
Event = Up | WorkerLost

_Message = TypeVar("_Message")
_ENCODER = msgspec.msgpack.Encoder()
_DOWN = msgspec.msgpack.Decoder(Down)
_UP = msgspec.msgpack.Decoder(Up)


def pack(message: Message) -> bytes:
    """The bytes of a message, length first."""
    body = _ENCODER.encode(message)
    return _LENGTH.pack(len(body)) + body


def read_down(stream: BinaryIO) -> Down | None:
    """The next message for a worker; None at the end of the stream.

    Raises:
        msgspec.MsgspecError: What came is not a message.
    """
    body = _read_body(stream)
    return None if body is None else _decoded(_DOWN, body)


def read_up(stream: BinaryIO) -> Up | None:
    """The next message from a worker; None at the end of the stream.

    Raises:
        msgspec.MsgspecError: What came is not a message.
    """
    body = _read_body(stream)
    return None if body is None else _decoded(_UP, body)


def _decoded(decoder: msgspec.msgpack.Decoder[_Message], body: bytes) -> _Message:
    try:
        return decoder.decode(body)
    except (UnicodeDecodeError, RecursionError) as error:  # msgspec lets these through
        raise msgspec.DecodeError(str(error)) from None


def _read_body(stream: BinaryIO) -> bytes | None:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > _MAX_MESSAGE_BYTES:
        raise msgspec.DecodeError(f"a message of {length} bytes")
    body = stream.read(length)
    return body if len(body) == length else None
