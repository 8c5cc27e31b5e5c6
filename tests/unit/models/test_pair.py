"""Whether two models make a fair pair."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lab.models.facts import FileFacts, facts_of
from lab.models.family import family_of, search_words
from lab.models.gguf_header import read_header
from lab.models.pair import Aspect, PairVerdict, check_pair
from lab.records import Kind, KindVerdict
from tests import gguf_files
from tests.unit.models.headers import write_header


@pytest.fixture
def base(tmp_path: Path) -> FileFacts:
    return facts_of(read_header(gguf_files.tiny_model(tmp_path / "Tiny-3-7B-Base.gguf", name="Tiny 3 7B Base")))


@pytest.fixture
def chat(tmp_path: Path) -> FileFacts:
    path = gguf_files.tiny_model(tmp_path / "Tiny-3-7B-it.gguf", name="Tiny 3 7B It", chat_template=gguf_files.CHATML)
    return facts_of(read_header(path))


def test_a_base_and_a_chat_model_that_differ_in_nothing_else_fit(base: FileFacts, chat: FileFacts) -> None:
    check = check_pair(base, chat)
    assert check.verdict is PairVerdict.FITTING
    assert check.differences == ()
    assert [finding.aspect for finding in check.findings] == list(Aspect)


def test_two_of_a_kind_are_not_a_pair_of_base_and_chat(base: FileFacts, chat: FileFacts) -> None:
    other = replace(chat, memory=replace(chat.memory, path="other.gguf"))
    check = check_pair(chat, other)
    assert check.verdict is PairVerdict.MIXED
    assert check.sentence == "Not a base and a chat model: both are chat models."
    unsure = replace(base, verdict=KindVerdict(kind=Kind.UNSURE, confidence=0.5))
    assert "not sure" in check_pair(unsure, chat).sentence


def test_one_file_on_both_sides_is_called_that(base: FileFacts) -> None:
    check = check_pair(base, base)
    assert check.verdict is PairVerdict.SAME_FILE
    assert "how it is asked" in check.sentence


def test_another_quantization_makes_it_usable_and_names_the_coarser_side(base: FileFacts, chat: FileFacts) -> None:
    check = check_pair(replace(base, quantization="Q8_0"), replace(chat, quantization="Q4_K_M"))
    assert check.verdict is PairVerdict.USABLE
    (finding,) = check.differences
    assert finding.meaning.startswith("B is stored more coarsely")
    assert "quantization differs" in check.sentence


def test_two_ways_of_the_same_precision_hardly_matter(base: FileFacts, chat: FileFacts) -> None:
    check = check_pair(replace(base, quantization="Q4_0"), replace(chat, quantization="Q4_K_M"))
    assert "hardly shows" in check.differences[0].meaning
    assert "can't be told" in check_pair(replace(base, quantization=""), chat).differences[0].meaning


def test_a_few_more_tokens_are_another_tokenizer_but_a_near_one(base: FileFacts, chat: FileFacts) -> None:
    near = replace(chat, tokenizer_sha256="x", vocabulary_tokens=base.vocabulary_tokens + 2)
    (finding,) = check_pair(base, near).differences
    assert (finding.aspect, "with care" in finding.meaning) == (Aspect.TOKENIZER, True)
    far = replace(near, vocabulary_tokens=base.vocabulary_tokens + 100_000)
    assert "different tokens" in check_pair(base, far).differences[0].meaning
    other_rule = replace(chat, tokenizer_rule="llama-bpe")
    assert "another rule" in check_pair(base, other_rule).differences[0].meaning


def test_another_family_or_size_makes_it_mixed(base: FileFacts, chat: FileFacts) -> None:
    stranger = replace(chat, family="other", architecture="gemma3")
    assert check_pair(base, stranger).verdict is PairVerdict.MIXED
    large = replace(chat, parameters=base.parameters * 3)
    check = check_pair(base, large)
    assert check.verdict is PairVerdict.MIXED
    assert check.differences[0].meaning.startswith("B has 3.0 times as many weights")


def test_a_derived_model_with_a_name_of_its_own_is_known_by_its_shape(base: FileFacts, chat: FileFacts) -> None:
    derived = replace(chat, family="zephyr")
    finding = next(each for each in check_pair(base, derived).findings if each.aspect is Aspect.FAMILY)
    assert finding.good
    assert "probably made from the other" in finding.meaning


@pytest.mark.parametrize(
    ("fields", "file_name", "family"),
    [
        ({"general.basename": "gemma-3"}, "x.gguf", "gemma-3"),
        ({"general.basename": "SmolLM2"}, "x.gguf", "smollm2"),
        ({"general.name": "Qwen2.5 0.5B Instruct"}, "x.gguf", "qwen2.5"),
        ({"general.name": "Qwen3-4B-Instruct-2507"}, "x.gguf", "qwen3"),
        ({"general.name": "OLMo 2 1124 7B SFT"}, "x.gguf", "olmo-2"),
        ({"general.name": "mistralai_mistral-7b-v0.1"}, "x.gguf", "mistral"),
        ({"general.name": "Mixtral 8x7B"}, "x.gguf", "mixtral"),
        ({}, "Llama-3.2-1B-Instruct-Q4_K_M.gguf", "llama-3.2"),
        ({}, "7b-chat.gguf", "llama"),
    ],
)
def test_a_family_is_what_stands_before_the_size(
    tmp_path: Path, fields: dict[str, str], file_name: str, family: str
) -> None:
    path = write_header(tmp_path / file_name, {"general.architecture": "llama", **fields})
    assert family_of(read_header(path)) == family


@pytest.mark.parametrize(
    ("family", "parameters", "names", "words"),
    [
        ("qwen2.5", 7_615_616_512, ("qwen2.5-7b-instruct",), "qwen2.5 7b"),
        ("llama-3.2", 1_235_814_432, ("llama3.2:1b",), "llama-3.2 1b"),
        ("smollm2", 134_515_008, ("model", "SmolLM2 135M Instruct"), "smollm2 135m"),
        ("mixtral", 46_700_000_000, ("mixtral-8x7b-v0.1",), "mixtral 8x7b"),
        ("gemma-3", 3_880_099_328, ("", ""), "gemma-3 4b"),
        ("tiny", 600_000_000, (), "tiny 600m"),
    ],
)
def test_a_search_for_other_files_of_a_model_names_its_family_and_its_size(
    family: str, parameters: int, names: tuple[str, ...], words: str
) -> None:
    assert search_words(family, parameters, names) == words
