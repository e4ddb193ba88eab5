"""What the platform writes to people about their accounts, in their language."""

from datetime import timedelta

from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.db.models_people import AccountRecord

_RESET_SUBJECT = LocalizedText(
    en="Your code for a new password", si="නව මුරපදයක් සඳහා ඔබේ කේතය", ta="புதிய கடவுச்சொல்லுக்கான உங்கள் குறியீடு"
)
_RESET = LocalizedText(
    en="""Hello {name},

somebody asked for a new password for the account "{username}" at {platform}. If it was you, type this code:

    {code}

It works once, within {minutes} minutes. If it was not you, do nothing: your password stays as it is.
""",
    si="""ආයුබෝවන් {name},

{platform} හි "{username}" ගිණුම සඳහා නව මුරපදයක් ඉල්ලා ඇත. එය ඔබ නම්, මෙම කේතය යොදන්න:

    {code}

එය මිනිත්තු {minutes}ක් ඇතුළත එක් වරක් ක්‍රියා කරයි. එය ඔබ නොවේ නම් කිසිවක් නොකරන්න: ඔබේ මුරපදය වෙනස් නොවේ.
""",
    ta="""வணக்கம் {name},

{platform} இல் "{username}" கணக்கிற்குப் புதிய கடவுச்சொல் கேட்கப்பட்டுள்ளது. கேட்டது நீங்கள் எனில், இந்தக் குறியீட்டை உள்ளிடவும்:

    {code}

இது {minutes} நிமிடங்களுக்குள் ஒருமுறை மட்டும் செயல்படும். கேட்டது நீங்கள் இல்லையெனில் எதுவும் செய்ய வேண்டாம்: உங்கள் கடவுச்சொல் மாறாது.
""",
)
_VERIFY_SUBJECT = LocalizedText(
    en="Is this your e-mail address?", si="මෙය ඔබේ විද්‍යුත් තැපැල් ලිපිනයද?", ta="இது உங்கள் மின்னஞ்சல் முகவரியா?"
)
_VERIFY = LocalizedText(
    en="""Hello {name},

to show that this address is yours, type this code in LearnUp (account "{username}" at {platform}):

    {code}

It works once, within {minutes} minutes. If you do not know this account, do nothing.
""",
    si="""ආයුබෝවන් {name},

මෙම ලිපිනය ඔබේ බව තහවුරු කිරීමට, LearnUp හි මෙම කේතය යොදන්න ({platform} හි "{username}" ගිණුම):

    {code}

එය මිනිත්තු {minutes}ක් ඇතුළත එක් වරක් ක්‍රියා කරයි. ඔබ මෙම ගිණුම නොදන්නේ නම් කිසිවක් නොකරන්න.
""",
    ta="""வணக்கம் {name},

இந்த முகவரி உங்களுடையது என்பதை உறுதிசெய்ய, LearnUp இல் இந்தக் குறியீட்டை உள்ளிடவும் ({platform} இல் "{username}" கணக்கு):

    {code}

இது {minutes} நிமிடங்களுக்குள் ஒருமுறை மட்டும் செயல்படும். இந்தக் கணக்கை நீங்கள் அறியாவிட்டால் எதுவும் செய்ய வேண்டாம்.
""",
)


def reset_letter(account: AccountRecord, code: str, platform: str, life: timedelta) -> tuple[str, str]:
    """Subject and text of the letter with a code for a new password."""
    return _RESET_SUBJECT.text(account.language), _filled(_RESET, account, code, platform, life)


def verify_letter(account: AccountRecord, code: str, platform: str, life: timedelta) -> tuple[str, str]:
    """Subject and text of the letter with a code that proves an address."""
    return _VERIFY_SUBJECT.text(account.language), _filled(_VERIFY, account, code, platform, life)


def _filled(text: LocalizedText, account: AccountRecord, code: str, platform: str, life: timedelta) -> str:
    return text.text(account.language).format(
        name=account.name,
        username=account.username,
        platform=platform,
        code=code,
        minutes=int(life.total_seconds()) // 60,
    )
