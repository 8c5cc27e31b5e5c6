import json
from pathlib import Path

import pytest

from tests.app.conftest import Run

pytestmark = pytest.mark.process


def test_a_model_is_added_listed_and_overruled(run: Run, tiny_base: Path) -> None:
    assert "Added tiny-base." in run("models", "add", tiny_base).stdout
    (listed,) = json.loads(run("models", "list", "--json").stdout)
    assert (listed["name"], listed["kind"]["kind"]) == ("tiny-base", "base")
    assert "chat model now" in run("models", "set-kind", "tiny-base", "chat").stdout
    (listed,) = json.loads(run("models", "list", "--json").stdout)
    assert (listed["kind"]["kind"], listed["kind"]["overruled"]) == ("chat", True)
    assert "judged by its file again" in run("models", "set-kind", "tiny-base", "auto").stdout
    (listed,) = json.loads(run("models", "list", "--json").stdout)
    assert (listed["kind"]["kind"], listed["kind"]["overruled"]) == ("base", False)


def test_an_empty_library_says_how_to_fill_it(run: Run) -> None:
    assert "counterpoint starter" in run("models", "list").stdout


def test_inspecting_gives_the_kind_with_its_reasons(run: Run, tiny_chat: Path) -> None:
    facts = json.loads(run("models", "inspect", tiny_chat, "--json").stdout)
    assert facts["kind"]["kind"] == "chat"
    assert facts["kind"]["evidence"]
    assert facts["has_chat_template"]


def test_the_doctor_names_everything_and_what_is_missing(run: Run) -> None:
    done = run("doctor", "--json")
    report = json.loads(done.stdout)
    findings = {finding["name"]: finding for finding in report["findings"]}
    assert {"Python", "Processor", "Memory", "Models folder", "Library", "llama.cpp", "GPU", "Qt"} <= set(findings)
    assert findings["llama.cpp"]["value"].startswith("llama-cpp-python")
    assert findings["Library"]["problem"] == "There is no model yet."
    assert done.returncode == 1
