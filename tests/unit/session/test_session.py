from __future__ import annotations

import pytest

from lab.errors import WorkerDied
from lab.generation.protocol import Cancelled, Chunk, WorkerLost
from lab.generation.runner import Envelope
from lab.records import AnswerState, Comparison, Contestant, Origin, Side
from lab.session.keeper import Keeper
from lab.session.session import Session
from tests.unit.session.stand_ins import Notes, RunnerStandIn, answer
from tests.unit.storage.samples import contestant

BOTH = {Side.A: contestant("a-model"), Side.B: contestant("b-model")}
CRASH = WorkerLost(exit_code=-9, message="The model's process stopped.")


class Played:
    """A session with its stand-ins."""

    def __init__(self) -> None:
        self.runner, self.notes = RunnerStandIn(), Notes()
        self.session = Session(self.runner, Keeper(None, print), self.notes)  # type: ignore[arg-type]

    def take(self, *envelopes: Envelope) -> None:
        for envelope in envelopes:
            self.session.take(envelope)

    def exchange(self, prompt: str, a: str = "from a", b: str = "from b") -> Comparison:
        self.session.send(prompt, BOTH)
        return self.finish(a, b)

    def finish(self, a: str = "from a", b: str = "from b") -> Comparison:
        self.take(*answer(Side.A, a), *answer(Side.B, b))
        assert self.notes.ended_with is not None
        return self.notes.ended_with

    def asked(self, side: Side) -> list[str]:
        """What the side was told before its last prompt."""
        return [turn.response for turn in self.runner.asked[-1][side].turns]


@pytest.fixture
def played() -> Played:
    return Played()


def test_one_send_asks_both_and_both_answers_make_a_comparison(played: Played) -> None:
    comparison = played.exchange("Why?")
    assert comparison.prompt == "Why?"
    assert [each.text for each in (comparison.a, comparison.b) if each] == ["from a", "from b"]
    assert comparison.a is not None
    assert comparison.a.state is AnswerState.FINISHED
    assert comparison.a.engine == "engine 1"
    assert played.notes.told[0] == "begun Why? ab"
    assert played.notes.told[-1] == "ended"
    assert not played.session.busy


def test_the_next_prompt_goes_on_from_what_was_said(played: Played) -> None:
    first = played.exchange("one", a="A1", b="B1")
    second = played.exchange("two")
    assert second.parent_id == first.id
    assert second.origin is Origin.PROMPT
    assert played.asked(Side.A) == ["A1"]
    assert played.asked(Side.B) == ["B1"]


def test_one_side_alone_can_be_asked(played: Played) -> None:
    played.session.send("only you", {Side.B: BOTH[Side.B]})
    played.take(*answer(Side.B, "yes"))
    comparison = played.notes.ended_with
    assert comparison is not None
    assert comparison.a is None
    assert comparison.b is not None


def test_regenerating_one_side_makes_a_sibling_that_shares_the_other_answer(played: Played) -> None:
    first = played.exchange("one")
    played.session.regenerate({Side.A: contestant("a-model", seed=43)})
    assert list(played.runner.asked[-1]) == [Side.A]
    played.take(*answer(Side.A, "another"))
    second = played.notes.ended_with
    assert second is not None
    assert second.parent_id == first.parent_id
    assert second.origin is Origin.REGENERATE
    assert second.a is not None
    assert second.a.text == "another"
    assert second.b == first.b
    assert played.session.tree.siblings(second.id) == [first.id, second.id]


def test_an_edited_prompt_is_a_sibling_and_forgets_what_came_after_the_old_one(played: Played) -> None:
    first = played.exchange("one", a="A1")
    second = played.exchange("two", a="A2")
    played.session.edit("two, in other words", BOTH)
    edited = played.finish()
    assert edited.parent_id == first.id
    assert edited.origin is Origin.EDIT
    assert played.asked(Side.A) == ["A1"]
    assert played.session.tree[second.id].prompt == "two"


def test_sending_from_an_earlier_turn_is_a_branch(played: Played) -> None:
    first = played.exchange("one", a="A1")
    played.exchange("two", a="A2")
    played.session.show(first.id)
    played.session.send("another way on", BOTH)
    branch = played.finish()
    assert branch.origin is Origin.BRANCH
    assert branch.parent_id == first.id
    assert played.asked(Side.A) == ["A1"]


def test_while_one_side_answers_nothing_else_can_be_asked(played: Played) -> None:
    played.session.send("one", BOTH)
    with pytest.raises(ValueError, match="being answered"):
        played.session.send("two", BOTH)
    with pytest.raises(ValueError, match="being answered"):
        played.session.begin_new()


def test_a_crash_fails_one_side_and_the_other_finishes(played: Played) -> None:
    played.session.send("one", BOTH)
    said = Chunk(request_id=1, text="half an ans", token_ids=(1,))
    played.take(Envelope(Side.A, 1, said), Envelope(Side.A, 1, CRASH), *answer(Side.B, "whole"))
    comparison = played.notes.ended_with
    assert comparison is not None
    assert comparison.a is not None
    assert comparison.b is not None
    assert (comparison.a.state, comparison.a.text) == (AnswerState.FAILED, "half an ans")
    assert comparison.a.problem == "The model's process stopped."
    assert comparison.b.state is AnswerState.FINISHED


def crash_twice(played: Played) -> Contestant:
    for _ in range(2):
        played.session.send("one", {Side.A: BOTH[Side.A]})
        played.take(Envelope(Side.A, 1, CRASH))
    return BOTH[Side.A]


def test_a_file_that_has_crashed_twice_is_not_started_again_by_itself(played: Played) -> None:
    assert played.session.has_crashed_often(crash_twice(played))
    with pytest.raises(WorkerDied, match="crashed 2 times"):
        played.session.send("one", BOTH)
    assert not played.session.busy


def test_but_the_user_may_start_it_again(played: Played) -> None:
    contestant_a = crash_twice(played)
    played.session.start_again(Side.A, contestant_a)
    assert played.runner.preloaded == [(Side.A, "a-model")]
    assert played.exchange("one").a is not None


def test_what_has_been_forgiven_is_asked_again_like_any_other(played: Played) -> None:
    played.session.forgive(crash_twice(played))
    assert played.exchange("one").a is not None
    assert played.runner.preloaded == []  # its turn may not have come yet


def test_an_answer_that_was_stopped_before_it_began_says_so(played: Played) -> None:
    played.session.send("one", {Side.A: BOTH[Side.A]})
    played.session.stop()
    played.take(Envelope(Side.A, 1, Cancelled(request_id=0)))
    comparison = played.notes.ended_with
    assert comparison is not None
    assert comparison.a is not None
    assert comparison.a.problem == "It was stopped before it began."
    assert played.runner.stopped == [None]


def test_a_conversation_out_of_the_history_goes_on_at_its_newest_end(played: Played) -> None:
    played.exchange("one", a="A1")
    played.exchange("two", a="A2")
    again = Played()
    again.session.load(
        "kept", [played.session.tree[each.id] for each in played.session.tree.path(played.session.current)]
    )
    again.exchange("three")
    assert again.asked(Side.A) == ["A1", "A2"]
    assert again.session.id == "kept"


def test_a_new_conversation_knows_nothing_of_the_old_one(played: Played) -> None:
    played.exchange("one")
    before = played.session.id
    played.session.begin_new()
    assert played.session.id != before
    assert played.exchange("two").parent_id is None
    assert played.asked(Side.A) == []
