"""Histories of every shape, for property tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from lab.records import InRun, KeptRun, Origin, Response, RunSettings, RunState, Side, VoteChoice
from lab.stamps import new_id
from lab.storage import answers, codec, comparisons, runs, sessions, trash, votes
from lab.storage.work import Work
from tests.unit.storage.test_round_trip import CONTESTANTS, TEXTS, responses

# Few of them, so that things happen in the same millisecond, and clocks that go backwards.
MOMENTS = st.builds("2026-01-0{}T00:00:00.00{}Z".format, st.integers(1, 3), st.integers(0, 2))
RATERS = st.sampled_from(["me", "Ada", "Bo", "me@1a2b", "=cmd()"])
RESPONSES = CONTESTANTS.flatmap(responses)


@dataclass(frozen=True)
class Answered:
    response: Response
    end: str
    """``finished``, ``failed``, ``begun`` (nothing came) or ``streaming`` (some text came)."""


@dataclass(frozen=True)
class Opinion:
    kind: str
    rater: str
    moment: str
    choice: VoteChoice | None
    aspect: str
    reasons: tuple[str, ...]
    side: Side
    blind: bool
    number: int | None
    text: str


@dataclass(frozen=True)
class Asked:
    prompt: str
    parent: int
    """Which of the comparisons before it goes on, counted backwards; 0 for none."""
    a: Answered | None
    b: Answered | None
    shares: bool
    """It shows A's answer of the comparison before it."""
    origin: Origin
    moment: str
    opinions: tuple[Opinion, ...]


@dataclass(frozen=True)
class Ran:
    """That it was the run of a suite."""

    a: Response
    b: Response
    suite: str
    samples: int
    seed: int
    finished: bool


@dataclass(frozen=True)
class Talked:
    title: str
    pinned: bool
    tags: tuple[str, ...]
    moment: str
    asked: tuple[Asked, ...]
    trashed: int
    """Which comparison went to the trash with what goes on from it; 0 for none."""
    run: Ran | None


def _tuples(of: st.SearchStrategy[Any], most: int) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=most).map(tuple)


OPINIONS = st.builds(
    Opinion,
    kind=st.sampled_from(["vote", "vote", "judgement", "note"]),
    rater=RATERS,
    moment=MOMENTS,
    choice=st.none() | st.sampled_from(VoteChoice),
    aspect=st.sampled_from(["", "", "clear"]),
    reasons=_tuples(TEXTS, 2),
    side=st.sampled_from(Side),
    blind=st.booleans(),
    number=st.none() | st.integers(0, 10**6),
    text=TEXTS,
)
ANSWERED = st.builds(Answered, response=RESPONSES, end=st.sampled_from(["finished", "failed", "begun", "streaming"]))
ASKED = st.builds(
    Asked,
    prompt=TEXTS,
    parent=st.integers(0, 3),
    a=st.none() | ANSWERED,
    b=st.none() | ANSWERED,
    shares=st.booleans(),
    origin=st.sampled_from(Origin),
    moment=MOMENTS,
    opinions=_tuples(OPINIONS, 3),
)
RAN = st.builds(
    Ran,
    a=RESPONSES,
    b=RESPONSES,
    suite=st.dictionaries(TEXTS, TEXTS, max_size=2).map(lambda whole: codec.to_json(whole).decode()),
    samples=st.integers(1, 5),
    seed=st.integers(0, 2**32),
    finished=st.booleans(),
)
TALKED = st.builds(
    Talked,
    title=TEXTS,
    pinned=st.booleans(),
    tags=_tuples(TEXTS, 2),
    moment=MOMENTS,
    asked=_tuples(ASKED, 4),
    trashed=st.sampled_from([0, 0, 0, 1, 2]),
    run=st.none() | RAN,
)
HISTORIES = _tuples(TALKED, 3)


def fill(work: Work, history: tuple[Talked, ...]) -> None:
    """An action that makes all of it happen."""
    for talked in history:
        work.now = talked.moment
        run_id = _run(work, talked.run) if talked.run else None
        session_id = runs.get(work, run_id).session_id if run_id else sessions.create(work, talked.title)
        sessions.pin(work, session_id, pinned=talked.pinned)
        sessions.tag(work, session_id, talked.tags)
        made: list[tuple[str, str | None]] = []
        for asked in talked.asked:
            place = InRun(run_id=run_id, suite_id="a-suite", item_id="p1", sample=len(made)) if run_id else None
            made.append(_ask(work, session_id, asked, made, place))
        if 0 < talked.trashed <= len(made):
            trash.put_comparison(work, made[talked.trashed - 1][0])


def _run(work: Work, ran: Ran) -> str:
    run = KeptRun(
        id=new_id(),
        session_id=new_id(),
        suite_id="a-suite",
        suite_title="A suite",
        suite=ran.suite,
        suite_sha256=runs.sha256_of(ran.suite),
        a=ran.a.contestant,
        b=ran.b.contestant,
        samples=ran.samples,
        settings=RunSettings(seed=ran.seed),
        state=RunState.STOPPED,
        created_utc="",
        updated_utc="",
    )
    runs.create(work, run)
    runs.claim(work, run.id)  # what is running when a file is made is stopped in it
    if ran.finished:
        runs.release(work, run.id, finished=True)
    return run.id


def _ask(
    work: Work, session_id: str, asked: Asked, made: list[tuple[str, str | None]], in_run: InRun | None
) -> tuple[str, str | None]:
    work.now = asked.moment
    a = made[-1][1] if asked.shares and made else _answer(work, asked.a)
    parent_id = made[-asked.parent][0] if 0 < asked.parent <= len(made) else None
    comparison_id = comparisons.add(
        work,
        session_id,
        asked.prompt,
        a=a,
        b=_answer(work, asked.b),
        parent_id=parent_id,
        origin=asked.origin,
        in_run=in_run,
    )
    for said in asked.opinions:
        work.now = said.moment
        _say(work, comparison_id, said)
    return comparison_id, a


def _answer(work: Work, answered: Answered | None) -> str | None:
    if answered is None:
        return None
    answer_id = answers.begin(work, answered.response.contestant, engine="llama.cpp b1")
    match answered.end:
        case "finished":
            answers.finish(work, answer_id, answered.response)
        case "failed":
            answers.finish(work, answer_id, None, problem="It failed.")
        case "streaming":
            answers.append(work, answer_id, answered.response.text)
    return answer_id


def _say(work: Work, comparison_id: str, said: Opinion) -> None:
    match said.kind:
        case "vote":
            votes.cast(
                work,
                comparison_id,
                said.choice,
                rater=said.rater,
                aspect=said.aspect,
                reasons_a=said.reasons,
                shown_first=said.side,
                blind=said.blind,
                time_taken_ms=said.number,
            )
        case "judgement":
            votes.judge(work, comparison_id, said.side, said.blind, rater=said.rater)
        case "note":
            votes.write_note(work, comparison_id, said.text, rater=said.rater)
