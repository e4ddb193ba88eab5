"""Alembic's environment: works on the connection it is handed; see ``db.migrate``."""

from alembic import context

from learnup_platform.db import models
from learnup_platform.db.base import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()

__all__ = ["models"]
