"""Installs what was built in a clean Debian, uses it as people do, and takes it away again. Needs Linux and root.

    sudo python packaging/package/try_linux.py FOLDER [--suite bookworm] [--mirror URL]

Needs debootstrap, Xvfb and ImageMagick. FOLDER is for the systems, about 1.5 GB; a base system in it is used again.
Nothing is mounted outside of the processes that are tried, so FOLDER can be removed at any time.

The display is on this system, not in the clean one: what an X server would bring along could hide what the package
forgets to ask for.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_BUILT = Path(__file__).resolve().parents[2] / "build" / "package"
_USER = "alice"
_DISPLAY = ":97"
_PATIENCE_S = 60.0
_PLACE = "/usr/lib/counterpoint"
_ODD_FOLDER = f"/home/{_USER}/Programmes à moi"
"""Where the archive is unpacked: with blanks and a letter that is not in ASCII."""
_COLOURS_OF_A_WINDOW = 50
_NOT_OURS = ("var/cache/", "var/lib/apt/", "var/lib/dpkg/", "var/log/", "etc/ld.so.cache", "tmp/", "proc/", "home/")
"""Changed by the system itself whenever something is installed."""


class Failed(Exception):
    """What should not be, as a sentence."""


class CleanSystem:
    """A system in a folder, with one user.

    Args:
        root: The folder.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def run(self, command: str, *, user: str = "root", env: dict[str, str] | None = None) -> str:
        """Run a line of shell in it, and give what it said.

        Raises:
            Failed: It ended with another code than 0.
        """
        done = subprocess.run(self._words(command, user, env), capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if done.returncode:
            raise Failed(f"{command} ended with {done.returncode}:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
        return done.stdout

    def start(self, command: str, *, user: str, env: dict[str, str]) -> subprocess.Popen[bytes]:
        """Start a line of shell in it."""
        return subprocess.Popen(self._words(command, user, env), start_new_session=True)

    def files(self) -> set[str]:
        """All that is in it, by name."""
        found = set()
        for folder, _folders, names in os.walk(self.root):
            place = Path(folder).relative_to(self.root)
            found |= {str(place / name) for name in names}
        return {name for name in found if not name.startswith(_NOT_OURS)}

    def _words(self, command: str, user: str, env: dict[str, str] | None) -> list[str]:
        # Everything mounted and started ends with the first process: both spaces of names are its own.
        words = ["unshare", "--mount", "--pid", "--fork", "--kill-child", f"--mount-proc={self.root}/proc"]
        home = "/root" if user == "root" else f"/home/{user}"
        settings = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": home, "LANG": "C.UTF-8", **(env or {})}
        words += ["chroot", f"--userspec={user}", str(self.root), "/usr/bin/env", "-i"]
        return [*words, *(f"{name}={value}" for name, value in settings.items()), "sh", "-c", f"cd; {command}"]


def main() -> int:
    """Try package and archive. Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path, help="where the clean systems are made")
    parser.add_argument("--suite", default="bookworm", help="the Debian to install in (default: bookworm)")
    parser.add_argument("--mirror", default="http://deb.debian.org/debian", help="where it is got from")
    wishes = parser.parse_args()
    try:
        base = _base_system(wishes.folder.resolve(), wishes.suite, wishes.mirror)
        [package] = _BUILT.glob("*.deb")
        [archive] = _BUILT.glob("*.tar.xz")
        with _display():
            _try_package(_copy(base, "with-package"), package, wishes.folder / "package.png")
            _try_archive(_copy(base, "with-archive"), package, archive, wishes.folder / "archive.png")
    except Failed as problem:
        print(f"✗ {problem}")
        return 1
    print(f"All is well. Look at package.png and archive.png in {wishes.folder}.")
    return 0


def _try_package(system: CleanSystem, package: Path, picture: Path) -> None:
    system.run("apt-get update -q")
    shutil.copy(package, system.root / "tmp")
    before = system.files()
    system.run("mkdir -p .local/share/Counterpoint; echo mine > .local/share/Counterpoint/mine", user=_USER)
    said = system.run(f"DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends /tmp/{package.name}")
    _tell("The package installs", f"{len(re.findall('^Setting up ', said, re.M))} packages in all")
    _tell("What it asks for is what it needs", _check_needs(system))
    _tell("It tells its version", system.run("counterpoint --version", user=_USER))
    _tell("Its self-test", system.run("counterpoint --self-test", user=_USER))
    screen = {"DISPLAY": _DISPLAY}
    _tell("Its self-test, with a display", system.run("counterpoint --self-test", user=_USER, env=screen))
    _tell("It compares", system.run("counterpoint compare --demo Hello", user=_USER)[:200])
    _photograph(system, "counterpoint --demo", picture)
    system.run("DEBIAN_FRONTEND=noninteractive apt-get purge -qy --autoremove counterpoint")
    left = sorted(system.files() - before)
    if any("counterpoint" in name.lower() for name in left):
        raise Failed(f"removing it left {[name for name in left if 'counterpoint' in name.lower()]}")
    _tell("It is removed", f"nothing of it is left; of what it needed: {', '.join(left) or 'nothing either'}")
    if system.run("cat .local/share/Counterpoint/mine", user=_USER) != "mine\n":
        raise Failed("the user's data are gone")
    _tell("The user's data", "are still there")


def _try_archive(system: CleanSystem, package: Path, archive: Path, picture: Path) -> None:
    needs = subprocess.run(["dpkg-deb", "-f", package, "Depends"], capture_output=True, text=True, check=True).stdout
    names = " ".join(re.sub(r"\(.*?\)", "", each).split("|")[0].strip() for each in needs.split(","))
    system.run(f"apt-get update -q && apt-get install -qy --no-install-recommends {names} xz-utils")
    shutil.copy(archive, system.root / "tmp")
    system.run(f"mkdir -p '{_ODD_FOLDER}' && tar -C '{_ODD_FOLDER}' -xf /tmp/{archive.name}", user=_USER)
    program = f"'{_ODD_FOLDER}/counterpoint/counterpoint'"
    _tell("The archive's self-test", system.run(f"{program} --self-test", user=_USER, env={"DISPLAY": _DISPLAY}))
    _photograph(system, f"{program} --demo", picture)


def _check_needs(system: CleanSystem) -> str:
    """Hold the package's Depends against the libraries that its files are linked to."""
    folders = f"{_PLACE}/_internal:{_PLACE}/_internal/PySide6/Qt/lib"
    ldd = f"find {_PLACE} -type f \\( -name '*.so*' -o -name counterpoint \\) -exec ldd {{}} + 2>/dev/null"
    told = system.run(f'LD_LIBRARY_PATH={folders} sh -c "{ldd}" || true')
    missing = sorted(set(re.findall(r"(\S+) => not found", told)))
    if missing:
        raise Failed(f"libraries are missing: {', '.join(missing)}")
    outside = {each for each in re.findall(r"=> (/\S+)", told) if not each.startswith(_PLACE)}
    owners = set()
    for library in sorted(outside):
        real = "/" + str((system.root / library[1:]).resolve().relative_to(system.root))
        owners.add(system.run(f"dpkg -S {real} 2>/dev/null || dpkg -S {library}").split(":")[0])
    asked = _depends(system, "counterpoint")
    # What the libraries that it asks for are made of is theirs to ask for.
    unasked = owners - asked - {each for name in asked & owners for each in _depends(system, name)}
    if unasked:
        raise Failed(f"it is linked to libraries that it does not ask for: {', '.join(sorted(unasked))}")
    return f"linked to {', '.join(sorted(owners))}; and, not linked: {', '.join(sorted(asked - owners))}"


def _depends(system: CleanSystem, package: str) -> set[str]:
    said = system.run(f"dpkg-query -W -f '${{Depends}}' {package}")
    return set(re.findall(r"([a-z0-9.+-]+)(?::any)?(?: \(| \||,|$)", said))


def _photograph(system: CleanSystem, command: str, picture: Path) -> None:
    process = system.start(command, user=_USER, env={"DISPLAY": _DISPLAY})
    try:
        deadline = time.monotonic() + _PATIENCE_S
        while _colours(picture) < _COLOURS_OF_A_WINDOW:
            if time.monotonic() > deadline or process.poll() is not None:
                raise Failed(f"no window was seen of {command}")
            time.sleep(0.5)
        time.sleep(3)  # what comes after the first drawing
        _colours(picture)
    finally:
        process.kill()  # unshare waits for its child and hears nothing milder; the child ends with it
        process.wait()
    _tell("The window", f"is in {picture}")


def _colours(picture: Path) -> int:
    subprocess.run(["import", "-display", _DISPLAY, "-window", "root", picture], check=True)
    said = subprocess.run(["identify", "-format", "%k", picture], capture_output=True, text=True, check=True)
    return int(said.stdout)


@contextmanager
def _display() -> Iterator[None]:
    words = ["Xvfb", _DISPLAY, "-screen", "0", "1360x860x24", "-nolisten", "unix"]
    # Without a file in /tmp: the clean system finds it by its name in the network, which they share.
    server = subprocess.Popen(words, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def _base_system(folder: Path, suite: str, mirror: str) -> CleanSystem:
    folder.mkdir(parents=True, exist_ok=True)
    system = CleanSystem(folder / suite)
    if not (system.root / "var/lib/dpkg/status").is_file():
        subprocess.run(["debootstrap", "--variant=minbase", suite, system.root, mirror], check=True)
    if not (system.root / "home" / _USER).is_dir():
        system.run(f"useradd --create-home {_USER}")
    return system


def _copy(base: CleanSystem, name: str) -> CleanSystem:
    target = base.root.parent / name
    if target.exists():
        shutil.rmtree(target)
    subprocess.run(["cp", "-a", "--reflink=auto", base.root, target], check=True)
    return CleanSystem(target)


def _tell(title: str, told: str) -> None:
    print(f"✓ {title}: {told.strip()}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
