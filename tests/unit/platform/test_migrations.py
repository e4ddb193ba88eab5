"""The revisions make exactly the tables of the models, and the newest is found without Alembic."""

import asyncio
from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect
from sqlalchemy.ext.asyncio import create_async_engine

from learnup_platform.db import models
from learnup_platform.db.base import Base
from learnup_platform.db.migrate import alembic_config, migrate, newest_revision

__all__ = ["models"]


def _on_database(path: Path, *steps: Any) -> list[Any]:
    async def run() -> list[Any]:
        engine = create_async_engine(f"sqlite+aiosqlite:///{path}")
        try:
            await migrate(engine)
            await migrate(engine)
            async with engine.begin() as connection:
                return [await connection.run_sync(step) for step in steps]
        finally:
            await engine.dispose()

    return asyncio.run(run())


def test_revisions_and_models_agree(tmp_path: Path) -> None:
    def differences(connection: Connection) -> object:
        return compare_metadata(MigrationContext.configure(connection), Base.metadata)

    assert _on_database(tmp_path / "a.db", differences) == [[]]


def test_the_newest_revision_is_the_one_head(tmp_path: Path) -> None:
    def heads(connection: Connection) -> object:
        return ScriptDirectory.from_config(alembic_config(connection)).get_heads()

    assert _on_database(tmp_path / "a.db", heads) == [[newest_revision()]]


def test_the_way_back_leaves_nothing(tmp_path: Path) -> None:
    def back(connection: Connection) -> object:
        command.downgrade(alembic_config(connection), "base")
        return inspect(connection).get_table_names()

    assert _on_database(tmp_path / "a.db", back) == [["alembic_version"]]
