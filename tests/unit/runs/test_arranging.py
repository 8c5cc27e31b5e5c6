"""How models share the memory there is, and where they are found."""

from dataclasses import replace
from pathlib import Path

import pytest

from lab.errors import ModelNotFound, NotEnoughMemory
from lab.generation.batch_runner import BatchRunner
from lab.generation.demo import scripted_model
from lab.models.library import Library
from lab.models.memory_now import MemoryNow
from lab.records import Contestant, Framing, Kind, Model, RunSettings, SamplerSettings, Schedule, Side
from lab.runs.arranging import arrange
from lab.runs.lanes import Lane
from lab.runs.plan import RunPlan, new_run
from lab.runs.players import with_models_at_hand
from tests.unit.runs.asking import suite

PLENTY = MemoryNow(total=16 * 10**9, available=12 * 10**9)


def played_by(a: Model, b: Model, **settings: object) -> RunPlan:
    players = [Contestant(model=model, framing=Framing.RAW, sampler=SamplerSettings(max_tokens=20)) for model in (a, b)]
    run = new_run(suite(), *players, samples=1, settings=RunSettings(**settings))  # type: ignore[arg-type]
    return RunPlan.of(run)


@pytest.fixture
def models(home: Path, tiny_base: Path, tiny_chat: Path) -> tuple[Model, Model]:
    library = Library.open()
    return library.get(str(tiny_base)), library.get(str(tiny_chat))


def rows_of(lane: Lane) -> int:
    assert isinstance(lane.engine, BatchRunner)
    return lane.engine.options.rows


def test_with_room_for_both_they_run_together(models: tuple[Model, Model]) -> None:
    found = arrange(played_by(*models), memory=PLENTY)
    assert [lane.sides for lane in found.lanes] == [frozenset({Side.A}), frozenset({Side.B})]
    assert (found.in_turn, found.reason) == (False, "")


def test_who_wants_one_after_the_other_gets_it(models: tuple[Model, Model]) -> None:
    assert arrange(played_by(*models, schedule=Schedule.IN_TURN), memory=PLENTY).in_turn


def test_when_memory_is_short_one_model_is_loaded_at_a_time_and_the_reason_is_said(
    models: tuple[Model, Model],
) -> None:
    # Enough for one of them with what the rest of the system should keep, not for both.
    short = replace(PLENTY, total=10**9, available=470_000_000)
    found = arrange(played_by(*models), memory=short)
    assert found.in_turn
    assert "one after the other" in found.reason


def test_when_nothing_fits_it_is_refused_with_the_numbers(models: tuple[Model, Model]) -> None:
    with pytest.raises(NotEnoughMemory, match="of memory"):
        arrange(played_by(*models), memory=replace(PLENTY, available=10_000_000))


def test_one_file_on_both_sides_is_one_lane(models: tuple[Model, Model]) -> None:
    (lane,) = arrange(played_by(models[0], models[0]), memory=PLENTY).lanes
    assert lane.sides == frozenset(Side)


def test_each_row_gets_the_context_that_the_longest_needs_and_no_more(models: tuple[Model, Model]) -> None:
    (lane, _) = arrange(played_by(*models, context_tokens=100_000), memory=PLENTY).lanes
    assert isinstance(lane.engine, BatchRunner)
    assert lane.engine.options.context_tokens <= 1024


def test_scripts_need_no_memory() -> None:
    plan = played_by(scripted_model(Kind.BASE), scripted_model(Kind.CHAT))
    assert not arrange(plan, memory=replace(PLENTY, available=0)).in_turn


def test_a_model_that_lies_where_it_lay_is_taken_as_it_was(models: tuple[Model, Model]) -> None:
    plan = played_by(*models)
    assert with_models_at_hand(plan, Library.open()) == plan


def test_a_model_that_has_moved_is_found_by_its_checksum(models: tuple[Model, Model], tmp_path: Path) -> None:
    moved = tmp_path / "moved.gguf"
    moved.write_bytes(Path(models[0].path).read_bytes())
    library = Library.open()
    library.add(moved)
    for path in ("", "/gone/before.gguf"):
        plan = played_by(replace(models[0], path=path), models[1])
        found = with_models_at_hand(plan, library)
        assert found.run.a.model.path == str(moved)
        assert found.run.b == plan.run.b


def test_a_model_that_is_nowhere_or_another_now_is_a_sentence(models: tuple[Model, Model]) -> None:
    for gone in (replace(models[0], path="/gone/before.gguf"), replace(models[0], sha256="00" * 32)):
        with pytest.raises(ModelNotFound, match=models[0].name):
            with_models_at_hand(played_by(gone, models[1]), Library.open())


def test_a_script_of_another_computer_is_the_one_of_this() -> None:
    here = scripted_model(Kind.BASE)
    plan = played_by(replace(here, path=""), here)
    assert with_models_at_hand(plan, Library(Path("/nowhere/library.json"))).run.a.model.path == here.path


def with_rows_of(plan: RunPlan, a: int, b: int) -> RunPlan:
    settings = replace(plan.run.settings, rows_a=a, rows_b=b)
    return replace(plan, run=replace(plan.run, settings=settings))


def test_a_new_run_notes_how_many_rows_were_answered_at_once(models: tuple[Model, Model]) -> None:
    plan = played_by(*models)
    found = arrange(plan, memory=PLENTY)
    assert not found.is_tight
    settings = found.noted_in(plan).run.settings
    assert (settings.rows_a, settings.rows_b) == (16, 16)


def only_one_row_fits(models: tuple[Model, Model]) -> MemoryNow:
    """So little memory that rows of a model are answered one at a time."""
    for available in range(20_000_000, 2_000_000_000, 1_000_000):
        memory = replace(PLENTY, total=10**9, available=available)
        try:
            if set(arrange(played_by(*models), memory=memory).rows.values()) == {1}:
                return memory
        except NotEnoughMemory:
            continue
    raise AssertionError("there is always such a size")


def test_who_goes_on_with_less_memory_is_told_that_answers_may_differ(models: tuple[Model, Model]) -> None:
    short = only_one_row_fits(models)
    begun_wide = with_rows_of(played_by(*models), 16, 8)
    found = arrange(begun_wide, memory=short)
    assert found.is_tight
    assert "There is less memory than when this run began" in found.reason
    begun_alone = with_rows_of(played_by(*models), 1, 1)
    assert "when this run began" not in arrange(begun_alone, memory=short).reason
    assert "There is more memory than when this run began" in arrange(begun_alone, memory=PLENTY).reason


def test_neither_more_places_nor_an_unknown_past_changes_a_token(models: tuple[Model, Model]) -> None:
    assert arrange(with_rows_of(played_by(*models), 8, 8), memory=PLENTY).reason == ""
    assert arrange(played_by(*models), memory=PLENTY).reason == ""
