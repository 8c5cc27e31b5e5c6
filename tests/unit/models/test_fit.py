"""What a model will take, before it is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from lab.models import fit
from lab.models.gguf_header import GgufHeader, read_header
from lab.models.gguf_walk import GgufList, Scalar
from tests import gguf_files

MIB = 1 << 20


def header(architecture: str, *, file_bytes: int = 1000, tokens: int = 0, **numbers: Scalar | GgufList) -> GgufHeader:
    """A header with the given fields of its architecture; two underscores stand for a dot."""
    fields: dict[str, Scalar | GgufList] = {
        f"{architecture}.{key.replace('__', '.')}": value for key, value in numbers.items()
    }
    return GgufHeader(
        path=Path("model.gguf"), file_bytes=file_bytes, mtime_ns=0, version=3,
        metadata={"general.architecture": architecture, **fields}, tensor_count=1, parameters=1,
        matrix_bytes_by_type={"Q4_K": 500, "F16": 70}, tokenizer_sha256="", vocabulary_tokens=tokens, end_token="",
    )  # fmt: skip


SMOLLM2 = header(
    "llama", file_bytes=98_362_432, tokens=49_152, context_length=8192, embedding_length=576, block_count=30,
    feed_forward_length=1536, attention__head_count=9, attention__head_count_kv=3,
)  # fmt: skip
GEMMA3 = header(
    "gemma3", file_bytes=253_113_024, tokens=262_144, context_length=32_768, embedding_length=640, block_count=18,
    feed_forward_length=2048, attention__head_count=4, attention__head_count_kv=1, attention__key_length=256,
    attention__value_length=256, attention__sliding_window=512,
)  # fmt: skip


@pytest.mark.parametrize(
    ("model", "context_tokens", "kv_mib", "compute_mib"),
    [  # what llama.cpp logs
        (SMOLLM2, 512, 11.25, 4.10),
        (SMOLLM2, 2048, 45.0, 11.60),
        (SMOLLM2, 8192, 180.0, 41.60),
        (GEMMA3, 512, 9.0, 4.94),
        (GEMMA3, 2048, 17.25, 7.82),
        (GEMMA3, 8192, 35.25, 22.82),
        (GEMMA3, 32_768, 107.25, 82.82),
    ],
)
def test_the_estimate_agrees_with_what_llama_cpp_allocates(
    model: GgufHeader, context_tokens: int, kv_mib: float, compute_mib: float
) -> None:
    need = fit.memory_need(model, context_tokens)
    assert need.kv_cache == kv_mib * MIB
    assert compute_mib <= need.compute / MIB <= compute_mib * 1.05 + 1.5


def test_more_context_than_a_model_was_trained_for_is_not_counted() -> None:
    assert fit.memory_need(SMOLLM2, 100_000) == fit.memory_need(SMOLLM2, 8192)


def test_a_sliding_window_that_llama_cpp_ignores_saves_nothing() -> None:
    mistral = header(
        "llama", context_length=8192, embedding_length=64, block_count=2, attention__head_count=4,
        attention__sliding_window=512,
    )  # fmt: skip
    assert fit.memory_need(mistral, 8192).kv_cache == 2 * 8192 * 4 * (16 + 16) * 2


def test_a_list_says_which_layers_look_through_a_window_and_how_many_heads_each_has() -> None:
    model = header(
        "gemma3", context_length=4096, embedding_length=64, block_count=2, attention__head_count=4,
        attention__head_count_kv=GgufList(item_type="uint32", length=2, values=(1, 3)), attention__sliding_window=256,
        attention__sliding_window_pattern=GgufList(item_type="bool", length=2, values=(True, False)),
    )  # fmt: skip
    assert fit.memory_need(model, 4096).kv_cache == (512 * 1 + 4096 * 3) * 32 * 2


def test_rearranged_weights_are_counted_unless_they_are_turned_off() -> None:
    assert fit.memory_need(GEMMA3, 512).repacked == 500
    assert fit.memory_need(GEMMA3, 512, repack=False).repacked == 0


def test_the_parts_add_up(tmp_path: Path) -> None:
    need = fit.memory_need(read_header(gguf_files.tiny_model(tmp_path / "tiny.gguf")), 2048)
    assert need.total == need.weights + need.repacked + need.kv_cache + need.compute + need.worker
    assert need.kv_cache == 2 * 2048 * 2 * (16 + 16) * 2


def test_two_models_on_one_file_share_its_weights() -> None:
    need = fit.memory_need(GEMMA3, 512)
    assert fit.total_bytes([need, need]) == 2 * need.total - need.weights


def test_a_header_full_of_absurd_numbers_still_gets_an_answer() -> None:
    absurd = header(
        "gemma3", block_count=1 << 63, attention__head_count=-5, embedding_length=1 << 63, context_length=1 << 62,
        attention__shared_kv_layers=1 << 40, attention__sliding_window_pattern="often", attention__sliding_window=9,
    )  # fmt: skip
    assert fit.memory_need(absurd, 2048).total > 0


def test_a_shape_gives_the_same_answer_as_the_header_it_was_taken_from() -> None:
    shape = fit.memory_shape(GEMMA3)
    for context_tokens in (1, 512, 2048, 100_000):
        assert shape.need(context_tokens) == fit.memory_need(GEMMA3, context_tokens)


@pytest.mark.parametrize(("model", "quantization"), [(SMOLLM2, "Q4_1"), (GEMMA3, "Q5_0")])
def test_a_rough_guess_from_the_size_alone_comes_near(model: GgufHeader, quantization: str) -> None:
    guess = fit.rough_shape("x", model.file_bytes, quantization, model.context_tokens).need(4096).total
    real = fit.memory_need(model, 4096, repack=False).total
    assert real * 0.8 < guess < real * 2


def test_a_rough_guess_counts_copies_of_weights_where_the_quantization_brings_them() -> None:
    assert fit.rough_shape("x", 1000, "Q4_K_M").need(512).repacked == 750
    assert fit.rough_shape("x", 1000, "F16").need(512).repacked == 0


def test_a_large_vocabulary_makes_the_worker_larger() -> None:
    assert fit.memory_need(GEMMA3, 512).worker - fit.memory_need(SMOLLM2, 512).worker == (262_144 - 49_152) * 150
