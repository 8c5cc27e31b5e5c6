"""Bad input costs a clear sentence and an exit code; never a traceback, and never the other side's answer."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import gguf_files
from tests.app.conftest import Run

pytestmark = pytest.mark.process


def assert_refused(done: "subprocess.CompletedProcess[str]", sentence: str) -> None:
    assert done.returncode not in (0, 130), done.stdout
    output = " ".join((done.stdout + done.stderr).split())
    assert sentence in output, output
    assert "Traceback" not in output


def empty(folder: Path) -> Path:
    path = folder / "m.gguf"
    path.touch()
    return path


def text(folder: Path) -> Path:
    path = folder / "m.gguf"
    path.write_text("Dear reader, this is not a model at all.\n" * 20)
    return path


def absurd_counts(folder: Path) -> Path:
    path = folder / "m.gguf"
    path.write_bytes(b"GGUF" + (3).to_bytes(4, "little") + b"\xff" * 16 + b"\0" * 100)
    return path


BAD_FILES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "no such file": (lambda folder: folder / "no.gguf", "no.gguf"),
    "a folder": (lambda folder: folder, "folder"),
    "empty": (empty, "empty"),
    "text": (text, "not a GGUF"),
    "cut off": (lambda folder: gguf_files.cut_off(folder / "m.gguf"), "cut off"),
    "absurd counts": (absurd_counts, "model file"),
    "vocabulary only": (lambda folder: gguf_files.vocabulary_only(folder / "m.gguf"), "vocabulary"),
    "an unknown architecture": (lambda folder: gguf_files.unknown_architecture(folder / "m.gguf"), "architecture"),
    "one that llama.cpp aborts on": (lambda folder: gguf_files.too_many_layers(folder / "m.gguf"), "SIGABRT"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_model_file_is_named_in_a_sentence(run: Run, tiny_base: Path, tmp_path: Path, name: str) -> None:
    make, sentence = BAD_FILES[name]
    assert_refused(run("compare", "hi", "--a", make(tmp_path), "--b", tiny_base, "--max-tokens", "5"), sentence)


def test_a_side_that_dies_while_loading_leaves_the_other_its_answer(run: Run, tiny_base: Path, tmp_path: Path) -> None:
    deadly = gguf_files.too_many_layers(tmp_path / "m.gguf")
    done = run("compare", "hi", "--a", deadly, "--b", tiny_base, "--max-tokens", "5", "--json")
    assert done.returncode == 1
    result = json.loads(done.stdout)
    assert result["a"]["error"]["type"] == "WorkerDied"
    assert result["b"]["completion_tokens"] == 5


TEMPLATES = {
    "loops": ("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", "2 seconds"),
    "builds 300 MB": ("{% for a in range(99999) %}{{ 'x' * 4000 }}{% endfor %}", "too much text"),
    "raises": ("{{ raise_exception('not with me') }}", "not with me"),
    "does not parse": ("{% if %}", "mistake"),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_bad_template_costs_its_own_side_only(run: Run, tiny_base: Path, tmp_path: Path, name: str) -> None:
    source, sentence = TEMPLATES[name]
    path = gguf_files.tiny_model(tmp_path / "m.gguf", chat_template=source)
    done = run("compare", "hi", "--a", path, "--framing-a", "chat", "--b", tiny_base, "--max-tokens", "5", "--json")
    result = json.loads(done.stdout)
    assert done.returncode == 1
    assert result["a"]["error"]["type"] == "TemplateFailed"
    assert sentence in result["a"]["error"]["message"]
    assert result["b"]["completion_tokens"] == 5


def test_chat_without_a_template_is_refused(run: Run, tiny_base: Path) -> None:
    done = run("compare", "hi", "--a", tiny_base, "--framing-a", "chat", "--b", tiny_base)
    assert_refused(done, "This model has no chat template")


def test_a_prompt_longer_than_the_context_is_refused_with_both_numbers(run: Run, tiny_base: Path) -> None:
    done = run("compare", "word " * 2000, "--a", tiny_base, "--b", tiny_base, "--context", "512")
    assert_refused(done, "this model's context holds 512")


@pytest.mark.parametrize("prompt", ["", "   \n"])
def test_an_empty_prompt_is_refused(run: Run, tiny_base: Path, prompt: str) -> None:
    assert_refused(run("compare", prompt, "--a", tiny_base, "--b", tiny_base), "The prompt is empty.")


def test_a_pipe_that_is_not_utf_8_is_refused_with_the_line(run: Run, tiny_base: Path) -> None:
    done = run("compare", "--a", tiny_base, "--b", tiny_base, stdin=b"good\nb\xffd\n")
    assert_refused(done, "Line 2 is not UTF-8 text (byte 2 of the line).")
    assert "good" not in done.stdout


def test_a_model_that_can_not_fit_is_refused_with_the_sum_before_it_is_loaded(
    run: Run, tiny_base: Path, tmp_path: Path
) -> None:
    path = gguf_files.tiny_model(tmp_path / "m.gguf", n_ctx_train=1_000_000_000)
    done = run("compare", "hi", "--a", path, "--b", tiny_base, "--context", str(1_000_000_000))
    assert_refused(done, "of memory;")
    assert "A (m) needs about" in done.stderr


def test_an_empty_pipe_is_refused(run: Run, tiny_base: Path) -> None:
    assert_refused(run("compare", "--a", tiny_base, "--b", tiny_base), "There is no prompt.")


def test_without_any_model_the_way_to_get_one_is_shown(run: Run) -> None:
    assert_refused(run("compare", "hi"), "counterpoint starter")


def test_an_unknown_name_is_refused_with_near_ones(run: Run, tiny_base: Path) -> None:
    run("models", "add", tiny_base)
    assert_refused(run("compare", "hi", "--a", "tiny-bsae", "--b", tiny_base), "tiny-base")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--temperature", "-1"), "The temperature is -1"),
        (("--top-p", "2"), "The top-p is 2"),
        (("--seed", "-5"), "The seed is -5"),
        (("--max-tokens", "0"), "The max tokens is 0"),
        (("--max-tokens", "9" * 25), "The max tokens is 9,999"),
        (("--context", "0"), "--context"),
        (("--threads", "100000"), "--threads"),
        (("--logit-bias", "x=1"), "is not a logit bias"),
        (("--logit-bias", f"{2**32 + 5}=1"), "can't be a logit bias"),
        (("--grammar", "/no/such/file"), "can't be read"),
        (("--framing-a", "poetry"), "poetry"),
    ],
)
def test_a_bad_option_is_named(run: Run, tiny_base: Path, options: tuple[str, ...], sentence: str) -> None:
    assert_refused(run("compare", "hi", "--a", tiny_base, "--b", tiny_base, *options), sentence)


def test_a_damaged_library_is_named_and_kept(run: Run, home: Path) -> None:
    library = home / "data" / "library.json"
    library.parent.mkdir(parents=True)
    library.write_text("{ not json")
    assert_refused(run("models", "list"), "library")
    assert library.read_text() == "{ not json"


def test_escape_codes_in_a_prompt_or_a_name_never_reach_the_terminal(run: Run, tmp_path: Path, tiny_base: Path) -> None:
    path = gguf_files.tiny_model(tmp_path / "m.gguf", name="evil\x1b[2J\x1b]0;owned\x07")
    done = run("models", "inspect", path)
    assert "\x1b" not in done.stdout
    assert "\x07" not in done.stdout
    piped = run("compare", "--a", tiny_base, "--b", tiny_base, "--max-tokens", "3", stdin=b"clear \x1b[2J me\n")
    assert "\x1b" not in piped.stdout
