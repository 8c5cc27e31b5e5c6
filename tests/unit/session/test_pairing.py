"""The user's A and B, and where they stand when a draw has let them change places."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from lab.models.library import Library
from lab.preferences import ComparisonSettings, PreferencesFile, SideSettings
from lab.records import Framing, SamplerSettings, Side
from lab.session.pairing import Pairing, fair_coin

A, B = Side.A, Side.B


@pytest.fixture
def preferences(tmp_path: Path) -> PreferencesFile:
    made = PreferencesFile(tmp_path / "preferences.json")
    own = SideSettings(system_prompt="for b", sampler=replace(SamplerSettings(), seed=7))
    settings = ComparisonSettings(shared=False, a=SideSettings(system_prompt="for a"), b=own)
    made.change(settings=settings, framing_a=Framing.QA)
    return made


@pytest.fixture
def pairing(tmp_path: Path, preferences: PreferencesFile, tiny_base: Path, tiny_chat: Path) -> Pairing:
    library = Library(tmp_path / "library.json")
    names = [library.add(path).name for path in (tiny_base, tiny_chat)]
    preferences.change(model_a=names[0], model_b=names[1])
    made = Pairing(library, preferences)
    made.refresh()
    return made


def test_a_swap_moves_model_framing_prompt_and_sampler_together(pairing: Pairing) -> None:
    before = {side: pairing.contestant(side) for side in Side}
    pairing.swap()
    assert {A: pairing.contestant(B), B: pairing.contestant(A)} == before
    assert pairing.framing(B) is Framing.QA
    assert before[B] is not None
    assert before[B].system_prompt == "for b"
    assert before[B].sampler.seed == 7


def test_what_the_user_chose_is_not_changed_by_a_swap(pairing: Pairing, preferences: PreferencesFile) -> None:
    chosen, kept = pairing.choices, preferences.value
    pairing.swap()
    assert pairing.choices == chosen
    assert preferences.value == kept
    pairing.refresh()
    assert pairing.choices == chosen
    assert pairing.model(B) == chosen[A]


def test_another_model_on_a_swapped_side_becomes_the_choice_that_stands_there(
    pairing: Pairing, preferences: PreferencesFile
) -> None:
    pairing.swap()
    model = pairing.model(A)
    assert model is not None
    pairing.choose(B, model)
    pairing.choose_framing(B, Framing.RAW)
    assert preferences.value.model_a == preferences.value.model_b == model.name
    assert preferences.value.framing_a is Framing.RAW
    assert pairing.place_of(A) is B


def test_the_draw_is_the_coins(pairing: Pairing) -> None:
    assert pairing.draw(lambda: True)
    assert pairing.swapped
    assert not pairing.draw(lambda: True)
    assert pairing.draw(lambda: False)
    assert not pairing.swapped


def test_the_coin_is_fair() -> None:
    thrown = Counter(fair_coin() for _ in range(4000))
    # Six standard deviations: once in 500 million runs a fair coin falls outside.
    assert abs(thrown[True] - 2000) < 6 * 31.7
