"""The two starter models with their real weights: what the whole program is for."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lab.models.gguf_header import read_header
from lab.models.kind import judge
from lab.models.library import Library
from lab.models.starter import default_pair
from lab.records import FinishReason, Framing, Kind, Model, Response, Side, Turn
from tests.process.comparing import Match, contestant

pytestmark = [pytest.mark.model, pytest.mark.process]
PROMPT = "Explain photosynthesis simply."


@pytest.fixture
def pair(starter_home: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Model, Model]:
    monkeypatch.setenv("COUNTERPOINT_HOME", str(starter_home))
    found = default_pair(Library.open())
    assert found, "the starter models are not in the library of the test home"
    return found


def answer(
    match: Match, path: str, framing: Framing, prompt: str, *, turns: tuple[Turn, ...] = (), **sampler: object
) -> Response:
    match.start({Side.A: contestant(Path(path), framing, **{"max_tokens": 48, **sampler})}, prompt, turns=turns)
    match.finish()
    collector = match.collectors[Side.A]
    assert collector.error is None, collector.error
    response = collector.response()
    assert response is not None
    return response


def test_both_kinds_come_out_right_from_the_header_alone(pair: tuple[Model, Model]) -> None:
    base, chat = pair
    assert judge(read_header(Path(base.path))).kind is Kind.BASE
    assert judge(read_header(Path(chat.path))).kind is Kind.CHAT


def test_the_command_gives_two_real_answers_as_json(starter_home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lab", "compare", PROMPT, "--json", "--seed", "42"],
        env={**os.environ, "COUNTERPOINT_HOME": str(starter_home), "COUNTERPOINT_OFFLINE": "1"},
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    result = json.loads(done.stdout)
    assert result["a"]["model"]["kind"] == "base"
    assert result["b"]["model"]["kind"] == "chat"
    assert result["b"]["finish_reason"] == "end_of_answer"
    assert "plants" in result["b"]["text"].lower()
    assert result["a"]["text"].strip()


def test_the_chat_model_answers_and_stops_where_the_base_model_talks_on(pair: tuple[Model, Model]) -> None:
    base, chat = pair
    with Match() as match:
        match.start(
            {
                Side.A: contestant(Path(base.path), Framing.RAW, max_tokens=200, seed=42),
                Side.B: contestant(Path(chat.path), Framing.CHAT, max_tokens=200, seed=42),
            },
            PROMPT,
        )
        match.finish()
        a, b = (match.collectors[side].response() for side in Side)
    assert a is not None
    assert b is not None
    assert a.finish_reason is FinishReason.LENGTH_LIMIT
    assert b.finish_reason is FinishReason.END_OF_ANSWER


@pytest.mark.parametrize("which", [0, 1], ids=["base", "chat"])
def test_the_same_seed_gives_the_same_tokens_from_a_cold_and_from_a_warm_memory(
    pair: tuple[Model, Model], which: int
) -> None:
    path = pair[which].path
    framing = (Framing.RAW, Framing.CHAT)[which]
    # Long enough for two whole blocks and a rest that is no multiple of four: where rounding would differ.
    prompt = "Green plants make sugar from light, water and air, and they give back oxygen. " * 9 + "Why so"
    with Match() as match:
        cold = answer(match, path, framing, prompt)
        answer(match, path, framing, PROMPT)
        answer(match, path, framing, prompt + ", and since when? Tell me all of it.")
        warm = answer(match, path, framing, prompt)
    with Match(threads=1) as match:
        elsewhere = answer(match, path, framing, prompt)
    assert warm.token_ids == cold.token_ids
    assert elsewhere.token_ids == cold.token_ids


@pytest.mark.parametrize("which", [0, 1], ids=["base", "chat"])
def test_a_hand_over_in_a_long_conversation_changes_no_token(pair: tuple[Model, Model], which: int) -> None:
    prompt = "Green plants make sugar from light, water and air. " * 60  # beyond where attention could be split
    path, other = Path(pair[which].path), Path(pair[1 - which].path)
    told = {"max_tokens": 96, "seed": 7}
    with Match(threads=1) as match:
        alone = answer(match, str(path), Framing.RAW, prompt, **told)
    with Match(threads=2) as match:
        match.start({Side.A: contestant(path, Framing.RAW, **told), Side.B: contestant(other, max_tokens=8)}, prompt)
        match.finish()
        handed_over = match.collectors[Side.A].response()
    assert handed_over is not None
    assert alone.prompt_tokens > 600
    assert handed_over.token_ids == alone.token_ids


@pytest.mark.parametrize(
    ("which", "framing"),
    [(0, Framing.RAW), (0, Framing.QA), (0, Framing.IN_CONTEXT), (1, Framing.CHAT), (1, Framing.RAW)],
    ids=["base raw", "base qa", "base in-context", "chat", "chat raw"],
)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_second_turn_reads_only_what_is_new(
    pair: tuple[Model, Model], which: int, framing: Framing, seed: int
) -> None:
    path, prompt = pair[which].path, "Tell me about trees. " * 20
    with Match() as match:
        # Hot enough for words that no tokenizer would split as the model wrote them.
        first = answer(match, path, framing, prompt, temperature=1.5, seed=seed, max_tokens=60)
        turn = Turn(prompt=prompt, response=first.text, response_token_ids=first.token_ids)
        second = answer(match, path, framing, "And flowers?", turns=(turn,), temperature=0.0)
    assert second.rendered_prompt.startswith(first.rendered_prompt)
    assert second.prompt_tokens - second.cached_prompt_tokens < 40


def test_a_beginning_token_is_given_once(pair: tuple[Model, Model]) -> None:
    with Match() as match:
        base = answer(match, pair[0].path, Framing.RAW, PROMPT, max_tokens=2)
        chat = answer(match, pair[1].path, Framing.CHAT, PROMPT, max_tokens=2)
    assert base.rendered_prompt == "<bos>" + PROMPT
    assert chat.rendered_prompt.startswith("<|im_start|>system\n")
    assert chat.rendered_prompt.endswith("<|im_start|>assistant\n")


@pytest.mark.parametrize("framing", [Framing.RAW, Framing.QA, Framing.IN_CONTEXT])
def test_the_base_model_answers_in_every_framing_that_needs_no_template(
    pair: tuple[Model, Model], framing: Framing
) -> None:
    with Match() as match:
        response = answer(match, pair[0].path, framing, "What is a leaf?")
    assert response.text.strip()
    assert PROMPT not in response.rendered_prompt
    assert "What is a leaf?" in response.rendered_prompt
