"""How a conversation becomes the one text that a model is given, in four ways.

The same base model under ``raw``, ``qa`` and ``in-context`` behaves like three different programs although not one
weight changes; that is the point of having them side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lab.errors import TemplateFailed
from lab.generation.chat_template import ChatTemplate
from lab.language import tr
from lab.records import Framing, Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """A conversation ready to be split into tokens."""

    text: str
    stop_texts: tuple[str, ...]
    """Where an answer in this framing is over, because the model goes on with the next question by itself."""


_QA_STOPS = ("\nQuestion:",)
_IN_CONTEXT_STOPS = ("\nUser:",)

_IN_CONTEXT_RULES = (
    "Below is a talk between a user and an assistant. The assistant answers what is asked, in clear and friendly "
    "words, keeps it short, and says so when it does not know."
)

_IN_CONTEXT_EXAMPLES: tuple[Turn, ...] = (
    Turn(
        prompt="Why do leaves fall in autumn?",
        response=(
            "In autumn there is less light, so leaves no longer earn their keep. The tree takes back what it can "
            "use, closes the little pipes to each leaf, and lets it drop. That saves water through the winter."
        ),
    ),
    Turn(
        prompt="Give me three tips for sleeping better.",
        response=(
            "1. Go to bed at the same time every day.\n"
            "2. Keep screens out of the last hour.\n"
            "3. Make the room cool, dark and quiet."
        ),
    ),
    Turn(
        prompt="What did my neighbour have for breakfast today?",
        response="I can't know that, as I have no way to see it. You could ask your neighbour!",
    ),
)


def frame(
    framing: Framing,
    *,
    system_prompt: str,
    turns: Sequence[Turn],
    prompt: str,
    template: ChatTemplate | None,
) -> Framed:
    """Put a conversation into the text that a model is given.

    Args:
        framing: Which of the four ways.
        system_prompt: Standing instructions; may be empty.
        turns: What was said before, oldest first.
        prompt: What is said now.
        template: The model's own chat template; None if its file has none.

    Raises:
        TemplateFailed: ``chat`` was asked of a model without a template, or the template failed.
    """
    match framing:
        case Framing.RAW:
            # The model went on where the prompt ended, so nothing may come between the two.
            said = [turn.prompt + turn.response for turn in turns]
            return Framed(text="\n\n".join([*_if_any(system_prompt), *said, prompt]), stop_texts=())
        case Framing.QA:
            return _scaffold(_if_any(system_prompt), turns, prompt, "Question", "Answer", _QA_STOPS)
        case Framing.IN_CONTEXT:
            head = [_IN_CONTEXT_RULES, *_if_any(system_prompt)]
            return _scaffold(head, [*_IN_CONTEXT_EXAMPLES, *turns], prompt, "User", "Assistant", _IN_CONTEXT_STOPS)
        case Framing.CHAT:
            if template is None:
                raise TemplateFailed(
                    tr("This model has no chat template, so it can't be given the chat framing."),
                    tr("Choose raw, qa or in-context. A base model was never taught a chat format."),
                )
            return Framed(text=template.render(system_prompt, turns, prompt), stop_texts=())


def _if_any(text: str) -> list[str]:
    return [text] if text else []


def _scaffold(
    head: Sequence[str], turns: Sequence[Turn], prompt: str, asker: str, answerer: str, stop_texts: tuple[str, ...]
) -> Framed:
    """Blocks of ``asker: … answerer: …``; ends without a space, since models put it before their first word.

    An earlier answer stands as the model wrote it, so that the model finds it in its memory; only its end is trimmed.
    """
    blocks = [f"{asker}: {turn.prompt}\n{answerer}:{_spaced(turn.response.rstrip())}" for turn in turns]
    return Framed(text="\n\n".join([*head, *blocks, f"{asker}: {prompt}\n{answerer}:"]), stop_texts=stop_texts)


def _spaced(answer: str) -> str:
    """An answer as it follows a colon; those from other framings don't begin with a space of their own."""
    return answer if answer[:1].isspace() else f" {answer}"
