"""What this domain brings to the platform."""

from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.http.messages import register_messages
from learnup_platform.modules.attendance.notices import NoticeSource
from learnup_platform.modules.attendance.routes import router
from learnup_platform.modules.attendance.sources import AttendanceSource
from learnup_platform.modules.module import Module

register_messages(
    {
        ErrorCode.ATTENDANCE_NOT_ON_ROLL: LocalizedText(
            en="None of these marks could be taken: the students are not on the roll of this class.",
            si="මෙම සලකුණු කිසිවක් භාර ගත නොහැකි විය: සිසුන් මෙම පන්තියේ නාම ලේඛනයේ නැත.",
            ta="இந்தக் குறிகள் எதையும் ஏற்க முடியவில்லை: மாணவர்கள் இவ்வகுப்பின் பட்டியலில் இல்லை.",
        )
    }
)

MODULE = Module(router=router, streams={Stream.ATTENDANCE: AttendanceSource(), Stream.NOTICES: NoticeSource()})
