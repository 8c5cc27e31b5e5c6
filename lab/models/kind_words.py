"""The words by which names tell what was done to a model, and the traps among them."""

from __future__ import annotations

import re

CHAT_WORDS = frozenset({
    "it", "instruct", "instruction", "inst", "chat", "chatml", "sft", "dpo", "rlhf", "rlvr", "orpo", "kto", "grpo",
    "ppo", "rl", "assistant", "conversational", "dialogue", "thinking", "reasoning", "reasoner", "aligned", "distill",
    "abliterated", "uncensored", "roleplay", "command", "oasst", "openassistant",
    # models that are known by a name of their own, all of them trained to converse
    "zephyr", "alpaca", "vicuna", "koala", "guanaco", "wizardlm", "wizard", "orca", "openorca", "openchat", "starchat",
    "starling", "hermes", "openhermes", "deephermes", "capybara", "dolphin", "dolly", "tulu", "airoboros", "beluga",
    "samantha", "neuralchat", "mythomax", "platypus",
})  # fmt: skip
"""Each marks a model that was trained to converse or to follow requests."""

BASE_WORDS = frozenset({"base", "pt", "pretrain", "pretrained", "pretraining", "foundation"})
"""Each marks a model that was only pretrained."""

TAG_CHAT_WORDS = frozenset({"instruct", "chat", "sft", "dpo", "rlhf", "conversational", "assistant"})
"""Words in running text or in a tag list mean less than in a name ("it" is Italian), so only the clear ones count."""

CHAT_DATA_WORDS = frozenset({
    "ultrachat", "ultrafeedback", "instruct", "instructions", "sft", "dpo", "smoltalk", "openorca", "orca", "alpaca",
    "oasst", "oasst1", "oasst2", "sharegpt", "dolly", "rlhf", "preference", "conversations", "chat", "tulu",
})  # fmt: skip
"""Words in the names of data sets that hold conversations."""

_WORD = re.compile(r"[a-z]+")
_DATA_WORD = re.compile(r"[a-z0-9]+")


def words_of(text: str) -> list[str]:
    """The words of a name in lower case, without numbers."""
    words = _WORD.findall(text.lower())
    # "pt-br" is the Portuguese of Brazil.
    behind = [*words[1:], ""]
    return [word for word, following in zip(words, behind, strict=False) if (word, following) != ("pt", "br")]


def data_words_of(text: str) -> set[str]:
    """The words of a data set's name in lower case."""
    return set(_DATA_WORD.findall(text.lower()))
