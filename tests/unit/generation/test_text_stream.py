from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lab.generation.text_stream import TextStream


def pieces_of(data: bytes, cuts: list[int]) -> list[bytes]:
    edges = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    return [data[start:end] for start, end in pairwise(edges)]


def run(stream: TextStream, pieces: list[bytes]) -> str:
    return "".join(stream.feed(piece) for piece in pieces) + stream.finish()


@given(st.text(), st.lists(st.integers(0, 200)))
def test_text_comes_out_as_it_went_in_however_its_bytes_are_cut(text: str, cuts: list[int]) -> None:
    assert run(TextStream(), pieces_of(text.encode(), cuts)) == text


@given(st.binary(), st.lists(st.integers(0, 200)))
def test_any_bytes_at_all_become_text_the_way_python_replaces_them(data: bytes, cuts: list[int]) -> None:
    assert run(TextStream(), pieces_of(data, cuts)) == data.decode("utf-8", errors="replace")


@given(
    st.text(alphabet="ab\n", max_size=30),
    st.lists(st.text(alphabet="ab\n", min_size=1, max_size=4), max_size=3),
    st.lists(st.integers(0, 40)),
)
def test_the_text_ends_before_the_first_stop_text_and_never_shows_a_part_of_it(
    text: str, stops: list[str], cuts: list[int]
) -> None:
    stream = TextStream(stops)
    shown = ""
    for piece in pieces_of(text.encode(), cuts):
        shown += stream.feed(piece)
        assert not any(stop in shown for stop in stops)
        if stream.stopped:
            break
    shown += stream.finish()
    places = [text.find(stop) for stop in stops if stop in text]
    assert stream.stopped == bool(places)
    if not places:
        assert shown == text
    else:
        assert text.startswith(shown)
        assert len(shown) <= min(places) or any(text[len(shown) :].startswith(stop) for stop in stops)


def test_a_character_in_two_pieces_is_held_back_until_it_is_whole() -> None:
    stream = TextStream()
    snowman = "☃".encode()
    assert stream.feed(snowman[:1]) == ""
    assert stream.feed(snowman[1:]) == "☃"


def test_what_may_become_a_stop_text_is_held_back_and_given_when_it_does_not() -> None:
    stream = TextStream(["\nUser:"])
    assert stream.feed(b"hello\nUs") == "hello"
    assert stream.feed(b"ually") == "\nUsually"


def test_an_unfinished_character_at_the_end_becomes_a_replacement_mark() -> None:
    stream = TextStream()
    assert stream.feed(b"a\xe2\x98") == "a"
    assert stream.finish() == "\ufffd"
