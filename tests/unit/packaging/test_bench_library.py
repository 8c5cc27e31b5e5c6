import pytest


@pytest.fixture(scope="module")
def library(script):
    return script("benchmarks.library")


def test_files_are_made_searched_and_timed(library, monkeypatch):
    monkeypatch.setattr(library, "VOCABULARIES", ((300, 0), (400, 300)))
    said = []
    first, again = library.measure(2, said.append, files=6)
    assert (first.number, first.unit, len(first.values), len(again.values)) == (13, "s", 2, 2)
    assert "6 files, the first time" in first.what
    assert first.goal.limit == 10
    assert again.goal.limit == 0.5
    assert said[0].startswith("Making 6 model files")


def test_a_search_that_does_not_find_every_file_is_no_measurement(library, tmp_path):
    with pytest.raises(RuntimeError, match="0 of 3"):
        library._search(tmp_path, tmp_path / "cache", 3)
