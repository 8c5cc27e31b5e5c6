"""What leaves room for doubt is counted, and the month of May is not. (Against people's labels: ``tests/texts``.)"""

from __future__ import annotations

import pytest

from lab.analysis.document import Document
from lab.analysis.hedging import hedging


def hedges(text: str) -> float:
    """How many there are in a text of any length."""
    document = Document.read(text)
    value = hedging(document)[0].value
    assert value is not None
    return round(value * document.prose_words / 100, 6)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It may rain.", 1),
        ("It is widely believed that it rains.", 1),
        ("Some experts think that it probably rains.", 2),
        ("Many would argue that it rains.", 1),
        ("Critics say it rains.", 1),
        ("I said it rains, and many roofs are wet.", 0),
        ("It depends on the weather.", 1),
    ],
)
def test_hedges_are_counted(text: str, number: int) -> None:
    assert hedges(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It rained on 5 May.", 0),
        ("It rained on May 5th.", 0),
        ("It rained in May.", 0),
        ("In May it may rain.", 1),
        ("May it rain?", 1),
        ("This may be so.", 1),
        ("May", 1),
    ],
)
def test_the_month_of_may_is_no_hedge(text: str, number: int) -> None:
    assert hedges(text) == number
