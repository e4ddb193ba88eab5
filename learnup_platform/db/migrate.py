"""Bringing the database to the newest revision at start-up.

Alembic is imported only when there is something to do: looking takes one query, since revision files are named by their
revision (``0001_initial.py`` is ``0001``) and the newest is the last by name. A test holds the files to that.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).parent / "migrations"
_ADVISORY_LOCK = 0x4C6561726E557000
"""'LearnUp': the PostgreSQL advisory lock under which processes that start together migrate one after the other."""


def newest_revision() -> str:
    """The revision the code needs."""
    return max(path.name.split("_")[0] for path in (FOLDER / "versions").glob("[0-9]*_*.py"))


async def migrate(engine: AsyncEngine) -> None:
    """Upgrade the database, in one transaction, if it is not the newest."""
    async with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
        if await connection.run_sync(_present_revision) != newest_revision():
            await connection.run_sync(_upgrade)


def alembic_config(connection: Connection) -> "Config":
    """Alembic's configuration for ``connection``; there is no ini file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _present_revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def _upgrade(connection: Connection) -> None:
    from alembic import command

    command.upgrade(alembic_config(connection), "head")
