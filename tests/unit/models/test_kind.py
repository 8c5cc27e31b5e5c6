"""Base or chat, from signs that each may mislead."""

from __future__ import annotations

from pathlib import Path

import pytest

from lab.models.gguf_header import GgufHeader, read_header
from lab.models.kind import judge, overruled
from lab.models.library import Library
from lab.models.starter import default_pair
from lab.records import Kind
from tests import gguf_files

HELPFUL = gguf_files.CHATML + "{# You are a helpful AI assistant named Tiny #}"


def header(folder: Path, file_name: str = "model.gguf", **options: object) -> GgufHeader:
    return read_header(gguf_files.tiny_model(folder / file_name, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("file_name", "kind"),
    [
        ("SmolLM2-135M-Instruct.Q4_1.gguf", Kind.CHAT),
        ("gemma-3-270m-it-Q4_K_M.gguf", Kind.CHAT),
        ("Llama-2-7B-Chat.gguf", Kind.CHAT),
        ("OLMo-2-1124-7B-DPO.Q4_K_M.gguf", Kind.CHAT),
        ("Qwen3-0.6B-Base.Q8_0.gguf", Kind.BASE),
        ("gemma-3-1b-pt.gguf", Kind.BASE),
        ("Titanic-capital-database-3B.gguf", Kind.BASE),  # "it", "pt" and "base" inside words mean nothing
    ],
)
def test_words_in_the_file_name_tell_what_was_done_to_a_model(tmp_path: Path, file_name: str, kind: Kind) -> None:
    verdict = judge(header(tmp_path, file_name))
    assert verdict.kind is kind
    assert verdict.confidence >= 0.8
    assert not verdict.overruled


def test_a_chat_model_that_was_renamed_is_still_known_by_how_it_ends(tmp_path: Path) -> None:
    """The starter chat model: its finetune field says nothing and "Instruct" stood in the file name only."""
    fields = {"general.finetune": "8k-lc100k-mix1-ep2"}
    options = {"chat_template": HELPFUL, "end_token": gguf_files.IM_END, "fields": fields}
    named = judge(header(tmp_path, "SmolLM2-135M-Instruct.gguf", **options))
    renamed = judge(header(tmp_path, "model.gguf", **options))
    assert (named.kind, renamed.kind) == (Kind.CHAT, Kind.CHAT)
    assert 0.7 < renamed.confidence < named.confidence
    assert "<|im_end|>" in renamed.evidence[0]


def test_no_template_and_no_chat_name_mean_base_whatever_the_vocabulary_has(tmp_path: Path) -> None:
    """The starter base model: no template, no finetune, and chat tokens in its vocabulary all the same."""
    verdict = judge(header(tmp_path, "gemma-3-270m-q4_k_m.gguf", name="Gemma 3 270m"))
    assert verdict.kind is Kind.BASE
    assert "no chat template" in verdict.evidence[0]


def test_a_base_model_with_its_siblings_template_is_told_by_how_it_ends(tmp_path: Path) -> None:
    """Qwen 2.5 and 3: the base model ships the chat model's template but ends with another token."""
    options = {"chat_template": HELPFUL, "end_token": gguf_files.EOS}
    verdict = judge(header(tmp_path, architecture="qwen2", **options))
    assert verdict.kind is Kind.BASE
    assert verdict.confidence < 0.7
    assert len(verdict.evidence) == 3
    assert judge(header(tmp_path, architecture="llama", **options)).kind is Kind.UNSURE  # others' chat models do it too


def test_a_model_made_from_a_base_model_is_a_chat_model_unless_it_is_only_stored_in_another_way(tmp_path: Path) -> None:
    parent = {"general.base_model.0.name": "Tiny 3 Base"}
    made = judge(header(tmp_path, name="Tiny 3", fields=parent, chat_template="{{ messages }}"))
    assert made.kind is Kind.CHAT
    assert made.evidence[0] == "It was made from Tiny 3 Base by further training."
    stored = judge(header(tmp_path, name="tiny-3-base", fields=parent, chat_template="{{ messages }}"))
    assert stored.kind is Kind.BASE


def test_an_old_file_without_a_template_says_less(tmp_path: Path) -> None:
    old = judge(header(tmp_path, "model.gguf"))
    new = judge(header(tmp_path, "model.gguf", fields={"general.type": "model"}))
    assert (old.kind, new.kind) == (Kind.BASE, Kind.BASE)
    assert old.confidence < new.confidence


def test_a_template_that_is_kept_beside_the_file_counts(tmp_path: Path) -> None:
    verdict = judge(header(tmp_path), template_beside=True)
    assert verdict.kind is Kind.CHAT
    assert "beside it" in verdict.evidence[0]


def test_the_owner_of_a_repository_says_nothing_about_one_model(tmp_path: Path) -> None:
    assert judge(header(tmp_path), source="openchat/tiny-GGUF").kind is Kind.BASE


def test_portuguese_is_not_pretraining(tmp_path: Path) -> None:
    verdict = judge(header(tmp_path, "tiny-pt-br.gguf", chat_template="{{ messages }}"))
    assert verdict.kind is Kind.CHAT


def test_a_template_alone_is_a_weak_sign_of_chat(tmp_path: Path) -> None:
    verdict = judge(header(tmp_path, chat_template="{{ messages[0]['content'] }}"))
    assert verdict.kind is Kind.CHAT
    assert verdict.confidence <= 0.65


def test_a_name_that_says_base_outweighs_a_template(tmp_path: Path) -> None:
    assert judge(header(tmp_path, "tiny-base.gguf", chat_template="{{ messages }}")).kind is Kind.BASE


def test_names_that_contradict_each_other_leave_it_open(tmp_path: Path) -> None:
    verdict = judge(header(tmp_path, "tiny-base.gguf", name="Tiny Instruct"))
    assert verdict.kind is Kind.UNSURE
    assert verdict.evidence[-1] == "These contradict each other."


def test_the_repository_is_a_sign_too(tmp_path: Path) -> None:
    verdict = judge(header(tmp_path), source="bartowski/Tiny-Instruct-GGUF")
    assert verdict.kind is Kind.CHAT
    assert "repository" in verdict.evidence[0]


def test_our_own_table_outweighs_every_name(tmp_path: Path) -> None:
    verdict = judge(header(tmp_path, "tiny-instruct.gguf"), known=Kind.BASE)
    assert verdict.kind is Kind.BASE
    assert "own table" in verdict.evidence[0]


def test_a_person_overrules_everything_and_can_change_their_mind(tmp_path: Path) -> None:
    first = judge(header(tmp_path, "tiny-instruct.gguf"))
    said = overruled(Kind.CHAT, overruled(Kind.BASE, first))
    assert (said.kind, said.confidence, said.overruled) == (Kind.CHAT, 1.0, True)
    assert said.evidence == ("You said that this is a chat model.", *first.evidence)


def test_confidence_stays_between_a_guess_and_certainty(tmp_path: Path) -> None:
    for number, template in enumerate([None, "{{ messages }}", HELPFUL]):
        for name in ("x", "x-base", "x-it"):
            verdict = judge(header(tmp_path, f"{name}-{number}.gguf", chat_template=template))
            assert 0.5 <= verdict.confidence < 1


@pytest.mark.model
@pytest.mark.parametrize("file_name", ["", "model.gguf"])
def test_both_real_starter_models_come_out_right_without_our_table(
    starter_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file_name: str
) -> None:
    monkeypatch.setenv("COUNTERPOINT_HOME", str(starter_home))
    pair = default_pair(Library.open())
    assert pair is not None
    for model, kind in zip(pair, (Kind.BASE, Kind.CHAT), strict=True):
        link = tmp_path / (file_name or Path(model.path).name)
        link.unlink(missing_ok=True)
        link.symlink_to(model.path)
        assert judge(read_header(link)).kind is kind
