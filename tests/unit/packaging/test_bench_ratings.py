import pytest

from lab.results import measures
from lab.results.ballots import gather
from lab.results.question import Question
from lab.results.ranking import rank
from lab.storage import Store, answers

VOTES = 300


@pytest.fixture(scope="module")
def ratings(script):
    return script("benchmarks.ratings")


@pytest.fixture(scope="module")
def store(script, tmp_path_factory):
    with Store(tmp_path_factory.mktemp("votes") / "history.db") as store:
        script("benchmarks.many_votes").fill(store, VOTES, 8)
        yield store


def test_each_comparison_has_a_vote_and_every_answer_is_measured(store):
    ballots, measured = gather(store), measures.read(store)
    ranking = rank(ballots, Question())
    assert (ranking.votes, len(ranking.contestants), ranking.raters) == (VOTES, 8, 3)
    assert (len(measured.measures), measured.missing) == (2 * VOTES, ())
    assert 0 < ranking.open_votes < VOTES
    assert len({each.rating for each in ranking.ratings.standings}) == 8


def test_its_answers_can_be_read_as_the_program_reads_them(store):
    for answer_id in list(measures.read(store).measures)[:5]:
        answer = store.read(answers.get, answer_id).result()
        assert answer.response.completion_tokens == len(answer.response.token_ids)
        assert measures.read(store).measures[answer_id]["characters"] == len(answer.text)


@pytest.mark.process
def test_ratings_bootstrap_and_page_are_measured(ratings, monkeypatch, tmp_path):
    monkeypatch.setattr(ratings.tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(ratings, "SAMPLES", 3)
    said = []
    figures = ratings.measure(1, said.append, votes=40, contestants=5)
    assert [figure.goal.limit if figure.goal else None for figure in figures] == [None, 1000, 10_000, 200, None]
    assert all(figure.number == 14 and len(figure.values) == 1 and figure.value > 0 for figure in figures)
    assert figures[4].value >= figures[3].value
    assert "40 votes on 5" in figures[1].what
    assert list(tmp_path.iterdir()) == []
