import pytest

from lab.amounts import rough_size, size, weights


@pytest.mark.parametrize(
    ("size_bytes", "words"),
    [
        (0, "0 MB"),
        (98_362_432, "98 MB"),
        (253_113_024, "253 MB"),
        (999_499_999, "999 MB"),
        (999_500_000, "1.0 GB"),
        (4_470_000_000, "4.5 GB"),
        (82_600_000_000, "82.6 GB"),
        (-253_113_024, "-253 MB"),
        (-4_470_000_000, "-4.5 GB"),
    ],
)
def test_sizes_are_said_as_on_a_disks_label(size_bytes: int, words: str) -> None:
    assert size(size_bytes) == words


@pytest.mark.parametrize(
    ("size_bytes", "words"),
    [(210_000_000, "210 MB"), (4_470_000_000, "4.5 GB"), (82_600_000_000, "83 GB"), (1_950_000_000_000, "1,950 GB")],
)
def test_of_very_much_no_more_is_said_than_matters(size_bytes: int, words: str) -> None:
    assert rough_size(size_bytes) == words


@pytest.mark.parametrize(("count", "words"), [(134_515_008, "135 M"), (999_700_000, "1.0 B"), (7_615_616_512, "7.6 B")])
def test_weights_are_counted_in_millions_and_billions(count: int, words: str) -> None:
    assert weights(count) == words
