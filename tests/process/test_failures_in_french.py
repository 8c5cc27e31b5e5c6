"""Errors that are made in a real worker, which speaks English, are read in the language of the app."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lab import language
from lab.errors import LabError
from lab.generation.failures import error_of
from lab.generation.protocol import Failed
from tests.process.test_worker_process import Bench

pytestmark = pytest.mark.process
FRENCH = {
    "No model is loaded.": "Aucun modèle n’est chargé.",
    "The prompt is {tokens} tokens long; this model's context holds {room}.": "{tokens} tokens, pour {room}.",
    "Shorten the prompt, or load the model with a longer context.": "Raccourcissez le prompt.",
    "The {name} is {value}; it must be from {low} to {high}.": "« {name} » : {value}, et non de {low} à {high}.",
    "repeat penalty": "pénalité de répétition",
}


@pytest.fixture
def bench() -> Iterator[Bench]:
    language.install("fr", lambda text, comment: FRENCH.get(text, text), decimal_mark=",", thousands_mark="\u202f")
    bench = Bench()
    yield bench
    bench.worker.close()
    language.install(language.ENGLISH, None)


def failed(bench: Bench) -> LabError:
    event = bench.next(Failed)
    assert isinstance(event, Failed)
    return error_of(event)


def test_asking_before_loading(bench: Bench) -> None:
    bench.ask()
    assert failed(bench).message == "Aucun modèle n’est chargé."


def test_a_prompt_that_is_too_long_has_its_numbers_written_as_in_french(bench: Bench, tiny_base: Path) -> None:
    bench.load(tiny_base)
    bench.ask("q" * 2000)
    error = failed(bench)
    assert error.message == "2\u202f001 tokens, pour 512."
    assert error.hint == "Raccourcissez le prompt."


def test_a_setting_out_of_range_is_named_in_french(bench: Bench, tiny_base: Path) -> None:
    bench.load(tiny_base)
    bench.ask(repeat_penalty=0.0)
    assert failed(bench).message == "« pénalité de répétition » : 0,0, et non de 0,01 à 100."
