"""In which language the window speaks, and how that is found out."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from lab import language as spoken
from lab.language import number, tr
from lab.preferences import Language, PreferencesFile
from lab.settings import folders
from tests.app.environment import environment
from ui import language

ROOT = Path(__file__).parents[3]
OURS = "resources/translations/counterpoint_fr.ts"


@pytest.fixture
def compiled(tmp_path: Path) -> Path:
    """A folder with the French texts as they are in the sources."""
    script = (
        "import sys; from pathlib import Path; sys.path.insert(0, 'packaging'); import translations\n"
        f"translations.compile_one(Path({OURS!r}), Path(sys.argv[1], 'counterpoint_fr.qm'))"
    )
    subprocess.run([sys.executable, "-c", script, tmp_path], cwd=ROOT, check=True)
    return tmp_path


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    before = QLocale()
    yield
    spoken.install(spoken.ENGLISH, None)
    QLocale.setDefault(before)


def test_a_wish_is_followed(compiled: Path) -> None:
    assert language.speak("fr", compiled) is None
    assert (spoken.language(), tr("Settings"), number(1234.5, 1)) == ("fr", "Réglages", "1\u202f234,5")
    assert QLocale().monthName(11) == "novembre"


def test_a_text_that_nobody_translated_stays_english(compiled: Path) -> None:
    language.speak("fr", compiled)
    assert tr("Nobody has translated this.") == "Nobody has translated this."


def test_english_is_english_wherever_one_is(compiled: Path) -> None:
    language.speak("fr", compiled)
    assert language.speak("en", compiled) is None
    assert (spoken.language(), tr("Settings"), number(1234.5, 1)) == ("en", "Settings", "1,234.5")


@pytest.mark.parametrize("content", [None, b"", b"This is no file of Qt's."])
def test_texts_that_are_missing_or_broken_leave_it_english_and_that_is_told(
    tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "counterpoint_fr.qm").write_bytes(content)
    trouble = language.speak("fr", tmp_path)
    assert trouble is not None
    assert "can't be loaded, so this is English" in trouble.message
    assert (spoken.language(), tr("Settings")) == ("en", "Settings")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the environment doesn't say which language it is")
@pytest.mark.parametrize(
    ("system", "wish", "code"),
    [
        ("fr_FR.UTF-8", "", "fr"),
        ("fr_CA.UTF-8", "system", "fr"),
        ("fr_FR.UTF-8", "en", "en"),
        ("de_DE.UTF-8", "system", "en"),
        ("de_DE.UTF-8", "fr", "fr"),
        ("C", "klingon", "en"),
    ],
)
def test_without_a_wish_it_is_the_systems_language_if_there_are_texts(system: str, wish: str, code: str) -> None:
    script = f"from ui.language import spoken_for; print(spoken_for({wish!r}))"
    env = {**environment(ROOT), "LC_ALL": system, "LANGUAGE": ""}
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == code


def test_every_language_that_can_be_chosen_has_its_texts() -> None:
    codes = {each.value for each in Language} - {Language.SYSTEM.value, Language.ENGLISH.value}
    assert codes == set(language.TRANSLATED)
    assert {path.stem for path in (ROOT / OURS).parent.glob("*.ts")} == {f"counterpoint_{code}" for code in codes}


@pytest.mark.usefixtures("home")
def test_the_wish_is_what_the_preferences_say() -> None:
    assert language.kept_wish() == ""
    PreferencesFile(folders().data / "preferences.json").change(language=Language.FRENCH)
    assert language.kept_wish() == "fr"


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("content", [b"", b"[]", b'{"language": 3}', b"\xff\xfe", b"[" * 100_000])
def test_preferences_that_make_no_sense_are_no_wish(content: bytes) -> None:
    folders().data.mkdir(parents=True)
    (folders().data / "preferences.json").write_bytes(content)
    assert language.kept_wish() == ""


def test_the_language_is_known_before_any_text_is_read(home: Path) -> None:
    """Texts of modules are read when they are imported; so at the time of ``speak`` none of them may be."""
    script = (
        "import sys; from ui import language, launch\n"
        "for name, module in sorted(sys.modules.items()):\n"
        "    if name.partition('.')[0] in ('lab', 'ui') and 'tr' in vars(module): print(name)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment(home), capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.split() == ["lab.language"]
