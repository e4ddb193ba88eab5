"""Exams as lists name them.

Apart from ``contract.exams`` since every start shows a list and few start an exam: its models are not to be made before
Today is on the screen.
"""

from enum import StrEnum

from pydantic import Field

from learnup_desktop.contract.wire import Identifier, LocalizedText, Sha256, UtcTime, WireModel


class AttemptState(StrEnum):
    """Where an attempt stands on the platform."""

    NOT_STARTED = "not_started"
    OPEN = "open"
    PAUSED = "paused"
    SUBMITTED = "submitted"


class ExamSummary(WireModel):
    """An exam in a student's or teacher's list (also the ``exams`` stream). Times are the window for this account.

    ``practice``: a rehearsal. Everything happens as in an exam, camera, seal and receipt included, but nothing counts.
    """

    id: Identifier
    class_id: Identifier
    title: LocalizedText
    subject: LocalizedText
    opens_at: UtcTime
    closes_at: UtcTime
    duration_seconds: int
    question_count: int
    total_marks: int
    proctored: bool = True
    practice: bool = False
    colour: int = 0
    rules: list[LocalizedText] = Field(default_factory=list)
    paper_sha256: Sha256
    paper_bytes: int
    attempt_id: Identifier | None = None
    attempt_state: AttemptState = AttemptState.NOT_STARTED
    submitted_at: UtcTime | None = None
