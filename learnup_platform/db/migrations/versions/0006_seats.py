"""Who asks for a seat, what could not go into a chain, and what became of an exam that was set."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add seats and branches."""
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("seat_device_id", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("seat_device_name", sa.String(length=120), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("seat_asked_at", MOMENT, nullable=True))
        batch_op.add_column(sa.Column("seat_refused_at", MOMENT, nullable=True))
        batch_op.add_column(sa.Column("branch_count", sa.Integer(), nullable=False, server_default="0"))
    op.create_table(
        "journal_branches",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("attempt_id", sa.String(length=64), nullable=False),
        sa.Column("device_id", sa.String(length=64), nullable=False),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("base_seq", sa.Integer(), nullable=False),
        sa.Column("base_hash", sa.String(length=64), nullable=False),
        sa.Column("head_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.Column("entries", sa.Text(), nullable=False),
        sa.Column("sent_by", sa.String(length=64), nullable=True),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempts.id"], name=op.f("fk_journal_branches_attempt_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["sent_by"], ["accounts.id"], name=op.f("fk_journal_branches_sent_by"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_branches")),
        sa.UniqueConstraint("attempt_id", "head_hash", name=op.f("uq_journal_branches_attempt_id_head_hash")),
    )
    op.create_table(
        "exam_changes",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("exam_id", sa.String(length=64), nullable=False),
        sa.Column("question_id", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("made_by", sa.String(length=64), nullable=True),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["exam_id"], ["exams.id"], name=op.f("fk_exam_changes_exam_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["made_by"], ["accounts.id"], name=op.f("fk_exam_changes_made_by"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exam_changes")),
        sa.UniqueConstraint("exam_id", "question_id", name=op.f("uq_exam_changes_exam_id_question_id")),
    )


def downgrade() -> None:
    """Take it away again."""
    op.drop_table("exam_changes")
    op.drop_table("journal_branches")
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        for name in ("branch_count", "seat_refused_at", "seat_asked_at", "seat_device_name", "seat_device_id"):
            batch_op.drop_column(name)
