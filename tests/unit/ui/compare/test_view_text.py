import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from ui.compare.view_text import Cleaner, is_rtl, place_to_cut, safe


@given(st.text())
def test_nothing_steers_the_reader_and_nothing_is_structure_for_a_document(text: str) -> None:
    shown = safe(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in shown if character not in "\n\t")
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\ufdd0\ufdd1\ufffc")


@given(st.lists(st.sampled_from(["\r", "\n", "a", "\r\n", "\x00"])))
def test_text_in_pieces_becomes_as_safe_as_the_whole(pieces: list[str]) -> None:
    whole, parts = Cleaner(), Cleaner()
    at_once = whole.take("".join(pieces)) + whole.end()
    assert "".join(parts.take(piece) for piece in pieces) + parts.end() == at_once


def test_a_windows_line_break_is_one_line_break_even_if_it_is_torn_apart() -> None:
    cleaner = Cleaner()
    assert cleaner.take("a\r") + cleaner.take("\nb\r") + cleaner.end() == "a\nb\u240d"


def test_the_first_letter_with_a_direction_decides() -> None:
    assert is_rtl("123 (مرحبا) abc")
    assert is_rtl("שלום")
    assert not is_rtl("abc مرحبا")
    assert not is_rtl("123 …")


@given(st.text(st.sampled_from("ab \u0301\u200d👩🇩é\t"), min_size=60, max_size=120), st.integers(10, 59))
def test_a_long_text_is_cut_within_the_limit_whatever_comes_behind(text: str, limit: int) -> None:
    place = place_to_cut(text, limit)
    assert 0 < place <= limit
    assert place == place_to_cut(text[: limit + 1] + "other", limit)


def test_a_cut_goes_between_words_if_there_are_any() -> None:
    assert place_to_cut("one two three four five", 20) == len("one two three four ")


def test_a_cut_leaves_what_belongs_together_together() -> None:
    assert place_to_cut("aaaa" + "e\u0301" + "aaaa", 5) == 4
    family = "👨‍👩‍👧‍👦"
    assert place_to_cut("aaaa" + family + "aaaa", 7) == 4
