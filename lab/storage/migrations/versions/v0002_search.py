"""What search and lists need to be quick with a hundred thousand comparisons, and contestants that are met again."""

from __future__ import annotations

import hashlib
import re

import msgspec
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Bring a database of the first version to this one."""
    _take_seeds_out_of_contestants()
    _say_again_beside_comparisons()
    _index_the_lists()
    _set_letters_apart()


def _take_seeds_out_of_contestants() -> None:
    op.add_column("answer", sa.Column("seed", sa.Integer, nullable=False, server_default="0"))
    db = op.get_bind()
    old = db.execute(sa.text("SELECT id, model_name, model_sha256, framing, whole FROM contestant")).mappings().all()
    for row in old:
        whole = msgspec.json.decode(row["whole"])
        seed, whole["sampler"]["seed"] = whole["sampler"]["seed"], 0
        data = msgspec.json.encode(whole)  # as the program itself writes it, so that it comes to the same name
        new = {**row, "id": hashlib.sha256(data).hexdigest()[:32], "whole": data.decode()}
        db.execute(
            sa.text(
                "INSERT OR IGNORE INTO contestant (id, model_name, model_sha256, framing, whole) "
                "VALUES (:id, :model_name, :model_sha256, :framing, :whole)"
            ),
            new,
        )
        db.execute(
            sa.text("UPDATE answer SET contestant_id = :new, seed = :seed WHERE contestant_id = :old"),
            {"new": new["id"], "old": row["id"], "seed": seed},
        )
    db.execute(sa.text("DELETE FROM contestant WHERE id NOT IN (SELECT contestant_id FROM answer)"))


def _say_again_beside_comparisons() -> None:
    op.add_column("comparison", sa.Column("model_a", sa.String, nullable=False, server_default=""))
    op.add_column("comparison", sa.Column("model_b", sa.String, nullable=False, server_default=""))
    op.add_column("comparison", sa.Column("choice", sa.String))
    for side in ("a", "b"):
        op.execute(
            f"UPDATE comparison SET model_{side} = coalesce((SELECT model_name FROM answer "  # noqa: S608
            f"JOIN contestant ON contestant.id = contestant_id WHERE answer.id = answer_{side}_id), '')"
        )
    # Of each rater the last vote counts, unless it took the vote back; of several raters' the last.
    op.execute(
        "UPDATE comparison SET choice = (SELECT vote.choice FROM vote WHERE vote.comparison_id = comparison.id "
        "AND vote.aspect = '' AND vote.choice IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vote AS later "
        "WHERE later.comparison_id = vote.comparison_id AND later.rater_id = vote.rater_id AND later.aspect = '' "
        "AND (later.cast_utc, later.number) > (vote.cast_utc, vote.number)) "
        "ORDER BY vote.cast_utc DESC, vote.number DESC LIMIT 1)"
    )


def _index_the_lists() -> None:
    op.drop_index("ix_session_updated_utc", "session")
    op.drop_index("ix_session_trashed_utc", "session")
    _index("session", "trashed_utc", "pinned", "updated_utc", "id")
    op.drop_index("ix_comparison_session_id", "comparison")
    _index("comparison", "session_id", "trashed_utc")
    _index("comparison", "created_utc")
    for column in ("choice", "model_a", "model_b"):
        _index("comparison", column, "created_utc")


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _set_letters_apart() -> None:
    """Write anew what is to be found where a script has no spaces between words; see ``full_text``."""
    db = op.get_bind()
    for number in db.scalars(sa.text("SELECT rowid FROM found")).all():
        was = sa.text("SELECT prompt, a, b, note FROM found WHERE rowid = :number")
        row = db.execute(was, {"number": number}).mappings().one()
        new = {name: _UNSPACED.sub("\x1f", value) for name, value in row.items()}
        if new != dict(row):
            db.execute(
                sa.text("UPDATE found SET prompt = :prompt, a = :a, b = :b, note = :note WHERE rowid = :number"),
                {**new, "number": number},
            )


_LETTERS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_UNSPACED = re.compile(rf"(?<=[{_LETTERS}])(?=\w)|(?<=\w)(?=[{_LETTERS}])")
