"""`counterpoint search` and `counterpoint pull` against a Hub on this machine: progress, Ctrl+C, kill -9, gates."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.environment import ROOT, environment
from tests.hub.faults import Fault
from tests.hub.stand_in import COMMIT, HubStandIn, hub_stand_in

pytestmark = pytest.mark.process

REPOSITORY, FILE = "someone/tiny-GGUF", "tiny.Q4_K_M.gguf"
HALT = 1_000_000
ALWAYS = -1
_PATIENCE_S = 60


@pytest.fixture(scope="module")
def data(tiny_base: Path) -> bytes:
    return tiny_base.read_bytes() + random.Random(7).randbytes(3_000_000)


@pytest.fixture
def stand_in(data: bytes) -> Iterator[HubStandIn]:
    with hub_stand_in() as state:
        state.put(REPOSITORY, FILE, data, downloads=7, likes=3)
        state.put("other/tiny-instruct-GGUF", "tiny-instruct.Q8_0.gguf", data, downloads=9, likes=1)
        yield state


class Command:
    """The command in a home of its own, talking to the stand-in."""

    def __init__(self, home: Path, stand_in: HubStandIn) -> None:
        self.home = home
        self._stand_in = stand_in
        self._env = environment(home) | {"COUNTERPOINT_HUB": stand_in.endpoint, "COUNTERPOINT_OFFLINE": "0"}

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "lab", *arguments],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self._env, cwd=ROOT,
            text=True,
        )  # fmt: skip

    def run(self, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "lab", *arguments],
            stdin=subprocess.DEVNULL, capture_output=True, env=self._env | env, cwd=ROOT, text=True,
            timeout=_PATIENCE_S, check=False,
        )  # fmt: skip

    @property
    def target(self) -> Path:
        return self.home / "models" / f"someone--tiny-GGUF@{COMMIT[:12]}" / FILE

    @property
    def part(self) -> Path:
        return self.target.with_name(FILE + ".part")

    def halted(self) -> subprocess.Popen[str]:
        """A pull that stands still in its middle, with its first bytes on the disk."""
        self._stand_in.fail(Fault(halt_after=HALT))
        process = self.start("pull", REPOSITORY)
        assert self._stand_in.halted.wait(_PATIENCE_S)
        end, pause = time.monotonic() + _PATIENCE_S, threading.Event()
        while not (self.part.exists() and self.part.stat().st_size > 0):
            assert time.monotonic() < end
            pause.wait(0.01)
        return process


@pytest.fixture
def command(home: Path, stand_in: HubStandIn) -> Command:
    return Command(home, stand_in)


def test_a_repository_is_pulled_into_the_library(command: Command, data: bytes) -> None:
    done = command.run("pull", REPOSITORY, "--json")
    assert done.returncode == 0, done.stderr
    (end,) = json.loads(done.stdout)
    assert (end["state"], end["commit"], end["path"]) == ("done", COMMIT, str(command.target))
    assert command.target.read_bytes() == data
    assert "Licence: apache-2.0" in done.stderr
    (listed,) = json.loads(command.run("models", "list", "--json").stdout)
    assert listed["name"] == end["model"]


def test_ctrl_c_keeps_what_came_and_says_how_to_go_on(command: Command, stand_in: HubStandIn, data: bytes) -> None:
    process = command.halted()
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=_PATIENCE_S)
    assert process.returncode == 130
    assert f"To go on: counterpoint pull {REPOSITORY}" in said
    goes_on_from_what_is_there(command, stand_in, data)


def test_kill_9_in_the_middle_loses_nothing(command: Command, stand_in: HubStandIn, data: bytes) -> None:
    process = command.halted()
    process.kill()
    process.communicate(timeout=_PATIENCE_S)
    assert not command.target.exists()
    goes_on_from_what_is_there(command, stand_in, data)


def goes_on_from_what_is_there(command: Command, stand_in: HubStandIn, data: bytes) -> None:
    kept = command.part.stat().st_size
    assert 0 < kept <= HALT
    stand_in.go_on.set()
    done = command.run("pull", REPOSITORY)
    assert done.returncode == 0, done.stderr
    assert command.target.read_bytes() == data
    last = stand_in.downloads_asked()[-1].headers
    assert last["Range"] == f"bytes={kept}-"
    assert last["If-Range"] == stand_in.etag(REPOSITORY, FILE)
    assert [path.name for path in command.target.parent.iterdir()] == [FILE]


def test_a_fault_is_told_in_a_sentence_with_what_to_do(command: Command, stand_in: HubStandIn) -> None:
    stand_in.fail(Fault(times=ALWAYS, change_last_byte=True))
    done = command.run("pull", REPOSITORY)
    assert done.returncode == 1
    assert "arrived changed" in done.stderr
    assert "Nothing was kept" in done.stderr
    assert "Traceback" not in done.stderr
    assert json.loads(command.run("models", "list", "--json").stdout) == []


def test_a_gated_repository_asks_for_a_token_and_never_shows_it(command: Command, stand_in: HubStandIn) -> None:
    stand_in.repositories[REPOSITORY].gated, stand_in.token = "auto", "hf_right_token"
    refused = command.run("pull", REPOSITORY)
    assert refused.returncode == 1
    assert "accepted its terms" in refused.stderr
    assert "HF_TOKEN" in refused.stderr
    done = command.run("pull", REPOSITORY, "--json", HF_TOKEN="hf_right_token")
    assert done.returncode == 0, done.stderr
    assert "hf_right_token" not in done.stdout + done.stderr
    written = b"".join(path.read_bytes() for path in command.home.rglob("*") if path.is_file())
    assert b"hf_right_token" not in written


def test_offline_nothing_is_asked(command: Command, stand_in: HubStandIn) -> None:
    for words in (("pull", REPOSITORY), ("search", "tiny")):
        done = command.run(*words, COUNTERPOINT_OFFLINE="1")
        assert done.returncode == 1
        assert "You work offline" in done.stderr
    assert stand_in.asked == []


def test_a_search_is_sorted_and_lists_facts(command: Command) -> None:
    by_downloads = json.loads(command.run("search", "tiny", "--json").stdout)
    by_likes = json.loads(command.run("search", "tiny", "--sort", "likes", "--json").stdout)
    names = ["other/tiny-instruct-GGUF", REPOSITORY]
    assert [one["repository"] for one in by_downloads["repositories"]] == names
    assert [one["repository"] for one in by_likes["repositories"]] == names[::-1]
    table = command.run("search", "tiny").stdout
    assert REPOSITORY in table
    assert "apache-2.0" in table
    assert "Try fewer words" in command.run("search", "nothing of the kind").stdout


def test_the_files_of_a_repository_are_listed_with_its_other_half(command: Command) -> None:
    facts = json.loads(command.run("search", "--files", REPOSITORY, "--json").stdout)
    assert [(one["quantization"], one["recommended"]) for one in facts["files"]] == [("Q4_K_M", True)]
    assert facts["siblings"] == ["other/tiny-instruct-GGUF"]
    assert "To compare with: other/tiny-instruct-GGUF" in command.run("search", "--files", REPOSITORY).stderr


def test_without_a_word_the_pairs_are_listed(command: Command, stand_in: HubStandIn) -> None:
    listed = json.loads(command.run("pull", "--json").stdout)
    assert "olmo-2-7b-stages" in {entry["id"] for entry in listed}
    assert "smollm2-135m" in command.run("pull").stdout
    assert stand_in.asked == []


def test_a_pair_is_pulled_as_a_whole(command: Command, stand_in: HubStandIn, data: bytes, tiny_chat: Path) -> None:
    stand_in.put("ggml-org/SmolLM2-135M-GGUF", "smollm2-135m-q4_k_m.gguf", data)
    stand_in.put("bartowski/SmolLM2-135M-Instruct-GGUF", "SmolLM2-135M-Instruct-Q4_K_M.gguf", tiny_chat.read_bytes())
    done = command.run("pull", "smollm2-135m", "--json")
    assert done.returncode == 0, done.stderr
    assert [end["model"] for end in json.loads(done.stdout)] == ["smollm2-135m", "smollm2-135m-instruct"]
    kinds = {one["name"]: one["kind"]["kind"] for one in json.loads(command.run("models", "list", "--json").stdout)}
    assert kinds == {"smollm2-135m": "base", "smollm2-135m-instruct": "chat"}


def test_a_pair_that_is_not_there_is_named_with_near_ones(command: Command, stand_in: HubStandIn) -> None:
    done = command.run("pull", "smolm2-135m")
    assert done.returncode == 1
    assert "There is no pair called 'smolm2-135m'" in done.stderr
    assert "Did you mean smollm2-135m" in done.stderr
    assert stand_in.asked == []
