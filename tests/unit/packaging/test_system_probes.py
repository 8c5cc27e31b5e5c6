import pytest


@pytest.fixture
def needs(script):
    return script("system_needs")


@pytest.fixture
def probes(script, monkeypatch):
    """The probes on a machine with apt-get, where the user is not root."""
    module = script("system_probes")
    monkeypatch.setattr(module, "package_manager", lambda: "apt-get")
    monkeypatch.setattr(module, "_is_root", lambda: False)
    monkeypatch.setattr(module.sys, "platform", "linux")
    return module


def test_a_machine_with_everything_is_not_spoken_of(probes, monkeypatch, capsys):
    monkeypatch.setattr(probes, "missing_needs", lambda *, compiling: [])
    probes.require_system(None, compiling=True)
    assert capsys.readouterr().out == ""


def test_without_a_compiler_the_set_up_stops_and_says_how_to_get_one(probes, needs, monkeypatch, capsys):
    monkeypatch.setattr(probes, "missing_needs", lambda *, compiling: [needs.COMPILER])
    with pytest.raises(probes.SetupRefused, match=r"sudo apt-get install .* gcc g\+\+"):
        probes.require_system(None, compiling=True)
    assert "lacks a C++ compiler" in capsys.readouterr().out


def test_without_the_windows_libraries_the_terminal_still_gets_its_commands(probes, needs, monkeypatch, capsys):
    monkeypatch.setattr(probes, "missing_needs", lambda *, compiling: [needs.WINDOW_LIBRARIES[0]])
    probes.require_system(None, compiling=True)
    said = capsys.readouterr().out
    assert "the window does not" in said
    assert "sudo apt-get install" in said


def test_root_gets_it_installed_and_is_shown_the_command(probes, needs, monkeypatch, capsys):
    ran, missing = [], [[needs.COMPILER], []]

    class Steps:
        def run(self, title, command, env):
            ran.append(command)

    monkeypatch.setattr(probes, "_is_root", lambda: True)
    monkeypatch.setattr(probes, "missing_needs", lambda *, compiling: missing.pop(0))
    probes.require_system(Steps(), compiling=True)
    assert [command[1] for command in ran] == ["update", "install"]
    assert "    apt-get install" in capsys.readouterr().out


def test_a_full_disk_is_refused_before_anything_is_fetched(probes, monkeypatch, tmp_path):
    monkeypatch.setattr(probes, "_ROOM_BYTES", 10**18)
    with pytest.raises(probes.SetupRefused, match="GB are free"):
        probes.require_system(None, compiling=True, room_for=tmp_path)


def test_a_library_that_is_nowhere_is_missing(probes):
    assert not probes._can_load("libno-such-library.so.7")


def test_a_compiler_that_does_not_exist_compiles_nothing(probes):
    assert not probes._compiles("no-such-compiler", "c++")
