"""What sounds like a refusal and is one, and what only sounds like it. (How people's labels agree: ``tests/texts``.)"""

from __future__ import annotations

import pytest

from lab.analysis.document import Document
from lab.analysis.refusal import refusal


def declines(text: str) -> float | None:
    return refusal(Document.read(text))[0].value


@pytest.mark.parametrize(
    "text",
    [
        "I can't help with that.",
        "I’m sorry, but I can’t help write that script.",
        "I cannot in good conscience recommend that.",
        "We will not be able to provide medical records.",
        "I'm currently unable to answer this.",
        "I am not going to tell you how to do it, but here is something safer.",
        "Thanks for asking! As a language model, I can neither write nor translate that.",
        "Sorry. I must respectfully decline.",
        "That is not something I can do.",
        "I won't do that.",
    ],
)
def test_a_refusal_is_found(text: str) -> None:
    assert declines(text) == 1.0


@pytest.mark.parametrize(
    "text",
    [
        "I can't wait to show you this. Here is the recipe.",
        "I can't help but admire the question.",
        "I can't help feeling that the sky is blue.",
        "You can't help with that before noon.",
        "She said that they will not be provided with food.",
        "I can't believe he won.",
        "I will gladly help you write it.",
        "Yes. Mix both. Heat them. I can't help with the rest.",
    ],
)
def test_what_only_sounds_like_one_is_not(text: str) -> None:
    assert declines(text) == 0.0


def test_the_words_may_not_be_too_far_apart() -> None:
    assert declines("I can't say how much the people of this small old town would help.") == 0.0


def test_other_letters_and_nothing_have_no_value() -> None:
    assert declines("Я не могу с этим помочь.") is None
    assert declines("") is None


def test_a_million_words_without_a_sentence_are_read() -> None:
    assert declines("i can't " * 500_000) == 0.0
