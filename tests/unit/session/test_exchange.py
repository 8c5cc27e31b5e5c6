"""The two sides of a session change their models' processes."""

from __future__ import annotations

import pytest

from lab.generation.protocol import WorkerLost
from lab.generation.runner import Envelope
from lab.records import Side
from lab.session.keeper import Keeper
from lab.session.session import Session
from tests.unit.session.stand_ins import Notes, RunnerStandIn, answer
from tests.unit.storage.samples import contestant

FIRST, SECOND = contestant("first"), contestant("second")


@pytest.fixture
def runner() -> RunnerStandIn:
    return RunnerStandIn()


@pytest.fixture
def session(runner: RunnerStandIn) -> Session:
    made = Session(runner, Keeper(None, print), Notes())  # type: ignore[arg-type]
    made.send("Why?", {Side.A: FIRST, Side.B: SECOND})
    for envelope in (*answer(Side.A, "one"), *answer(Side.B, "two")):
        made.take(envelope)
    return made


def test_what_is_known_of_a_process_goes_with_it(session: Session, runner: RunnerStandIn) -> None:
    session.engines[Side.B] = "engine 2"
    session.exchange()
    assert runner.exchanged == 1
    assert session.engines == {Side.A: "engine 2", Side.B: "engine 1"}


def test_a_crash_after_an_exchange_is_counted_against_the_model_that_crashed(session: Session) -> None:
    session.exchange()
    for _ in range(2):
        session.take(Envelope(Side.A, 1, WorkerLost(exit_code=-9, message="gone")))
    assert session.has_crashed_often(SECOND)
    assert not session.has_crashed_often(FIRST)


def test_who_is_answering_is_not_exchanged(session: Session, runner: RunnerStandIn) -> None:
    session.send("And?", {Side.A: FIRST})
    with pytest.raises(ValueError, match="being answered"):
        session.exchange()
    assert runner.exchanged == 0
