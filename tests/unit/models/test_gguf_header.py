"""What a model file says about itself, and what broken or hostile files get to hear."""

from __future__ import annotations

import hashlib
import os
import struct
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lab.errors import BadModelFile
from lab.models.gguf_header import GgufHeader, read_header, require_loadable
from lab.models.gguf_walk import GgufList
from tests import gguf_files


def said_about(path: Path) -> BadModelFile:
    """The error that a file gets, from reading it or from asking whether it can be loaded."""
    with pytest.raises(BadModelFile) as caught:
        require_loadable(read_header(path))
    assert caught.value.hint
    return caught.value


def text(value: str) -> bytes:
    return struct.pack("<Q", len(value.encode())) + value.encode()


def start(*, tensors: int = 0, keys: int = 0, version: int = 3) -> bytes:
    return b"GGUF" + struct.pack("<IQQ", version, tensors, keys)


def hostile(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return said_about(path).message


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    return gguf_files.tiny_model(tmp_path / "tiny.gguf", name="Tiny Thing", chat_template=gguf_files.CHATML)


def test_a_sound_file_says_what_it_is(tiny: Path) -> None:
    header = read_header(tiny)
    require_loadable(header)
    assert (header.architecture, header.name, header.quantization) == ("llama", "Tiny Thing", "F32")
    assert (header.context_tokens, header.layers, header.version) == (2048, 2, 3)
    assert header.chat_template == gguf_files.CHATML
    assert header.file_bytes == tiny.stat().st_size


def test_the_weights_are_counted_from_the_shapes(tiny: Path) -> None:
    vocabulary = len(gguf_files.vocabulary()[0])
    per_layer = 2 * 64 + 2 * 64 * 64 + 2 * 32 * 64 + 3 * 64 * 128
    assert read_header(tiny).parameters == 2 * vocabulary * 64 + 64 + 2 * per_layer


def test_the_token_list_is_hashed_as_it_stands_in_the_file(tiny: Path) -> None:
    tokens = gguf_files.vocabulary()[0]
    header = read_header(tiny)
    assert header.tokenizer_sha256 == hashlib.sha256(b"".join(text(token) for token in tokens)).hexdigest()
    assert header.vocabulary_tokens == len(tokens)
    assert header.metadata["tokenizer.ggml.tokens"] == GgufList(item_type="string", length=len(tokens))


def test_tokens_that_reach_over_the_reading_window_are_hashed_like_any_other(tmp_path: Path) -> None:
    tokens = [chr(97 + index % 26) * (index * 37 % 5000) for index in range(1500)]  # 3.7 MB: several windows
    body = b"".join(text(token) for token in tokens)
    path = tmp_path / "wide.gguf"
    path.write_bytes(start(keys=1) + text("tokenizer.ggml.tokens") + struct.pack("<IIQ", 9, 8, len(tokens)) + body)
    header = read_header(path)
    assert header.tokenizer_sha256 == hashlib.sha256(body).hexdigest()
    assert header.vocabulary_tokens == 1500


def test_short_lists_are_kept_and_long_ones_only_measured(tmp_path: Path) -> None:
    entries = [
        (text("llama.attention.head_count_kv"), struct.pack("<IIQ3I", 9, 4, 3, 1, 2, 3)),
        (text("long"), struct.pack("<IIQ", 9, 0, 600) + bytes(600)),
        (text("general.tags"), struct.pack("<IIQ", 9, 8, 2) + text("base") + text("text")),
        (text("nested"), struct.pack("<IIQ", 9, 9, 1) + struct.pack("<IQ2H", 2, 2, 7, 8)),
        (text("general.architecture"), struct.pack("<I", 8) + text("llama")),
    ]
    path = tmp_path / "lists.gguf"
    path.write_bytes(start(keys=len(entries)) + b"".join(key + value for key, value in entries))
    header = read_header(path)
    assert header.of_architecture("attention.head_count_kv") == GgufList(item_type="uint32", length=3, values=(1, 2, 3))
    assert header.metadata["long"] == GgufList(item_type="uint8", length=600)
    assert header.metadata["nested"] == GgufList(item_type="array", length=1)
    assert header.texts("general.tags") == ("base", "text")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "There is no file" in said_about(tmp_path / "nothing.gguf").message


def test_a_folder_is_called_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in said_about(tmp_path).message


def test_an_empty_file_is_called_empty(tmp_path: Path) -> None:
    assert "is empty" in hostile(tmp_path / "empty.gguf", b"")


def test_a_name_that_no_file_can_have_is_refused() -> None:
    assert "could not be read" in said_about(Path("a\0b.gguf")).message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_that_nobody_writes_to_does_not_hang_us(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.gguf"
    os.mkfifo(pipe)
    assert "not a plain file" in said_about(pipe).message


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"Dear diary, today I trained a model.\n", "is a text file"),
        ("Grüße aus dem Süden".encode(), "is a text file"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "left by Git"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "is a web page"),
        (b"PK\x03\x04rest of it", "is a ZIP archive"),
        (b"\x10\0\0\0\0\0\0\0" + b'{"weight":{}}', "is a safetensors file"),
        (b"tjgg\x01\0\0\0", "older than GGUF"),
        (b"\x7fELF\0\0\0\0", "is not a GGUF model"),
        (b"GG", "is cut off"),
        (b"GGUF\x03", "is cut off"),
        (b"GGUF\0\0\0\x03" + bytes(16), "big-endian"),
        (b"GGUF\x01\0\0\0" + bytes(16), "too old"),
        (b"GGUF\x63\0\0\0" + bytes(16), "version 99"),
    ],
)
def test_a_file_that_is_something_else_is_called_by_its_name(tmp_path: Path, data: bytes, said: str) -> None:
    assert said in hostile(tmp_path / "odd.gguf", data)


