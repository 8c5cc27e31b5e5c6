"""Votes go out to files and come in from them, beside the window, and it is said how that ended."""

from __future__ import annotations

import csv
import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from lab.exchange.choice import ExportFormat, Undecided
from lab.exchange.formats import Export, write
from lab.exchange.reading import reading
from lab.records import Framing, Kind
from lab.storage import Store, sessions
from lab.storage.work import Work
from tests.unit.results.casting import compared, player, voted
from tests.unit.ui.results.conftest import Stage
from ui.results import exchange_work
from ui.results.exchange_words import FORMATS
from ui.results.naming_dialog import NamingDialog

ANN, BOB = player("ann", kind=Kind.CHAT, framing=Framing.CHAT), player("bob")


@pytest.fixture
def target(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the user names for every export."""
    path = tmp_path / "out" / "votes.csv"
    path.parent.mkdir()
    monkeypatch.setattr(stage.exchange.files, "to_write", lambda *_: path)
    return path


@pytest.fixture
def arriving(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the user chooses to import."""
    path = tmp_path / "from elsewhere.jsonl"
    monkeypatch.setattr(stage.exchange.files, "to_read", lambda *_: path)
    return path


def export(stage: Stage, format: ExportFormat, undecided: Undecided | None = None) -> None:
    stage.page.header.export_asked.emit(format, undecided or Undecided())
    stage.until(lambda: not stage.exchange.busy)


def take_in(stage: Stage) -> None:
    stage.press("Import votes")
    stage.until(lambda: not stage.exchange.busy)


def written_elsewhere(path: Path, fill: Callable[[Store], object]) -> None:
    """What another computer would export."""
    with Store(path.with_suffix(".db")) as other:
        fill(other)
        with reading(other) as work, path.open("wb") as file:
            write(work, file, Export(format=ExportFormat.JSONL))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def actions(menu: QMenu) -> list[QAction]:
    return [each for each in menu.actions() if not each.isSeparator()]


def test_the_menu_has_every_format_and_says_which_votes_it_is_about(stage: Stage, store: Store) -> None:
    assert set(FORMATS) == {each.value for each in ExportFormat}
    voted(store, ANN, BOB, "a", rater="Ada")
    voted(store, ANN, BOB, "b", blind=True)
    stage.open()
    menu = stage.page.header.export.menu()
    menu.aboutToShow.emit()
    head, *formats = actions(menu)
    assert (head.text(), head.isEnabled()) == ("All votes", False)
    assert [each.text() for each in formats] == [FORMATS[each.value].title for each in ExportFormat]
    assert all(each.toolTip() for each in formats)
    stage.press("Which votes: Blind only")
    raters = stage.page.header.raters
    raters.setCurrentIndex(raters.findText("You"))
    menu.aboutToShow.emit()
    assert actions(menu)[0].text() == "Only blind votes of yours"


def test_a_line_of_the_menu_asks_for_its_format(stage: Stage, store: Store) -> None:
    voted(store, ANN, BOB, "a")
    stage.open()
    menu = stage.page.header.export.menu()
    lines = {each.text(): each for each in actions(menu)}
    with stage.qtbot.waitSignal(stage.page.header.export_asked) as asked:
        stage.exchange.files.to_write = lambda *_: None  # type: ignore[method-assign]
        lines[FORMATS["lmarena"].title].trigger()
    assert asked.args == [ExportFormat.LMARENA, Undecided()]
    pairs = lines[FORMATS["trl"].title].menu()
    assert isinstance(pairs, QMenu)
    with stage.qtbot.waitSignal(stage.page.header.export_asked) as asked:
        pairs.actions()[-1].trigger()
    assert asked.args == [ExportFormat.TRL, Undecided(ties=True, both_bad=True)]


@pytest.mark.parametrize("format", ExportFormat)
def test_each_format_is_written_and_said_to_be(stage: Stage, store: Store, target: Path, format: ExportFormat) -> None:
    voted(store, ANN, BOB, "aab")
    stage.open()
    export(stage, format)
    rows_of = format.counts
    said = f"A report on 3 {rows_of}s was" if format.is_report else f"3 {rows_of}s were"
    assert stage.page.told.text() == f"{said} written to votes.csv."
    assert target.stat().st_size > 100
    assert list(target.parent.iterdir()) == [target]
    assert not stage.page.exchange_work.isVisible()


def test_what_was_written_is_shown_in_its_folder(
    stage: Stage, store: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voted(store, ANN, BOB, "a")
    stage.open()
    export(stage, ExportFormat.VOTES)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or False)
    stage.press("Show in folder")
    assert opened == [str(target.parent)]
    assert stage.page.told.text() == f"The file manager did not open. The folder is {target.parent}."
    stage.press("Close")
    assert stage.page.told.text() == ""


def test_the_name_that_is_suggested_says_what_it_is_and_when(
    stage: Stage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    voted(store, ANN, BOB, "a")
    stage.open()
    asked: list[tuple[str, str, str]] = []
    monkeypatch.setattr(stage.exchange.files, "to_write", lambda *given: asked.append(given))
    export(stage, ExportFormat.VOTES)
    ((_title, name, kind),) = asked
    assert name.startswith("counterpoint-votes-20")
    assert name.endswith(".csv")
    assert kind == "Table"
    assert stage.page.told.text() == ""


def test_only_the_votes_that_are_shown_go_out(stage: Stage, store: Store, target: Path) -> None:
    voted(store, ANN, BOB, "ab", rater="Ada", blind=True)
    voted(store, ANN, BOB, "a", rater="Ada")
    voted(store, ANN, BOB, "a", blind=True)
    session_id = store.write(sessions.create).result()
    store.write(sessions.tag, session_id, ["school"]).result()
    compared(store, ANN, BOB, session_id=session_id)
    voted(store, ANN, BOB, "b")
    stage.open()
    export(stage, ExportFormat.VOTES)
    assert len(rows(target)) == 5
    stage.press("Which votes: Blind only")
    raters = stage.page.header.raters
    raters.setCurrentIndex(raters.findText("Ada"))
    export(stage, ExportFormat.VOTES)
    assert {(row["rater"], row["blind"].lower()) for row in rows(target)} == {("Ada", "true")}
    assert len(rows(target)) == 2


def test_only_the_sessions_with_the_tag_go_out(stage: Stage, store: Store, target: Path) -> None:
    made = voted(store, ANN, BOB, "ab")
    session_id = store.read(_session_of, made[0]).result()
    store.write(sessions.tag, session_id, ["school"]).result()
    stage.open()
    tags = stage.page.header.tags
    tags.setCurrentIndex(tags.findText("school"))
    export(stage, ExportFormat.VOTES)
    assert [row["comparison_id"] for row in rows(target)] == [made[0]]


def _session_of(work: Work, comparison_id: str) -> str:
    from lab.storage import comparisons

    return comparisons.get(work, comparison_id).session_id


def test_ties_become_pairs_if_that_is_wanted(stage: Stage, store: Store, target: Path) -> None:
    voted(store, ANN, BOB, "a=-")
    stage.open()
    export(stage, ExportFormat.TRL)
    assert "1 pair was written" in stage.page.told.text()
    export(stage, ExportFormat.TRL, Undecided(ties=True, both_bad=True))
    assert "5 pairs were written" in stage.page.told.text()
    assert set(json.loads(target.read_text(encoding="utf-8").splitlines()[0])) >= {"prompt", "chosen", "rejected"}


def test_where_there_is_nothing_of_that_kind_no_file_is_touched(stage: Stage, store: Store, target: Path) -> None:
    voted(store, ANN, BOB, "=")
    target.write_text("what was there")
    stage.open()
    export(stage, ExportFormat.TRL)
    assert "There is nothing of that kind, so no file was written." in stage.page.told.text()
    assert stage.page.told.property("state") == "failed"
    assert target.read_text() == "what was there"
    assert list(target.parent.iterdir()) == [target]


def test_what_cannot_be_written_is_said_and_stays_until_it_is_read(
    stage: Stage, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voted(store, ANN, BOB, "a")
    stage.open()
    for path, said in (
        (tmp_path / "no such folder" / "votes.csv", "can't be written"),
        (store.path, "is the history itself"),
        (tmp_path, "is a folder"),
    ):
        monkeypatch.setattr(stage.exchange.files, "to_write", lambda *_, to=path: to)
        export(stage, ExportFormat.VOTES)
        assert said in stage.page.told.text()
        assert not stage.page.told.show_file.isVisible()


def test_a_long_export_says_how_far_it_is_and_can_be_stopped(
    stage: Stage, store: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voted(store, ANN, BOB, "ab")
    stage.open()
    go_on = threading.Event()

    def slowly(_work: Work, out: Any, _wanted: Export, report: Callable[[int, int], None]) -> int:
        out.write(b"half of it")
        report(1, 2)
        go_on.wait(20)
        report(2, 2)
        return 2

    monkeypatch.setattr(exchange_work, "write", slowly)
    stage.page.header.export_asked.emit(ExportFormat.VOTES, Undecided())
    stage.until(lambda: stage.page.exchange_work.text() == "Exporting: 1 of 2 comparisons")
    stage.page.header.export_asked.emit(ExportFormat.VOTES, Undecided())
    assert "already" in stage.page.message.text()
    stage.press("Stop the export or import")
    go_on.set()
    stage.until(lambda: not stage.exchange.busy)
    assert stage.page.told.text() == "Stopped. No file was written."
    assert not any(target.parent.iterdir())


def test_the_keyboard_is_not_lost_with_the_button_that_stops(
    stage: Stage, store: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voted(store, ANN, BOB, "ab")
    stage.open()
    stage.page.activateWindow()
    stage.until(lambda: QApplication.activeWindow() is stage.page)
    go_on = threading.Event()
    monkeypatch.setattr(exchange_work, "write", lambda *_: go_on.wait(20) and 2)
    stage.page.header.export_asked.emit(ExportFormat.VOTES, Undecided())
    stage.page.exchange_work.button.setFocus()
    go_on.set()
    stage.until(lambda: not stage.exchange.busy)
    assert QApplication.focusWidget() is stage.page.told.show_file


def test_an_import_is_counted_at_once_and_said_with_what_came(stage: Stage, store: Store, arriving: Path) -> None:
    voted(store, ANN, BOB, "a")
    written_elsewhere(arriving, lambda other: voted(other, ANN, BOB, "bb", rater="Ada"))
    stage.open()
    take_in(stage)
    said = stage.page.told.text()
    assert "Taken in: 2 sessions, 2 comparisons, 4 answers, 2 votes." in said
    assert "How it was before is kept in" in said
    stage.until(lambda: stage.page.header.facts.text() == "3 votes · 2 contestants · 2 raters")
    take_in(stage)
    assert stage.page.told.text().startswith("Nothing in it was new.")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda lines: lines[:-1], "line"),
        (lambda lines: [*lines[:3], lines[3].replace(b'"type"', b'"typ"'), *lines[4:]], "line 4"),
    ],
)
def test_of_a_file_with_a_fault_nothing_is_taken_and_the_line_is_named(
    stage: Stage, store: Store, arriving: Path, spoil: Callable[[list[bytes]], list[bytes]], said: str
) -> None:
    voted(store, ANN, BOB, "a")
    written_elsewhere(arriving, lambda other: voted(other, ANN, BOB, "bb", rater="Ada"))
    arriving.write_bytes(b"".join(spoil(arriving.read_bytes().splitlines(keepends=True))))
    stage.open()
    take_in(stage)
    assert f"from elsewhere.jsonl, {said}" in stage.page.told.text()
    assert "Nothing was taken from it." in stage.page.told.text()
    assert stage.page.told.property("state") == "failed"
    assert len(store.read(sessions.listed).result()) == 1


def test_an_import_that_is_stopped_takes_nothing(
    stage: Stage, store: Store, arriving: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voted(store, ANN, BOB, "a")
    written_elsewhere(arriving, lambda other: voted(other, ANN, BOB, "bb", rater="Ada"))
    stage.open()
    whole = exchange_work.back_up

    def and_then_stop(kept: Store) -> Any:
        made = whole(kept)
        stage.exchange._stop.set()
        return made

    monkeypatch.setattr(exchange_work, "back_up", and_then_stop)
    take_in(stage)
    assert stage.page.told.text() == "Stopped. Nothing was taken in."
    assert len(store.read(sessions.listed).result()) == 1


def test_nothing_is_taken_into_a_history_that_can_only_be_read(
    stage: Stage, store: Store, arriving: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.open()
    monkeypatch.setattr(Store, "writable", False)
    take_in(stage)
    assert "Nothing can be taken in, because nothing can be kept." in stage.page.told.text()


def asked(stage: Stage) -> NamingDialog:
    stage.press("Import votes")
    stage.until(lambda: bool(stage.page.findChildren(NamingDialog)))
    (dialog,) = stage.page.findChildren(NamingDialog)
    assert not stage.exchange.busy
    return dialog


def test_whoever_is_me_elsewhere_is_called_what_the_user_says(stage: Stage, store: Store, arriving: Path) -> None:
    voted(store, ANN, BOB, "a")
    written_elsewhere(arriving, lambda other: voted(other, ANN, BOB, "b"))
    stage.open()
    dialog = asked(stage)
    assert dialog.name.isVisible()
    assert not dialog.same.isVisible()
    dialog.name.setText("  Grandma ")
    dialog.take.click()
    stage.until(lambda: stage.page.header.raters.findText("Grandma") > 0)
    assert "is called Grandma here." in stage.page.told.text()


def test_whoever_is_me_elsewhere_may_be_me(stage: Stage, store: Store, arriving: Path) -> None:
    voted(store, ANN, BOB, "a")
    written_elsewhere(arriving, lambda other: voted(other, ANN, BOB, "b"))
    stage.open()
    dialog = asked(stage)
    dialog.who.button("myself").click()
    assert not dialog.name.isVisible()
    dialog.take.click()
    stage.until(lambda: stage.page.header.facts.text() == "2 votes · 2 contestants · 1 rater")


@pytest.mark.parametrize(("choice", "raters"), [("apart", 2), ("same", 1)])
def test_people_of_the_same_name_are_kept_apart_or_not(
    stage: Stage, store: Store, arriving: Path, choice: str, raters: int
) -> None:
    voted(store, ANN, BOB, "a", rater="Ada")
    written_elsewhere(arriving, lambda other: voted(other, ANN, BOB, "b", rater="Ada"))
    stage.open()
    dialog = asked(stage)
    assert not dialog.who.isVisible()
    dialog.same.button(choice).click()
    dialog.take.click()
    noun = "rater" if raters == 1 else "raters"
    stage.until(lambda: stage.page.header.facts.text() == f"2 votes · 2 contestants · {raters} {noun}")


def test_second_thoughts_take_nothing(stage: Stage, store: Store, arriving: Path) -> None:
    written_elsewhere(arriving, lambda other: voted(other, ANN, BOB, "b"))
    stage.open()
    asked(stage).reject()
    stage.until(lambda: not stage.page.findChildren(NamingDialog))
    assert not stage.exchange.busy
    assert store.read(sessions.listed).result() == []


def test_a_name_without_an_ending_gets_one_and_the_folder_is_remembered(stage: Stage, tmp_path: Path) -> None:
    stage.open()
    stage.exchange.files._folder = str(tmp_path)
    seen: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        seen.append(Path(dialog.selectedFiles()[0]).name)
        dialog.selectFile(str(tmp_path / "mine"))
        dialog.accept()

    QTimer.singleShot(0, answer)
    assert stage.exchange.files.to_write("Export", "votes-today.csv", "Table") == tmp_path / "mine.csv"
    assert seen == ["votes-today.csv"]
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().close())
    assert stage.exchange.files.to_read("Import votes", "All files (*)") is None


def test_closing_stops_what_is_under_way(
    stage: Stage, store: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voted(store, ANN, BOB, "ab")
    stage.open()
    reached = threading.Event()

    def endless(_work: Work, _out: Any, _wanted: Export, report: Callable[[int, int], None]) -> int:
        while True:
            reached.set()
            report(1, 2)

    monkeypatch.setattr(exchange_work, "write", endless)
    stage.page.header.export_asked.emit(ExportFormat.VOTES, Undecided())
    stage.until(reached.is_set)
    stage.exchange.close_down()
    stage.until(lambda: not any(target.parent.iterdir()))
