"""What Alembic runs for a migration: it uses the connection it is given, inside that one's transaction."""

from __future__ import annotations

from alembic import context

from lab.storage.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    # SQLite can't change most of a table in place; Alembic then makes a new one and copies.
    render_as_batch=True,
    # SQLite does undo DDL, if the driver doesn't commit behind one's back, and ours doesn't.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
