"""What an import did is told in sentences."""

from __future__ import annotations

from lab.exchange.summary import Summary, What, Winner
from lab.exchange.summary_words import MOST_NAMED, sentences


def test_what_came_and_what_was_known() -> None:
    summary = Summary(raters={"me@1": "Ada", "Bob": "Bob"}, completed_answers=1, in_trash=2)
    summary.added[What.VOTE], summary.added[What.SESSION] = 1200, 1
    summary.known[What.ANSWER] = 2
    assert sentences(summary) == [
        "Taken in: 1 session, 1,200 votes.",
        "Known already: 2 answers.",
        "Completed: 1 answer that had been cut off here.",
        "In the trash here, where they stay: 2 comparisons.",
        "me@1 is called Ada here.",
    ]


def test_nothing_new() -> None:
    assert sentences(Summary()) == ["Nothing in it was new."]


def test_the_first_conflicts_are_named_and_the_others_counted() -> None:
    summary = Summary()
    for line in range(MOST_NAMED + 2):
        summary.disagree(What.NOTE, "x", line + 1000, Winner.HERE if line else Winner.FILE)
    said = sentences(summary, more="All of them: --json")
    assert said[1] == "Line 1,000: the note x is another one here; the file's is the later one and was taken."
    assert said[2] == "Line 1,001: the note x is another one here; what was here stays."
    assert said[-1] == "And 2 more that are different here. All of them: --json"
    assert len(said) == MOST_NAMED + 2
