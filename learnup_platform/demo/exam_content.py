"""What the demo papers are written with: a text in three languages and the questions' building blocks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from learnup_desktop.contract.exams import Choice, Question
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.demo.school import text


@dataclass(frozen=True, slots=True)
class PaperContent:
    """A paper before it belongs to an exam. ``images`` are file contents by the names that questions use."""

    title: LocalizedText
    questions: tuple[Question, ...]
    images: Mapping[str, bytes] = field(default_factory=dict)
    rules: tuple[LocalizedText, ...] = ()

    @property
    def total_marks(self) -> int:
        """Marks of all questions."""
        return sum(question.marks for question in self.questions)


def same(words: str) -> LocalizedText:
    """Numbers and symbols, which all three languages write alike."""
    return LocalizedText(en=words, si=words, ta=words)


def choices(*texts: LocalizedText) -> list[Choice]:
    """Choices with the ids ``a``, ``b``, …"""
    return [Choice(id=chr(ord("a") + number), text=words) for number, words in enumerate(texts)]


RULES = (
    text(
        "The time runs by the school's clock. It goes on when this computer is off or has no network.",
        "කාලය ගණනය වන්නේ පාසලේ ඔරලෝසුවට අනුවයි. මෙම පරිගණකය ක්‍රියා විරහිත වුවත් ජාලය නොමැති වුවත් කාලය ගත වේ.",
        "நேரம் பாடசாலையின் கடிகாரத்தின்படி கணிக்கப்படும். இக்கணினி நிறுத்தப்பட்டாலும் வலையமைப்பு இல்லாவிட்டாலும் நேரம் தொடரும்.",
    ),
    text(
        "Every answer is kept on this computer at once and sent to the school as soon as it can be.",
        "සෑම පිළිතුරක් ම වහාම මෙම පරිගණකයේ සුරැකෙන අතර හැකි ඉක්මනින් පාසලට යවනු ලැබේ.",
        "ஒவ்வொரு விடையும் உடனடியாக இக்கணினியில் சேமிக்கப்பட்டு, இயன்றவரை விரைவாகப் பாடசாலைக்கு அனுப்பப்படும்.",
    ),
    text(
        "Stay in view of the camera, alone. Notes, telephones and other programs are not allowed.",
        "කැමරාවට පෙනෙන සේ තනිව සිටින්න. සටහන්, දුරකථන සහ වෙනත් මෘදුකාංග භාවිතයට අවසර නැත.",
        "கமராவிற்குத் தெரியும்படி தனியாக இருங்கள். குறிப்புகள், தொலைபேசிகள், ஏனைய மென்பொருள்கள் அனுமதிக்கப்படமாட்டா.",
    ),
    text(
        "You may go back to any question and change its answer until you submit or the time is over.",
        "ඉදිරිපත් කරන තුරු හෝ කාලය අවසන් වන තුරු ඕනෑම ප්‍රශ්නයකට ආපසු ගොස් පිළිතුර වෙනස් කළ හැක.",
        "சமர்ப்பிக்கும் வரை அல்லது நேரம் முடியும் வரை எந்த வினாவிற்கும் திரும்பிச் சென்று விடையை மாற்றலாம்.",
    ),
)
"""Rules of the demo exams, shown in the lobby."""
