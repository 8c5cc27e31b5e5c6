"""Time left is worked out from the answers that came, whatever the clock."""

from lab.runs.pace import Pace, time_left_s


def test_nothing_is_known_before_the_first_answer() -> None:
    pace = Pace()
    pace.begin(5.0)
    assert time_left_s([(pace, 3)], in_turn=True) is None
    assert time_left_s([(pace, 0)], in_turn=True) == 0


def test_it_is_as_long_as_it_has_been() -> None:
    pace = Pace()
    pace.begin(100.0)
    for now in (102.0, 104.0, 106.0):
        pace.answered(now)
    assert time_left_s([(pace, 10)], in_turn=True) == 20.0


def test_models_in_turn_add_up_and_together_the_longer_one_counts() -> None:
    slow, fast = Pace(), Pace()
    for pace, step in ((slow, 4.0), (fast, 1.0)):
        pace.begin(0.0)
        pace.answered(step)
    assert time_left_s([(slow, 2), (fast, 3)], in_turn=True) == 11.0
    assert time_left_s([(slow, 2), (fast, 3)], in_turn=False) == 8.0


def test_a_model_that_has_not_begun_is_taken_to_be_as_fast_as_the_other() -> None:
    begun = Pace()
    begun.begin(0.0)
    begun.answered(2.0)
    assert time_left_s([(begun, 1), (Pace(), 5)], in_turn=True) == 12.0


def test_a_rest_does_not_count() -> None:
    pace = Pace()
    pace.begin(0.0)
    pace.answered(1.0)
    pace.rest(1.0)
    pace.go_on(1001.0)
    pace.answered(1002.0)
    assert pace.seconds_an_answer == 1.0
