"""Preference pairs for TRL and battles for LMArena's tools, by the rules of those who read them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from lab.exchange.choice import ExportFormat, Undecided
from lab.records import Contestant, Framing, VoteChoice
from lab.storage import Store, answers, comparisons, sessions
from lab.storage.work import Work
from tests.unit.exchange.carrying import exported, rows, vote
from tests.unit.storage.samples import compared, contestant, response

Row = dict[str, Any]

BATTLE_FIELDS = [
    "question_id", "model_a", "model_b", "winner", "judge", "conversation_a", "conversation_b", "turn", "anony",
    "language", "tstamp",
]  # fmt: skip
"""In the order in which FastChat's clean_battle_data.py writes them."""


def said(role: str, content: str) -> Row:
    return {"role": role, "content": content}


def user(content: str) -> Row:
    return said("user", content)


def assistant(content: str) -> Row:
    return said("assistant", content)


def extract_prompt(chosen: list[Row], rejected: list[Row]) -> Row:
    """What TRL 1.16 makes of two whole conversations: ``data_utils.extract_prompt``, for lists of messages."""
    for index in range(min(len(chosen), len(rejected))):
        if chosen[index] != rejected[index]:
            break
    return {"prompt": chosen[:index], "chosen": chosen[index:], "rejected": rejected[index:]}


