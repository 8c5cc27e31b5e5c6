import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.compare.view_items import Run, Tone
from ui.compare.view_lexer import _NAMES, Lexer

CODE = '''def f(x):
    """Doc

    more"""
    return 1 + len(x)  # hi
'''


def tones(lines: list[tuple[Run, ...]]) -> list[list[tuple[str, Tone]]]:
    return [[(run.text, run.tone) for run in line] for line in lines]


def test_keywords_names_strings_and_comments_are_told_apart() -> None:
    shown = {run.text.strip(): run.tone for line in Lexer("python").lines(CODE) for run in line}
    assert shown["def"] is Tone.KEYWORD
    assert shown["f"] is Tone.NAME
    assert shown['"""Doc'] is Tone.STRING
    assert shown["# hi"] is Tone.COMMENT


def test_a_chunk_goes_on_where_the_one_before_it_ended() -> None:
    lexer = Lexer("python")
    begin, end = CODE[: CODE.index("    more")], CODE[CODE.index("    more") :]
    assert tones([*lexer.lines(begin), *lexer.lines(end)]) == tones(Lexer("python").lines(CODE))


def test_a_look_ahead_changes_nothing() -> None:
    lexer = Lexer("python")
    lexer.lines('"""open\n', keep_state=False)
    assert tones(lexer.lines("return\n")) == [[("return", Tone.KEYWORD)]]


def test_a_language_that_is_not_known_has_no_colours() -> None:
    assert Lexer("../../evil").lines("def f():\n") == [(Run(text="def f():"),)]


def test_a_very_long_line_has_no_colours() -> None:
    assert Lexer("python").lines("x = 1" * 500) == [(Run(text="x = 1" * 500),)]


@pytest.mark.parametrize("alias", sorted(_NAMES))
def test_every_language_gives_the_code_back_as_it_was(alias: str) -> None:
    for code in (CODE, 'a b <c> {x: \'y\'}\n\n""" /* */ // # \\ ` $ %\n', "+ added\n- removed\n@@ 1 @@\n"):
        shown = ["".join(run.text for run in line) for line in Lexer(alias).lines(code)]
        assert shown == code.removesuffix("\n").split("\n")


@settings(deadline=None)
@given(st.sampled_from(["python", "c++", "javascript", "html", "bash", "yaml", "ruby", "php", "json"]), st.text())
def test_any_text_comes_back_as_it_was(language: str, text: str) -> None:
    shown = ["".join(run.text for run in line) for line in Lexer(language).lines(text)]
    assert shown == text.removesuffix("\n").split("\n")
