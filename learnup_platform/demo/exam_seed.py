"""The demo school's exams: one that is open now, one tomorrow morning."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.exams import Paper
from learnup_desktop.contract.integrity import ProctoringPolicy
from learnup_desktop.contract.sync import Stream
from learnup_platform.context import PlatformContext
from learnup_platform.demo.exam_content import PaperContent
from learnup_platform.demo.exam_mathematics import mathematics_paper
from learnup_platform.demo.exam_physics import physics_paper
from learnup_platform.modules.exams.papers import make_exam
from learnup_platform.modules.sync.versions import of_class, touch

OPEN_SINCE = timedelta(minutes=10)
STAYS_OPEN = timedelta(hours=8)
DURATION_SECONDS = 60 * 60
TOMORROW_BEGINS = time(3, 30, tzinfo=UTC)
"""Nine in the morning in Colombo."""
TOMORROW_WINDOW = timedelta(hours=3)
TOMORROW_DURATION_SECONDS = 90 * 60


@dataclass(frozen=True, slots=True)
class ExamPlan:
    """Where and when a demo paper is sat."""

    exam_id: str
    class_id: str
    content: PaperContent
    opens_at: datetime
    closes_at: datetime
    duration_seconds: int


def plan_exams(now: datetime, physics: tuple[str, str], mathematics: tuple[str, str]) -> tuple[ExamPlan, ExamPlan]:
    """Both exams; ``physics`` and ``mathematics`` are the ids of exam and class."""
    tomorrow = datetime.combine((now + timedelta(days=1)).astimezone(UTC).date(), TOMORROW_BEGINS)
    return (
        ExamPlan(*physics, physics_paper(), now - OPEN_SINCE, now + STAYS_OPEN, DURATION_SECONDS),
        ExamPlan(*mathematics, mathematics_paper(), tomorrow, tomorrow + TOMORROW_WINDOW, TOMORROW_DURATION_SECONDS),
    )


def demo_policy(threshold: float) -> ProctoringPolicy:
    """What the demo asks: the camera if there is one, the face if the models are there."""
    return ProctoringPolicy(camera_required=False, allow_camera_only=True, identity_threshold=threshold)


async def seed_exams(
    session: AsyncSession,
    context: PlatformContext,
    now: datetime,
    physics: tuple[str, str],
    mathematics: tuple[str, str],
) -> None:
    """Set both exams.

    The content keys follow from the platform's sealing key: the same for the same data folder, and nobody else can work
    them out.

    Args:
        physics: id of the exam that is open now, and of its class.
        mathematics: id of tomorrow's exam, and of its class.
    """
    for plan in plan_exams(now, physics, mathematics):
        key = hmac.digest(context.keys.sealing_key, f"demo-paper:{plan.exam_id}".encode(), hashlib.sha256)
        exam, sealed = make_exam(
            Paper(exam_id=plan.exam_id, title=plan.content.title, questions=list(plan.content.questions)),
            dict(plan.content.images),
            class_id=plan.class_id,
            opens_at=plan.opens_at,
            closes_at=plan.closes_at,
            duration_seconds=plan.duration_seconds,
            policy=demo_policy(context.settings.face_threshold),
            sealing_key=context.keys.sealing_key,
            rules=plan.content.rules,
            content_key=key,
        )
        await context.files.put(exam.storage_key, sealed)
        session.add(exam)
        touch(session, Stream.EXAMS, exam.id, of_class(plan.class_id))
    await session.flush()
