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


def in_frame(body: bytes) -> bytes:
    return len(body).to_bytes(4, "little") + body


_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats()
    | st.text(max_size=9)
    | st.binary(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=9,
)
_messages = st.fixed_dictionaries(
    {"type": st.sampled_from(["Heartbeat", "LoadProgress", "Chunk", "Finished", "Failed", "Generate", "Cancel", "x"])},
    optional={
        "request_id": st.integers(0, 9) | _values,
        "fraction": st.floats() | _values,
        "text": st.text(max_size=9) | _values,
        "token_ids": st.lists(st.integers(0, 9), max_size=3) | _values,
        "anything": _values,
    },
)


@given(st.binary(max_size=200) | (st.binary(max_size=200) | _messages.map(msgspec.msgpack.encode)).map(in_frame))
def test_whatever_a_worker_sends_is_an_event_an_end_or_a_decode_error(data: bytes) -> None:
    for read, kinds in ((read_up, Up), (read_down, Down)):
        try:
            message = read(io.BytesIO(data))
        except msgspec.MsgspecError:
            continue
        assert message is None or isinstance(message, kinds)


@pytest.mark.parametrize(
    "body",
    [
        b"\x82\xa4type\xa9Heartbeat\xa1x" + b"\x91" * 100_000 + b"\xc0",
        b"\x81\xa4type\xa1\xff",
        b"\x81\xa1\xff\xc0",
    ],
    ids=["nested without end", "no text", "no text for a key"],
)
def test_what_can_not_be_read_is_a_decode_error_of_any_message(body: bytes) -> None:
    with pytest.raises(msgspec.MsgspecError):
        read_up(io.BytesIO(in_frame(body)))
