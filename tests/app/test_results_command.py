"""The ranking in a terminal, by the real command, on a history that the test has filled."""

import json
from pathlib import Path
from typing import Any

import pytest

from lab.records import Framing, Kind, Side, VoteChoice
from lab.results import measures
from lab.storage import Store, sessions, votes
from tests.app.conftest import Run
from tests.unit.results.casting import compared, player, voted

pytestmark = pytest.mark.process

ANN, BOB = player("ann", kind=Kind.CHAT, framing=Framing.CHAT), player("bob")
BOB_ASKS = player("bob", Framing.QA)


@pytest.fixture
def history(home: Path) -> Path:
    path = home / "data" / "history.db"
    with Store(path) as store:
        voted(store, ANN, BOB, "aaaaaa=", blind=True)
        voted(store, ANN, BOB_ASKS, "b-", rater="Ada")
        session_id = store.write(sessions.create).result()
        store.write(sessions.tag, session_id, ["school"]).result()
        tagged = compared(store, ANN, BOB, session_id=session_id, texts=("- one\n- two", "no list"))
        store.write(votes.cast, tagged, VoteChoice.A, rater="Ada").result()
        store.write(votes.cast, tagged, VoteChoice.B, aspect="clear", shown_first=Side.B).result()
    return path


def asked(run: Run, *options: str) -> dict[str, Any]:
    done = run("results", "--json", *options)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def one(run: Run, *options: str) -> dict[str, Any]:
    (group,) = asked(run, *options)["groups"]
    return group


def test_without_a_history_it_says_what_to_do(run: Run) -> None:
    done = run("results")
    assert done.returncode == 0
    assert "There are no votes yet." in done.stdout
    assert asked(run) == {"groups": [], "agreement": None}


def test_the_ranking_is_a_table_with_what_must_be_known(run: Run, history: Path) -> None:
    said = run("results").stdout
    rows = [line.split() for line in said.splitlines() if " CHAT " in line or " BASE " in line]
    assert [row[1] for row in rows] == ["bob", "ann", "bob"]
    assert "can't separate" in said
    assert "fewer than 5 votes" in said


def test_json_has_the_four_kinds_of_votes_apart(run: Run, history: Path) -> None:
    group = one(run)
    ann = next(each for each in group["standings"] if each["name"] == "ann")
    counts = {name: ann[name] for name in ("wins", "losses", "ties", "both_bad", "votes")}
    assert counts == {"wins": 7, "losses": 1, "ties": 1, "both_bad": 1, "votes": 10}
    assert ann["low"] < ann["rating"] < ann["high"]
    place = group["standings"].index(ann)
    assert sum(group["wins"][place]) == 7
    assert (group["votes"], group["open_votes"], group["raters"]) == (10, 3, 2)
    assert "style_control" not in group


def test_blind_and_models_narrow_it(run: Run, history: Path) -> None:
    assert one(run, "--blind")["votes"] == 7
    assert [each["name"] for each in one(run, "--models")["standings"]] == ["ann", "bob"]


@pytest.mark.parametrize(
    ("by", "groups"),
    [("rater", {"me": 7, "Ada": 3}), ("tag", {"school": 1}), ("aspect", {"": 10, "clear": 1})],
)
def test_each_gets_a_ranking_of_its_own(run: Run, history: Path, by: str, groups: dict[str, int]) -> None:
    assert {group["group"]: group["votes"] for group in asked(run, "--by", by)["groups"]} == groups


def test_style_control_measures_what_it_needs_and_keeps_it(run: Run, history: Path) -> None:
    group = one(run, "--style-control")
    assert group["style_control"]["unmeasured_votes"] == 0
    assert {each["id"] for each in group["style_control"]["standings"]} == {each["id"] for each in group["standings"]}
    assert {taste["rater"] for taste in group["tastes"]} == {"me", "Ada"}
    assert all(sway["verdict"] == "too_few" for taste in group["tastes"] for sway in taste["sways"])
    with Store(history) as store:
        assert measures.read(store).missing == ()
    said = run("results", "--style-control").stdout
    assert "Style held equal" in said
    assert "What sways you" in said


def test_wrong_usage_is_said(run: Run) -> None:
    done = run("results", "--by", "moon")
    assert done.returncode == 2
    assert "moon" in done.stderr
