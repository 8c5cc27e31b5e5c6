"""Homes with odd names, homes that are not there, homes that can't be written to: the command answers, or says why."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.environment import environment
from tests.faults.conftest import Tried
from tests.faults.rows import Fault
from tests.permissions import permissions_that_count_for_root_too

pytestmark = pytest.mark.process

_ODD = [
    "with some spaces ",
    "Zoë Ünïcode",
    "日本語 フォルダ",
    "مجلد المستخدم",
    "🌱 emoji",
    'it\'s "quoted" & $HOME; `x`',
    "-dash",
    "a?b#c%20",
]


def _run(env: dict[str, str], *words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "lab", *map(str, words)], env=env, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("name", _ODD)
def test_a_home_may_have_any_name(tmp_path: Path, tiny_base: Path, name: str, tried: Tried) -> None:
    home = tmp_path / name / "home"
    env = environment(home)
    model = home / "models" / f"{name} model.gguf"
    model.parent.mkdir(parents=True)
    model.write_bytes(tiny_base.read_bytes())
    added = _run(env, "models", "add", model)
    assert added.returncode == 0, added.stderr
    asked = _run(env, "compare", "the sun", "--a", model, "--b", model, "--max-tokens", "5", "--json")
    assert asked.returncode == 0, asked.stderr
    voted = _run(env, "vote", json.loads(asked.stdout)["id"], "a")
    assert voted.returncode == 0, voted.stderr
    found = json.loads(_run(env, "history", "--json").stdout)
    assert "the sun" in json.dumps(found)
    assert (home / "data" / "history.db").exists()
    tried(Fault.ODD_HOME)


def test_without_a_home_both_answer_and_it_is_said_that_nothing_is_kept(
    tmp_path: Path, tiny_base: Path, tried: Tried
) -> None:
    (tmp_path / "file").write_text("in the way")
    homeless = {key: value for key, value in environment(tmp_path).items() if not key.startswith("XDG_")}
    del homeless["COUNTERPOINT_HOME"]
    homeless["HOME"] = str(tmp_path / "file" / "home")
    _answers_without_keeping(homeless, tiny_base)
    tried(Fault.NO_HOME)


def test_in_a_read_only_home_both_answer_and_it_is_said_that_nothing_is_kept(
    mount: Callable[[str], Path | None], tmp_path: Path, tiny_base: Path, tried: Tried
) -> None:
    home = mount("ro")
    if home is None:
        home = tmp_path / "read-only"
        home.mkdir()
        home.chmod(0o555)
    with permissions_that_count_for_root_too():
        _answers_without_keeping(environment(home), tiny_base)
    home.chmod(0o755) if home.name == "read-only" else None
    tried(Fault.READ_ONLY_HOME)


def _answers_without_keeping(env: dict[str, str], model: Path) -> None:
    done = _run(env, "compare", "the sun", "--a", model, "--b", model, "--max-tokens", "5", "--json")
    assert "Traceback" not in done.stderr
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["a"]["text"]
    assert "kept" in done.stderr
    for words in (("history",), ("models",), ("vote", "abc", "a"), ("doctor",), ("starter",)):
        done = _run(env, *words)
        assert "Traceback" not in done.stderr, words
        assert done.stdout + done.stderr, words
