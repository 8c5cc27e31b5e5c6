"""A chart can be told as a table, and its marks stand where their values say."""

from __future__ import annotations

from dataclasses import replace

from lab.results.chart import Chart, ChartRow, Mark

LONG = ChartRow(
    label="Length",
    marks=(Mark(series=1, value=30, low=20, high=40, words="30 (20 to 40)"),),
    said="30",
    scale=(0, 40),
)
SHARE = ChartRow(label="Declines", marks=(Mark(series=0, value=0.25, low=None, high=None, words="25%"),))
CHART = Chart(name="Test", series=("ann", "bob"), rows=(LONG, SHARE), scale=(0, 1), reference=0.5)


def test_each_row_has_the_charts_scale_unless_it_has_its_own() -> None:
    assert (CHART.place(LONG, 30), CHART.place(SHARE, 0.25)) == (0.75, 0.25)


def test_what_is_beyond_the_scale_stands_at_its_end() -> None:
    assert (CHART.place(LONG, 99), CHART.place(SHARE, -1)) == (1.0, 0.0)


def test_the_table_says_the_same_and_where_there_is_nothing() -> None:
    assert CHART.columns == ("", "ann", "bob", "")
    assert CHART.cells(LONG) == ("Length", "–", "30 (20 to 40)", "30")
    assert CHART.cells(SHARE) == ("Declines", "25%", "–", "")


def test_the_sentence_names_rows_series_and_values() -> None:
    assert CHART.sentence == "Length: bob 30 (20 to 40). 30. Declines: ann 25%."


def test_what_only_repeats_the_marks_is_not_said_twice() -> None:
    again = replace(CHART, said_again=True)
    assert again.columns == ("", "ann", "bob")
    assert again.cells(LONG) == ("Length", "–", "30 (20 to 40)")
    assert again.sentence == "Length: bob 30 (20 to 40). Declines: ann 25%."
