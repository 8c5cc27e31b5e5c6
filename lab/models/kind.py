"""Base or chat? Weighs what a file says about itself and gives its reasons.

No file says it outright, and each sign alone can mislead: some base models ship a chat template, SmolLM2's instruct
file does not hold the word "instruct", and Gemma's base vocabulary has the chat tokens all the same. So the signs are
taken strongest first, all of them are kept as evidence, and a person can overrule the verdict.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lab.language import tr
from lab.models.gguf_header import GgufHeader
from lab.models.kind_words import BASE_WORDS, CHAT_DATA_WORDS, CHAT_WORDS, TAG_CHAT_WORDS, data_words_of, words_of
from lab.records import Kind, KindVerdict

# Signs that end a turn in a conversation and have no other use.
_TURN_ENDS = {
    "<|im_end|>", "<end_of_turn>", "<turn|>", "<|eot_id|>", "<|eot|>", "<|end|>", "<|return|>", "<|END_OF_TURN_TOKEN|>",
    "<end_of_utterance>",
}  # fmt: skip

# If a template ends turns with one of these and the model ends its texts otherwise, it may be a base model that ships
# its sibling's template. In other families chat models are like that too, and early files of Llama 3 say it wrongly.
_TELLING_ENDS = ("<|im_end|>", "<|eot_id|>")
_SHIP_SIBLINGS_TEMPLATE = {"qwen2", "qwen2moe", "qwen3", "qwen3moe", "qwen35", "qwen35moe", "qwen3next"}

KIND_WORDS = {Kind.BASE: tr("base"), Kind.CHAT: tr("chat"), Kind.UNSURE: tr("unsure")}
"""Inside a sentence."""

_TOO_CLOSE = 0.1  # signs for both kinds that are nearer than this leave it open

_NAME_FIELDS = (
    ("general.finetune", tr("its 'finetune' field")),
    ("general.name", tr("its name")),
    ("general.basename", tr("its base name")),
)


@dataclass(frozen=True, slots=True)
class _Sign:
    kind: Kind
    confidence: float
    sentence: str


def judge(
    header: GgufHeader, *, known: Kind | None = None, source: str = "", template_beside: bool = False
) -> KindVerdict:
    """Decide whether a file holds a base or a chat model.

    Args:
        header: What the file says about itself; its file name counts too.
        known: What our table of pinned models says about exactly this file, if it stands there.
        source: The repository it came from, e.g. ``bartowski/SmolLM2-135M-Instruct-GGUF``; empty if unknown.
        template_beside: Whether the program that keeps it has a template for conversations beside it, as Ollama does.

    Returns:
        The verdict, with all signs as plain sentences, strongest first. It is unsure if two names contradict each
        other, or if without any such name the other signs are about as strong for one kind as for the other.
    """
    signs: list[_Sign] = []
    if known is not None:
        sentence = tr("This very file is in Counterpoint's own table as a {kind} model.", kind=KIND_WORDS[known])
        signs.append(_Sign(known, 0.99, sentence))
    names = _name_signs(header, source)
    signs += names
    signs += _origin_signs(header, names)
    signs += _template_signs(header, named=bool(names), template_beside=template_beside)
    first = max(signs, key=lambda sign: sign.confidence)
    if known is None and _is_open(signs, names):
        ranked = sorted(signs, key=lambda sign: -sign.confidence)
        end = (
            tr("These contradict each other.")
            if names
            else tr("These speak about as much for the one as for the other.")
        )
        return KindVerdict(kind=Kind.UNSURE, confidence=0.5, evidence=(*(sign.sentence for sign in ranked), end))
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
        kind=kind,
        confidence=1.0,
        evidence=(tr("You said that this is a {kind} model.", kind=KIND_WORDS[kind]), *evidence),
        overruled=True,
    )


def _is_open(signs: list[_Sign], names: list[_Sign]) -> bool:
    """Whether the signs leave open what it is."""
    if names:
        return len({sign.kind for sign in names}) > 1
    best = {kind: max((sign.confidence for sign in signs if sign.kind is kind), default=0.0) for kind in Kind}
    return abs(best[Kind.BASE] - best[Kind.CHAT]) < _TOO_CLOSE


def _name_signs(header: GgufHeader, source: str) -> list[_Sign]:
    """What the words in names say; at most one sign a name."""
    # The owner's name in front ("openchat/…") says nothing about one model.
    places = [(source.rpartition("/")[2], tr("the name of its repository"), 0.95)]
    places += [(header.text(key), where, 0.93) for key, where in _NAME_FIELDS]
    places.append((header.path.stem, tr("its file name"), 0.9))
    return [sign for text, where, confidence in places if (sign := _word_sign(text, where, confidence))]


def _word_sign(text: str, where: str, confidence: float) -> _Sign | None:
    words = words_of(text)
    # "SFT-base" or "base-instruct": whatever was done to a base model makes it a chat model.
    for word in words:
        if word in CHAT_WORDS:
            told = tr("The word '{word}' in {where} marks a model trained to follow requests.", word=word, where=where)
            return _Sign(Kind.CHAT, confidence, told)
    for word in words:
        if word in BASE_WORDS:
            told = tr("The word '{word}' in {where} marks a model that was only pretrained.", word=word, where=where)
            return _Sign(Kind.BASE, confidence, told)
    return None


def _origin_signs(header: GgufHeader, names: list[_Sign]) -> list[_Sign]:
    """What a file says about the models, data and topics that it comes from."""
    signs: list[_Sign] = []
    tags = " ".join(header.texts("general.tags")).lower()
    topics = set(words_of(tags)) & TAG_CHAT_WORDS
    if topics and not any(sign.kind is Kind.BASE for sign in names):
        sentence = tr("Its tags say '{word}', a word for models trained to converse.", word=min(topics))
        signs.append(_Sign(Kind.CHAT, 0.75, sentence))
    parent = header.text("general.base_model.0.name")
    # Who only stores a model in another way names it as its base, too.
    if parent and _plain(parent) != _plain(header.name):
        words = set(words_of(parent))
        if words & CHAT_WORDS:
            sentence = tr("It was made from {parent}, which is a chat model itself.", parent=parent)
            signs.append(_Sign(Kind.CHAT, 0.85, sentence))
        elif words & BASE_WORDS:
            signs.append(_Sign(Kind.CHAT, 0.75, tr("It was made from {parent} by further training.", parent=parent)))
    data = [*header.texts("general.datasets"), *(header.text(f"general.dataset.{number}.name") for number in range(8))]
    told = next((name for name in data if data_words_of(name) & CHAT_DATA_WORDS), "")
    if told:
        sentence = tr("It was trained on {data}, which holds conversations or requests.", data=told)
        signs.append(_Sign(Kind.CHAT, 0.72, sentence))
    return signs


def _plain(name: str) -> str:
    return "".join(re.findall(r"[a-z0-9]+", name.lower()))


def _template_signs(header: GgufHeader, *, named: bool, template_beside: bool) -> list[_Sign]:
    template = header.chat_template
    if template is None and template_beside:
        return [_Sign(Kind.CHAT, 0.72, tr("Its template for conversations is kept beside it."))]
    if template is None:
        if "general.type" in header.metadata:
            sentence, confidence = tr("It has no chat template, so it was not prepared for conversations."), 0.8
        else:
            sentence = tr("It has no chat template (a weaker sign here: files as old as this one often lack it).")
            confidence = 0.7
        signs = [_Sign(Kind.BASE, confidence, sentence)]
        if not named:
            signs.append(_Sign(Kind.BASE, 0.6, tr("Nothing in its names speaks of instructions or chat.")))
        return signs
    signs = [_Sign(Kind.CHAT, 0.6, tr("It has a chat template (a weak sign: some base models ship one)."))]
    if _speaks_for_itself(template):
        signs.append(_Sign(Kind.CHAT, 0.65, tr("Its chat template tells the model who it is when nobody else does.")))
    end = header.end_token
    if not end:
        return signs
    if end in _TURN_ENDS and end in template:
        sentence = tr("It ends its answers with {sign}, the sign that ends a turn in its template.", sign=end)
        signs.append(_Sign(Kind.CHAT, 0.78, sentence))
    told = next((sign for sign in _TELLING_ENDS if sign in template), None)
    if told and end not in template and end not in _TURN_ENDS:
        confidence = 0.78 if header.architecture in _SHIP_SIBLINGS_TEMPLATE else 0.64
        sentence = tr(
            "Its template ends a turn with {told}, yet the model ends its texts with {sign}.", told=told, sign=end
        )
        signs.append(_Sign(Kind.BASE, confidence, sentence))
    return signs


def _speaks_for_itself(template: str) -> bool:
    """Whether the template brings a system prompt of its own, such as "You are a helpful AI assistant"."""
    return re.search(r"\byou are (a|an|the|[A-Z]\w+)\b", template, re.IGNORECASE) is not None