def assert_fit_for_trl(row: Row) -> None:
    """What ``DPOTrainer`` of TRL 1.16 and ``datasets`` need of every row.

    ``apply_chat_template`` wants just these keys. ``is_conversational`` looks at the first message of whichever key
    comes first, so none may be empty; and it must be true of every row, since it is asked of the first only. The
    template of the prompt is asked to open an answer, so the prompt must end with the user.
    """
    assert list(row) == ["prompt", "chosen", "rejected"]
    for messages in row.values():
        assert messages
        for message in messages:
            assert list(message) == ["role", "content"]
            assert message["role"] in ("system", "user", "assistant")
            assert isinstance(message["content"], str)
    assert row["prompt"][-1]["role"] == "user"
    for end in (row["chosen"], row["rejected"]):
        roles = [message["role"] for message in row["prompt"] + end]
        if roles[0] == "system":
            del roles[0]
        assert roles == ["user", "assistant"] * (len(roles) // 2)


def pairs(store: Store, **undecided: bool) -> list[Row]:
    found = rows(exported(store, ExportFormat.TRL, undecided=Undecided(**undecided)))
    for row in found:
        assert_fit_for_trl(row)
    return found


def battles(store: Store) -> list[Row]:
    found: list[Row] = json.loads(exported(store, ExportFormat.LMARENA))
    for row in found:
        assert list(row) == BATTLE_FIELDS
    return found


def answered(work: Work, of: Contestant, text: str, *, problem: str = "") -> str:
    answer_id = answers.begin(work, of)
    answers.finish(work, answer_id, replace(response(text, of=of)), problem=problem)
    return answer_id


def between(store: Store, a: Contestant, b: Contestant) -> str:
    """A comparison of two contestants."""

    def add(work: Work) -> str:
        ids = answered(work, a, "From A."), answered(work, b, "From B.")
        return comparisons.add(work, sessions.create(work), "Why?", a=ids[0], b=ids[1])

    return store.write(add).result()


def told(of: Contestant, system_prompt: str) -> Contestant:
    return replace(of, system_prompt=system_prompt)


def test_the_better_answer_is_chosen(here: Store) -> None:
    first, second = compared(here, "Why?", a="A!", b="B!"), compared(here, "How?", a="A?", b="B?")
    vote(here, first, VoteChoice.A)
    vote(here, second, VoteChoice.B)
    assert pairs(here) == [
        {"prompt": [user("Why?")], "chosen": [assistant("A!")], "rejected": [assistant("B!")]},
        {"prompt": [user("How?")], "chosen": [assistant("B?")], "rejected": [assistant("A?")]},
    ]


@pytest.mark.parametrize(("choice", "option"), [(VoteChoice.TIE, "ties"), (VoteChoice.BOTH_BAD, "both_bad")])
def test_who_prefers_neither_is_left_out_or_counts_both_ways(here: Store, choice: VoteChoice, option: str) -> None:
    vote(here, compared(here, a="A!", b="B!"), choice)
    assert pairs(here) == []
    assert pairs(here, **{{"ties": "both_bad", "both_bad": "ties"}[option]: True}) == []
    there, back = pairs(here, **{option: True})
    assert (there["chosen"], there["rejected"]) == (back["rejected"], back["chosen"])


def test_only_votes_in_force_on_the_whole_count_one_for_each_rater(here: Store) -> None:
    comparison_id = compared(here, a="A!", b="B!")
    vote(here, comparison_id, VoteChoice.A)
    vote(here, comparison_id, VoteChoice.B)
    vote(here, comparison_id, VoteChoice.A, aspect="clear")
    vote(here, comparison_id, VoteChoice.B, rater="Ada", blind=True)
    vote(here, comparison_id, VoteChoice.A, rater="Ada")
    vote(here, comparison_id, None, rater="Bo")
    assert [row["chosen"] for row in pairs(here)] == [[assistant("B!")]] * 2
    assert [row["winner"] for row in battles(here)] == ["model_b"] * 2


def test_a_conversation_goes_on_from_what_both_were_told(here: Store) -> None:
    first = compared(here, "Why?", a="Same.", b="Same.")
    session_id = here.read(comparisons.get, first).result().session_id
    second = compared(here, "And?", session_id=session_id, parent_id=first, a="A2", b="B2")
    third = compared(here, "So?", session_id=session_id, parent_id=second, a="A3", b="B3")
    vote(here, third, VoteChoice.B)
    shared = [user("Why?"), assistant("Same."), user("And?")]
    chosen = [assistant("B2"), user("So?"), assistant("B3")]
    rejected = [assistant("A2"), user("So?"), assistant("A3")]
    (row,) = pairs(here)
    assert row == {"prompt": shared, "chosen": chosen, "rejected": rejected}
    assert row == extract_prompt(shared + chosen, shared + rejected)
    (battle,) = battles(here)
    assert (battle["turn"], battle["conversation_b"]) == (3, shared + chosen)


def test_answers_that_are_the_same_are_still_answers(here: Store) -> None:
    vote(here, compared(here, "Why?", a="Same.", b="Same."))
    assert pairs(here) == [{"prompt": [user("Why?")], "chosen": [assistant("Same.")], "rejected": [assistant("Same.")]}]


def test_a_system_prompt_is_there_if_both_had_it(here: Store) -> None:
    a, b = contestant("a-model"), contestant("b-model")
    vote(here, between(here, told(a, "Be brief."), told(b, "Be brief.")))
    vote(here, between(here, told(a, "Be brief."), told(b, "Be kind.")))
    same, different = pairs(here)
    assert same["prompt"] == [said("system", "Be brief."), user("Why?")]
    assert different["prompt"] == [user("Why?")]
    assert [message["role"] for battle in battles(here) for message in battle["conversation_a"]] == [
        "user", "assistant", "user", "assistant",
    ]  # fmt: skip


def test_what_is_not_whole_is_no_pair(here: Store) -> None:
    a, b = contestant("a-model"), contestant("b-model")

    def add(work: Work) -> list[str]:
        session_id = sessions.create(work)
        whole = answered(work, a, "Whole.")
        failed = answered(work, b, "Fai", problem="It failed.")
        cut_off = answers.begin(work, b)
        return [comparisons.add(work, session_id, "Why?", a=whole, b=other) for other in (failed, cut_off, None)]

    for comparison_id in here.write(add).result():
        vote(here, comparison_id)
    assert pairs(here) == []


def test_what_was_told_to_one_side_only_is_no_pair_if_nothing_was_told_to_both(here: Store) -> None:
    a, b = contestant("a-model"), contestant("b-model")

    def add(work: Work) -> str:
        session_id = sessions.create(work)
        only_a = comparisons.add(work, session_id, "First?", a=answered(work, a, "A1"))
        ids = answered(work, a, "A2"), answered(work, b, "B2")
        return comparisons.add(work, session_id, "Second?", a=ids[0], b=ids[1], parent_id=only_a)

    vote(here, here.write(add).result())
    assert pairs(here) == []
    (battle,) = battles(here)
    assert [len(battle[f"conversation_{side}"]) for side in "ab"] == [4, 2]


def test_a_battle_is_as_lmarena_has_it(here: Store) -> None:
    comparison_id = compared(here, "Why?", a="A!", b="B!")
    for choice, rater in zip(VoteChoice, ("Ada", "Bo", "Cy", "Di"), strict=True):
        vote(here, comparison_id, choice, rater=rater, blind=rater != "Di")
    found = battles(here)
    assert [row["winner"] for row in found] == ["model_a", "model_b", "tie", "tie (bothbad)"]
    assert [row["judge"] for row in found] == ["Ada", "Bo", "Cy", "Di"]
    assert [row["anony"] for row in found] == [True, True, True, False]
    row = found[0]
    assert (row["model_a"], row["model_b"], row["question_id"]) == ("a-model", "b-model", comparison_id)
    assert (row["conversation_a"], row["turn"]) == ([user("Why?"), assistant("A!")], 1)
    assert row["language"] == "unknown"
    assert row["tstamp"] > 1.7e9


def test_a_model_against_itself_has_two_names_and_a_contestant_against_itself_is_left_out(here: Store) -> None:
    one = contestant("a-model")
    hot = replace(one, sampler=replace(one.sampler, temperature=1.5))
    for other in (replace(one, framing=Framing.QA), hot, contestant("a-model", seed=7)):
        vote(here, between(here, one, other))
    framing, sampler = battles(here)
    assert framing["model_a"].startswith("a-model · raw · ")
    assert framing["model_b"].startswith("a-model · qa · ")
    assert sampler["model_a"] == framing["model_a"] != sampler["model_b"]


def test_without_votes_there_are_no_rows(here: Store) -> None:
    compared(here)
    assert (pairs(here), battles(here)) == ([], [])
