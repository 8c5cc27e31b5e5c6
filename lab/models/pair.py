"""Whether two models make a fair pair to compare, and what each difference between them means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from lab.amounts import weights
from lab.language import counted, number, tr
from lab.models.facts import FileFacts
from lab.models.kind import KIND_WORDS
from lab.records import Kind

_SAME_SIZE = 0.05  # quantizers leave out a tensor or keep two copies of one


class Aspect(StrEnum):
    """What is compared."""

    KIND = "kind"
    FAMILY = "family"
    TOKENIZER = "tokenizer"
    QUANTIZATION = "quantization"
    SIZE = "size"


ASPECT_WORDS = {
    Aspect.KIND: tr("kind"),
    Aspect.FAMILY: tr("family"),
    Aspect.TOKENIZER: tr("tokenizer"),
    Aspect.QUANTIZATION: tr("quantization"),
    Aspect.SIZE: tr("size"),
}
"""Inside a sentence."""


class PairVerdict(StrEnum):
    """How much a comparison can tell."""

    FITTING = "fitting"
    """A base model and a chat model that differ in nothing else that we can see."""
    USABLE = "usable"
    """Something else differs a little; the comparison still tells about the training."""
    MIXED = "mixed"
    """So much differs that an answer's quality can't be put down to the training."""
    SAME_FILE = "same file"
    """One model on both sides, e.g. with two framings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairFinding:
    """One aspect of a pair."""

    aspect: Aspect
    good: bool
    """True if it is as a fair comparison wants it: one base and one chat model, all else the same."""
    a: str
    """What it is on side A, to show."""
    b: str
    """What it is on side B."""
    meaning: str
    """What it means for the comparison, in a plain sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairCheck:
    """What was found about a pair."""

    verdict: PairVerdict
    sentence: str
    """The verdict in a plain sentence."""
    findings: tuple[PairFinding, ...]
    """One for each aspect."""

    @property
    def differences(self) -> tuple[PairFinding, ...]:
        """The findings that are not as a fair comparison wants them."""
        return tuple(finding for finding in self.findings if not finding.good)


def check_pair(a: FileFacts, b: FileFacts) -> PairCheck:
    """Compare two models by what their files say."""
    findings = (_kind(a, b), _family(a, b), _tokenizer(a, b), _quantization(a, b), _size(a, b))
    differing = {finding.aspect for finding in findings if not finding.good}
    if a.memory.path == b.memory.path:
        verdict = PairVerdict.SAME_FILE
        sentence = tr("One model on both sides: what differs between the answers comes from how it is asked.")
    elif not differing:
        verdict = PairVerdict.FITTING
        sentence = tr("A fitting pair: what differs between the answers comes from the training.")
    elif differing & {Aspect.KIND, Aspect.FAMILY, Aspect.SIZE}:
        verdict = PairVerdict.MIXED
        sentence = _mixed(a, b, differing)
    else:
        verdict = PairVerdict.USABLE
        named = tr(" and ").join(ASPECT_WORDS[aspect] for aspect in sorted(differing))
        sentence = counted(
            len(differing),
            tr("A usable pair: the training is the main difference, but the {aspects} differs too."),
            tr("A usable pair: the training is the main difference, but {aspects} differ too."),
            aspects=named,
        )
    return PairCheck(verdict=verdict, sentence=sentence, findings=findings)


def _mixed(a: FileFacts, b: FileFacts, differing: set[Aspect]) -> str:
    if Aspect.FAMILY in differing or Aspect.SIZE in differing:
        others = [ASPECT_WORDS[aspect] for aspect in (Aspect.FAMILY, Aspect.SIZE) if aspect in differing]
        return tr(
            "A mixed pair: {aspects} differ, so the training is not the only reason for what you see.",
            aspects=tr(" and ").join(others),
        )
    if Kind.UNSURE in (a.verdict.kind, b.verdict.kind):
        return tr("Perhaps a pair: it is not sure which of the two was trained to converse.")
    return tr("Not a base and a chat model: both are {kind} models.", kind=KIND_WORDS[a.verdict.kind])


def _kind(a: FileFacts, b: FileFacts) -> PairFinding:
    kinds = a.verdict.kind, b.verdict.kind
    good = set(kinds) == {Kind.BASE, Kind.CHAT}
    if good:
        meaning = tr("One was only pretrained, the other was trained to converse: that is what you want to hear.")
    elif Kind.UNSURE in kinds:
        meaning = tr("The files don't tell for sure what training they had. Say what they are if you know.")
    elif kinds[0] is Kind.CHAT:
        meaning = tr("Both were trained to converse. You compare two ways of doing that, not base with chat.")
    else:
        meaning = tr("Neither was trained to converse: both go on writing the text they are given.")
    return PairFinding(aspect=Aspect.KIND, good=good, a=KIND_WORDS[kinds[0]], b=KIND_WORDS[kinds[1]], meaning=meaning)


def _family(a: FileFacts, b: FileFacts) -> PairFinding:
    same_shape = _shape(a) == _shape(b) and a.layers > 0
    good = a.architecture == b.architecture and (a.family == b.family or same_shape)
    if good and a.family == b.family:
        meaning = tr("Both come from the same family.")
    elif good:
        meaning = tr("Their names differ, but they are built alike: one was probably made from the other.")
    else:
        meaning = tr(
            "They come from different families, so they also learned from other texts and are built in another way. "
            "A better answer need not come from being trained to converse."
        )
    return PairFinding(aspect=Aspect.FAMILY, good=good, a=a.family, b=b.family, meaning=meaning)


def _tokenizer(a: FileFacts, b: FileFacts) -> PairFinding:
    good = (a.tokenizer_sha256, a.tokenizer_rule) == (b.tokenizer_sha256, b.tokenizer_rule)
    if good:
        meaning = tr(
            "Both split text into the same tokens, so tokens, probabilities and lengths can be compared one by one."
        )
    elif a.tokenizer_sha256 == b.tokenizer_sha256:
        meaning = tr(
            "They have the same tokens but files that name another rule for splitting text. Lengths can be compared; "
            "single tokens mostly."
        )
    elif a.architecture == b.architecture and abs(a.vocabulary_tokens - b.vocabulary_tokens) <= _FEW_TOKENS:
        meaning = tr(
            "Some tokens differ, as when signs for a conversation were added. Texts can be compared; single tokens and "
            "their probabilities only with care."
        )
    else:
        meaning = tr(
            "They split text into different tokens. Compare the texts; counts of tokens, tokens a second and "
            "probabilities don't mean the same on both sides."
        )
    return PairFinding(aspect=Aspect.TOKENIZER, good=good, a=_tokens(a), b=_tokens(b), meaning=meaning)


_FEW_TOKENS = 512


def _quantization(a: FileFacts, b: FileFacts) -> PairFinding:
    good = a.quantization == b.quantization
    if good:
        meaning = tr("Both are stored with the same precision.")
    elif _bits(a) == _bits(b):
        meaning = tr("They are stored in different ways of about the same precision. That hardly shows in the answers.")
    elif not (_bits(a) and _bits(b)):
        meaning = tr("They are stored in different ways; which is finer can't be told from their names.")
    else:
        coarse = "A" if _bits(a) < _bits(b) else "B"
        meaning = tr(
            "{coarse} is stored more coarsely, which costs some quality and makes it quicker. "
            "Take both at the same quantization if you can.",
            coarse=coarse,
        )
    return PairFinding(aspect=Aspect.QUANTIZATION, good=good, a=a.quantization, b=b.quantization, meaning=meaning)


def _size(a: FileFacts, b: FileFacts) -> PairFinding:
    small, large = sorted((a.parameters, b.parameters))
    good = small >= large * (1 - _SAME_SIZE)
    if good:
        meaning = tr("Both are of the same size.")
    else:
        bigger = "A" if a.parameters > b.parameters else "B"
        times = tr("{factor} times", factor=number(large / small, 1)) if small else tr("many times")
        meaning = tr(
            "{bigger} has {times} as many weights. It knows more and is slower, whatever its training; so a better "
            "answer may come from its size.",
            bigger=bigger,
            times=times,
        )
    return PairFinding(aspect=Aspect.SIZE, good=good, a=weights(a.parameters), b=weights(b.parameters), meaning=meaning)


def _shape(facts: FileFacts) -> tuple[str, int, int]:
    return facts.architecture, facts.layers, facts.width


def _bits(facts: FileFacts) -> int:
    """About how many bits a weight takes, by the quantization's name; 0 if it has no number.

    Not by the file's size: a large vocabulary's table, which is stored more finely, can be most of that.
    """
    digits = re.search(r"\d+", facts.quantization)
    return int(digits[0]) if digits else 0


def _tokens(facts: FileFacts) -> str:
    known = tr("{count} tokens", count=number(facts.vocabulary_tokens))
    return f"{known}, {facts.tokenizer_rule}" if facts.tokenizer_rule else known
