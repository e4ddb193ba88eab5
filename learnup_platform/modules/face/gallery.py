"""A class's gallery: the templates that roll call by camera may match against, and nobody else's."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.face import ClassGallery, EnrolmentState, GalleryPerson
from learnup_desktop.contract.wire import base64url_decode
from learnup_platform.access import require_class
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_academic import EnrollmentRecord
from learnup_platform.db.models_face import EnrolmentRecord
from learnup_platform.modules.face.service import enrolment_content
from learnup_platform.principal import Principal


async def class_gallery(
    context: PlatformContext, session: AsyncSession, principal: Principal, class_id: str
) -> ClassGallery:
    """Everybody on the class's roll who gave consent and whose enrolment a teacher approved, by student.

    Raises:
        PlatformFault: 404, not a class one teaches.
    """
    school_class = await require_class(session, principal, class_id, teaching=True)
    records = await session.scalars(
        select(EnrolmentRecord)
        .join(EnrollmentRecord, EnrollmentRecord.student_id == EnrolmentRecord.student_id)
        .where(
            EnrollmentRecord.class_id == school_class.id,
            EnrollmentRecord.left_at.is_(None),
            EnrolmentRecord.state == EnrolmentState.APPROVED,
        )
        .order_by(EnrolmentRecord.student_id, EnrolmentRecord.decided_at.desc())
    )
    people: dict[str, GalleryPerson] = {}
    for record in records:
        content = None if record.student_id in people else await enrolment_content(context, record)
        if content is not None:
            people[record.student_id] = GalleryPerson(
                student_id=record.student_id,
                enrolment_id=record.id,
                model=record.model,
                templates=content[0],
                photo=base64url_decode(content[1]),
            )
    return ClassGallery(class_id=school_class.id, people=list(people.values()))
