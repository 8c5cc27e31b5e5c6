"""The table of models: keys, clicks on badges and buttons, and columns that make room for each other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from lab.language import tr
from lab.records import Side
from ui.controls.colours import colour_property
from ui.models.columns import Column, divide
from ui.models.row_delegate import ROW_HEIGHT, RowDelegate
from ui.models.rows import ModelRow
from ui.models.table_model import ShownRows, TableModel

_HEADER_HEIGHT = 38
_ROWS_AT_LEAST = 6
"""So many rows are always seen, if there are so many."""
_AnyIndex = QModelIndex | QPersistentModelIndex


class TableView(QTableView):
    """All models, one a row.

    Signals:
        chosen(object): Another ``ModelRow`` is selected, or more is known of it; None if none is.
        use_asked(ModelRow, Side): The user wants a model on a side.
        suggested(ModelRow): Enter or a double click: the user wants it where it fits best.
        kind_asked(ModelRow, QPoint): The badge was clicked; the place is on the screen.
        menu_asked(ModelRow, QPoint): The user wants to see what can be done with it.
        trash_asked(ModelRow): Del was pressed.
        copy_asked(ModelRow): Ctrl+C was pressed.
        left_upwards(): Up was pressed in the first row.
        arrived(): There are more rows, or fewer, or other ones.
    """

    chosen = Signal(object)
    use_asked = Signal(object, object)
    suggested = Signal(object)
    kind_asked = Signal(object, object)
    menu_asked = Signal(object, object)
    trash_asked = Signal(object)
    copy_asked = Signal(object)
    left_upwards = Signal()
    arrived = Signal()

    ink = colour_property("ink")
    quiet = colour_property("quiet")
    line = colour_property("line")
    card = colour_property("card")
    hover = colour_property("hover")
    chosen_ground = colour_property("chosen_ground")
    accent = colour_property("accent")
    a = colour_property("a")
    a_soft = colour_property("a_soft")
    b = colour_property("b")
    b_soft = colour_property("b_soft")
    good = colour_property("good")
    good_soft = colour_property("good_soft")
    fair = colour_property("fair")
    fair_soft = colour_property("fair_soft")
    bad = colour_property("bad")
    bad_soft = colour_property("bad_soft")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Until the style sheet sets them.
        text, base = self.palette().text().color(), self.palette().base().color()
        self._ink = self._quiet = self._line = self._accent = self._a = self._b = text
        self._good = self._fair = self._bad = text
        self._card = self._hover = self._chosen_ground = self._a_soft = self._b_soft = base
        self._good_soft = self._fair_soft = self._bad_soft = base
        self.hovered_row = self.hovered_column = -1
        self.hovered_side: Side | None = None
        self.short_buttons = False
        self._kept_path = ""
        self._kept_scroll = 0
        self._told: ModelRow | None = None
        self.setObjectName("modelsTable")
        self.setAccessibleName(tr("Models on this computer"))
        self.rows = TableModel(self)
        self.shown = ShownRows(self.rows, self)
        self.setModel(self.shown)
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self._prepare()
        self.shown.modelAboutToBeReset.connect(self._remember)
        # After the table's own answers to these, so that what is selected here stays selected.
        for signal in (self.shown.modelReset, self.shown.rowsInserted, self.shown.rowsRemoved):
            signal.connect(self._come_back)
        self.rows.dataChanged.connect(self._tell)

    def _prepare(self) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalScrollBar().setSingleStep(ROW_HEIGHT // 2)
        header = self.horizontalHeader()
        header.setFixedHeight(_HEADER_HEIGHT)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(True)
        header.setSortIndicator(Column.MODEL, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorShown(True)
        header.sortIndicatorChanged.connect(self._sort)

    def row(self) -> ModelRow | None:
        """The selected row; None if none is."""
        index = self.currentIndex()
        return self.shown.row(index.row()) if index.isValid() else None

    def select_path(self, path: str) -> bool:
        """Select the row of a file; False if it is not shown."""
        number = self.shown.number_of(path)
        if number >= 0:
            self.setCurrentIndex(self.shown.index(number, 0))
        return number >= 0

    def sort_by(self, column: Column, order: Qt.SortOrder | None = None) -> None:
        """Sort by a column; by the same one again in the other direction."""
        header = self.horizontalHeader()
        if order is None:
            same = header.sortIndicatorSection() == column
            down = same and header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(column, order)

    def fit_height(self) -> None:
        """Take the height of the rows, and be ready to take less: then the rows scroll."""
        count = max(1, self.shown.rowCount())
        whole = _HEADER_HEIGHT + count * ROW_HEIGHT + 2
        self.setMinimumHeight(min(whole, _HEADER_HEIGHT + _ROWS_AT_LEAST * ROW_HEIGHT))
        self.setMaximumHeight(whole)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """As low as it may be; the page gives it what there is."""
        return QSize(600, self.minimumHeight())

    def currentChanged(self, current: _AnyIndex, previous: _AnyIndex) -> None:  # noqa: N802  (Qt's name)
        """Tell of another selection."""
        super().currentChanged(current, previous)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Divide the width anew."""
        super().resizeEvent(event)
        self.divide()

    def divide(self) -> None:
        """Give the columns their widths; what there is no room for is hidden."""
        widths = divide(self.viewport().width())
        self.short_buttons = widths.letters
        self.rows.set_close(widths.close)
        for column in Column:
            self.setColumnHidden(column, column not in widths.shown)
            if column in widths.shown:
                self.setColumnWidth(column, widths.shown[column])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """A and B put the model on a side, Enter where it fits best; Del, Ctrl+C, and Up at the top."""
        row = self.row()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = event.key()
        if key == Qt.Key.Key_Up and plain and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        elif row is not None and plain and key in (Qt.Key.Key_A, Qt.Key.Key_B):
            self.use_asked.emit(row, Side.A if key == Qt.Key.Key_A else Side.B)
        elif row is not None and plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.suggested.emit(row)
        elif row is not None and plain and key == Qt.Key.Key_Delete:
            self.trash_asked.emit(row)
        elif row is not None and event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit(row)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:  # noqa: N802  (Qt's name)
        """Letters are keys here; names are found with Ctrl+F."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        """Show what is pointed at."""
        super().mouseMoveEvent(event)
        self._point_at(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._point_at(QPoint(-1, -1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        """A click on a badge or a button does what it says."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        row, side = self._row_at(place), self._side_at(place)
        if row is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if side is not None:
            self.use_asked.emit(row, side)
        elif self._on_badge(place):
            self.kind_asked.emit(row, event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's name)
        """Like Enter, except where a single click already did something."""
        super().mouseDoubleClickEvent(event)
        place = event.position().toPoint()
        row = self._row_at(place)
        column = self.indexAt(place).column()
        if row is not None and event.button() is Qt.MouseButton.LeftButton and column not in (Column.KIND, Column.USE):
            self.suggested.emit(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  (Qt's name)
        """Ask for a menu, at the pointer or, with the keyboard, at the row."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            row, area = self.row(), self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(area.bottomLeft() + QPoint(24, 0))
        else:
            row, place = self._row_at(self.viewport().mapFromGlobal(event.globalPos())), event.globalPos()
        if row is not None:
            self.menu_asked.emit(row, place)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """The tooltips of the buttons; all others are the model's."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            side = self._side_at(event.pos())
            if side is not None:
                tip = tr("Let it play side {side} ({side})", side=side.upper())
                QToolTip.showText(event.globalPos(), tip, self)
                return True
        return super().viewportEvent(event)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        if column == Column.USE:  # nothing to sort by
            self.horizontalHeader().setSortIndicator(self.shown.sortColumn(), self.shown.sortOrder())
            return
        self.shown.sort(column, order)

    def _row_at(self, place: QPoint) -> ModelRow | None:
        index = self.indexAt(place)
        return self.shown.row(index.row()) if index.isValid() else None

    def _side_at(self, place: QPoint) -> Side | None:
        index = self.indexAt(place)
        if not index.isValid() or index.column() != Column.USE:
            return None
        area = self.visualRect(index)
        return next((side for side in Side if self._delegate.button_rect(area, side).contains(place)), None)

    def _on_badge(self, place: QPoint) -> bool:
        index, row = self.indexAt(place), self._row_at(place)
        if row is None or index.column() != Column.KIND:
            return False
        return self._delegate.pill_rect(self.visualRect(index), row, Column.KIND).contains(place)

    def _point_at(self, place: QPoint) -> None:
        index = self.indexAt(place)
        before = (self.hovered_row, self.hovered_column, self.hovered_side)
        on_badge = self._on_badge(place)
        self.hovered_row = index.row()
        self.hovered_column = Column.KIND if on_badge else -1
        self.hovered_side = self._side_at(place)
        if before != (self.hovered_row, self.hovered_column, self.hovered_side):
            pointing = on_badge or self.hovered_side is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def _remember(self) -> None:
        row = self.row()
        self._kept_path = row.file.path if row is not None else ""
        self._kept_scroll = self.verticalScrollBar().value()

    def _come_back(self) -> None:
        """Select what was selected, and show what was seen."""
        self.fit_height()
        if self._kept_path:
            path, self._kept_path = self._kept_path, ""
            number = self.shown.number_of(path)
            if number >= 0:
                self.setAutoScroll(False)  # else selecting would move the table
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
                self.selectionModel().setCurrentIndex(self.shown.index(number, 0), flags)
                self.setAutoScroll(True)
            self.verticalScrollBar().setValue(self._kept_scroll)
        self._select_something()
        self._tell()
        self.arrived.emit()

    def _select_something(self) -> None:
        """The model that plays, else the first; so that what is known of the selected one has its place at once."""
        if self.shown.rowCount() and not self.currentIndex().isValid():
            rows = [self.shown.row(number) for number in range(self.shown.rowCount())]
            playing = next((number for number, row in enumerate(rows) if row is not None and row.sides), 0)
            self.setCurrentIndex(self.shown.index(playing, 0))

    def _tell(self) -> None:
        row = self.row()
        if row is not self._told:
            self._told = row
            self.chosen.emit(row)
