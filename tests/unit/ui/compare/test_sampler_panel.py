from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from lab.generation.sampler_ranges import RANGES, check
from lab.preferences import (
    SHIPPED,
    ComparisonSettings,
    PreferencesFile,
    Preset,
    SideSettings,
    Theme,
)
from lab.records import SamplerSettings, Side
from ui.compare import sampler_style
from ui.compare.sampler_controls import BASIC, MORE_CONTROLS, SYSTEM_PROMPT, idle_because, value_of, with_value
from ui.compare.sampler_editors import Die, lines_of, texts_of
from ui.compare.sampler_panel import SamplerPanel
from ui.controls import style as controls_style
from ui.controls.number_field import NumberField
from ui.theme.palette import LIGHT
from ui.theme.style import style_sheet

OWN = SideSettings(system_prompt="Be brief.", sampler=SamplerSettings(temperature=0.3, max_tokens=64))


@pytest.fixture
def preferences(tmp_path: Path) -> PreferencesFile:
    return PreferencesFile(tmp_path / "preferences.json")


@pytest.fixture
def panel(qtbot: QtBot, preferences: PreferencesFile) -> Iterator[SamplerPanel]:
    panel = SamplerPanel(preferences)
    qtbot.addWidget(panel)
    panel.setStyleSheet(style_sheet(LIGHT) + controls_style.style(LIGHT) + sampler_style.style(LIGHT))
    panel.resize(300, 800)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    yield panel
    panel.hide()


def number(panel: SamplerPanel, field: str) -> NumberField:
    found = panel.form.rows[field].findChild(NumberField)
    assert isinstance(found, NumberField)
    return found


def text(panel: SamplerPanel, field: str) -> QPlainTextEdit:
    found = panel.form.rows[field].findChild(QPlainTextEdit)
    assert isinstance(found, QPlainTextEdit)
    return found


