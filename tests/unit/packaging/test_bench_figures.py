import pytest


@pytest.fixture
def figures(script):
    return script("benchmarks.figures")


def test_a_ratio_is_made_of_two_runs_side_by_side(figures):
    # The machine became twice as slow in between; both sides did, so the ratios don't show it.
    assert figures.ratios((100.0, 50.0, 25.0), (50.0, 25.0, 12.5)) == (2.0, 2.0, 2.0)


def test_a_run_without_its_other_half_is_a_mistake(figures):
    with pytest.raises(ValueError, match="zip"):
        figures.ratios((1.0, 2.0), (1.0,))


def test_the_median_of_the_ratios_is_not_the_ratio_of_the_medians(figures):
    ours, theirs = (90.0, 50.0, 100.0), (100.0, 50.0, 200.0)
    figure = figures.Figure(number=1, what="speed", values=figures.ratios(ours, theirs))
    assert figure.value == 0.9
    assert figure.spread == (0.5, 1.0)


@pytest.mark.parametrize(
    ("values", "percent", "expected"),
    [
        ([5.0], 95, 5.0),
        (list(range(1, 41)), 95, 38),
        (list(range(1, 101)), 95, 95),
        ([3.0, 1.0, 2.0], 50, 2.0),
        ([1.0, 2.0], 0, 1.0),
    ],
)
def test_a_percentile_is_a_value_that_was_measured(figures, values, percent, expected):
    assert figures.percentile(values, percent) == expected


def test_one_slow_try_in_forty_does_not_move_the_p95_but_three_do(figures):
    def p95(slow):
        values = (*[10.0] * (40 - slow), *[400.0] * slow)
        return figures.Figure(number=5, what="cancel", values=values, unit="ms", statistic="p95").value

    assert (p95(1), p95(3)) == (10.0, 400.0)


@pytest.mark.parametrize(
    ("limit", "at_least", "value", "met"),
    [(0.97, True, 0.97, True), (0.97, True, 0.9699, False), (50, False, 50, True), (50, False, 50.01, False)],
)
def test_a_goal_is_met_at_its_limit_and_not_beyond(figures, limit, at_least, value, met):
    goal = figures.Goal(limit=limit, at_least=at_least)
    assert figures.Figure(number=1, what="x", values=(value,), goal=goal).met is met


def test_a_figure_without_a_goal_is_neither_met_nor_missed(figures):
    assert figures.Figure(number=6, what="x", values=(1.0,)).met is None


def test_runs_take_turns_who_goes_first_and_the_first_round_is_thrown_away(figures):
    calls, said = [], []

    def measure(name):
        def run():
            calls.append(name)
            return float(len(calls))

        return run

    values = figures.paired_runs(2, {"a": measure("a"), "b": measure("b")}, said.append)
    assert "".join(calls) == "baabba"
    assert values == {"a": (3.0, 6.0), "b": (4.0, 5.0)}
    assert [line.split(":")[0].strip() for line in said] == ["warm-up", "1 of 2", "2 of 2"]
