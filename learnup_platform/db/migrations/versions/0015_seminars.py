"""Recordings of lessons, seminars, and places in them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
TEXTS = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Add them."""
    op.create_table(
        "recordings",
        sa.Column("material_id", sa.String(length=64), nullable=False),
        sa.Column("lesson_id", sa.String(length=64), nullable=True),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("duration_seconds", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["material_id"], ["materials.id"], name=op.f("fk_recordings_material_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["lesson_id"], ["lessons.id"], name=op.f("fk_recordings_lesson_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("material_id", name=op.f("pk_recordings")),
    )
    op.create_index(op.f("ix_recordings_lesson_id"), "recordings", ["lesson_id"], unique=False)
    op.create_table(
        "seminars",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("class_id", sa.String(length=64), nullable=True),
        sa.Column("title", TEXTS, nullable=False),
        sa.Column("summary", TEXTS, nullable=False),
        sa.Column("speaker", sa.String(length=120), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("online", sa.Boolean(), nullable=False),
        sa.Column("starts_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("closes_at", MOMENT, nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("created_by", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name=op.f("fk_seminars_class_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["created_by"], ["accounts.id"], name=op.f("fk_seminars_created_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seminars")),
    )
    op.create_index(op.f("ix_seminars_class_id"), "seminars", ["class_id"], unique=False)
    op.create_index(op.f("ix_seminars_starts_at"), "seminars", ["starts_at"], unique=False)
    op.create_table(
        "seminar_places",
        sa.Column("seminar_id", sa.String(length=64), nullable=False),
        sa.Column("account_id", sa.String(length=64), nullable=False),
        sa.Column("registered_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["seminar_id"], ["seminars.id"], name=op.f("fk_seminar_places_seminar_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_seminar_places_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("seminar_id", "account_id", name=op.f("pk_seminar_places")),
    )
    op.create_index(op.f("ix_seminar_places_account_id"), "seminar_places", ["account_id"], unique=False)


def downgrade() -> None:
    """Take them away again."""
    op.drop_table("seminar_places")
    op.drop_table("seminars")
    op.drop_table("recordings")
