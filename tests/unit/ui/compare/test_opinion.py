from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lab.records import Side, VoteChoice
from ui.compare.opinion import Opinion

CHOICES = st.sampled_from([None, *VoteChoice])
WORDS = st.frozensets(st.sampled_from(["clear", "chatty", "own"])).map(lambda words: tuple(sorted(words)))
OPINIONS = st.builds(
    Opinion,
    choice=CHOICES,
    aspects=st.dictionaries(st.sampled_from(["clear", "tone", "own"]), st.sampled_from(VoteChoice)),
    tags_a=WORDS,
    tags_b=WORDS,
    correct_a=st.sampled_from([None, True, False]),
    correct_b=st.sampled_from([None, True, False]),
    note=st.text(max_size=3),
)


@given(OPINIONS)
def test_swapped_twice_is_as_before(opinion: Opinion) -> None:
    assert opinion.swapped().swapped() == opinion


def test_swapped_means_the_other_side_in_everything_but_the_note() -> None:
    opinion = Opinion(
        choice=VoteChoice.A,
        aspects={"clear": VoteChoice.B, "tone": VoteChoice.TIE},
        tags_a=("chatty",),
        correct_b=False,
        note="A is odd",
    )
    assert opinion.swapped() == Opinion(
        choice=VoteChoice.B,
        aspects={"clear": VoteChoice.A, "tone": VoteChoice.TIE},
        tags_b=("chatty",),
        correct_a=False,
        note="A is odd",
    )


@given(OPINIONS, st.sampled_from(Side), st.sampled_from(["chatty", "new"]))
def test_a_tag_comes_and_goes_on_its_side_alone(opinion: Opinion, side: Side, tag: str) -> None:
    other = Side.B if side is Side.A else Side.A
    on = opinion.with_tag(side, tag, True)
    assert tag in on.tags(side)
    assert on.tags(side) == tuple(sorted(on.tags(side)))
    assert on.tags(other) == opinion.tags(other)
    assert tag not in on.with_tag(side, tag, False).tags(side)


def test_an_aspect_that_is_taken_back_is_gone() -> None:
    rated = Opinion().with_aspect("clear", VoteChoice.TIE)
    assert rated.aspects == {"clear": VoteChoice.TIE}
    assert rated.with_aspect("clear", None) == Opinion()
