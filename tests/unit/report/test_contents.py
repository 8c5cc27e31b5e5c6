"""What a report says, whatever the history holds."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from lab import __version__
from lab.exchange.progress import tell_nobody
from lab.exchange.wanted import Wanted
from lab.records import FinishReason, Framing, Kind, Side
from lab.report.contents import Contents
from lab.report.findings import find
from lab.report.telling import Teller
from lab.storage import Store, sessions, trash, votes
from tests.unit.report.documents import Page, html, markdown
from tests.unit.results.casting import BY_LETTER, compared, player, say_again, voted

ANN, BOB, CLEO = player("ann", Framing.CHAT, Kind.CHAT), player("bob"), player("cleo")


def told(store: Store, **wanted: object) -> Contents:
    found = find(store, Wanted(**wanted), tell_nobody)  # type: ignore[arg-type]
    return Teller(str).tell(found)


def numbers(contents: Contents) -> dict[str, str]:
    return {noun: number for number, noun in contents.facts}


def everything(contents: Contents) -> str:
    return "\n".join((contents.verdict, *contents.notices, *contents.scope))


def test_it_counts_what_was_compared_and_by_whom(store: Store) -> None:
    voted(store, ANN, BOB, "aaab", blind=True)
    voted(store, ANN, BOB, "-=", rater="Ada")
    compared(store, ANN, CLEO)
    contents = told(store)
    assert numbers(contents) == {
        "comparisons": "7", "contestants": "3", "votes": "6", "raters": "2", "cast blind": "67%",
    }  # fmt: skip
    assert "7 comparisons in 7 conversations" in everything(contents)
    assert "6 voted on" in everything(contents)
    assert "by the author of this report (4 votes), Ada (2 votes)" in everything(contents)
    assert __version__ in contents.made


def test_the_first_sentence_says_whether_the_intervals_separate_the_best(store: Store) -> None:
    voted(store, ANN, BOB, "ab")
    assert told(store).verdict.startswith("These votes can't separate ")
    assert any("fewer than 5 votes" in notice for notice in told(store).notices)
    voted(store, ANN, BOB, "a" * 30)
    contents = told(store)
    assert contents.verdict.startswith("ann is better than bob in these votes, by ")
    assert not any("fewer than 5 votes" in notice for notice in contents.notices)
    assert not any(contents.verdict in notice for notice in contents.notices)


def test_standings_matrix_and_style_agree(store: Store) -> None:
    voted(store, ANN, BOB, "aaab=-")
    contents = told(store)
    assert [(place.cells[1], place.cells[2], place.cells[6]) for place in contents.places] == [
        ("ann", "CHAT", "6"),
        ("bob", "BASE", "6"),
    ]
    assert contents.matrix is not None
    _, (itself, against_bob) = contents.matrix.rows[0]
    assert (itself.words, itself.votes) == ("·", 0)
    assert against_bob.words == "3 : 1  (1 tie, 1 both bad)"
    assert (against_bob.won, against_bob.even, against_bob.votes) == (3 / 6, 2 / 6, 6)
    assert contents.style.chart is not None
    assert [row.label for row in contents.style.chart.rows] == ["ann", "bob"]


def test_only_sways_with_enough_votes_are_drawn(store: Store) -> None:
    for number in range(12):
        made = compared(store, ANN, BOB, texts=("A much longer answer than the other one. " * 3, "Short."))
        side = Side.A if number % 2 else Side.B
        store.write(votes.cast, made, BY_LETTER["a"], shown_first=side).result()
    (sways,) = told(store).sways
    assert sways.title == "What sways the author of this report: 12 votes"
    assert sways.chart is not None
    labels = [row.label for row in sways.chart.rows]
    assert "Longer answer" in labels
    assert "Headings, lists, bold" not in labels
    assert any(
        said.startswith("The author of this report picked the longer answer in 12 of 12") for said in sways.sentences
    )
    assert any("Too few votes" in said and "headings, lists, bold" in said for said in sways.sentences)


def test_with_too_few_votes_nothing_is_drawn_of_sways(store: Store) -> None:
    voted(store, ANN, BOB, "ab", rater="Ada")
    assert told(store).sways == ()
    assert told(store).too_few_to_sway == "Too few votes to say what sways Ada."
    assert "Too few votes to say what sways Ada." in Page(html(store)).text


def test_agreement_is_told_if_several_voted(store: Store) -> None:
    made = voted(store, ANN, BOB, "aab")
    assert told(store).agreement == ""
    for comparison_id in made:
        store.write(votes.cast, comparison_id, BY_LETTER["a"], rater="Ada").result()
    assert "3 comparisons were judged by several raters" in told(store).agreement


def test_repeats_and_votes_on_aspects_are_told_and_not_counted(store: Store) -> None:
    (made,) = voted(store, ANN, BOB, "a", blind=True)
    say_again(store, made, "a")
    store.write(votes.cast, made, BY_LETTER["b"], aspect="clear").result()
    contents = told(store)
    assert numbers(contents)["vote"] == "1"
    assert "1 more vote repeats a question; it measures the rater" in everything(contents)
    assert "1 vote is on one aspect of the answers" in everything(contents)


def test_personality_has_each_measure_with_its_explanation(store: Store) -> None:
    for _ in range(3):
        compared(store, ANN, BOB, texts=("- one\n- two\n- three", "Plain words."))
    (picture,) = told(store).personality
    assert picture.chart is not None
    assert set(picture.chart.series) == {"ann", "bob"}
    lists = next(row for row in picture.chart.rows if row.label == "List items")
    assert lists.marks[picture.chart.series.index("ann")].value == 3
    assert "List items" in dict(told(store).measures)
    assert picture.chart.rows[0].label in dict(told(store).measures)


def test_more_than_four_personalities_are_drawn_four_at_a_time(store: Store) -> None:
    everybody = [player(f"p{number}") for number in range(6)]
    for one, other in pairwise(everybody):
        voted(store, one, other, "a")
    charts = [picture.chart for picture in told(store).personality]
    assert [len(chart.series) for chart in charts if chart] == [4, 2]


def test_filters_leave_out_what_is_not_asked_about(store: Store) -> None:
    voted(store, ANN, BOB, "aaa", blind=True, reasons_a=["chatty"])
    voted(store, ANN, BOB, "bb", rater="Ada", reasons_b=["dry"])
    session_id = store.write(sessions.create).result()
    alone = compared(store, ANN, CLEO, session_id=session_id, texts=("Only here.", "And here."))
    store.write(votes.cast, alone, BY_LETTER["="]).result()
    assert numbers(told(store))["votes"] == "6"
    blind = told(store, blind_only=True)
    assert (numbers(blind)["votes"], numbers(blind)["cast blind"]) == ("3", "100%")
    assert "Only votes that were cast blind." in blind.scope
    ada = told(store, rater="Ada")
    assert (numbers(ada)["votes"], numbers(ada)["rater"]) == ("2", "1")
    assert "Only what this rater thought: Ada." in ada.scope
    said = "\n".join(ada.personality[0].sentences)
    assert "dry (2×)" in said
    assert "chatty" not in said
    one = told(store, session_ids=(session_id,))
    assert (numbers(one)["comparison"], numbers(one)["vote"]) == ("1", "1")
    assert {each.name for each in one.origins} == {"ann", "cleo"}
    assert "Only 1 chosen conversation." in one.scope
    (example,) = one.examples
    assert [answer.text for answer in example.answers] == ["Only here.", "And here."]
    assert "1 answer," in "\n".join(one.personality[0].sentences)


def test_the_trash_is_not_told(store: Store) -> None:
    (gone,) = voted(store, ANN, BOB, "a")
    voted(store, ANN, CLEO, "a")
    store.write(trash.put_comparison, gone).result()
    assert "bob" not in html(store)


def test_examples_are_of_each_outcome_and_rather_explained(store: Store) -> None:
    voted(store, ANN, BOB, "aaaaab")
    (tie,) = voted(store, ANN, BOB, "=")
    noted = compared(store, ANN, BOB, texts=("Noted.", "Other."))
    store.write(votes.cast, noted, BY_LETTER["a"], reasons_a=["clear"], blind=True).result()
    store.write(votes.write_note, noted, "I liked it.").result()
    examples = told(store).examples
    assert [example.votes[0].split(",")[0] for example in examples] == [
        "The author of this report: A is better",
        "The author of this report: B is better",
        "The author of this report: Tie",
        "The author of this report: A is better",
    ]
    assert examples[0].notes == (("The author of this report", "I liked it."),)
    assert examples[0].votes == ("The author of this report: A is better, blind; A is clear.",)
    assert tie


def test_a_long_answer_is_cut_and_says_so(store: Store) -> None:
    compared(store, ANN, BOB, texts=("word " * 1000, "Short."))
    (example,) = told(store).examples
    assert len(example.answers[0].text) < 1600
    assert example.answers[0].cut == "The first 1,500 of 5,000 characters."
    assert example.votes == ()


def test_the_origin_of_each_answer_is_told_and_no_folder(store: Store) -> None:
    with_prompt = replace(ANN, system_prompt="Be brief.", sampler=replace(ANN.sampler, temperature=0.25, seed=7))
    compared(store, with_prompt, BOB, reason=FinishReason.LENGTH_LIMIT)
    compared(store, replace(with_prompt, sampler=replace(with_prompt.sampler, seed=9)), BOB)
    ann = next(origin for origin in told(store).origins if origin.name == "ann")
    facts = {fact.label: fact.words for fact in ann.facts}
    assert facts["File's sha256"] == ANN.model.sha256
    assert facts["System prompt"] == "Be brief."
    assert facts["Framing"] == "chat"
    assert facts["Seed"] == "2 seeds, from 7 to 9"
    assert "temperature 0.25" in facts["Sampler"]
    assert facts["Answers"].startswith("2, on ")
    for document in (html(store), markdown(store)):
        assert "/models/" not in document


@pytest.mark.parametrize(
    ("letters", "verdict"),
    [("", "There are no votes yet."), ("====", "These votes can't separate"), ("a" * 40, "ann is better than bob")],
)
def test_no_votes_only_ties_and_only_wins_are_sensible_pages(store: Store, letters: str, verdict: str) -> None:
    voted(store, ANN, BOB, letters)
    assert told(store).verdict.startswith(verdict)
    page = Page(html(store))
    assert verdict in page.text
    assert "nan" not in page.text.lower().split()
    assert f"**{verdict}" in markdown(store).replace("`", "")


def test_only_ties_are_said_to_be_level(store: Store) -> None:
    voted(store, ANN, BOB, "==-=-=")
    assert "Every vote is undecided, so all are level." in told(store).notices


def test_one_contestant_is_no_ranking(store: Store) -> None:
    voted(store, ANN, ANN, "ab")
    contents = told(store)
    assert contents.verdict == "There is nothing to rank yet: it takes votes on at least two contestants."
    assert contents.matrix is None
    assert contents.verdict in Page(html(store)).text
    assert contents.verdict in markdown(store)


def test_a_filter_that_nothing_passes_says_so(store: Store) -> None:
    voted(store, ANN, BOB, "a")
    assert told(store, blind_only=True).verdict == "No vote is like that."


def test_an_empty_history_is_a_page(store: Store) -> None:
    assert "There are no votes yet." in Page(html(store)).text
    assert "There are no votes yet." in markdown(store)
