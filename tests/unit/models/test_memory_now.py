"""How much memory is free."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from lab.models import memory_now
from lab.models.control_group import group_folders
from lab.models.fit_verdict import reserve_bytes


def test_the_limit_of_a_control_group_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "cgroup" / "lab"
    inner.mkdir(parents=True)
    (inner / "memory.max").write_text("1000000\n")
    (inner / "memory.current").write_text("700000\n")
    (inner / "memory.stat").write_text("anon 200000\ninactive_file 300000\nactive_file 200000\n")
    (tmp_path / "cgroup" / "memory.max").write_text("max\n")
    membership = tmp_path / "membership"
    membership.write_text("0::/lab\n")
    monkeypatch.setattr(memory_now, "group_folders", lambda: group_folders(membership, tmp_path / "cgroup"))
    assert memory_now.available_bytes() == 800_000


def test_of_what_a_control_group_may_have_other_programs_keep_their_share_and_not_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = tmp_path / "mine"
    group.mkdir()
    (group / "memory.max").write_text(f"{4_000_000_000}\n")
    monkeypatch.setattr(memory_now, "group_folders", lambda: [group])
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(available=500 * 10**9, total=512 * 10**9))
    now = memory_now.memory_now()
    assert now.total == 4_000_000_000
    assert reserve_bytes(now) == 300_000_000


def test_without_a_control_group_the_machine_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory_now, "group_folders", lambda: group_folders(tmp_path / "nothing", tmp_path))
    assert 0 < memory_now.available_bytes() <= psutil.virtual_memory().total


def test_what_is_free_is_less_than_what_is_built_in() -> None:
    now = memory_now.memory_now()
    assert 0 < now.available <= now.total
