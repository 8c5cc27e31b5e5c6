"""Which version a database has, and how it gets to ours."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from lab.storage.connection import APPLICATION_ID, begins_at_once, raw_connection

if TYPE_CHECKING:
    # Alembic takes as long to import as all the rest of storage, and most starts find nothing to migrate. So it is
    # imported where it is needed.
    from alembic.config import Config

SCRIPTS = "lab.storage:migrations"
"""A package and a folder in it, which Alembic finds with importlib.resources, so also in an installed wheel."""

NEWEST = "0005"
"""The revision that this version of the program makes: the last one in ``migrations/versions``."""


class Age(StrEnum):
    """How a database stands to this version of the program."""

    EMPTY = "empty"
    OLDER = "older"
    SAME = "same"
    NEWER = "newer"
    FOREIGN = "foreign"
    """It belongs to another program."""
    UNKNOWN = "unknown"
    """It is ours and does not say which version made it."""


def age(connection: Connection) -> Age:
    """How the database stands to this version. Reads only."""
    begins_at_once(connection, immediately=False)
    with connection.begin():
        tables = int(connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one())
        if not tables:
            return Age.EMPTY
        if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != APPLICATION_ID:
            return Age.FOREIGN
        if not connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first():
            return Age.UNKNOWN
        revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if revision is None:
        return Age.UNKNOWN
    if revision == NEWEST:
        return Age.SAME
    return Age.OLDER if revision in known_revisions() else Age.NEWER


def known_revisions() -> list[str]:
    """All revisions that this version can start from or make, the newest first."""
    from alembic.script import ScriptDirectory

    return [script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()]


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring the tables to a revision, all steps in one transaction: they happen as a whole or not at all."""
    from alembic import command

    # A batch step drops a table and puts a copy in its place; with foreign keys on, that would empty its children.
    # SQLite ignores this setting inside a transaction.
    raw_connection(connection).execute("PRAGMA foreign_keys = OFF")
    begins_at_once(connection, immediately=True)
    with connection.begin():
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, to)
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        assert not orphans, f"a migration left orphans: {orphans[:3]}"
    raw_connection(connection).execute("PRAGMA foreign_keys = ON")


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    return config
