"""What answers are like is kept beside them, so that it is measured once: an answer takes some 10 ms.

It belongs to the answer and goes with it. Nothing is filled in here; whoever shows results measures what has no
measures yet, in the background.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision: str | None = "0003"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "answer_measures",
        sa.Column("answer_id", sa.String, sa.ForeignKey("answer.id", ondelete="CASCADE"), nullable=False),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("numbers", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("answer_id"),
        sqlite_with_rowid=False,
    )
