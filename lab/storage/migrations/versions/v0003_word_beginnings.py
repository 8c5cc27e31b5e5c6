"""Beginnings of up to six letters are in the full-text index, so that they are looked up instead of put together.

Each word that is typed may be the beginning of one. Without these, SQLite reads all places of all words that begin
so and merges them before it gives the first match, and does it again for each thing that it is asked. Longer beginnings
stay as they are: few words share them, and each length makes the index larger by a fifth.
"""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision: str | None = "0002"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Make the full-text table anew, because FTS5 can't change how one is indexed."""
    op.execute(
        "CREATE VIRTUAL TABLE found_anew USING fts5("
        "prompt, a, b, note, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4 5 6')"
    )
    op.execute("INSERT INTO found_anew (rowid, prompt, a, b, note) SELECT rowid, prompt, a, b, note FROM found")
    op.execute("DROP TABLE found")
    op.execute("ALTER TABLE found_anew RENAME TO found")
