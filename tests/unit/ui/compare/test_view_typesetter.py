from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QApplication

from tests.unit.ui.compare.markdown_samples import EVERYTHING, texts_in_pieces
from ui.compare.view_copy import plain_text
from ui.compare.view_items import Form, Kind
from ui.compare.view_lines import PROMPT_CHARACTERS
from ui.compare.view_look import Look, tones
from ui.compare.view_typesetter import NOTHING_SAID, Typesetter
from ui.theme.palette import DARK, LIGHT, Palette

AGES_S = 60.0


@dataclass
class Setting:
    """A document and who sets it."""

    document: QTextDocument
    look: Look
    typesetter: Typesetter

    def work(self) -> None:
        self.typesetter.work(seconds=AGES_S)
        while self.typesetter.is_pending:
            self.typesetter.work(seconds=AGES_S)

    def text(self) -> str:
        return plain_text(self.document, self.look, 0, self.document.characterCount() - 1)

    def forms(self) -> list[Form]:
        forms = []
        block = self.document.firstBlock()
        while block.isValid():
            forms.append(self.look.form_of(block.blockFormat()))
            block = block.next()
        return forms


def setting(*, markdown: bool = True, palette: Palette = LIGHT, earlier_turns: int = 0) -> Setting:
    look = Look(palette, QFont())
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    return Setting(document, look, Typesetter(document, look, markdown=markdown, earlier_turns=earlier_turns))


def set_turn(one: Setting, answer: str, *, prompt: str = "Why?", note: str = "") -> None:
    one.typesetter.prompt(prompt)
    one.typesetter.text(answer)
    one.typesetter.end(note)
    one.work()


@pytest.mark.parametrize("markdown", [True, False])
@settings(deadline=None, max_examples=60)
@given(parts=texts_in_pieces())
def test_a_streamed_answer_ends_up_as_one_that_was_set_at_once(
    qapp: QApplication, markdown: bool, parts: tuple[str, ...]
) -> None:
    at_once, streamed = setting(markdown=markdown), setting(markdown=markdown)
    set_turn(at_once, "".join(parts), note="done")
    streamed.typesetter.prompt("Why?")
    streamed.work()
    for part in parts:
        streamed.typesetter.text(part)
        streamed.work()
    streamed.typesetter.end("done")
    streamed.work()
    assert streamed.document.toHtml() == at_once.document.toHtml()
    assert streamed.forms() == at_once.forms()


def test_a_table_that_grows_ends_up_as_one_that_was_set_at_once(qapp: QApplication) -> None:
    table = "| a | b |\n|---|--:|\n" + "".join(f"| **x** | {number} |\n" for number in range(60))
    at_once, streamed = setting(), setting()
    set_turn(at_once, table)
    streamed.typesetter.prompt("Why?")
    for character in table:
        streamed.typesetter.text(character)
        streamed.work()
    streamed.typesetter.end("")
    streamed.work()
    assert streamed.document.toHtml() == at_once.document.toHtml()


@pytest.mark.parametrize("before", ["| a |\n|---|\n| 1 |\n\n", "```\nx\n\n```\n", "---\n", "-\n\n"])
def test_an_empty_block_keeps_its_form_when_what_follows_becomes_something_else(
    qapp: QApplication, before: str
) -> None:
    at_once, streamed = setting(), setting()
    set_turn(at_once, f"{before}Text\n===\n")
    streamed.typesetter.prompt("Why?")
    for piece in (before, "Text\n", "==", "=\n"):
        streamed.typesetter.text(piece)
        streamed.work()
    streamed.typesetter.end("")
    streamed.work()
    assert streamed.document.toHtml() == at_once.document.toHtml()
    assert streamed.forms() == at_once.forms()


