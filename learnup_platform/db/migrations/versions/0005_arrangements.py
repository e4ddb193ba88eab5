"""What is arranged for one student, what their computer can guarantee, and which evidence is gone."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add what invigilators arrange and see."""
    json = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("computer", json, nullable=True))
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.add_column(sa.Column("deleted_at", MOMENT, nullable=True))
    op.create_table(
        "exam_exceptions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("exam_id", sa.String(length=64), nullable=False),
        sa.Column("student_id", sa.String(length=64), nullable=False),
        sa.Column("kinds", json, nullable=False),
        sa.Column("challenge_exempt", sa.Boolean(), nullable=False),
        sa.Column("camera_only", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("given_by", sa.String(length=64), nullable=True),
        sa.Column("given_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["exam_id"], ["exams.id"], name=op.f("fk_exam_exceptions_exam_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["student_id"], ["accounts.id"], name=op.f("fk_exam_exceptions_student_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["given_by"], ["accounts.id"], name=op.f("fk_exam_exceptions_given_by"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exam_exceptions")),
    )
    with op.batch_alter_table("exam_exceptions", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_exam_exceptions_exam_id_student_id"), ["exam_id", "student_id"], unique=False
        )


def downgrade() -> None:
    """Take it away again."""
    with op.batch_alter_table("exam_exceptions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_exam_exceptions_exam_id_student_id"))
    op.drop_table("exam_exceptions")
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.drop_column("deleted_at")
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.drop_column("computer")
