"""Whatever a person types finds what they mean, or nothing, and never fails."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lab.records import VoteChoice
from lab.storage import Store, answers, comparisons, full_text, search, sessions, trash, votes
from lab.storage.search import Filter
from tests.unit.storage.samples import compared, contestant


def found(store: Store, text: str = "", **wanted: Any) -> list[str]:
    return [hit.comparison_id for hit in store.read(search.find, Filter(text=text, **wanted)).result()]


@pytest.mark.parametrize("text", ["photosynthesis", "chlorophyll", "guess", "textbook"])
def test_prompts_both_answers_and_notes_are_searched(store: Store, text: str) -> None:
    compared(store, "Something else")
    wanted = compared(store, "Explain photosynthesis", a="Chlorophyll does it.", b="I guess the sun.")
    store.write(votes.write_note, wanted, "As in my textbook").result()
    assert found(store, text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "sky", "SKY", "blu", "why sky", "sky why", "scatt sky", '"sky blue"', "“sky blue”", '"the sky', "sky,", "(sky)",
        "sky OR", "sky NOT", "NEAR( sky", "prompt: sky", "sky*", "^sky", "it's", "cafe", "café", "mull",
    ],
)  # fmt: skip
def test_words_in_any_order_and_their_beginnings_are_found(store: Store, text: str) -> None:
    wanted = compared(
        store, "Why is the sky blue or not? Near a prompt.", a="It's scattering.", b="In the Café Müller."
    )
    assert found(store, text) == [wanted]


@pytest.mark.parametrize("text", ["green", "sky green", '"blue sky"', '"sky blu"', "ky", "k", "!!!", "…", "🎉"])
def test_what_is_not_there_is_not_found(store: Store, text: str) -> None:
    compared(store, "Why is the sky blue? 🎉")
    assert found(store, text) == []
    assert store.read(search.count, Filter(text=text)).result() == 0


@pytest.mark.parametrize("text", ["", "  ", '"', " “ "])
def test_as_long_as_nothing_is_typed_everything_is_listed_the_latest_first(store: Store, text: str) -> None:
    first, second = compared(store, "one"), compared(store, "two")
    assert found(store, text) == [second, first]


@pytest.mark.parametrize("text", ["天空", "蓝色", "空", "なぜ", "ท้องฟ้า", "blue天"])
def test_scripts_without_spaces_are_found_in_the_middle_of_a_sentence(store: Store, text: str) -> None:
    wanted = compared(store, "为什么天空是蓝色的？", a="空はなぜ青いの", b="ทำไมท้องฟ้าสีฟ้า blue天")
    compared(store, "为什么草是绿的？")
    assert found(store, text) == [wanted]


def test_an_excerpt_is_as_it_was_written_around_what_was_found(store: Store) -> None:
    compared(store, "p", a="x " * 200 + "为什么天空是蓝色的 indeed" + " y" * 200)
    (hit,) = store.read(search.find, Filter(text="天空")).result()
    assert "为什么天空是蓝色的 indeed" in hit.excerpt
    assert hit.excerpt.startswith("…")
    assert len(hit.excerpt) < 200


def test_a_hit_says_where_it_is_and_how_it_was_voted(store: Store) -> None:
    session_id = store.write(sessions.create, "Skies").result()
    comparison_id = compared(store, "Why is the sky blue?", session_id=session_id)
    store.write(votes.cast, comparison_id, VoteChoice.B).result()
    (hit,) = store.read(search.find, Filter()).result()
    assert (hit.comparison_id, hit.session_id, hit.session_title) == (comparison_id, session_id, "Skies")
    assert (hit.prompt, hit.excerpt, hit.choice) == ("Why is the sky blue?", "", VoteChoice.B)
    assert (hit.model_a, hit.model_b) == ("a-model", "b-model")


def test_a_match_in_the_prompt_is_better_than_one_in_a_long_answer(store: Store) -> None:
    best = compared(store, "Whales", a="They swim.", b="They sing.")
    compared(store, "Animals", a="There are whales. " + "And others. " * 50, b="No.")
    assert found(store, "whales")[0] == best


def test_among_very_many_matches_the_latest_come_first(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST_RANKED", 2)
    ids = [
        compared(store, "Whales"),
        compared(store, "Fish", a="whales " * 9),
        compared(store, "Birds", b="No whales."),
    ]
    assert found(store, "whales") == ids[::-1]


def test_a_model_on_both_sides_is_listed_once(store: Store) -> None:
    session_id = store.write(sessions.create).result()
    both = [store.write(answers.begin, contestant()).result() for _ in range(2)]
    wanted = store.write(comparisons.add, session_id, "sky", a=both[0], b=both[1]).result()
    alone = store.write(comparisons.add, session_id, "sky", b=both[1]).result()
    assert found(store, model="tiny-base") == [alone, wanted]
    assert store.read(search.count, Filter(model="tiny-base")).result() == 2


def test_what_an_answer_said_is_found_once_it_is_done(store: Store) -> None:
    session_id = store.write(sessions.create).result()
    answer_id = store.write(answers.begin, contestant()).result()
    comparison_id = store.write(comparisons.add, session_id, "prompt", a=answer_id).result()
    store.append(answer_id, "chlorophyll")
    assert found(store, "chlorophyll") == []
    store.write(answers.finish, answer_id, None, problem="The worker died.").result()
    assert found(store, "chlorophyll") == [comparison_id]


@pytest.mark.parametrize("text", ["", "sky"])
def test_the_trash_is_left_out_until_it_is_brought_back(store: Store, text: str) -> None:
    kept, gone = compared(store, "sky"), compared(store, "sky")
    session_id = store.read(comparisons.get, gone).result().session_id
    for put, bring_back, name in (
        (trash.put_session, trash.restore_session, session_id),
        (trash.put_comparison, trash.restore_comparison, gone),
    ):
        store.write(put, name).result()
        assert found(store, text) == [kept]
        assert store.read(search.count, Filter(text=text)).result() == 1
        store.write(bring_back, name).result()
        assert sorted(found(store, text)) == sorted([kept, gone])


@pytest.mark.parametrize("text", ["", "sky"])
def test_filters_by_vote_follow_the_vote_that_counts_now(store: Store, text: str) -> None:
    voted, unvoted = compared(store, "sky"), compared(store, "sky")
    store.write(votes.cast, voted, VoteChoice.A).result()
    store.write(votes.cast, voted, VoteChoice.TIE).result()
    store.write(votes.cast, voted, VoteChoice.BOTH_BAD, aspect="clear").result()
    assert found(store, text, choice=VoteChoice.TIE) == [voted]
    assert found(store, text, choice=VoteChoice.A) == []
    assert found(store, text, choice=VoteChoice.BOTH_BAD) == []
    assert found(store, text, unvoted=True) == [unvoted]
    store.write(votes.cast, voted, None).result()
    assert found(store, text, choice=VoteChoice.TIE) == []
    assert sorted(found(store, text, unvoted=True)) == sorted([voted, unvoted])


def test_of_several_raters_the_last_one_who_has_an_opinion_counts(store: Store) -> None:
    comparison_id = compared(store)
    store.write(votes.cast, comparison_id, VoteChoice.A, rater="Ada").result()
    store.write(votes.cast, comparison_id, VoteChoice.B, rater="Bo").result()
    assert found(store, choice=VoteChoice.B) == [comparison_id]
    store.write(votes.cast, comparison_id, None, rater="Bo").result()
    assert found(store, choice=VoteChoice.A) == [comparison_id]


@pytest.mark.parametrize("text", ["", "sky"])
def test_a_model_is_found_on_either_side(store: Store, text: str) -> None:
    wanted = compared(store, "sky")
    assert found(store, text, model="a-model") == found(store, text, model="b-model") == [wanted]
    assert found(store, text, model="a-mode") == []
    assert store.read(search.models).result() == ["a-model", "b-model"]


def test_a_tag_is_the_sessions(store: Store) -> None:
    session_id = store.write(sessions.create).result()
    wanted = compared(store, "sky", session_id=session_id)
    compared(store, "sky")
    store.write(sessions.tag, session_id, ["verse"]).result()
    assert found(store, tag="verse") == found(store, "sky", tag="verse") == [wanted]


def test_dates_are_from_the_first_on_and_before_the_second(path: Path) -> None:
    days = (datetime(2026, 1, day, tzinfo=UTC) for day in itertools.count(1))
    now = next(days)
    with Store(path, clock=lambda: now) as store:
        ids = []
        for _ in range(3):
            ids.append(compared(store, "sky"))
            now = next(days)
        second, third = "2026-01-02T00:00:00.000Z", "2026-01-03T00:00:00.000Z"
        assert found(store, since_utc=second) == [ids[2], ids[1]]
        assert found(store, "sky", since_utc=second, until_utc=third) == [ids[1]]
        assert found(store, until_utc=second) == [ids[0]]


@pytest.mark.parametrize("most_ranked", [4, 8, 9])
@pytest.mark.parametrize("page", [1, 3, 7, 20])
def test_page_by_page_everything_comes_once_whether_it_is_ranked_or_not(
    store: Store, monkeypatch: pytest.MonkeyPatch, page: int, most_ranked: int
) -> None:
    monkeypatch.setattr(search, "MOST_RANKED", most_ranked)
    session_id = store.write(sessions.create).result()
    ids = [compared(store, f"sky {number}", session_id=session_id) for number in range(9)]
    for wanted in (Filter(text="sky"), Filter(), Filter(model="a-model"), Filter(text="sky", model="b-model")):
        pages = [
            [hit.comparison_id for hit in store.read(search.find, wanted, limit=page, offset=start).result()]
            for start in range(0, 10, page)
        ]
        assert [len(each) for each in pages[:-1]] == [min(page, 9 - page * before) for before in range(len(pages) - 1)]
        assert sorted(itertools.chain(*pages)) == sorted(ids)
        assert store.read(search.count, wanted).result() == 9


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One history for many examples."""
    moments = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=number) for number in itertools.count())
    with Store(tmp_path_factory.mktemp("shared") / "history.db", clock=lambda: next(moments)) as store:
        compared(store, "Why is the sky blue?")
        yield store


