from dataclasses import replace
from pathlib import Path

import pytest

from lab.errors import NotEnoughMemory
from lab.generation.batch_rows import Row
from lab.generation.batch_size import choose_size
from lab.models.fit import MemoryShape, rough_shape
from lab.models.fit_batch import batch_need
from lab.models.memory_now import MemoryNow
from lab.records import Contestant, Framing, Kind, KindVerdict, Model, SamplerSettings, Turn

MODEL = Model(
    name="m", path=str(Path("m.gguf").absolute()), size_bytes=1, sha256="",
    verdict=KindVerdict(kind=Kind.BASE, confidence=1.0), architecture="", quantization="", parameters=0,
    context_tokens=0, has_chat_template=False, tokenizer_sha256="",
)  # fmt: skip
SHAPE: MemoryShape = rough_shape("m", 1_000_000_000, "Q4_K_M", 8192)


def row(prompt: str = "hi", *, max_tokens: int = 100, then: tuple[str, ...] = (), turns: tuple[Turn, ...] = ()) -> Row:
    contestant = Contestant(model=MODEL, framing=Framing.RAW, sampler=SamplerSettings(max_tokens=max_tokens))
    return Row(number=1, contestant=contestant, prompt=prompt, then=then, turns=turns)


def free(amount: int) -> MemoryNow:
    return MemoryNow(total=64_000_000_000, available=amount)


def test_with_memory_to_spare_sixteen_rows_are_answered_at_once() -> None:
    chosen = choose_size(SHAPE, [row()], longest_context_tokens=4096, memory=free(60_000_000_000))
    assert (chosen.rows, chosen.context_tokens) == (16, 768)
    assert chosen.need == batch_need(SHAPE, 16, 768)


def test_the_longest_row_decides_about_the_context() -> None:
    long = row("é" * 1000, then=("and then?",), turns=(Turn(prompt="a", response="b" * 400),))
    chosen = choose_size(SHAPE, [row(), long], longest_context_tokens=4096, memory=free(60_000_000_000))
    assert 2000 + 401 + 9 + 200 < chosen.context_tokens <= 4096
    chosen = choose_size(SHAPE, [row(), long], longest_context_tokens=1024, memory=free(60_000_000_000))
    assert chosen.context_tokens == 1024


def test_with_less_memory_there_are_fewer_rows_and_one_at_last() -> None:
    reserve = 64_000_000_000 * 3 // 100
    widths = [
        choose_size(
            SHAPE, [row()], longest_context_tokens=4096, memory=free(batch_need(SHAPE, rows, 768).total + reserve + 1)
        ).rows
        for rows in (16, 15, 8, 7)
    ]
    assert widths == [16, 8, 8, 1]


def test_what_does_not_fit_at_all_is_said() -> None:
    with pytest.raises(NotEnoughMemory, match="is free"):
        choose_size(replace(SHAPE, weights=10**11), [row()], longest_context_tokens=4096, memory=free(10**9))


def test_rows_share_the_weights_and_have_memories_of_their_own() -> None:
    one, many = batch_need(SHAPE, 1, 1024), batch_need(SHAPE, 16, 1024)
    assert one == SHAPE.need(1024)
    assert many.weights == one.weights
    assert many.kv_cache == 16 * one.kv_cache
    assert many.compute > one.compute
