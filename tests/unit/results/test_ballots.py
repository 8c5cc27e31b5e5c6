"""Votes of a real history come out as battles, and can be asked about from any side."""

from __future__ import annotations

import pytest

from lab.records import Framing, Side
from lab.results import ballots
from lab.results.progress import GaveUp, Progress
from lab.results.question import Question
from lab.storage import Store, judged, sessions, votes
from tests.unit.results.casting import BY_LETTER, compared, player, say_again, voted

ANN, BOB = player("ann"), player("bob")
BOB_ASKS = player("bob", Framing.QA)


def chosen(found: ballots.Ballots, **question: object) -> list[str]:
    return [battle.choice.value for battle in found.asked(Question(**question)).battles]  # type: ignore[arg-type]


def test_all_votes_are_there_in_the_order_in_which_they_were_cast(store: Store) -> None:
    voted(store, ANN, BOB, "aab=-")
    assert chosen(ballots.gather(store)) == ["a", "a", "b", "tie", "both_bad"]


def test_each_filter_lets_through_what_it_says(store: Store) -> None:
    session_id = store.write(sessions.create).result()
    store.write(sessions.tag, session_id, ["school"]).result()
    tagged = compared(store, ANN, BOB, session_id=session_id)
    store.write(votes.cast, tagged, BY_LETTER["a"], rater="Ada").result()
    store.write(votes.cast, tagged, BY_LETTER["="], aspect="clear").result()
    voted(store, ANN, BOB, "b", blind=True)
    found = ballots.gather(store)
    assert chosen(found) == ["a", "b"]
    assert chosen(found, rater="Ada") == ["a"]
    assert chosen(found, tag="school") == ["a"]
    assert chosen(found, blind=True) == ["b"]
    assert chosen(found, aspect="clear") == ["tie"]
    assert (set(found.raters), found.tags, found.aspects) == ({"Ada", "me"}, ("school",), ("clear",))


def test_a_repeated_vote_is_kept_apart(store: Store) -> None:
    (first,) = voted(store, ANN, BOB, "a", blind=True)
    say_again(store, first, "b")
    found = ballots.gather(store)
    assert chosen(found) == ["a"]
    assert [each.repeat for each in found.asked(Question(), repeats=True).battles] == [False, True]


def test_folding_takes_all_ways_of_a_model_for_one(store: Store) -> None:
    voted(store, ANN, BOB, "a")
    voted(store, ANN, BOB_ASKS, "b")
    found = ballots.gather(store)
    apart = {battle.b for battle in found.asked(Question()).battles}
    together = found.asked(Question(fold_to_models=True))
    assert len(apart) == 2
    assert len({battle.b for battle in together.battles}) == 1
    assert {together.contestants[battle.b].model_name for battle in together.battles} == {"bob"}


def test_what_was_said_of_answers_is_counted_by_contestant(store: Store) -> None:
    (comparison_id, other) = voted(store, ANN, BOB, "aa", reasons_a=["clear"], reasons_b=["tone"])
    store.write(votes.judge, comparison_id, Side.A, True).result()
    store.write(votes.judge, other, Side.B, False).result()
    found = ballots.gather(store)
    names = {rated.model_name: id_ for id_, rated in found.battles.contestants.items()}
    assert found.described(Question()) == {names["ann"]: {"clear": 2}, names["bob"]: {"tone": 2}}
    said = {(each.contestant, each.correct) for each in found.correctness}
    assert said == {(names["ann"], True), (names["bob"], False)}


def test_what_was_said_of_answers_is_asked_about_as_votes_are(store: Store) -> None:
    (first, second) = (compared(store, ANN, BOB), compared(store, ANN, BOB))
    store.write(votes.cast, first, BY_LETTER["a"], reasons_a=["clear"], blind=True).result()
    store.write(votes.cast, second, BY_LETTER["a"], reasons_a=["dry"], rater="Ada").result()
    found = ballots.gather(store)
    said = {
        asked: [dict(words) for words in found.described(question).values()]
        for asked, question in {
            "all": Question(), "blind": Question(blind=True), "Ada": Question(rater="Ada"), "tag": Question(tag="x"),
        }.items()
    }  # fmt: skip
    assert said == {"all": [{"clear": 1, "dry": 1}], "blind": [{"clear": 1}], "Ada": [{"dry": 1}], "tag": []}


def test_what_was_said_of_answers_needs_no_vote_and_is_locked_by_the_reveal(store: Store) -> None:
    silent, locked = compared(store, ANN, BOB), compared(store, ANN, BOB)
    for reasons in (["tone"], ["clear"]):
        store.write(votes.cast, silent, None, reasons_a=reasons).result()
    store.write(votes.cast, locked, BY_LETTER["a"], reasons_b=["dry"], blind=True).result()
    store.write(votes.cast, locked, BY_LETTER["b"], reasons_b=["rude"], blind=True, shown_first=Side.B).result()
    store.write(votes.cast, locked, BY_LETTER["a"], reasons_b=["chatty"]).result()
    found = ballots.gather(store)
    names = {rated.model_name: id_ for id_, rated in found.battles.contestants.items()}
    assert found.described(Question()) == {names["ann"]: {"clear": 1}, names["bob"]: {"dry": 1}}
    assert chosen(found) == ["a"]


def test_it_says_how_far_it_is_and_gives_up_if_asked_to(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    voted(store, ANN, BOB, "aaaa")
    whole = judged.voted_on
    monkeypatch.setattr(judged, "voted_on", lambda work, after: whole(work, after=after, limit=2))
    told: list[Progress] = []
    ballots.gather(store, told.append)
    assert [(each.done, each.total) for each in told] == [(2, 4), (4, 4)]
    with pytest.raises(GaveUp):
        ballots.gather(store, stopped=lambda: True)


def test_a_history_without_votes_has_no_battles(store: Store) -> None:
    compared(store, ANN, BOB)
    found = ballots.gather(store)
    assert (found.battles.battles, found.raters, found.tags) == ((), (), ())