def test_copied_text_has_lists_tables_code_and_gaps_as_they_were_written(qapp: QApplication) -> None:
    one = setting()
    written = (
        "Text\nline two",
        "1. one\n   - deep\n2. two",
        "| a | b |\n|---|---|\n| 1 |  |",
        "```\ncode\n\n  more\n```",
        "---",
        "End",
    )
    copied = (
        "> Why?",
        "Text\nline two",
        "1. one\n  ◦ deep\n2. two",
        "a\tb\n1\t",
        "code\n\n  more",
        "---",
        "End",
        "stopped",
    )
    set_turn(one, "\n\n".join(written), note="stopped")
    assert one.text() == "\n\n".join(copied)


def test_raw_text_is_copied_letter_by_letter(qapp: QApplication) -> None:
    one = setting(markdown=False)
    text = " **not bold**\n\n\t<b>" + "x" * 9000 + "\nمرحبا 😀 e\u0301"
    set_turn(one, text)
    assert one.text() == f"> Why?\n\n{text}"


def test_raw_text_is_monospace_and_is_not_interpreted(qapp: QApplication) -> None:
    one = setting(markdown=False)
    set_turn(one, "# <b>x</b>")
    letters = one.document.lastBlock().begin().fragment().charFormat()
    assert "monospace" in letters.fontFamilies()
    assert one.document.lastBlock().text() == "# <b>x</b>"


def test_no_line_of_a_hostile_answer_is_too_long_to_lay_out(qapp: QApplication) -> None:
    for markdown in (True, False):
        one = setting(markdown=markdown)
        set_turn(one, "x" * 100_000 + "\n" + "漢" * 20_000 + "\n```\n" + "y" * 20_000)
        lengths = []
        block = one.document.firstBlock()
        while block.isValid():
            lengths.append(block.length())
            block = block.next()
        assert max(lengths) <= 4100


def test_a_long_prompt_is_quoted_in_part(qapp: QApplication) -> None:
    one = setting()
    set_turn(one, "a", prompt="p" * 5000)
    first = one.text().split("\n")[0]
    assert first.startswith("> " + "p" * PROMPT_CHARACTERS + " … 3,800 more characters")


def test_an_answer_without_a_word_says_so(qapp: QApplication) -> None:
    one = setting()
    set_turn(one, "")
    assert one.text() == f"> Why?\n\n{NOTHING_SAID}"


def test_an_answer_that_was_stopped_before_it_began_has_only_the_note(qapp: QApplication) -> None:
    one = setting()
    set_turn(one, "", note="stopped by you")
    assert one.text() == "> Why?\n\nstopped by you"


def test_turns_are_forgotten_from_the_beginning(qapp: QApplication) -> None:
    one = setting()
    for number in range(10):
        set_turn(one, f"answer {number} " + "word " * 100, prompt=f"prompt {number}")
    hidden = one.typesetter.forget_turns(1200, 0)
    assert hidden > 5
    assert one.text().startswith(f"↑ Show {hidden} earlier turns\n\n> prompt {hidden}\n\nanswer {hidden} word")
    set_turn(one, "the newest", prompt="last")
    assert one.text().endswith("> last\n\nthe newest")
    assert one.forms()[0].kind is Kind.HIDDEN


def test_an_answer_goes_on_streaming_when_turns_are_forgotten(qapp: QApplication) -> None:
    one = setting()
    for number in range(10):
        set_turn(one, "word " * 100, prompt=f"prompt {number}")
    one.typesetter.prompt("now")
    one.typesetter.text("so **fa")
    one.work()
    one.typesetter.forget_turns(1200, 0)
    one.typesetter.text("r** so good")
    one.typesetter.end("")
    one.work()
    assert one.text().endswith("> now\n\nso far so good")


def test_everything_is_set_in_either_palette(qapp: QApplication) -> None:
    for palette in (LIGHT, DARK):
        one = setting(palette=palette)
        set_turn(one, EVERYTHING)
        assert palette.ink in one.document.toHtml()
        assert "photosynthesis" in one.text()


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_code_can_be_read_on_its_ground(palette: Palette) -> None:
    for colour in [*tones(palette).values(), palette.ink, palette.quiet]:
        assert contrast(colour, palette.ground) >= 4.5


def contrast(one: str, other: str) -> float:
    """As WCAG 2 defines it."""
    low, high = sorted(luminance(colour) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
