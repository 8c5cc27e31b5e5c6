"""The manual is built, every link in it leads somewhere, and it loads nothing from elsewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_LOADED = re.compile(
    r"<(?:script|img|link|iframe|source)\b[^>]*?(?:src|href)=\"(?:https?:)?//|url\(['\"]?(?:https?:)?//"
)


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where it was built."""
    out = tmp_path_factory.mktemp("manual")
    words = [sys.executable, "-m", "sphinx", "--quiet", "--fail-on-warning", "--keep-going", "--fresh-env"]
    done = subprocess.run([*words, ROOT / "docs", out], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return out


def test_it_is_built_without_a_warning(manual: Path) -> None:
    built = {path.relative_to(manual).with_suffix(".md").as_posix() for path in manual.rglob("*.html")}
    written = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert written <= built


def test_it_loads_nothing_from_elsewhere(manual: Path) -> None:
    files = [path for path in manual.rglob("*") if path.suffix in (".html", ".css")]
    assert files
    assert [path.name for path in files if _LOADED.search(path.read_text("utf-8"))] == []


def test_its_pictures_are_few_and_small() -> None:
    named = {
        name
        for path in (ROOT / "docs").rglob("*.md")
        for name in re.findall(r"!\[[^\]]*\]\([./]*(resources/pictures/[^)]+)\)", path.read_text("utf-8"))
    }
    assert 1 <= len(named) <= 8
    assert [name for name in named if (ROOT / name).stat().st_size > 80_000] == []
