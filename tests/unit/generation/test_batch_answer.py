from collections.abc import Callable, Iterable

from lab.generation.batch_answer import BatchAnswerer
from lab.generation.protocol import Cancelled, Chunk, Failed, Finished, Generate, Started, Up
from lab.records import FinishReason
from tests.unit.generation.batches import CharacterRows, ask


def answered(
    backend: CharacterRows, requests: Iterable[Generate], cancelled: Callable[[int], bool] = lambda _number: False
) -> list[Up]:
    left = iter(requests)
    return list(BatchAnswerer(backend, cancelled).answer(lambda: next(left, None)))


def texts_of(events: list[Up]) -> dict[int, str]:
    texts: dict[int, str] = {}
    for event in events:
        if isinstance(event, Chunk):
            texts[event.request_id] = texts.get(event.request_id, "") + event.text
    return texts


def reasons_of(events: list[Up]) -> dict[int, FinishReason]:
    return {event.request_id: event.finish_reason for event in events if isinstance(event, Finished)}


def test_every_request_gets_its_own_answer_whatever_the_number_of_rows() -> None:
    requests = [ask(number, f"say word{number}", times=1 + number % 4) for number in range(1, 20)]
    expected = {request.request_id: f"word{request.request_id}" * request.sampler.seed for request in requests}
    for rows in (1, 8, 32):
        events = answered(CharacterRows(rows), requests)
        assert texts_of(events) == expected
        assert set(reasons_of(events).values()) == {FinishReason.END_OF_ANSWER}


def test_each_request_starts_once_and_ends_once() -> None:
    events = answered(CharacterRows(), [ask(number, "say it", times=number) for number in range(1, 12)])
    for number in range(1, 12):
        mine = [event for event in events if getattr(event, "request_id", None) == number]
        assert isinstance(mine[0], Started)
        assert isinstance(mine[-1], Finished)
        assert sum(isinstance(event, Started | Finished) for event in mine) == 2


def test_an_answer_that_ends_makes_room_for_the_next_at_once() -> None:
    backend = CharacterRows(8)
    answered(backend, [ask(number, "say a", times=3 if number == 1 else 30) for number in range(1, 10)])
    # Row 0 says three letters: it reads the third, draws the end, and is given to the ninth before the next step.
    assert all(len(step) == 8 for step in backend.steps[:25])


def test_limits_and_stop_texts_hold_for_each_answer_alone() -> None:
    events = answered(
        CharacterRows(),
        [
            ask(1, "say abcdef", max_tokens=4),
            ask(2, "say one.two.three", stop_texts=(".two",)),
            ask(3, "say xyz"),
        ],
    )
    assert texts_of(events) == {1: "abcd", 2: "one", 3: "xyz"}
    assert reasons_of(events) == {
        1: FinishReason.LENGTH_LIMIT,
        2: FinishReason.STOP_TEXT,
        3: FinishReason.END_OF_ANSWER,
    }


def test_an_answer_ends_when_its_context_is_full() -> None:
    events = answered(CharacterRows(context_tokens=20), [ask(1, "say 456789", times=9)])
    assert reasons_of(events) == {1: FinishReason.CONTEXT_FULL}
    assert len(texts_of(events)[1]) == 11


def test_a_prompt_that_is_too_long_fails_with_a_sentence_and_the_rest_goes_on() -> None:
    events = answered(CharacterRows(context_tokens=40), [ask(1, "x" * 100), ask(2, "say hi")])
    (failed,) = [event for event in events if isinstance(event, Failed)]
    assert (failed.request_id, failed.error) == (1, "PromptRejected")
    assert "100 tokens" in failed.message
    assert texts_of(events) == {2: "hi"}


def test_probabilities_are_refused_in_words() -> None:
    request = Generate(**{name: getattr(ask(1, "say hi"), name) for name in Generate.__struct_fields__} | {"rivals": 3})
    (failed,) = answered(CharacterRows(), [request])
    assert isinstance(failed, Failed)
    assert "Probabilities" in failed.message


def test_a_cancelled_request_is_given_up_and_its_row_is_free_for_others() -> None:
    backend = CharacterRows(1)
    events = answered(
        backend,
        [ask(1, "say a", times=40), ask(2, "say b", times=2)],
        cancelled=lambda number: number == 1 and len(backend.steps) >= 5,
    )
    (cancelled,) = [event for event in events if isinstance(event, Cancelled)]
    assert (cancelled.request_id, cancelled.completion_tokens) == (1, 6)
    assert texts_of(events) == {1: "aaaaaa", 2: "bb"}


def test_a_request_that_was_cancelled_while_it_waited_is_never_read() -> None:
    backend = CharacterRows()
    assert answered(backend, [ask(1, "say a")], cancelled=lambda _number: True) == [Cancelled(request_id=1)]
    assert backend.read_in == []


def test_if_a_step_fails_all_that_were_under_way_fail_and_later_ones_are_answered() -> None:
    backend = CharacterRows(8)
    backend.fails_at_step = 2
    requests = [ask(number, "say abc", times=5) for number in range(1, 9)]
    answerer = BatchAnswerer(backend)
    left = iter(requests)
    events = list(answerer.answer(lambda: next(left, None)))
    assert {event.request_id for event in events if isinstance(event, Failed)} == set(range(1, 9))
    backend.fails_at_step = None
    left = iter([ask(9, "say ok")])
    assert texts_of(list(answerer.answer(lambda: next(left, None)))) == {9: "ok"}


def test_it_can_be_made_to_wait_between_two_steps() -> None:
    backend = CharacterRows()
    seen: list[int] = []
    left = iter([ask(1, "say abc")])
    list(BatchAnswerer(backend, pause=lambda: seen.append(len(backend.steps))).answer(lambda: next(left, None)))
    assert seen == [0, 1, 2]
