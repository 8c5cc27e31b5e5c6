"""Texts in other languages: collects them from the code, takes translations in, and compiles them for the window.

    python packaging/translations.py update [french.json …]
    python packaging/translations.py compile

``update`` (or ``make translations``) reads every ``tr("…")`` with Qt's lupdate, keeps what is translated already, and
takes in what JSON files say: ``{"English": "French", "Open|a verb": "Ouvrir"}``. ``compile`` makes a ``.qm`` file of
each newer ``.ts`` file with Qt's lrelease. The set-up and the build do so; nothing that is compiled is committed.
"""

from __future__ import annotations

import argparse
import collections
import html
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
_SPOKEN_IN = ("lab", "ui")
_ENGLISH_ONLY = "lab/cli/"
"""The terminal speaks English."""

Message = tuple[str, str]
"""A text and the comment that tells its meaning; the comment is mostly empty."""

PLACE = re.compile(r"\{[^{}]*\}")
"""Where a value is put in."""
_MARKS = re.compile(r"</?[a-z][^>]*>|\*\*|`|\n|&(?=\w)|#{1,3} ")


def main(arguments: list[str]) -> int:
    """Do what the command line says.

    Args:
        arguments: The words after the script's name.

    Returns:
        The exit code; 1 if something is left to translate.
    """
    parser = argparse.ArgumentParser(description="Texts in other languages.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    update_verb = verbs.add_parser("update", help="collect the texts, and take translations in")
    update_verb.add_argument("taken", nargs="*", type=Path, help="JSON files with translations")
    update_verb.add_argument("--language", default="fr")
    verbs.add_parser("compile", help="make what the window loads")
    wanted = parser.parse_args(arguments)
    if wanted.verb == "compile":
        compile_all()
        return 0
    return update(ts_file(wanted.language), wanted.language, wanted.taken)


def ts_file(language: str) -> Path:
    """Where the texts of a language stand."""
    return FOLDER / f"counterpoint_{language}.ts"


def update(file: Path, language: str, taken: Iterable[Path] = ()) -> int:
    """Bring a language's file up to date with the code, and say what is left to do.

    Args:
        file: The ``.ts`` file; made if it is not there.
        language: Its code, e.g. ``fr``.
        taken: JSON files with translations; the last one that knows a text wins, also over the file.

    Returns:
        0 if everything is translated and nothing looks wrong, else 1.
    """
    messages = collect()
    before = read(file) if file.exists() else {}
    after = dict(before)
    by_key = {key_of(message): message for message in messages}
    for source in taken:
        for key, text in json.loads(source.read_text(encoding="utf-8")).items():
            if key in by_key:
                after[by_key[key]] = text
            else:
                print(f"not in the code ({source.name}): {key!r}")
    found = {message: after.get(message, "") for message in messages}
    write(file, language, found)
    for message in before.keys() - found.keys():
        if before[message]:
            print(f"gone from the code: {key_of(message)!r}, which was {before[message]!r}")
    wrong = {message: fault for message, text in found.items() if (fault := fault_of(message[0], text))}
    for message, fault in wrong.items():
        print(f"{fault}: {key_of(message)!r}")
    print(f"{len(found)} texts, {len(wrong)} to be mended or translated.")
    return 1 if wrong else 0


def key_of(message: Message) -> str:
    """How a text is named in a JSON file."""
    text, comment = message
    return f"{text}|{comment}" if comment else text


def fault_of(text: str, translation: str) -> str:
    """What is wrong with a translation; empty if nothing is."""
    if not translation.strip():
        return "not translated"
    if collections.Counter(PLACE.findall(text)).keys() != collections.Counter(PLACE.findall(translation)).keys():
        return "other places for values"
    if collections.Counter(_MARKS.findall(text)) != collections.Counter(_MARKS.findall(translation)):
        return "other marks"
    blanks = [len(text) - len(text.lstrip()), len(text) - len(text.rstrip())]
    if blanks != [len(translation) - len(translation.lstrip()), len(translation) - len(translation.rstrip())]:
        return "other blanks around it"
    return ""


def sources(root: Path = ROOT) -> list[Path]:
    """The files whose texts are translated."""
    files = (path for folder in _SPOKEN_IN for path in (root / folder).rglob("*.py"))
    return sorted(path for path in files if not path.relative_to(root).as_posix().startswith(_ENGLISH_ONLY))


def collect(root: Path = ROOT) -> list[Message]:
    """Every text of the code, in its order, each once."""
    with tempfile.TemporaryDirectory(prefix="cp-") as scratch:
        names, found = Path(scratch, "files.txt"), Path(scratch, "found.ts")
        names.write_text("\n".join(str(path) for path in sources(root)), encoding="utf-8")
        words = ["-silent", "-locations", "none", "-source-language", "en", "-target-language", "fr"]
        subprocess.run([tool("lupdate"), *words, f"@{names}", "-ts", found], check=True, cwd=root)
        return list(read(found))


def read(file: Path) -> dict[Message, str]:
    """The texts of a ``.ts`` file with their translations; empty where there is none."""
    tree = ElementTree.parse(file)  # noqa: S314  (our own file, or lupdate's)
    found: dict[Message, str] = {}
    for context in tree.iter("context"):
        for message in context.iter("message") if not context.findtext("name") else ():  # a class's is no tr of ours
            text, comment = message.findtext("source", ""), message.findtext("comment", "")
            found[text, comment] = message.findtext("translation", "")
    return found


def write(file: Path, language: str, messages: Mapping[Message, str]) -> None:
    """Write a ``.ts`` file as lupdate does. It would take a text with comment and values for one that counts."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        "    <name></name>",
    ]
    for (text, comment), translation in messages.items():
        lines += ["    <message>", f"        <source>{_escaped(text)}</source>"]
        lines += [f"        <comment>{_escaped(comment)}</comment>"] if comment else []
        state = "" if translation else ' type="unfinished"'
        lines += [f"        <translation{state}>{_escaped(translation)}</translation>", "    </message>"]
    lines += ["</context>", "</TS>", ""]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def compile_all(folder: Path = FOLDER) -> None:
    """Compile each ``.ts`` file that is newer than what was compiled from it."""
    for source in stale(folder):
        compile_one(source, source.with_suffix(".qm"))


def stale(folder: Path = FOLDER) -> list[Path]:
    """The ``.ts`` files that have to be compiled."""
    return [source for source in sorted(folder.glob("*.ts")) if not _is_fresh(source, source.with_suffix(".qm"))]


def compile_one(source: Path, target: Path) -> None:
    """Compile a ``.ts`` file; whoever reads the old ``.qm`` file meanwhile finds it whole."""
    unfinished = target.with_name(f"{target.name}.{os.getpid()}")
    try:
        subprocess.run([tool("lrelease"), "-silent", source, "-qm", unfinished], check=True)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def tool(name: str) -> Path:
    """One of Qt's programs, as PySide6 brings it.

    Raises:
        FileNotFoundError: This Python has no PySide6.
    """
    found = importlib.util.find_spec("PySide6")
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError(f"This Python has no PySide6, which brings {name}.")
    return Path(next(iter(found.submodule_search_locations)), f"{name}.exe" if os.name == "nt" else name)


def _is_fresh(source: Path, target: Path) -> bool:
    return target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns


def _escaped(text: str) -> str:
    """As XML; blanks that can't be told apart by eye stand as numbers."""
    marks = html.escape(text).replace("&#x27;", "&apos;")
    return "".join(f"&#x{ord(sign):x};" if _is_unseen(sign) else sign for sign in marks)


def _is_unseen(sign: str) -> bool:
    return sign not in " \n" and unicodedata.category(sign) in ("Zs", "Zl", "Zp", "Cf", "Cc")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
