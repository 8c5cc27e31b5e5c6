import errno
import json
import os
import random
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.errors import NotEnoughDisk
from lab.preferences import (
    SHIPPED,
    ComparisonSettings,
    Preferences,
    PreferencesFile,
    Preset,
    SendKey,
    SideSettings,
    Theme,
    named,
    with_preset,
    without_preset,
)
from lab.preferences.document import preferences_from, spelled
from lab.records import Framing, SamplerSettings, Schedule, Side

WARM = SideSettings(system_prompt="Be kind.", sampler=SamplerSettings(temperature=1.1, stop_texts=("\n\n",)))
RICH = Preferences(
    theme=Theme.DARK,
    send_key=SendKey.CTRL_ENTER,
    page="models",
    window_geometry="AdnQywAD",
    splitter=(400, 500),
    inspector=False,
    inspector_width=320,
    synchronised_scrolling=True,
    model_a="gemma-3-270m",
    model_b="smollm2-135m-instruct",
    framing_a=Framing.QA,
    framing_b=None,
    schedule=Schedule.IN_TURN,
    context_tokens=8192,
    threads=2,
    gpu_layers=-1,
    offline=True,
    settings=ComparisonSettings(
        shared=False, a=WARM, b=SideSettings(sampler=SamplerSettings(logit_bias=((7, float("-inf")), (9, 1.5))))
    ),
    presets=(Preset(name="Mine", settings=WARM),),
    aspects=("funny", "kurz & gut"),
    tags=("dry",),
    rate_in_detail=True,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "preferences.json"


def write(path: Path, document: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document), encoding="utf-8")


def everything(preferences: Preferences) -> dict[str, Any]:
    return {name: getattr(preferences, name) for name in Preferences.__slots__}


def test_without_a_file_the_defaults_hold_and_nothing_is_written(path: Path) -> None:
    file = PreferencesFile(path)
    assert file.value == Preferences()
    assert file.problem is None
    assert not path.parent.exists()


def test_everything_comes_back_as_it_was(path: Path) -> None:
    PreferencesFile(path).change(**everything(RICH))
    assert PreferencesFile(path).value == RICH


def test_subscribers_are_told_until_they_unsubscribe(path: Path) -> None:
    file = PreferencesFile(path)
    told: list[Theme] = []
    unsubscribe = file.subscribe(lambda preferences: told.append(preferences.theme))
    file.change(theme=Theme.DARK)
    file.change(theme=Theme.DARK)
    unsubscribe()
    unsubscribe()
    file.change(theme=Theme.LIGHT)
    assert told == [Theme.DARK]


def test_a_field_that_does_not_exist_is_a_bug_and_changes_nothing(path: Path) -> None:
    file = PreferencesFile(path)
    with pytest.raises(TypeError):
        file.change(theme=Theme.DARK, colour="red")
    file.change(page="models")
    assert PreferencesFile(path).value == Preferences(page="models")


def test_a_wrong_value_falls_back_alone(path: Path) -> None:
    write(
        path,
        {
            "theme": "sepia",
            "context_tokens": 3,
            "threads": "many",
            "offline": "sometimes",
            "page": "models",
            "splitter": [1, "x"],
            "settings": {"shared": False, "a": {"sampler": {"temperature": -5, "top_k": 7}}, "b": "nonsense"},
            "presets": [{"settings": {}}, 5, {"name": "Mine", "settings": {"system_prompt": 4, "sampler": []}}],
        },
    )
    assert PreferencesFile(path).value == Preferences(
        page="models",
        settings=ComparisonSettings(shared=False, a=SideSettings(sampler=SamplerSettings(top_k=7))),
        presets=(Preset(name="Mine"),),
    )


