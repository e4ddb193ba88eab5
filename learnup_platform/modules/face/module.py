"""What this domain brings to the platform."""

from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.http.messages import register_messages
from learnup_platform.modules.face.routes import router
from learnup_platform.modules.module import Module

register_messages(
    {
        ErrorCode.FACE_NO_CONSENT: LocalizedText(
            en="This needs your consent first.",
            si="මේ සඳහා පළමුව ඔබේ එකඟතාව අවශ්‍යයි.",
            ta="இதற்கு முதலில் உங்கள் சம்மதம் தேவை.",
        ),
        ErrorCode.FACE_QUALITY: LocalizedText(
            en="These pictures cannot be used. Please take them again in good light.",
            si="මෙම ඡායාරූප භාවිත කළ නොහැක. හොඳ ආලෝකයක දී නැවත ගන්න.",
            ta="இந்தப் படங்களைப் பயன்படுத்த முடியாது. நல்ல வெளிச்சத்தில் மீண்டும் எடுக்கவும்.",
        ),
    }
)

MODULE = Module(router=router)
