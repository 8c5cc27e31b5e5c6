"""Whether models fit, in words and with the sum."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.models.fit import MemoryShape, total_bytes
from lab.models.fit_verdict import Fit, FitVerdict, judge_fit, reserve_bytes
from lab.models.memory_now import MemoryNow

GB = 1_000_000_000


def shape(path: str = "a.gguf", *, weights: int = GB, kv: int = 100_000, trained: int = 32_768) -> MemoryShape:
    return MemoryShape(
        path=path,
        weights=weights,
        matrix_bytes_by_type={"F16": weights},
        trained_tokens=trained,
        window_tokens=0,
        kv_bytes_per_token=kv,
        window_kv_bytes_per_token=0,
        feed_forward_numbers=40_000,
        attention_numbers=20_000,
        attention_heads=0,
        vocabulary_tokens=50_000,
    )


def with_free(available: int, *shapes: MemoryShape, context: int = 4096) -> FitVerdict:
    return judge_fit(shapes, context, MemoryNow(available=available, total=8 * GB))


ONE = shape().need(4096).total
RESERVE = reserve_bytes(MemoryNow(available=0, total=8 * GB))


def test_one_model_with_room_around_it_fits() -> None:
    verdict = with_free(ONE + RESERVE, shape())
    assert verdict.fit is Fit.FITS
    assert verdict.sentence == "It needs about 1.5 GB, and 1.8 GB is free."
    assert verdict.proposed_context_tokens is None


def test_one_model_that_leaves_too_little_for_the_system_is_slow_and_the_reason_is_said() -> None:
    verdict = with_free(ONE + RESERVE - 1, shape())
    assert verdict.fit is Fit.SLOW
    assert "300 MB for the rest of the system" in verdict.sentence
    assert "swap" in verdict.sentence


def test_one_model_that_is_larger_than_what_is_free_does_not_fit() -> None:
    assert with_free(ONE, shape()).fit is Fit.SLOW
    verdict = with_free(ONE - 1, shape())
    assert verdict.fit is Fit.WONT_FIT
    assert verdict.sentence == "It needs about 1.5 GB, and only 1.5 GB is free."


def test_two_models_fit_together_or_one_at_a_time_or_not_at_all() -> None:
    a, b = shape("a.gguf"), shape("b.gguf")
    assert with_free(2 * ONE + RESERVE, a, b).fit is Fit.FITS
    squeezed = with_free(2 * ONE + RESERVE - 1, a, b)
    assert squeezed.fit is Fit.ONE_AT_A_TIME
    assert "would leave only 300 MB for the rest of the system" in squeezed.sentence
    too_much = with_free(2 * ONE - 1, a, b)
    assert too_much.fit is Fit.ONE_AT_A_TIME
    assert "are too much" in too_much.sentence
    assert with_free(ONE + RESERVE, a, b).fit is Fit.ONE_AT_A_TIME
    assert with_free(ONE + RESERVE - 1, a, b).fit is Fit.SLOW
    assert with_free(ONE - 1, a, b).fit is Fit.WONT_FIT


def test_the_sum_is_shown_part_by_part_and_adds_up() -> None:
    verdict = with_free(9 * GB, shape("a.gguf"), shape("b.gguf"))
    assert sum(part.size_bytes for part in verdict.parts) == verdict.need_bytes == 2 * ONE
    assert next(part.name for part in verdict.parts if part.name.endswith("A")) == "weights, A"


def test_one_file_on_both_sides_counts_its_weights_once() -> None:
    verdict = with_free(9 * GB, shape(), shape())
    assert verdict.parts[-1].size_bytes == -GB
    assert sum(part.size_bytes for part in verdict.parts) == verdict.need_bytes == 2 * ONE - GB


def test_a_smaller_context_that_fits_is_proposed_and_the_longest_one_named() -> None:
    room = shape().need(10_000).total + RESERVE
    verdict = with_free(room, shape(), context=32_768)
    assert verdict.fit is not Fit.FITS
    assert verdict.proposed_context_tokens == 8192
    largest = verdict.largest_context_tokens
    assert largest is not None
    assert with_free(room, shape(), context=largest).fit is Fit.FITS
    assert with_free(room, shape(), context=largest + 1).fit is not Fit.FITS


def test_no_context_is_proposed_if_even_a_short_conversation_is_too_much() -> None:
    verdict = with_free(GB // 2, shape())
    assert (verdict.fit, verdict.proposed_context_tokens, verdict.largest_context_tokens) == (Fit.WONT_FIT, None, None)


def test_for_two_models_a_context_for_both_at_once_goes_before_one_in_turn() -> None:
    a, b = shape("a.gguf"), shape("b.gguf")
    together = with_free(2 * shape().need(2048).total + RESERVE, a, b, context=32_768)
    assert together.proposed_context_tokens == 2048
    heavy_a, heavy_b = shape("a.gguf", weights=9 * GB), shape("b.gguf", weights=9 * GB)
    in_turn = with_free(heavy_a.need(16_384).total + RESERVE, heavy_a, heavy_b, context=32_768)
    assert (in_turn.fit, in_turn.proposed_context_tokens) == (Fit.WONT_FIT, 16_384)


def test_more_context_than_the_model_was_trained_for_is_never_named() -> None:
    verdict = with_free(100 * GB, shape(trained=2048), context=100_000)
    assert (verdict.context_tokens, verdict.largest_context_tokens) == (2048, 2048)


def test_without_a_model_there_is_nothing_to_judge() -> None:
    with pytest.raises(ValueError, match="no model"):
        judge_fit([], 2048, MemoryNow(available=GB, total=GB))


@given(
    weights=st.lists(st.integers(0, 40 * GB), min_size=1, max_size=2),
    kv=st.integers(0, 2_000_000),
    trained=st.integers(0, 1 << 40),
    available=st.integers(0, 64 * GB),
    context=st.integers(1, 1 << 30),
)
def test_whatever_the_numbers_what_is_proposed_fits(
    weights: list[int], kv: int, trained: int, available: int, context: int
) -> None:
    shapes = [shape(f"{number}.gguf", weights=size, kv=kv, trained=trained) for number, size in enumerate(weights)]
    memory = MemoryNow(available=available, total=64 * GB)
    verdict = judge_fit(shapes, context, memory)
    assert sum(part.size_bytes for part in verdict.parts) == total_bytes(one.need(context) for one in shapes)
    for proposal in (verdict.proposed_context_tokens, verdict.largest_context_tokens):
        if proposal is not None:
            assert judge_fit(shapes, proposal, memory).fit in (Fit.FITS, Fit.ONE_AT_A_TIME)
    if verdict.proposed_context_tokens is not None:
        assert verdict.proposed_context_tokens < context
