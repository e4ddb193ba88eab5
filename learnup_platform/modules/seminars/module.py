"""What this domain brings to the platform."""

from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.http.messages import register_messages
from learnup_platform.modules.module import Module
from learnup_platform.modules.seminars.routes import router
from learnup_platform.modules.seminars.sources import SeminarSource

register_messages(
    {
        ErrorCode.SEMINAR_FULL: LocalizedText(
            en="All places of this seminar are taken.",
            si="මෙම සම්මන්ත්‍රණයේ සියලු ආසන වෙන් කර ඇත.",
            ta="இந்தக் கருத்தரங்கின் இடங்கள் அனைத்தும் நிரம்பிவிட்டன.",
        ),
        ErrorCode.SEMINAR_CLOSED: LocalizedText(
            en="Registration for this seminar is closed.",
            si="මෙම සම්මන්ත්‍රණයට ලියාපදිංචිය අවසන්.",
            ta="இந்தக் கருத்தரங்கிற்கான பதிவு முடிந்துவிட்டது.",
        ),
        ErrorCode.SEMINAR_CANCELLED: LocalizedText(
            en="This seminar was cancelled.",
            si="මෙම සම්මන්ත්‍රණය අවලංගු කර ඇත.",
            ta="இந்தக் கருத்தரங்கு இரத்துச் செய்யப்பட்டது.",
        ),
    }
)

MODULE = Module(router=router, streams={Stream.SEMINARS: SeminarSource()})
