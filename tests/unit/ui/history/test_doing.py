"""The preview, and what can be done with what is kept."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListView, QScrollArea, QTextBrowser
from pytestqt.qtbot import QtBot

from lab.errors import NotInHistory
from lab.records import Framing, Side, VoteChoice
from lab.storage import Store, answers, comparisons, sessions, trash, votes
from tests.unit.storage.samples import compared, contestant
from tests.unit.ui.history.looking import entry, press, search, select, shows, titles, words, write_into_dialog
from ui.history.answer_text import AnswerText
from ui.history.kept_turns import KeptTurns
from ui.history.page import HistoryPage
from ui.history.preview import CARDS_AT_ONCE, Deed

MakePage = Callable[[Store], HistoryPage]


def session_of(store: Store, comparison_id: str) -> str:
    return store.read(comparisons.get, comparison_id).result().session_id


def test_both_answers_the_vote_and_the_note_are_to_be_read(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    comparison_id = compared(store, "Why is the sky blue?", a="Because of scattering.", b="The sky is blue because")
    store.write(votes.cast, comparison_id, VoteChoice.B, reasons_b=["clear"], blind=True).result()
    store.write(votes.judge, comparison_id, Side.A, False).result()
    store.write(votes.write_note, comparison_id, "For class.").result()
    page = make_page(store)
    select(qtbot, page, "Why is the sky blue?")
    shown = [answer.toPlainText() for answer in page.preview.findChildren(AnswerText)]
    assert shown == ["Because of scattering.", "The sky is blue because"]
    read = words(page.preview)
    for text in (
        "a-model",
        "b-model",
        "BASE",
        "B is better, blind. Because: clear (B)",
        "is not correct",
        "For class.",
    ):
        assert text in read


def test_enter_opens_a_conversation_at_its_last_turn(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    first = compared(store, "one")
    session_id = session_of(store, first)
    second = compared(store, "two", session_id=session_id, parent_id=first)
    page = make_page(store)
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(page.column.list, Qt.Key.Key_Return)
    assert opened.args == [session_id, second]


def test_enter_opens_a_comparison_that_was_found(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    first = compared(store, "about apples")
    session_id = session_of(store, first)
    compared(store, "about pears", session_id=session_id, parent_id=first)
    page = make_page(store)
    search(qtbot, page, "apples")
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(page.column.list, Qt.Key.Key_Return)
    assert opened.args == [session_id, first]


def test_a_conversation_can_be_gone_on_from_any_turn(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    first = compared(store, "one")
    compared(store, "two", session_id=session_of(store, first), parent_id=first)
    page = make_page(store)
    select(qtbot, page, "one")
    button = next(
        one for one in page.preview.findChildren(QAbstractButton) if one.accessibleName() == "Go on from turn 1"
    )
    with qtbot.waitSignal(page.opened) as opened:
        button.click()
    assert opened.args == [session_of(store, first), first]


def test_f2_renames(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    compared(store, "one")
    page = make_page(store)
    select(qtbot, page, "one")
    qtbot.keyClick(page.column.list, Qt.Key.Key_F2)
    write_into_dialog(qtbot, page, "A better name")
    qtbot.waitUntil(lambda: titles(page) == ["A better name"])
    qtbot.waitUntil(lambda: "A better name" in words(page.preview))


def test_tags_are_written_with_commas(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    compared(store, "one")
    page = make_page(store)
    select(qtbot, page, "one")
    press(page, "Tags")
    write_into_dialog(qtbot, page, "physics, class 9b,")
    qtbot.waitUntil(lambda: entry(page).tags == ("class 9b", "physics"))


def test_a_pinned_conversation_goes_to_the_top_and_can_be_let_go(
    qtbot: QtBot, store: Store, make_page: MakePage
) -> None:
    compared(store, "old")
    compared(store, "new")
    page = make_page(store)
    select(qtbot, page, "old")
    press(page, "Pin")
    qtbot.waitUntil(lambda: titles(page) == ["old", "new"])
    assert entry(page).title == "old"
    qtbot.waitUntil(lambda: page.preview.buttons[Deed.PIN].text() == "Unpin")
    press(page, "Unpin")
    qtbot.waitUntil(lambda: not entry(page).pinned)


def test_del_deletes_and_undo_brings_it_back(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    compared(store, "keep")
    compared(store, "lose")
    page = make_page(store)
    select(qtbot, page, "lose")
    qtbot.keyClick(page.column.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(page) == ["keep"])
    assert entry(page).title == "keep"
    assert page.undo.text() == "Deleted."
    qtbot.keyClick(page.column.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: titles(page) == ["lose", "keep"])
    assert page.undo.isHidden()


def test_the_next_action_ends_the_way_back(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    compared(store, "keep")
    compared(store, "lose")
    page = make_page(store)
    page.do(Deed.DELETE)
    qtbot.waitUntil(lambda: page.undo.text() == "Deleted.")
    select(qtbot, page, "keep")
    press(page, "Pin")
    assert page.undo.isHidden()


def test_a_comparison_that_was_found_is_deleted_alone_and_comes_back_from_the_trash(
    qtbot: QtBot, store: Store, make_page: MakePage
) -> None:
    first = compared(store, "apples")
    session_id = session_of(store, first)
    compared(store, "pears", session_id=session_id, parent_id=first)
    page = make_page(store)
    search(qtbot, page, "pears")
    qtbot.keyClick(page.column.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Nothing found." in words(page.column))
    assert [turn.prompt for turn in store.read(comparisons.of_session, session_id).result()] == ["apples"]
    with qtbot.waitSignal(page.column.list.rows.arrived):
        page.column.trash.click()
    assert titles(page) == ["pears"]
    select(qtbot, page, "pears")
    press(page, "Restore")
    qtbot.waitUntil(lambda: "The trash is empty." in words(page.column))
    assert len(store.read(comparisons.of_session, session_id).result()) == 2


def test_the_trash_holds_conversations_and_gives_them_back(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    lost = session_of(store, compared(store, "lost"))
    compared(store, "kept")
    store.write(trash.put_session, lost).result()
    page = make_page(store)
    assert titles(page) == ["kept"]
    with qtbot.waitSignal(page.column.list.rows.arrived):
        page.column.trash.click()
    select(qtbot, page, "lost")
    assert "Goes for good on" in words(page.preview)
    assert not page.preview.buttons[Deed.OPEN].isVisible()
    qtbot.keyClick(page.column.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(page) == [])
    with qtbot.waitSignal(page.column.list.rows.arrived):
        page.column.trash.click()
    assert set(titles(page)) == {"lost", "kept"}


def test_all_of_a_conversation_is_copied_as_markdown(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    first = compared(store, "one", a="```python\nprint(1)\n```")
    compared(store, "two", session_id=session_of(store, first), parent_id=first)
    store.write(votes.cast, first, VoteChoice.TIE).result()
    store.write(votes.write_note, first, "For\nclass.").result()
    page = make_page(store)
    page.do(Deed.COPY)
    qtbot.waitUntil(lambda: page.bar.text() == "Copied as Markdown.")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("# one\n")
    assert "## Turn 2" in text
    assert "### A: a-model (base, raw)\n\n````text\n```python\nprint(1)\n```\n````\n" in text
    assert "Vote: Tie" in text
    assert "> For\n> class." in text


def test_a_long_conversation_is_laid_out_piece_by_piece(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    parent = compared(store, "turn 0")
    session_id = session_of(store, parent)
    for number in range(1, CARDS_AT_ONCE + 5):
        parent = compared(store, f"turn {number}", session_id=session_id, parent_id=parent)
    store.write(votes.cast, parent, VoteChoice.A).result()
    page = make_page(store)
    select(qtbot, page, "turn 0")
    assert page.preview.cards == CARDS_AT_ONCE
    press(page, "Show 5 more of 5 turns")
    store.write(votes.write_note, parent, "Made in between.").result()  # and all is read again
    qtbot.waitUntil(lambda: page.preview.cards == CARDS_AT_ONCE + 5)
    qtbot.waitUntil(lambda: "Made in between." in words(page.preview))
    assert "A is better" in words(page.preview)


def test_a_vote_that_is_cast_elsewhere_shows_in_the_preview(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    comparison_id = compared(store, "one")
    page = make_page(store)
    select(qtbot, page, "one")
    store.write(votes.cast, comparison_id, VoteChoice.BOTH_BAD).result()
    qtbot.waitUntil(lambda: "Both bad" in words(page.preview))


def test_answers_that_did_not_end_by_themselves_say_so(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    session_id = store.write(sessions.create).result()
    failed = store.write(answers.begin, contestant("a-model")).result()
    store.write(comparisons.add, session_id, "one", a=failed).result()
    store.write(answers.finish, failed, None, problem="The model ran out of memory.").result()
    page = make_page(store)
    select(qtbot, page, "one")
    assert "The model ran out of memory." in words(page.preview)
    assert "was not asked" in words(page.preview)


def test_a_history_that_can_only_be_read_says_why_and_offers_no_writing(
    qtbot: QtBot, path: Path, make_page: MakePage
) -> None:
    with Store(path) as store:
        compared(store, "one")
        store.write(_of_the_future).result()
    with Store(path) as store:
        assert not store.writable
        page = make_page(store)
        select(qtbot, page, "one")
        assert "newer version of Counterpoint" in words(page)
        enabled = {deed for deed, button in page.preview.buttons.items() if button.isEnabled()}
        assert enabled == {Deed.OPEN, Deed.COPY}
        qtbot.keyClick(page.column.list, Qt.Key.Key_Delete)
        assert page.undo.isHidden()
        page.close()


def _of_the_future(work) -> None:
    work.db.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")


@pytest.mark.parametrize("framing", [Framing.RAW, Framing.CHAT])
def test_nothing_is_fetched_for_an_answer(qtbot: QtBot, tmp_path: Path, framing: Framing) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"not for you")
    text = f"![x](file://{secret}) <img src='file://{secret}'> <b>bold</b>"
    view = AnswerText(text, markdown=framing is Framing.CHAT, name="Answer A")
    qtbot.addWidget(view)
    view.show()
    view.grab()
    loaded = view.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl.fromLocalFile(str(secret)))
    assert loaded == b""
    assert "<b>bold</b>" in view.toPlainText()


def test_a_very_long_answer_is_shown_from_its_beginning_only(qtbot: QtBot) -> None:
    view = AnswerText("line\n" * 10_000, markdown=False, name="Answer A")
    qtbot.addWidget(view)
    assert len(view.toPlainText()) < 5000


def test_every_control_has_a_name_and_can_be_reached(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    compared(store, "one")
    page = make_page(store)
    select(qtbot, page, "one")
    kinds = (QAbstractButton, QComboBox, QLineEdit, QListView, QTextBrowser, QScrollArea)
    seen = [widget for kind in kinds for widget in page.findChildren(kind) if widget.isVisible()]
    own = [widget for widget in seen if widget.parent().objectName() != "historySearch"]  # Qt's own clear button
    assert len(own) > 10
    assert [widget for widget in own if not widget.accessibleName()] == []
    for button in page.findChildren(QAbstractButton):
        if button in own:
            assert button.toolTip(), button.text()
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, button.text()


def test_who_goes_on_and_comes_back_sees_what_is_selected(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    compared(store, "one")
    compared(store, "two")
    page = make_page(store)
    select(qtbot, page, "one")
    free = threading.Event()
    held = store.read(lambda _work: free.wait())  # what is asked for meanwhile comes late
    go_to(page, "two")
    qtbot.waitUntil(lambda: not page._reader._rest.isActive())
    go_to(page, "one")
    free.set()
    assert held.result()
    qtbot.waitUntil(lambda: not page._reader._rest.isActive())
    until_all_is_read(qtbot, page, store)
    assert entry(page).title == "one"
    assert shows(page, entry(page))


def test_a_reading_that_failed_is_not_covered_by_another_conversation(
    qtbot: QtBot, store: Store, make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared(store, "one")
    compared(store, "two")
    page = make_page(store)
    select(qtbot, page, "one")

    def fail(*_: object, **__: object) -> KeptTurns:
        raise NotInHistory("It is gone.", "")

    monkeypatch.setattr("ui.history.reader.read_session", fail)
    with qtbot.waitSignal(page._reader.failed):
        go_to(page, "two")
    page.hide()
    page.show()
    assert not page.preview.isVisible()
    assert "It is gone." in words(page)


def test_who_asks_twice_for_more_turns_sees_the_votes_of_all(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    session_id, before = "", None
    for number in range(3 * CARDS_AT_ONCE):
        before = compared(store, f"turn {number}", session_id=session_id, parent_id=before)
        session_id = session_of(store, before)
        store.write(votes.cast, before, VoteChoice.A).result()
    page = make_page(store)
    select(qtbot, page, "turn 0")
    more = next(one for one in page.findChildren(QAbstractButton) if one.text().startswith("Show 20 more"))
    more.click()
    more.click()
    until_all_is_read(qtbot, page, store)
    assert page.preview.cards == 2 * CARDS_AT_ONCE
    qtbot.waitUntil(lambda: words(page.preview).count("A is better") == page.preview.cards)


def go_to(page: HistoryPage, title: str) -> None:
    """Select a row and wait for nothing."""
    view = page.column.list
    view.setCurrentIndex(view.rows.index(titles(page).index(title), 0))


def until_all_is_read(qtbot: QtBot, page: HistoryPage, store: Store) -> None:
    """Wait until what was asked for so far has been brought to the page; it comes in its order."""
    brought: list[None] = []
    page._deliveries.when_done(store.read(lambda _work: None), brought.append)
    qtbot.waitUntil(lambda: bool(brought))
