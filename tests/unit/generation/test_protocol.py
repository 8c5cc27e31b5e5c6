import io

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.generation.protocol import Chunk, Down, Generate, Heartbeat, Up, pack, read_down, read_up
from lab.records import Framing, Rival, SamplerSettings, TokenDetail, Turn


def test_a_question_arrives_as_it_was_sent() -> None:
    sent = Generate(
        request_id=7,
        framing=Framing.QA,
        system_prompt="s",
        turns=(Turn(prompt="p", response="r"),),
        prompt="☃",
        sampler=SamplerSettings(logit_bias=((3, float("-inf")),), stop_texts=("x",)),
        threads=2,
        rivals=1,
    )
    assert read_down(io.BytesIO(pack(sent))) == sent


def test_a_chunk_arrives_as_it_was_sent() -> None:
    detail = TokenDetail(token_id=1, text="a", logprob=-0.5, rivals=(Rival(token_id=2, text="b", logprob=-1.5),))
    sent = Chunk(request_id=1, text="a", token_ids=(1,), details=(detail,))
    assert read_up(io.BytesIO(pack(sent))) == sent


def test_messages_follow_each_other_and_the_stream_ends() -> None:
    stream = io.BytesIO(pack(Heartbeat()) + pack(Heartbeat()))
    assert read_up(stream) == Heartbeat()
    assert read_up(stream) == Heartbeat()
    assert read_up(stream) is None


def test_a_length_beyond_reason_is_refused_before_anything_is_read() -> None:
    with pytest.raises(msgspec.DecodeError, match="4294967295 bytes"):
        read_up(io.BytesIO(b"\xff\xff\xff\xff"))


@given(st.binary(max_size=200))
def test_whatever_a_worker_sends_is_an_event_an_end_or_a_decode_error(data: bytes) -> None:
    for read, kinds in ((read_up, Up), (read_down, Down)):
        try:
            message = read(io.BytesIO(data))
        except msgspec.MsgspecError:
            continue
        assert message is None or isinstance(message, kinds)
