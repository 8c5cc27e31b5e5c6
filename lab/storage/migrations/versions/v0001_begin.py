"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Make all tables of the first version."""
    _conversations()
    _answers()
    _opinions()
    # Of the tokenizer: letters without their accents, so that "Muller" finds "Müller"; prefixes are quick to find.
    op.execute(
        "CREATE VIRTUAL TABLE found USING fts5("
        "prompt, a, b, note, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"
    )


def _conversations() -> None:
    op.create_table(
        "session",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("pinned", sa.Boolean, nullable=False),
        sa.Column("created_utc", sa.String, nullable=False),
        sa.Column("updated_utc", sa.String, nullable=False, index=True),
        sa.Column("trashed_utc", sa.String, index=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "session_tag",
        sa.Column("session_id", sa.String, sa.ForeignKey("session.id", ondelete="CASCADE"), nullable=False),
        sa.Column("tag", sa.String, nullable=False, index=True),
        sa.PrimaryKeyConstraint("session_id", "tag"),
    )
    op.create_table(
        "draft",
        sa.Column("place", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("saved_utc", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("place"),
    )


def _answers() -> None:
    op.create_table(
        "contestant",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("model_name", sa.String, nullable=False, index=True),
        sa.Column("model_sha256", sa.String, nullable=False, index=True),
        sa.Column("framing", sa.String, nullable=False),
        sa.Column("whole", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "answer",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("contestant_id", sa.String, sa.ForeignKey("contestant.id"), nullable=False, index=True),
        sa.Column("state", sa.String, nullable=False, index=True),
        sa.Column("writer", sa.String, nullable=False),
        sa.Column("engine", sa.String, nullable=False),
        sa.Column("problem", sa.String, nullable=False),
        sa.Column("begun_utc", sa.String, nullable=False),
        sa.Column("saved_utc", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("rendered_prompt", sa.String),
        sa.Column("token_ids", sa.JSON),
        sa.Column("finish_reason", sa.String),
        sa.Column("prompt_tokens", sa.Integer),
        sa.Column("cached_prompt_tokens", sa.Integer),
        sa.Column("completion_tokens", sa.Integer),
        sa.Column("dropped_turns", sa.Integer),
        sa.Column("time_to_first_token_ms", sa.Float),
        sa.Column("tokens_per_second", sa.Float),
        sa.Column("prompt_tokens_per_second", sa.Float),
        sa.Column("details", sa.LargeBinary),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "comparison",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("session_id", sa.String, sa.ForeignKey("session.id", ondelete="CASCADE"), nullable=False, index=True),
        sa.Column("parent_id", sa.String, sa.ForeignKey("comparison.id", ondelete="CASCADE"), index=True),
        sa.Column("origin", sa.String, nullable=False),
        sa.Column("prompt", sa.String, nullable=False),
        sa.Column("created_utc", sa.String, nullable=False),
        sa.Column("trashed_utc", sa.String, index=True),
        sa.Column("answer_a_id", sa.String, sa.ForeignKey("answer.id"), index=True),
        sa.Column("answer_b_id", sa.String, sa.ForeignKey("answer.id"), index=True),
        sa.PrimaryKeyConstraint("number"),
    )


def _opinions() -> None:
    op.create_table(
        "rater",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.String, nullable=False, unique=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "vote",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("id", sa.String, nullable=False, unique=True),
        _of_a_comparison(),
        sa.Column("rater_id", sa.Integer, sa.ForeignKey("rater.id"), nullable=False, index=True),
        sa.Column("aspect", sa.String, nullable=False),
        sa.Column("choice", sa.String),
        sa.Column("shown_first", sa.String, nullable=False),
        sa.Column("blind", sa.Boolean, nullable=False),
        sa.Column("time_taken_ms", sa.Integer),
        sa.Column("cast_utc", sa.String, nullable=False, index=True),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "vote_reason",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("vote_number", sa.Integer, sa.ForeignKey("vote.number", ondelete="CASCADE"), nullable=False),
        sa.Column("side", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("vote_number", "side", "reason"),
    )
    op.create_table(
        "judgement",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("id", sa.String, nullable=False, unique=True),
        _of_a_comparison(),
        sa.Column("rater_id", sa.Integer, sa.ForeignKey("rater.id"), nullable=False, index=True),
        sa.Column("side", sa.String, nullable=False),
        sa.Column("correct", sa.Boolean),
        sa.Column("judged_utc", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("number"),
    )
    op.create_table(
        "note",
        _of_a_comparison(indexed=False),
        sa.Column("rater_id", sa.Integer, sa.ForeignKey("rater.id"), nullable=False, index=True),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("written_utc", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("comparison_id", "rater_id"),
    )


def _of_a_comparison(*, indexed: bool = True) -> sa.Column[str]:
    return sa.Column(
        "comparison_id",
        sa.String,
        sa.ForeignKey("comparison.id", ondelete="CASCADE"),
        nullable=False,
        index=indexed,
    )
