import pytest


@pytest.fixture
def needs(script):
    return script("system_needs")


@pytest.fixture
def egl(needs):
    return next(need for need in needs.WINDOW_LIBRARIES if need.name == "libEGL.so.1")


@pytest.mark.parametrize(
    ("manager", "words"),
    [
        ("apt-get", "apt-get install -y --no-install-recommends gcc g++ libegl1"),
        ("dnf", "dnf install -y gcc gcc-c++ libEGL.so.1()(64bit)"),
        ("zypper", "zypper install -y gcc gcc-c++ libEGL.so.1()(64bit)"),
        ("pacman", "pacman -S --needed gcc libglvnd"),
    ],
)
def test_what_is_missing_is_named_in_the_words_of_the_package_manager(needs, egl, manager, words):
    assert " ".join(needs.install_command([needs.COMPILER, egl], manager)) == words


def test_a_package_that_meets_two_needs_is_named_once(needs):
    glib = [need for need in needs.WINDOW_LIBRARIES if need.apt == "libglib2.0-0"]
    assert len(glib) == 2
    assert needs.packages(glib, "apt-get") == ["libglib2.0-0"]


def test_every_need_can_be_met_by_every_package_manager(needs):
    for need in (needs.VENV, needs.COMPILER, needs.OPENMP, *needs.WINDOW_LIBRARIES):
        for manager in needs.PACKAGE_MANAGERS:
            assert needs.packages([need], manager)


def test_who_is_not_root_is_told_to_use_sudo(needs, egl):
    assert "    sudo apt-get install" in needs.advice([egl], "linux", "apt-get", is_root=False)
    assert "sudo" not in needs.advice([egl], "linux", "apt-get", is_root=True)


def test_a_command_with_brackets_is_quoted_for_the_shell(needs, egl):
    assert "sudo dnf install -y 'libEGL.so.1()(64bit)'" in needs.advice([egl], "linux", "dnf", is_root=False)


def test_an_unknown_package_manager_gets_the_names_of_the_things(needs, egl):
    assert "libEGL.so.1" in needs.advice([egl], "linux", None, is_root=True)


def test_a_mac_and_windows_get_a_command_of_their_own(needs):
    assert "xcode-select --install" in needs.advice([needs.COMPILER], "darwin", None, is_root=False)
    assert "winget install" in needs.advice([needs.COMPILER], "win32", None, is_root=False)


def test_a_few_things_are_listed_and_many_libraries_are_counted(needs, egl):
    assert needs.listed([needs.COMPILER, egl]) == "a C++ compiler and libEGL.so.1"
    assert "27 libraries for the window" in needs.listed([needs.VENV, *needs.WINDOW_LIBRARIES])
