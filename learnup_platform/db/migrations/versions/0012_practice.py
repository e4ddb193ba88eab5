"""Exams that are rehearsals: everything happens as in an exam, and nothing counts."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the mark of a practice paper."""
    with op.batch_alter_table("exams", schema=None) as batch_op:
        batch_op.add_column(sa.Column("practice", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """Drop it again."""
    with op.batch_alter_table("exams", schema=None) as batch_op:
        batch_op.drop_column("practice")
