"""What may be shown of a comparison whose contestants are hidden."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lab.errors import LabError
from lab.records import Side
from lab.session.names_in_files import NamesInFiles
from tests.unit.storage.samples import contestant, response
from ui.compare import words
from ui.compare.blindfold import Blindfold, Sight

MODEL = replace(contestant().model, name="zeppelin-7b", path="/models/Zeppelin-7B.Q4_K_M.gguf")


@pytest.fixture
def blindfold() -> Blindfold:
    made = Blindfold()
    made.put_on([MODEL])
    return made


def test_before_it_is_put_on_everything_is_shown_as_it_is() -> None:
    blindfold = Blindfold()
    error = LabError("zeppelin-7b failed.")
    assert blindfold.answer("I am Gemma.") == "I am Gemma."
    assert blindfold.news(error) is error
    assert blindfold.refusal(error) is error
    assert blindfold.marks() == (None, "")
    assert blindfold.note(response("x"), "") == words.note(response("x"))


def test_answers_lose_the_names_of_makers_of_known_models_and_of_these(blindfold: Blindfold) -> None:
    blindfold.take_names(NamesInFiles(models=frozenset({"Hindenburg"}), makers=frozenset({"The Brass Workshop"})))
    shown = blindfold.answer("Gemma? No: Zeppelin 7B, called Hindenburg, by the Brass Workshop.")
    assert shown == "▮▮▮? No: ▮▮▮, called ▮▮▮, by ▮▮▮."


def test_how_an_answer_ended_is_not_told_only_that_it_is_not_finished(blindfold: Blindfold) -> None:
    assert blindfold.note(response("x"), "") == ""
    assert blindfold.note(None, "The process of zeppelin-7b died.") == "Not finished."


def test_errors_lose_names_and_what_each_side_needs(blindfold: Blindfold) -> None:
    news = blindfold.news(LabError("The file of zeppelin-7b is gone.", "Put zeppelin-7b back.", detail="zeppelin"))
    assert (news.message, news.hint, news.detail) == ("The file of ▮▮▮ is gone.", "Put ▮▮▮ back.", "")
    refusal = blindfold.refusal(LabError("A (zeppelin-7b) needs 9,000 MB."))
    assert "9,000" not in f"{refusal.message} {refusal.hint}"


def test_after_the_reveal_answers_are_whole_and_their_names_marked(blindfold: Blindfold) -> None:
    text = "I am Zeppelin 7B."
    find, _ = blindfold.marks()
    assert find is not None
    assert find(blindfold.answer(text)) == [(5, 8)]
    blindfold.sight = Sight.REVEALED
    find, tip = blindfold.marks()
    assert find is not None
    assert blindfold.answer(text) == text
    assert [text[begin:end] for begin, end in find(text)] == ["Zeppelin 7B"]
    assert tip


def test_on_which_side_a_script_plays_is_not_told(blindfold: Blindfold) -> None:
    assert blindfold.scripted({Side.A}) == blindfold.scripted({Side.B}) == "One side is a script."
    assert blindfold.scripted(set()) == ""
