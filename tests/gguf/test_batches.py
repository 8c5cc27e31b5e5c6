"""What real models answer as a batch: the same whatever the batch is like, in the memory that was worked out."""

from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from lab.generation.batch_rows import ModelReady, Row, RowAnswered, RowFailed
from lab.generation.batch_runner import BatchOptions, BatchRunner
from lab.models.fit import memory_shape
from lab.models.fit_batch import batch_need
from lab.models.gguf_header import read_header
from lab.models.library import Library
from lab.models.starter import default_pair
from lab.records import Contestant, Framing, Model, SamplerSettings, Turn

pytestmark = [pytest.mark.model, pytest.mark.process]

PROMPTS = [f"Tell me about the number {number}, and why people like it." for number in range(18)]


@pytest.fixture(params=[0, 1], ids=["base", "chat"])
def model(request: pytest.FixtureRequest, starter_home: Path, monkeypatch: pytest.MonkeyPatch) -> Model:
    monkeypatch.setenv("COUNTERPOINT_HOME", str(starter_home))
    pair = default_pair(Library.open())
    assert pair is not None
    return pair[request.param]


def rows_for(model: Model, prompts: list[str]) -> list[Row]:
    # Three examples before each prompt are a beginning that all share; answers of several lengths end at several times.
    return [
        Row(
            number=number,
            contestant=Contestant(
                model=model,
                framing=Framing.IN_CONTEXT,
                sampler=SamplerSettings(seed=number, max_tokens=12 + 5 * (number % 4)),
            ),
            prompt=prompt,
        )
        for number, prompt in enumerate(prompts)
    ]


def answers(model: Model, rows: list[Row], *, width: int, threads: int) -> dict[int, RowAnswered]:
    runner = BatchRunner(model, options=BatchOptions(rows=width, context_tokens=768), threads=threads)
    answered = {}
    for event in runner.run(rows):
        assert not isinstance(event, RowFailed), event.error
        if isinstance(event, RowAnswered):
            answered[event.row.number, event.place] = event
    return {number: each for (number, place), each in answered.items() if each.last}


def test_an_answer_depends_neither_on_its_neighbours_nor_on_rows_nor_on_threads(model: Model) -> None:
    rows = rows_for(model, PROMPTS)
    crowded = answers(model, rows, width=16, threads=2)
    assert any(each.response.cached_prompt_tokens > 0 for each in crowded.values())
    for chosen, width, threads in (([3], 8, 1), ([17, 3, 8], 8, 2), ([9, 3], 24, 1)):
        few = answers(model, [rows[number] for number in chosen], width=width, threads=threads)
        for number in chosen:
            assert few[number].response.token_ids == crowded[number].response.token_ids
            assert few[number].response.text == crowded[number].response.text


def test_a_conversation_that_is_resumed_goes_on_as_it_would_have(model: Model) -> None:
    (row,) = rows_for(model, PROMPTS[:1])
    row = replace(row, then=("Why?", "Give an example."))
    runner = BatchRunner(model, options=BatchOptions(rows=8, context_tokens=768), threads=2)
    whole = [event for event in runner.run([row]) if isinstance(event, RowAnswered)]
    turns: tuple[Turn, ...] = (whole[0].turn, whole[1].turn)
    rest = replace(row, prompt="Give an example.", turns=turns, then=())
    resumed = answers(model, [*rows_for(model, PROMPTS)[1:6], rest], width=16, threads=1)
    assert resumed[0].response.token_ids == whole[2].response.token_ids
    assert resumed[0].response.rendered_prompt == whole[2].response.rendered_prompt


@pytest.mark.skipif(not hasattr(psutil.Process, "memory_maps"), reason="needs to know which pages are the file's")
@pytest.mark.parametrize(("width", "context_tokens"), [(8, 1024), (16, 2048)])
def test_the_estimate_for_a_batch_is_within_a_tenth_or_60_megabytes(
    model: Model, width: int, context_tokens: int
) -> None:
    path = Path(model.path)
    need = batch_need(memory_shape(read_header(path)), width, context_tokens)
    runner = BatchRunner(model, options=BatchOptions(rows=width, context_tokens=context_tokens), threads=2)
    prompt = "Green plants make sugar from light, water and air. " * 60
    rows = [replace(row, prompt=f"{row.number} {prompt}") for row in rows_for(model, PROMPTS[:width])]
    really = 0
    for event in runner.run(rows):
        if isinstance(event, ModelReady):
            process = psutil.Process(runner.worker_pid)
        elif isinstance(event, RowAnswered):
            resident = process.memory_info().rss
            pages_of_the_file = sum(each.rss for each in process.memory_maps() if Path(each.path).name == path.name)
            really = max(really, resident - pages_of_the_file + path.stat().st_size)
    difference = need.total - really
    assert abs(difference) <= max(really / 10, 60_000_000), f"{need.total:,} was estimated, {really:,} was taken"
    assert difference >= -10_000_000, "an estimate that is too small lets a machine swap"
