"""What can be done with a model, as a menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from lab.language import tr
from lab.records import Kind, Side
from ui.controls.plain_tip import plain_tip
from ui.models.columns import TITLES, Column
from ui.models.row_deeds import RowDeeds
from ui.models.rows import ModelRow
from ui.models.table_view import TableView
from ui.models.trash import refusal


def kind_menu(row: ModelRow, deeds: RowDeeds, parent: QWidget) -> QMenu:
    """Base, chat, or what the file says."""
    menu = _menu(tr("What this model is"), parent)
    group = QActionGroup(menu)
    overruled = row.facts.verdict.overruled
    for kind, words in (
        (Kind.BASE, tr("Base: it goes on with a text")),
        (Kind.CHAT, tr("Chat: it was trained to answer")),
    ):
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(overruled and row.kind is kind)
        action.triggered.connect(partial(_set_kind, deeds, row, kind))
        group.addAction(action)
    judge = menu.addAction(tr("Judge it from the file"))
    judge.setCheckable(True)
    judge.setChecked(not overruled)
    judge.triggered.connect(partial(_set_kind, deeds, row, None))
    group.addAction(judge)
    return menu


def row_menu(row: ModelRow, deeds: RowDeeds, table: TableView) -> QMenu:
    """All that can be done with a model, and how the table is sorted."""
    menu = _menu(tr("With this model"), table)
    for side in Side:
        action = menu.addAction("\t".join((tr("Use as {side}", side=side.upper()), side.upper())))
        action.setEnabled(side not in row.sides)
        action.triggered.connect(partial(_use, deeds, row, side))
    kinds = kind_menu(row, deeds, menu)
    kinds.setTitle(tr("Kind"))
    menu.addMenu(kinds)
    menu.addSeparator()
    menu.addAction(tr("Show in folder")).triggered.connect(lambda: deeds.show_in_folder(row.path))
    menu.addAction("\t".join((tr("Copy path"), "Ctrl+C"))).triggered.connect(lambda: deeds.copy_path(row))
    menu.addSeparator()
    listed = row.listed
    if listed is not None:
        forget = menu.addAction(tr("Forget it (the file stays)"))
        forget.setToolTip(tr("Take it out of the library: it is no longer offered on the Compare page"))
        forget.setEnabled(not row.sides)
        forget.triggered.connect(lambda: deeds.forget(listed.model.name))
    trash = menu.addAction("\t".join((tr("Move to the trash …"), "Del")))
    trash.setToolTip(plain_tip(refusal(row)) or tr("Its file is moved to the trash, from where you can get it back"))
    trash.triggered.connect(lambda: deeds.ask_to_trash(row))
    menu.addSeparator()
    menu.addMenu(_sort_menu(table, menu))
    return menu


def _sort_menu(table: TableView, parent: QWidget) -> QMenu:
    menu = _menu(tr("Sort by"), parent)
    group = QActionGroup(menu)
    header = table.horizontalHeader()
    for column in Column:
        if not TITLES[column]:
            continue
        action = QAction(TITLES[column], menu)
        action.setCheckable(True)
        action.setChecked(header.sortIndicatorSection() == column)
        action.triggered.connect(partial(_sort, table, column))
        group.addAction(action)
        menu.addAction(action)
    return menu


def _menu(title: str, parent: QWidget) -> QMenu:
    menu = QMenu(title, parent)
    menu.setToolTipsVisible(True)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, not isinstance(parent, QMenu))
    return menu


def _set_kind(deeds: RowDeeds, row: ModelRow, kind: Kind | None, _checked: bool = False) -> None:
    deeds.set_kind(row, kind)


def _use(deeds: RowDeeds, row: ModelRow, side: Side, _checked: bool = False) -> None:
    deeds.use(row, side)


def _sort(table: TableView, column: Column, _checked: bool = False) -> None:
    table.sort_by(column)
