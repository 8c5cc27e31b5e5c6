from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from lab.generation.answer import Answerer
from lab.generation.conversation import Conversation, Given
from lab.generation.protocol import Cancelled, Chunk, Generate, Started
from lab.records import Framing, Turn
from tests.unit.generation.scripted import PAIR, CharacterBackend, question

TRIMMING = "{% for m in messages %}<{{ m.role[0] }}>{{ m.content | trim }}{% endfor %}<a>"


def said(prompt: str, response: str, drawn: str | None = None) -> Turn:
    """A turn whose response was drawn a character at a time; ``drawn`` if that was not quite what was kept of it."""
    return Turn(
        prompt=prompt, response=response, response_token_ids=tuple(map(ord, response if drawn is None else drawn))
    )


def given_for(request: Generate, backend: CharacterBackend | None = None) -> Given:
    return Conversation(backend or CharacterBackend(pair="ab")).given(request)


def spelled(given: Given) -> str:
    """Tokens as text, with the pair shown as one sign."""
    return "".join("@" if token == PAIR else chr(token) for token in given.tokens)


def test_a_prompt_is_split_by_the_tokenizer() -> None:
    assert spelled(given_for(question("tab"))) == "t@"


def test_an_answer_keeps_the_tokens_that_it_was_drawn_in_and_the_rest_is_split_by_the_tokenizer() -> None:
    given = given_for(question("tab", turns=(said("slab ", "crab"),)))
    assert given.text == "slab crab\n\ntab"
    assert spelled(given) == "sl@ crab\n\nt@"


def test_so_does_every_earlier_answer() -> None:
    turns = (said("ab", "ab"), said("cab", "dab"), said("ab", "tab"))
    assert spelled(given_for(question("ab", turns=turns))) == "@ab\n\nc@dab\n\n@tab\n\n@"


def test_an_answer_whose_tokens_are_not_known_is_split_by_the_tokenizer() -> None:
    turns = (Turn(prompt="x", response="ab"), said("y", "ab"))
    assert spelled(given_for(question("z", turns=turns))) == "x@\n\nyab\n\nz"


def test_a_conversation_gives_the_same_tokens_in_a_process_that_never_saw_it_before() -> None:
    turns = (said("ab", "ab"), said("cab", "dab"))
    backend = CharacterBackend(pair="ab")
    one = Conversation(backend)
    one.given(question("ab"))
    one.given(question("cab", turns=turns[:1]))
    assert one.given(question("ab", turns=turns)) == given_for(question("ab", turns=turns))


def test_a_stop_text_that_was_drawn_is_not_part_of_the_next_turn() -> None:
    turn = said("q", "ab\n", drawn="ab\n\nQuestion:")
    given = given_for(question("r", turns=(turn,), framing=Framing.QA))
    assert given.text == "Question: q\nAnswer: ab\n\nQuestion: r\nAnswer:"


def test_a_template_may_trim_the_end_of_an_answer() -> None:
    backend = CharacterBackend(pair="ab", template=TRIMMING)
    given = given_for(question("tab", turns=(said("ab", "cab", drawn="cab \n"),), framing=Framing.CHAT), backend)
    assert spelled(given) == "<u>@<a>cab<u>t@<a>"


def test_a_template_may_change_an_answer_altogether() -> None:
    backend = CharacterBackend(
        pair="ab", template="{% for m in messages %}<{{ m.role[0] }}>{{ m.content | upper }}{% endfor %}<a>"
    )
    given = given_for(question("x", turns=(said("ab", "cab"),), framing=Framing.CHAT), backend)
    assert spelled(given) == "<u>AB<a>CAB<u>X<a>"


def test_the_beginning_token_stands_at_the_beginning_only() -> None:
    given = given_for(question("x", turns=(said("ab", "ab"),)), CharacterBackend(bos=True, pair="ab"))
    assert spelled(given) == "^@ab\n\nx"


words = st.text(alphabet="ab \né", min_size=1, max_size=12).filter(str.strip)


@given(st.lists(st.tuples(words, words), max_size=4), words, st.sampled_from(list(Framing)))
def test_the_tokens_always_spell_the_text(said_before: list[tuple[str, str]], prompt: str, framing: Framing) -> None:
    backend = CharacterBackend(pair="ab", template=TRIMMING, context_tokens=100_000)
    turns = tuple(said(*each) for each in said_before)
    given = given_for(question(prompt, turns=turns, framing=framing), backend)
    assert b"".join(map(backend.piece, given.tokens)).decode() == given.text


def test_the_next_turn_finds_all_that_was_said_in_memory() -> None:
    answerer = Answerer(CharacterBackend("crab", pair="ab"))
    events = list(answerer.answer(question("slab ")))
    text = "".join(event.text for event in events if isinstance(event, Chunk))
    ids = tuple(token for event in events if isinstance(event, Chunk) for token in event.token_ids)
    turn = Turn(prompt="slab ", response=text, response_token_ids=ids)
    (started, *_) = answerer.answer(question("more", turns=(turn,)))
    assert isinstance(started, Started)
    assert started.cached_prompt_tokens == len("sl@ crab")


def test_giving_up_takes_effect_while_a_long_conversation_is_put_together() -> None:
    answers: list[Callable[[], bool]] = [lambda: True]
    answerer = Answerer(CharacterBackend(), cancelled=lambda: answers[0]())
    events = list(answerer.answer(question("x", turns=(said("ab", "ab"),))))
    assert [type(event) for event in events] == [Cancelled]


def test_a_conversation_that_is_too_long_keeps_the_tokens_of_the_answers_that_remain() -> None:
    turns = tuple(said("ab" * 5, "ab" * 5) for _ in range(10))
    given = given_for(question("ab", turns=turns, max_tokens=10), CharacterBackend(pair="ab", context_tokens=100))
    assert given.dropped_turns == 5  # 90 tokens are left: five turns of 5 + 10 with what joins them, and one token
    assert spelled(given) == ("@" * 5 + "ab" * 5 + "\n\n") * 5 + "@"
