"""A rater's way through the pairs of a run follows from the run, the rater, and what the history keeps."""

from __future__ import annotations

from itertools import pairwise

from lab.errors import LabError
from lab.generation.batch_rows import Row
from lab.records import Side, VoteChoice
from lab.results import ballots
from lab.results.question import Question
from lab.runs.plan import RunPlan
from lab.storage import Store, run_votes, runs, votes
from lab.voting import voting
from lab.voting.ballot_order import Ballot, order_of
from lab.voting.summary import VotingSummary, read_summary
from lab.voting.voting import Voting
from tests.unit.runs.asking import Puppet, echo, performance, planned

TEN = [{"id": f"item-{number}", "prompt": f"Prompt {number}?"} for number in range(10)]
TALK = [{"id": "talk", "prompt": "My cat is Mia.", "turns": ["What is she called?"]}, *TEN[:3]]


def answered(store: Store, *items: dict[str, object], times: int = 1, most: int = 10**9) -> RunPlan:
    """A run with its answers, or with the first of them."""
    plan = planned(store, *(items or TEN), times=times)
    performance(store, plan, Puppet(most=most), Puppet(most=most)).perform()
    return plan


def begun(store: Store, plan: RunPlan, rater: str = "me", *, blind: bool = True) -> Voting:
    return store.read(voting.read, plan.run.id, rater, blind=blind).result().voting


def say(store: Store, ballot: Ballot, choice: VoteChoice | None, *, rater: str = "me", blind: bool = True) -> None:
    shown_first = ballot.left if blind else Side.A
    store.write(
        votes.cast, ballot.comparison_id, choice, rater=rater, blind=blind, shown_first=shown_first
    ).result()  # fmt: skip


def summary(store: Store, plan: RunPlan, rater: str = "me") -> VotingSummary:
    return store.read(read_summary, plan, rater).result()


def items_of(store: Store, plan: RunPlan, order: tuple[Ballot, ...]) -> list[str]:
    item = {place.comparison_id: place.item_id for place in store.read(runs.places, plan.run.id).result()}
    return [item[ballot.comparison_id] for ballot in order]


def test_the_order_is_the_raters_own_and_stays_the_same(store: Store) -> None:
    plan = answered(store)
    assert order_of(plan, "me") == order_of(plan, "me")
    assert order_of(plan, "me") != order_of(plan, "Ada")
    firsts = [ballot.comparison_id for ballot in order_of(plan, "me") if not ballot.again]
    assert sorted(firsts) == sorted(plan.comparison_id(row, 0) for row in plan.rows() if row.side is Side.A)


def test_two_samples_of_a_prompt_never_follow_each_other(store: Store) -> None:
    plan = answered(store, *TEN[:3], times=6)
    for rater in ("me", "Ada", "Bob", "Eve"):
        firsts = tuple(ballot for ballot in order_of(plan, rater) if not ballot.again)
        items = items_of(store, plan, firsts)
        assert all(before != after for before, after in pairwise(items))
        assert {items.count(item) for item in items} == {6}


def test_a_tenth_comes_twice_with_the_sides_swapped_and_later(store: Store) -> None:
    plan = answered(store)
    order = order_of(plan, "me")
    (again,) = [ballot for ballot in order if ballot.again]
    (first,) = [each for each in order if each.comparison_id == again.comparison_id and not each.again]
    assert (first.left, again.left) == (Side.A, Side.B)
    assert order.index(again) >= order.index(first) + 3


def test_both_sides_stand_on_the_left_about_as_often(store: Store) -> None:
    plan = answered(store, *TEN, times=10)
    lefts = [ballot.left for ballot in order_of(plan, "me") if not ballot.again]
    assert 20 < lefts.count(Side.B) < 75  # of 100; 10 that come twice begin with A


def test_a_conversation_is_voted_on_in_its_order_with_one_side_on_the_left(store: Store) -> None:
    plan = answered(store, *TALK)
    row = next(row for row in plan.rows() if row.item.id == "talk")
    ids = [plan.comparison_id(row, place) for place in range(2)]
    order = [ballot for ballot in order_of(plan, "me") if ballot.comparison_id in ids and not ballot.again]
    assert [ballot.comparison_id for ballot in order] == ids


