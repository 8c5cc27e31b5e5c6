"""What is known stays, what is new is added, and raters of several computers stay apart."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lab.errors import BadImport
from lab.exchange.importing import BACKUP_WHY, ImportStopped, back_up, check, import_checked
from lab.exchange.raters import Naming
from lab.exchange.summary import What, Winner
from lab.records import AnswerState, Side, VoteChoice
from lab.storage import Store, answers, backups, comparisons, sessions, trash, votes
from lab.storage.work import Work
from tests.unit.exchange.carrying import exported, of_type, rows, taken_in, vote, who
from tests.unit.storage.samples import compared, contestant, response


def changed(data: bytes, type: str, number: int = 0, **values: Any) -> bytes:
    """The file with some fields of the line of that type and number written otherwise."""
    lines = rows(data)
    [line for line in lines if line["type"] == type][number].update(values)
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def session_of(store: Store, comparison_id: str) -> str:
    return store.read(comparisons.get, comparison_id).result().session_id


def test_what_was_added_since_comes_in_at_the_next_import(here: Store, there: Store, tmp_path: Path) -> None:
    first = compared(there)
    vote(there, first)
    taken_in(here, exported(there), tmp_path)
    second = compared(there, "And at night?", session_id=session_of(there, first), parent_id=first)
    vote(there, first, None)
    vote(there, second, VoteChoice.TIE)
    summary = taken_in(here, exported(there), tmp_path)
    assert {what: count for what, count in summary.added.items() if count} == {
        What.COMPARISON: 1,
        What.ANSWER: 2,
        What.VOTE: 2,
    }
    assert (summary.known[What.VOTE], summary.number_of_conflicts) == (1, 0)
    assert exported(here) == exported(there)
    kept, was = (store.read(sessions.get, session_of(there, first)).result() for store in (here, there))
    assert kept.updated_utc == was.updated_utc
    assert here.read(comparisons.get_row, first).result()["choice"] is None


def test_me_of_another_computer_is_never_me(here: Store, there: Store, tmp_path: Path) -> None:
    comparison_id = compared(there)
    vote(there, comparison_id, VoteChoice.A)
    # Into a history in which nothing is, too: whoever begins with a file of others is not one of them.
    taken_in(here, exported(there), tmp_path)
    vote(here, comparison_id, VoteChoice.B)
    stranger, me = who(here, comparison_id)
    assert (stranger[:3], me) == ("me@", votes.ME)
    assert [vote.choice for vote in here.read(votes.current, comparison_id).result()] == ["a", "b"]
    # And back: each is known again on their own computer.
    taken_in(there, exported(here), tmp_path)
    back_me, back_stranger = who(there, comparison_id)
    assert (back_me, back_stranger[:3]) == (votes.ME, "me@")
    assert back_stranger != stranger


def test_votes_that_come_home_are_mine_again(here: Store, tmp_path: Path) -> None:
    comparison_id = compared(here)
    vote(here, comparison_id)
    here.write(votes.write_note, comparison_id, "mine").result()
    data = exported(here)
    late = vote(here, comparison_id, VoteChoice.B)
    summary = taken_in(here, data, tmp_path)
    assert not summary.changed
    assert late in [vote.id for vote in here.read(votes.history, comparison_id).result()]
    assert set(who(here, comparison_id)) == {votes.ME}


def test_the_user_may_say_who_me_is(here: Store, there: Store, tmp_path: Path) -> None:
    comparison_id = compared(there)
    vote(there, comparison_id)
    taken_in(here, exported(there), tmp_path, Naming(me="Ada"))
    assert who(here, comparison_id) == ["Ada"]
    vote(there, comparison_id, VoteChoice.B)
    # What was said once holds.
    taken_in(here, exported(there), tmp_path)
    assert who(here, comparison_id) == ["Ada", "Ada"]


def test_who_moves_to_a_new_computer_takes_their_votes_along(here: Store, there: Store, tmp_path: Path) -> None:
    comparison_id = compared(there)
    vote(there, comparison_id)
    taken_in(here, exported(there), tmp_path, Naming(me=votes.ME))
    assert who(here, comparison_id) == [votes.ME]
    assert exported(here) == exported(there)


def test_one_name_for_two_strangers_is_refused(here: Store, there: Store, tmp_path: Path) -> None:
    comparison_id = compared(there)
    vote(there, comparison_id)
    taken_in(here, exported(there), tmp_path)
    vote(here, comparison_id)
    with Store(tmp_path / "third.db") as third:
        with pytest.raises(BadImport, match="2 people"):
            taken_in(third, exported(here), tmp_path, Naming(me="Ada"))
        assert third.read(sessions.listed).result() == []


def test_two_who_share_a_name_stay_apart_unless_the_user_says_so(here: Store, there: Store, tmp_path: Path) -> None:
    vote(here, compared(here), rater="Ada")
    comparison_id = compared(there)
    vote(there, comparison_id, rater="Ada")
    data = exported(there)
    with Store(tmp_path / "third.db") as third:
        vote(third, compared(third), rater="Ada")
        taken_in(third, data, tmp_path, Naming(same_names=True))
        assert who(third, comparison_id) == ["Ada"]
    taken_in(here, data, tmp_path)
    assert who(here, comparison_id) == ["Ada (2)"]
    # Next time she is known again.
    vote(there, comparison_id, rater="Ada")
    taken_in(here, exported(there), tmp_path)
    assert who(here, comparison_id) == ["Ada (2)", "Ada (2)"]


def test_a_file_can_not_call_its_rater_me(here: Store, there: Store, tmp_path: Path) -> None:
    comparison_id = compared(there)
    vote(there, comparison_id, rater="Ada")
    data = exported(there).replace(b'"Ada"', b'"me"')
    taken_in(here, data, tmp_path)
    assert who(here, comparison_id) == ["me (2)"]


@pytest.mark.parametrize(
    ("type", "values", "what"),
    [
        ("session", {"title": "Theirs"}, What.SESSION),
        ("session", {"tags": ["theirs"]}, What.SESSION),
        ("comparison", {"origin": "edit"}, What.COMPARISON),
        ("answer", {"engine": "another"}, What.ANSWER),
        ("vote", {"choice": "b"}, What.VOTE),
        ("judgement", {"correct": False}, What.JUDGEMENT),
    ],
)
def test_what_is_here_stays_and_the_difference_is_told(
    here: Store, tmp_path: Path, type: str, values: dict[str, Any], what: What
) -> None:
    comparison_id = compared(here)
    vote(here, comparison_id)
    here.write(votes.judge, comparison_id, Side.A, True).result()
    data = exported(here)
    summary = taken_in(here, changed(data, type, **values), tmp_path)
    assert exported(here) == data
    (conflict,) = summary.conflicts
    assert (conflict.what, conflict.kept, summary.number_of_conflicts) == (what, Winner.HERE, 1)
    assert rows(data)[conflict.line - 1]["type"] == type


@pytest.mark.parametrize(("type", "values"), [("comparison", {"prompt": "Another?"}), ("answer", {"text": "Another."})])
def test_votes_on_something_else_are_not_taken(
    here: Store, there: Store, tmp_path: Path, type: str, values: dict[str, Any]
) -> None:
    comparison_id = compared(there)
    taken_in(here, exported(there), tmp_path)
    vote(there, comparison_id)
    summary = taken_in(here, changed(exported(there), type, **values), tmp_path)
    assert who(here, comparison_id) == []
    assert [conflict.what for conflict in summary.conflicts] == [What(type), What.VOTE]


def test_of_two_notes_the_later_one_stays(here: Store, there: Store, tmp_path: Path) -> None:
    comparison_id = compared(there)
    there.write(votes.write_note, comparison_id, "first").result()
    vote(there, comparison_id)
    before = exported(there)
    taken_in(here, before, tmp_path)
    later = changed(before, "note", text="later", written_utc="2999-01-01T00:00:00.000Z")
    summary = taken_in(here, later, tmp_path)
    assert [conflict.kept for conflict in summary.conflicts] == [Winner.FILE]
    assert taken_in(here, before, tmp_path).conflicts[0].kept is Winner.HERE
    assert [note.text for note in here.read(votes.notes, comparison_id).result()] == ["later"]


def test_an_answer_that_was_cut_off_is_completed(here: Store, there: Store, tmp_path: Path) -> None:
    comparison_id = compared(there, b="All of what B said, quokka and all.")
    whole = exported(there)
    part = changed(whole, "answer", 1, state="partial", text="All of", response=None)
    taken_in(here, part, tmp_path)
    summary = taken_in(here, whole, tmp_path)
    assert (summary.completed_answers, summary.number_of_conflicts) == (1, 0)
    kept = here.read(comparisons.get, comparison_id).result().b
    assert kept is not None
    assert (kept.state, kept.text) == (AnswerState.FINISHED, "All of what B said, quokka and all.")
    assert exported(here) == whole
    # The other way round a whole answer is never cut off.
    assert not taken_in(here, part, tmp_path).changed


def test_an_answer_that_is_being_written_now_is_left_alone(here: Store, tmp_path: Path) -> None:
    def begin(work: Work) -> str:
        answer_id = answers.begin(work, contestant())
        comparisons.add(work, sessions.create(work), "Why?", a=answer_id)
        answers.append(work, answer_id, "Beca")
        return answer_id

    answer_id = here.write(begin).result()
    data = exported(here)
    assert [row["state"] for row in of_type(data, "answer")] == ["partial"]
    taken_in(here, changed(data, "answer", state="finished", text="Because."), tmp_path)
    here.write(answers.finish, answer_id, response("Because it is so.")).result()
    assert here.read(answers.get, answer_id).result().text == "Because it is so."


def test_what_was_thrown_away_here_stays_in_the_trash(here: Store, there: Store, tmp_path: Path) -> None:
    first = compared(there)
    taken_in(here, exported(there), tmp_path)
    here.write(trash.put_comparison, first).result()
    second = compared(there, "More?", session_id=session_of(there, first), parent_id=first)
    summary = taken_in(here, exported(there), tmp_path)
    assert summary.in_trash == 2
    assert of_type(exported(here), "comparison") == []
    # What goes on from it comes back with it.
    here.write(trash.restore_comparison, first).result()
    assert [row["id"] for row in of_type(exported(here), "comparison")] == [first, second]


def test_the_same_contestant_is_one_also_if_its_file_lies_elsewhere(here: Store, there: Store, tmp_path: Path) -> None:
    mine = compared(here)
    comparison_id = compared(there)
    taken_in(here, exported(there), tmp_path)
    ours, theirs = (here.read(comparisons.get, each).result().a for each in (mine, comparison_id))
    assert ours is not None
    assert theirs is not None
    assert theirs.contestant == ours.contestant
    assert theirs.contestant.model.path == "/models/a-model.gguf"


def test_a_turn_can_not_move_into_another_conversation(here: Store, there: Store, tmp_path: Path) -> None:
    first = compared(there)
    data = exported(there)
    taken_in(here, data, tmp_path)
    compared(there, "More?", session_id=session_of(there, first), parent_id=first)
    moved = exported(there).replace(session_of(there, first).encode(), b"e" * 32)
    with pytest.raises(BadImport, match=r"line \d+: .*another session.*\$\.parent_id"):
        taken_in(here, moved, tmp_path)
    assert exported(here) == data


def test_a_backup_is_made_of_what_there_is(here: Store, there: Store) -> None:
    assert back_up(here) is None
    compared(here)
    backup = back_up(here)
    assert backup is not None
    assert [each.why for each in backups.backups(here.path)] == [BACKUP_WHY]
    before = exported(here)
    compared(here)
    with Store(backup.path) as kept:
        assert exported(kept) == before


def test_who_stops_an_import_has_nothing_of_it(here: Store, there: Store, tmp_path: Path) -> None:
    for _ in range(120):
        compared(there)
    path = tmp_path / "history.jsonl"
    path.write_bytes(exported(there))
    empty = exported(here)
    asked: list[int] = []

    def stop() -> bool:
        asked.append(len(of_lines(here)))
        return len(asked) == 2

    with pytest.raises(ImportStopped):
        import_checked(here, check(path), Naming(), stop).result()
    assert len(asked) == 2
    assert exported(here) == empty


def of_lines(store: Store) -> list[str]:
    """What others see of it while the import runs: nothing."""
    import sqlite3

    with sqlite3.connect(f"{store.path.as_uri()}?mode=ro", uri=True) as raw:
        found = [row[0] for row in raw.execute("SELECT id FROM session")]
    raw.close()
    assert found == []
    return found


def test_a_file_that_changes_while_it_is_read_is_refused(here: Store, there: Store, tmp_path: Path) -> None:
    compared(there)
    path = tmp_path / "history.jsonl"
    path.write_bytes(exported(there))
    checked = replace(check(path), stamp=(0, 0))
    with pytest.raises(BadImport, match="changed while"):
        import_checked(here, checked, Naming(), lambda: False).result()


def test_a_blind_vote_that_comes_in_is_not_replaced_by_what_was_voted_after_the_reveal(
    here: Store, there: Store, tmp_path: Path
) -> None:
    locked, taken_back, again = compared(there), compared(there), compared(there)
    for comparison_id in (locked, taken_back, again):
        vote(there, comparison_id, VoteChoice.A, blind=True)
    vote(there, taken_back, None, blind=True)
    for comparison_id in (locked, taken_back):
        vote(there, comparison_id, VoteChoice.TIE)
    vote(there, again, VoteChoice.B, blind=True, shown_first=Side.B)
    taken_in(here, exported(there), tmp_path)
    chosen = [here.read(comparisons.get_row, each).result()["choice"] for each in (locked, taken_back, again)]
    assert chosen == [VoteChoice.A, VoteChoice.TIE, VoteChoice.A]
