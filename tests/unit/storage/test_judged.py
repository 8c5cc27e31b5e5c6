"""What was judged is read whole, piece by piece, without what lies in the trash."""

from __future__ import annotations

import sqlite3
from functools import partial

from lab.records import Side, VoteChoice
from lab.storage import Store, answers, codec, comparisons, judged, sessions, trash, votes
from lab.storage.connection import raw_connection
from lab.storage.work import Work
from tests.unit.storage.samples import compared, contestant
from tests.unit.storage.test_plans import plan


def test_a_comparison_comes_with_its_answers_its_tags_and_all_votes_on_it(store: Store) -> None:
    session_id = store.write(sessions.create).result()
    store.write(sessions.tag, session_id, ["verse", "school"]).result()
    comparison_id = compared(store, "Why?", session_id=session_id)
    cast = [
        store.write(votes.cast, comparison_id, choice, rater=rater, reasons_a=reasons, blind=blind).result()
        for choice, rater, reasons, blind in (
            (VoteChoice.A, "me", ["tone", "clear"], True),
            (None, "me", [], False),
            (VoteChoice.TIE, "Ada", [], True),
        )
    ]
    (found,) = store.read(judged.voted_on).result()
    assert [each._asdict() for each in found.votes] == [
        {name: getattr(vote, name) for name in judged.Cast._fields} for vote in cast
    ]
    assert found.tags == ("school", "verse")
    comparison = found.comparison
    assert (comparison.id, comparison.session_id, comparison.prompt) == (comparison_id, session_id, "Why?")
    assert comparison.a is not None
    assert comparison.b is not None
    assert (comparison.a.contestant, comparison.b.contestant) == (
        contestant("a-model", seed=0), contestant("b-model", seed=0),
    )  # fmt: skip


def test_a_contestant_is_the_same_object_in_all_pieces(store: Store) -> None:
    for number in range(4):
        store.write(votes.cast, compared(store, str(number)), VoteChoice.A).result()
    pieces = [store.read(judged.voted_on, after=after, limit=2).result() for after in (0, 2)]
    assert [len(piece) for piece in pieces] == [2, 2]
    assert len({id(each.comparison.a.contestant) for piece in pieces for each in piece if each.comparison.a}) == 1


def test_what_nobody_voted_on_and_what_is_in_the_trash_is_left_out(store: Store) -> None:
    kept, unvoted, trashed, session_trashed = (compared(store, name) for name in ("k", "u", "t", "s"))
    for comparison_id in (kept, trashed, session_trashed):
        store.write(votes.cast, comparison_id, VoteChoice.B).result()
        store.write(votes.judge, comparison_id, Side.A, True).result()
    store.write(trash.put_comparison, trashed).result()
    gone = next(each for each in store.read(judged.voted_on).result() if each.comparison.id == session_trashed)
    store.write(trash.put_session, gone.comparison.session_id).result()
    assert [each.comparison.id for each in store.read(judged.voted_on).result()] == [kept]
    assert store.read(judged.count).result() == 1
    assert [each.judgement.comparison_id for each in store.read(judged.judgements).result()] == [kept]
    assert unvoted not in {each.comparison.id for each in store.read(judged.voted_on).result()}


def test_pieces_follow_each_other_and_miss_nothing(store: Store) -> None:
    made = [compared(store, str(number)) for number in range(7)]
    for comparison_id in made:
        store.write(votes.cast, comparison_id, VoteChoice.A).result()
        store.write(votes.cast, comparison_id, VoteChoice.A, rater="Ada").result()
    found, after = [], 0
    while piece := store.read(judged.voted_on, after=after, limit=3).result():
        found += piece
        after = piece[-1].number
    assert [each.comparison.id for each in found] == made
    assert all(len(each.votes) == 2 for each in found)


def test_of_what_a_rater_said_about_correctness_the_last_word_counts(store: Store) -> None:
    comparison_id = compared(store)
    for side, correct, rater in (
        (Side.A, True, "me"), (Side.A, False, "me"), (Side.B, True, "me"), (Side.B, None, "me"), (Side.B, True, "Ada"),
    ):  # fmt: skip
        store.write(votes.judge, comparison_id, side, correct, rater=rater).result()
    found = store.read(judged.judgements).result()
    said = {(each.judgement.rater, each.contestant.model.name, each.judgement.correct) for each in found}
    assert said == {("me", "a-model", False), ("Ada", "b-model", True)}


def test_a_side_that_was_not_asked_is_none(store: Store) -> None:
    session_id = store.write(sessions.create).result()
    answer = store.write(answers.begin, contestant()).result()
    comparison_id = store.write(comparisons.add, session_id, "Why?", a=answer).result()
    store.write(votes.cast, comparison_id, VoteChoice.A).result()
    (found,) = store.read(judged.voted_on).result()
    assert found.comparison.a is not None
    assert found.comparison.b is None


def test_a_piece_is_found_by_numbers_and_indexes_and_nothing_else_is_walked_through(store: Store) -> None:
    store.write(votes.cast, compared(store), VoteChoice.A).result()
    steps = plan(store, partial(judged.voted_on, after=0))
    assert any("comparison USING INTEGER PRIMARY KEY" in step for step in steps), steps
    assert any("ix_vote_comparison_id" in step for step in steps), steps
    walked = [step for step in steps if step.startswith("SCAN") and "vote_reason" not in step]
    assert walked == [], steps


def test_more_conversations_than_one_question_can_name_are_read_too(store: Store) -> None:
    many = 600

    def fill(work: Work) -> None:
        raw = raw_connection(work.db)
        # As SQLite may be built to allow it; by default it is some ten thousand, so this takes less time.
        raw.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 550)
        numbers = [(f"{number:03}",) for number in range(many)]
        whole = codec.to_json(contestant(seed=0)).decode()
        raw.execute("INSERT INTO rater VALUES (1, 'Ada')")
        for insert in (
            "INSERT INTO session VALUES ('s' || ?1, '', 0, '', '', NULL)",
            "INSERT INTO session_tag VALUES ('s' || ?1, 'z' || ?1)",
            "INSERT INTO session_tag VALUES ('s' || ?1, 'a')",
            f"INSERT INTO contestant VALUES ('t' || ?1, '', '', 'raw', '{whole}')",
            "INSERT INTO answer (id, contestant_id, seed, state, writer, engine, problem, begun_utc, saved_utc, text) "
            "VALUES ('a' || ?1, 't' || ?1, 0, 'finished', '', '', '', '', '', '')",
            "INSERT INTO comparison (number, id, session_id, origin, prompt, created_utc, answer_a_id) "
            "VALUES (1 + ?1, 'c' || ?1, 's' || ?1, 'prompt', '', '', 'a' || ?1)",
            "INSERT INTO judgement (id, comparison_id, side, rater_id, correct, judged_utc) "
            "VALUES ('j' || ?1, 'c' || ?1, 'a', 1, 1, '')",
        ):
            raw.executemany(insert, numbers)

    store.write(fill).result()
    found = store.read(judged.judgements).result()
    assert sorted((each.answer_id, each.tags) for each in found) == [
        (f"a{number:03}", ("a", f"z{number:03}")) for number in range(many)
    ]
    listed = store.read(partial(sessions.listed, limit=many)).result()
    assert sorted((each.id, each.tags) for each in listed) == [
        (f"s{number:03}", ("a", f"z{number:03}")) for number in range(many)
    ]
