"""What holds for every test: it leaves no thread and no process behind, and real models come from one place."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import psutil
import pytest
from PySide6.QtCore import QLocale

from lab.models import token_store
from tests import gguf_files

# Tests of the window need no screen; whoever wants to watch them sets another platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Dates and numbers are written the same wherever the tests run.
QLocale.setDefault(QLocale.c())

# A slow machine is no fault of the code: no test has a time limit.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

_LAST_BREATH_S = 2


@pytest.fixture(autouse=True)
def nothing_is_left_behind() -> Iterator[None]:
    threads = set(threading.enumerate())
    children = {child.pid for child in psutil.Process().children()}
    yield
    new_threads = [thread for thread in threading.enumerate() if thread not in threads]
    for thread in new_threads:
        thread.join(_LAST_BREATH_S)  # it may have been told to end a moment ago
    left_threads = [thread.name for thread in new_threads if thread.is_alive()]
    left_children = [child for child in psutil.Process().children() if child.pid not in children]
    assert not left_threads, f"threads left running: {left_threads}"
    assert not left_children, f"processes left running: {left_children}"


@pytest.fixture(autouse=True)
def nobodys_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test asks the keyring of whoever runs it; a token that one test keeps is gone with it."""
    monkeypatch.setattr(token_store, "_system_keyring", lambda: None)
    made = token_store._made
    made.cache_clear()
    yield
    made.cache_clear()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home for the program, offline."""
    monkeypatch.setenv("COUNTERPOINT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COUNTERPOINT_OFFLINE", "1")
    monkeypatch.delenv("COUNTERPOINT_HISTORY", raising=False)
    return tmp_path / "home"


@pytest.fixture(scope="session")
def tiny_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model without a template that talks until it is cut off."""
    return gguf_files.tiny_model(tmp_path_factory.mktemp("gguf") / "tiny-base.gguf", name="tiny base")


@pytest.fixture(scope="session")
def tiny_endless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As ``tiny_base``, with room for so many tokens that a test is over before they are."""
    path = tmp_path_factory.mktemp("gguf") / "tiny-endless.gguf"
    return gguf_files.tiny_model(path, name="tiny endless", n_ctx_train=32_768)


@pytest.fixture(scope="session")
def tiny_chat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model with a chat template that ends its answers by itself."""
    return gguf_files.tiny_model(
        tmp_path_factory.mktemp("gguf") / "tiny-chat.gguf",
        name="tiny chat",
        chat_template=gguf_files.CHATML,
        end_token=gguf_files.IM_END,
        end_logit=10.0,
        seed=1,
    )


@pytest.fixture(scope="session")
def starter_home() -> Path:
    """A home whose library holds the starter models with their real weights; `make test` fetches them."""
    folder = os.environ.get("COUNTERPOINT_TEST_HOME")
    if not folder:
        pytest.fail("COUNTERPOINT_TEST_HOME must name a home with the starter models; `make test` sets it")
    return Path(folder)
