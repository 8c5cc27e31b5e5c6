import os
import sys

import pytest


@pytest.fixture
def progress(script):
    return script("progress")


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("  [31/83] /usr/bin/c++ -DGGML_BUILD -o ggml.c.o -c ggml.c", "file 31 of 83"),
        ("[83/83] Linking CXX shared library bin/libllama.so", "file 83 of 83"),
        ("Collecting numpy==2.4.6 (from -c constraints.txt (line 50))", "numpy"),
        (
            "  Downloading numpy-2.4.6-cp311-manylinux.whl (16.9 MB)",
            "downloading numpy, 16.9 MB",
        ),
        ("Installing collected packages: shiboken6, PySide6_Essentials", "putting the files in place"),
        ("  Installing build dependencies: started", "getting the build tools"),
        ("  *** Configuring CMake...", "looking at the compiler"),
    ],
)
def test_a_line_of_output_says_how_far_the_step_is(progress, line, note):
    assert progress.note_from_line(line) == note


@pytest.mark.parametrize(
    "line",
    [
        "",
        "  Downloading numpy-2.4.6-cp311.whl.metadata (6.6 kB)",
        "ggml.c:31:83: warning: unused",
        "array[31/83] = 2;",
        "  [info] nothing",
    ],
)
def test_other_lines_say_nothing(progress, line):
    assert progress.note_from_line(line) is None


@pytest.mark.parametrize(("seconds", "words"), [(0.04, "0.0 s"), (9.94, "9.9 s"), (42.4, "42 s"), (185, "3 min 5 s")])
def test_a_time_is_said_as_people_say_it(progress, seconds, words):
    assert progress.duration(seconds) == words


def test_a_step_says_what_it_does_and_how_long_it_took_and_keeps_its_output(progress, tmp_path, capsys):
    steps = progress.Steps(tmp_path / "log", tmp_path)
    steps.run("Counting", [sys.executable, "-c", "print('one'); print('two')"])
    said = capsys.readouterr().out
    assert "- Counting ..." in said
    assert "- Counting: 0." in said
    assert "one" not in said
    assert "one\ntwo\n" in (tmp_path / "log").read_text(encoding="utf-8")


def test_a_step_is_not_led_astray_by_the_users_own_settings(progress):
    around = progress.surroundings(
        {"PATH": "/bin", "PYTHONPATH": "/mine", "PIP_USER": "1", "TMPDIR": "/tmp"}, "/scratch"
    )
    assert around == {"PATH": "/bin", "TMPDIR": "/scratch", "TEMP": "/scratch", "TMP": "/scratch"}


def test_a_failed_step_shows_the_end_of_its_output(progress, tmp_path):
    steps = progress.Steps(tmp_path / "log", tmp_path)
    with pytest.raises(progress.StepFailed) as failure:
        steps.run("Failing", [sys.executable, "-c", "for n in range(99): print(n)\nraise SystemExit(3)"])
    assert failure.value.title == "Failing"
    assert failure.value.last_lines == tuple(str(n) for n in range(69, 99))


def test_a_command_that_is_not_there_is_a_failed_step(progress, tmp_path):
    with pytest.raises(progress.StepFailed):
        progress.Steps(tmp_path / "log", tmp_path).run("Starting", [tmp_path / "nothing-here"])


@pytest.mark.skipif(os.name != "posix", reason="process groups are a POSIX thing")
def test_what_a_stopped_step_has_started_is_stopped_with_it(progress, tmp_path, monkeypatch):
    # The grandchild holds the write end of a pipe: its first byte tells that it lives, the pipe's end that it is gone.
    read_end, write_end = os.pipe()
    grandchild = f"import os, threading; os.write({write_end}, b'!'); threading.Event().wait(60)"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {grandchild!r}], pass_fds=[{write_end}])"
    steps = progress.Steps(tmp_path / "log", tmp_path, keep_open=(write_end,))

    def interrupted(*args):
        assert os.read(read_end, 1) == b"!"
        raise KeyboardInterrupt

    monkeypatch.setattr(steps, "_watch", interrupted)
    with pytest.raises(KeyboardInterrupt):
        steps.run("Waiting", [sys.executable, "-c", child])
    os.close(write_end)
    assert os.read(read_end, 1) == b""
    os.close(read_end)
