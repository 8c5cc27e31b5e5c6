"""A history of the first version comes to this one whole, and the way back is a backup."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from lab.errors import HistoryDamaged
from lab.records import Contestant, VoteChoice
from lab.storage import Store, answers, backups, codec, comparisons, migrate, search
from lab.storage.connection import close, connect, raw_connection, set_for_writing
from lab.storage.search import Filter
from tests.unit.storage.samples import contestant

WHEN = "2026-01-01T00:00:00.000Z"


def test_the_newest_revision_is_the_one_that_the_program_asks_for() -> None:
    assert migrate.known_revisions()[0] == migrate.NEWEST


@pytest.fixture
def first_version(path: Path) -> Path:
    """A history as the first version left it: one conversation, two seeds of one contestant, three votes."""
    path.parent.mkdir()
    connection = connect(path)
    set_for_writing(connection)
    migrate.upgrade(connection, "0001")
    raw = raw_connection(connection)
    raw.execute("INSERT INTO session VALUES ('s', 'Skies', 0, ?, ?, NULL)", (WHEN, WHEN))
    for answer_id, seed in (("a1", 1), ("b1", 2)):
        whole = contestant(seed=seed)
        raw.execute(
            "INSERT INTO contestant VALUES (?, ?, ?, ?, ?)",
            (f"old-{seed}", whole.model.name, whole.model.sha256, whole.framing, codec.to_json(whole).decode()),
        )
        raw.execute(
            "INSERT INTO answer (id, contestant_id, state, writer, engine, problem, begun_utc, saved_utc, text) "
            "VALUES (?, ?, 'finished', '', '', '', ?, ?, '因为天空散射蓝光')",
            (answer_id, f"old-{seed}", WHEN, WHEN),
        )
    raw.execute("INSERT INTO comparison VALUES (1, 'c1', 's', NULL, 'prompt', 'Why?', ?, NULL, 'a1', 'b1')", (WHEN,))
    raw.execute("INSERT INTO comparison VALUES (2, 'c2', 's', 'c1', 'prompt', 'And?', ?, NULL, 'a1', NULL)", (WHEN,))
    raw.execute("INSERT INTO found (rowid, prompt, a, b, note) VALUES (1, 'Why?', '因为天空散射蓝光', '', '')")
    raw.execute("INSERT INTO rater VALUES (1, 'Ada'), (2, 'Bo')")
    for number, (rater, choice) in enumerate(((1, "a"), (2, "tie"), (2, None)), start=1):
        raw.execute(
            "INSERT INTO vote VALUES (?, ?, 'c1', ?, '', ?, 'a', 0, NULL, ?)",
            (number, f"v{number}", rater, choice, WHEN),
        )
    close(connection)
    return path


def test_answers_keep_their_seeds_and_share_their_contestant(first_version: Path) -> None:
    with Store(first_version) as store:
        a, b = (store.read(answers.get, name).result().contestant for name in ("a1", "b1"))
        assert (a, b) == (contestant(seed=1), contestant(seed=2))
        # An answer of the same contestant from now on is one more of the same.
        store.write(answers.begin, contestant(seed=3)).result()
        names = store.read(lambda work: list(work.db.exec_driver_sql("SELECT id, whole FROM contestant"))).result()
    assert [row[0] for row in names] == [codec.contestant_id(contestant())]
    assert codec.from_json(names[0][1], Contestant) == contestant(seed=0)


def test_lists_and_search_know_the_votes_the_models_and_the_letters(first_version: Path) -> None:
    with Store(first_version) as store:
        (hit,) = store.read(search.find, Filter(text="天空")).result()
        assert (hit.comparison_id, hit.choice, hit.model_a, hit.model_b) == (
            "c1", VoteChoice.A, "tiny-base", "tiny-base",
        )  # fmt: skip
        (hit,) = store.read(search.find, Filter(unvoted=True)).result()
        assert (hit.comparison_id, hit.model_b) == ("c2", "")


def test_beginnings_of_words_are_found_in_a_history_that_was_indexed_otherwise(first_version: Path) -> None:
    with Store(first_version) as store:
        definition = store.read(
            lambda work: work.db.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'found'").scalar_one()
        ).result()
        assert "prefix = '2 3 4 5 6'" in definition
        (hit,) = store.read(search.find, Filter(text="wh 天")).result()
        assert hit.comparison_id == "c1"
        tables = store.read(
            lambda work: work.db.exec_driver_sql("SELECT name FROM sqlite_master WHERE name LIKE 'found%'").all()
        ).result()
    assert not [name for (name,) in tables if "anew" in name]


def test_before_it_is_migrated_a_backup_is_made_that_leads_back(first_version: Path) -> None:
    Store(first_version).close()
    (backup,) = backups.backups(first_version)
    assert backup.why == f"before-{migrate.NEWEST}"
    backups.restore(first_version, backup.path, datetime.now(UTC))
    with Store(first_version) as store:
        assert store.read(comparisons.get, "c1").result().prompt == "Why?"


def test_a_migration_that_meets_damage_changes_nothing(first_version: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = first_version.read_bytes()

    def damaged(*_: object, **__: object) -> None:
        raise HistoryDamaged("no")

    monkeypatch.setattr(backups, "back_up", damaged)
    with pytest.raises(HistoryDamaged):
        Store(first_version)
    assert first_version.read_bytes() == before
