from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.file_requests import FileRequests


def test_a_file_that_the_system_wants_opened_is_passed_on(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    requests = FileRequests(qapp)
    file = tmp_path / "a né model.gguf"
    with qtbot.waitSignal(requests.asked) as asked:
        qapp.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(file))))
    assert asked.args == [str(file)]
    qapp.removeEventFilter(requests)
    requests.deleteLater()