def test_a_cut_off_file_says_how_much_is_there(tmp_path: Path) -> None:
    path = gguf_files.cut_off(tmp_path / "cut.gguf")
    there = path.stat().st_size
    message = said_about(path).message
    assert f"{there:,} of " in message
    assert "The file is cut off" in message


def test_a_file_cut_off_by_one_byte_is_noticed(tiny: Path) -> None:
    data = tiny.read_bytes()
    assert f"{len(data) - 1:,} of {len(data):,} bytes" in hostile(tiny, data[:-1])


def test_a_file_cut_off_inside_its_header_is_noticed(tiny: Path) -> None:
    assert "its header is not complete" in hostile(tiny, tiny.read_bytes()[:3000])


@pytest.mark.parametrize(
    "data",
    [
        start(tensors=1 << 62),
        start(keys=1 << 62),
        start(keys=100_000) + bytes(2_000_000),
        start(keys=1) + struct.pack("<Q", 1 << 60) + bytes(50),
        start(keys=1) + text("k") + struct.pack("<IIQ", 9, 0, 1 << 60) + bytes(50),
        start(keys=1) + text("k") + struct.pack("<IIQ", 9, 8, 1 << 60) + bytes(50),
        start(keys=1) + text("k") + struct.pack("<IIQ", 9, 9, 1 << 60) + bytes(50),
        start(keys=1) + text("k") + struct.pack("<IIQ", 9, 8, 600) + struct.pack("<Q", 1 << 40) + bytes(5000),
        start(keys=1) + text("k") + struct.pack("<I", 9) + struct.pack("<IQ", 9, 1) * 50 + bytes(50),
        start(keys=1) + text("k") + struct.pack("<I", 77) + bytes(50),
        start(keys=1) + text("k") + struct.pack("<IIQ", 9, 77, 1) + bytes(50),
        start(keys=2) + (text("k") + struct.pack("<IB", 0, 1)) * 2,
        start(tensors=1) + text("t") + struct.pack("<I", 1000) + bytes(50),
        start(tensors=1) + text("t") + struct.pack("<I4q", 4, *[1 << 40] * 4) + bytes(50),
        start(tensors=1) + text("t") + struct.pack("<IqIQ", 1, -5, 0, 0) + bytes(50),
        start(tensors=1) + text("t") + struct.pack("<IqIQ", 1, 33, 2, 0) + bytes(50),
        start(tensors=1) + text("t") + struct.pack("<IqIQ", 1, 32, 4, 0) + bytes(50),
    ],
)
def test_absurd_headers_are_refused_at_once(tmp_path: Path, data: bytes) -> None:
    assert "not a sound model file" in hostile(tmp_path / "absurd.gguf", data)


def test_an_offset_beyond_the_file_counts_as_cut_off(tmp_path: Path) -> None:
    data = start(tensors=1) + text("t") + struct.pack("<IqIQ", 1, 4, 0, 1 << 63) + bytes(500)
    assert "cut off" in hostile(tmp_path / "far.gguf", data)


def test_lists_of_four_million_empty_texts_are_refused_before_they_are_walked(tmp_path: Path) -> None:
    data = start(keys=1) + text("k") + struct.pack("<IIQ", 9, 8, 4_000_001)
    path = tmp_path / "many.gguf"
    path.write_bytes(data)
    os.truncate(path, 64 << 20)  # a hole: takes no disk, but the texts would all be there
    assert "4,000,001 items" in said_about(path).message


def test_a_hostile_file_takes_little_memory(tmp_path: Path) -> None:
    entry = struct.pack("<IIQ", 9, 0, 512) + b"\xff" * 512
    data = start(keys=4000) + b"".join(text(f"k{number}") + entry for number in range(4000))
    path = tmp_path / "greedy.gguf"
    path.write_bytes(data)
    tracemalloc.start()
    try:
        message = said_about(path).message
        peak_bytes = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert "descriptions are longer" in message
    assert peak_bytes < 12 << 20


