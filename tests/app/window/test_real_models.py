"""The starter models with their real weights, in the real window."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from lab.models.library import Library
from lab.models.starter import default_pair
from lab.preferences import ComparisonSettings, SideSettings
from lab.records import AnswerState, Kind, SamplerSettings, Side, VoteChoice
from lab.settings import folders
from lab.storage import votes
from tests.app.window.driving import Driver

pytestmark = [pytest.mark.process, pytest.mark.model]


@pytest.fixture
def ready(driver: Driver, starter_home: Path) -> Driver:
    """A home of its own whose library knows the starter models."""
    folders().data.mkdir(parents=True)
    shutil.copy(starter_home / "data" / "library.json", folders().data / "library.json")
    settings = SideSettings(sampler=SamplerSettings(max_tokens=32))
    driver.preferences().change(settings=ComparisonSettings(a=settings), context_tokens=1024)
    driver.open_ready()
    return driver


def test_both_real_models_answer_are_voted_on_and_found_again_after_a_restart(ready: Driver) -> None:
    pair = default_pair(Library(folders().data / "library.json"))
    assert pair is not None
    assert [ready.pane(side).head._name.name() for side in Side] == [model.name for model in pair]
    comparison = ready.ask("Explain photosynthesis simply.")
    for answer, kind in ((comparison.a, Kind.BASE), (comparison.b, Kind.CHAT)):
        assert answer is not None
        assert answer.state is AnswerState.FINISHED
        assert answer.response is not None
        assert answer.response.completion_tokens > 4
        assert answer.contestant.model.verdict.kind is kind
        assert answer.engine.startswith("llama-cpp-python")
    ready.key(Qt.Key.Key_4)
    ready.close()
    ready.open_ready()
    history = ready.desktop._history
    assert history is not None
    history.opened.emit(comparison.session_id, comparison.id)
    assert comparison.a is not None
    text = comparison.a.text
    ready.wait(lambda: ready.pane(Side.A).view.text() == text)
    ready.wait(lambda: ready.desktop._page.vote_bar.opinion().choice is VoteChoice.B)
    store = ready.desktop._store
    assert store is not None
    (vote,) = store.read(votes.current, comparison.id).result()
    assert vote.choice is VoteChoice.B
    second = ready.ask("And why are leaves green?")
    assert second.parent_id == comparison.id
    assert second.b is not None
    assert second.b.response is not None
    assert "photosynthesis" in second.b.response.rendered_prompt
