from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

TABLE = """
|    PP |     TG |    B |   N_KV |   T_PP s | S_PP t/s |   T_TG s | S_TG t/s |      T s |    S t/s |
|-------|--------|------|--------|----------|----------|----------|----------|----------|----------|
|    30 |     48 |   16 |   1248 |    2.000 |   240.00 |    6.000 |   128.00 |    8.000 |   156.00 |
"""


@pytest.fixture
def bench(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("benchmarks.batched_bench")


def test_the_speed_is_that_of_generated_tokens_in_all_of_the_time(bench: ModuleType) -> None:
    assert bench.parse_speed(TABLE) == 16 * 48 / 8


def test_a_table_without_numbers_is_an_error(bench: ModuleType) -> None:
    with pytest.raises(bench.ProgramFailed, match="no times"):
        bench.parse_speed("\n".join(TABLE.splitlines()[:3]))


def test_the_program_gets_the_same_work(bench: ModuleType) -> None:
    call = bench.command(Path("bin"), Path("m.gguf"), rows=16, prompt_tokens=30, tokens=96, threads=2, context=512)
    assert call[call.index("-npl") + 1] == "16"
    assert call[call.index("-c") + 1] == "8192"
    assert call[call.index("-ntg") + 1] == "96"