def test_a_vocabulary_can_be_read_but_not_loaded(tmp_path: Path) -> None:
    path = gguf_files.vocabulary_only(tmp_path / "vocabulary.gguf")
    assert read_header(path).vocabulary_tokens > 300
    assert "holds a vocabulary only" in said_about(path).message


def test_weights_without_a_vocabulary_can_not_be_loaded(tmp_path: Path) -> None:
    path = gguf_files.tiny_model(tmp_path / "mute.gguf", with_vocabulary=False)
    assert "has no vocabulary" in said_about(path).message


@pytest.mark.parametrize(
    ("architecture", "said"), [("clip", "is a projector"), ("bert", "can't write text"), ("", "architecture")]
)
def test_parts_that_can_not_write_text_are_refused(tmp_path: Path, architecture: str, said: str) -> None:
    assert said in said_about(gguf_files.tiny_model(tmp_path / "part.gguf", architecture=architecture)).message


def test_an_adapter_is_refused(tmp_path: Path) -> None:
    path = gguf_files.tiny_model(tmp_path / "lora.gguf", fields={"general.type": "adapter"})
    assert "adapter (LoRA)" in said_about(path).message


def test_the_quantization_is_guessed_from_the_weights_if_the_file_does_not_say(tiny: Path) -> None:
    data = tiny.read_bytes().replace(b"general.file_type", b"general.file_typo")
    tiny.write_bytes(data)
    assert read_header(tiny).quantization == "F32"


def outcome(path: Path) -> GgufHeader | BadModelFile:
    try:
        header = read_header(path)
        require_loadable(header)
    except BadModelFile as error:
        return error
    return header


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=2000)
@given(data=st.binary(max_size=400), prefixed=st.booleans())
def test_no_bytes_whatever_raise_anything_but_a_bad_model_file(tmp_path: Path, data: bytes, prefixed: bool) -> None:
    path = tmp_path / "any.gguf"
    path.write_bytes((b"GGUF\x03\0\0\0" if prefixed else b"") + data)
    outcome(path)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=2000)
@given(
    changes=st.lists(st.tuples(st.integers(0, 14_000), st.binary(min_size=1, max_size=8)), min_size=1, max_size=4),
    keep=st.integers(0, 20_000),
)
def test_no_change_to_a_sound_file_raises_anything_but_a_bad_model_file(
    tmp_path: Path, changes: list[tuple[int, bytes]], keep: int
) -> None:
    whole = tmp_path / "whole.gguf"
    if not whole.exists():
        gguf_files.tiny_model(whole)
    data = bytearray(whole.read_bytes())
    for place, new in changes:
        data[place : place + len(new)] = new
    path = tmp_path / "changed.gguf"
    path.write_bytes(data if keep > 19_000 else data[:keep])
    outcome(path)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=2000)
@given(
    lengths=st.lists(st.sampled_from([0, 1, 5, 47, 48, 49, 255, 256, 300]), min_size=1, max_size=30),
    times=st.integers(1, 60),
    end=st.integers(0, 2000),
)
def test_a_list_of_texts_of_any_lengths_is_passed_exactly(
    tmp_path: Path, lengths: list[int], times: int, end: int
) -> None:
    """Short texts are passed many at a time, long ones one by one; what comes behind must be read all the same."""
    tokens = [f"{number % 10}" * length for number, length in enumerate(lengths * times)]
    body = b"".join(text(token) for token in tokens)
    path = tmp_path / "texts.gguf"
    end = min(end, len(tokens) - 1)
    path.write_bytes(
        start(keys=3)
        + text("tokenizer.ggml.tokens") + struct.pack("<IIQ", 9, 8, len(tokens)) + body
        + text("tokenizer.ggml.eos_token_id") + struct.pack("<II", 4, end)
        + text("general.name") + struct.pack("<I", 8) + text("behind")
    )  # fmt: skip
    header = read_header(path)
    assert header.name == "behind"
    assert header.end_token == tokens[end]
    assert header.tokenizer_sha256 == hashlib.sha256(body).hexdigest()


def test_a_length_that_is_only_short_in_its_first_byte_is_refused(tmp_path: Path) -> None:
    body = text("abc") * 300 + struct.pack("<Q", (1 << 40) + 3) + b"abc" + text("abc") * 300
    path = tmp_path / "sly.gguf"
    path.write_bytes(start(keys=1) + text("k") + struct.pack("<IIQ", 9, 8, 601) + body)
    assert f"{(1 << 40) + 3:,} bytes long" in said_about(path).message
