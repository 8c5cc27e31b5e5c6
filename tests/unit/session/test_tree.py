from dataclasses import replace

from lab.records import AnswerState, Comparison, KeptAnswer, Origin, Side
from lab.session.tree import Tree
from tests.unit.storage.samples import contestant, response


def kept(text: str, state: AnswerState = AnswerState.FINISHED) -> KeptAnswer:
    return KeptAnswer(
        id=text,
        state=state,
        contestant=contestant(),
        text=text,
        response=response(text),
        engine="",
        problem="",
        begun_utc="",
        saved_utc="",
    )


def said(
    name: str, parent: str | None = None, *, a: KeptAnswer | None = None, b: KeptAnswer | None = None
) -> Comparison:
    return Comparison(
        id=name,
        session_id="s",
        parent_id=parent,
        origin=Origin.PROMPT,
        prompt=f"prompt {name}",
        created_utc="",
        trashed_utc=None,
        a=a,
        b=b,
    )


BRANCHED = Tree([said("1"), said("2", "1"), said("3", "2"), said("2b", "1"), said("3b", "2b")])


def ids(path: list[Comparison]) -> list[str]:
    return [each.id for each in path]


def test_the_path_leads_from_the_first_prompt_to_where_one_is() -> None:
    assert ids(BRANCHED.path("3")) == ["1", "2", "3"]
    assert ids(BRANCHED.path("3b")) == ["1", "2b", "3b"]
    assert BRANCHED.path(None) == []


def test_siblings_have_the_same_parent_and_come_oldest_first() -> None:
    assert BRANCHED.siblings("2b") == ["2", "2b"]
    assert BRANCHED.siblings("1") == ["1"]


def test_the_newest_end_is_found_by_always_taking_the_newest_way_on() -> None:
    assert BRANCHED.newest_end(None) == "3b"
    assert BRANCHED.newest_end("2") == "3"
    assert Tree().newest_end(None) is None


def test_a_newer_state_takes_the_place_of_the_older() -> None:
    tree = Tree([said("1"), said("2", "1")])
    tree.put(said("1", a=kept("an answer")))
    assert len(tree) == 2
    assert tree["1"].a is not None
    assert ids(tree.path("2")) == ["1", "2"]


def test_each_side_is_told_its_own_conversation_in_the_tokens_of_its_answers() -> None:
    tree = Tree([said("1", a=kept("from a"), b=kept("from b")), said("2", "1", a=kept("more from a"))])
    model = contestant().model
    assert [turn.response for turn in tree.turns("2", Side.A, model)] == ["from a", "more from a"]
    assert [turn.response for turn in tree.turns("2", Side.B, model)] == ["from b"]
    assert tree.turns("2", Side.A, model)[0].response_token_ids == (1, 2, 3)


def test_a_model_with_another_tokenizer_is_told_the_text_alone() -> None:
    other = replace(contestant().model, tokenizer_sha256="ef" * 32)
    (turn,) = Tree([said("1", a=kept("from a"))]).turns("1", Side.A, other)
    assert turn.response == "from a"
    assert turn.response_token_ids == ()


def test_an_answer_that_failed_is_not_part_of_the_conversation() -> None:
    tree = Tree([said("1", a=kept("half an ans", AnswerState.FAILED))])
    assert tree.turns("1", Side.A, contestant().model) == ()