def test_what_a_newer_version_has_written_stays(path: Path) -> None:
    write(path, {"theme": "sepia", "voice": {"speed": 2}, "page": "results"})
    PreferencesFile(path).change(send_key=SendKey.CTRL_ENTER)
    assert json.loads(path.read_text()) == {
        "theme": "sepia",
        "voice": {"speed": 2},
        "page": "results",
        "send_key": "ctrl-enter",
    }


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 5000, b'{"theme": "dark"}x'])
def test_a_damaged_file_is_set_aside_and_told_of(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    file = PreferencesFile(path)
    (kept,) = path.parent.glob("preferences.damaged-*.json")
    assert kept.read_bytes() == content
    assert file.value == Preferences()
    assert file.problem is not None
    assert kept.name in file.problem.message
    file.change(page="models")
    assert PreferencesFile(path).value == Preferences(page="models")
    assert kept.read_bytes() == content


def test_two_damaged_files_of_one_second_are_both_kept(path: Path) -> None:
    for content in ("one", "two"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
        PreferencesFile(path)
    assert {kept.read_text() for kept in path.parent.glob("preferences.damaged-*.json")} == {"one", "two"}


def test_a_file_damaged_while_the_program_runs_costs_nothing(path: Path) -> None:
    file = PreferencesFile(path)
    file.change(**everything(RICH))
    path.write_text("oh no")
    file.change(page="results")
    assert PreferencesFile(path).value == replace(RICH, page="results")
    assert file.problem is not None
    assert "written anew" in file.problem.message


def test_a_file_deleted_while_the_program_runs_is_written_again(path: Path) -> None:
    file = PreferencesFile(path)
    file.change(**everything(RICH))
    path.unlink()
    file.change(page=RICH.page)
    assert PreferencesFile(path).value == RICH


def test_two_programs_change_different_things(path: Path) -> None:
    one, other = PreferencesFile(path), PreferencesFile(path)
    one.change(theme=Theme.DARK)
    other.change(page="models")
    assert other.value == PreferencesFile(path).value == Preferences(theme=Theme.DARK, page="models")
    assert one.change(threads=1) == Preferences(theme=Theme.DARK, page="models", threads=1)


WRITER = """
import sys
from pathlib import Path
from lab.preferences import PreferencesFile
file = PreferencesFile(Path(sys.argv[1]))
for number in range(40):
    file.change(**{sys.argv[2]: number})
"""


def test_two_processes_at_once_lose_no_change(path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), field]) for field in ("threads", "inspector_width")
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert PreferencesFile(path).value == Preferences(threads=39, inspector_width=39)
    assert not list(path.parent.glob("*.part"))


def test_a_read_only_folder_is_told_of_once_and_changes_hold(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_arguments: Any) -> None:
        raise OSError(errno.EROFS, "Read-only file system", f"{path}{random.random()}.part")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    file = PreferencesFile(path)
    problems = []
    file.subscribe(lambda _: problems.append(file.problem))
    file.change(theme=Theme.DARK)
    value = file.change(page="models")
    assert value == file.value == Preferences(theme=Theme.DARK, page="models")
    assert isinstance(problems[0], NotEnoughDisk)
    assert problems[0] is problems[1]


