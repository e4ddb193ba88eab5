"""What this domain brings to the platform."""

from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.http.messages import register_messages
from learnup_platform.modules.classes.routes import router
from learnup_platform.modules.classes.sources import (
    AnnouncementSource,
    ClassSource,
    LessonSource,
    RollSource,
)
from learnup_platform.modules.module import Module

register_messages(
    {
        ErrorCode.LESSON_OVERLAP: LocalizedText(
            en="There is another lesson at that time.",
            si="එම වේලාවට වෙනත් පාඩමක් ඇත.",
            ta="அந்த நேரத்தில் வேறொரு பாடம் உள்ளது.",
        )
    }
)

MODULE = Module(
    router=router,
    streams={
        Stream.CLASSES: ClassSource(),
        Stream.ROLLS: RollSource(),
        Stream.LESSONS: LessonSource(),
        Stream.ANNOUNCEMENTS: AnnouncementSource(),
    },
)
