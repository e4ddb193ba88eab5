"""What every table shares: constraint names, and column types that give back aware times and localised texts.

Constraint names are fixed so that a migration can name what it changes on both SQLite and PostgreSQL.
"""

from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import JSON, DateTime, Dialect, Enum, MetaData, String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

from learnup_desktop.contract.wire import LocalizedText

ID_LENGTH = 64
"""Room for the contract's ``Identifier``."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC time. SQLite has no zones: there it is stored naive, which compares correctly as all are UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To the database.

        Raises:
            ValueError: a naive time.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored time carries its zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """From the database."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Localized(TypeDecorator[LocalizedText]):
    """A ``LocalizedText`` as a JSON object without the empty languages."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: LocalizedText | None, dialect: Dialect) -> object:
        """To the database."""
        return None if value is None else value.model_dump(exclude_none=True)

    def process_result_value(self, value: object, dialect: Dialect) -> LocalizedText | None:
        """From the database."""
        return None if value is None else LocalizedText.model_validate(value)


Json = JSON().with_variant(JSONB(), "postgresql")
"""Any JSON; annotate the column ``Mapped[dict[str, object]]`` or what it holds."""


def string_enum(kind: type[StrEnum]) -> Enum:
    """A column for ``Mapped[kind]``: stored as the value, so that new members need no migration."""
    return Enum(
        kind, native_enum=False, length=32, values_callable=lambda members: [member.value for member in members]
    )


class Base(DeclarativeBase):
    """Base of all tables. ``str`` columns are ids unless they say their own length."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads a plain class attribute
        datetime: UtcDateTime,
        LocalizedText: Localized,
        str: String(ID_LENGTH),
    }
