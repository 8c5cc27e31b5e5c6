from dataclasses import replace

from lab.records import AnswerState, KeptAnswer, SamplerSettings
from tests.unit.storage.samples import contestant
from ui.compare.inspector.proof import proof


def kept(name: str = "a-model", *, engine: str = "llama 1", sampler: SamplerSettings | None = None) -> KeptAnswer:
    return KeptAnswer(
        id=name,
        state=AnswerState.FINISHED,
        contestant=replace(contestant(name), sampler=sampler or SamplerSettings()),
        text="",
        response=None,
        engine=engine,
        problem="",
        begun_utc="",
        saved_utc="",
    )


def test_the_proof_names_file_hash_seed_and_engine() -> None:
    text = proof(kept(), kept("b-model"))
    assert "A  a-model\n     sha256 abababababababab…" in text
    assert "B  b-model" in text
    assert "llama 1" in text


def test_what_both_share_is_said_once() -> None:
    assert proof(kept(), kept("b-model")).count("seed 42") == 1
    assert proof(kept(), kept("b-model", sampler=SamplerSettings(seed=43))).count("seed 4") == 2


def test_settings_that_are_not_the_default_are_named() -> None:
    text = proof(kept(sampler=SamplerSettings(temperature=0.0, grammar='root ::= "yes"')), None)
    assert "temperature 0.0" in text
    assert "grammar" in text


def test_without_answers_there_is_nothing_to_prove() -> None:
    assert proof(None, None) == "Shown with the first answer."
