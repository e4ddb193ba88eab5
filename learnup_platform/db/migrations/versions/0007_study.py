"""What accounts write while they learn, and where they stopped reading."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Add annotations and reading places."""
    for table, key in (("annotations", "id"), ("reading_places", "material_id")):
        op.create_table(
            table,
            sa.Column("account_id", sa.String(length=64), nullable=False),
            sa.Column(key, sa.String(length=64), nullable=False),
            sa.Column("document", DOCUMENT, nullable=False),
            sa.Column("changed_at", MOMENT, nullable=False),
            sa.ForeignKeyConstraint(
                ["account_id"], ["accounts.id"], name=op.f(f"fk_{table}_account_id"), ondelete="CASCADE"
            ),
            sa.PrimaryKeyConstraint("account_id", key, name=op.f(f"pk_{table}")),
        )


def downgrade() -> None:
    """Take them away again."""
    op.drop_table("reading_places")
    op.drop_table("annotations")
