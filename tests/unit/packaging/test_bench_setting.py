import os

import pytest

LOG = """\
load_tensors:   CPU_Mapped model buffer size =   229.38 MiB
load_tensors:   CPU_REPACK model buffer size =    12.66 MiB
llama_context:        CPU  output buffer size =     1.00 MiB
llama_kv_cache:        CPU KV buffer size =    12.00 MiB
llama_kv_cache:        CPU KV buffer size =    15.00 MiB
sched_reserve:        CPU compute buffer size =    22.77 MiB
"""
MIB = 1024 * 1024


@pytest.fixture
def bench(script):
    return script("bench")


@pytest.fixture
def programs(script):
    return script("benchmarks.programs")


def test_buffer_sizes_are_read_out_of_the_log_and_two_caches_are_added_up(script):
    buffers = script("benchmarks.memory").parse_buffers(LOG)
    assert buffers.kv_cache == 27 * MIB
    assert buffers.compute == round(22.77 * MIB)
    assert buffers.output == MIB
    assert buffers.repacked_weights == round(12.66 * MIB)


def test_a_silent_log_gives_nothing(script):
    buffers = script("benchmarks.memory").parse_buffers("llama_context: n_ctx = 4096")
    assert (buffers.kv_cache, buffers.compute, buffers.repacked_weights) == (0, 0, 0)


def test_the_command_line_has_sensible_defaults(bench):
    wanted = bench.arguments([])
    assert wanted.only == bench.ALL_FIGURES
    assert wanted.repeats == 5
    assert (wanted.json, wanted.models, wanted.programs) == (None, None, None)


def test_some_figures_can_be_chosen(bench):
    assert bench.arguments(["--only", "3,1,3", "--repeats", "9"]).only == (1, 3)


@pytest.mark.parametrize("words", [["--only", "99"], ["--only", ""], ["--only", "one"], ["--repeats", "4"]])
def test_what_cannot_be_measured_is_refused(bench, words, capsys):
    with pytest.raises(SystemExit):
        bench.arguments(words)
    assert "error" in capsys.readouterr().err


def test_a_folder_without_two_models_is_refused_in_a_sentence(bench, tmp_path, capsys):
    assert bench.main(["--models", str(tmp_path)]) == 2
    assert "holds 0 GGUF files; two are needed" in " ".join(capsys.readouterr().out.split())


def test_llama_cpp_is_built_with_the_flags_of_the_wheel_and_the_users_own_come_last(programs, tmp_path):
    env = {"CMAKE_ARGS": '-DGGML_NATIVE=OFF "-DCMAKE_C_FLAGS=-O2 -g"'}
    words = [str(word) for word in programs.configure_command("cmake", "ninja", tmp_path, tmp_path / "b", env)]
    assert words[-2:] == ["-DGGML_NATIVE=OFF", "-DCMAKE_C_FLAGS=-O2 -g"]
    assert {"-DCMAKE_BUILD_TYPE=Release", "-DBUILD_SHARED_LIBS=ON", "-DLLAMA_BUILD_SERVER=OFF"} <= set(words)


def test_programs_are_complete_only_with_all_three(programs, tmp_path):
    suffix = ".exe" if os.name == "nt" else ""
    for name in programs.PROGRAMS:
        assert not programs.is_complete(tmp_path)
        tmp_path.joinpath(name + suffix).touch()
    assert programs.is_complete(tmp_path)


def test_two_long_prompts_differ_from_their_first_words_on(script):
    prose = script("benchmarks.prompts").prose
    assert len(prose(1000).split()) >= 1000
    assert prose(50, first=1).split()[:2] != prose(50, first=2).split()[:2]


def test_a_processor_is_named_as_its_maker_names_it(script, tmp_path):
    cpuinfo = tmp_path / "cpuinfo"
    cpuinfo.write_text("processor\t: 0\nmodel name\t: A Fine Chip @ 3 GHz\nflags\t\t: avx2\n", encoding="utf-8")
    assert script("benchmarks.machine").processor_name(cpuinfo) == "A Fine Chip @ 3 GHz"
