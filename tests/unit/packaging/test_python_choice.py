import ast

import pytest

from tests.unit.packaging.conftest import SCRIPTS


@pytest.fixture
def choice(script):
    return script("python_choice")


@pytest.mark.parametrize("minor", [11, 12, 13])
def test_a_supported_python_meets_no_objection(choice, minor):
    assert choice.objection((3, minor), "cpython", True) is None


@pytest.mark.parametrize("version", [(3, 10), (3, 14), (2, 7)])
def test_another_version_is_refused_with_a_sentence_that_names_both(choice, version):
    reason = choice.objection(version, "cpython", True)
    assert "3.11, 3.12 or 3.13" in reason
    assert f"Python {version[0]}.{version[1]}." in reason


def test_another_implementation_is_refused(choice):
    assert "pypy" in choice.objection((3, 11), "pypy", True)


def test_a_32_bit_python_is_refused(choice):
    assert "32-bit" in choice.objection((3, 12), "cpython", False)


def test_the_newest_suitable_python_on_the_path_is_found(choice):
    there = {"python3.12": "3,12,cpython,True", "python3.11": "3,11,cpython,True"}
    found = choice.find_suitable(there.get, lambda words: there[words[0]], windows=False)
    assert found == ["python3.12"]


def test_a_stand_in_that_does_not_answer_is_passed_over(choice):
    there = {"python3.13": None, "python3.12": "3,12,cpython,False", "python3.11": "3,11,cpython,True"}
    found = choice.find_suitable(lambda name: name, lambda words: there[words[0]], windows=False)
    assert found == ["python3.11"]


def test_on_windows_the_launcher_is_asked_for_each_version(choice):
    found = choice.find_suitable(
        lambda name: name if name == "py" else None,
        lambda words: "3,12,cpython,True" if words == ["py", "-3.12"] else None,
        windows=True,
    )
    assert found == ["py", "-3.12"]


def test_nothing_is_found_where_nothing_is(choice):
    assert choice.find_suitable(lambda name: None, lambda words: None, windows=False) is None


def test_a_command_that_does_not_exist_describes_nothing(choice):
    assert choice.ask(["no-such-python-anywhere"]) is None


@pytest.mark.parametrize("name", ["python_choice.py", "setup_env.py"])
def test_an_old_python_can_read_the_files_that_refuse_it(name):
    ast.parse((SCRIPTS / name).read_text(encoding="utf-8"), feature_version=(3, 7))
