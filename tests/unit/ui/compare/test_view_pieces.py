from hypothesis import given, settings

from tests.unit.ui.compare.markdown_samples import EVERYTHING, texts_in_pieces
from ui.compare.view_fence import Listing
from ui.compare.view_markdown import items_of
from ui.compare.view_pieces import Part, Piece, Pieces
from ui.compare.view_readers import MarkdownReader, RawReader, Reader
from ui.compare.view_seams import Seam, held_back

MOST_CHARACTERS = 1600


def pieces_of(text: str) -> list[Part]:
    pieces = Pieces()
    pieces.feed(text)
    return pieces.take(final=True)


def sources(text: str) -> list[str]:
    return [part.text if isinstance(part, Listing) else part.source for part in pieces_of(text)]


@settings(deadline=None, max_examples=150)
@given(texts_in_pieces())
def test_an_answer_is_cut_in_the_same_places_however_it_comes_in(parts: tuple[str, ...]) -> None:
    for kind in (MarkdownReader, RawReader):
        at_once, streamed = kind(), kind()
        at_once.feed("".join(parts))
        assert read(streamed, parts) == at_once.take(final=True)


def read(reader: Reader, parts: tuple[str, ...]) -> list[object]:
    items: list[object] = []
    for part in parts:
        reader.feed(part)
        items += reader.take()
        reader.rest()  # only a look; it must change nothing
    return items + reader.take(final=True)


@settings(deadline=None, max_examples=80)
@given(texts_in_pieces())
def test_what_is_read_again_with_every_word_stays_short(parts: tuple[str, ...]) -> None:
    pieces = Pieces()
    for part in parts:
        pieces.feed(part.replace("\r", ""))
        pieces.take()
        for rest in pieces.rest():
            if isinstance(rest, Piece):
                assert len(rest.source) <= MOST_CHARACTERS
            else:
                assert len(rest.text) <= 2 * MOST_CHARACTERS + 400


def test_each_block_is_a_piece_and_each_item_of_a_list() -> None:
    text = "# Head\nPara\ngraph\n\n- one\n- two\n  - three\n\n> quote\n"
    assert sources(text) == ["# Head\n", "Para\ngraph\n\n", "- one\n", "- two\n  - three\n\n", "> quote\n"]


def test_a_block_is_finished_when_two_lines_of_the_next_have_come() -> None:
    pieces = Pieces()
    pieces.feed("one\n\ntwo\n")
    assert pieces.take() == []
    pieces.feed("three\n")
    assert pieces.take() == [Piece(source="one\n\n")]


def test_pieces_mean_the_same_as_the_whole() -> None:
    whole = items_of(Piece(source=EVERYTHING))
    reader = MarkdownReader()
    reader.feed(EVERYTHING)
    parts = reader.take(final=True)
    assert [(item.form.kind, item.form.path) for item in parts] == [(item.form.kind, item.form.path) for item in whole]


def test_a_long_paragraph_is_cut_between_its_words() -> None:
    first, second, *_ = pieces_of("word " * 700)
    assert isinstance(first, Piece)
    assert isinstance(second, Piece)
    assert first.ends is Seam.TEXT
    assert first.source.endswith("word ")
    assert second.begins is Seam.TEXT


def test_code_in_an_item_of_a_list_stays_code_when_it_is_cut() -> None:
    text = "1. Do this:\n   ```python\n" + "   x = 1\n" * 300 + "   ```\n\n   And then this.\n2. Done\n"
    kinds = [(item.form.kind.name, item.form.path) for part in pieces_of(text) for item in items_of_part(part)]
    assert kinds == [("TEXT", "l"), *[("CODE", "l")] * 300, ("TEXT", "l"), ("TEXT", "l")]


def test_items_in_an_item_stay_there_when_they_are_cut() -> None:
    text = "1. Top\n" + "".join(f"   - nested item number {number}\n" for number in range(200)) + "2. Next\n"
    paths = [item.form.path for part in pieces_of(text) for item in items_of_part(part)]
    assert paths == ["l", *["ll"] * 200, "l"]


def items_of_part(part: Part) -> list[object]:
    assert isinstance(part, Piece)
    return list(items_of(part))


def test_a_mark_that_may_become_something_else_is_held_back() -> None:
    assert held_back("Like this:\n-") == "Like this:\n"
    assert held_back("Like this:\n- a") == "Like this:\n- a"
    assert held_back("1.") == ""
    assert held_back("1967") == "1967"
