"""Sentences of this domain's refusals."""

from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.modules.exams.flags import DECIDED

MESSAGES: dict[str, LocalizedText] = {
    ErrorCode.EXAM_NOT_OPEN: LocalizedText(
        en="This exam has not begun yet.",
        si="මෙම විභාගය තවම ආරම්භ වී නැත.",
        ta="இந்தப் பரீட்சை இன்னும் தொடங்கவில்லை.",
    ),
    ErrorCode.EXAM_CLOSED: LocalizedText(
        en="This exam is over and can no longer be begun.",
        si="මෙම විභාගය අවසන් වී ඇත; තවදුරටත් ආරම්භ කළ නොහැක.",
        ta="இந்தப் பரீட்சை முடிந்துவிட்டது; இனித் தொடங்க முடியாது.",
    ),
    ErrorCode.EXAM_MODELS_REQUIRED: LocalizedText(
        en="This exam needs a camera and the face check.",
        si="මෙම විභාගයට කැමරාවක් සහ මුහුණු පරීක්ෂාව අවශ්‍යයි.",
        ta="இந்தப் பரீட்சைக்குக் கமராவும் முகச் சரிபார்ப்பும் தேவை.",
    ),
    ErrorCode.EXAM_CANCELLED: LocalizedText(
        en="Your school has cancelled this exam.",
        si="ඔබේ පාසල මෙම විභාගය අවලංගු කර ඇත.",
        ta="உங்கள் பாடசாலை இந்தப் பரீட்சையை இரத்துச் செய்துள்ளது.",
    ),
    ErrorCode.RESULTS_INCOMPLETE: LocalizedText(
        en="Some answers are not marked yet.",
        si="සමහර පිළිතුරුවලට තවම ලකුණු දී නැත.",
        ta="சில விடைகளுக்கு இன்னும் புள்ளி இடப்படவில்லை.",
    ),
    ErrorCode.ATTEMPT_LEASE_HELD: LocalizedText(
        en="This exam is open on another computer. You can go on here once that one has been silent for a minute.",
        si="මෙම විභාගය වෙනත් පරිගණකයක විවෘතව ඇත. එය මිනිත්තුවක් නිහඬ වූ පසු ඔබට මෙහි දිගටම කරගෙන යා හැක.",
        ta="இந்தப் பரீட்சை வேறொரு கணினியில் திறந்துள்ளது. அது ஒரு நிமிடம் செயலற்றிருந்தால் இங்கே தொடரலாம்.",
    ),
    ErrorCode.ATTEMPT_LEASE_LOST: LocalizedText(
        en="The exam was continued on another computer.",
        si="විභාගය වෙනත් පරිගණකයක දිගටම කරගෙන යනු ලැබේ.",
        ta="பரீட்சை வேறொரு கணினியில் தொடரப்படுகிறது.",
    ),
    ErrorCode.ATTEMPT_SUBMITTED: LocalizedText(
        en="This exam has been handed in already.",
        si="මෙම විභාගය දැනටමත් භාර දී ඇත.",
        ta="இந்தப் பரீட்சை ஏற்கெனவே ஒப்படைக்கப்பட்டுவிட்டது.",
    ),
    ErrorCode.ATTEMPT_DEADLINE_PASSED: LocalizedText(
        en="The time of this exam is over.",
        si="මෙම විභාගයේ කාලය අවසන් වී ඇත.",
        ta="இந்தப் பரீட்சையின் நேரம் முடிந்துவிட்டது.",
    ),
    ErrorCode.ATTEMPT_CHAIN_BROKEN: LocalizedText(
        en="What was sent does not agree with what the school holds of this exam.",
        si="එවන ලද දේ මෙම විභාගය පිළිබඳව පාසල සතු දේ සමඟ නොගැළපේ.",
        ta="அனுப்பப்பட்டவை இந்தப் பரீட்சை தொடர்பாகப் பாடசாலையிடம் உள்ளவற்றுடன் பொருந்தவில்லை.",
    ),
    ErrorCode.ATTEMPT_CHAIN_GAP: LocalizedText(
        en="Something in between has not arrived yet; it will be sent again.",
        si="අතරමැද යමක් තවම ලැබී නැත; එය නැවත එවනු ලැබේ.",
        ta="இடையில் சில இன்னும் வந்து சேரவில்லை; அவை மீண்டும் அனுப்பப்படும்.",
    ),
    ErrorCode.ATTEMPT_NOT_OVER: LocalizedText(
        en="This exam is still being sat; it is marked afterwards.",
        si="මෙම විභාගයට තවමත් පිළිතුරු සපයමින් සිටී; ලකුණු දෙනු ලබන්නේ ඉන් පසුවයි.",
        ta="இப்பரீட்சை இன்னும் நடைபெறுகிறது; அதன் பின்னரே புள்ளியிடப்படும்.",
    ),
    DECIDED: LocalizedText(
        en="A teacher has looked at this already.",
        si="ගුරුවරයෙක් දැනටමත් මෙය පරීක්ෂා කර ඇත.",
        ta="ஆசிரியர் இதனை ஏற்கெனவே பார்வையிட்டுள்ளார்.",
    ),
}
