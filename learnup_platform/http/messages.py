"""Sentences for people in error answers, in English, Sinhala and Tamil. Clients decide by the code, never by these."""

from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.wire import LocalizedText

LANGUAGES = ("en", "si", "ta")

_MESSAGES: dict[str, LocalizedText] = {
    ErrorCode.BAD_REQUEST: LocalizedText(
        en="This request cannot be read.",
        si="මෙම ඉල්ලීම කියවිය නොහැක.",
        ta="இந்தக் கோரிக்கையைப் படிக்க முடியவில்லை.",
    ),
    ErrorCode.VALIDATION: LocalizedText(
        en="Something in this request is missing or wrong.",
        si="මෙම ඉල්ලීමේ යමක් අඩුයි හෝ වැරදියි.",
        ta="இந்தக் கோரிக்கையில் ஏதோ விடுபட்டுள்ளது அல்லது தவறாக உள்ளது.",
    ),
    ErrorCode.NOT_FOUND: LocalizedText(
        en="This is not there, or it is not yours.",
        si="මෙය නොමැත, නැතහොත් එය ඔබට අයත් නොවේ.",
        ta="இது இல்லை, அல்லது உங்களுடையது அல்ல.",
    ),
    ErrorCode.RATE_LIMITED: LocalizedText(
        en="Too many requests. Please wait a moment.",
        si="ඉල්ලීම් වැඩියි. කරුණාකර මොහොතක් රැඳී සිටින්න.",
        ta="கோரிக்கைகள் அதிகம். சிறிது நேரம் காத்திருக்கவும்.",
    ),
    ErrorCode.TOO_LARGE: LocalizedText(
        en="This is too large to be uploaded.",
        si="මෙය උඩුගත කිරීමට විශාල වැඩියි.",
        ta="பதிவேற்ற இது மிகப் பெரியது.",
    ),
    ErrorCode.INTERNAL: LocalizedText(
        en="Something went wrong on the platform. Please try again.",
        si="වේදිකාවේ යම් දෝෂයක් ඇති විය. කරුණාකර නැවත උත්සාහ කරන්න.",
        ta="தளத்தில் பிழை ஏற்பட்டது. மீண்டும் முயற்சிக்கவும்.",
    ),
    ErrorCode.UNAVAILABLE: LocalizedText(
        en="The platform is busy or being maintained. Please try again in a moment.",
        si="වේදිකාව මේ මොහොතේ ලබා ගත නොහැක. මොහොතකින් නැවත උත්සාහ කරන්න.",
        ta="தளம் தற்போது கிடைக்கவில்லை. சிறிது நேரத்தில் மீண்டும் முயற்சிக்கவும்.",
    ),
    ErrorCode.IDEMPOTENCY_MISMATCH: LocalizedText(
        en="This key was used before for another request.",
        si="මෙම යතුර වෙනත් ඉල්ලීමකට පෙර භාවිත කර ඇත.",
        ta="இந்தத் திறவுகோல் வேறு கோரிக்கைக்கு முன்பே பயன்படுத்தப்பட்டது.",
    ),
    ErrorCode.AUTH_REQUIRED: LocalizedText(en="Please sign in.", si="කරුණාකර පුරන්න.", ta="தயவுசெய்து உள்நுழையவும்."),
    ErrorCode.AUTH_WRONG: LocalizedText(
        en="The user name or the password is not right.",
        si="පරිශීලක නාමය හෝ මුරපදය නිවැරදි නැත.",
        ta="பயனர் பெயர் அல்லது கடவுச்சொல் சரியில்லை.",
    ),
    ErrorCode.AUTH_LOCKED: LocalizedText(
        en="Too many wrong passwords. This account is locked for a while.",
        si="වැරදි මුරපද වැඩියි. මෙම ගිණුම ටික වේලාවකට අගුළු දමා ඇත.",
        ta="தவறான கடவுச்சொற்கள் அதிகம். இந்தக் கணக்கு சிறிது நேரம் பூட்டப்பட்டுள்ளது.",
    ),
    ErrorCode.AUTH_TOKEN_EXPIRED: LocalizedText(
        en="Your sign-in has to be renewed.",
        si="ඔබේ පිවිසුම අලුත් කළ යුතුය.",
        ta="உங்கள் உள்நுழைவைப் புதுப்பிக்க வேண்டும்.",
    ),
    ErrorCode.AUTH_REFRESH_REUSED: LocalizedText(
        en="This sign-in was used twice and has been ended for safety. Please sign in again.",
        si="මෙම පිවිසුම දෙවරක් භාවිත වූ බැවින් ආරක්ෂාව සඳහා අවසන් කර ඇත. නැවත පුරන්න.",
        ta="இந்த உள்நுழைவு இருமுறை பயன்படுத்தப்பட்டதால் பாதுகாப்பிற்காக முடிக்கப்பட்டது. மீண்டும் உள்நுழையவும்.",
    ),
    ErrorCode.AUTH_SESSION_REVOKED: LocalizedText(
        en="You were signed out on this computer. Please sign in again.",
        si="ඔබ මෙම පරිගණකයෙන් ඉවත් කර ඇත. නැවත පුරන්න.",
        ta="இந்தக் கணினியில் நீங்கள் வெளியேற்றப்பட்டீர்கள். மீண்டும் உள்நுழையவும்.",
    ),
    ErrorCode.AUTH_WEAK_PASSWORD: LocalizedText(
        en="This password is too easy to guess. Use at least eight characters, and not your name.",
        si="මෙම මුරපදය අනුමාන කිරීමට පහසුය. ඔබේ නම නොව, අවම වශයෙන් අකුරු අටක් යොදන්න.",
        ta="இந்தக் கடவுச்சொல் எளிதில் ஊகிக்கக்கூடியது. உங்கள் பெயரைத் தவிர்த்து, குறைந்தது எட்டு எழுத்துகளைப் பயன்படுத்தவும்.",
    ),
    ErrorCode.AUTH_CODE_WRONG: LocalizedText(
        en="This code is not right, or it is too old. Ask for a new one.",
        si="මෙම කේතය නිවැරදි නැත, නැතහොත් එය පැරණිය. නව කේතයක් ඉල්ලන්න.",
        ta="இந்தக் குறியீடு சரியில்லை, அல்லது காலாவதியானது. புதிய குறியீட்டைக் கேட்கவும்.",
    ),
    ErrorCode.AUTH_NO_EMAIL: LocalizedText(
        en="This account has no e-mail address. Ask your school to add one.",
        si="මෙම ගිණුමට විද්‍යුත් තැපැල් ලිපිනයක් නැත. එකක් එක් කරන ලෙස ඔබේ පාසලෙන් ඉල්ලන්න.",
        ta="இந்தக் கணக்கிற்கு மின்னஞ்சல் முகவரி இல்லை. சேர்க்குமாறு உங்கள் பாடசாலையிடம் கேட்கவும்.",
    ),
    ErrorCode.SYNC_CURSOR_TOO_OLD: LocalizedText(
        en="This computer was away for long; everything is loaded anew.",
        si="මෙම පරිගණකය දිගු කලක් සම්බන්ධ නොවීය; සියල්ල අලුතින් ලබා ගනී.",
        ta="இந்தக் கணினி நீண்ட நேரம் இணைக்கப்படவில்லை; அனைத்தும் புதிதாக ஏற்றப்படும்.",
    ),
}


def register_messages(messages: dict[str, LocalizedText]) -> None:
    """Add a module's sentences, keyed by error code or by a message key of its own."""
    _MESSAGES.update(messages)


def message(key: str, language: str) -> str:
    """The sentence for ``key``; the key itself where none was written."""
    text = _MESSAGES.get(key)
    return text.text(language) if text is not None else key


def preferred_language(accept_language: str | None) -> str:
    """The best of our languages by an ``Accept-Language`` header (RFC 9110, 12.5.4); English when none fits."""
    best, best_quality = "en", 0.0
    for part in (accept_language or "").split(","):
        tag, _, parameters = part.strip().partition(";")
        language = tag.strip().lower().split("-")[0]
        if language not in LANGUAGES:
            continue
        quality = _quality(parameters)
        if quality > best_quality:
            best, best_quality = language, quality
    return best


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