def labels(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def menu_texts(panel: SamplerPanel) -> list[str]:
    panel.presets.menu.aboutToShow.emit()
    return [action.text() for action in panel.presets.menu.actions() if action.text()]


def choose(panel: SamplerPanel, name: str) -> None:
    panel.presets.menu.aboutToShow.emit()
    next(action for action in panel.presets.menu.actions() if action.text() == name).trigger()


def delete(panel: SamplerPanel, name: str) -> None:
    panel.presets.menu.aboutToShow.emit()
    next(action for action in panel.presets.delete_menu.actions() if action.text() == name).trigger()


def save_as(qtbot: QtBot, panel: SamplerPanel, name: str) -> None:
    panel.presets.save_button.click()
    panel.presets.naming.edit.clear()
    qtbot.keyClicks(panel.presets.naming.edit, name)
    qtbot.keyClick(panel.presets.naming.edit, Qt.Key.Key_Return)


def test_every_setting_has_its_control_its_sentence_and_its_default(panel: SamplerPanel) -> None:
    panel.form.more_button.click()
    fields = {*SamplerSettings.__slots__, SYSTEM_PROMPT} - {"logit_bias"}
    assert set(panel.form.rows) == fields
    for field, row in panel.form.rows.items():
        assert row.control.sentence in labels(row)
        assert row.editor.value() == value_of(SideSettings(), field)
        assert not row.reset_button.isVisibleTo(panel)


def test_the_ends_of_every_range_are_accepted_by_the_engine(panel: SamplerPanel) -> None:
    panel.form.more_button.click()
    for field in RANGES:
        for end in (number(panel, field).minimum(), number(panel, field).maximum()):
            whole = isinstance(getattr(SamplerSettings(), field), int)
            check(replace(SamplerSettings(), **{field: int(end) if whole else end}))


def test_what_is_typed_holds_at_once_and_is_saved_after_a_pause(
    qtbot: QtBot, panel: SamplerPanel, preferences: PreferencesFile
) -> None:
    saves: list[Any] = []
    preferences.subscribe(saves.append)
    qtbot.keyClicks(text(panel, SYSTEM_PROMPT), "Be kind.")
    assert panel.settings().of(Side.B).system_prompt == "Be kind."
    assert saves == []
    qtbot.waitUntil(lambda: preferences.value.settings.a.system_prompt == "Be kind.")
    assert len(saves) == 1


def test_numbers_reach_whoever_listens(qtbot: QtBot, panel: SamplerPanel) -> None:
    with qtbot.waitSignal(panel.changed) as said:
        number(panel, "top_k").setValue(7)
    assert said.args is not None
    assert said.args[0] == ComparisonSettings(a=SideSettings(sampler=SamplerSettings(top_k=7)))
    assert isinstance(said.args[0].a.sampler.top_k, int)


def test_closing_the_panel_saves_what_was_just_typed(panel: SamplerPanel, preferences: PreferencesFile) -> None:
    number(panel, "temperature").setValue(0.5)
    panel.hide()
    assert preferences.value.settings.a.sampler.temperature == 0.5


def test_ending_the_program_saves_what_was_just_typed(panel: SamplerPanel, preferences: PreferencesFile) -> None:
    number(panel, "temperature").setValue(0.5)
    app = QApplication.instance()
    assert app is not None
    app.aboutToQuit.emit()
    assert preferences.value.settings.a.sampler.temperature == 0.5


def test_a_changed_setting_says_so_and_can_be_reset_alone(qtbot: QtBot, panel: SamplerPanel) -> None:
    number(panel, "temperature").setValue(1.2)
    number(panel, "top_k").setValue(5)
    row = panel.form.rows["temperature"]
    assert row.reset_button.isVisibleTo(panel)
    assert row.reset_button.toolTip() == "Back to 0.8, the default"
    row.reset_button.setFocus()
    qtbot.keyClick(row.reset_button, Qt.Key.Key_Space)
    assert panel.settings().a.sampler == SamplerSettings(top_k=5)
    assert not row.reset_button.isVisibleTo(panel)
    assert number(panel, "temperature").hasFocus()


def test_the_die_gives_another_seed(panel: SamplerPanel) -> None:
    die = panel.form.rows["seed"].findChild(Die)
    assert isinstance(die, Die)
    seeds = set()
    for _ in range(3):
        die.click()
        seeds.add(panel.settings().a.sampler.seed)
    assert len(seeds) == 3  # fails once in a billion
    check(panel.settings().a.sampler)


def test_reset_all_can_be_undone(panel: SamplerPanel, preferences: PreferencesFile) -> None:
    preferences.change(settings=ComparisonSettings(a=OWN))
    assert panel.form.rows["temperature"].editor.value() == 0.3
    panel.reset_button.click()
    assert preferences.value.settings == ComparisonSettings()
    assert not panel.reset_button.isEnabled()
    panel.undo.button.click()
    assert preferences.value.settings == panel.settings() == ComparisonSettings(a=OWN)
    assert text(panel, SYSTEM_PROMPT).toPlainText() == "Be brief."


def test_the_next_change_takes_the_undo_away(panel: SamplerPanel, preferences: PreferencesFile) -> None:
    preferences.change(settings=ComparisonSettings(a=OWN))
    panel.reset_button.click()
    assert panel.undo.isVisible()
    number(panel, "top_k").setValue(1)
    assert not panel.undo.isVisible()


def test_both_have_the_same_until_the_switch_is_off(panel: SamplerPanel, preferences: PreferencesFile) -> None:
    number(panel, "temperature").setValue(1.2)
    assert not panel.sides.isVisible()
    panel.shared.click()
    assert panel.sides.isVisible()
    assert "You are changing side A." in labels(panel)
    assert preferences.value.settings.of(Side.B).sampler.temperature == 1.2
    panel.sides.button(Side.B).click()
    assert "You are changing side B." in labels(panel)
    assert panel.reset_button.text() == "Reset all of B"
    number(panel, "temperature").setValue(0.1)
    settings = panel.settings()
    assert [settings.of(side).sampler.temperature for side in Side] == [1.2, 0.1]
    panel.reset_button.click()
    assert [panel.settings().of(side).sampler.temperature for side in Side] == [1.2, 0.8]


def test_switching_back_shows_what_holds_for_both(panel: SamplerPanel) -> None:
    panel.shared.click()
    panel.sides.button(Side.B).click()
    number(panel, "top_k").setValue(3)
    panel.shared.click()
    assert number(panel, "top_k").value() == 40
    assert panel.settings().of(Side.B).sampler.top_k == 40
    panel.shared.click()
    assert panel.settings().of(Side.B).sampler.top_k == 3


def test_the_rare_settings_unfold_and_are_counted_when_hidden(panel: SamplerPanel) -> None:
    assert "grammar" not in panel.form.rows
    panel.form.more_button.click()
    text(panel, "grammar").setPlainText('root ::= "yes"')
    text(panel, "stop_texts").setPlainText("END\n\n\\nQuestion:")
    panel.form.more_button.click()
    assert panel.form.more_button.text() == "More settings · 2 changed"
    assert not text(panel, "grammar").isVisible()
    assert panel.settings().a.sampler == SamplerSettings(grammar='root ::= "yes"', stop_texts=("END", "\nQuestion:"))


def test_mirostat_is_a_switch(panel: SamplerPanel) -> None:
    panel.form.more_button.click()
    switch = panel.form.rows["mirostat"].editor.focusProxy()
    assert isinstance(switch, QAbstractButton)
    switch.click()
    assert panel.settings().a.sampler.mirostat is True
    assert "Not used while Mirostat is on." in labels(panel.form.rows["top_p"])


def test_a_shipped_preset_leaves_the_task_and_can_be_undone(panel: SamplerPanel, preferences: PreferencesFile) -> None:
    preferences.change(settings=ComparisonSettings(a=OWN))
    assert panel.presets.choice.text() == "Your own mix"
    choose(panel, "Adventurous")
    sampler = preferences.value.settings.a.sampler
    assert (sampler.temperature, sampler.max_tokens) == (1.3, 64)
    assert preferences.value.settings.a.system_prompt == "Be brief."
    assert panel.presets.choice.text() == "Adventurous"
    panel.undo.button.click()
    assert preferences.value.settings.a == OWN


def test_choosing_what_is_in_force_anyway_offers_no_undo(panel: SamplerPanel) -> None:
    choose(panel, "Balanced")
    assert not panel.undo.isVisible()


def test_own_settings_are_saved_under_a_name_and_come_back(
    qtbot: QtBot, panel: SamplerPanel, preferences: PreferencesFile
) -> None:
    preferences.change(settings=ComparisonSettings(a=OWN))
    save_as(qtbot, panel, " Short  & dry ")
    assert preferences.value.presets == (Preset(name="Short & dry", settings=OWN),)
    assert not panel.presets.naming.isVisible()
    choose(panel, "Balanced")
    choose(panel, "Short && dry")
    assert panel.settings().a == OWN
    assert panel.presets.in_force() == "Short & dry"
    assert menu_texts(panel) == [*(shipped.name for shipped in SHIPPED), "Short && dry", "Delete"]


def test_a_name_can_be_taken_over_but_not_one_that_ships(
    qtbot: QtBot, panel: SamplerPanel, preferences: PreferencesFile
) -> None:
    preferences.change(presets=(Preset(name="Mine", settings=OWN),))
    naming = panel.presets.naming
    panel.presets.save_button.click()
    qtbot.keyClicks(naming.edit, "balanced")
    assert not naming.button.isEnabled()
    qtbot.keyClick(naming.edit, Qt.Key.Key_Return)
    assert len(preferences.value.presets) == 1
    naming.edit.setText("MINE")
    assert naming.button.text() == "Replace"
    naming.button.click()
    assert preferences.value.presets == (Preset(name="MINE"),)
    panel.undo.button.click()
    assert preferences.value.presets == (Preset(name="Mine", settings=OWN),)


def test_a_long_name_is_cut_on_the_button_and_whole_in_its_tooltip(
    qtbot: QtBot, panel: SamplerPanel, preferences: PreferencesFile
) -> None:
    preferences.change(settings=ComparisonSettings(a=OWN))
    name = "As short and as dry as a model can be"
    save_as(qtbot, panel, name)
    assert panel.presets.choice.text() == "As short and as dry as …"
    assert panel.presets.choice.toolTip().startswith(f"{name}\n")
    choose(panel, "Balanced")
    assert "Balanced" not in panel.presets.choice.toolTip()


def test_escape_leaves_the_naming(qtbot: QtBot, panel: SamplerPanel, preferences: PreferencesFile) -> None:
    panel.presets.save_button.click()
    qtbot.keyClicks(panel.presets.naming.edit, "Mine")
    qtbot.keyClick(panel.presets.naming.edit, Qt.Key.Key_Escape)
    assert not panel.presets.naming.isVisible()
    assert panel.presets.save_button.hasFocus()
    assert preferences.value.presets == ()


def test_a_deleted_preset_comes_back_where_it_was(panel: SamplerPanel, preferences: PreferencesFile) -> None:
    presets = tuple(Preset(name=name, settings=OWN) for name in ("One", "Two", "Three"))
    preferences.change(presets=presets)
    delete(panel, "Two")
    assert preferences.value.presets == (presets[0], presets[2])
    panel.undo.button.click()
    assert preferences.value.presets == presets


def test_the_panel_follows_changes_from_elsewhere_but_not_while_only_others_change(
    panel: SamplerPanel, preferences: PreferencesFile
) -> None:
    number(panel, "top_k").setValue(9)
    preferences.change(theme=Theme.DARK)
    assert number(panel, "top_k").value() == 9
    preferences.change(settings=ComparisonSettings(a=OWN))
    assert panel.settings() == ComparisonSettings(a=OWN)
    assert number(panel, "temperature").value() == 0.3


def test_a_panel_that_is_gone_hears_nothing(qtbot: QtBot, preferences: PreferencesFile) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    panel = SamplerPanel(preferences, window)
    panel.deleteLater()
    qtbot.waitUntil(lambda: not isValid(panel))
    preferences.change(settings=ComparisonSettings(a=OWN))


def test_nothing_is_cut_off_at_300_pixels(panel: SamplerPanel) -> None:
    panel.form.more_button.click()
    for control in (*BASIC, *MORE_CONTROLS):
        if control.field in RANGES:
            number(panel, control.field).setValue(control.range[1])
    panel.presets.save_button.click()
    QApplication.processEvents()
    scroll = panel.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    body = scroll.widget()
    assert body is not None
    assert body.width() == scroll.viewport().width()


def test_everything_can_be_reached_by_tab_and_has_a_name(qtbot: QtBot, panel: SamplerPanel) -> None:
    panel.form.more_button.click()
    panel.shared.click()
    wanted = {
        widget
        for kind in (QAbstractButton, QAbstractSpinBox, QPlainTextEdit)
        for widget in panel.findChildren(kind)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    reached: list[QWidget] = []
    panel.presets.choice.setFocus()
    while (now := QApplication.focusWidget()) is not None and now not in reached:
        reached.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    assert wanted <= set(reached)
    assert len(wanted) > 25
    for widget in wanted:
        assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_stop_texts_are_one_a_line_and_may_hold_line_breaks_and_backslashes() -> None:
    texts = ("END", "\nQuestion:", "a\\nb", "\\", "\\\n")
    assert texts_of(lines_of(texts)) == texts
    assert texts_of("one\n\ntwo\n") == ("one", "two")


@pytest.mark.parametrize(
    ("sampler", "field", "idle"),
    [
        (SamplerSettings(), "top_p", False),
        (SamplerSettings(temperature=0), "top_p", True),
        (SamplerSettings(temperature=0), "seed", True),
        (SamplerSettings(temperature=0), "repeat_penalty", False),
        (SamplerSettings(temperature=0, mirostat=True), "seed", False),
        (SamplerSettings(mirostat=True), "xtc_probability", True),
        (SamplerSettings(mirostat=True), "temperature", False),
        (SamplerSettings(mirostat=True), "mirostat_tau", False),
        (SamplerSettings(), "mirostat_tau", True),
        (SamplerSettings(), "penalty_last_n", True),
        (SamplerSettings(presence_penalty=0.1), "penalty_last_n", False),
        (SamplerSettings(penalty_last_n=0), "repeat_penalty", True),
        (SamplerSettings(), "dry_base", True),
        (SamplerSettings(dry_multiplier=0.8), "dry_base", False),
        (SamplerSettings(dry_last_n=0), "dry_multiplier", True),
        (SamplerSettings(), "xtc_threshold", True),
        (SamplerSettings(xtc_probability=0.5), "xtc_threshold", False),
        (SamplerSettings(xtc_threshold=0.6), "xtc_probability", True),
    ],
)
def test_a_setting_says_when_it_has_no_effect(sampler: SamplerSettings, field: str, idle: bool) -> None:
    assert bool(idle_because(sampler, field)) is idle


def test_one_setting_changes_without_the_others() -> None:
    assert with_value(OWN, "seed", 1) == replace(OWN, sampler=replace(OWN.sampler, seed=1))
    assert with_value(OWN, SYSTEM_PROMPT, "x") == replace(OWN, system_prompt="x")
