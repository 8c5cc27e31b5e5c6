"""What came of a run is counted by item and by side."""

from lab.analysis.consistency import Consistency
from lab.errors import PromptRejected
from lab.generation.batch_rows import Row
from lab.records import FinishReason, Side
from lab.runs.reading import read_progress, read_summary
from lab.runs.summary import ItemSide, RunSummary
from lab.storage import Store
from lab.suites.checks.result import Verdict
from tests.unit.runs.asking import Puppet, echo, performance, planned


def came_of(store: Store, a: Puppet, b: Puppet, times: int = 1) -> RunSummary:
    plan = planned(store, times=times)
    performance(store, plan, a, b).perform()
    return read_summary(store, plan)


def of(summary: RunSummary, item_id: str, side: Side) -> ItemSide:
    return next(each.sides[side] for each in summary.items if each.item.id == item_id)


def test_checks_are_of_the_last_answer_and_by_side(store: Store) -> None:
    summary = came_of(store, Puppet(lambda row, prompt: "Blue light."), Puppet())
    assert of(summary, "sky", Side.A).verdicts == {Verdict.PASSED: 1}
    assert of(summary, "sky", Side.B).verdicts == {Verdict.FAILED: 1}
    (sample,) = of(summary, "sky", Side.B).samples
    assert [each.result.verdict for each in sample.checks] == [Verdict.FAILED]
    assert summary.sides[Side.A].verdicts == {Verdict.PASSED: 1}


def test_lengths_ends_and_pairs_are_of_all_answers(store: Store) -> None:
    summary = came_of(store, Puppet(lambda row, prompt: "one two three"), Puppet())
    a = summary.sides[Side.A]
    assert (a.answers, a.failed, a.ends) == (5, 0, {FinishReason.END_OF_ANSWER: 5})
    assert a.words is not None
    assert (a.words.least, a.words.most) == (3, 3)
    assert a.stopped_by_itself == 5
    assert summary.pairs == 5
    assert summary.first_pair == of(summary, "sky", Side.A).samples[0].comparison_id


def test_repeated_samples_are_compared_with_each_other(store: Store) -> None:
    summary = came_of(
        store, Puppet(lambda row, prompt: f"{row.contestant.sampler.seed}"), Puppet(lambda row, prompt: "Light."), 3
    )
    steady, fickle = of(summary, "sky", Side.B), of(summary, "sky", Side.A)
    assert isinstance(steady.alike, Consistency)
    assert isinstance(fickle.alike, Consistency)
    assert (steady.alike.overlap, steady.alike.different, steady.checks_agree) == (1.0, 1, 1.0)
    assert (fickle.alike.overlap, fickle.alike.different) == (0.0, 3)
    assert [each.number for each in steady.samples] == [0, 1, 2]
    assert (summary.sides[Side.A].overlap, summary.sides[Side.B].overlap) == (0.0, 1.0)


def test_each_sample_has_its_own_length_and_a_failed_one_has_none(store: Store) -> None:
    asked: list[Row] = []

    def longer_each_time(row: Row, prompt: str) -> str:
        asked.append(row)
        if len(asked) == 2:
            raise PromptRejected("Too long.")
        return "word " * len(asked)

    plan = planned(store, {"id": "sky", "prompt": "Why is the sky blue?"}, times=3)
    performance(store, plan, Puppet(longer_each_time), Puppet()).perform()
    samples = of(read_summary(store, plan), "sky", Side.A).samples
    assert [each.length for each in samples] == [1, None, 3]


def test_failed_rows_are_told_and_counted_in_nothing_else(store: Store) -> None:
    def fails(row: Row, prompt: str) -> str:
        if prompt == "Why is the sky blue?":
            raise PromptRejected("Too long.")
        return echo(row, prompt)

    summary = came_of(store, Puppet(fails), Puppet())
    side = of(summary, "sky", Side.A)
    assert [each.problem for each in side.samples] == ["Too long."]
    assert (side.verdicts, side.alike) == ({}, None)
    assert summary.sides[Side.A].failed == 1
    assert summary.pairs == 4


def test_a_conversation_that_is_not_at_its_end_is_not_checked(store: Store) -> None:
    summary = came_of(store, Puppet(most=2), Puppet(most=0))
    assert of(summary, "talk", Side.A).samples == ()
    assert len(of(summary, "sky", Side.A).samples) == 1
    assert (summary.pairs, summary.first_pair) == (0, "")


def test_progress_can_be_read_without_carrying_anything_out(store: Store) -> None:
    plan = planned(store)
    performance(store, plan, Puppet(most=2), Puppet(most=1)).perform()
    found = read_progress(store, plan)
    assert [side.done for side in found.sides.values()] == [2, 1]
    assert not found.finished
