"""What students are told of absences, and the school's policy of attendance."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Add both."""
    op.create_table(
        "absence_notices",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("lesson_id", sa.String(length=64), nullable=False),
        sa.Column("student_id", sa.String(length=64), nullable=False),
        sa.Column("published_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["lesson_id"], ["lessons.id"], name=op.f("fk_absence_notices_lesson_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["student_id"], ["accounts.id"], name=op.f("fk_absence_notices_student_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence_notices")),
        sa.UniqueConstraint("student_id", "lesson_id", name=op.f("uq_absence_notices_student_id_lesson_id")),
    )
    op.create_index(op.f("ix_absence_notices_lesson_id"), "absence_notices", ["lesson_id"])
    op.create_table(
        "attendance_policies",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("set_by", sa.String(length=64), nullable=False),
        sa.Column("set_at", MOMENT, nullable=False),
        sa.Column("values", DOCUMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance_policies")),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("attendance_policies")
    op.drop_table("absence_notices")
