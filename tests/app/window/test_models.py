"""Models that load, change, are unloaded or gone, while the user goes on."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from lab.generation.runner import Envelope
from lab.generation.schedule import Decision
from lab.models.library import Library
from lab.records import AnswerState, Framing, Schedule, Side
from lab.settings import folders
from tests import gguf_files
from tests.app.window.driving import Driver
from ui.bridge import RunnerBridge

pytestmark = pytest.mark.process

LONG = 100_000
ONE_AT_A_TIME = Decision(in_turn=True, one_loaded_at_a_time=True, reason="")


@pytest.fixture
def ready(driver: Driver, tiny_base: Path, tiny_chat: Path) -> Driver:
    driver.prepare(tiny_base, tiny_chat)
    driver.open_ready()
    return driver


@pytest.fixture
def third(tmp_path: Path) -> Path:
    return gguf_files.tiny_model(tmp_path / "tiny-third.gguf", name="tiny third", seed=7)


def one_loaded_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this computer have memory for one model only."""
    monkeypatch.setattr("ui.compare.loading.decide_for", lambda *_args, **_more: ONE_AT_A_TIME)


def test_a_pane_is_ready_only_when_its_model_is_loaded(driver: Driver, tiny_base: Path, tiny_chat: Path) -> None:
    driver.prepare(tiny_base, tiny_chat)
    driver.open()
    pane = driver.pane(Side.A)
    driver.wait(lambda: pane.state() != "")
    assert pane.state() == "not loaded"
    driver.wait_ready()


def test_a_prompt_that_is_sent_while_models_load_is_answered(driver: Driver, tiny_base: Path, tiny_chat: Path) -> None:
    driver.prepare(tiny_base, tiny_chat)
    driver.open()
    driver.wait(lambda: driver.pane(Side.A).state() == "not loaded")
    comparison = driver.ask("the sun")
    assert comparison.a is not None
    assert comparison.b is not None
    assert comparison.a.state is comparison.b.state is AnswerState.FINISHED


def test_another_model_that_is_chosen_while_the_first_one_loads_takes_its_place(
    driver: Driver, tiny_base: Path, tiny_chat: Path, third: Path
) -> None:
    driver.prepare(tiny_base, tiny_chat)
    other = Library(folders().data / "library.json").add(third)
    driver.open()
    driver.wait(lambda: driver.desktop._runner.worker_pid(Side.A) is not None)
    driver.desktop.compare.players.choose_model(Side.A, other)
    assert driver.pane(Side.A).state() == "not loaded"
    driver.wait_ready()
    assert driver.worker_paths() == {str(third), str(tiny_chat)}
    comparison = driver.ask("the sun")
    assert comparison.a is not None
    assert comparison.a.contestant.model.name == other.name


def test_an_unloaded_model_says_so_and_is_loaded_again_by_the_next_prompt(ready: Driver) -> None:
    ready.pane(Side.B).head._unload.trigger()
    assert ready.pane(Side.B).state() == "not loaded"
    assert ready.desktop._runner.worker_pid(Side.B) is None
    ready.press("New")
    assert ready.pane(Side.A).state() == "ready"
    assert ready.pane(Side.B).state() == "not loaded"
    comparison = ready.ask("the sun")
    assert comparison.b is not None
    assert comparison.b.state is AnswerState.FINISHED


