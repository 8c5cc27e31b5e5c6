import io
import json

import pytest
from rich.console import Console


@pytest.fixture
def figures(script):
    return script("benchmarks.figures")


@pytest.fixture
def report(script):
    return script("benchmarks.report")


@pytest.fixture
def two(figures):
    return [
        figures.Figure(
            number=1,
            what="speed [of a model]",
            values=(0.98, 1.01, 0.99),
            goal=figures.Goal(limit=0.97, at_least=True),
            parts={"ours_tokens_per_second": (80.0, 82.0, 81.0)},
        ),
        figures.Figure(
            number=5,
            what="cancel",
            values=(12.0, 61.0),
            goal=figures.Goal(limit=50, at_least=False),
            unit="ms",
            statistic="p95",
        ),
    ]


def test_the_table_says_what_was_wanted_what_came_and_whether_it_is_enough(report, two):
    paper = io.StringIO()
    Console(file=paper, width=100).print(report.table(two))
    lines = paper.getvalue().splitlines()
    speed = next(line for line in lines if "speed [of a model]" in line)
    assert all(part in speed for part in ("≥ 0.97", "0.990", "0.980 – 1.010", "yes"))
    cancel = next(line for line in lines if "cancel" in line)
    assert all(part in cancel for part in ("≤ 50 ms", "p95 61.0 ms", "12.0 – 61.0", "NO"))


def test_the_json_holds_every_value_and_can_be_read_back(report, two):
    data = json.loads(json.dumps(report.as_json(two, {"cores": 2})))
    assert data["machine"] == {"cores": 2}
    assert data["all_met"] is False
    first, second = data["figures"]
    assert first["values"] == [0.98, 1.01, 0.99]
    assert (first["value"], first["lowest"], first["highest"], first["met"]) == (0.99, 0.98, 1.01, True)
    assert first["goal"] == {"limit": 0.97, "at_least": True}
    assert first["unit"] == "ratio"
    assert first["parts"] == {"ours_tokens_per_second": [80.0, 82.0, 81.0]}
    assert (second["statistic"], second["value"], second["met"], second["unit"]) == ("p95", 61.0, False, "ms")


def test_figures_without_a_goal_spoil_nothing(report, figures):
    figure = figures.Figure(number=6, what="for information", values=(1.0,))
    assert report.as_json([figure], {})["all_met"] is True
    assert report.verdict(figure.met).plain == "–"


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [(0.9704, "", "0.970"), (12.34, "", "12.3"), (91.18, "MB", "91.2 MB"), (4.0, "ms", "4.0 ms")],
)
def test_an_amount_has_as_many_digits_as_it_deserves(report, value, unit, words):
    assert report.amount(value, unit) == words
