from pathlib import Path

import pytest

SAID = """\
0.00.644.776 I system_info: n_threads = 2 (n_threads_batch = 2) / 2 | CPU : SSE3 = 1 | AVX2 = 1 | OPENMP = 1 |
0.00.645.054 I generate: n_ctx = 4096, n_batch = 512, n_predict = 64, n_keep = 0
0.01.617.017 I common_perf_print:    sampling time =      64.00 ms
0.01.617.048 I common_perf_print:    samplers time =       3.90 ms /    71 tokens
0.01.617.077 I common_perf_print:        load time =      96.99 ms
0.01.617.101 I common_perf_print: prompt eval time =      96.46 ms /     7 tokens (   13.78 ms per token,    72.57 tokens per second)
0.01.617.124 I common_perf_print:        eval time =     567.00 ms /    63 runs   (    9.00 ms per token,   111.11 tokens per second)
0.01.617.146 I common_perf_print:       total time =     972.46 ms /    70 tokens
0.01.617.168 I common_perf_print: unaccounted time =       9.00 ms /   0.9 %      (total - sampling - prompt eval - eval) / (total)
"""  # noqa: E501


@pytest.fixture
def completion(script):
    return script("benchmarks.completion")


def test_the_times_are_read_out_of_the_log(completion):
    times = completion.parse_times(SAID)
    assert (times.eval_ms, times.eval_runs) == (567.0, 63)
    assert (times.prompt_ms, times.prompt_tokens) == (96.46, 7)
    assert (times.sampling_ms, times.total_ms) == (64.0, 972.46)
    assert (times.threads, times.batch_threads) == (2, 2)


def test_drawing_counts_as_part_of_generating_except_for_the_first_token(completion):
    # 63 decodes of 9 ms and 63 of the 64 draws of 1 ms.
    assert completion.parse_times(SAID).tokens_per_second == pytest.approx(100.0)


@pytest.mark.parametrize("missing", ["eval time", "sampling time", "total time", "n_threads"])
def test_a_log_without_its_times_is_an_error_that_shows_the_log(completion, missing):
    said = "\n".join(line for line in SAID.splitlines() if missing not in line)
    with pytest.raises(completion.ProgramFailed, match="common_perf_print"):
        completion.parse_times(said)


def test_the_program_is_asked_for_the_same_work_as_we_do(completion):
    from lab.records import SamplerSettings

    sampler = SamplerSettings(temperature=0.7, top_k=20, seed=5)
    call = completion.command(
        Path("bin"), Path("m.gguf"), prompt="Hello", tokens=160, threads=2, sampler=sampler, context=4096
    )
    assert all(isinstance(word, str) for word in call)
    options = {word: call[place + 1] for place, word in enumerate(call[:-1]) if word.startswith("-")}
    expected = {"-p": "Hello", "-n": "160", "-t": "2", "-tb": "2", "-c": "4096", "--temp": "0.7", "--top-k": "20"}
    assert expected.items() <= options.items()
    assert {"--seed": "5", "-fa": "auto", "-b": "512", "-ub": "512", "-ngl": "0"}.items() <= options.items()
    assert {"--ignore-eos", "-no-cnv", "--perf"} <= set(call)
