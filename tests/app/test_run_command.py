"""A suite over two models by the real command: to its end, stopped, gone on with, and voted on."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.app.conftest import Run
from tests.app.terminal import Terminal

pytestmark = pytest.mark.process
GONE_WITHIN_S = 30  # a busy test machine is not the place to time it


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Two prompts with checks, one of them with a second turn."""
    path = tmp_path / "small.toml"
    path.write_text(
        'id = "small"\ntitle = "A small suite"\nsamples = 2\nmax_tokens = 8\n'
        '[[items]]\nid = "sun"\nprompt = "the sun"\nchecks = [{ kind = "stops_by_itself" }]\n'
        '[[items]]\nid = "moon"\nprompt = "the moon"\nturns = ["and the stars"]\n'
    )
    return path


def as_json(run: Run, *arguments: str | Path) -> dict[str, Any]:
    done = run(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_run_ends_with_a_summary_and_says_how_to_vote(
    run: Run, small: Path, tiny_base: Path, tiny_chat: Path
) -> None:
    done = run("run", small, "--a", tiny_base, "--b", tiny_chat, "--seed", "3")
    assert done.returncode == 0, done.stderr
    rows = {" ".join(line.split()[:2]): line for line in done.stdout.splitlines() if line.strip()}
    assert rows["A small"].startswith("A small suite  run ")
    assert rows["Answers 6"].split() == ["Answers", "6", "of", "6", "6", "of", "6"]
    assert rows["Checks passed"].split()[2:] == ["0", "of", "2", "2", "of", "2"]
    assert "Two answers of A to one prompt share" in done.stdout
    vote = next(line for line in done.stdout.splitlines() if "counterpoint vote" in line)
    comparison = vote.split("counterpoint vote ")[1].split()[0]
    assert vote.startswith("6 pairs to vote on.")
    assert run("vote", comparison, "b").returncode == 0


def test_json_has_every_comparison_and_check(run: Run, small: Path, tiny_base: Path, tiny_chat: Path) -> None:
    found = as_json(run, "run", small, "--a", tiny_base, "--b", tiny_chat, "--seed", "3", "--samples", "3")
    assert (found["finished"], found["pairs"], found["samples"]) == (True, 9, 3)
    assert found["sides"]["b"]["checks"] == {"passed": 3, "failed": 0, "cannot_tell": 0}
    assert found["sides"]["a"]["ends"]["length_limit"] == 9
    sun = found["items"][0]
    assert [each["sample"] for each in sun["a"]["samples"]] == [0, 1, 2]
    shown = as_json(run, "show", sun["a"]["samples"][0]["comparison_id"])
    assert (shown["prompt"], shown["a"]["completion_tokens"]) == ("the sun", 8)
    assert as_json(run, "runs", "show", found["id"])["items"] == found["items"]
    (listed,) = json.loads(run("runs", "list", "--json").stdout)
    assert (listed["id"], listed["state"]) == (found["id"], "finished")


def test_the_same_seed_gives_the_same_answers(run: Run, small: Path, tiny_base: Path, tiny_chat: Path) -> None:
    arguments = ("run", small, "--a", tiny_base, "--b", tiny_chat, "--seed", "3")
    first, second = (as_json(run, *arguments) for _ in range(2))
    assert first["id"] != second["id"]
    texts = [
        [as_json(run, "show", each["comparison_id"])[side]["text"] for item in found["items"] for side in "ab"
         for each in item[side]["samples"]]
        for found in (first, second)
    ]  # fmt: skip
    assert texts[0] == texts[1]


def test_interrupted_it_stops_in_good_order_and_goes_on_with_resume(
    terminal: Callable[..., Terminal], run: Run, tmp_path: Path, tiny_base: Path
) -> None:
    many = tmp_path / "many.toml"
    many.write_text(
        'id = "many"\ntitle = "Many"\nmax_tokens = 200\n'
        + "".join(f'[[items]]\nid = "p{number}"\nprompt = "the sun and {number}"\n' for number in range(30))
    )
    one = terminal("run", many, "--a", tiny_base, "--b", tiny_base, "--framing-b", "qa", "--context", "512")
    one.until(lambda screen: "answers" in screen)
    workers = one.workers()
    assert workers
    one.process.send_signal(signal.SIGINT)
    one.until(lambda screen: "--resume" in screen)
    assert one.process.wait(GONE_WITHIN_S) == 130
    _, alive = psutil.wait_procs(workers, timeout=GONE_WITHIN_S)
    assert not alive
    assert "stopped" in run("runs", "list").stdout
    found = as_json(run, "run", "many", "--resume")
    assert (found["finished"], found["pairs"]) == (True, 30)
    done = run("run", "many", "--resume")
    assert done.returncode == 1
    assert "Every run of many is finished." in done.stderr


def test_a_script_can_play_both_parts(run: Run) -> None:
    done = run("run", "first-meeting", "--demo", "--max-tokens", "2")
    assert done.returncode == 0, done.stderr
    assert "scripted" in done.stderr


def test_votes_on_a_run_can_be_ranked_by_suite(run: Run, small: Path, tiny_base: Path, tiny_chat: Path) -> None:
    found = as_json(run, "run", small, "--a", tiny_base, "--b", tiny_chat)
    for each in found["items"][0]["a"]["samples"]:
        assert run("vote", each["comparison_id"], "b").returncode == 0
    other = as_json(run, "compare", "hi", "--a", tiny_base, "--b", tiny_chat, "--max-tokens", "3")
    assert run("vote", other["id"], "a").returncode == 0
    groups = as_json(run, "results", "--by", "suite")["groups"]
    assert [(group["group"], group["votes"]) for group in groups] == [("small", 2)]
    (one,) = as_json(run, "results", "--suite", "small")["groups"]
    assert one["votes"] == 2
    assert as_json(run, "results")["groups"][0]["votes"] == 3


def test_a_run_goes_to_another_computer(run: Run, small: Path, tiny_base: Path, tmp_path: Path) -> None:
    as_json(run, "run", small, "--a", tiny_base, "--b", tiny_base, "--framing-b", "qa")
    out = tmp_path / "out.jsonl"
    assert run("export", "jsonl", "-o", out).returncode == 0
    assert run("import", out).returncode == 0
    assert json.loads(out.read_bytes().splitlines()[0])["version"] == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("run", "nonsense", "--demo"), "There is no suite"),
        (("run", "first", "--demo", "--resume"), "--resume goes on with"),
        (("run", "first", "--resume"), "No run has an id"),
        (("runs", "show", "abc"), "Nothing has been kept yet"),
        (("run", "first", "--demo", "--framing-a", "chat"), "no chat template"),
    ],
)
def test_wrong_wishes_are_said(run: Run, arguments: tuple[str, ...], said: str) -> None:
    done = run(*arguments)
    assert done.returncode in (1, 2)
    assert said in " ".join(done.stderr.split())


def test_without_a_run_the_list_says_what_to_do(run: Run) -> None:
    assert "No suite has been run yet." in run("runs", "list").stdout
    assert json.loads(run("runs", "list", "--json").stdout) == []
