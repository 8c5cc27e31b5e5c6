"""Runs go out and in: with their suite, half done, and met again on a computer that went on with them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lab.errors import BadImport
from lab.exchange.importing import check
from lab.exchange.wanted import Wanted
from lab.records import KeptRun, RunState, Side
from lab.storage import Store, comparisons, runs, sessions
from tests.unit.exchange.carrying import exported, of_type, rows, taken_in, vote
from tests.unit.exchange.test_hostile_files import JSON
from tests.unit.storage.samples import compared
from tests.unit.storage.test_runs import a_run, answered


def begun(store: Store, *sides: Side) -> KeptRun:
    run = a_run()
    store.write(runs.create, run).result()
    for side in sides:
        store.write(runs.keep_answer, answered(run, side)).result()
    return run


def written(lines: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def test_a_file_without_runs_can_be_read_by_older_programs(there: Store) -> None:
    compared(there)
    data = exported(there)
    assert rows(data)[0]["version"] == 1
    assert "in_run" not in of_type(data, "comparison")[0]
    begun(there)
    assert rows(exported(there))[0]["version"] == 2


def test_a_run_comes_in_with_its_suite_and_can_be_gone_on_with(here: Store, there: Store, tmp_path: Path) -> None:
    run = begun(there, Side.A)
    there.write(runs.claim, run.id).result()
    taken_in(here, exported(there), tmp_path)
    kept = here.read(runs.get, run.id).result()
    assert (kept.suite, kept.suite_sha256, kept.settings, kept.samples) == (
        run.suite, run.suite_sha256, run.settings, run.samples,
    )  # fmt: skip
    # Nobody here is at it, and no path of another computer is ever opened.
    assert (kept.state, kept.a.model.path, kept.a.model.sha256) == (RunState.STOPPED, "", run.a.model.sha256)
    here.write(runs.claim, run.id).result()
    assert here.write(runs.keep_answer, answered(kept, Side.B)).result()


def test_what_one_computer_went_on_with_completes_the_other(here: Store, there: Store, tmp_path: Path) -> None:
    run = begun(there, Side.A)
    taken_in(here, exported(there), tmp_path)
    there.write(runs.keep_answer, answered(run, Side.B)).result()
    there.write(runs.release, run.id, finished=True).result()
    vote(there, "c-sky")
    summary = taken_in(here, exported(there), tmp_path)
    assert (summary.completed_answers, summary.number_of_conflicts) == (1, 0)
    whole = here.read(comparisons.get, "c-sky").result()
    assert whole.b is not None
    assert whole.b.text == "said by b"
    assert here.read(comparisons.get_row, "c-sky").result()["model_b"] == "bob"
    assert here.read(comparisons.get_row, "c-sky").result()["choice"] == "a"
    assert here.read(runs.get, run.id).result().state is RunState.FINISHED
    assert exported(here) == exported(there)


def test_a_part_has_the_run_that_its_comparisons_are_of(there: Store) -> None:
    run = begun(there, Side.A, Side.B)
    begun_too = a_run("other")
    there.write(runs.create, begun_too).result()
    vote(there, "c-sky", blind=True)
    part = exported(there, wanted=Wanted(blind_only=True))
    assert [line["id"] for line in of_type(part, "run")] == [run.id]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"state": "running"}, "$.state"),
        ({"suite": "{}"}, "$.suite_sha256"),
        ({"session_id": "another"}, "$.session_id"),
        ({"a": "nobody"}, "$.a"),
        ({"suite_id": "../../etc"}, "$.suite_id"),
        ({"samples": 0}, "$.samples"),
        ({"settings": {"seed": "x"}}, "$.settings.seed"),
    ],
)
def test_a_hostile_run_is_refused_with_its_field(
    there: Store, tmp_path: Path, change: dict[str, Any], said: str
) -> None:
    begun(there, Side.A)
    lines = rows(exported(there))
    for line in lines:
        if line["type"] == "run":
            line.update(change)
    path = tmp_path / "hostile.jsonl"
    path.write_bytes(written(lines))
    with pytest.raises(BadImport) as raised:
        check(path)
    assert said in raised.value.message


def test_a_comparison_of_a_run_that_is_not_there_is_refused(there: Store, tmp_path: Path) -> None:
    begun(there, Side.A)
    lines = [line for line in rows(exported(there)) if line["type"] != "run"]
    lines[-1]["lines"] -= 1
    path = tmp_path / "hostile.jsonl"
    path.write_bytes(written(lines))
    with pytest.raises(BadImport, match="in_run"):
        check(path)


def test_a_suite_that_is_no_object_is_refused(there: Store, tmp_path: Path) -> None:
    begun(there)
    lines = rows(exported(there))
    for line in lines:
        if line["type"] == "run":
            line.update(suite="[1]", suite_sha256=runs.sha256_of("[1]"))
    path = tmp_path / "hostile.jsonl"
    path.write_bytes(written(lines))
    with pytest.raises(BadImport, match="suite"):
        check(path)


@settings(max_examples=60)
@given(data=st.data())
def test_whatever_a_file_says_of_a_run_it_is_refused_or_can_be_taken_out_again(
    empty: Callable[[], Store], tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp()
    with empty() as store:
        begun(store, Side.A)
        lines = rows(exported(store))
    number = data.draw(st.sampled_from([n for n, line in enumerate(lines) if line["type"] in ("run", "comparison")]))
    line = lines[number]
    line[data.draw(st.sampled_from(sorted(line.keys() - {"type"})))] = data.draw(
        JSON | st.sampled_from(["", "a", "finished", "2026-01-01T00:00:00.000Z", 0, 3, None, [], {}, {"seed": 2**70}])
    )
    with empty() as store:
        try:
            taken_in(store, written(lines), folder)
        except BadImport:
            assert store.read(sessions.listed).result() == []
        else:
            again = exported(store)
            assert not taken_in(store, again, folder).changed


def test_a_session_that_holds_another_run_here_takes_nothing(here: Store, there: Store, tmp_path: Path) -> None:
    run = begun(there, Side.A)
    taken_in(here, exported(there), tmp_path)
    lines = rows(exported(there).replace(run.id.encode(), b"f" * 32))
    before = exported(here)
    with pytest.raises(BadImport, match="another run"):
        taken_in(here, written(lines), tmp_path)
    assert exported(here) == before
