"""Together or in turn, by the memory that is free and what of it should stay so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.errors import NotEnoughMemory
from lab.generation.schedule import decide
from lab.models.fit_verdict import Fit, judge_fit, reserve_bytes
from lab.models.memory_now import MemoryNow
from lab.records import Schedule
from tests.unit.models.test_fit_verdict import shape

MB, GB = 1_000_000, 1_000_000_000
BOTH = {"left": 400 * MB, "right": 500 * MB}
RESERVE = reserve_bytes(MemoryNow(available=0, total=8 * GB))


def free(size_bytes: int) -> MemoryNow:
    return MemoryNow(available=size_bytes, total=8 * GB)


def test_models_that_fit_run_together() -> None:
    decision = decide(Schedule.AUTO, BOTH, free(900 * MB + RESERVE))
    assert (decision.in_turn, decision.one_loaded_at_a_time, decision.reason) == (False, False, "")


def test_models_that_fit_run_in_turn_when_asked_and_both_stay_loaded() -> None:
    decision = decide(Schedule.IN_TURN, BOTH, free(900 * MB + RESERVE))
    assert (decision.in_turn, decision.one_loaded_at_a_time) == (True, False)


def test_models_that_fit_only_alone_run_in_turn_and_the_user_is_told_the_sum() -> None:
    decision = decide(Schedule.AUTO, {"left": 600 * MB, "right": 500 * MB}, free(1000 * MB))
    assert (decision.in_turn, decision.one_loaded_at_a_time) == (True, True)
    assert "together they need about 1,100 MB of memory and 1,000 MB is free." in decision.reason
    assert "slowly" not in decision.reason


def test_models_that_would_leave_nothing_for_other_programs_run_in_turn_and_the_reason_is_said() -> None:
    decision = decide(Schedule.AUTO, BOTH, free(900 * MB + RESERVE - 1))
    assert (decision.in_turn, decision.one_loaded_at_a_time) == (True, True)
    assert "1,200 MB is free, of which other programs should keep 300 MB." in decision.reason


def test_who_wants_both_at_once_gets_them_and_is_warned() -> None:
    decision = decide(Schedule.TOGETHER, BOTH, free(900 * MB))
    assert (decision.in_turn, decision.one_loaded_at_a_time) == (False, False)
    assert "Answers may come slowly." in decision.reason


def test_together_is_refused_when_it_can_not_be() -> None:
    with pytest.raises(NotEnoughMemory, match="don't fit at the same time"):
        decide(Schedule.TOGETHER, BOTH, free(900 * MB - 1))


def test_a_model_that_leaves_little_even_alone_is_tried_with_a_warning() -> None:
    decision = decide(Schedule.AUTO, BOTH, free(500 * MB))
    assert (decision.in_turn, decision.one_loaded_at_a_time) == (True, True)
    assert "Answers may come slowly." in decision.reason


def test_a_model_that_does_not_fit_alone_is_named() -> None:
    with pytest.raises(NotEnoughMemory, match=r"^right needs"):
        decide(Schedule.AUTO, BOTH, free(450 * MB))


@given(
    weights=st.tuples(st.integers(0, 20 * GB), st.integers(0, 20 * GB)),
    one_file=st.booleans(),
    context=st.integers(1, 32_768),
    total=st.integers(1, 64 * GB),
    share=st.floats(0, 1),
)
def test_what_is_said_about_two_models_is_what_is_done_with_them(
    weights: tuple[int, int], one_file: bool, context: int, total: int, share: float
) -> None:
    memory = MemoryNow(available=round(total * share), total=total)
    a = shape("a.gguf", weights=weights[0])
    b = a if one_file else shape("b.gguf", weights=weights[1])
    said = judge_fit([a, b], context, memory)
    need_a = a.need(context).total
    needs = {"a": need_a, "b": said.need_bytes - need_a}
    if said.fit is Fit.WONT_FIT:
        with pytest.raises(NotEnoughMemory):
            decide(Schedule.AUTO, needs, memory)
    else:
        assert decide(Schedule.AUTO, needs, memory).one_loaded_at_a_time == (said.fit is not Fit.FITS)
