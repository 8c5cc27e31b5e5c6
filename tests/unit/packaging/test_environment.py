import dataclasses

import pytest


@pytest.fixture
def module(script):
    return script("environment")


@pytest.fixture
def stamp(module):
    return module.Stamp(python="3.11", place="/home/me/counterpoint", sources="aaaa", llama="bbbb", groups=())


@pytest.fixture
def environment(module, tmp_path):
    """A ``.venv`` that looks finished but for its stamp."""
    made = module.Environment(tmp_path / ".venv")
    for program in (made.python, made.program("counterpoint")):
        program.parent.mkdir(parents=True, exist_ok=True)
        program.touch()
    return made


def test_what_was_set_up_needs_nothing_the_second_time(module, environment, stamp):
    environment.trust(stamp)
    assert module.plan(environment.found(), stamp) is module.Plan.NOTHING


def test_a_folder_without_a_stamp_is_made_again(module, environment, stamp):
    assert module.plan(environment.found(), stamp) is module.Plan.BUILD


def test_a_set_up_that_was_stopped_half_way_is_made_again(module, environment, stamp):
    environment.trust(stamp)
    environment.distrust()
    assert module.plan(environment.found(), stamp) is module.Plan.BUILD


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"python": "3.11"}', '{"groups": 3}', '{"groups": [], "new": 1}']
)
def test_a_stamp_that_can_not_be_read_is_no_stamp(environment, stamp, text):
    environment.trust(stamp)
    (environment.folder / "counterpoint-setup.json").write_text(text, encoding="utf-8")
    assert environment.found() is None


@pytest.mark.parametrize("gone", ["python", "counterpoint"])
def test_a_stamp_without_the_programs_is_not_believed(environment, stamp, gone):
    environment.trust(stamp)
    environment.program(gone).unlink()
    assert environment.found() is None


@pytest.mark.parametrize(("field", "value"), [("python", "3.13"), ("place", "/somewhere/else")])
def test_another_python_or_another_place_means_a_new_beginning(module, stamp, field, value):
    assert module.plan(stamp, dataclasses.replace(stamp, **{field: value})) is module.Plan.BUILD


@pytest.mark.parametrize(("field", "value"), [("sources", "cccc"), ("llama", "cccc"), ("groups", ("dev",))])
def test_other_versions_options_or_groups_mean_an_update(module, stamp, field, value):
    assert module.plan(stamp, dataclasses.replace(stamp, **{field: value})) is module.Plan.UPDATE


def test_to_run_what_was_set_up_for_tests_needs_nothing(module, stamp):
    assert module.plan(dataclasses.replace(stamp, groups=("dev",)), stamp) is module.Plan.NOTHING


def test_a_new_beginning_keeps_what_took_long_to_fetch(environment, stamp):
    environment.trust(stamp)
    model = environment.test_home / "models" / "a.gguf"
    model.parent.mkdir(parents=True)
    model.touch()
    environment.clear()
    assert [entry.name for entry in environment.folder.iterdir()] == ["test-home"]
    assert model.exists()


def test_clearing_does_not_follow_a_link_out_of_the_folder(environment, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious").touch()
    (environment.folder / "lib64").symlink_to(elsewhere, target_is_directory=True)
    environment.clear()
    assert (elsewhere / "precious").exists()


def test_the_hash_changes_with_the_content_and_with_where_one_file_ends(module, tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("ab", encoding="utf-8")
    two.write_text("c", encoding="utf-8")
    before = module.hash_of([one, two])
    assert module.hash_of([one, two]) == before
    one.write_text("a", encoding="utf-8")
    two.write_text("bc", encoding="utf-8")
    assert module.hash_of([one, two]) != before


def test_a_second_set_up_waits_and_says_so(module, environment, capsys, monkeypatch):
    waited = []
    monkeypatch.setattr(module, "_wait_for_lock", waited.append)
    with environment.locked():
        assert capsys.readouterr().out == ""
        with environment.locked():
            assert "Another set-up is at work" in capsys.readouterr().out
    assert len(waited) == 1


def test_the_lock_is_free_again_afterwards(environment, capsys):
    for _ in range(2):
        with environment.locked():
            pass
    assert capsys.readouterr().out == ""
