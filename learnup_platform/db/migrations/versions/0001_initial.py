"""Accounts, classes, sync and kept answers."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TABLES = (
    "accounts",
    "auth_sessions",
    "sign_in_guards",
    "security_log",
    "subjects",
    "academic_terms",
    "classes",
    "enrollments",
    "lessons",
    "lesson_changes",
    "materials",
    "announcements",
    "sync_state",
    "sync_changes",
    "idempotency_keys",
)
_ID = sa.String(64)
_TIME = sa.DateTime(timezone=True)
_JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Make all tables, those that others refer to first."""
    _create_people()
    _create_security()
    _create_academic()
    _create_timetable()
    _create_content()
    _create_system()


def downgrade() -> None:
    """Drop them, in the opposite order."""
    for table in reversed(_TABLES):
        op.drop_table(table)


def _create_people() -> None:
    """Accounts and their devices."""
    op.create_table(
        "accounts",
        sa.Column("id", _ID, nullable=False),
        sa.Column("username", sa.String(200), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("index_number", sa.String(32)),
        sa.Column("grade", sa.String(32)),
        sa.Column("medium", sa.String(32)),
        sa.Column("email", sa.String(320)),
        sa.Column("password_hash", sa.String(100), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("face_enrolled", sa.Boolean(), nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.UniqueConstraint("username", name="uq_accounts_username"),
        sa.UniqueConstraint("index_number", name="uq_accounts_index_number"),
    )
    op.create_table(
        "auth_sessions",
        sa.Column("id", _ID, nullable=False),
        sa.Column("account_id", _ID, nullable=False),
        sa.Column("device_id", _ID, nullable=False),
        sa.Column("device_name", sa.String(120), nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("last_seen_at", _TIME, nullable=False),
        sa.Column("expires_at", _TIME, nullable=False),
        sa.Column("refresh_id", _ID, nullable=False),
        sa.Column("previous_refresh_id", _ID),
        sa.Column("refresh_key", sa.String(200)),
        sa.Column("refreshed_at", _TIME, nullable=False),
        sa.Column("revoked_at", _TIME),
        sa.Column("revoked_reason", sa.String(40)),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name="fk_auth_sessions_account_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_auth_sessions"),
    )
    op.create_index("ix_auth_sessions_account_id", "auth_sessions", ["account_id"])
    op.create_index("ix_auth_sessions_expires_at", "auth_sessions", ["expires_at"])


def _create_security() -> None:
    """Wrong passwords and what happened to accounts."""
    op.create_table(
        "sign_in_guards",
        sa.Column("name_hash", _ID, nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_failure_at", _TIME, nullable=False),
        sa.Column("locked_until", _TIME),
        sa.PrimaryKeyConstraint("name_hash", name="pk_sign_in_guards"),
    )
    op.create_index("ix_sign_in_guards_last_failure_at", "sign_in_guards", ["last_failure_at"])
    op.create_table(
        "security_log",
        sa.Column("id", _ID, nullable=False),
        sa.Column("account_id", _ID, nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("device_name", sa.String(120), nullable=False),
        sa.Column("address", _ID, nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name="fk_security_log_account_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_security_log"),
    )
    op.create_index("ix_security_log_account_id_at", "security_log", ["account_id", "at"])


def _create_academic() -> None:
    """Subjects, classes and rolls."""
    op.create_table(
        "subjects",
        sa.Column("id", _ID, nullable=False),
        sa.Column("code", sa.String(32), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("colour", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_subjects"),
        sa.UniqueConstraint("code", name="uq_subjects_code"),
    )
    op.create_table(
        "academic_terms",
        sa.Column("id", _ID, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("code", sa.String(32), nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_academic_terms"),
        sa.UniqueConstraint("kind", "code", name="uq_academic_terms_kind_code"),
    )
    op.create_table(
        "classes",
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", sa.JSON(), nullable=False),
        sa.Column("subject_id", _ID, nullable=False),
        sa.Column("grade", sa.String(32), nullable=False),
        sa.Column("medium", sa.String(32), nullable=False),
        sa.Column("teacher_id", _ID, nullable=False),
        sa.Column("room", _ID, nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["subject_id"], ["subjects.id"], name="fk_classes_subject_id"),
        sa.ForeignKeyConstraint(["teacher_id"], ["accounts.id"], name="fk_classes_teacher_id"),
        sa.PrimaryKeyConstraint("id", name="pk_classes"),
    )
    op.create_index("ix_classes_teacher_id", "classes", ["teacher_id"])
    op.create_table(
        "enrollments",
        sa.Column("id", _ID, nullable=False),
        sa.Column("class_id", _ID, nullable=False),
        sa.Column("student_id", _ID, nullable=False),
        sa.Column("joined_at", _TIME, nullable=False),
        sa.Column("left_at", _TIME),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name="fk_enrollments_class_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["student_id"], ["accounts.id"], name="fk_enrollments_student_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_enrollments"),
        sa.UniqueConstraint("class_id", "student_id", name="uq_enrollments_class_id_student_id"),
    )
    op.create_index("ix_enrollments_student_id_left_at", "enrollments", ["student_id", "left_at"])


def _create_timetable() -> None:
    """Lessons and who moved them."""
    op.create_table(
        "lessons",
        sa.Column("id", _ID, nullable=False),
        sa.Column("class_id", _ID, nullable=False),
        sa.Column("topic", sa.JSON(), nullable=False),
        sa.Column("room", _ID, nullable=False),
        sa.Column("online", sa.Boolean(), nullable=False),
        sa.Column("starts_at", _TIME, nullable=False),
        sa.Column("ends_at", _TIME, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("previous_starts_at", _TIME),
        sa.Column("previous_ends_at", _TIME),
        sa.Column("previous_room", _ID),
        sa.Column("note", sa.JSON()),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name="fk_lessons_class_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_lessons"),
    )
    op.create_index("ix_lessons_class_id_starts_at", "lessons", ["class_id", "starts_at"])
    op.create_index("ix_lessons_starts_at", "lessons", ["starts_at"])
    op.create_table(
        "lesson_changes",
        sa.Column("id", _ID, nullable=False),
        sa.Column("lesson_id", _ID, nullable=False),
        sa.Column("changed_by", _ID, nullable=False),
        sa.Column("changed_at", _TIME, nullable=False),
        sa.Column("before", _JSON, nullable=False),
        sa.Column("after", _JSON, nullable=False),
        sa.Column("reason", sa.String(500), nullable=False),
        sa.ForeignKeyConstraint(["changed_by"], ["accounts.id"], name="fk_lesson_changes_changed_by"),
        sa.ForeignKeyConstraint(["lesson_id"], ["lessons.id"], name="fk_lesson_changes_lesson_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_lesson_changes"),
    )
    op.create_index("ix_lesson_changes_lesson_id", "lesson_changes", ["lesson_id"])


def _create_content() -> None:
    """Materials and announcements."""
    op.create_table(
        "materials",
        sa.Column("id", _ID, nullable=False),
        sa.Column("class_id", _ID, nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("media_type", sa.String(100), nullable=False),
        sa.Column("file_name", sa.String(200), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("sha256", _ID, nullable=False),
        sa.Column("storage_key", sa.String(200), nullable=False),
        sa.Column("published_at", _TIME, nullable=False),
        sa.Column("due_at", _TIME),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name="fk_materials_class_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_materials"),
    )
    op.create_index("ix_materials_class_id", "materials", ["class_id"])
    op.create_table(
        "announcements",
        sa.Column("id", _ID, nullable=False),
        sa.Column("class_id", _ID),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("author_id", _ID, nullable=False),
        sa.Column("published_at", _TIME, nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["accounts.id"], name="fk_announcements_author_id"),
        sa.ForeignKeyConstraint(["class_id"], ["classes.id"], name="fk_announcements_class_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_announcements"),
    )
    op.create_index("ix_announcements_class_id", "announcements", ["class_id"])


def _create_system() -> None:
    """The change sequence and kept answers."""
    op.create_table(
        "sync_state",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("epoch", _ID, nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("floor", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sync_state"),
    )
    op.create_table(
        "sync_changes",
        sa.Column("stream", sa.String(32), nullable=False),
        sa.Column("entity_id", _ID, nullable=False),
        sa.Column("audience", sa.String(100), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("stream", "entity_id", "audience", name="pk_sync_changes"),
    )
    op.create_index("ix_sync_changes_audience_sequence", "sync_changes", ["audience", "sequence"])
    op.create_table(
        "idempotency_keys",
        sa.Column("account_id", _ID, nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("digest", _ID, nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.String(100), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("account_id", "key", name="pk_idempotency_keys"),
    )
    op.create_index("ix_idempotency_keys_created_at", "idempotency_keys", ["created_at"])
