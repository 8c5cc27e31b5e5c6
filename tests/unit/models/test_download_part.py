"""What stands beside an unfinished file, whatever somebody has done to it."""

from __future__ import annotations

import hashlib
import string
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.errors import DownloadFailed
from lab.models.download_order import DownloadOrder, Sidecar, order_of, safe_path, sidecars_of, target_of
from lab.models.download_part import Part, discard, is_taken, part_of, read_sidecar, sidecar_of, write_sidecar
from lab.models.hub_values import HubFile
from lab.records import Kind

DATA = bytes(range(256)) * 4000
HEX = "0123456789abcdef"

_names = st.text(string.ascii_letters + string.digits + "-_. äß", min_size=1, max_size=20).filter(
    lambda name: not name.endswith((" ", ".")) and not name.startswith(".")
)


def _usable(file: str) -> bool:
    try:
        safe_path(file)
    except DownloadFailed:
        return False
    return True


sidecars = st.builds(
    Sidecar,
    order=st.text(HEX, min_size=32, max_size=32),
    position=st.integers(0, 9),
    of=st.integers(1, 10),
    repository=st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,9}/[A-Za-z0-9][A-Za-z0-9_-]{0,9}", fullmatch=True),
    commit=st.text(HEX, min_size=40, max_size=40),
    file=st.lists(_names, min_size=1, max_size=3).map("/".join).filter(_usable),
    url=st.from_regex(r"https?://[a-z]{1,9}/[a-z]{0,9}", fullmatch=True),
    size_bytes=st.integers(1, 2**50),
    sha256=st.text(HEX, min_size=64, max_size=64),
    etag=st.text(max_size=40).filter(lambda text: text.isprintable()),
    name=st.text(max_size=40).filter(lambda text: text.isprintable()),
    kind=st.one_of(st.none(), st.sampled_from(Kind)),
    licence=st.text(max_size=40).filter(lambda text: text.isprintable()),
    licence_url=st.text(max_size=40).filter(lambda text: text.isprintable()),
)


@given(sidecars)
def test_a_sidecar_comes_back_as_it_was_written(sidecar: Sidecar) -> None:
    assert msgspec.json.decode(msgspec.json.encode(sidecar), type=Sidecar) == sidecar


@given(sidecars)
def test_what_a_sidecar_names_stays_in_its_folder(sidecar: Sidecar) -> None:
    models = Path("/home/somebody/models")
    target = target_of(models, sidecar.source)
    assert target.is_relative_to(models)
    assert ".." not in target.parts


@given(st.text(), st.text())
def test_no_name_leads_out_of_the_folder(repository: str, file: str) -> None:
    models = Path("/home/somebody/models")
    source = HubFile(repository=repository, file=file, commit="c" * 40, size_bytes=1, sha256="0" * 64, url="http://x/")
    try:
        target = target_of(models, source)
    except DownloadFailed:
        return
    assert target.is_relative_to(models)
    assert ".." not in target.parts
    assert target.parent != models


@given(st.binary(max_size=400))
def test_anything_in_a_sidecars_place_is_a_sidecar_or_none(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    target = tmp_path_factory.mktemp("part") / "x.gguf"
    sidecar_of(target).write_bytes(data)
    assert read_sidecar(target) is None


def test_a_sidecar_that_is_nested_without_end_is_none(tmp_path: Path) -> None:
    sidecar_of(tmp_path / "x.gguf").write_bytes(b'{"x":' + b"[" * 100_000)
    assert read_sidecar(tmp_path / "x.gguf") is None


@given(sidecars, st.data())
def test_a_sidecar_that_was_cut_off_is_none(
    tmp_path_factory: pytest.TempPathFactory, sidecar: Sidecar, data: st.DataObject
) -> None:
    target = tmp_path_factory.mktemp("part") / "x.gguf"
    write_sidecar(target, sidecar)
    assert read_sidecar(target) == sidecar
    whole = sidecar_of(target).read_bytes()
    sidecar_of(target).write_bytes(whole[: data.draw(st.integers(0, len(whole.rstrip()) - 1))])
    assert read_sidecar(target) is None


@given(st.permutations(range(4)), st.sets(st.integers(0, 3)))
def test_an_order_is_only_what_has_all_its_files(order: list[int], lost: set[int]) -> None:
    files = tuple(source(f"x-{number}.gguf") for number in range(4))
    wanted = DownloadOrder(files=files, name="x", kind=Kind.BASE, licence="mit")
    written = sidecars_of("a" * 32, wanted)
    left = [written[number] for number in order if number not in lost]
    assert order_of(left) == (wanted if not lost else None)


def source(file: str = "x.gguf") -> HubFile:
    return HubFile(
        repository="some/one",
        file=file,
        commit="c" * 40,
        size_bytes=len(DATA),
        sha256=hashlib.sha256(DATA).hexdigest(),
        url="http://127.0.0.1/x",
    )


def a_part(target: Path, etag: str = "") -> Part:
    (sidecar,) = sidecars_of("a" * 32, DownloadOrder(files=(source(),)))
    return Part(target, msgspec.structs.replace(sidecar, etag=etag))


def nothing(_done: int) -> None:
    """Nobody listens."""


def test_bytes_from_an_earlier_time_are_hashed_and_gone_on_with(tmp_path: Path) -> None:
    target = tmp_path / "x.gguf"
    first = a_part(target)
    first.open(nothing)
    first.keep_etag('"v1"')
    first.write(DATA[:500_000])
    first.close()
    second = a_part(target)
    second.open(nothing)
    assert (second.done_bytes, second.sidecar.etag, second.is_resumed) == (500_000, '"v1"', True)
    second.write(DATA[500_000:])
    assert second.is_right()
    second.finish()
    assert target.read_bytes() == DATA
    assert not part_of(target).exists()


@pytest.mark.parametrize("spoil", ["no sidecar", "another checksum", "too long"])
def test_bytes_that_nobody_vouches_for_are_thrown_away(tmp_path: Path, spoil: str) -> None:
    target = tmp_path / "x.gguf"
    first = a_part(target)
    first.open(nothing)
    first.write(DATA[:100])
    first.close()
    if spoil == "no sidecar":
        sidecar_of(target).unlink()
    elif spoil == "another checksum":
        write_sidecar(target, msgspec.structs.replace(first.sidecar, sha256="f" * 64))
    else:
        part_of(target).write_bytes(DATA + b"more")
    second = a_part(target)
    second.open(nothing)
    assert (second.done_bytes, second.is_resumed) == (0, False)
    second.close()


def test_a_file_that_is_not_right_gets_no_place(tmp_path: Path) -> None:
    part = a_part(tmp_path / "x.gguf")
    part.open(nothing)
    part.write(b"x" * len(DATA))
    assert not part.is_right()
    with pytest.raises(AssertionError):
        part.finish()
    part.close()
    assert not (tmp_path / "x.gguf").exists()


def test_one_process_has_a_part_at_a_time(tmp_path: Path) -> None:
    target = tmp_path / "folder" / "x.gguf"
    first = a_part(target)
    first.open(nothing)
    assert is_taken(target)
    assert not discard(target)
    first.close()
    assert not is_taken(target)
    assert discard(target)
    assert not target.parent.exists()


def test_what_a_killed_program_left_does_not_keep_the_folder(tmp_path: Path) -> None:
    target = tmp_path / "someone" / "tiny.gguf"
    target.parent.mkdir()
    part_of(target).write_bytes(b"half")
    sidecar = sidecar_of(target)
    sidecar.with_name(f"{sidecar.name}abcd_123.new").write_bytes(b"half a sidecar")
    assert discard(target)
    assert not target.parent.exists()
