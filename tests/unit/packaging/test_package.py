"""What is put into the package that people install, and what is left out."""

import importlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.unit.packaging.conftest import SCRIPTS

ROOT = SCRIPTS.parent
LINUX = SCRIPTS / "package" / "linux"
needs_dpkg = pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="packages for Debian are made there")


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not shutil.which(program), reason=f"{program} is not here")


@pytest.fixture
def package_script(script: Callable[[str], ModuleType]) -> Iterator[Callable[[str], ModuleType]]:
    folder = str(SCRIPTS / "package")
    before = set(sys.modules)
    sys.path.insert(0, folder)
    yield importlib.import_module
    sys.path.remove(folder)
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", None)).startswith(folder):
            del sys.modules[name]


class Steps:
    """Runs what it is told at once."""

    def run(self, title: str, command: list[str | Path], env: object = None) -> None:
        subprocess.run(command, check=True, capture_output=True)


def code(file: Path, *needed: str) -> None:
    """A file that looks like a library which needs these versions of the C library."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"\x7fELF" + b"".join(b"\0GLIBC_" + each.encode() + b"\0" for each in needed))


@pytest.mark.skipif(os.name == "nt", reason="Windows gives links to administrators only")
def test_equal_files_become_links_to_the_one_with_the_shortest_name(package_script, tmp_path: Path) -> None:
    for name, content in (("libx.so", "x"), ("libx.so.0", "x"), ("libx.so.0.1", "x"), ("liby.so", "y")):
        (tmp_path / name).write_text(content)
    package_script("tidying").link_copies(tmp_path)
    links = {file.name: str(file.readlink()) for file in tmp_path.iterdir() if file.is_symlink()}
    assert links == {"libx.so.0": "libx.so", "libx.so.0.1": "libx.so"}
    assert (tmp_path / "libx.so.0.1").read_text() == "x"


@pytest.mark.skipif(os.name == "nt", reason="Windows gives links to administrators only")
def test_a_copy_in_another_folder_becomes_a_link_that_moves_along(package_script, tmp_path: Path) -> None:
    first, second = tmp_path / "one" / "a.libs", tmp_path / "one" / "b.libs"
    for folder in (first, second):
        folder.mkdir(parents=True)
        (folder / "libx.so").write_text("x")
    package_script("tidying").link_copies(first, second)
    moved = (tmp_path / "one").rename(tmp_path / "two")
    assert (moved / "b.libs" / "libx.so").is_symlink()
    assert (moved / "b.libs" / "libx.so").read_text() == "x"


@pytest.fixture
def trimming(package_script, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as PyInstaller loads it, with what each file is linked to told by us."""
    linked = {
        "/q/libqgtk3.so": ["libgtk-3.so.0", "libQt6Gui.so.6"],
        "/q/libqxcb.so": ["libQt6Gui.so.6"],
        "/u/libgtk-3.so.0": ["libgdk-3.so.0"],
        "/q/libQt6Gui.so.6": ["libz.so.1"],
    }
    teller = ModuleType("PyInstaller.depend.bindepend")
    teller.get_imports = lambda path: [(name, f"/u/{name}") for name in linked.get(path, [])]  # type: ignore[attr-defined]
    for name in ("PyInstaller", "PyInstaller.depend"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setitem(sys.modules, "PyInstaller.depend.bindepend", teller)
    loaded = package_script("trimming")
    monkeypatch.setattr(loaded.sys, "platform", "linux")
    return loaded


def test_an_unused_plug_in_goes_with_the_libraries_that_only_it_needs(trimming: ModuleType) -> None:
    gathered = [
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "/q/libqgtk3.so", "BINARY"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/q/libqxcb.so", "BINARY"),
        ("PySide6/Qt/lib/libQt6Gui.so.6", "/q/libQt6Gui.so.6", "BINARY"),
        ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK"),
        ("libgtk-3.so.0", "/u/libgtk-3.so.0", "BINARY"),
        ("libgdk-3.so.0", "/u/libgdk-3.so.0", "BINARY"),
        ("libz.so.1", "/u/libz.so.1", "BINARY"),
        ("libpython3.11.so.1.0", "/u/libpython3.11.so.1.0", "BINARY"),
        ("llama_cpp/lib/libggml-cpu-zen4.so", "/l/libggml-cpu-zen4.so", "BINARY"),
    ]
    kept = [place for place, _source, _kind in trimming.trimmed(gathered)]
    assert kept == [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/lib/libQt6Gui.so.6",
        "libQt6Gui.so.6",
        "libz.so.1",
        "libpython3.11.so.1.0",
        "llama_cpp/lib/libggml-cpu-zen4.so",
    ]


def test_of_qt_s_own_languages_those_of_the_program_stay(trimming: ModuleType) -> None:
    gathered = [
        (f"PySide6/Qt/translations/{name}.qm", "", "DATA") for name in ("qtbase_fr", "qtbase_de", "qt_fr", "qtbase_en")
    ]
    ours = ("resources/translations/counterpoint_fr.qm", "", "DATA")
    kept = [Path(place).stem for place, _source, _kind in trimming.spoken([*gathered, ours])]
    assert kept == ["qtbase_fr", "qtbase_en", "counterpoint_fr"]


def test_qt_keeps_every_language_that_the_program_speaks(trimming: ModuleType) -> None:
    ours = {path.stem.removeprefix("counterpoint_") for path in (ROOT / "resources/translations").glob("*.ts")}
    assert ours | {"en"} == set(trimming.LANGUAGES)


def test_the_package_asks_for_the_oldest_c_library_that_serves_everything(package_script, tmp_path: Path) -> None:
    code(tmp_path / "program", "2.2.5", "2.17")
    code(tmp_path / "lib" / "libx.so", "2.9", "2.36")
    (tmp_path / "readme.txt").write_bytes(b"\0GLIBC_2.99\0")
    assert package_script("deb").oldest_c_library(tmp_path) == "2.36"


@pytest.fixture
def deb(package_script, tmp_path: Path) -> Path:
    folder = tmp_path / "counterpoint"
    code(folder / "counterpoint", "2.36")
    (folder / "counterpoint").chmod(0o755)
    return package_script("deb").make_deb(Steps(), folder, tmp_path, "1.2.3")


def told(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@needs_dpkg
def test_the_deb_says_what_it_is_and_needs(deb: Path) -> None:
    assert told("dpkg-deb", "-f", deb, "Package", "Version").split() == [
        "Package:",
        "counterpoint",
        "Version:",
        "1.2.3",
    ]
    asked = told("dpkg-deb", "-f", deb, "Depends")
    assert asked.startswith("libc6 (>= 2.36), ")
    assert "libxcb1" in asked
    assert int(told("dpkg-deb", "-f", deb, "Installed-Size")) > 0


@needs_dpkg
def test_the_deb_holds_a_program_in_the_menu_and_nothing_for_root_alone(deb: Path, tmp_path: Path) -> None:
    subprocess.run(["dpkg-deb", "-x", deb, tmp_path / "x"], check=True)
    share = tmp_path / "x" / "usr" / "share"
    assert (tmp_path / "x/usr/bin/counterpoint").resolve() == tmp_path / "x/usr/lib/counterpoint/counterpoint"
    assert {file.relative_to(share).as_posix() for file in share.rglob("*") if file.is_file()} == {
        "applications/counterpoint.desktop",
        "doc/counterpoint/changelog.gz",
        "doc/counterpoint/copyright",
        "icons/hicolor/scalable/apps/counterpoint.svg",
        "lintian/overrides/counterpoint",
        "man/man1/counterpoint.1.gz",
        "metainfo/org.counterpoint_lab.counterpoint.metainfo.xml",
        "mime/packages/counterpoint.xml",
    }
    assert all(file.stat().st_mode & 0o044 == 0o044 for file in share.rglob("*"))


@needs("desktop-file-validate")
def test_the_menu_entry_is_one() -> None:
    said = subprocess.run(
        ["desktop-file-validate", ROOT / "resources/desktop/counterpoint.desktop"], capture_output=True, text=True
    )
    assert (said.returncode, said.stdout) == (0, "")


@needs("appstreamcli")
def test_the_description_for_software_centres_is_valid() -> None:
    file = LINUX / "org.counterpoint_lab.counterpoint.metainfo.xml"
    said = subprocess.run(["appstreamcli", "validate", "--no-net", file], capture_output=True, text=True)
    assert said.returncode == 0, said.stdout


@pytest.mark.skipif(not shutil.which("dpkg-query"), reason="Debian says where a library is from")
def test_a_library_of_the_system_is_listed_with_its_licence(package_script, tmp_path: Path) -> None:
    inside = tmp_path / "_internal"
    (inside / "resources").mkdir(parents=True)
    (inside / "resources" / "licences.json").write_text(json.dumps([]))
    (inside / "libc.so.6").write_text("taken from the system")
    (inside / "libours.so").write_text("nobody's")
    package_script("system_licences").add_licences(tmp_path)
    [listed] = json.loads((inside / "resources" / "licences.json").read_text())
    assert listed["name"] == "libc6"
    assert listed["version"].startswith("2.")
    assert "Lesser General Public License" in listed["text"]


def test_the_build_takes_no_arguments(script, capsys: pytest.CaptureFixture[str]) -> None:
    assert script("verbs").package(None, ["--fast"]) == 2
    assert "--fast" in capsys.readouterr().out
