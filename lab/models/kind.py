"""Base or chat? Weighs what a file says about itself and gives its reasons.

No file says it outright, and each sign alone can mislead: some base models ship a chat template, SmolLM2's instruct
file does not hold the word "instruct", and Gemma's base vocabulary has the chat tokens all the same. So the signs are
taken strongest first, all of them are kept as evidence, and a person can overrule the verdict.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lab.models.gguf_header import GgufHeader
from lab.records import Kind, KindVerdict

_CHAT_WORDS = {
    "it", "instruct", "instruction", "chat", "chatml", "sft", "dpo", "rlhf", "orpo", "kto", "grpo", "ppo", "rl",
    "assistant", "conversational", "thinking", "reasoning", "aligned", "zephyr", "alpaca", "vicuna", "hermes",
    "dolphin", "tulu",
}  # fmt: skip
_BASE_WORDS = {"base", "pt", "pretrain", "pretrained", "foundation"}
_WORD = re.compile(r"[a-z]+")

# Words in running text or in a tag list mean less than in a name: "it" is Italian, "chat" a topic.
_TAG_CHAT_WORDS = {"instruct", "chat", "sft", "dpo", "rlhf", "conversational", "assistant"}

# Signs that end a turn in a conversation and have no other use.
_TURN_ENDS = {"<|im_end|>", "<end_of_turn>", "<turn|>", "<|eot_id|>", "<|eot|>", "<|end|>", "<|END_OF_TURN_TOKEN|>"}

_NAME_FIELDS = (
    ("general.finetune", "its 'finetune' field"),
    ("general.name", "its name"),
    ("general.basename", "its base name"),
)


@dataclass(frozen=True, slots=True)
class _Sign:
    kind: Kind
    confidence: float
    sentence: str


def judge(header: GgufHeader, *, known: Kind | None = None, source: str = "") -> KindVerdict:
    """Decide whether a file holds a base or a chat model.

    Args:
        header: What the file says about itself; its file name counts too.
        known: What our table of pinned models says about exactly this file, if it stands there.
        source: The repository it came from, e.g. ``bartowski/SmolLM2-135M-Instruct-GGUF``; empty if unknown.

    Returns:
        The verdict, with all signs as plain sentences, strongest first. Two names that contradict each other make
        the verdict unsure.
    """
    signs: list[_Sign] = []
    if known is not None:
        signs.append(_Sign(known, 0.99, f"This very file is in Counterpoint's own table as a {known} model."))
    names = _name_signs(header, source)
    signs += names
    signs += _template_signs(header, named=bool(names))
    if known is None and len({sign.kind for sign in names}) > 1:
        return KindVerdict(
            kind=Kind.UNSURE,
            confidence=0.5,
            evidence=(*(sign.sentence for sign in signs), "These contradict each other."),
        )
    first = max(signs, key=lambda sign: sign.confidence)
    agreeing = [sign for sign in signs if sign.kind is first.kind]
    others = [sign for sign in signs if sign.kind is not first.kind]
    # Independent signs that agree leave less room for error; a sign against it leaves more.
    doubt = 1 - first.confidence
    if len(agreeing) > 1:
        doubt /= 1.5
    if others:
        doubt *= 1.5
    ranked = sorted(agreeing, key=lambda sign: -sign.confidence) + others
    return KindVerdict(
        kind=first.kind, confidence=round(1 - min(doubt, 0.5), 2), evidence=tuple(sign.sentence for sign in ranked)
    )


def overruled(kind: Kind, before: KindVerdict) -> KindVerdict:
    """The verdict once a person has said what the model is; the earlier evidence is kept below theirs."""
    evidence = before.evidence if not before.overruled else before.evidence[1:]
    return KindVerdict(
        kind=kind, confidence=1.0, evidence=(f"You said that this is a {kind} model.", *evidence), overruled=True
    )


def _name_signs(header: GgufHeader, source: str) -> list[_Sign]:
    """What the words in names say; at most one sign a name."""
    places = [(source, "the name of its repository", 0.95)]
    places += [(header.text(key), where, 0.93) for key, where in _NAME_FIELDS]
    places.append((header.path.stem, "its file name", 0.9))
    signs: list[_Sign] = []
    for text, where, confidence in places:
        found = _word_sign(text, where, confidence)
        if found:
            signs.append(found)
    tags = " ".join(header.texts("general.tags")).lower()
    words = set(_WORD.findall(tags)) & _TAG_CHAT_WORDS
    if words and not any(sign.kind is Kind.BASE for sign in signs):
        word = min(words)
        signs.append(_Sign(Kind.CHAT, 0.7, f"Its tags say '{word}', a word for models trained to converse."))
    return signs


def _word_sign(text: str, where: str, confidence: float) -> _Sign | None:
    words = _WORD.findall(text.lower())
    # "SFT-base" or "base-instruct": whatever was done to a base model makes it a chat model.
    for word in words:
        if word in _CHAT_WORDS:
            return _Sign(
                Kind.CHAT, confidence, f"The word '{word}' in {where} marks a model trained to follow requests."
            )
    for word in words:
        if word in _BASE_WORDS:
            return _Sign(Kind.BASE, confidence, f"The word '{word}' in {where} marks a model that was only pretrained.")
    return None


def _template_signs(header: GgufHeader, *, named: bool) -> list[_Sign]:
    template = header.chat_template
    if template is None:
        signs = [_Sign(Kind.BASE, 0.8, "It has no chat template, so it was not prepared for conversations.")]
        if not named:
            signs.append(_Sign(Kind.BASE, 0.6, "Nothing in its names speaks of instructions or chat."))
        return signs
    signs = [_Sign(Kind.CHAT, 0.6, "It has a chat template (a weak sign: some base models ship one).")]
    if _speaks_for_itself(template):
        signs.append(_Sign(Kind.CHAT, 0.65, "Its chat template tells the model who it is when nobody else does."))
    end = header.end_token
    if end in _TURN_ENDS and end in template:
        signs.append(
            _Sign(Kind.CHAT, 0.75, f"It ends its answers with {end}, the sign that ends a turn in its template.")
        )
    elif "<|im_end|>" in template and end:
        # The base models of Qwen 2.5 and 3 ship their sibling's whole template, but this still tells them apart.
        signs.append(
            _Sign(Kind.BASE, 0.7, f"Its template ends a turn with <|im_end|>, yet the model ends its texts with {end}.")
        )
    return signs


def _speaks_for_itself(template: str) -> bool:
    """Whether the template brings a system prompt of its own, such as "You are a helpful AI assistant"."""
    return re.search(r"\byou are (a|an|the|[A-Z]\w+)\b", template, re.IGNORECASE) is not None
