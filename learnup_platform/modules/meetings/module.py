"""What this domain brings to the platform."""

from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.http.messages import register_messages
from learnup_platform.modules.meetings.routes import router
from learnup_platform.modules.module import Module

register_messages(
    {
        ErrorCode.MEETING_NOT_CONFIGURED: LocalizedText(
            en="Your school has not set up online classes yet. Please ask the office.",
            si="ඔබේ පාසල තවම මාර්ගගත පන්ති සකසා නැත. කරුණාකර කාර්යාලයෙන් විමසන්න.",
            ta="உங்கள் பாடசாலை இன்னும் இணையவழி வகுப்புகளை அமைக்கவில்லை. அலுவலகத்தில் கேளுங்கள்.",
        ),
        ErrorCode.MEETING_NOT_ONLINE: LocalizedText(
            en="This lesson is held in a room, not online.",
            si="මෙම පාඩම මාර්ගගතව නොව පන්ති කාමරයේ පැවැත්වේ.",
            ta="இந்தப் பாடம் இணையவழியில் அல்ல, வகுப்பறையில் நடைபெறுகிறது.",
        ),
        ErrorCode.MEETING_CANCELLED: LocalizedText(
            en="This lesson was cancelled.",
            si="මෙම පාඩම අවලංගු කර ඇත.",
            ta="இந்தப் பாடம் இரத்துச் செய்யப்பட்டது.",
        ),
        ErrorCode.MEETING_TOO_EARLY: LocalizedText(
            en="You can join shortly before the lesson begins.",
            si="පාඩම ආරම්භ වීමට සුළු වේලාවකට පෙර ඔබට සම්බන්ධ විය හැකිය.",
            ta="பாடம் தொடங்குவதற்குச் சற்று முன்னர் நீங்கள் இணையலாம்.",
        ),
        ErrorCode.MEETING_OVER: LocalizedText(
            en="This lesson is over.",
            si="මෙම පාඩම අවසන්.",
            ta="இந்தப் பாடம் முடிந்துவிட்டது.",
        ),
        ErrorCode.MEETING_ENDED: LocalizedText(
            en="The teacher has ended this class.",
            si="ගුරුවරයා මෙම පන්තිය අවසන් කර ඇත.",
            ta="ஆசிரியர் இந்த வகுப்பை முடித்துவிட்டார்.",
        ),
    }
)

MODULE = Module(router=router)
