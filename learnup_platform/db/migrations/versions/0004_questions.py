"""Marking schemes, teachers' marks, and the drawings and photographs of answers."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add what marking needs."""
    json = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
    with op.batch_alter_table("exams", schema=None) as batch_op:
        batch_op.add_column(sa.Column("marking", json, nullable=True))
    op.create_table(
        "given_marks",
        sa.Column("attempt_id", sa.String(length=64), nullable=False),
        sa.Column("question_id", sa.String(length=64), nullable=False),
        sa.Column("part", sa.String(length=64), nullable=False),
        sa.Column("hundredths", sa.Integer(), nullable=False),
        sa.Column("comment", sa.String(length=2000), nullable=False),
        sa.Column("marked_by", sa.String(length=64), nullable=True),
        sa.Column("marked_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempts.id"], name=op.f("fk_given_marks_attempt_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["marked_by"], ["accounts.id"], name=op.f("fk_given_marks_marked_by"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("attempt_id", "question_id", "part", name=op.f("pk_given_marks")),
    )
    op.create_table(
        "work_files",
        sa.Column("attempt_id", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("storage_key", sa.String(length=200), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempts.id"], name=op.f("fk_work_files_attempt_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("attempt_id", "sha256", name=op.f("pk_work_files")),
    )


def downgrade() -> None:
    """Take it away again."""
    op.drop_table("work_files")
    op.drop_table("given_marks")
    with op.batch_alter_table("exams", schema=None) as batch_op:
        batch_op.drop_column("marking")
