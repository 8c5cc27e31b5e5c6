from pathlib import Path

import pytest

from lab.cli.planning import Wishes, make_plan
from lab.errors import ModelNotFound, NotEnoughMemory, SamplerRejected
from lab.models.memory_now import MemoryNow
from lab.records import Framing, Kind, SamplerSettings, Side
from tests.process.comparing import model_of


def little(free_bytes: int) -> MemoryNow:
    return MemoryNow(available=free_bytes, total=8_000_000_000)


def test_a_chat_model_is_framed_by_its_template_and_any_other_raw(tiny_base: Path) -> None:
    assert model_of(tiny_base, Kind.CHAT).natural_framing is Framing.CHAT
    assert model_of(tiny_base, Kind.BASE).natural_framing is Framing.RAW


def test_models_by_path_are_planned_together_with_their_checksums(home: Path, tiny_base: Path, tiny_chat: Path) -> None:
    plan = make_plan(Wishes(a=str(tiny_base), b=str(tiny_chat)))
    assert not plan.decision.in_turn
    assert [contestant.framing for contestant in plan.contestants.values()] == [Framing.RAW, Framing.CHAT]
    assert all(len(contestant.model.sha256) == 64 for contestant in plan.contestants.values())


def test_a_wish_for_a_framing_is_followed(home: Path, tiny_base: Path, tiny_chat: Path) -> None:
    plan = make_plan(Wishes(a=str(tiny_base), b=str(tiny_chat), framing_a=Framing.QA))
    assert plan.contestants[Side.A].framing is Framing.QA


def test_without_models_the_way_to_get_some_is_named(home: Path) -> None:
    with pytest.raises(ModelNotFound) as caught:
        make_plan(Wishes())
    assert "counterpoint starter" in caught.value.hint


def test_a_setting_out_of_range_is_refused_before_anything_is_read(home: Path) -> None:
    with pytest.raises(SamplerRejected):
        make_plan(Wishes(a="no such model", sampler=SamplerSettings(temperature=-1)))


def test_little_memory_makes_them_run_in_turn_and_says_so(
    home: Path, tiny_base: Path, tiny_chat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lab.session.fitting.memory_now", lambda: little(150_000_000))
    plan = make_plan(Wishes(a=str(tiny_base), b=str(tiny_chat)))
    assert plan.decision.one_loaded_at_a_time
    assert "one after the other" in plan.notes[0]


def test_too_little_memory_for_one_is_refused(
    home: Path, tiny_base: Path, tiny_chat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lab.session.fitting.memory_now", lambda: little(60_000_000))
    with pytest.raises(NotEnoughMemory, match="A \\(tiny-base\\) needs about"):
        make_plan(Wishes(a=str(tiny_base), b=str(tiny_chat)))


def test_the_demonstration_needs_no_model_and_says_that_it_is_scripted(home: Path) -> None:
    plan = make_plan(Wishes(demo=True))
    assert "no model is running" in plan.notes[0]
    assert [contestant.model.verdict.kind for contestant in plan.contestants.values()] == [Kind.BASE, Kind.CHAT]
