"""What is kept comes back to the letter, whatever a model said and however it was asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.records import Contestant, FinishReason, Framing, Response, Rival, SamplerSettings, TokenDetail
from lab.storage import Store, answers, codec, sessions
from tests.unit.storage.samples import contestant

TEXTS = st.one_of(st.sampled_from(["", "null", "true", "1", "-inf", "\0", "\x1f", "\u2028", "🏳️‍🌈"]), st.text())
FLOATS = st.floats(allow_nan=False)
SAMPLERS = st.builds(
    SamplerSettings,
    temperature=FLOATS,
    logit_bias=st.lists(st.tuples(st.integers(0, 2**31), FLOATS), max_size=3).map(tuple),
    stop_texts=st.lists(TEXTS, max_size=3).map(tuple),
    grammar=TEXTS,
    seed=st.integers(0, 2**32 - 2),
)
CONTESTANTS = st.builds(
    lambda system_prompt, framing, sampler: replace(
        contestant(), system_prompt=system_prompt, framing=framing, sampler=sampler
    ),
    TEXTS,
    st.sampled_from(Framing),
    SAMPLERS,
)
RIVALS = st.builds(Rival, token_id=st.integers(0, 2**31), text=TEXTS, logprob=FLOATS)
DETAILS = st.builds(
    TokenDetail,
    token_id=st.integers(0, 2**31),
    text=TEXTS,
    logprob=FLOATS,
    rivals=st.lists(RIVALS, max_size=2).map(tuple),
)
COUNTS = st.integers(0, 2**31)


def responses(of: Contestant) -> st.SearchStrategy[Response]:
    return st.builds(
        Response,
        contestant=st.just(of),
        rendered_prompt=TEXTS,
        text=TEXTS,
        token_ids=st.lists(COUNTS, max_size=5).map(tuple),
        finish_reason=st.sampled_from(FinishReason),
        prompt_tokens=COUNTS,
        cached_prompt_tokens=COUNTS,
        completion_tokens=COUNTS,
        dropped_turns=COUNTS,
        time_to_first_token_ms=st.none() | st.floats(0, 1e9),
        tokens_per_second=st.none() | st.floats(0, 1e9),
        prompt_tokens_per_second=st.none() | st.floats(0, 1e9),
        details=st.lists(DETAILS, max_size=3).map(tuple),
    )


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One history for many examples."""
    with Store(tmp_path_factory.mktemp("shared") / "history.db") as store:
        yield store


@given(CONTESTANTS.flatmap(responses))
def test_an_answer_comes_back_as_it_was(shared: Store, response: Response) -> None:
    answer_id = shared.write(answers.begin, response.contestant).result()
    shared.write(answers.finish, answer_id, response).result()
    kept = shared.read(answers.get, answer_id).result()
    assert kept.response == response
    assert kept.contestant == response.contestant


@given(CONTESTANTS, st.integers(0, 2**32 - 2))
def test_a_contestant_is_the_same_with_any_seed(whoever: Contestant, seed: int) -> None:
    assert codec.contestant_id(codec.with_seed(whoever, seed)) == codec.contestant_id(whoever)
    hotter = replace(whoever, sampler=replace(whoever.sampler, temperature=0.123456))
    assert (codec.contestant_id(hotter) == codec.contestant_id(whoever)) == (whoever.sampler.temperature == 0.123456)


@given(st.text(st.characters(exclude_categories=()), min_size=1))
def test_a_title_of_any_characters_is_kept_and_no_error(shared: Store, title: str) -> None:
    session_id = shared.write(sessions.create, title).result()
    kept = shared.read(sessions.get, session_id).result().title
    assert kept == codec.storable(title)
    assert len(kept) == len(title)
