"""Alembic's environment: works on the connection it is handed; see ``db.migrate``."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Enum

from learnup_platform.db import models
from learnup_platform.db.base import Base, Localized, UtcDateTime

__all__ = ["models"]


def render_item(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Our column types as plain ones, so that a revision does not change when the code does."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, Localized):
        return "sa.JSON()"
    if kind == "type" and isinstance(item, Enum):
        return f"sa.String(length={item.length})"
    return False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    render_item=render_item,
)
with context.begin_transaction():
    context.run_migrations()
