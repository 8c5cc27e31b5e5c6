import json
from pathlib import Path

import pytest

from tests.app.conftest import Run

pytestmark = pytest.mark.process

SIDE_FIELDS = {
    "model", "framing", "rendered_prompt", "text", "token_ids", "finish_reason", "prompt_tokens",
    "cached_prompt_tokens", "completion_tokens", "time_to_first_token_ms", "tokens_per_second",
    "prompt_tokens_per_second", "seed",
}  # fmt: skip


def test_json_is_one_object_with_everything_about_both_sides(run: Run, tiny_base: Path, tiny_chat: Path) -> None:
    done = run("compare", "the sun", "--a", tiny_base, "--b", tiny_chat, "--json", "--seed", "3", "--max-tokens", "30")
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    for side, path in (("a", tiny_base), ("b", tiny_chat)):
        assert set(result[side]) >= SIDE_FIELDS
        assert result[side]["model"]["path"] == str(path)
        assert len(result[side]["model"]["sha256"]) == 64
        assert result[side]["completion_tokens"] == len(result[side]["token_ids"])
        assert result[side]["seed"] == 3
    assert result["a"]["framing"] == "raw"
    assert result["b"]["framing"] == "chat"


def test_the_same_seed_gives_the_same_answers_twice(run: Run, tiny_base: Path, tiny_chat: Path) -> None:
    arguments = ("compare", "the sun", "--a", tiny_base, "--b", tiny_chat, "--json", "--seed", "3")
    first, second = (json.loads(run(*arguments).stdout) for _ in range(2))
    assert [first[side]["token_ids"] for side in "ab"] == [second[side]["token_ids"] for side in "ab"]


def test_without_a_terminal_the_answers_follow_each_other(run: Run, tiny_base: Path, tiny_chat: Path) -> None:
    done = run("compare", "the sun", "--a", tiny_base, "--b", tiny_chat, "--max-tokens", "10")
    assert done.returncode == 0, done.stderr
    assert done.stdout.index("A · tiny-base · base") < done.stdout.index("B · tiny-chat · chat")
    assert "10 tokens\ncut off: length limit" in done.stdout
    assert "\x1b" not in done.stdout


def test_a_pipe_gives_one_line_of_json_for_each_prompt(run: Run, tiny_base: Path) -> None:
    done = run(
        "compare",
        "--a",
        tiny_base,
        "--b",
        tiny_base,
        "--json",
        "--max-tokens",
        "5",
        stdin=b"\xef\xbb\xbfone\n\ntwo\r\n",
    )
    assert done.returncode == 0, done.stderr
    assert [json.loads(line)["prompt"] for line in done.stdout.splitlines()] == ["one", "two"]


def test_a_script_can_play_both_parts_and_says_so(run: Run) -> None:
    done = run("compare", "hello", "--demo", "--max-tokens", "5")
    assert done.returncode == 0, done.stderr
    assert "scripted" in done.stderr
    assert "scripted base" in done.stdout


def test_a_framing_and_a_system_prompt_reach_the_model(run: Run, tiny_base: Path, tiny_chat: Path) -> None:
    done = run(
        "compare", "the sun", "--a", tiny_base, "--b", tiny_chat, "--framing-a", "qa", "--system", "Be brief.",
        "--json", "--max-tokens", "3",
    )  # fmt: skip
    result = json.loads(done.stdout)
    assert result["a"]["rendered_prompt"] == "<s>Be brief.\n\nQuestion: the sun\nAnswer:"
    assert "<|im_start|>system\nBe brief.<|im_end|>" in result["b"]["rendered_prompt"]


def test_rivals_come_with_each_token_when_asked_for(run: Run, tiny_base: Path) -> None:
    done = run("compare", "the sun", "--a", tiny_base, "--b", tiny_base, "--rivals", "2", "--json", "--max-tokens", "3")
    tokens = json.loads(done.stdout)["a"]["tokens"]
    assert [len(token["rivals"]) for token in tokens] == [2, 2, 2]


def test_in_turn_gives_the_same_answers_as_together(run: Run, tiny_base: Path, tiny_chat: Path) -> None:
    arguments = ("compare", "the sun", "--a", tiny_base, "--b", tiny_chat, "--json", "--seed", "3", "--schedule")
    together, in_turn = (json.loads(run(*arguments, schedule).stdout) for schedule in ("together", "in-turn"))
    assert [together[side]["token_ids"] for side in "ab"] == [in_turn[side]["token_ids"] for side in "ab"]


@pytest.mark.parametrize("command", ["", "compare", "models", "starter", "doctor"])
def test_every_command_explains_itself(run: Run, command: str) -> None:
    done = run(*filter(None, [command]), "--help")
    assert done.returncode == 0
    assert "Usage:" in done.stdout
