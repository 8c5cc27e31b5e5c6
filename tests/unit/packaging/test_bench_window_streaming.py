from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from lab.generation.scripted_backend import Script, ScriptedBackend


@pytest.fixture
def streaming(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("benchmarks.window_streaming")


def test_the_answer_has_as_many_tokens_as_it_should(streaming: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "script.toml"
    path.write_text('answers = ["-"]')
    assert len(ScriptedBackend(path).tokenize(streaming.answer())) == streaming.ANSWER_TOKENS
    assert len(ScriptedBackend(path).tokenize(streaming.answer(50))) == 50


def test_the_answer_holds_all_that_markdown_has(streaming: ModuleType) -> None:
    text = streaming.answer()
    for mark in ("## ", "- **", "```python", "|:---", "> ", "`sunlight`", "$6 CO_2"):
        assert text.count(mark) > 5


def test_the_script_is_one_that_a_worker_can_play(streaming: ModuleType, tmp_path: Path) -> None:
    path = streaming._script(tmp_path)
    script = msgspec.toml.decode(path.read_bytes(), type=Script)
    assert script.answers == [streaming.answer()]
    assert script.tokens_per_second >= streaming.TOKENS_PER_SECOND
