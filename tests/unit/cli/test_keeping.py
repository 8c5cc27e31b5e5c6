"""A run of the command is kept as a session; trouble with that is one line, and the answers come all the same."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lab.cli.keeping import Keeping, Kept
from lab.errors import NotEnoughDisk
from lab.generation.collector import Collector
from lab.generation.protocol import Cancelled, Chunk, Event, Failed, Finished, Loaded, Started, Timing
from lab.generation.runner import Request
from lab.records import AnswerState, Comparison, FinishReason, Origin, Side
from lab.storage import Store, comparisons, sessions
from tests.unit.storage.samples import contestant

CONTESTANTS = {Side.A: contestant("tiny-base"), Side.B: contestant("tiny-chat")}
LOADED = Loaded(
    request_id=1,
    context_tokens=1,
    vocabulary_tokens=1,
    has_chat_template=False,
    load_ms=1,
    engine="engine 1",
    gpu=False,
)
STARTED = Started(request_id=1, rendered_prompt="<s>", prompt_tokens=1, cached_prompt_tokens=0, dropped_turns=0)
FINISHED = Finished(
    request_id=1,
    finish_reason=FinishReason.END_OF_ANSWER,
    completion_tokens=1,
    timing=Timing(time_to_first_token_ms=1.0, tokens_per_second=None, prompt_tokens_per_second=None),
)


def says(*words: str) -> list[Event]:
    return [LOADED, STARTED, *(Chunk(request_id=1, text=word, token_ids=(7,)) for word in words), FINISHED]


def play(keeping: Keeping, prompt: str, *, a: list[Event] | None = None, **how: bool) -> None:
    """Send a prompt and let both sides answer."""
    keeping.begin(prompt, CONTESTANTS, **how)
    for side, events in ((Side.A, says("The ", "sky") if a is None else a), (Side.B, says("Because"))):
        collector = Collector(Request(contestant=CONTESTANTS[side], prompt=prompt))
        for event in events:
            collector.take(event)
            keeping.take(side, event, collector)


def kept(keeping: Keeping, prompt: str, **how: bool) -> Kept:
    play(keeping, prompt, **how)
    found = keeping.end()
    assert found is not None
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.db"


@pytest.fixture
def keeping(path: Path) -> Iterator[Keeping]:
    one = Keeping(path)
    yield one
    one.close()


def history(path: Path) -> list[list[Comparison]]:
    """Every comparison of every session, the latest session first."""
    with Store(path) as store:
        listed = store.read(sessions.listed).result()
        return [store.read(comparisons.of_session, session.id).result() for session in listed]


def test_a_comparison_is_on_the_disk_with_all_that_made_it_when_its_end_is_told(keeping: Keeping, path: Path) -> None:
    where = kept(keeping, "Why is the sky blue?")
    ((comparison,),) = history(path)
    assert (comparison.id, comparison.prompt) == (where.id, "Why is the sky blue?")
    assert where.id.startswith(where.short_id)
    assert comparison.a is not None
    assert comparison.a.response is not None
    assert comparison.b is not None
    assert (comparison.a.text, comparison.a.state, comparison.a.engine) == (
        "The sky", AnswerState.FINISHED, "engine 1",
    )  # fmt: skip
    assert comparison.a.response.token_ids == (7, 7)
    assert [answer.contestant for answer in (comparison.a, comparison.b)] == list(CONTESTANTS.values())


def test_a_conversation_is_a_chain_and_a_repeated_prompt_a_sibling(keeping: Keeping, path: Path) -> None:
    first = kept(keeping, "one", goes_on=True)
    second = kept(keeping, "two", goes_on=True)
    again = kept(keeping, "two", goes_on=True, again=True)
    once_more = kept(keeping, "two", goes_on=True, again=True)
    third = kept(keeping, "three", goes_on=True)
    (session,) = history(path)
    assert [(each.id, each.parent_id, each.origin) for each in session] == [
        (first.id, None, Origin.PROMPT),
        (second.id, first.id, Origin.PROMPT),
        (again.id, first.id, Origin.REGENERATE),
        (once_more.id, first.id, Origin.REGENERATE),
        (third.id, once_more.id, Origin.PROMPT),
    ]


def test_prompts_of_a_pipe_share_a_session_and_go_on_from_nothing(keeping: Keeping, path: Path) -> None:
    for prompt in ("one", "two"):
        kept(keeping, prompt)
    (session,) = history(path)
    assert [(each.prompt, each.parent_id) for each in session] == [("one", None), ("two", None)]


def test_a_new_conversation_is_a_session_of_its_own(keeping: Keeping, path: Path) -> None:
    kept(keeping, "one", goes_on=True)
    keeping.begin_new_session()
    kept(keeping, "two", goes_on=True, again=True)
    assert [[(each.prompt, each.parent_id, each.origin) for each in session] for session in history(path)] == [
        [("two", None, Origin.PROMPT)],
        [("one", None, Origin.PROMPT)],
    ]


def test_an_answer_that_is_cut_off_keeps_what_had_come(path: Path) -> None:
    keeping = Keeping(path)
    play(keeping, "Why?", a=says("The ", "sky")[:-1])
    keeping.close()
    ((comparison,),) = history(path)
    assert comparison.a is not None
    assert comparison.b is not None
    assert (comparison.a.state, comparison.a.text) == (AnswerState.PARTIAL, "The sky")
    assert (comparison.b.state, comparison.b.text) == (AnswerState.FINISHED, "Because")


@pytest.mark.parametrize(
    ("event", "state", "problem"),
    [
        (Failed(request_id=1, error="ModelFailed", message="It failed."), AnswerState.FAILED, "It failed."),
        (Cancelled(request_id=0), AnswerState.FAILED, "It was stopped before it began."),
    ],
)
def test_a_side_without_an_answer_says_why(
    keeping: Keeping, path: Path, event: Event, state: AnswerState, problem: str
) -> None:
    play(keeping, "Why?", a=[event])
    assert keeping.end() is not None
    ((comparison,),) = history(path)
    assert comparison.a is not None
    assert (comparison.a.state, comparison.a.problem, comparison.a.response) == (state, problem, None)


def test_an_answer_that_was_stopped_is_finished(keeping: Keeping, path: Path) -> None:
    play(keeping, "Why?", a=[*says("The sky")[:-1], Cancelled(request_id=1)])
    assert keeping.end() is not None
    ((comparison,),) = history(path)
    assert comparison.a is not None
    assert comparison.a.state is AnswerState.FINISHED
    assert comparison.a.response is not None
    assert comparison.a.response.finish_reason is FinishReason.CANCELLED


def test_without_a_place_nothing_is_kept_and_nothing_said(capsys: pytest.CaptureFixture[str]) -> None:
    keeping = Keeping(None)
    play(keeping, "Why?")
    assert keeping.end() is None
    keeping.close()
    assert capsys.readouterr() == ("", "")


def assert_said_once(path: Path, capsys: pytest.CaptureFixture[str], sentence: str) -> None:
    keeping = Keeping(path)
    for _ in range(2):
        play(keeping, "Why?", goes_on=True)
        assert keeping.end() is None
    keeping.close()
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("This is not kept. ")
    assert sentence in said.err
    assert said.err.count("\n") == 1


def test_the_database_of_another_program_is_named_once(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.parent.mkdir()
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE cookies (taste TEXT)")
    raw.close()
    assert_said_once(path, capsys, "another program")


def test_a_newer_history_is_named_once(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Store(path).close()
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    assert_said_once(path, capsys, "newer version")


def test_where_no_file_can_be_made_it_is_said_once(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.parent.touch()
    assert_said_once(path, capsys, "Nothing is being kept")


def test_a_full_disk_is_named_once(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> str:
        raise NotEnoughDisk("The disk is full.", "Free\nsome space.")

    monkeypatch.setattr(comparisons, "add", full)
    assert_said_once(path, capsys, "The disk is full. Free some space.")


def test_a_history_that_was_damaged_is_begun_anew_and_that_is_said(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.parent.mkdir()
    path.write_bytes(b"something else " * 100)
    keeping = Keeping(path)
    kept(keeping, "Why?")
    keeping.close()
    assert capsys.readouterr().err.startswith("The history was damaged.")
    ((comparison,),) = history(path)
    assert comparison.prompt == "Why?"


def test_a_command_that_keeps_nothing_does_not_wait_for_the_database_library() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys, lab.cli; sys.exit('sqlalchemy' in sys.modules)"], timeout=60, check=False
    )
    assert done.returncode == 0
