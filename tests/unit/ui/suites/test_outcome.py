"""What came of a run, as it stands in the window: in every state a run can be in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QScrollArea
from pytestqt.qtbot import QtBot

from lab.errors import PromptRejected
from lab.generation.batch_rows import Row
from lab.records import Side
from lab.runs.plan import RunPlan
from lab.runs.reading import read_progress, read_summary
from lab.storage import Store
from tests.unit.runs.asking import Puppet, performance, planned
from ui.results.interval_plot import IntervalPlot
from ui.suites.outcome import OutcomeView
from ui.suites.outcome_reading import read_profiles
from ui.theme.palette import DARK, LIGHT

SKY = {
    "id": "sky",
    "prompt": "Why is the sky blue?",
    "checks": [{"kind": "contains", "any": ["light"]}, {"kind": "words", "most": 4}],
}
GRASS = {"id": "grass", "prompt": "What colour is grass?", "checks": [{"kind": "contains", "any": ["green", "light"]}]}
FREE = {"id": "free", "prompt": "Tell me of the sea."}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "history.db") as opened:
        yield opened


@pytest.fixture
def view(qtbot: QtBot) -> OutcomeView:
    made = OutcomeView(LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def says(text: str) -> Callable[[Row, str], str]:
    return lambda row, prompt: text


def run(store: Store, *items: dict[str, Any], a: Puppet, b: Puppet, times: int = 1) -> RunPlan:
    plan = planned(store, *items, times=times)
    performance(store, plan, a, b).perform()
    return plan


def show(view: OutcomeView, store: Store, plan: RunPlan) -> None:
    view.show_outcome(plan, read_summary(store, plan), read_progress(store, plan))


def words(view: OutcomeView) -> str:
    return "\n".join(each.text() for each in view.findChildren(QLabel) if each.isVisible() and each.text())


def prompts(view: OutcomeView) -> list[str]:
    return [row.item_id for row in view.checks.rows.rows.rows]


def test_before_anything_is_read_it_says_so(view: OutcomeView) -> None:
    assert words(view) == "Reading the answers …"


def test_a_run_without_answers_says_when_there_will_be_some(view: OutcomeView, store: Store) -> None:
    show(view, store, planned(store, SKY))
    assert "No answers yet" in words(view)
    assert not view.headline.isVisible()


def test_the_greatest_difference_is_told_in_words_and_in_the_colours_of_both(view: OutcomeView, store: Store) -> None:
    show(view, store, run(store, SKY, a=Puppet(says("light")), b=Puppet(says("It is a rather dark thing."))))
    assert "passed 2 of 2 checks" in view.headline.sentence()
    assert LIGHT.a in view.headline.sentence()
    assert LIGHT.b in view.headline.sentence()
    view.set_palette(DARK)
    assert DARK.a in view.headline.sentence()
    assert LIGHT.a not in view.headline.sentence()
    bars = [each.accessibleName() for each in view.findChildren(QProgressBar) if each.isVisible()]
    assert "Checks passed, A: 2 of 2" in bars
    assert "Checks passed, B: 0 of 2" in bars


def test_sides_that_did_the_same_are_not_said_to_differ(view: OutcomeView, store: Store) -> None:
    show(view, store, run(store, SKY, a=Puppet(says("light")), b=Puppet(says("light"))))
    assert view.headline.sentence() == "Both did about the same in everything that was counted."


def test_a_model_can_name_itself_what_it_likes(view: OutcomeView, store: Store) -> None:
    plan = run(store, SKY, a=Puppet(says("light")), b=Puppet(says("dark")))
    a = replace(plan.run.a, model=replace(plan.run.a.model, name="<b>x</b>", sha256="1" * 64))
    evil = RunPlan(run=replace(plan.run, a=a), suite=plan.suite)
    view.show_outcome(evil, read_summary(store, plan), read_progress(store, plan))
    assert "&lt;b&gt;x&lt;/b&gt;" in view.headline.sentence()


def test_what_is_half_done_says_how_far_it_is(view: OutcomeView, store: Store) -> None:
    plan = run(store, SKY, GRASS, a=Puppet(says("light"), most=2), b=Puppet(says("dark"), most=1))
    show(view, store, plan)
    assert "So far: 3 of 4 answers are there." in words(view)
    performance(store, plan, Puppet(), Puppet()).perform()
    show(view, store, plan)
    assert "So far" not in words(view)


def test_checks_are_told_by_prompt_with_signs_and_words(view: OutcomeView, store: Store) -> None:
    show(view, store, run(store, SKY, FREE, a=Puppet(says("light")), b=Puppet(says("light and dark and all")), times=2))
    assert prompts(view) == ["sky"]
    index = view.checks.rows.rows.index(0)
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.splitlines() == [
        "Why is the sky blue?",
        "has light. A: ✓ 2 passed; B: ✓ 2 passed.",
        "at most 4 words. A: ✓ 2 passed; B: ✗ 2 failed.",
    ]
    assert "It has 5 words" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_only_what_differs_can_be_shown(view: OutcomeView, store: Store, qtbot: QtBot) -> None:
    show(view, store, run(store, SKY, GRASS, a=Puppet(says("light")), b=Puppet(says("green"))))
    assert prompts(view) == ["sky", "grass"]
    assert "The sides differ in 1 of 2 prompts" in view.checks.said()
    qtbot.mouseClick(view.checks.shown.button("differing"), Qt.MouseButton.LeftButton)
    assert prompts(view) == ["sky"]
    show(view, store, run(store, GRASS, a=Puppet(says("green")), b=Puppet(says("green"))))
    assert prompts(view) == []
    assert "Both sides do equally well in every prompt." in words(view)


def test_a_suite_without_checks_says_what_to_do_instead(view: OutcomeView, store: Store) -> None:
    show(view, store, run(store, FREE, a=Puppet(), b=Puppet()))
    assert "No prompt of this suite has a check." in words(view)
    assert not view.checks.shown.isVisible()


def test_enter_or_a_click_on_a_prompt_asks_for_the_answers_that_differ(
    view: OutcomeView, store: Store, qtbot: QtBot
) -> None:
    said: list[str] = []

    def only_first(row: Row, prompt: str) -> str:
        said.append(prompt)
        return "light" if len(said) == 1 else "dark"

    plan = run(store, GRASS, a=Puppet(only_first), b=Puppet(says("light")), times=2)
    show(view, store, plan)
    second = next(row for row in plan.rows() if row.sample == 1)
    asked = QSignalSpy(view.item_asked)
    rows = view.checks.rows
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    rows.setCurrentIndex(rows.rows.index(0))
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.rows.index(0)).center())
    assert [asked.at(number)[0] for number in range(asked.count())] == [plan.comparison_id(second, 0)] * 2


def test_repeated_answers_make_a_panel_with_the_greatest_difference_first(view: OutcomeView, store: Store) -> None:
    def fickle(row: Row, prompt: str) -> str:
        return f"{row.contestant.sampler.seed}" if prompt == FREE["prompt"] else "green"

    show(view, store, run(store, GRASS, FREE, a=Puppet(fickle), b=Puppet(says("green")), times=3))
    told = view.samples.drawing.accessibleDescription()
    assert view.samples.drawing.isVisible()
    assert told.index("Tell me of the sea.") < told.index("What colour is grass?")
    assert "A, ann: 1, 1, 1 words long. 3 of 3 differ, two share 0 % of their words on average." in told
    assert "B, bob: 1, 1, 1 words long. 1 of 3 differ, two share 100 % of their words on average." in told
    assert "Checks come out the same in 100 % of pairs." in told


def test_one_sample_says_how_to_see_more(view: OutcomeView, store: Store) -> None:
    show(view, store, run(store, SKY, a=Puppet(), b=Puppet()))
    assert "Run the suite with 5 samples" in view.samples.said()
    assert not view.samples.drawing.isVisible()


def test_failed_answers_are_named_with_their_sentence(view: OutcomeView, store: Store) -> None:
    def fails(row: Row, prompt: str) -> str:
        raise PromptRejected("The prompt is longer than the context.")

    plan = run(store, SKY, a=Puppet(fails), b=Puppet(says("light")), times=2)
    show(view, store, plan)
    assert view.failed.isVisible()
    assert "2 answers are missing." in view.failed.said()
    assert "“Why is the sky blue?”, sample 2\nThe prompt is longer than the context." in words(view)
    assert "Only one side has answers yet." in view.headline.sentence()


def test_nothing_that_tells_who_is_who_is_seen_while_it_is_hidden(
    view: OutcomeView, store: Store, qtbot: QtBot
) -> None:
    view.set_hidden(True)
    plan = run(store, SKY, a=Puppet(says("light")), b=Puppet(says("dark")))
    show(view, store, plan)
    view.show_profiles(read_profiles(store, plan))
    assert "Vote first, then look" in words(view)
    assert "ann" not in words(view)
    assert prompts(view) == []
    with qtbot.waitSignal(view.reveal_asked):
        qtbot.mouseClick(view.reveal, Qt.MouseButton.LeftButton)
    view.set_hidden(False)
    assert "ann" in words(view)
    assert prompts(view) == ["sky"]


def test_hiding_again_takes_from_sight_what_was_seen(view: OutcomeView, store: Store) -> None:
    show(view, store, run(store, SKY, a=Puppet(says("light")), b=Puppet(says("dark"))))
    view.set_hidden(True)
    assert "ann" not in words(view)
    assert not view.headline.isVisible()


def test_profiles_stand_side_by_side_and_may_come_later(view: OutcomeView, store: Store) -> None:
    plan = run(store, SKY, a=Puppet(says("one two three")), b=Puppet(says("one")))
    show(view, store, plan)
    assert "Measuring the answers …" in words(view)
    view.show_profiles(read_profiles(store, plan))
    chart = view.personality.chart
    assert chart is not None
    assert chart.series == ("A · ann", "B · bob")
    assert next(row.said for row in chart.rows if row.label == "Length in words") == "3.0 / 1.0"
    view.say_of_profiles("The history can't be written.")
    assert "The history can't be written." in words(view)


def test_profiles_are_drawn_once_plots_can_be(view: OutcomeView, store: Store) -> None:
    plan = run(store, SKY, a=Puppet(), b=Puppet())
    show(view, store, plan)
    view.show_profiles(read_profiles(store, plan))
    view.allow_plots()
    (plot,) = view.findChildren(IntervalPlot)
    assert "A · ann" in plot.accessibleDescription()


def test_a_long_suite_shows_some_prompts_and_then_all(view: OutcomeView, store: Store, qtbot: QtBot) -> None:
    items = [{**GRASS, "id": f"item-{number}"} for number in range(70)]
    plan = run(store, *items, a=Puppet(says("green")), b=Puppet(says("green")), times=2)
    show(view, store, plan)
    assert len(prompts(view)) == 60
    more = next(each for each in view.checks.findChildren(type(view.reveal)) if each.text() == "Show 10 more prompts")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(prompts(view)) == 70
    assert not more.isVisible()


def test_another_run_begins_at_the_top_with_nothing_of_the_last_one(view: OutcomeView, store: Store) -> None:
    show(view, store, run(store, SKY, a=Puppet(says("light")), b=Puppet(says("dark"))))
    view.clear()
    assert words(view) == "Reading the answers …"


def test_rows_that_come_again_leave_whoever_is_at_one_where_they_are(view: OutcomeView, store: Store) -> None:
    plan = run(store, SKY, GRASS, a=Puppet(says("light"), most=1), b=Puppet(says("dark"), most=1))
    show(view, store, plan)
    view.checks.rows.setCurrentIndex(view.checks.rows.rows.index(1))
    performance(store, plan, Puppet(), Puppet()).perform()
    show(view, store, plan)
    assert view.checks.rows.currentIndex().row() == 1


def test_profiles_are_of_every_answer_of_a_conversation(store: Store) -> None:
    talk = {"id": "talk", "prompt": "My cat is Mia.", "turns": ["What is she called?"]}
    profiles = read_profiles(store, run(store, SKY, talk, a=Puppet(), b=Puppet(most=1)))
    assert [profiles[side].answers for side in Side] == [3, 1]


def test_the_wheel_over_the_checks_scrolls_the_page(view: OutcomeView, store: Store, qtbot: QtBot) -> None:
    items = [{**GRASS, "id": f"item-{number}"} for number in range(20)]
    show(view, store, run(store, *items, a=Puppet(says("green")), b=Puppet(says("green"))))
    rows, page = view.checks.rows, view.findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: page.maximum() > rows.height() // 2)
    over = rows.viewport().mapTo(view, rows.viewport().rect().topLeft()) + QPoint(20, 20)
    QTest.wheelEvent(view.windowHandle(), QPointF(over), QPoint(0, -120))
    qtbot.waitUntil(lambda: page.value() > 0)


def test_the_arrow_keys_bring_what_they_reach_into_sight(view: OutcomeView, store: Store, qtbot: QtBot) -> None:
    items = [{**GRASS, "id": f"item-{number}"} for number in range(30)]
    show(view, store, run(store, *items, a=Puppet(says("green")), b=Puppet(says("green"))))
    rows, page = view.checks.rows, view.findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: page.maximum() > rows.height() // 2)
    for _ in range(20):
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    place = rows.visualRect(rows.currentIndex())
    seen = rows.visibleRegion().boundingRect()
    assert rows.currentIndex().row() >= 19
    assert seen.contains(place)
