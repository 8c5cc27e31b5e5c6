"""The catalogue that ships is sound, and one that is not is refused with the place where it is wrong."""

from __future__ import annotations

import copy
import json
import tomllib
from importlib.resources import files
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.errors import DownloadFailed
from lab.models.catalogue import CatalogueEntry, Stage, catalogue, parse_catalogue
from lab.models.catalogue_orders import find_entry
from lab.models.hub_siblings import read_name
from lab.records import Kind
from tests.unit.languages import speaking


def test_the_catalogue_that_ships_is_sound() -> None:
    entries = catalogue()
    assert len(entries) >= 10
    assert sum(entry.is_ladder for entry in entries) >= 1
    for entry in entries:
        cores = {read_name(model.repository).core for model in entry.models}
        assert len(cores) == 1 or entry.id in ("gemma-3-270m",), cores
        assert entry.why.endswith(".")
        assert entry.models[0].stage.kind is Kind.BASE
        assert bool(entry.terms) == any("Apache" not in model.licence for model in entry.models)


def test_what_is_said_about_every_entry_is_said_in_french_too() -> None:
    with speaking("fr"):
        french = catalogue()
    for entry, other in zip(catalogue(), french, strict=True):
        assert other.why != entry.why
        assert other.why.endswith(".")
        assert [mark for mark in (" :", " ;", " !", " ?", "« ", " »") if mark in other.why] == []
        assert msgspec.structs.replace(other, title=entry.title, why=entry.why) == entry
    words = tomllib.loads((files("resources") / "fr" / "catalogue.toml").read_text(encoding="utf-8"))
    assert list(words) == [entry.id for entry in french]


def test_the_ladder_has_every_stage() -> None:
    ladder = find_entry("olmo-2-7b-stages")
    assert [model.stage for model in ladder.models] == list(Stage)
    assert ladder.size_bytes == pytest.approx(4 * 4.47e9, rel=0.01)


def whole() -> dict[str, Any]:
    return tomllib.loads((files("resources") / "catalogue.toml").read_text(encoding="utf-8"))


def as_toml(document: dict[str, Any]) -> bytes:
    """What JSON makes of these values is TOML too."""
    lines = []
    for entry in document["entries"]:
        lines.append("[[entries]]")
        lines += [f"{key} = {json.dumps(value)}" for key, value in entry.items() if key != "models"]
        for model in entry["models"]:
            lines.append("[[entries.models]]")
            lines += [f"{key} = {json.dumps(value)}" for key, value in model.items()]
    lines += [f"{key} = {json.dumps(value)}" for key, value in document.items() if key != "entries"][::-1]
    return "\n".join(lines).encode()


def refused(document: dict[str, Any]) -> str:
    with pytest.raises(msgspec.ValidationError) as caught:
        parse_catalogue(as_toml(document))
    return str(caught.value)


def test_it_survives_being_written_anew() -> None:
    assert parse_catalogue(as_toml(whole())) == catalogue()


def test_an_unknown_key_is_named_with_its_place() -> None:
    document = whole()
    document["entries"][1]["models"][0]["licens"] = "MIT"
    said = refused(document)
    assert "licens" in said
    assert "$.entries[1].models[0]" in said


def test_an_id_that_stands_twice_is_named_with_both_places() -> None:
    document = whole()
    document["entries"][3]["id"] = document["entries"][0]["id"]
    assert refused(document) == "'smollm2-135m' stands twice - at `$.entries[0].id` and at `$.entries[3].id`"


def test_a_models_name_stands_for_one_file_only() -> None:
    document = whole()
    document["entries"][2]["models"][0]["name"] = document["entries"][0]["models"][0]["name"]
    assert "at `$.entries[0].models[0].name` and at `$.entries[2].models[0].name`" in refused(document)
    document["entries"][2]["models"][0] = copy.deepcopy(document["entries"][0]["models"][0])
    assert len(parse_catalogue(as_toml(document))) == len(catalogue())


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("repository", "no-owner", "repository"),
        ("pattern", "model.bin", "pattern"),
        ("licence_url", "http://example.org", "licence_url"),
        ("size_bytes", 0, "size_bytes"),
        ("stage", "rlvr", "stage"),
        ("name", "Upper Case", "name"),
        ("licence", "", "licence"),
    ],
)
def test_a_value_that_can_not_be_is_named(key: str, value: object, said: str) -> None:
    document = whole()
    document["entries"][0]["models"][1][key] = value
    assert f"$.entries[0].models[1].{said}" in refused(document)


def test_stages_come_in_their_order_and_once() -> None:
    document = whole()
    document["entries"][0]["models"].reverse()
    assert "smollm2-135m: each stage stands once" in refused(document)
    document["entries"][0]["models"] = [document["entries"][0]["models"][0]] * 2
    assert "each stage stands once" in refused(document)


@given(st.data())
def test_whatever_is_left_out_or_spoilt_is_noticed_or_harmless(data: st.DataObject) -> None:
    document = whole()
    entry = data.draw(st.sampled_from(document["entries"]))
    place = data.draw(st.sampled_from([entry, *entry["models"]]))
    key = data.draw(st.sampled_from(sorted(place)))
    if key == "models":
        place[key] = place[key][: data.draw(st.integers(0, 1))]
    else:
        junk = st.one_of(st.integers(-5, 0), st.booleans(), st.just(""), st.just("a b/c"), st.just([]))
        place[key] = data.draw(junk)
    try:
        entries = parse_catalogue(as_toml(document))
    except msgspec.ValidationError:
        return
    # What passes is a whole catalogue all the same.
    assert all(isinstance(one, CatalogueEntry) and len(one.models) >= 2 for one in entries)
    assert len({one.id for one in entries}) == len(entries)
    assert key in ("terms", "title", "family", "made_by", "why", "licence")


@given(st.binary(max_size=200))
def test_what_is_no_catalogue_is_refused(data: bytes) -> None:
    with pytest.raises((msgspec.DecodeError, UnicodeDecodeError)):
        parse_catalogue(data)


@pytest.mark.parametrize("wanted", ["smollm2-135m", "SmolLM2-135M", "mistral", "olmo-2-7b"])
def test_a_pair_is_found_by_its_id_or_its_beginning(wanted: str) -> None:
    assert find_entry(wanted).id.startswith(wanted.lower())


@pytest.mark.parametrize(
    ("wanted", "hint"), [("qwen3", "qwen3-0.6b"), ("gema-3-1b", "gemma-3-1b"), ("zzz", "There are")]
)
def test_a_pair_that_is_not_there_is_answered_with_near_ones(wanted: str, hint: str) -> None:
    with pytest.raises(DownloadFailed) as caught:
        find_entry(wanted)
    assert hint in caught.value.hint
