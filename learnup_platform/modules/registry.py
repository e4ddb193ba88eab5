"""Every module of the platform. A new one is one import and one line here."""

from learnup_platform.modules.academic.module import MODULE as ACADEMIC
from learnup_platform.modules.attendance.module import MODULE as ATTENDANCE
from learnup_platform.modules.auth.module import MODULE as AUTH
from learnup_platform.modules.classes.module import MODULE as CLASSES
from learnup_platform.modules.exams.module import MODULE as EXAMS
from learnup_platform.modules.face.module import MODULE as FACE
from learnup_platform.modules.face_ai.module import MODULE as FACE_AI
from learnup_platform.modules.materials.module import MODULE as MATERIALS
from learnup_platform.modules.meetings.module import MODULE as MEETINGS
from learnup_platform.modules.module import Module
from learnup_platform.modules.payments.module import MODULE as PAYMENTS
from learnup_platform.modules.recordings.module import MODULE as RECORDINGS
from learnup_platform.modules.seminars.module import MODULE as SEMINARS
from learnup_platform.modules.study.module import MODULE as STUDY
from learnup_platform.modules.sync.module import MODULE as SYNC
from learnup_platform.modules.system.module import MODULE as SYSTEM

MODULES: tuple[Module, ...] = (
    SYSTEM,
    AUTH,
    ACADEMIC,
    CLASSES,
    MATERIALS,
    RECORDINGS,
    SEMINARS,
    EXAMS,
    ATTENDANCE,
    MEETINGS,
    FACE,
    FACE_AI,
    PAYMENTS,
    STUDY,
    SYNC,
)
