import shlex
from pathlib import Path

import pytest


@pytest.fixture
def wheel(script):
    return script("llama_wheel")


@pytest.fixture
def cpuinfo(tmp_path):
    file = tmp_path / "cpuinfo"
    file.write_text(
        "processor : 0\nmodel name : Some CPU @ 2 GHz\nflags : fpu sse4_2 avx2 fma mce avx\n", encoding="utf-8"
    )
    return file


def test_the_multimodal_part_is_left_out_and_the_users_own_options_come_last(wheel):
    words = shlex.split(wheel.options("-DGGML_CUDA=ON"))
    assert words[0] == "-DLLAVA_BUILD=OFF"
    assert words[-1] == "-DGGML_CUDA=ON"


def test_the_recipe_that_is_named_to_cmake_is_there(wheel):
    recipe = next(word for word in shlex.split(wheel.options("")) if "INCLUDE" in word).partition("=")[2]
    assert "LLAMA_BUILD_COMMON OFF" in Path(recipe).read_text(encoding="utf-8")


def test_a_processor_is_what_its_instruction_sets_are(wheel, cpuinfo):
    assert wheel.processor(cpuinfo).split()[1:] == ["avx", "avx2", "fma", "sse4_2"]


def test_a_processor_without_a_description_still_has_a_name(wheel, tmp_path):
    assert wheel.processor(tmp_path / "no-such-file").strip()


def test_another_version_or_other_options_are_another_wheel(wheel):
    keys = [
        wheel.build_key("0.3.36", {}),
        wheel.build_key("0.3.37", {}),
        wheel.build_key("0.3.36", {"CMAKE_ARGS": "-DGGML_VULKAN=ON"}),
        wheel.build_key("0.3.36", {wheel.READY_MADE: "some.whl"}),
    ]
    assert len(set(keys)) == 4
    assert wheel.build_key("0.3.36", {"HOME": "/anywhere"}) == keys[0]


def test_a_wheel_is_found_under_its_own_key_only(wheel, tmp_path):
    kept = tmp_path / "abc" / "llama_cpp_python-0.3.36-py3-none-any.whl"
    kept.parent.mkdir()
    kept.touch()
    assert wheel.kept_wheel(tmp_path, "abc") == kept
    assert wheel.kept_wheel(tmp_path, "abd") is None


def test_wheels_are_kept_in_the_users_cache(wheel, tmp_path):
    folder = wheel.cache_folder({"XDG_CACHE_HOME": str(tmp_path)}, "linux", otherwise=tmp_path / "otherwise")
    assert folder == tmp_path / "counterpoint-setup"


def test_where_the_cache_can_not_be_written_they_stay_in_the_project(wheel, tmp_path):
    (tmp_path / "file").touch()
    otherwise = tmp_path / "otherwise"
    assert wheel.cache_folder({"XDG_CACHE_HOME": str(tmp_path / "file")}, "linux", otherwise=otherwise) == otherwise


def test_the_pinned_version_is_read_from_the_constraints(wheel):
    assert wheel.pinned_version("# versions\nllama-cpp==1\nllama-cpp-python==0.3.36\n") == "0.3.36"
    with pytest.raises(LookupError):
        wheel.pinned_version("numpy==2.4.6\n")
