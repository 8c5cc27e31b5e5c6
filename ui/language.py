"""In which language the window speaks: chosen before anything else is imported, so that texts of modules follow it."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from lab import language
from lab.errors import LabError
from lab.settings import folders

TRANSLATED = ("fr",)
"""The languages besides English, by their codes."""

_FOLDER = Path(str(files("resources"))) / "translations"


def spoken_for(wish: str) -> str:
    """The code of the language that a wish leads to.

    Args:
        wish: A code; anything else is the system's language, or English if there are no texts in that.
    """
    codes = (wish, _code_of(QLocale.system()))
    return next((code for code in codes if code in (language.ENGLISH, *TRANSLATED)), language.ENGLISH)


def speak(wish: str, folder: Path = _FOLDER) -> LabError | None:
    """Speak the wished language from now on, here and in the engine.

    Args:
        wish: A code; anything else is the system's language.
        folder: Where the compiled texts are.

    Returns:
        Why it is English instead; None if it is as wished.
    """
    code, trouble = spoken_for(wish), None
    translator = QTranslator()
    if code != language.ENGLISH and not translator.load(str(folder / f"counterpoint_{code}.qm")):
        trouble = LabError(
            f"The texts in the language “{code}” can't be loaded, so this is English.",
            "Install Counterpoint again; in a folder of its sources, start it with “make run”.",
        )
        code = language.ENGLISH
    system = QLocale.system()
    # Another country's French also writes its own dates. By its name, since the system may mix its languages.
    locale = QLocale(system.name() if _code_of(system) == code else code)
    QLocale.setDefault(locale)
    if code == language.ENGLISH:
        language.install(code, None)
    else:

        def translate(text: str, comment: str) -> str:
            return translator.translate("", text, comment) or text

        language.install(code, translate, decimal_mark=locale.decimalPoint(), thousands_mark=locale.groupSeparator())
    return trouble


def kept_wish() -> str:
    """The language that the user has set; empty if none, or if the preferences can't be read.

    They are read once more when everything is imported; what is wrong with them is told then.
    """
    try:
        wish = json.loads((folders().data / "preferences.json").read_bytes()).get("language", "")
    except (OSError, ValueError, AttributeError, RecursionError):
        return ""
    return wish if isinstance(wish, str) else ""


def teach_qt(app: QCoreApplication) -> None:
    """Let the texts that come from Qt itself, such as those of its dialogs, be in the same language."""
    translator = QTranslator(app)
    place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language.language() != language.ENGLISH and translator.load(f"qtbase_{language.language()}", place):
        app.installTranslator(translator)


def _code_of(locale: QLocale) -> str:
    return locale.name().partition("_")[0]
