"""How alike answers are, on cases that can be worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.analysis.consistency import agreement, consistency, overlap, spread


def test_answers_in_the_same_words_are_wholly_alike() -> None:
    found = consistency(["Blue.", "blue", "BLUE!"])
    assert (found.overlap, found.words.relative) == (1.0, 0.0)
    assert consistency(["It is  blue", "it is blue"]).different == 1


def test_answers_without_a_common_word_share_nothing() -> None:
    assert consistency(["red green", "blue yellow"]).overlap == 0.0


def test_overlap_counts_each_word_as_often_as_it_stands_there() -> None:
    # Both have one "a"; either has two "a", one "b", one "c".
    assert overlap([["a", "a", "b"], ["a", "c"]]) == 0.25


def test_overlap_is_the_mean_over_all_pairs() -> None:
    assert overlap([["a"], ["a"], ["b"]]) == pytest.approx(1 / 3)


def test_writing_without_spaces_is_compared_by_characters() -> None:
    found = consistency(["天空是蓝色的", "天空是红色的"])
    assert found.words.most == 6
    assert found.overlap == pytest.approx(5 / 7)


def test_each_length_is_told_in_the_order_of_the_answers() -> None:
    assert consistency(["one two", "", "one"]).lengths == (2, 0, 1)


def test_lengths_are_told_with_their_spread() -> None:
    found = spread([2, 4, 6])
    assert (found.least, found.middle, found.most, found.relative) == (2, 4, 6, 0.5)


def test_one_answer_has_nothing_to_agree_with() -> None:
    found = consistency(["Blue."])
    assert (found.overlap, found.words.relative, agreement(["x"])) == (None, None, None)


def test_agreement_is_the_share_of_pairs_that_say_the_same() -> None:
    assert agreement(["yes", "yes", "no"]) == pytest.approx(1 / 3)
    assert agreement(["yes", "yes"]) == 1.0


@given(st.lists(st.text(), min_size=2, max_size=5))
def test_any_texts_are_between_nothing_and_all_alike(texts: list[str]) -> None:
    found = consistency(texts)
    assert found.overlap is not None
    assert 0 <= found.overlap <= 1
    assert 1 <= found.different <= len(texts)
    assert consistency(texts[::-1]).overlap == pytest.approx(found.overlap)
