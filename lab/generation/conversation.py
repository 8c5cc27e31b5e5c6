"""A conversation as what a model is given: framed, split into tokens, and without its oldest turns if it is too long.

A model often writes a word in other tokens than its tokenizer would choose. If the next turn split everything afresh,
the two would differ from there on, and all that follows would be read again. So an answer keeps the tokens that it was
drawn in, and only what came after it is split. This is a property of the conversation, not of what happens to be in
memory: the same turns give the same tokens in any process.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lab.errors import PromptRejected
from lab.generation.backend import Tokens
from lab.generation.chat_template import ChatTemplate
from lab.generation.framing import frame
from lab.generation.protocol import Generate
from lab.language import number, tr
from lab.records import Framing, Turn
from lab.words import framing_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a model is given for one prompt."""

    text: str
    """With its special tokens spelled out."""
    tokens: tuple[int, ...]
    stop_texts: tuple[str, ...]
    """Where an answer in this framing is over."""
    dropped_turns: int = 0
    """How many of the oldest turns were left out to fit the context."""


_Key = tuple[Framing, str, tuple[Turn, ...], str]


class Conversation:
    """Makes what a model is given out of requests.

    Args:
        backend: Splits text, and says how much of it there is room for.
        pause: Called between two renderings; may raise to give up.
    """

    def __init__(self, backend: Tokens, pause: Callable[[], None] = lambda: None) -> None:
        self._backend = backend
        self._pause = pause
        self._template: ChatTemplate | None = None
        # Every turn's text begins with the one before it, which was made a moment ago for the last request.
        self._known: dict[_Key, Given] = {}

    def given(self, request: Generate) -> Given:
        """Frame and split, leaving out as few of the oldest turns as the context demands.

        Raises:
            PromptRejected: The prompt is empty, alone longer than the context, or nothing is left of it when framed.
            TemplateFailed: The chat template is missing or failed.
        """
        if not request.prompt.strip():
            raise PromptRejected(tr("The prompt is empty."), tr("Type something for the models to answer."))
        context = self._backend.facts.context_tokens
        # Leave room to answer: all that was asked for, but never more than a quarter of the context.
        room = context - min(request.sampler.max_tokens, context // 4)
        whole = self._given(request, 0)
        if len(whole.tokens) <= room:
            return whole
        # Fewer turns never make a longer text, so the smallest number to drop can be found by bisection. Answers in the
        # tokens that they were drawn in may be a little longer than the tokenizer would make them.
        turns = len(request.turns)
        dropped = bisect_left(range(turns), True, key=lambda drop: self._length(request, drop) <= room)
        while len((given := self._given(request, dropped)).tokens) > room and dropped < turns:
            dropped += 1
        if len(given.tokens) >= context:
            raise PromptRejected(
                tr(
                    "The prompt is {tokens} tokens long; this model's context holds {room}.",
                    tokens=number(len(given.tokens)),
                    room=number(context),
                ),
                tr("Shorten the prompt, or load the model with a longer context."),
            )
        return given

    def _length(self, request: Generate, drop: int) -> int:
        self._pause()
        return len(self._split_afresh(request, request.turns[drop:], request.prompt).tokens)

    def _given(self, request: Generate, drop: int) -> Given:
        """Walk through the turns from the oldest: what was given for each is where the next one's tokens begin."""
        turns = request.turns[drop:]
        known: dict[_Key, Given] = {}
        before: Given | None = None
        for count, turn in enumerate(turns):
            key = (request.framing, request.system_prompt, turns[:count], turn.prompt)
            before = self._known.get(key) or self._go_on(request, turns[:count], turn.prompt, before)
            known[key] = before
        # What is asked for now is always rendered anew, for a template may look at the clock.
        given = self._go_on(request, turns, request.prompt, before)
        self._known = {**known, (request.framing, request.system_prompt, turns, request.prompt): given}
        return replace(given, dropped_turns=drop)

    def _go_on(self, request: Generate, turns: tuple[Turn, ...], prompt: str, before: Given | None) -> Given:
        self._pause()
        afresh = self._split_afresh(request, turns, prompt)
        kept = self._keep_what_was_said(afresh.text, before, turns[-1]) if before else None
        return afresh if kept is None else replace(afresh, tokens=tuple(kept))

    def _keep_what_was_said(self, text: str, before: Given, turn: Turn) -> list[int] | None:
        """The tokens of a text that goes on from an answer; None if it does not."""
        if not turn.response_token_ids or not text.startswith(before.text):
            return None
        rest = text[len(before.text) :].encode("utf-8", errors="replace")
        end = len(turn.response.rstrip().encode("utf-8", errors="replace"))
        at = 0
        said: list[int] = []
        for token in turn.response_token_ids:
            piece = self._backend.piece(token)
            # A stop text was drawn too, and templates trim answers: neither is a part of what was kept of it.
            if at >= end or not rest.startswith(piece, at):
                break
            said.append(token)
            at += len(piece)
        added = self._split_rest(rest[at:])
        return None if added is None else [*before.tokens, *said, *added]

    def _split_rest(self, rest: bytes) -> list[int] | None:
        """The tokens of text that follows other text; None if they would not spell it."""
        try:
            tokens = self._backend.tokenize(rest.decode())
        except UnicodeDecodeError:  # a character began in the answer
            return None
        # Some tokenizers put a space before whatever they take for the beginning of a text.
        if tokens and self._backend.piece(tokens[0]) == b" " and not rest.startswith(b" "):
            del tokens[0]
        return tokens if b"".join(map(self._backend.piece, tokens)) == rest else None

    def _split_afresh(self, request: Generate, turns: Sequence[Turn], prompt: str) -> Given:
        framed = frame(
            request.framing,
            system_prompt=request.system_prompt,
            turns=turns,
            prompt=prompt,
            template=self._chat_template() if request.framing is Framing.CHAT else None,
        )
        text, tokens, facts = framed.text, self._backend.tokenize(framed.text), self._backend.facts
        # A template may have written the first token already; never a second one.
        if facts.bos_token is not None and tokens[:1] != [facts.bos_token]:
            text, tokens = facts.bos_text + text, [facts.bos_token, *tokens]
        if not tokens:  # a template may write nothing at all, and from nothing llama.cpp draws nothing: it aborts
            raise PromptRejected(
                tr("In the framing {framing} nothing is left of the prompt.", framing=framing_name(request.framing)),
                tr("Try another framing."),
            )
        return Given(text=text, tokens=tuple(tokens), stop_texts=framed.stop_texts)

    def _chat_template(self) -> ChatTemplate | None:
        facts = self._backend.facts
        if self._template is None and facts.chat_template is not None:
            self._template = ChatTemplate(facts.chat_template, bos_text=facts.bos_text, eos_text=facts.eos_text)
        return self._template
