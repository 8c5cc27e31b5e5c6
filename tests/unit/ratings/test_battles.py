"""From kept votes to battles: which votes count, and who they are about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lab.ratings.battles import Battles, Judged, battles_of
from lab.ratings.contestants import names
from lab.records import (
    AnswerState,
    Comparison,
    Contestant,
    Framing,
    KeptAnswer,
    Kind,
    KindVerdict,
    Model,
    Origin,
    SamplerSettings,
    Side,
    Vote,
    VoteChoice,
)


def model(name: str = "tiny", *, sha256: str = "ab", path: str = "/models/tiny.gguf") -> Model:
    return Model(
        name=name,
        path=path,
        size_bytes=1000,
        sha256=sha256,
        verdict=KindVerdict(kind=Kind.BASE, confidence=1.0),
        architecture="llama",
        quantization="Q4_K_M",
        parameters=1000,
        context_tokens=2048,
        has_chat_template=False,
        tokenizer_sha256="cd",
    )


def contestant(
    of: Model | None = None, framing: Framing = Framing.RAW, *, system: str = "", **sampler: Any
) -> Contestant:
    return Contestant(model=of or model(), framing=framing, system_prompt=system, sampler=SamplerSettings(**sampler))


OTHER = contestant(model("other", sha256="ef"))


def answer(of: Contestant, id_: str) -> KeptAnswer:
    return KeptAnswer(
        id=id_,
        state=AnswerState.FINISHED,
        contestant=of,
        text="",
        response=None,
        engine="",
        problem="",
        begun_utc="",
        saved_utc="",
    )


def vote(choice: VoteChoice | None, number: int, **fields: Any) -> Vote:
    given = {
        "comparison_id": "1",
        "rater": "me",
        "shown_first": Side.A,
        "blind": True,
        "time_taken_ms": None,
        "cast_utc": f"2026-11-24T10:00:{number:02d}.000Z",
    }
    return Vote(id=f"vote {number}", choice=choice, **{**given, **fields})


def judged(
    *votes: Vote, a: Contestant | None = None, b: Contestant | None = OTHER, id_: str = "1", **more: Any
) -> Judged:
    return Judged(
        comparison=Comparison(
            id=id_,
            session_id="s",
            parent_id=None,
            origin=Origin.PROMPT,
            prompt="Why?",
            created_utc="",
            trashed_utc=None,
            a=answer(a or contestant(), more.pop("answer_a", f"{id_}a")),
            b=None if b is None else answer(b, more.pop("answer_b", f"{id_}b")),
        ),
        votes=votes,
        **more,
    )


def choices(battles: Battles) -> list[VoteChoice]:
    return [battle.choice for battle in battles.battles]


def test_a_vote_becomes_a_battle_that_knows_all_about_it() -> None:
    kept = vote(VoteChoice.BOTH_BAD, 1, rater="Ann", aspect="clear", shown_first=Side.B)
    (battle,) = battles_of([judged(kept, tags=["school"], suite="First lesson")]).battles
    assert battle.choice is VoteChoice.BOTH_BAD
    assert (battle.rater, battle.aspect, battle.shown_first, battle.blind) == ("Ann", "clear", Side.B, True)
    assert (battle.tags, battle.suite, battle.vote_id, battle.comparison_id) == (
        ("school",),
        "First lesson",
        "vote 1",
        "1",
    )
    assert (battle.answer_a, battle.answer_b) == ("1a", "1b")


def test_a_changed_mind_counts_once() -> None:
    assert choices(battles_of([judged(vote(VoteChoice.A, 1), vote(VoteChoice.TIE, 2))])) == [VoteChoice.TIE]


def test_what_was_taken_back_does_not_count() -> None:
    assert choices(battles_of([judged(vote(VoteChoice.A, 1), vote(None, 2))])) == []


def test_a_change_after_the_reveal_does_not_replace_a_blind_vote() -> None:
    battles = battles_of([judged(vote(VoteChoice.A, 1), vote(VoteChoice.B, 2, blind=False))])
    assert choices(battles) == [VoteChoice.A]
    assert battles.battles[0].blind


def test_an_open_vote_counts_where_there_is_no_blind_one() -> None:
    battles = battles_of([judged(vote(VoteChoice.A, 1), vote(None, 2), vote(VoteChoice.B, 3, blind=False))])
    assert choices(battles) == [VoteChoice.B]
    assert choices(battles.only(blind=True)) == []


def test_raters_and_aspects_are_kept_apart() -> None:
    battles = battles_of(
        [judged(vote(VoteChoice.A, 1), vote(VoteChoice.B, 2, rater="Ann"), vote(VoteChoice.TIE, 3, aspect="clear"))]
    )
    assert choices(battles.only(rater="me")) == [VoteChoice.A]
    assert choices(battles.only(rater="Ann")) == [VoteChoice.B]
    assert choices(battles.only(aspect="clear")) == [VoteChoice.TIE]
    assert choices(battles.only(aspect=None)) == [VoteChoice.A, VoteChoice.B, VoteChoice.TIE]


def test_tags_and_suites_filter() -> None:
    battles = battles_of(
        [
            judged(vote(VoteChoice.A, 1), tags=["x"], suite="First lesson"),
            judged(vote(VoteChoice.B, 2), id_="2"),
        ]
    )
    assert choices(battles.only(tag="x")) == [VoteChoice.A]
    assert choices(battles.only(suite="First lesson")) == [VoteChoice.A]
    assert choices(battles.only(suite="")) == [VoteChoice.B]


def test_a_second_vote_on_swapped_sides_is_a_repeat() -> None:
    battles = battles_of([judged(vote(VoteChoice.A, 1), vote(VoteChoice.B, 9, shown_first=Side.B))])
    assert [(battle.choice, battle.repeat) for battle in battles.battles] == [
        (VoteChoice.A, False),
        (VoteChoice.B, True),
    ]
    assert choices(battles.only()) == [VoteChoice.A]


def test_the_same_answers_in_another_comparison_are_a_repeat_too() -> None:
    battles = battles_of(
        [
            judged(vote(VoteChoice.A, 9), a=OTHER, b=contestant(), id_="2", answer_a="1b", answer_b="1a"),
            judged(vote(VoteChoice.A, 1)),
        ]
    )
    assert [(battle.comparison_id, battle.repeat) for battle in battles.battles] == [("1", False), ("2", True)]


def test_a_comparison_with_one_answer_is_no_battle() -> None:
    battles = battles_of([judged(vote(VoteChoice.A, 1), b=None)])
    assert battles.battles == ()
    assert battles.contestants == {}


def test_seed_and_folder_do_not_make_another_contestant_but_settings_do() -> None:
    moved = model(path="/elsewhere/renamed.gguf")
    battles = battles_of(
        [
            judged(vote(VoteChoice.A, 1), a=contestant(seed=1)),
            judged(vote(VoteChoice.A, 2), a=contestant(moved, seed=2), id_="2"),
            judged(vote(VoteChoice.A, 3), a=contestant(temperature=0.1), id_="3"),
            judged(vote(VoteChoice.A, 4), a=contestant(framing=Framing.QA), id_="4"),
            judged(vote(VoteChoice.A, 5), a=contestant(system="Be kind."), id_="5"),
        ]
    )
    assert len({battle.a for battle in battles.battles[:2]}) == 1
    assert len({battle.a for battle in battles.battles}) == 4


def test_folding_makes_one_of_all_that_a_model_did() -> None:
    battles = battles_of(
        [
            judged(vote(VoteChoice.A, 1), a=contestant(temperature=0.1)),
            judged(vote(VoteChoice.A, 2), a=contestant(framing=Framing.QA), id_="2"),
        ],
        fold_to_models=True,
    )
    assert len({battle.a for battle in battles.battles}) == 1
    (folded,) = {battles.contestants[battle.a].framing for battle in battles.battles}
    assert folded is None


def test_a_model_that_was_not_hashed_yet_is_known_again() -> None:
    early, late = contestant(model(sha256="")), contestant(model(sha256="ab"))
    battles = battles_of([judged(vote(VoteChoice.A, 1), a=early), judged(vote(VoteChoice.A, 2), a=late, id_="2")])
    assert len({battle.a for battle in battles.battles}) == 1


def test_a_model_that_could_be_either_of_two_is_not_taken_for_one_of_them() -> None:
    files = [contestant(model(sha256=sha256)) for sha256 in ("", "ab", "cd")]
    battles = battles_of([judged(vote(VoteChoice.A, 1), a=each, id_=str(n)) for n, each in enumerate(files)])
    assert len({battle.a for battle in battles.battles}) == 3


def test_names_say_what_sets_contestants_apart_and_no_more() -> None:
    each = [
        contestant(),
        contestant(framing=Framing.QA),
        contestant(framing=Framing.QA, system="Be kind."),
        contestant(framing=Framing.QA, system="Be kind.", temperature=0.2),
        OTHER,
    ]
    battles = battles_of([judged(vote(VoteChoice.A, 1), a=one, id_=str(n)) for n, one in enumerate(each)])
    assert sorted(names(battles.contestants).values()) == [
        "other",
        "tiny · qa · no system prompt",
        "tiny · qa · “Be kind.” · temperature 0.2",
        "tiny · qa · “Be kind.” · temperature 0.8",
        "tiny · raw",
    ]


def test_two_files_of_one_name_get_numbers() -> None:
    files = [contestant(model(sha256=sha256)) for sha256 in ("ab", "cd")]
    battles = battles_of([judged(vote(VoteChoice.A, 1), a=each, id_=str(n)) for n, each in enumerate(files)])
    assert sorted(names(battles.contestants).values()) == [
        "other",
        "tiny · raw · no system prompt · 1",
        "tiny · raw · no system prompt · 2",
    ]


def test_battles_come_in_the_order_of_their_votes() -> None:
    late = judged(vote(VoteChoice.A, 5))
    early = replace(judged(vote(VoteChoice.B, 2), id_="2"))
    assert choices(battles_of([late, early])) == [VoteChoice.B, VoteChoice.A]