def test_what_could_not_be_saved_is_saved_with_the_next_change(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = PreferencesFile(path)
    file.change(threads=2)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        file.change(theme=Theme.DARK)
        assert isinstance(file.problem, NotEnoughDisk)
        assert "No space left" in file.problem.message
        assert PreferencesFile(path).value == Preferences(threads=2)
    file.change(page="models")
    assert file.problem is None
    assert PreferencesFile(path).value == Preferences(threads=2, theme=Theme.DARK, page="models")
    assert [found.name for found in path.parent.iterdir() if found.suffix == ".part"] == []


def test_what_can_not_be_read_is_not_written_over(path: Path) -> None:
    path.mkdir(parents=True)
    file = PreferencesFile(path)
    assert file.problem is not None
    file.change(theme=Theme.DARK)
    assert file.value.theme is Theme.DARK
    assert path.is_dir()
    path.rmdir()
    file.change(page="models")
    assert file.problem is None
    assert PreferencesFile(path).value == Preferences(theme=Theme.DARK, page="models")


def test_half_a_surrogate_pair_does_not_stop_the_program(path: Path) -> None:
    settings = ComparisonSettings(a=SideSettings(system_prompt="a\ud83d b"))
    PreferencesFile(path).change(settings=settings)
    assert PreferencesFile(path).value.settings.a.system_prompt == "a\ufffd b"


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
FIELDS = st.sampled_from([*Preferences.__slots__, "later"])


@given(st.dictionaries(FIELDS, JSON))
def test_any_object_gives_preferences_that_can_be_kept(document: dict[str, Any]) -> None:
    preferences = preferences_from(document)
    assert preferences_from(spelled(preferences)) == preferences


def test_shared_settings_are_those_of_a_for_both() -> None:
    settings = ComparisonSettings(a=WARM)
    assert settings.of(Side.A) == settings.of(Side.B) == WARM
    cold = SideSettings(system_prompt="Be brief.")
    assert settings.with_side(Side.B, cold) == ComparisonSettings(a=cold)


def test_apart_each_side_has_its_own_and_nothing_changes_at_once() -> None:
    apart = ComparisonSettings(a=WARM).apart()
    assert apart.of(Side.B) == WARM
    changed = apart.with_side(Side.B, SideSettings(system_prompt="Be brief."))
    assert (changed.of(Side.A), changed.of(Side.B).system_prompt) == (WARM, "Be brief.")
    assert changed.together().of(Side.B) == WARM
    assert changed.together().apart() == changed


def test_a_b_that_was_reset_on_purpose_stays_reset_when_they_were_shared_meanwhile() -> None:
    reset = ComparisonSettings(a=WARM).apart().with_side(Side.B, SideSettings())
    again = preferences_from(spelled(Preferences(settings=reset.together()))).settings.apart()
    assert (again.of(Side.A), again.of(Side.B)) == (WARM, SideSettings())


def test_settings_from_before_that_was_kept_are_taken_for_what_they_were() -> None:
    cold = SideSettings(system_prompt="Be brief.")
    shared = ComparisonSettings(shared=True, a=WARM, b=cold)
    assert shared.apart().of(Side.B) == cold
    parted = ComparisonSettings(shared=False, a=WARM, b=SideSettings())
    assert parted.together().apart().of(Side.B) == SideSettings()


def test_a_shipped_preset_leaves_the_task_alone() -> None:
    task = SideSettings(
        system_prompt="Be kind.",
        sampler=SamplerSettings(
            seed=7, max_tokens=9, stop_texts=("x",), grammar='root ::= "y"', logit_bias=((1, 2.0),)
        ),
    )
    kept = ("seed", "max_tokens", "stop_texts", "grammar", "logit_bias")
    for shipped in SHIPPED:
        after = shipped.applied_to(task)
        assert after.system_prompt == task.system_prompt
        assert [getattr(after.sampler, name) for name in kept] == [getattr(task.sampler, name) for name in kept]
    assert SHIPPED[1].applied_to(task).sampler.temperature == 0


def test_an_own_preset_brings_everything_and_is_found_in_any_case() -> None:
    mine = Preset(name="Mine", settings=WARM)
    assert mine.applied_to(SideSettings()) == WARM
    assert named(" mINE ", (mine,)) is mine
    assert named("balanced", (mine,)) is SHIPPED[0]
    assert named("Yours", (mine,)) is None


def test_a_preset_of_the_same_name_is_replaced_in_its_place() -> None:
    one, two = Preset(name="One"), Preset(name="Two")
    newer = Preset(name="ONE", settings=WARM)
    assert with_preset((one, two), newer) == (newer, two)
    assert with_preset((one,), two) == (one, two)
    assert without_preset((one, two), newer) == (two,)


def test_the_preferences_import_nothing_heavy() -> None:
    heavy = ("numpy", "sqlalchemy", "psutil", "PySide6", "llama_cpp")
    code = f"import sys, lab.preferences; print([name for name in {heavy} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
