import pytest

from lab.errors import TemplateFailed
from lab.generation.chat_template import ChatTemplate
from lab.generation.framing import Framed, frame
from lab.records import Framing, Turn
from tests.gguf_files import CHATML

EARLIER = (Turn(prompt="What is a leaf?", response=" A part of a plant."),)


def framed(
    framing: Framing, *, system: str = "", turns: tuple[Turn, ...] = (), template: ChatTemplate | None = None
) -> Framed:
    return frame(framing, system_prompt=system, turns=turns, prompt="What is a root?", template=template)


def test_raw_gives_the_prompt_and_nothing_else() -> None:
    result = framed(Framing.RAW)
    assert result.text == "What is a root?"
    assert result.stop_texts == ()


def test_raw_goes_on_from_what_was_said_before() -> None:
    result = framed(Framing.RAW, turns=EARLIER)
    assert result.text == "What is a leaf? A part of a plant.\n\nWhat is a root?"


def test_qa_ends_where_the_answer_begins_and_stops_at_the_next_question() -> None:
    result = framed(Framing.QA, turns=EARLIER)
    assert result.text == "Question: What is a leaf?\nAnswer: A part of a plant.\n\nQuestion: What is a root?\nAnswer:"
    assert result.stop_texts == ("\nQuestion:",)


def test_in_context_shows_three_worked_examples_before_the_prompt() -> None:
    text = framed(Framing.IN_CONTEXT).text
    assert text.count("User:") == 4
    assert text.endswith("User: What is a root?\nAssistant:")


@pytest.mark.parametrize("framing", [Framing.RAW, Framing.QA, Framing.IN_CONTEXT])
def test_a_system_prompt_stands_before_the_conversation(framing: Framing) -> None:
    text = framed(framing, system="Speak like a pirate.").text
    assert text.index("Speak like a pirate.") < text.index("What is a root?")


def test_chat_is_refused_where_the_file_has_no_template() -> None:
    with pytest.raises(TemplateFailed, match="no chat template"):
        framed(Framing.CHAT)


def test_chat_uses_the_models_own_template() -> None:
    template = ChatTemplate(CHATML, bos_text="<s>", eos_text="</s>")
    assert framed(Framing.CHAT, turns=EARLIER, template=template).text == (
        "<|im_start|>user\nWhat is a leaf?<|im_end|>\n"
        "<|im_start|>assistant\n A part of a plant.<|im_end|>\n"
        "<|im_start|>user\nWhat is a root?<|im_end|>\n"
        "<|im_start|>assistant\n"
    )


def test_an_earlier_answer_stands_as_it_was_written_but_for_its_end() -> None:
    turn = Turn(prompt="What is a leaf?", response="\n\nA part of a plant. \n")
    assert "Answer:\n\nA part of a plant.\n\nQuestion: What is a root?" in framed(Framing.QA, turns=(turn,)).text


def test_an_answer_from_another_framing_gets_the_space_that_it_lacks() -> None:
    turn = Turn(prompt="What is a leaf?", response="A part of a plant.")
    assert "Answer: A part of a plant.\n\n" in framed(Framing.QA, turns=(turn,)).text
