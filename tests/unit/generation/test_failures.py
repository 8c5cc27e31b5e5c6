"""What goes wrong in a worker is said in the language of the app, whatever the worker sends."""

from __future__ import annotations

import io
from collections.abc import Iterator

import msgspec
import pytest

from lab import language
from lab.errors import LabError, PromptRejected, SamplerRejected
from lab.generation.failures import error_of, failure
from lab.generation.protocol import Failed, Said, Word, pack, read_up
from lab.generation.sampler_ranges import check
from lab.language import number, tr
from lab.records import SamplerSettings

FRENCH = {
    "{name} holds {n} tokens.": "{name} contient {n} tokens.",
    "Shorten it.": "Raccourcissez.",
    "temperature": "température",
    "The {name} is {value}; it must be from {low} to {high}.": "« {name} » : {value}, et non de {low} à {high}.",
}


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Iterator[bytes]:
    """An error as a worker sends it; what is read of it is read in French."""
    monkeypatch.setattr(language, "_remembers", True)
    text = tr("{name} holds {n} tokens.", name="{n}", n=number(2048))
    yield _in_french(monkeypatch, PromptRejected(text, tr("Shorten it."), detail="more"))
    language.install(language.ENGLISH, None)


def _in_french(monkeypatch: pytest.MonkeyPatch, error: Exception) -> bytes:
    data = pack(failure(3, error))
    monkeypatch.setattr(language, "_remembers", False)
    language.install("fr", lambda text, comment: FRENCH.get(text, text), decimal_mark=",", thousands_mark="\u202f")
    return data


def received(data: bytes) -> Failed:
    message = read_up(io.BytesIO(data))
    assert isinstance(message, Failed)
    return message


def test_message_and_hint_are_said_in_the_language_of_the_app(sent: bytes) -> None:
    error = error_of(received(sent))
    assert isinstance(error, PromptRejected)
    assert (error.message, error.hint, error.detail) == ("{n} contient 2\u202f048 tokens.", "Raccourcissez.", "more")


def test_a_terminal_reads_them_in_english(sent: bytes) -> None:
    language.install(language.ENGLISH, None)
    error = error_of(received(sent))
    assert (error.message, error.hint) == ("{n} holds 2,048 tokens.", "Shorten it.")


def test_a_setting_that_is_named_is_named_in_the_language_of_the_app(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_remembers", True)
    with pytest.raises(SamplerRejected) as caught:
        check(SamplerSettings(temperature=-0.5))
    try:
        error = error_of(received(_in_french(monkeypatch, caught.value)))
    finally:
        language.install(language.ENGLISH, None)
    assert error.message == "« température » : -0,5, et non de 0 à 100."


def test_a_text_that_nobody_remembers_stays_as_it_is() -> None:
    error = error_of(received(pack(failure(1, LabError("plain", "hint")))))
    assert (error.message, error.hint) == ("plain", "hint")


def test_a_bug_is_told_with_its_traceback() -> None:
    error = error_of(received(pack(failure(1, KeyError("x")))))
    assert error.message == "The worker met a bug: 'x'"
    assert "KeyError" in error.detail


@pytest.mark.usefixtures("sent")
@pytest.mark.parametrize(
    "said",
    [
        Said(text="{name.__class__.__mro__}", values={"name": "x"}),
        Said(text="{n:>999999999}", values={"n": "x"}),
        Said(text="{name} holds {n} tokens.", values={"name": "x"}),
        Said(text="{name} holds {n} tokens.", comment="x" * 10_000),
    ],
)
def test_a_hostile_workers_text_is_shown_as_it_came_and_never_filled_in(said: Said) -> None:
    failed = Failed(request_id=1, error="LabError", message="as {it} came", message_said=said)
    assert error_of(received(pack(failed))).message == "as {it} came"


@pytest.mark.usefixtures("sent")
def test_a_hostile_workers_values_are_only_texts() -> None:
    values = {"name": Word(text="{n.__class__}"), "n": (float("inf"), 6), "more": "{0}"}
    failed = Failed(
        request_id=1, error="LabError", message="m", message_said=Said(text="{name} holds {n} tokens.", values=values)
    )
    assert error_of(received(pack(failed))).message == "{n.__class__} contient inf tokens."


@pytest.mark.parametrize("value", [[1.0, 10**6], [1.0], {"text": "x", "comment": 1}, {"text": {}}, None, [[1.0, 1]]])
def test_other_values_are_no_message(value: object) -> None:
    said = {"text": "x", "values": {"name": value}}
    body = msgspec.msgpack.encode(
        {"type": "Failed", "request_id": 1, "error": "E", "message": "m", "message_said": said}
    )
    with pytest.raises(msgspec.MsgspecError):
        read_up(io.BytesIO(len(body).to_bytes(4, "little") + body))
