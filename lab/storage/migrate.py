"""Which version a database has, and how it gets to ours."""

from __future__ import annotations

from enum import StrEnum

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from lab.storage.connection import APPLICATION_ID, begins_at_once, raw_connection

SCRIPTS = "lab.storage:migrations"
"""A package and a folder in it, which Alembic finds with importlib.resources, so also in an installed wheel."""


class Age(StrEnum):
    """How a database stands to this version of the program."""

    EMPTY = "empty"
    OLDER = "older"
    SAME = "same"
    NEWER = "newer"
    FOREIGN = "foreign"
    """It belongs to another program."""


def newest() -> str:
    """The revision that this version of the program makes."""
    found = _scripts().get_current_head()
    assert found is not None
    return found


def age(connection: Connection) -> Age:
    """How the database stands to this version. Reads only."""
    begins_at_once(connection, immediately=False)
    with connection.begin():
        tables = int(connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one())
        if not tables:
            return Age.EMPTY
        if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != APPLICATION_ID:
            return Age.FOREIGN
        revision = MigrationContext.configure(connection).get_current_revision()
    if revision == newest():
        return Age.SAME
    known = {script.revision for script in _scripts().walk_revisions()}
    return Age.OLDER if revision is None or revision in known else Age.NEWER


def upgrade(connection: Connection) -> None:
    """Bring the tables to this version, all steps in one transaction: they happen as a whole or not at all."""
    # A batch step drops a table and puts a copy in its place; with foreign keys on, that would empty its children.
    # SQLite ignores this setting inside a transaction.
    raw_connection(connection).execute("PRAGMA foreign_keys = OFF")
    begins_at_once(connection, immediately=True)
    with connection.begin():
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        assert not orphans, f"a migration left orphans: {orphans[:3]}"
    raw_connection(connection).execute("PRAGMA foreign_keys = ON")


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    return config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())
