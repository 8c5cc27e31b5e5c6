from itertools import pairwise

import pytest

from lab.generation.batch_backend import rows_of_step
from lab.generation.batch_memory import BatchMemory
from lab.generation.token_memory import batch_ends
from tests.unit.generation.batches import CharacterRows


def read(memory: BatchMemory, row: int, prompt: list[int]) -> int:
    kept = memory.begin(row, prompt)
    list(memory.read_prompt(row, prompt))
    return kept


def test_a_shared_beginning_is_copied_in_whole_blocks_and_the_rest_is_read() -> None:
    backend = CharacterRows()
    memory = BatchMemory(backend)
    shared = list(range(150))
    assert read(memory, 0, [*shared, 1, 2, 3]) == 0
    assert read(memory, 5, [*shared, 7, 8]) == 128
    assert backend.copies[-1] == (0, 5, 128)
    assert backend.held[5] == [*shared, 7, 8]
    assert backend.read_in[-1] == (5, 24)


def test_what_is_read_after_a_copy_is_cut_as_it_would_be_without_one() -> None:
    for length in (65, 128, 200, 600, 1100):
        for start in range(0, length, 64):
            ends = [start, *batch_ends(start, length, 512)]
            # Whole blocks, and in a batch of its own what is left of the last one.
            assert all(end % 64 == 0 for end in ends[:-1])
            assert ends[-1] == length
            assert all(0 < later - earlier <= 512 for earlier, later in pairwise(ends))
            assert length % 64 == 0 or ends[-1] - ends[-2] == length % 64


def test_the_same_prompt_again_has_its_last_tokens_left_to_read() -> None:
    backend = CharacterRows()
    memory = BatchMemory(backend)
    prompt = list(range(128))
    read(memory, 0, prompt)
    assert read(memory, 1, prompt) == 64


def test_tokens_of_an_answer_are_never_used_for_a_prompt() -> None:
    backend = CharacterRows()
    memory = BatchMemory(backend)
    prompt = list(range(64))
    read(memory, 0, [*prompt, 99])
    for token in range(64):
        memory.step({0: 200 + token})
    assert read(memory, 0, [*prompt, 99, *range(200, 264), 5]) == 64


def test_a_memory_that_cannot_be_cut_is_read_from_the_start() -> None:
    backend = CharacterRows(forgets=True)
    memory = BatchMemory(backend)
    prompt = list(range(100))
    read(memory, 0, prompt)
    assert read(memory, 1, [*prompt, 1]) == 0
    assert backend.held[1] == [*prompt, 1]


def test_a_free_row_in_a_step_gives_up_what_it_held() -> None:
    backend = CharacterRows()
    memory = BatchMemory(backend)
    read(memory, 0, list(range(70)))
    read(memory, 1, [500, *range(70)])
    memory.step({1: 7})
    assert backend.held[0] == []
    assert memory.begin(2, list(range(70))) == 0


@pytest.mark.parametrize(
    ("wanted", "rows", "evaluated"),
    [({0}, 1, range(1)), ({3}, 16, range(8)), ({9, 12}, 16, range(8, 16)), ({2, 30}, 32, range(32))],
)
def test_rows_advance_in_whole_groups(wanted: set[int], rows: int, evaluated: range) -> None:
    assert rows_of_step(wanted, rows) == evaluated
