"""Models, contestants and answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What training a model has had, as far as its file tells."""

    BASE = "base"
    CHAT = "chat"
    UNSURE = "unsure"


class Framing(StrEnum):
    """How a conversation is put into the text that a model is really given."""

    RAW = "raw"
    """The prompt alone; the model goes on writing."""
    QA = "qa"
    """A short question-and-answer scaffold."""
    IN_CONTEXT = "in-context"
    """A few worked examples of an assistant, so that a base model behaves with no training at all."""
    CHAT = "chat"
    """The model's own chat template."""


class FinishReason(StrEnum):
    """Why an answer ended."""

    END_OF_ANSWER = "end_of_answer"
    LENGTH_LIMIT = "length_limit"
    STOP_TEXT = "stop_text"
    CONTEXT_FULL = "context_full"
    CANCELLED = "cancelled"


class Schedule(StrEnum):
    """When the two models of a comparison run."""

    TOGETHER = "together"
    """Both at once, sharing the machine's threads."""
    IN_TURN = "in-turn"
    """One after the other, each with all threads, only one loaded at a time."""
    AUTO = "auto"
    """Together if both fit into the free memory, otherwise in turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindVerdict:
    """Base or chat, and why we think so."""

    kind: Kind
    confidence: float
    """0 to 1; 1 is "a person said so"."""
    evidence: tuple[str, ...] = ()
    """Plain sentences, strongest first."""
    overruled: bool = False
    """True if a person set the kind by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One model file on this computer, as its header describes it."""

    name: str
    """Short and unique in the library."""
    path: str
    """Absolute."""
    size_bytes: int
    sha256: str
    """Of the whole file, lower-case hex; empty until it has been computed."""
    verdict: KindVerdict
    architecture: str
    """llama.cpp's name for it, e.g. ``gemma3``."""
    quantization: str
    """E.g. ``Q4_K_M``."""
    parameters: int
    """Number of weights, counted from the tensor shapes."""
    context_tokens: int
    """The longest context that the model was trained for."""
    has_chat_template: bool
    tokenizer_sha256: str
    """Of the token list; two files with the same one split text alike."""

    @property
    def natural_framing(self) -> Framing:
        """How it is used by those who made it: chat models by their template, all others raw."""
        return Framing.CHAT if self.verdict.kind is Kind.CHAT and self.has_chat_template else Framing.RAW


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplerSettings:
    """How the next token is drawn. The defaults are llama.cpp's own.

    Steps are applied in llama.cpp's order: logit bias, grammar, penalties, DRY, top-k, typical, top-p, min-p, XTC,
    temperature, draw. A step at its neutral value is left out. Mirostat 2 replaces everything from top-k on.
    """

    temperature: float = 0.8
    """0 takes the most probable token every time."""
    top_k: int = 40
    """Keep the k most probable tokens; 0 keeps all."""
    top_p: float = 0.95
    """Keep the smallest set that holds this much probability; 1 keeps all."""
    min_p: float = 0.05
    """Drop tokens below this share of the best one's probability; 0 drops none."""
    typical_p: float = 1.0
    """Locally typical sampling; 1 is off."""
    repeat_penalty: float = 1.0
    """Divide the logits of recent tokens by this; 1 is off."""
    frequency_penalty: float = 0.0
    """Subtract this from a recent token's logit for each time it occurred; 0 is off."""
    presence_penalty: float = 0.0
    """Subtract this once from each recent token's logit; 0 is off."""
    penalty_last_n: int = 64
    """How many recent tokens the three penalties look at."""
    dry_multiplier: float = 0.0
    """Strength of DRY (don't repeat yourself: punishes continuing a repeated sequence); 0 is off."""
    dry_base: float = 1.75
    """How fast DRY's penalty grows with the length of the repetition."""
    dry_allowed_length: int = 2
    """The longest repetition in tokens that DRY leaves alone."""
    dry_last_n: int = 1024
    """How many recent tokens DRY looks at."""
    xtc_probability: float = 0.0
    """Chance, per token, of excluding top choices (XTC); 0 is off."""
    xtc_threshold: float = 0.1
    """XTC drops all but the least probable of the tokens above this probability."""
    mirostat: bool = False
    """Use Mirostat 2, which holds the surprise of the text at a target."""
    mirostat_tau: float = 5.0
    """Mirostat's target surprise in bits."""
    mirostat_eta: float = 0.1
    """Mirostat's learning rate."""
    seed: int = 42
    """0 to 2**32 - 2. The same seed, file and settings give the same tokens on one machine."""
    logit_bias: tuple[tuple[int, float], ...] = ()
    """(token id, amount added to its logit) pairs; ``-inf`` forbids a token."""
    stop_texts: tuple[str, ...] = ()
    """The answer ends before the first of these; they are not part of it."""
    grammar: str = ""
    """A grammar in llama.cpp's GBNF that the answer must follow; empty for none."""
    max_tokens: int = 256
    """The answer is cut off after this many tokens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One exchange of a conversation that is already over."""

    prompt: str
    response: str
    response_token_ids: tuple[int, ...] = ()
    """The tokens in which the response was drawn; empty if they are not known, then its text is split afresh."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contestant:
    """What is being judged: a model file, how it is framed, what it was told, and how its tokens are drawn."""

    model: Model
    framing: Framing
    system_prompt: str = ""
    sampler: SamplerSettings = field(default_factory=SamplerSettings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """A token that could have come instead."""

    token_id: int
    text: str
    logprob: float
    """Natural logarithm of the model's own probability, before any sampler step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenDetail:
    """One token of an answer with its probability and rivals."""

    token_id: int
    text: str
    logprob: float
    """Natural logarithm of the model's own probability, before any sampler step."""
    rivals: tuple[Rival, ...]
    """The most probable tokens at this place, best first; usually holds the token itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One model's finished answer, with everything that made it."""

    contestant: Contestant
    rendered_prompt: str
    """Exactly what the model was given, with its special tokens spelled out."""
    text: str
    token_ids: tuple[int, ...]
    """The answer's tokens, without the one that ended it."""
    finish_reason: FinishReason
    prompt_tokens: int
    cached_prompt_tokens: int
    """How many of them were still in the model's memory from before."""
    completion_tokens: int
    dropped_turns: int
    """How many of the oldest turns had to be left out to fit the context."""
    time_to_first_token_ms: float | None
    """From the request's arrival at the model; None if there was no token."""
    tokens_per_second: float | None
    """(tokens - 1) / (last - first); None with fewer than two tokens."""
    prompt_tokens_per_second: float | None
    """Speed of reading the part of the prompt that was not cached."""
    details: tuple[TokenDetail, ...] = ()
    """Probabilities and rivals by token; empty unless asked for."""
