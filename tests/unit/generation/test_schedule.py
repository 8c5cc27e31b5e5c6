import pytest

from lab.errors import NotEnoughMemory
from lab.generation.schedule import decide
from lab.records import Schedule

BOTH = {"left": 400, "right": 500}


def test_models_that_fit_run_together() -> None:
    decision = decide(Schedule.AUTO, BOTH, 1000)
    assert (decision.in_turn, decision.one_loaded_at_a_time) == (False, False)


def test_models_that_fit_run_in_turn_when_asked_and_both_stay_loaded() -> None:
    decision = decide(Schedule.IN_TURN, BOTH, 1000)
    assert (decision.in_turn, decision.one_loaded_at_a_time) == (True, False)


def test_models_that_fit_only_alone_run_in_turn_and_the_user_is_told_the_sum() -> None:
    decision = decide(Schedule.AUTO, {"left": 600_000_000, "right": 500_000_000}, 1_000_000_000)
    assert (decision.in_turn, decision.one_loaded_at_a_time) == (True, True)
    assert "1,100 MB" in decision.reason
    assert "1,000 MB" in decision.reason


def test_together_is_refused_when_it_can_not_be() -> None:
    with pytest.raises(NotEnoughMemory, match="don't fit at the same time"):
        decide(Schedule.TOGETHER, BOTH, 600)


def test_a_model_that_does_not_fit_alone_is_named() -> None:
    with pytest.raises(NotEnoughMemory, match=r"^right needs"):
        decide(Schedule.AUTO, BOTH, 450)
