"""The invoice by which a publication is paid."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add it."""
    with op.batch_alter_table("purchases", schema=None) as batch_op:
        batch_op.add_column(sa.Column("invoice_id", sa.String(length=64), nullable=True))
        batch_op.create_index(batch_op.f("ix_purchases_invoice_id"), ["invoice_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_purchases_invoice_id"), "invoices", ["invoice_id"], ["id"], ondelete="SET NULL"
        )


def downgrade() -> None:
    """Take it away again."""
    with op.batch_alter_table("purchases", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_purchases_invoice_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_purchases_invoice_id"))
        batch_op.drop_column("invoice_id")
