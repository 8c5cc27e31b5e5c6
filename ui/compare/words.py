"""Words for what a pane shows, without a widget."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from lab.amounts import size
from lab.errors import LabError
from lab.generation.schedule import Decision
from lab.preferences import Preferences
from lab.records import Comparison, Framing, Kind, KindVerdict, Model, Response, Side
from lab.words import CUT_SHORT, FINISH_WORDS, INTERRUPTED, left_out

FRAMING = {
    Framing.RAW: "raw continuation",
    Framing.QA: "question and answer",
    Framing.IN_CONTEXT: "worked examples",
    Framing.CHAT: "chat template",
}
FRAMING_SENTENCE = {
    Framing.RAW: "The prompt alone; the model goes on writing.",
    Framing.QA: "“Question: … Answer:” around the prompt.",
    Framing.IN_CONTEXT: "A few worked examples of an assistant before the prompt.",
    Framing.CHAT: "The model's own chat format, from its file.",
}
_WELCOME = {
    Kind.BASE: "A base model has only read. It goes on with whatever you write.",
    Kind.CHAT: "A chat model was taught to answer people.",
    Kind.UNSURE: "Its file does not say whether this is a base or a chat model.",
}


_KIND = {Kind.BASE: "a base model", Kind.CHAT: "a chat model", Kind.UNSURE: "neither for sure"}
NOT_LOADED = "not loaded"
HIDDEN_WELCOME = "Who answers here is hidden. Both answers appear together."


def evidence(verdict: KindVerdict) -> str:
    """What speaks for a model being base or chat."""
    whose = "You said so" if verdict.overruled else "Taken for " + _KIND[verdict.kind]
    return "\n".join((f"{whose}:", *(f"• {each}" for each in verdict.evidence)))


def scripted(sides: Collection[Side]) -> str:
    """What the header says while scripts play; empty if models do."""
    if len(sides) == len(Side):
        return "No model is running: the answers are scripted."
    return "".join(f"{side.upper()} is a script, no model runs there." for side in sides)


def facts(model: Model) -> str:
    """Quantization and size in a few characters."""
    return f"{model.quantization} · {size(model.size_bytes)}"


def welcome(model: Model | None, side: Side) -> str:
    """What an empty pane says."""
    if model is None:
        return f"Choose a model for {side.upper()}."
    return _WELCOME[model.verdict.kind]


def names_of(model: Model) -> tuple[str, ...]:
    """What a model is called here, in which an answer may name it."""
    return model.name, Path(model.path).stem


def hidden_trouble(side: Side) -> LabError:
    """That a side failed, where why would tell who it is."""
    return LabError(f"Side {side.upper()} failed.", "Why is shown after the reveal, or when Blind is off.")


def note(response: Response | None, problem: str = "") -> str:
    """The quiet line under an answer that did not end by itself; empty for one that did."""
    if problem:  # the pane says more
        return "Not finished."
    if response is None:
        return INTERRUPTED
    parts = [CUT_SHORT.get(response.finish_reason, "")]
    if response.dropped_turns:
        left = left_out(response.dropped_turns)
        parts.append(f"{left[0].upper()}{left[1:]}.")
    return " ".join(filter(None, parts))


def foot(response: Response) -> list[tuple[str, str]]:
    """The facts under an answer: a number, or how it ended, which stands out, and its unit."""
    parts = []
    if response.tokens_per_second is not None:
        parts.append((f"{response.tokens_per_second:.1f}", "tok/s"))
    if response.time_to_first_token_ms is not None:
        parts.append((f"{response.time_to_first_token_ms / 1000:.2f} s", "to first token"))
    parts.append((f"{response.completion_tokens:,}", "tokens"))
    parts.append((FINISH_WORDS[response.finish_reason], ""))
    return parts


def facts_of(path: Sequence[Comparison], preferences: Preferences, decision: Decision) -> str:
    """A few facts about a conversation for its header."""
    settings = preferences.settings
    parts = []
    if path:
        parts.append("1 turn" if len(path) == 1 else f"{len(path)} turns")
    seeds = {settings.of(side).sampler.seed: None for side in Side}
    parts.append(f"seed {' and '.join(map(str, seeds))}")
    parts.append("same settings for both" if settings.shared else "own settings for each")
    if decision.one_loaded_at_a_time:
        parts.append("one after the other: both don't fit into memory")
    return " · ".join(parts)
