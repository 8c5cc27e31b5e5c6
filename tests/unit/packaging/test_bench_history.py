import pytest

from lab.records import AnswerState, VoteChoice
from lab.storage import Store, comparisons, search, sessions, votes
from lab.storage.search import Filter

TURNS = 400


@pytest.fixture(scope="module")
def history(script):
    return script("benchmarks.history")


@pytest.fixture(scope="module")
def many_turns(script):
    return script("benchmarks.many_turns")


@pytest.fixture(scope="module")
def store(many_turns, tmp_path_factory):
    with Store(tmp_path_factory.mktemp("history") / "history.db") as store:
        many_turns.fill(store, TURNS)
        yield store


def test_the_history_has_as_many_turns_as_are_promised_in_talks_of_several_lengths(store):
    assert store.read(search.count, Filter()).result() == TURNS
    listed = store.read(sessions.listed, limit=TURNS).result()
    assert sum(session.comparisons for session in listed) == TURNS
    assert len({session.comparisons for session in listed}) > 2
    assert all(session.first_prompt for session in listed)


def test_its_rows_are_as_the_program_itself_would_have_written_them(store):
    for hit in store.read(search.find, Filter(), limit=20).result():
        kept = store.read(comparisons.get, hit.comparison_id).result()
        for answer, model in ((kept.a, hit.model_a), (kept.b, hit.model_b)):
            assert answer.contestant.model.name == model
            assert answer.state is AnswerState.FINISHED
            assert answer.response.completion_tokens == len(answer.response.token_ids) == len(answer.text.split())
        cast = store.read(votes.current, hit.comparison_id).result()
        assert [vote.choice for vote in cast] == ([hit.choice] if hit.choice else [])
        assert store.read(search.count, Filter(text=kept.prompt)).result() >= 1


def test_the_searches_are_easy_and_hard(history, store):
    found = {name: store.read(search.count, wanted).result() for name, wanted in history.SEARCHES.items()}
    assert found["the first two letters"] > 0.9 * TURNS
    assert found["a phrase that is nearly everywhere"] > 0.9 * TURNS
    assert 0 < found["several words"] < 0.2 * TURNS
    assert 0 < found["without a vote"] < TURNS
    assert store.read(search.models).result()[0] == "tiny-base-1"


def test_search_and_list_are_measured_with_their_median_and_their_slow_end(history, monkeypatch, tmp_path):
    monkeypatch.setattr(history.tempfile, "tempdir", str(tmp_path))
    said = []
    figures = history.measure(1, said.append, turns=30)
    assert [(figure.number, figure.statistic, figure.goal.limit) for figure in figures] == [
        (11, "median", 50), (11, "p95", 50), (11, "median", 100), (11, "p95", 100),
    ]  # fmt: skip
    assert len(figures[0].values) == history.TRIES * len(history.SEARCHES)
    assert all(figure.value > 0 for figure in figures)
    assert figures[0].parts["turns"] == 30
    assert figures[0].parts["everything, the latest first, found"] == 30
    assert any("30 found" in line for line in said)
    assert list(tmp_path.iterdir()) == []


def test_votes_of_all_kinds_are_cast_and_one_kind_is_rare(many_turns):
    talks = many_turns.Talks(many_turns.random.Random(3), {}, {}, 1)
    cast = [talks.choice() for _ in range(4000)]
    counts = {choice: cast.count(choice) for choice in (None, *VoteChoice)}
    assert counts[None] > counts[VoteChoice.A] > counts[VoteChoice.TIE] > counts[VoteChoice.BOTH_BAD] > 0
