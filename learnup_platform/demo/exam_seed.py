"""The demo school's exams: one that is open now, one tomorrow morning, and a practice paper that stays open."""

import hashlib
import hmac
import itertools
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.exams import Paper
from learnup_desktop.contract.integrity import ProctoringPolicy
from learnup_desktop.contract.marking import MarkingScheme
from learnup_desktop.contract.sync import Stream
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_exams import ExamRecord
from learnup_platform.demo.classes import MATHEMATICS_ENGLISH, PHYSICS_ENGLISH
from learnup_platform.demo.exam_content import RULES, PaperContent
from learnup_platform.demo.exam_mathematics import mathematics_paper
from learnup_platform.demo.exam_physics import physics_paper
from learnup_platform.demo.exam_practice import practice_paper
from learnup_platform.demo.school import COLOMBO, DemoSchool, demo_id
from learnup_platform.modules.exams.papers import make_exam
from learnup_platform.modules.sync.versions import of_class, touch

OPEN_SINCE = timedelta(minutes=10)
STAYS_OPEN = timedelta(hours=8)
DURATION_SECONDS = 60 * 60
TOMORROW_BEGINS = time(9, 0)
"""In Colombo."""
TOMORROW_WINDOW = timedelta(hours=3)
TOMORROW_DURATION_SECONDS = 90 * 60


PRACTICE_STAYS_OPEN = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class ExamPlan:
    """Where and when a demo paper is sat."""

    key: str
    class_key: str
    content: PaperContent
    opens_at: datetime
    closes_at: datetime
    duration_seconds: int

    def paper(self, exam_id: str) -> Paper:
        """The paper of an exam."""
        return Paper(exam_id=exam_id, title=self.content.title, questions=list(self.content.questions))

    @property
    def marking(self) -> MarkingScheme | None:
        """What is right; none: a teacher marks."""
        return None

    @property
    def practice(self) -> bool:
        """Whether it is a rehearsal."""
        return False


@dataclass(frozen=True, slots=True)
class PracticePlan(ExamPlan):
    """The practice paper, which is written in the format that teachers use."""

    def paper(self, exam_id: str) -> Paper:
        return practice_paper().paper(exam_id)

    @property
    def marking(self) -> MarkingScheme | None:
        return practice_paper().scheme

    @property
    def practice(self) -> bool:
        return True


def plan_practice(now: datetime) -> PracticePlan:
    """The practice paper, with every kind of question; its window is long, so that it can be sat at any time."""
    written = practice_paper()
    content = PaperContent(written.title, written.questions, written.images, RULES)
    # It opens last and closes last: whoever asks for the exam that is on now means the other one.
    opens_at = now - timedelta(minutes=1)
    return PracticePlan(
        "practice", MATHEMATICS_ENGLISH, content, opens_at, now + PRACTICE_STAYS_OPEN, (written.minutes or 60) * 60
    )


def plan_exams(now: datetime) -> tuple[ExamPlan, ExamPlan]:
    """The exam that is open at ``now``, and tomorrow's."""
    tomorrow = datetime.combine((now.astimezone(COLOMBO) + timedelta(days=1)).date(), TOMORROW_BEGINS, COLOMBO)
    return (
        ExamPlan("physics", PHYSICS_ENGLISH, physics_paper(), now - OPEN_SINCE, now + STAYS_OPEN, DURATION_SECONDS),
        ExamPlan(
            "mathematics",
            MATHEMATICS_ENGLISH,
            mathematics_paper(),
            tomorrow,
            tomorrow + TOMORROW_WINDOW,
            TOMORROW_DURATION_SECONDS,
        ),
    )


def demo_policy(threshold: float) -> ProctoringPolicy:
    """What the demo asks: the camera if there is one, the face if the models are there."""
    return ProctoringPolicy(camera_required=False, allow_camera_only=True, identity_threshold=threshold)


async def seed_exams(session: AsyncSession, context: PlatformContext, school: DemoSchool) -> None:
    """Set the exams; when the demo is started again later, set them anew if the old ones are over.

    The content keys follow from the platform's sealing key: the same for the same data folder, and nobody else can work
    them out. The ids follow from how many there were before: the first are always the same.
    """
    for plan in (*plan_exams(school.now), plan_practice(school.now)):
        class_id = school.school_class(plan.class_key)
        exam_id = await _free_id(session, plan.key, school.now)
        if exam_id is None:
            continue
        key = hmac.digest(context.keys.sealing_key, f"demo-paper:{exam_id}".encode(), hashlib.sha256)
        exam, sealed = make_exam(
            plan.paper(exam_id),
            dict(plan.content.images),
            class_id=class_id,
            opens_at=plan.opens_at,
            closes_at=plan.closes_at,
            duration_seconds=plan.duration_seconds,
            policy=demo_policy(context.settings.face_threshold),
            sealing_key=context.keys.sealing_key,
            rules=plan.content.rules,
            content_key=key,
            marking=plan.marking,
            practice=plan.practice,
        )
        await context.files.put(exam.storage_key, sealed)
        session.add(exam)
        touch(session, Stream.EXAMS, exam.id, of_class(class_id))
    await session.flush()


async def _free_id(session: AsyncSession, key: str, now: datetime) -> str | None:
    """The id of the next exam of a plan; None while the last one is not over."""
    for number in itertools.count():
        exam_id = demo_id("exam", f"{key}/{number}")
        exam = await session.get(ExamRecord, exam_id)
        if exam is None:
            return exam_id
        if exam.closes_at > now:
            return None
    return None
