"""A repository's files: grouped, named and recommended by rule; and its other half by name."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.errors import DownloadFailed
from lab.models.hub_files import FileGroup, choose, group_files, quantization_of, recommended
from lab.models.hub_siblings import read_name, siblings_among
from lab.models.hub_values import FoundRepository, Gate, HubFile
from lab.records import Kind


def files(*names: str) -> list[HubFile]:
    return [
        HubFile(repository="a/b", file=name, commit="c" * 40, size_bytes=100 + place, sha256="0" * 64, url="http://x/")
        for place, name in enumerate(names)
    ]


def groups(*names: str) -> Sequence[FileGroup]:
    return group_files(files(*names))


@pytest.mark.parametrize(
    ("name", "quantization"),
    [
        ("SmolLM2-135M.Q8_0.gguf", "Q8_0"),
        ("SmolLM2-135M-Instruct-Q4_K_M.gguf", "Q4_K_M"),
        ("qwen2.5-0.5b-instruct-q4_k_m.gguf", "Q4_K_M"),
        ("Model.i1-IQ3_XXS.gguf", "IQ3_XXS"),
        ("Qwen3-4B-UD-Q4_K_XL.gguf", "UD-Q4_K_XL"),
        ("gemma-3-1b-it-BF16.gguf", "BF16"),
        ("llama-fp16.gguf", "F16"),
        ("gpt-oss-20b-mxfp4.gguf", "MXFP4"),
        ("TriLM-TQ1_0.gguf", "TQ1_0"),
        ("Q4_K_M/model.gguf", "Q4_K_M"),
        ("Phi-Q4-Edition-Q5_K_S.gguf", "Q5_K_S"),
        ("just-a-name.gguf", ""),
        ("SQ4_K_Model.gguf", ""),
    ],
)
def test_the_quantization_stands_in_the_name(name: str, quantization: str) -> None:
    assert quantization_of(name.removesuffix(".gguf")) == quantization


def test_the_parts_of_a_split_file_are_one_in_their_order() -> None:
    (group,) = groups("x-Q8_0-00002-of-00003.gguf", "x-Q8_0-00003-of-00003.gguf", "x-Q8_0-00001-of-00003.gguf")
    assert [file.file[7:12] for file in group.files] == ["00001", "00002", "00003"]
    assert (group.name, group.is_complete, group.size_bytes) == ("x-Q8_0", True, 303)


def test_a_split_file_without_all_its_parts_is_not_taken() -> None:
    some = groups("x-Q4_K_M-00001-of-00003.gguf", "x-Q4_K_M-00003-of-00003.gguf", "x-Q8_0.gguf")
    best = recommended(some)
    assert best is not None
    assert best.quantization == "Q8_0"
    with pytest.raises(DownloadFailed, match="Parts of"):
        choose(some, "Q4_K_M", "a/b")


def test_what_is_no_model_comes_last_and_is_not_taken() -> None:
    some = groups("mmproj-x-Q4_K_M.gguf", "x-imatrix.gguf", "x-lora-F16.gguf", "x-Q8_0.gguf", "README.md")
    assert [group.is_model for group in some] == [True, False, False, False]
    best = recommended(some)
    assert best is not None
    assert best.name == "x-Q8_0"
    assert recommended(groups("mmproj-x.gguf")) is None


@pytest.mark.parametrize(
    ("there", "best"),
    [
        (["Q2_K", "Q4_K_M", "Q8_0"], "Q4_K_M"),
        (["Q4_K_S", "Q5_K_M"], "Q4_K_S"),
        (["Q3_K_M", "Q5_K_M"], "Q5_K_M"),
        (["Q8_0", "F16"], "Q8_0"),
        (["Q2_K", "Q8_0"], "Q2_K"),
        (["UD-Q4_K_XL", "Q6_K"], "UD-Q4_K_XL"),
        (["F16"], "F16"),
    ],
)
def test_the_nearest_to_q4_k_m_is_recommended(there: list[str], best: str) -> None:
    found = recommended(groups(*(f"x-{name}.gguf" for name in there)))
    assert found is not None
    assert found.quantization == best


@pytest.mark.parametrize("wanted", ["Q8_0", "q8_0", "x-Q8_0.gguf", "X-q8_0", "8_0"])
def test_a_file_is_chosen_by_what_people_write(wanted: str) -> None:
    assert choose(groups("x-Q4_K_M.gguf", "x-Q8_0.gguf"), wanted, "a/b").name == "x-Q8_0"


def test_a_quantization_that_a_projector_has_too_means_the_model() -> None:
    some = groups("mmproj-model-f16.gguf", "gemma-3-4b-it-f16.gguf", "gemma-3-4b-it-Q8_0.gguf")
    assert choose(some, "f16", "a/b").name == "gemma-3-4b-it-f16"
    assert choose(some, "mmproj-model-f16.gguf", "a/b").name == "mmproj-model-f16"


def test_a_wish_that_fits_several_or_none_is_told_what_there_is() -> None:
    some = groups("x-Q4_K_M.gguf", "x-Q4_K_S.gguf")
    with pytest.raises(DownloadFailed, match="fits several files: x-Q4_K_M, x-Q4_K_S"):
        choose(some, "Q4_K", "a/b")
    with pytest.raises(DownloadFailed) as caught:
        choose(some, "Q8_0", "a/b")
    assert caught.value.hint == "There are: Q4_K_M, Q4_K_S."
    with pytest.raises(DownloadFailed, match="no whole GGUF model"):
        choose([], "", "a/b")


@given(st.lists(st.from_regex(r"[a-z]{1,5}(-Q[2-8]_K)?(-0000[1-4]-of-0000[1-4])?\.gguf", fullmatch=True), unique=True))
def test_every_file_is_in_one_group(names: list[str]) -> None:
    grouped = groups(*names)
    assert sorted(file.file for group in grouped for file in group.files) == sorted(names)
    assert recommended(grouped) is None or recommended(grouped) in grouped


@pytest.mark.parametrize(
    ("base", "chat"),
    [
        ("mradermacher/SmolLM2-135M-GGUF", "bartowski/SmolLM2-135M-Instruct-GGUF"),
        ("mradermacher/SmolLM2-360M-GGUF", "ggml-org/SmolLM2-360M-Instruct-Q8_0-GGUF"),
        ("mradermacher/Qwen3-4B-Base-GGUF", "unsloth/Qwen3-4B-Instruct-2507-GGUF"),
        ("mradermacher/Qwen3-0.6B-Base-i1-GGUF", "unsloth/Qwen3-0.6B-GGUF"),
        ("mradermacher/gemma-3-1b-pt-GGUF", "unsloth/gemma-3-1b-it-GGUF"),
        ("QuantFactory/Llama-3.2-1B-GGUF", "bartowski/Llama-3.2-1B-Instruct-GGUF"),
        ("TheBloke/Mistral-7B-v0.1-GGUF", "TheBloke/Mistral-7B-Instruct-v0.1-GGUF"),
        ("mradermacher/OLMo-2-1124-7B-GGUF", "mradermacher/OLMo-2-1124-7B-DPO-GGUF"),
    ],
)
def test_a_base_model_and_its_chat_model_share_the_rest_of_their_names(base: str, chat: str) -> None:
    assert read_name(base).core == read_name(chat).core
    assert read_name(base).kind is not read_name(chat).kind
    assert [one.repository.repository for one in siblings_among(base, [found(chat)])] == [chat]
    assert [one.repository.repository for one in siblings_among(chat, [found(base)])] == [base]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a/SmolLM2-135M-GGUF", "a/SmolLM2-360M-Instruct-GGUF"),
        ("a/Mistral-7B-v0.1-GGUF", "a/Mistral-7B-Instruct-v0.3-GGUF"),
        ("a/Qwen3-4B-Base-GGUF", "a/Qwen3-4B-Base-i1-GGUF"),
    ],
)
def test_others_are_no_siblings(one: str, other: str) -> None:
    assert siblings_among(one, [found(other)]) == []


def test_a_kind_is_read_from_a_name() -> None:
    assert read_name("a/x-it-GGUF").kind is Kind.CHAT
    assert read_name("a/x-pt-GGUF").kind is Kind.BASE
    assert read_name("a/x-GGUF").kind is Kind.UNSURE


def found(repository: str) -> FoundRepository:
    return FoundRepository(repository=repository, downloads=0, likes=0, licence="", gate=Gate.OPEN, changed="")
