"""What is known of the selected model: the sum of its memory, alone and together, and the pair that it makes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from lab.amounts import size
from lab.models.fit import total_bytes
from lab.models.fit_verdict import Fit, judge_fit
from lab.models.memory_now import MemoryNow
from lab.records import Side
from tests import gguf_files
from tests.unit.ui.models.library.bench import Bench, model, press, words
from ui.controls.elided_label import ElidedLabel
from ui.models.columns import Column

_RESERVE = 300_000_000


def put(bench: Bench, name: str, **options: object) -> None:
    model(bench.folders.models / name / f"{name}.gguf", **options)


@pytest.fixture
def free(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How much memory is free; a test changes the number."""
    available = [4_000_000_000]
    monkeypatch.setattr("ui.models.stock.memory_now", lambda: MemoryNow(available=available[0], total=8_000_000_000))
    return available


@pytest.fixture
def pair(bench: Bench, free: list[int]) -> Bench:
    """A page on which a base model plays A, with a chat model of the same family that does not play yet."""
    put(bench, "tiny-base")
    put(bench, "tiny-chat", chat_template=gguf_files.CHATML)
    bench.playing[Side.A] = bench.library.add(bench.folders.models / "tiny-base" / "tiny-base.gguf")
    bench.open()
    bench.select("tiny-chat")
    return bench


def test_the_sum_is_shown_part_by_part_alone_and_together(pair: Bench) -> None:
    chat, base = pair.row("tiny-chat").facts.memory, pair.row("tiny-base").facts.memory
    said = words(pair.view.details.sum).split("\n")
    assert said[:2] == ["alone", "with tiny-base"]
    alone = chat.need(4096)
    together = total_bytes([alone, base.need(4096)])
    line = said.index("In all")
    assert said[line + 1 : line + 3] == [size(alone.total), size(together)]
    line = said.index("KV cache")
    assert said[line + 1] == size(alone.kv_cache)
    assert "Both fit." in words(pair.view.details)


def test_a_fitting_pair_is_called_one(pair: Bench) -> None:
    assert pair.view.details.suggested_side is Side.B
    assert "Beside tiny-base (A): a fitting pair" in pair.view.details.pair.text()


def test_on_the_side_of_the_other_there_is_no_pair(pair: Bench) -> None:
    pair.view.details.side.button("a").click()
    assert "No model plays side B yet" in pair.view.details.pair.text()
    assert "It fits." in words(pair.view.details)


def test_two_that_fit_alone_but_not_together_run_one_at_a_time(pair: Bench, free: list[int]) -> None:
    alone = pair.row("tiny-chat").alone.need_bytes
    free[0] = _RESERVE + alone + alone // 2
    pair.controller.refresh()
    pair.qtbot.waitUntil(lambda: pair.row("tiny-chat").fit is Fit.ONE_AT_A_TIME)
    assert "They fit one at a time" in words(pair.view.details)
    number = pair.table.shown.number_of(pair.row("tiny-chat").file.path)
    assert pair.table.shown.index(number, Column.FIT).data() == "one at a time"


def test_with_little_memory_a_model_is_slow_and_with_less_it_won_t_fit(pair: Bench, free: list[int]) -> None:
    alone = pair.row("tiny-chat").alone.need_bytes
    for available, fit, said in ((alone + 1000, Fit.SLOW, "slow"), (alone // 2, Fit.WONT_FIT, "won't fit")):
        free[0] = available
        pair.controller.refresh()
        pair.qtbot.waitUntil(lambda wanted=fit: pair.row("tiny-chat").fit is wanted)
        number = pair.table.shown.number_of(pair.row("tiny-chat").file.path)
        assert pair.table.shown.index(number, Column.FIT).data() == said
    assert size(alone) in pair.row("tiny-chat").why


def test_a_context_that_fits_is_proposed_and_taken(bench: Bench, free: list[int]) -> None:
    put(bench, "long", n_ctx_train=1_000_000)
    bench.preferences.change(context_tokens=262_144)
    bench.open()
    row = bench.row("long")
    free[0] = _RESERVE + row.facts.memory.need(20_000).total
    bench.controller.refresh()
    bench.qtbot.waitUntil(lambda: bench.row("long").fit is not Fit.FITS)
    proposed = judge_fit([row.facts.memory], 262_144, MemoryNow(available=free[0], total=8_000_000_000))
    assert proposed.proposed_context_tokens == 16_384
    press(bench.view.details, "Use 16,384 tokens")
    assert bench.preferences.value.context_tokens == 16_384
    bench.qtbot.waitUntil(lambda: bench.row("long").fit is Fit.FITS)
    assert "Counted with a context of 16,384 tokens." in words(bench.view.details)


def test_for_a_model_that_won_t_fit_a_smaller_one_can_be_looked_for(bench: Bench, free: list[int]) -> None:
    model(bench.folders.models / "tiny" / "tiny-0.5b-instruct.gguf", name="Tiny 0.5B Instruct")
    bench.open()
    bench.select("tiny-0.5b-instruct")
    assert bench.view.details.smaller.isHidden()
    free[0] = 1_000_000
    bench.controller.refresh()
    bench.qtbot.waitUntil(lambda: bench.row("tiny-0.5b-instruct").alone.fit is Fit.WONT_FIT)
    with bench.qtbot.waitSignal(bench.page.search_asked) as asked:
        press(bench.view.details, "Look for a smaller one")
    assert asked.args == ["tiny 0.5b"]


@pytest.mark.parametrize(("width", "height"), [(1288, 860), (1028, 700), (828, 600)])
def test_nothing_of_the_sum_is_cut_off_but_the_end_of_the_other_s_name(pair: Bench, width: int, height: int) -> None:
    put(pair, "a-model-with-a-very-long-name-indeed-that-fits-nowhere")
    pair.page.resize(width, height)
    pair.look_again()
    long = pair.row("a-model-with-a-very-long-name-indeed-that-fits-nowhere")
    pair.playing[Side.A] = pair.library.add(long.path)
    pair.controller.refresh()
    pair.qtbot.waitUntil(lambda: words(pair.view.details.sum).startswith("alone\nwith a-model"))
    pair.view.details.grab()
    labels = [label for label in pair.view.details.sum.findChildren(QLabel) if label.isVisible() and label.text()]
    cut = [label for label in labels if label.width() < label.sizeHint().width()]
    assert [(type(label), label.text(), label.toolTip()) for label in cut] == [
        (ElidedLabel, f"with {long.name}", f"with {long.name}")
    ]
    assert cut[0].fontMetrics().horizontalAdvance("with a-model…") < cut[0].width()


def test_the_card_stands_beside_the_table_where_there_is_room(pair: Bench) -> None:
    details, table = pair.view.details, pair.table
    pair.page.resize(1284, 860)
    pair.qtbot.waitUntil(lambda: details.x() > table.width())
    pair.page.resize(824, 600)
    pair.qtbot.waitUntil(lambda: details.x() < 100)
    assert details.y() > table.parentWidget().y()


def test_what_is_free_is_said_in_the_head(pair: Bench) -> None:
    assert pair.page.header.facts.text().startswith("4.0 GB free memory · ")
    assert pair.page.header.facts.text().endswith("GB free disk")
