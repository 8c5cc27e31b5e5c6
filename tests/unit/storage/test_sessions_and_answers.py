"""Conversations and answers are kept as they were."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from lab.errors import NotInHistory
from lab.records import AnswerState, Origin
from lab.storage import Store, answers, comparisons, sessions
from lab.storage.tables import Table
from lab.storage.work import Area, Change, Work
from tests.unit.storage.samples import compared, contestant, response


def test_the_migrations_make_the_tables_that_the_program_uses(store: Store) -> None:
    def is_ours(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or not str(name).startswith("found")  # the full-text tables are SQLite's own

    def difference(work: Work) -> list[object]:
        options = {"compare_type": False, "include_name": is_ours}
        return compare_metadata(MigrationContext.configure(work.db, opts=options), Table.metadata)

    assert store.read(difference).result() == []


def test_an_answer_comes_back_with_everything_that_made_it(path: Path) -> None:
    with Store(path) as store:
        answer_id = store.write(answers.begin, contestant(), engine="llama.cpp b1").result()
        store.write(answers.finish, answer_id, response()).result()
    with Store(path) as store:
        kept = store.read(answers.get, answer_id).result()
    assert kept.response == response()
    assert (kept.state, kept.engine, kept.text) == (AnswerState.FINISHED, "llama.cpp b1", "The sky is blue.")


def test_text_that_streams_can_be_read_before_it_is_finished(store: Store) -> None:
    answer_id = store.write(answers.begin, contestant()).result()
    pieces = [store.append(answer_id, piece) for piece in ("The ", "sky ", "is")]
    kept = store.read(answers.get, answer_id).result()
    assert (kept.text, kept.state, kept.response) == ("The sky is", AnswerState.STREAMING, None)
    assert all(piece.done() for piece in pieces)


def test_pieces_are_written_by_themselves_after_a_moment(store: Store) -> None:
    answer_id = store.write(answers.begin, contestant()).result()
    store.append(answer_id, "The sky").result(timeout=10)


def test_an_answer_that_streams_when_the_history_is_closed_is_partial(path: Path) -> None:
    with Store(path) as store:
        answer_id = store.write(answers.begin, contestant()).result()
        store.append(answer_id, "The sky")
    with Store(path) as store:
        kept = store.read(answers.get, answer_id).result()
    assert (kept.state, kept.text) == (AnswerState.PARTIAL, "The sky")


def test_a_failed_answer_keeps_what_there_is_and_says_why(store: Store) -> None:
    answer_id = store.write(answers.begin, contestant()).result()
    store.append(answer_id, "The sky")
    store.write(answers.finish, answer_id, None, problem="The worker died.").result()
    kept = store.read(answers.get, answer_id).result()
    assert (kept.state, kept.text, kept.problem) == (AnswerState.FAILED, "The sky", "The worker died.")


def test_a_conversation_is_a_tree_with_siblings(store: Store) -> None:
    session_id = store.write(sessions.create).result()
    first = compared(store, "one", session_id=session_id)
    second = compared(store, "two", session_id=session_id, parent_id=first)
    edited = compared(store, "two, edited", session_id=session_id, parent_id=first)
    third = compared(store, "three", session_id=session_id, parent_id=edited)
    assert store.read(comparisons.siblings, second).result() == [second, edited]
    assert store.read(comparisons.siblings, first).result() == [first]
    assert [step.prompt for step in store.read(comparisons.path, third).result()] == ["one", "two, edited", "three"]
    assert store.read(comparisons.descendants, edited).result() == [edited, third]
    assert len(store.read(comparisons.of_session, session_id).result()) == 4


def test_regenerating_one_side_shares_the_other_sides_answer(store: Store) -> None:
    before = store.read(comparisons.get, compared(store)).result()
    assert before.a is not None
    again = store.write(answers.begin, contestant("b-model", seed=43)).result()
    added = store.write(
        comparisons.add, before.session_id, before.prompt, a=before.a.id, b=again, origin=Origin.REGENERATE
    ).result()
    after = store.read(comparisons.get, added).result()
    assert after.a == before.a
    assert after.b != before.b
    assert after.origin is Origin.REGENERATE


def test_the_list_shows_pinned_sessions_first_with_tags_and_first_prompt(store: Store) -> None:
    old = store.write(sessions.create, "old").result()
    compared(store, "hello", session_id=old)
    new = store.write(sessions.create).result()
    store.write(sessions.pin, old).result()
    store.write(sessions.tag, old, ["verse", " maths ", ""]).result()
    store.write(sessions.rename, old, "Oldest").result()
    listed = store.read(sessions.listed).result()
    assert [session.id for session in listed] == [old, new]
    assert (listed[0].title, listed[0].tags, listed[0].first_prompt, listed[0].comparisons) == (
        "Oldest", ("maths", "verse"), "hello", 1,
    )  # fmt: skip
    assert store.read(sessions.all_tags).result() == ["maths", "verse"]


def test_a_draft_is_kept_until_it_is_emptied(store: Store) -> None:
    for text in ("Wh", "Why", ""):
        store.write(sessions.save_draft, text).result()
        assert store.read(sessions.draft).result() == text


def test_what_is_not_there_is_a_sentence_and_nothing_of_the_write_happens(store: Store) -> None:
    with pytest.raises(NotInHistory):
        store.write(sessions.rename, "nobody", "x").result()
    with pytest.raises(NotInHistory):
        store.write(comparisons.add, "nobody", "x").result()
    with pytest.raises(NotInHistory):
        store.read(comparisons.get, "nobody").result()
    assert store.read(sessions.listed).result() == []


def test_a_write_says_what_it_changed(store: Store) -> None:
    heard: list[Change] = []
    store.subscribe(heard.append)
    session_id = store.write(sessions.create).result()
    store.read(sessions.listed).result()
    assert heard == [Change(areas=frozenset({Area.SESSIONS}), ids=frozenset({session_id}))]


def test_a_bug_in_an_action_undoes_it_and_the_thread_goes_on(store: Store) -> None:
    def faulty(work: Work) -> None:
        sessions.create(work)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.write(faulty).result()
    assert store.read(sessions.listed).result() == []


def test_a_model_whose_file_name_is_no_text_is_kept(store: Store) -> None:
    answer_id = store.write(answers.begin, contestant("odd\udcff")).result()
    assert store.read(answers.get, answer_id).result().contestant.model.name == "odd?"
