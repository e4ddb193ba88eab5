"""Published results, and decisions on answers that were set aside."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
ID = sa.String(length=64)


def _points(table: str, column: str, to: str, ondelete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def upgrade() -> None:
    """Add them."""
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("answers_aside", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("given_marks", schema=None) as batch_op:
        batch_op.add_column(sa.Column("answer_digest", ID, nullable=True))
    # What came late before this column existed is looked for once, exactly, when somebody asks for it.
    op.execute(sa.text("UPDATE attempts SET answers_aside = true"))
    op.create_table(
        "published_results",
        sa.Column("exam_id", ID, nullable=False),
        sa.Column("student_id", ID, nullable=False),
        sa.Column("hundredths", sa.Integer(), nullable=False),
        sa.Column("digest", ID, nullable=False),
        sa.Column("document", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("published_at", MOMENT, nullable=False),
        _points("published_results", "exam_id", "exams", "CASCADE"),
        _points("published_results", "student_id", "accounts", "CASCADE"),
        sa.PrimaryKeyConstraint("exam_id", "student_id", name=op.f("pk_published_results")),
    )
    op.create_index(op.f("ix_published_results_student_id"), "published_results", ["student_id"], unique=False)
    op.create_table(
        "result_publications",
        sa.Column("id", ID, nullable=False),
        sa.Column("exam_id", ID, nullable=False),
        sa.Column("students", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("ranks", sa.Boolean(), nullable=False),
        sa.Column("published_by", ID, nullable=True),
        sa.Column("published_at", MOMENT, nullable=False),
        _points("result_publications", "exam_id", "exams", "CASCADE"),
        _points("result_publications", "published_by", "accounts", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_result_publications")),
    )
    op.create_index(op.f("ix_result_publications_exam_id"), "result_publications", ["exam_id"], unique=False)
    op.create_table(
        "set_aside_decisions",
        sa.Column("id", ID, nullable=False),
        sa.Column("attempt_id", ID, nullable=False),
        sa.Column("question_id", ID, nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("verdict", sa.String(length=32), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("decided_by", ID, nullable=True),
        sa.Column("decided_at", MOMENT, nullable=False),
        _points("set_aside_decisions", "attempt_id", "attempts", "CASCADE"),
        _points("set_aside_decisions", "decided_by", "accounts", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_set_aside_decisions")),
    )
    op.create_index(
        op.f("ix_set_aside_decisions_attempt_id_question_id"),
        "set_aside_decisions",
        ["attempt_id", "question_id"],
        unique=False,
    )


def downgrade() -> None:
    """Take them away again."""
    op.drop_table("set_aside_decisions")
    op.drop_table("result_publications")
    op.drop_table("published_results")
    with op.batch_alter_table("given_marks", schema=None) as batch_op:
        batch_op.drop_column("answer_digest")
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.drop_column("answers_aside")