def test_one_goes_on_after_a_restart_where_one_was(store: Store) -> None:
    plan = answered(store)
    first = begun(store, plan)
    assert (first.number, first.count, first.done, first.can_go_back) == (1, 11, 0, False)
    for ballot in first.ballots[:3]:
        say(store, ballot, VoteChoice.TIE)
    then = begun(store, plan)
    assert (then.number, then.count, then.done) == (4, 11, 3)
    assert then.ballots == first.ballots
    assert then.back().vote is VoteChoice.TIE
    assert begun(store, plan, "Ada").done == 0


def test_what_was_skipped_comes_again_after_a_restart(store: Store) -> None:
    plan = answered(store)
    first = begun(store, plan)
    say(store, first.ballots[1], VoteChoice.A)
    then = begun(store, plan)
    assert then.current == first.ballots[0]
    assert then.ballots[0] == first.ballots[1]


def test_a_vote_that_was_taken_back_is_asked_for_again(store: Store) -> None:
    plan = answered(store)
    first = begun(store, plan)
    say(store, first.ballots[0], VoteChoice.A)
    say(store, first.ballots[0], None)
    assert begun(store, plan).done == 0


def test_a_repeat_of_what_was_skipped_is_passed_over(store: Store) -> None:
    plan = answered(store)
    now = begun(store, plan)
    repeated = next(ballot for ballot in now.ballots if ballot.again).comparison_id
    seen = []
    while now.current is not None:
        seen.append(now.current)
        now = now.next() if now.current.comparison_id == repeated else now.voted(now.current, VoteChoice.A).next()
    assert len(seen) == 10
    assert not any(ballot.again for ballot in seen)
    assert (now.count, now.done, now.left) == (10, 9, 1)
    back = now.to_first_left()
    assert back.current is not None
    assert back.current.comparison_id == repeated
    # Once its first has a vote, the repeat can be asked.
    voted = back.voted(back.current, VoteChoice.B).to_first_left()
    assert voted.current is not None
    assert voted.current.again


def test_a_repeat_waits_until_its_first_is_some_places_away(store: Store) -> None:
    plan = answered(store)
    repeated = next(ballot.comparison_id for ballot in order_of(plan, "me") if ballot.again)
    others = [ballot.comparison_id for ballot in order_of(plan, "me") if ballot.comparison_id != repeated]
    for number in range(5):
        there = {repeated, *others[:number]}
        found = voting.begin(plan, "me", there, {}).ballots
        assert sum(ballot.again for ballot in found) <= 1
        for again in (ballot for ballot in found if ballot.again):
            places = [place for place, each in enumerate(found) if each.comparison_id == again.comparison_id]
            assert places[1] - places[0] >= 3


def test_pairs_that_come_later_wait_among_those_to_come(store: Store) -> None:
    plan = answered(store, most=4)
    now = begun(store, plan)
    assert len({ballot.comparison_id for ballot in now.ballots}) == 4
    now = now.voted(now.ballots[0], VoteChoice.A).next()
    shown, passed = now.current, now.ballots[:1]
    performance(store, plan, Puppet(), Puppet()).perform()
    votable = voting.votable_in(store.read(runs.places, plan.run.id).result())
    more = now.with_pairs(votable)
    assert (more.current, more.ballots[:1], more.number) == (shown, passed, 2)
    assert len([ballot for ballot in more.ballots if not ballot.again]) == 10
    assert len(set(more.ballots)) == len(more.ballots)


def test_whoever_is_through_sees_what_comes_next(store: Store) -> None:
    plan = answered(store, most=1)
    now = begun(store, plan)
    assert now.current is not None
    now = now.voted(now.current, VoteChoice.A).next()
    assert now.current is None
    performance(store, plan, Puppet(), Puppet()).perform()
    assert now.with_pairs(voting.votable_in(store.read(runs.places, plan.run.id).result())).current is not None


