import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.cli.prompts import prompts_from_pipe
from lab.errors import PromptRejected


def test_each_line_is_a_prompt_and_empty_ones_are_passed_over() -> None:
    assert prompts_from_pipe(io.BytesIO(b"one\n\n  \ntwo\r\nthree")) == ["one", "two", "three"]


def test_a_mark_at_the_beginning_of_the_file_is_not_part_of_the_prompt() -> None:
    assert prompts_from_pipe(io.BytesIO(b"\xef\xbb\xbfone\n")) == ["one"]


def test_a_line_that_is_not_utf_8_is_named() -> None:
    with pytest.raises(PromptRejected, match=r"Line 3 is not UTF-8 text \(byte 5 of the line\)"):
        prompts_from_pipe(io.BytesIO(b"a\nb\nabcd\xff\n"))


def test_a_line_without_end_is_refused_before_memory_is_full() -> None:
    with pytest.raises(PromptRejected, match="Line 1 is longer than 4,000,000 bytes"):
        prompts_from_pipe(io.BytesIO(b"x" * 4_000_002))


@pytest.mark.parametrize("data", [b"", b"\n\n", b"   \n"])
def test_a_pipe_without_any_prompt_is_refused(data: bytes) -> None:
    with pytest.raises(PromptRejected, match="There is no prompt"):
        prompts_from_pipe(io.BytesIO(data))


@given(st.binary(max_size=300))
def test_any_bytes_are_prompts_or_a_sentence(data: bytes) -> None:
    try:
        prompts = prompts_from_pipe(io.BytesIO(data))
    except PromptRejected:
        return
    assert prompts
    assert all(prompt.strip() for prompt in prompts)
