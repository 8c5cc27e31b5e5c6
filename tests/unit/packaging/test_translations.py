"""The tool behind the texts in other languages."""

import json

import pytest


@pytest.fixture
def tool(script):
    return script("translations")


@pytest.mark.parametrize(
    ("text", "translation", "fault"),
    [
        ("{n} turns", "{n} échanges", ""),
        ("{n} turns", "", "not translated"),
        ("{n} turns", "{m} échanges", "other places for values"),
        ("{n} turns", "des échanges", "other places for values"),
        ("A turn", "{n} échanges", "other places for values"),
        ("It is **here**.", "Il est **ici**.", ""),
        ("It is **here**.", "Il est ici.", "other marks"),
        ("<b>Here</b>", "<b>Ici<b>", "other marks"),
        ("One\ntwo", "Un deux", "other marks"),
        (" and more", "et plus", "other blanks around it"),
    ],
)
def test_a_translation_that_lost_something_is_found(tool, text, translation, fault):
    assert tool.fault_of(text, translation) == fault


def test_what_is_written_can_be_read_again_by_us_and_by_qt(tool, tmp_path):
    from PySide6.QtCore import QTranslator

    messages = {
        ("Open", "a verb"): "Ouvrir",
        ("Open", ""): "Ouvert",
        ('It\'s <b>"here"</b> & there …\nnew\tline', ""): "C'est «\u00a0ici\u00a0»\u202f!\n\tlà",
    }
    file = tmp_path / "counterpoint_fr.ts"
    tool.write(file, "fr", messages)
    assert tool.read(file) == messages
    assert "&#xa0;" in file.read_text(encoding="utf-8")  # blanks that look alike can be told apart
    tool.compile_all(tmp_path)
    translator = QTranslator()
    assert translator.load(str(tmp_path / "counterpoint_fr.qm"))
    assert {message: translator.translate("", *message) for message in messages} == messages


def test_only_what_is_newer_is_compiled(tool, tmp_path):
    file = tmp_path / "counterpoint_fr.ts"
    tool.write(file, "fr", {("Open", ""): "Ouvrir"})
    assert tool.stale(tmp_path) == [file]
    tool.compile_all(tmp_path)
    assert tool.stale(tmp_path) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["counterpoint_fr.qm", "counterpoint_fr.ts"]


def test_texts_are_collected_from_the_code_and_translations_are_taken_in(tool, tmp_path, monkeypatch, capsys):
    code = tmp_path / "root" / "ui"
    code.mkdir(parents=True)
    (code / "page.py").write_text(
        'A = tr("Open", "a verb", name=1)\nB = tr("In {n} " "pieces")\n'
        'class Page:\n    def show(self): return self.tr("not ours")\n',
        encoding="utf-8",
    )
    terminal = tmp_path / "root" / "lab" / "cli"
    terminal.mkdir(parents=True)
    (terminal / "words.py").write_text('A = tr("The terminal speaks English")\n', encoding="utf-8")
    monkeypatch.setattr(tool, "collect", lambda collect=tool.collect: collect(tmp_path / "root"))
    french, file = tmp_path / "fr.json", tmp_path / "counterpoint_fr.ts"
    french.write_text(json.dumps({"Open|a verb": "Ouvrir", "Nowhere": "Nulle part"}), encoding="utf-8")
    assert tool.update(file, "fr", [french]) == 1
    assert tool.read(file) == {("Open", "a verb"): "Ouvrir", ("In {n} pieces", ""): ""}
    said = capsys.readouterr().out
    assert "not in the code (fr.json): 'Nowhere'" in said
    assert "not translated: 'In {n} pieces'" in said
    french.write_text(json.dumps({"In {n} pieces": "En {n} morceaux"}), encoding="utf-8")
    assert tool.update(file, "fr", [french]) == 0
    (code / "page.py").write_text('B = tr("In {n} " "pieces")\n', encoding="utf-8")
    assert tool.update(file, "fr") == 0
    assert "gone from the code: 'Open|a verb', which was 'Ouvrir'" in capsys.readouterr().out
    assert tool.read(file) == {("In {n} pieces", ""): "En {n} morceaux"}
