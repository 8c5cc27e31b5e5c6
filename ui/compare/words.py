"""Words for what a pane shows, without a widget."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from lab.amounts import size
from lab.errors import LabError
from lab.generation.schedule import Decision
from lab.language import counted, number, tr
from lab.language import short_number as short_number
from lab.preferences import Preferences
from lab.records import Comparison, Framing, Kind, KindVerdict, Model, Response, Side
from lab.words import CUT_SHORT, FINISH_WORDS, INTERRUPTED, left_out

FRAMING = {
    Framing.RAW: tr("raw continuation"),
    Framing.QA: tr("question and answer"),
    Framing.IN_CONTEXT: tr("worked examples"),
    Framing.CHAT: tr("chat template"),
}
FRAMING_SENTENCE = {
    Framing.RAW: tr("The prompt alone; the model goes on writing."),
    Framing.QA: tr("“Question: … Answer:” around the prompt."),
    Framing.IN_CONTEXT: tr("A few worked examples of an assistant before the prompt."),
    Framing.CHAT: tr("The model's own chat format, from its file."),
}
_WELCOME = {
    Kind.BASE: tr("A base model has only read. It goes on with whatever you write."),
    Kind.CHAT: tr("A chat model was taught to answer people."),
    Kind.UNSURE: tr("Its file does not say whether this is a base or a chat model."),
}
_TAKEN_FOR = {
    Kind.BASE: tr("Taken for a base model:"),
    Kind.CHAT: tr("Taken for a chat model:"),
    Kind.UNSURE: tr("Taken for neither for sure:"),
}
NOT_LOADED = tr("not loaded")
READY = tr("ready", "a model is loaded")
HIDDEN_WELCOME = tr("Who answers here is hidden. Both answers appear together.")


def evidence(verdict: KindVerdict) -> str:
    """What speaks for a model being base or chat."""
    whose = tr("You said so:") if verdict.overruled else _TAKEN_FOR[verdict.kind]
    return "\n".join((whose, *(f"• {each}" for each in verdict.evidence)))


def scripted(sides: Collection[Side]) -> str:
    """What the header says while scripts play; empty if models do."""
    if len(sides) == len(Side):
        return tr("No model is running: the answers are scripted.")
    return "".join(tr("{side} is a script, no model runs there.", side=side.upper()) for side in sides)


def facts(model: Model) -> str:
    """Quantization and size in a few characters."""
    return f"{model.quantization} · {size(model.size_bytes)}"


def welcome(model: Model | None, side: Side) -> str:
    """What an empty pane says."""
    if model is None:
        return tr("Choose a model for {side}.", side=side.upper())
    return _WELCOME[model.verdict.kind]


def names_of(model: Model) -> tuple[str, ...]:
    """What a model is called here, in which an answer may name it."""
    return model.name, Path(model.path).stem


def hidden_trouble(side: Side) -> LabError:
    """That a side failed, where why would tell who it is."""
    return LabError(
        tr("Side {side} failed.", side=side.upper()), tr("Why is shown after the reveal, or when Blind is off.")
    )


def note(response: Response | None, problem: str = "") -> str:
    """The quiet line under an answer that did not end by itself; empty for one that did."""
    if problem:  # the pane says more
        return tr("Not finished.")
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
        parts.append((number(response.tokens_per_second, 1), tr("tok/s")))
    if response.time_to_first_token_ms is not None:
        seconds = number(response.time_to_first_token_ms / 1000, 2)
        parts.append((tr("{seconds} s", seconds=seconds), tr("to first token")))
    parts.append((number(response.completion_tokens), tr("tokens")))
    parts.append((FINISH_WORDS[response.finish_reason], ""))
    return parts


def facts_of(path: Sequence[Comparison], preferences: Preferences, decision: Decision) -> str:
    """A few facts about a conversation for its header."""
    settings = preferences.settings
    parts = []
    if path:
        parts.append(counted(len(path), tr("{n} turn"), tr("{n} turns")))
    a, b = (settings.of(side).sampler.seed for side in Side)
    parts.append(tr("seed {seed}", seed=a) if a == b else tr("seed {a} and {b}", a=a, b=b))
    parts.append(tr("same settings for both") if settings.shared else tr("own settings for each"))
    if decision.one_loaded_at_a_time:
        parts.append(tr("one after the other: both don't fit into memory"))
    return " · ".join(parts)
