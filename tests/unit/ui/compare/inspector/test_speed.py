import pytest

from ui.compare.inspector.speed import SpeedMeter


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def run(meter: SpeedMeter, clock: Clock, *, tokens_per_second: float, seconds: float, start: int = 0) -> int:
    """Tokens that come in chunks of 30 ms; gives how many there are at the end."""
    steps = round(seconds / 0.03)
    for step in range(1, steps + 1):
        clock.now += 0.03
        meter.add(start + round(step * 0.03 * tokens_per_second))
    return start + round(steps * 0.03 * tokens_per_second)


def test_one_moment_has_no_speed() -> None:
    meter = SpeedMeter(Clock())
    meter.add(5)
    assert meter.tokens_per_second() is None
    assert meter.points == []


def test_the_first_chunks_are_too_close_together_for_a_speed() -> None:
    clock = Clock()
    meter = SpeedMeter(clock)
    run(meter, clock, tokens_per_second=50, seconds=0.15)
    assert meter.tokens_per_second() is None


def test_a_steady_stream_has_its_speed() -> None:
    clock = Clock()
    meter = SpeedMeter(clock)
    run(meter, clock, tokens_per_second=50, seconds=5)
    assert meter.tokens_per_second() == pytest.approx(50, rel=0.05)


def test_a_change_of_speed_is_seen_within_a_second_or_two() -> None:
    clock = Clock()
    meter = SpeedMeter(clock)
    tokens = run(meter, clock, tokens_per_second=20, seconds=5)
    run(meter, clock, tokens_per_second=60, seconds=2, start=tokens)
    assert meter.tokens_per_second() == pytest.approx(60, rel=0.05)


def test_points_for_the_plot_come_a_few_a_second_and_in_order() -> None:
    clock = Clock()
    meter = SpeedMeter(clock)
    run(meter, clock, tokens_per_second=50, seconds=10)
    times = [at for at, _ in meter.points]
    assert times == sorted(times)
    assert 20 <= len(times) <= 45
