"""What the session does with two files is what the list of models says about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from lab.errors import NotEnoughMemory
from lab.models.fit import memory_shape
from lab.models.fit_verdict import Fit, judge_fit, reserve_bytes
from lab.models.memory_now import MemoryNow
from lab.models.split_files import read_model
from lab.records import Schedule, Side
from lab.session.fitting import decide_for
from tests.process.comparing import model_of

CONTEXT_TOKENS = 2048
RESERVE = reserve_bytes(MemoryNow(available=0, total=8_000_000_000))


def outcome(models: dict[Side, Path], held_bytes: int = 0) -> str:
    try:
        decision = decide_for(
            {side: model_of(path) for side, path in models.items()},
            Schedule.AUTO,
            context_tokens=CONTEXT_TOKENS,
            held_bytes=held_bytes,
        )
    except NotEnoughMemory:
        return "refused"
    return "one at a time" if decision.one_loaded_at_a_time else "together"


@pytest.mark.parametrize("one_file", [False, True])
def test_what_is_said_about_two_files_is_what_is_done_with_them(
    tiny_base: Path, tiny_chat: Path, monkeypatch: pytest.MonkeyPatch, one_file: bool
) -> None:
    models = {Side.A: tiny_base, Side.B: tiny_base if one_file else tiny_chat}
    shapes = [memory_shape(read_model(path)) for path in models.values()]
    needs = judge_fit(shapes, CONTEXT_TOKENS, MemoryNow(available=0, total=8_000_000_000))
    expected = {
        Fit.FITS: "together", Fit.ONE_AT_A_TIME: "one at a time", Fit.SLOW: "one at a time", Fit.WONT_FIT: "refused"
    }  # fmt: skip
    seen = set()
    for limit in (needs.need_bytes + RESERVE, needs.largest_alone_bytes + RESERVE, needs.largest_alone_bytes):
        for available in (limit, limit - 1):
            memory = MemoryNow(available=available, total=8_000_000_000)
            monkeypatch.setattr("lab.session.fitting.memory_now", lambda memory=memory: memory)
            said = judge_fit(shapes, CONTEXT_TOKENS, memory).fit
            assert outcome(models) == expected[said]
            seen.add(said)
    assert seen == set(Fit)


def test_what_our_own_workers_hold_counts_as_free(
    tiny_base: Path, tiny_chat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    models = {Side.A: tiny_base, Side.B: tiny_chat}
    monkeypatch.setattr("lab.session.fitting.memory_now", lambda: MemoryNow(available=RESERVE, total=8_000_000_000))
    assert outcome(models) == "one at a time"
    assert outcome(models, held_bytes=1_000_000_000) == "together"
