"""Words for what is kept, the same in the window and in a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from lab.language import counted, short_number, tr
from lab.records import FinishReason, Framing, Kind, VoteChoice

KIND_BADGES = {Kind.BASE: "BASE", Kind.CHAT: "CHAT", Kind.UNSURE: "UNSURE"}
"""What stands beside a model's name."""
VOTE_WORDS = {
    VoteChoice.A: tr("A is better"),
    VoteChoice.TIE: tr("Tie"),
    VoteChoice.BOTH_BAD: tr("Both bad"),
    VoteChoice.B: tr("B is better"),
}
"""In the order in which they are offered."""
FINISH_WORDS = {
    FinishReason.END_OF_ANSWER: tr("ended by itself"),
    FinishReason.STOP_TEXT: tr("ended: stop text"),
    FinishReason.LENGTH_LIMIT: tr("cut off: length limit"),
    FinishReason.CONTEXT_FULL: tr("cut off: context full"),
    FinishReason.CANCELLED: tr("stopped by you"),
}
"""How an answer ended, in a line of facts."""
CUT_SHORT = {
    FinishReason.LENGTH_LIMIT: tr("Cut off at the length limit."),
    FinishReason.CONTEXT_FULL: tr("Cut off: the context is full."),
    FinishReason.CANCELLED: tr("Stopped by you."),
}
"""Why an answer is shorter than it could be; one that ended by itself is not in here."""
INTERRUPTED = tr("The program ended before this answer did.")
SETTING_NAMES = {
    "temperature": tr("temperature"),
    "top_k": tr("top k"),
    "top_p": tr("top p"),
    "min_p": tr("min p"),
    "typical_p": tr("typical p"),
    "repeat_penalty": tr("repeat penalty"),
    "frequency_penalty": tr("frequency penalty"),
    "presence_penalty": tr("presence penalty"),
    "penalty_last_n": tr("penalty last n"),
    "dry_multiplier": tr("dry multiplier"),
    "dry_base": tr("dry base"),
    "dry_allowed_length": tr("dry allowed length"),
    "dry_last_n": tr("dry last n"),
    "xtc_probability": tr("xtc probability"),
    "xtc_threshold": tr("xtc threshold"),
    "mirostat": tr("mirostat"),
    "mirostat_tau": tr("mirostat tau"),
    "mirostat_eta": tr("mirostat eta"),
    "logit_bias": tr("logit bias"),
    "stop_texts": tr("stop texts"),
    "grammar": tr("grammar"),
    "max_tokens": tr("max tokens"),
}
"""By the name of the field in ``SamplerSettings``, of all but the seed."""

RATED_WORDS = {
    "helpful": tr("helpful"),
    "follows the instruction": tr("follows the instruction"),
    "clear": tr("clear"),
    "accurate": tr("accurate"),
    "tone": tr("tone"),
    "safe": tr("safe"),
    "creative": tr("creative"),
    "energetic": tr("energetic"),
    "list-heavy": tr("list-heavy"),
    "cautious": tr("cautious"),
    "reflective": tr("reflective"),
    "paragraph-like": tr("paragraph-like"),
    "exploratory": tr("exploratory"),
    "chatty": tr("chatty"),
}


def framing_name(framing: Framing) -> str:
    """A framing in a word or two; said when it is needed, so that a worker remembers what it is made of."""
    match framing:
        case Framing.RAW:
            return tr("raw", "a framing")
        case Framing.QA:
            return tr("qa", "a framing")
        case Framing.IN_CONTEXT:
            return tr("in-context", "a framing")
        case Framing.CHAT:
            return tr("chat", "a framing")


def setting_value(value: object) -> str:
    """The value of a sampler setting."""
    match value:
        case bool():
            return tr("on", "a setting") if value else tr("off", "a setting")
        case float():
            return short_number(value, 1)
    return str(value)


def rated_word(word: str) -> str:
    """An aspect or a tag as people read it; the user's own is kept in their own words."""
    return RATED_WORDS.get(word, word)


def settings_listed(settings: Iterable[str]) -> str:
    """Several settings with their values, parted by what no number of the language has in it."""
    said = ""
    for setting in settings:
        said = tr("{settings}, {setting}", settings=said, setting=setting) if said else setting
    return said


def left_out(dropped_turns: int) -> str:
    """That old turns did not fit into the context, as a part of a sentence."""
    return counted(
        dropped_turns,
        tr("the oldest turn was left out to fit the context"),
        tr("the oldest {n} turns were left out to fit the context"),
    )
