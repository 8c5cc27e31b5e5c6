"""What a container leaves of the processor."""

from __future__ import annotations

from pathlib import Path

import pytest

from lab.models.control_group import group_folders, quota_cores


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


@pytest.fixture
def membership(tmp_path: Path) -> Path:
    return tmp_path / "membership"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "cgroup"


def test_the_group_and_those_around_it_are_named_the_inmost_first(membership: Path, root: Path) -> None:
    membership.write_text("0::/outer/inner\n")
    assert group_folders(membership, root) == [root / "outer" / "inner", root / "outer", root]


def test_the_tightest_group_counts(membership: Path, root: Path) -> None:
    membership.write_text("0::/outer/inner\n")
    write(root / "outer" / "inner" / "cpu.max", "max 100000\n")
    write(root / "outer" / "cpu.max", "150000 100000\n")
    write(root / "cpu.max", "400000 100000\n")
    assert quota_cores(membership, root) == 1.5


def test_in_a_container_what_stands_at_the_root_is_our_own(membership: Path, root: Path) -> None:
    membership.write_text("0::/not/to/be/seen\n")
    write(root / "cpu.max", "200000 100000\n")
    assert quota_cores(membership, root) == 2


@pytest.mark.parametrize("folder", ["cpu,cpuacct/docker/abc", "cpu,cpuacct", "cpu/docker/abc", "cpu"])
def test_groups_of_the_first_version_count_too(membership: Path, root: Path, folder: str) -> None:
    membership.write_text("5:cpuset:/docker/abc\n4:cpu,cpuacct:/docker/abc\n0::/docker/abc\n")
    write(root / folder / "cpu.cfs_quota_us", "300000\n")
    write(root / folder / "cpu.cfs_period_us", "100000\n")
    assert quota_cores(membership, root) == 3


def test_a_group_of_the_first_version_may_be_without_a_limit(membership: Path, root: Path) -> None:
    membership.write_text("4:cpu,cpuacct:/\n")
    write(root / "cpu" / "cpu.cfs_quota_us", "-1\n")
    write(root / "cpu" / "cpu.cfs_period_us", "100000\n")
    assert quota_cores(membership, root) is None


@pytest.mark.parametrize("text", ["max 100000\n", "", "many few\n", "100000 0\n", "\xff"])
def test_what_says_no_limit_or_nonsense_is_none(membership: Path, root: Path, text: str) -> None:
    membership.write_text("0::/\n")
    root.mkdir()
    (root / "cpu.max").write_text(text, encoding="latin-1")
    assert quota_cores(membership, root) is None


def test_where_there_are_no_groups_there_is_no_limit(membership: Path, root: Path) -> None:
    assert quota_cores(membership, root) is None
    assert group_folders(membership, root) == []