def test_in_turn_the_second_side_says_that_it_waits_and_is_loaded_only_then(
    driver: Driver, tiny_base: Path, tiny_chat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one_loaded_at_a_time(monkeypatch)
    driver.prepare(tiny_base, tiny_chat)
    driver.preferences().change(schedule=Schedule.IN_TURN)
    driver.open()
    driver.wait(lambda: driver.pane(Side.A).state() == "ready")
    assert driver.pane(Side.B).state() == "not loaded"
    assert driver.desktop._runner.worker_pid(Side.B) is None
    bridge = driver.desktop.findChild(RunnerBridge)
    assert bridge is not None
    for prompt in ("the sun", "the water"):
        states_of_b: set[str] = set()
        loaded: set[bool] = set()

        def look(envelope: Envelope, states: set[str] = states_of_b, loaded: set[bool] = loaded) -> None:
            loaded.add(all(driver.desktop._runner.worker_pid(side) for side in Side))
            if envelope.side is Side.A and driver.desktop.compare.session.answering == set(Side):
                states.add(driver.pane(Side.B).state())

        bridge.arrived.connect(look)
        comparison = driver.ask(prompt)
        bridge.arrived.disconnect(look)
        assert comparison.a is not None
        assert comparison.b is not None
        assert comparison.a.state is comparison.b.state is AnswerState.FINISHED
        assert states_of_b == {"waiting for its turn"}
        assert loaded == {False}


def test_another_framing_holds_from_the_next_prompt_on(ready: Driver) -> None:
    first = ready.ask("the sun")
    menu = ready.pane(Side.A).head._framing.menu()
    next(action for action in menu.actions() if action.text() == "question and answer").trigger()
    second = ready.ask("the water")
    assert first.a is not None
    assert second.a is not None
    assert first.a.contestant.framing is Framing.RAW
    assert second.a.contestant.framing is Framing.QA
    assert second.a.response is not None
    assert "Question: the sun" in second.a.response.rendered_prompt
    assert "Question: the water" in second.a.response.rendered_prompt


def test_a_model_that_is_added_while_an_answer_comes_disturbs_nothing(
    driver: Driver, tiny_base: Path, tmp_path: Path, third: Path
) -> None:
    driver.prepare(tiny_base, Path(shutil.copy(tiny_base, tmp_path / "other.gguf")), max_tokens=LONG)
    driver.open_ready()
    driver.type("the sun")
    driver.wait(lambda: all(driver.pane(side).view.text() for side in Side))
    with driver._qtbot.waitSignal(driver.desktop._loading.added, timeout=60_000):
        driver.desktop._loading.add(third)
    assert driver.desktop.compare.session.busy
    assert driver.pane(Side.A).view.text()
    driver.press("Stop")
    driver.idle()
    shown = driver.desktop.compare.display.shown()
    assert shown is not None
    assert shown.a is not None
    assert driver.pane(Side.A).view.text() == shown.a.text
    names = [action.text() for action in driver.pane(Side.A).head._name.menu().actions()]
    assert any("tiny-third" in name for name in names)


def test_another_schedule_that_is_chosen_while_an_answer_comes_waits(
    driver: Driver, tiny_base: Path, tmp_path: Path
) -> None:
    driver.prepare(tiny_base, Path(shutil.copy(tiny_base, tmp_path / "other.gguf")), max_tokens=LONG)
    driver.open_ready()
    driver.type("the sun")
    driver.wait(lambda: all(driver.pane(side).view.text() for side in Side))
    driver.desktop._page.header.schedule_chosen.emit(Schedule.IN_TURN)
    assert not driver.desktop.compare.display.decision.in_turn
    driver.press("Stop")
    driver.idle()
    driver.wait(lambda: driver.desktop.compare.display.decision.in_turn)


def test_a_file_that_has_changed_since_last_time_is_said_and_read_anew(
    driver: Driver, tiny_base: Path, tiny_chat: Path, third: Path, tmp_path: Path
) -> None:
    mine = Path(shutil.copy(tiny_base, tmp_path / "mine.gguf"))
    driver.prepare(mine, tiny_chat)
    driver.open_ready()
    before = driver.ask("the sun")
    shutil.copy(third, mine)
    os.utime(mine, ns=(1, 1))
    driver.desktop.compare.players.prepare()
    driver.wait(lambda: "is not the one it was" in driver.banner())
    driver.wait(lambda: driver.pane(Side.A).state() == "ready")
    after = driver.ask("the sun")
    assert before.a is not None
    assert after.a is not None
    assert after.a.contestant.model.sha256 != before.a.contestant.model.sha256
    assert after.a.text != before.a.text


def test_a_model_that_is_gone_since_last_time_is_said_and_another_takes_its_side(
    driver: Driver, tiny_base: Path, tiny_chat: Path, third: Path, tmp_path: Path
) -> None:
    mine = Path(shutil.copy(tiny_base, tmp_path / "mine.gguf"))
    driver.prepare(mine, tiny_chat)
    Library(folders().data / "library.json").add(third)
    mine.unlink()
    driver.open_ready()
    driver.wait(lambda: "is not there any more, so tiny-third is side A now" in driver.banner())


def test_two_models_of_one_kind_can_be_compared(driver: Driver, tiny_base: Path, third: Path) -> None:
    library = Library(folders().data / "library.json")
    for path in (tiny_base, third):
        library.add(path)
    driver.open_ready()
    assert driver.worker_paths() == {str(tiny_base), str(third)}


def test_models_that_do_not_fit_are_looked_at_again_with_the_next_prompt(
    driver: Driver, tiny_base: Path, tiny_chat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lab.errors import NotEnoughMemory

    driver.prepare(tiny_base, tiny_chat)

    def refuse(*_args: object, **_more: object) -> Decision:
        raise NotEnoughMemory("The models need more memory than is free.", "Close other programs.")

    with monkeypatch.context() as little:
        little.setattr("ui.compare.loading.decide_for", refuse)
        driver.open()
        driver.wait(lambda: "need more memory" in driver.banner())
        driver.press("Close this message")
        driver.type("the sun")
        driver.wait(lambda: "need more memory" in driver.banner())
        assert driver.field().toPlainText() == "the sun"
    assert driver.ask("the sun").a is not None
