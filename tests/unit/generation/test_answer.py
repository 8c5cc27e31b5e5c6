import pytest

from lab.errors import PromptRejected, TemplateFailed
from lab.generation.answer import Answerer
from lab.generation.backend import Backend
from lab.generation.protocol import Cancelled, Chunk, Finished, Generate, PromptProgress, Started, Up
from lab.records import FinishReason, Framing, Turn
from tests.unit.generation.scripted import CharacterBackend, question


def events_of(backend: Backend, request: Generate) -> list[Up]:
    return list(Answerer(backend).answer(request))


def text_of(events: list[Up]) -> str:
    return "".join(event.text for event in events if isinstance(event, Chunk))


def finish_of(events: list[Up]) -> FinishReason:
    (last,) = [event for event in events if isinstance(event, Finished)]
    assert events[-1] is last
    return last.finish_reason


def test_an_answer_starts_streams_and_finishes() -> None:
    events = events_of(CharacterBackend("yes"), question())
    assert isinstance(events[0], Started)
    assert text_of(events) == "yes"
    assert finish_of(events) is FinishReason.END_OF_ANSWER


def test_the_token_that_ends_the_answer_is_not_part_of_it() -> None:
    events = events_of(CharacterBackend("ab"), question())
    ids = [token for event in events if isinstance(event, Chunk) for token in event.token_ids]
    assert ids == [ord("a"), ord("b")]


def test_an_answer_is_cut_off_at_the_length_limit() -> None:
    events = events_of(CharacterBackend("abcdef"), question(max_tokens=4))
    assert text_of(events) == "abcd"
    assert finish_of(events) is FinishReason.LENGTH_LIMIT


def test_an_answer_ends_before_a_stop_text() -> None:
    events = events_of(CharacterBackend("one. two. three"), question(stop_texts=(" two",)))
    assert text_of(events) == "one."
    assert finish_of(events) is FinishReason.STOP_TEXT


def test_a_framing_brings_its_own_stop_text() -> None:
    events = events_of(CharacterBackend(" 4\n\nQuestion: 3+3?"), question(framing=Framing.QA))
    assert text_of(events) == " 4\n"
    assert finish_of(events) is FinishReason.STOP_TEXT


def test_an_answer_ends_when_the_context_is_full() -> None:
    events = events_of(CharacterBackend("x" * 100, context_tokens=20), question("0123456789", max_tokens=50))
    assert finish_of(events) is FinishReason.CONTEXT_FULL
    assert len(text_of(events)) == 11  # ten places are left, and the last token need not be read again


def test_a_beginning_token_is_added_and_shown_in_what_was_given() -> None:
    backend = CharacterBackend(bos=True)
    (started, *_) = events_of(backend, question("hi"))
    assert isinstance(started, Started)
    assert started.rendered_prompt == "^hi"
    assert started.prompt_tokens == 3


def test_a_beginning_token_that_the_template_wrote_is_not_doubled() -> None:
    backend = CharacterBackend(bos=True, template="{{ bos_token }}{{ messages[0].content }}")
    (started, *_) = events_of(backend, question("hi", framing=Framing.CHAT))
    assert isinstance(started, Started)
    assert started.rendered_prompt == "^hi"


def test_a_conversation_that_is_too_long_loses_its_oldest_turns_and_says_so() -> None:
    turns = tuple(Turn(prompt=f"prompt {n}" * 3, response="r" * 20) for n in range(10))
    (started, *_) = events_of(CharacterBackend(context_tokens=200), question("the newest", turns=turns))
    assert isinstance(started, Started)
    # 150 tokens are left beside the 50 asked for: the newest prompt, and three turns of 46 with what joins them.
    assert started.prompt_tokens <= 150
    assert started.dropped_turns == 7
    assert "prompt 7" in started.rendered_prompt
    assert "prompt 6" not in started.rendered_prompt


def test_a_prompt_that_alone_is_longer_than_the_context_is_refused_with_both_numbers() -> None:
    with pytest.raises(PromptRejected, match="500 tokens long; this model's context holds 200"):
        events_of(CharacterBackend(context_tokens=200), question("x" * 500))


def test_an_empty_prompt_is_refused() -> None:
    with pytest.raises(PromptRejected, match="empty"):
        events_of(CharacterBackend(), question("  \n"))


def test_chat_is_refused_without_a_template() -> None:
    with pytest.raises(TemplateFailed, match="no chat template"):
        events_of(CharacterBackend(), question(framing=Framing.CHAT))


def test_a_long_prompt_reports_its_progress_batch_by_batch() -> None:
    events = events_of(CharacterBackend(batch_tokens=128, context_tokens=1000), question("x" * 300))
    assert [event.done_tokens for event in events if isinstance(event, PromptProgress)] == [128, 256]


def test_cancelling_between_tokens_keeps_what_was_said() -> None:
    backend = CharacterBackend("abcdef")
    answers = Answerer(backend, cancelled=lambda: len(backend.reads) >= 3).answer(question())
    events = list(answers)
    assert text_of(events) == "abc"
    assert isinstance(events[-1], Cancelled)
    assert events[-1].completion_tokens == 3


def test_an_interrupted_reading_of_the_prompt_is_cancelled_without_a_token() -> None:
    backend = CharacterBackend(batch_tokens=64)
    backend.abort_at_read = 1
    events = events_of(backend, question("x" * 200))
    assert isinstance(events[-1], Cancelled)
    assert text_of(events) == ""
    assert len(backend.memory) == 64


def test_probabilities_and_rivals_come_best_first_when_asked_for() -> None:
    events = events_of(CharacterBackend("m"), question(rivals=2))
    (detail,) = [detail for event in events if isinstance(event, Chunk) for detail in event.details]
    assert (detail.text, detail.logprob) == ("m", -2.0)
    assert [(rival.text, rival.logprob) for rival in detail.rivals] == [("y", pytest.approx(-0.1)), ("n", -1.0)]


def test_speed_leaves_out_the_time_to_the_first_token() -> None:
    events = events_of(CharacterBackend("ab"), question())
    timing = events[-1].timing if isinstance(events[-1], Finished) else None
    assert timing is not None
    assert timing.time_to_first_token_ms is not None
    assert timing.tokens_per_second is not None


def test_one_token_has_no_speed() -> None:
    events = events_of(CharacterBackend("a"), question())
    assert isinstance(events[-1], Finished)
    assert events[-1].timing.tokens_per_second is None
