"""Names of makers and models are hidden, and nothing else is touched."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.analysis.masking import MASK, Masker, _known

PLAIN = Masker()
NAMES = [name for each in (_known().makers, _known().models) for name in (*each.any_case, *each.as_written)]
_NO_LETTER = st.sampled_from(
    ["", " ", ", ", "\n", "“", "**", "(", "'s ", "。", "我是", "입니다 ", "\u3000", " _", "🌱"]
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("I am Gemma, made by Google DeepMind.", "I am ▮▮▮, made by ▮▮▮."),
        ("I'm ChatGPT, trained by OpenAI.", "I'm ▮▮▮, trained by ▮▮▮."),
        ("GPT‑4o, gpt-4 and GPT4", "▮▮▮, ▮▮▮ and ▮▮▮"),
        ("As SmolLM2-135M-Instruct I can", "As ▮▮▮ I can"),
        ("Llama 3.2 1B", "▮▮▮"),
        ("Qwen2.5-7B-Chat", "▮▮▮"),
        ("**Gemma** and _gemma_", "**▮▮▮** and _▮▮▮_"),
        ("OpenAI's page is https://openai.com/about", "▮▮▮'s page is https://▮▮▮.com/about"),
        ("Mistral AI, or MistralAI", "▮▮▮, or ▮▮▮"),
        ("Hugging\u00a0Face", "▮▮▮"),
        ("我是Qwen，由阿里云开发。", "我是▮▮▮，由▮▮▮开发。"),
        ("저는 Gemma입니다", "저는 ▮▮▮입니다"),
        ("TÜLU 3", "▮▮▮"),
    ],
)
def test_names_are_hidden_however_they_are_written(text: str, shown: str) -> None:
    assert PLAIN.hide(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A llama is an animal; a falcon is a bird, and granite a stone.",
        "On a meta level the gemmologist saw a metaphor.",
        "Claudette and Geminid are other words, xGemma too.",
        "opt for the orca, phi is a letter",
        "▮▮▮",
    ],
)
def test_words_of_everyday_language_stay(text: str) -> None:
    assert PLAIN.hide(text) == text


def test_the_models_own_names_are_hidden_and_what_is_common_in_them_is_not() -> None:
    masker = Masker(["Zeppelin-7B-Instruct", "acme-tiny-story-v2"], ["The Brass Workshop", "Lab"])
    shown = masker.hide("I am Zeppelin 7B from the brass-workshop; acme tells a tiny story in the lab.")
    assert shown == "I am ▮▮▮ from ▮▮▮; ▮▮▮ tells a tiny story in the lab."


def test_a_name_of_one_common_word_hides_nothing() -> None:
    text = "This model has 7B weights."
    assert Masker(["model", "7B", "base"], ["AI", "Lab"]).hide(text) == text


def test_where_the_names_stand_is_told() -> None:
    text = "🌱 Gemma and OpenAI"
    assert [text[begin:end] for begin, end in PLAIN.places(text)] == ["Gemma", "OpenAI"]


def test_a_name_with_endless_numbers_behind_it_is_no_trap() -> None:
    assert PLAIN.hide("Gemma" + "1a" * 20_000 + "é!").endswith("é!")


@given(st.sampled_from(NAMES), _NO_LETTER, _NO_LETTER)
def test_every_listed_name_is_hidden_between_whatever_is_no_letter(name: str, before: str, behind: str) -> None:
    hidden = PLAIN.hide(before + name + behind)
    assert MASK in hidden
    assert name not in hidden


@given(st.text())
def test_a_text_without_a_listed_name_is_never_changed(text: str) -> None:
    squeezed = "".join(each for each in text.casefold() if each.isalnum())
    if not any("".join(each for each in name.casefold() if each.isalnum()) in squeezed for name in NAMES):
        assert PLAIN.hide(text) == text


@given(st.lists(st.one_of(st.sampled_from(NAMES), st.text(max_size=4), st.sampled_from([MASK, "-", " ", "3", "x"]))))
def test_hiding_twice_changes_nothing_more(parts: list[str]) -> None:
    once = PLAIN.hide("".join(parts))
    assert PLAIN.hide(once) == once


@given(st.lists(st.one_of(st.sampled_from(NAMES), st.text(max_size=4))))
def test_everything_around_the_names_stays_as_it_was(parts: list[str]) -> None:
    text = "".join(parts)
    kept, place = [], 0
    for begin, end in PLAIN.places(text):
        kept.append(text[place:begin])
        place = end
    assert PLAIN.hide(text) == MASK.join([*kept, text[place:]])


def test_a_misspelled_list_says_where_it_is_wrong() -> None:
    with pytest.raises(msgspec.ValidationError, match="maker"):
        msgspec.toml.decode(b'[maker]\nany_case = ["x"]', type=type(_known()))
