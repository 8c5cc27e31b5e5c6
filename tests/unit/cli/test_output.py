import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.cli.output import print_json, visible


@given(st.text())
def test_nothing_that_steers_a_terminal_comes_through(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(character) == "Cc" for character in shown if character not in "\n\t")
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S"])))
def test_letters_digits_and_signs_of_any_script_stay_as_they_are(text: str) -> None:
    assert visible(text) == text


def test_an_escape_code_is_shown_as_a_picture() -> None:
    assert visible("\x1b[2J") == "\u241b[2J"


def test_line_breaks_and_tabs_stay() -> None:
    assert visible("a\n\tb") == "a\n\tb"


def test_json_steers_no_terminal_and_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    text = "a\x1b[2J\x7f\x9b31m\x85 \u202egpj.exe \u2066 \n\t ü 日本 🌱 \\"
    print_json({"text": text})
    printed = capsys.readouterr().out
    assert printed.rstrip("\n") == visible(printed.rstrip("\n"))
    assert json.loads(printed) == {"text": text}