ANYTHING = st.text(
    st.one_of(st.sampled_from(list("\"*^:()-+{}'\\\0 ANDORT“»天ก")), st.characters(exclude_categories=()))
)


@given(text=ANYTHING, model=ANYTHING, tag=ANYTHING, since=ANYTHING)
def test_no_text_is_a_mistake(shared: Store, text: str, model: str, tag: str, since: str) -> None:
    for wanted in (Filter(text=text), Filter(text=text, model=model, tag=tag, since_utc=since)):
        hits = shared.read(search.find, wanted).result()
        assert len(hits) == shared.read(search.count, wanted).result()


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_a_text_is_read_as_it_was_written(text: str) -> None:
    assume("\x1f" not in text)
    assert full_text.readable(full_text.indexed(text)) == text


LETTERS = st.characters(categories=["Lu", "Ll", "Lo", "Nd"], max_codepoint=0x9FFF)
WORDS = st.lists(
    st.text(st.one_of(st.sampled_from(list("aeéñЖσ天空กあ0")), LETTERS), min_size=2, max_size=8), min_size=1, max_size=6
)


@given(WORDS)
def test_what_was_asked_is_found_by_its_own_words_and_by_itself_as_a_phrase(shared: Store, words: list[str]) -> None:
    prompt = " ".join(words)
    session_id = shared.write(sessions.create).result()
    wanted = shared.write(comparisons.add, session_id, prompt).result()
    assert wanted in found(shared, prompt)
    assert wanted in found(shared, f'"{prompt}"')
    assert all(wanted in found(shared, word[:3]) for word in words if full_text.indexed(word) == word)
