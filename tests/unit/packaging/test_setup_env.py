import subprocess
import sys
import tomllib

import pytest

from tests.unit.packaging.conftest import SCRIPTS

ROOT = SCRIPTS.parent


@pytest.fixture
def setup_env(script):
    return script("setup_env")


@pytest.mark.parametrize(
    ("arguments", "verb", "extra"),
    [
        ([], None, []),
        (["run"], "run", []),
        (["run", "--"], "run", []),
        (["run", "--", "compare", "Hi"], "run", ["compare", "Hi"]),
        (["run", "compare", "--", "-x"], "run", ["compare", "--", "-x"]),
        (["--"], None, []),
    ],
)
def test_the_words_after_the_verb_are_for_the_program(setup_env, arguments, verb, extra):
    assert setup_env.split(arguments) == (verb, extra)


def test_an_unknown_verb_is_refused_and_the_known_ones_are_named(setup_env, capsys):
    assert setup_env.main(["install"]) == 2
    said = capsys.readouterr().out
    assert "'install'" in said
    assert "run, test, check, faults, bench, screenshots, translations, manual, package, clean" in said


def test_an_unsuitable_python_goes_on_with_a_suitable_one(setup_env, monkeypatch, capsys):
    choice, called = setup_env.python_choice, []
    monkeypatch.setattr(choice, "objection_to_this_python", lambda: "This is Python 3.10.")
    monkeypatch.setattr(choice, "find_suitable", lambda: ["python3.12"])
    monkeypatch.setattr(setup_env.subprocess, "call", lambda words: called.append(words) or 7)
    assert setup_env.main(["run", "--", "doctor"]) == 7
    assert called[0][0] == "python3.12"
    assert called[0][2:] == ["run", "--", "doctor"]
    assert "Going on with python3.12" in capsys.readouterr().out


def test_where_there_is_no_suitable_python_the_user_is_told_what_to_install(setup_env, monkeypatch, capsys):
    monkeypatch.setattr(setup_env.python_choice, "objection_to_this_python", lambda: "This is Python 3.10.")
    monkeypatch.setattr(setup_env.python_choice, "find_suitable", lambda: None)
    assert setup_env.main([]) == 1
    assert "This is Python 3.10. Install one of them" in capsys.readouterr().out


def test_every_dependency_but_the_compiled_one_is_asked_of_pip(script):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = script("installation").requirements(project, ("dev",))
    assert any(line.startswith("numpy") for line in asked)
    assert any(line.startswith("pytest>") for line in asked)
    assert not any(line.startswith("llama") for line in asked)


def test_every_dependency_has_an_exact_version(script):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pins = {line.partition("==")[0] for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()}
    asked = script("installation").requirements(project, ("dev",))
    names = {line.replace("!", ">").partition(">")[0].lower() for line in asked}
    assert names <= pins


def test_the_scripts_do_not_stand_before_the_package_that_pip_and_pytest_use():
    assert not (SCRIPTS / "__init__.py").exists()
    words = [sys.executable, "-c", "import packaging.version"]
    assert subprocess.run(words, cwd=ROOT, check=False).returncode == 0


def test_a_start_with_nothing_to_do_loads_nothing_of_the_slow_half():
    code = (
        f"import sys; sys.path.insert(0, {str(SCRIPTS)!r}); import setup_env, environment, llama_wheel;"
        "setup_env._wanted(()); print(*sorted(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"installation", "progress", "tempfile", "tomllib", "ctypes"}.isdisjoint(loaded)
