"""What is remembered of files between two searches."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lab.models import found_cache
from lab.models.facts import facts_of
from lab.models.found_cache import FoundCache, Remembered
from lab.models.gguf_header import read_header
from tests import gguf_files


def remembered(path: str = "/a.gguf", **changes: object) -> Remembered:
    fields = {"path": path, "size_bytes": 10, "mtime_ns": 20, "source": "", "reason": "no", **changes}
    return Remembered(**fields)  # type: ignore[arg-type]


def test_facts_come_back_as_they_were(tmp_path: Path) -> None:
    facts = facts_of(read_header(gguf_files.tiny_model(tmp_path / "tiny.gguf")))
    kept = remembered(facts=facts, reason="")
    cache = FoundCache(tmp_path / "cache")
    cache.put(kept)
    cache.save()
    assert FoundCache(tmp_path / "cache").get("/a.gguf", 10, 20, "") == kept


@pytest.mark.parametrize(("size", "time", "source"), [(11, 20, ""), (10, 21, ""), (10, 20, "someone/tiny")])
def test_another_size_time_or_origin_makes_it_unknown(size: int, time: int, source: str) -> None:
    cache = FoundCache(None)
    cache.put(remembered())
    assert cache.get("/a.gguf", 10, 20, "") is not None
    assert cache.get("/a.gguf", size, time, source) is None


def test_it_is_bounded_and_keeps_what_was_asked_for_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(found_cache, "MAX_FILES", 3)
    cache = FoundCache(tmp_path / "cache")
    for name in "abcd":
        cache.put(remembered(name))
    assert cache.get("a", 10, 20, "") is not None
    cache.save()
    again = FoundCache(tmp_path / "cache")
    assert [name for name in "abcd" if again.get(name, 10, 20, "")] == ["a", "c", "d"]


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "cache"
    FoundCache(path).save()
    assert not path.exists()


def test_another_version_s_cache_counts_as_none(tmp_path: Path) -> None:
    path = tmp_path / "cache"
    cache = FoundCache(path)
    cache.put(remembered())
    cache.save()
    layout, *rest = msgspec.msgpack.decode(path.read_bytes()).values()
    path.write_bytes(msgspec.msgpack.encode({"layout": layout + "x", "files": rest[0]}))
    assert FoundCache(path).get("/a.gguf", 10, 20, "") is None


def test_a_cache_that_is_far_too_long_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "cache"
    cache = FoundCache(path)
    cache.put(remembered())
    cache.save()
    monkeypatch.setattr(found_cache, "MAX_CACHE_BYTES", path.stat().st_size - 1)
    assert FoundCache(path).get("/a.gguf", 10, 20, "") is None


def test_numbers_that_no_file_can_hold_are_not_kept_and_leave_nothing_behind(tmp_path: Path) -> None:
    cache = FoundCache(tmp_path / "cache")
    cache.put(remembered(size_bytes=1 << 80))
    cache.save()
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300), place=st.integers(0, 200), keep=st.integers(0, 400))
def test_no_damage_whatever_raises(tmp_path: Path, data: bytes, place: int, keep: int) -> None:
    path = tmp_path / "cache"
    cache = FoundCache(path)
    cache.put(remembered())
    cache.save()
    whole = bytearray(path.read_bytes())
    whole[place : place + len(data)] = data
    path.write_bytes(whole[:keep])
    again = FoundCache(path)
    again.put(remembered("/b.gguf"))
    again.save()
    assert FoundCache(path).get("/b.gguf", 10, 20, "") is not None
    path.unlink()