def test_a_pair_with_a_side_that_failed_is_not_shown(store: Store) -> None:
    def fail(row: Row, prompt: str) -> str:
        if prompt == "Prompt 3?":
            raise LabError("Too long.", "")
        return echo(row, prompt)

    plan = planned(store, *TEN)
    performance(store, plan, Puppet(say=fail), Puppet()).perform()
    assert len([ballot for ballot in begun(store, plan).ballots if not ballot.again]) == 9


def test_who_sees_the_names_is_asked_nothing_twice(store: Store) -> None:
    plan = answered(store)
    assert not any(ballot.again for ballot in begun(store, plan, blind=False).ballots)
    blind = begun(store, plan)
    seen = next(ballot for ballot in blind.ballots if ballot.again).comparison_id
    at_it = blind.to(seen).next()
    rest = at_it.without_repeats_of({seen})
    assert not any(ballot.again for ballot in rest.ballots)
    assert rest.current == at_it.current


def test_one_can_go_to_a_certain_pair(store: Store) -> None:
    plan = answered(store)
    now = begun(store, plan)
    wanted = now.ballots[6].comparison_id
    shown = now.to(wanted).current
    assert shown is not None
    assert shown.comparison_id == wanted
    assert now.to("nothing of the kind").place == now.place


def test_the_votes_count_in_the_results_by_suite_and_repeats_measure_the_rater(store: Store) -> None:
    plan = answered(store)
    for ballot in begun(store, plan).ballots:
        say(store, ballot, VoteChoice.B)
    found = ballots.gather(store)
    assert found.suites == ("small",)
    counted = found.asked(Question(suite="small", blind=True)).battles
    assert [battle.choice for battle in counted] == [VoteChoice.B] * 10
    assert sum(battle.repeat for battle in found.asked(Question(suite="small"), repeats=True).battles) == 1
    of_b = {place.answers[Side.B][0] for place in store.read(runs.places, plan.run.id).result()}
    assert {battle.answer_b for battle in counted} == of_b


def test_the_summary_counts_each_pair_once_and_says_how_steady_the_votes_are(store: Store) -> None:
    plan = answered(store)
    now = begun(store, plan)
    for ballot in now.ballots:
        say(store, ballot, VoteChoice.B if ballot.again else VoteChoice.A)
    came = summary(store, plan)
    assert came.choices == {VoteChoice.A: 10}
    assert (came.again.pairs, came.again.repeats, came.again.same) == (10, 1, 0)
    assert (came.not_blind, came.others) == (0, ())
    assert summary(store, plan, "Ada").choices == {}


def test_the_summary_knows_what_others_said_of_the_same_pairs(store: Store) -> None:
    plan = answered(store)
    order = [ballot for ballot in begun(store, plan).ballots if not ballot.again]
    for number, ballot in enumerate(order[:6]):
        say(store, ballot, VoteChoice.A)
        if number < 4:
            say(store, ballot, VoteChoice.A if number else VoteChoice.TIE, rater="Ada", blind=False)
    say(store, order[9], VoteChoice.B, rater="Ada")
    came = summary(store, plan)
    assert [(each.rater, each.shared, each.same) for each in came.others] == [("Ada", 4, 3)]
    assert came.between.units == 4
    assert summary(store, plan, "Ada").not_blind == 4


def test_a_run_is_begun_from_the_first_blind_vote_on(store: Store) -> None:
    plan = answered(store)
    pairs = [ballot for ballot in begun(store, plan).ballots if not ballot.again]

    def known(rater: str = "me") -> list[tuple[str, bool]]:
        return [(each.run.id, each.pairs_left) for each in store.read(run_votes.begun_blind, rater).result()]

    say(store, pairs[0], VoteChoice.A, blind=False)
    assert known() == []
    for ballot in pairs[1:9]:
        say(store, ballot, VoteChoice.A)
    assert known() == [(plan.run.id, True)]
    assert known("Ada") == []
    say(store, pairs[9], VoteChoice.A)
    assert known() == [(plan.run.id, False)]
