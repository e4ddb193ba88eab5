"""Meetings of lessons: their state, their log, and substitutes."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add them."""
    with op.batch_alter_table("lessons", schema=None) as batch_op:
        batch_op.add_column(sa.Column("meeting_started_at", MOMENT, nullable=True))
        batch_op.add_column(sa.Column("meeting_ended_at", MOMENT, nullable=True))
    op.create_table(
        "meeting_log",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("lesson_id", sa.String(length=64), nullable=False),
        sa.Column("account_id", sa.String(length=64), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("action", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["lesson_id"], ["lessons.id"], name=op.f("fk_meeting_log_lesson_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_log")),
    )
    op.create_index(op.f("ix_meeting_log_lesson_id"), "meeting_log", ["lesson_id"], unique=False)
    op.create_table(
        "lesson_substitutes",
        sa.Column("lesson_id", sa.String(length=64), nullable=False),
        sa.Column("teacher_id", sa.String(length=64), nullable=False),
        sa.Column("assigned_by", sa.String(length=64), nullable=False),
        sa.Column("assigned_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["lesson_id"], ["lessons.id"], name=op.f("fk_lesson_substitutes_lesson_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["teacher_id"], ["accounts.id"], name=op.f("fk_lesson_substitutes_teacher_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("lesson_id", name=op.f("pk_lesson_substitutes")),
    )
    op.create_index(op.f("ix_lesson_substitutes_teacher_id"), "lesson_substitutes", ["teacher_id"], unique=False)


def downgrade() -> None:
    """Take them away again."""
    op.drop_table("lesson_substitutes")
    op.drop_table("meeting_log")
    with op.batch_alter_table("lessons", schema=None) as batch_op:
        batch_op.drop_column("meeting_ended_at")
        batch_op.drop_column("meeting_started_at")
