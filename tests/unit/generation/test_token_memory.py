import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.generation.backend import Aborted
from lab.generation.token_memory import BLOCK_TOKENS, TokenMemory
from tests.unit.generation.scripted import CharacterBackend


def read(memory: TokenMemory, prompt: list[int]) -> int:
    """Read a prompt; gives how many of its tokens were in memory already."""
    kept = memory.keep_prefix(prompt)
    assert list(memory.read_prompt(prompt))[-1] == len(prompt)
    return kept


def test_a_prompt_is_read_in_whole_blocks_and_a_rest() -> None:
    backend = CharacterBackend(batch_tokens=128)
    read(TokenMemory(backend), [*range(300)])
    assert backend.reads == [128, 128, 44]


def test_the_same_prompt_again_reads_only_its_last_batch() -> None:
    backend = CharacterBackend()
    memory = TokenMemory(backend)
    read(memory, [*range(300)])
    assert read(memory, [*range(300)]) == 256
    assert backend.reads[-1] == 300 - 256


def test_a_prompt_that_shares_a_beginning_reuses_whole_blocks_of_it() -> None:
    memory = TokenMemory(CharacterBackend())
    read(memory, [*range(300)])
    assert read(memory, [*range(200), *range(500, 600)]) == 192


def test_the_next_turn_reuses_everything_that_was_read_and_said() -> None:
    memory = TokenMemory(CharacterBackend())
    read(memory, [*range(100)])
    for token in (7, 8, 9):
        memory.append(token)
    assert read(memory, [*range(100), 7, 8, 9, 1, 2, 3]) == 103


def test_a_memory_that_can_not_be_cut_is_read_anew() -> None:
    backend = CharacterBackend(forgets=True)
    memory = TokenMemory(backend)
    read(memory, [*range(300)])
    assert read(memory, [*range(300)]) == 0
    assert backend.memory == [*range(300)]


prompts = st.lists(st.integers(0, 2), min_size=1, max_size=3 * BLOCK_TOKENS)


@given(st.lists(st.tuples(prompts, st.lists(st.integers(0, 2), max_size=5)), min_size=1, max_size=6))
def test_the_backend_always_holds_exactly_the_prompt_and_at_least_one_token_is_read(
    rounds: list[tuple[list[int], list[int]]],
) -> None:
    backend = CharacterBackend(batch_tokens=64)
    memory = TokenMemory(backend)
    for prompt, answer in rounds:
        assert read(memory, prompt) < len(prompt)
        assert backend.memory == prompt
        for token in answer:
            memory.append(token)
        assert backend.memory == prompt + answer


@given(prompts, prompts)
def test_a_first_prompt_is_cut_into_the_same_batches_whatever_was_read_before(
    before: list[int], prompt: list[int]
) -> None:
    fresh, used = CharacterBackend(), CharacterBackend()
    read(TokenMemory(fresh), prompt)
    memory = TokenMemory(used)
    read(memory, before)
    used.reads.clear()
    kept = read(memory, prompt)
    # What is read anew is the tail of what a fresh model reads: whole blocks, then the same rest.
    assert kept % BLOCK_TOKENS == 0
    assert sum(used.reads) == len(prompt) - kept
    assert used.reads[-1] % BLOCK_TOKENS == fresh.reads[-1] % BLOCK_TOKENS


def test_a_reading_that_is_broken_off_leaves_what_was_there_before() -> None:
    backend = CharacterBackend(batch_tokens=64)
    memory = TokenMemory(backend)
    read(memory, [*range(100)])
    backend.request_abort()
    with pytest.raises(Aborted):
        memory.append(7)
    assert len(memory) == len(backend.memory) == 100
    assert read(memory, [*range(100)]) == 64


def test_a_memory_that_can_not_give_back_a_broken_off_reading_is_empty() -> None:
    backend = CharacterBackend(batch_tokens=64, forgets=True)
    memory = TokenMemory(backend)
    read(memory, [*range(100)])
    backend.request_abort()
    with pytest.raises(Aborted):
        memory.append(7)
    assert len(memory) == len(backend.memory) == 0
    assert read(memory, [*range(100)]) == 0
