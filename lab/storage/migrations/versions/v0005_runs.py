"""Suites are run over two contestants; what a run asks is an ordinary comparison that knows its place in the run.

The columns are added by SQL of SQLite's own: a batch step of Alembic would copy the whole table for a reference.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision: str | None = "0004"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Make the table of runs, and let comparisons tell of theirs."""
    op.create_table(
        "run",
        sa.Column("id", sa.String, nullable=False),
        sa.Column("session_id", sa.String, sa.ForeignKey("session.id", ondelete="CASCADE"), nullable=False),
        sa.Column("suite_id", sa.String, nullable=False, index=True),
        sa.Column("suite_title", sa.String, nullable=False),
        sa.Column("suite", sa.String, nullable=False),
        sa.Column("suite_sha256", sa.String, nullable=False),
        sa.Column("contestant_a_id", sa.String, sa.ForeignKey("contestant.id"), nullable=False, index=True),
        sa.Column("contestant_b_id", sa.String, sa.ForeignKey("contestant.id"), nullable=False, index=True),
        sa.Column("samples", sa.Integer, nullable=False),
        sa.Column("settings", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("writer", sa.String, nullable=False),
        sa.Column("created_utc", sa.String, nullable=False, index=True),
        sa.Column("updated_utc", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("session_id", name="uq_run_session_id"),
    )
    op.execute("ALTER TABLE comparison ADD COLUMN run_id VARCHAR REFERENCES run (id)")
    op.execute("ALTER TABLE comparison ADD COLUMN suite_id VARCHAR DEFAULT '' NOT NULL")
    op.execute("ALTER TABLE comparison ADD COLUMN item_id VARCHAR DEFAULT '' NOT NULL")
    op.execute("ALTER TABLE comparison ADD COLUMN sample INTEGER")
    op.create_index("ix_comparison_run_id", "comparison", ["run_id"])
