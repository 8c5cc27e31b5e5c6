"""What is said of a download: how far, how fast, how long."""

from __future__ import annotations

import pytest

from lab.models.starter import StarterProgress
from lab.models.starter_table import StarterModel
from lab.records import Kind
from ui.first_start.meter import Meter, Reading
from ui.first_start.words import of_megabytes, speed, time_left


def model(name: str, kind: Kind, size_bytes: int) -> StarterModel:
    return StarterModel(
        name=name, kind=kind, file=f"{name}.gguf", size_bytes=size_bytes, licence="MIT",
        licence_url="https://example.org", made_by="us", repository=f"someone/{name}",
    )  # fmt: skip


BASE, CHAT = model("base", Kind.BASE, 300), model("chat", Kind.CHAT, 100)


def came(meter: Meter, done: int, total: int, now_s: float, step: str = "it from the Hub") -> Reading:
    meter.take(StarterProgress(step=step, done_bytes=done, total_bytes=total), now_s)
    return meter.reading(now_s)


def test_two_models_are_one_download() -> None:
    meter = Meter([BASE, CHAT])
    meter.begin(BASE)
    first = came(meter, 150, 300, 0)
    assert (first.step, first.done_bytes, first.total_bytes) == ("Fetching base", 150, 400)
    meter.begin(CHAT)
    second = came(meter, 100, 100, 1)
    assert (second.step, second.done_bytes, second.total_bytes) == ("Fetching chat", 400, 400)


def test_speed_is_that_of_the_last_seconds_and_unknown_at_first() -> None:
    meter = Meter([BASE])
    meter.begin(BASE)
    assert came(meter, 0, 300, 0).bytes_per_second is None
    assert came(meter, 10, 300, 2).bytes_per_second == 5
    came(meter, 10, 300, 20)
    later = came(meter, 90, 300, 24)
    assert later.bytes_per_second == 20
    assert later.seconds_left == pytest.approx(10.5)


def test_a_line_that_has_gone_dead_has_no_speed_and_no_end() -> None:
    meter = Meter([BASE])
    meter.begin(BASE)
    came(meter, 0, 300, 0)
    assert came(meter, 100, 300, 2).bytes_per_second == 50
    assert meter.reading(4).bytes_per_second == 25
    dead = meter.reading(20)
    assert (dead.done_bytes, dead.bytes_per_second, dead.seconds_left) == (100, None, None)


def test_a_model_that_comes_in_the_place_of_another_counts_in_its_place() -> None:
    meter = Meter([BASE, CHAT])
    meter.begin(BASE)
    came(meter, 250, 300, 0)
    meter.begin(model("other base", Kind.BASE, 500))
    instead = came(meter, 0, 500, 1)
    assert (instead.done_bytes, instead.total_bytes) == (0, 600)


def test_the_hub_knows_a_size_better_than_the_table() -> None:
    meter = Meter([BASE, CHAT])
    meter.begin(BASE)
    assert came(meter, 10, 310, 0).total_bytes == 410


def test_a_file_that_is_checked_is_shown_by_itself() -> None:
    meter = Meter([BASE, CHAT])
    meter.begin(BASE)
    came(meter, 300, 300, 0)
    checking = came(meter, 20, 300, 1, step="Checking base.gguf")
    assert (checking.step, checking.done_bytes, checking.total_bytes) == ("Checking base.gguf", 20, 300)
    assert checking.seconds_left is None


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (3, "a few seconds left"), (22, "about 20 s left"), (58, "about 1 min left"), (610, "about 10 min left"),
        (7500, "about 2 h 5 min left"),
    ],
)  # fmt: skip
def test_time_left_is_said_no_more_exactly_than_anybody_knows(seconds: float, words: str) -> None:
    assert time_left(seconds) == words


def test_sizes_and_speeds_are_short() -> None:
    assert of_megabytes(36_400_000, 144_810_944) == "36 of 145 MB"
    assert (speed(4_130_000), speed(87_000)) == ("4.1 MB/s", "87 kB/s")
