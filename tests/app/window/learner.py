"""A learner in the real window: takes lessons by clicks and keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from lab.lessons.lesson import Ballot, Matter, Predict, Question, Run
from lab.records import Side
from tests.app.window.driving import Driver
from ui.lessons.page import LessonsPage
from ui.lessons.step_view import StepView
from ui.lessons.taking import Taking
from ui.open_lessons import LESSONS


class Learner:
    """Whoever takes lessons.

    Args:
        driver: The window, which is open.
    """

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    @property
    def page(self) -> LessonsPage:
        """The lessons page."""
        page = self.driver.desktop._lessons.page
        assert page is not None
        return page

    @property
    def taking(self) -> Taking | None:
        """The lesson that is being taken."""
        controller = self.driver.desktop._lessons.controller
        assert controller is not None
        return controller.taking

    @property
    def place(self) -> int:
        """The step, from 0."""
        assert self.taking is not None
        return self.taking.place

    @property
    def step(self) -> StepView:
        """The step that is shown."""
        assert self.page.lesson.step is not None
        return self.page.lesson.step

    def go_to_lessons(self) -> None:
        """Show the page, in a window that has the keyboard."""
        window = self.driver.desktop.window
        window.activateWindow()
        self.driver.wait(lambda: QApplication.activeWindow() is window)
        window.show_page(LESSONS)
        self.driver.wait(lambda: self.driver.desktop._lessons.page is not None and self.page.isVisible())

    def begin(self, title: str, words: str = "Begin") -> None:
        """Open a lesson by the button of its card."""
        self.driver.press(f"{words}: {title}", self.page)
        self.driver.wait(lambda: self.taking is not None)

    def press(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is, which the lesson has taken."""
        self.driver.wait(lambda: self.page.lesson.isAncestorOf(QApplication.focusWidget() or self.page))
        self.driver.key(key)

    def press_run(self) -> None:
        """Press the button of a run."""
        self.driver.wait(lambda: self.step._run.isVisible())
        self.driver.press("Run this", self.page)

    def run(self) -> None:
        """Press the button of a run, and wait for all its answers."""
        self.press_run()
        assert self.driver.desktop._lessons.busy
        self.driver.wait(lambda: not self.driver.desktop._lessons.busy)

    def vote(self, *keys: Qt.Key) -> None:
        """Press a key for each pair that is asked about."""
        for key in keys:
            self.driver.wait(lambda: self.step.ballot is not None and self.step.ballot.isEnabled())
            self.press(key)

    def do(self) -> None:
        """Do whatever the shown step asks for."""
        assert self.taking is not None
        match self.taking.act:
            case Predict() | Question():
                self.press(Qt.Key.Key_1)
            case Run():
                self.run()
            case Ballot() as act:
                pairs = len(self.taking.comparisons)
                keys = [Qt.Key.Key_4] if act.about is Matter.BETTER else [Qt.Key.Key_1, Qt.Key.Key_4]
                self.vote(*keys * pairs)

    def go_on(self) -> None:
        """Press Next, once one may."""
        self.driver.wait(self.page.lesson._next.isEnabled)
        self.driver._qtbot.mouseClick(self.page.lesson._next, Qt.MouseButton.LeftButton)

    def walk(self, last: int | None = None) -> None:
        """Do all from here up to a step, which is shown but not done; all that is left if none is named."""
        while self.taking is not None and self.place != last:
            self.do()
            self.go_on()

    def shown(self, side: Side) -> str:
        """What a card says: who it is from, the answer, how it ended."""
        assert self.step.pairs is not None
        card = self.step.pairs.cards[side]
        return f"{card._name.text()} | {card.view.toPlainText()} | {card._facts.text()}"
