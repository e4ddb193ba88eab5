"""What the demo school teaches: subjects, six classes over three mediums, and what their lessons are about."""

from dataclasses import dataclass

from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.demo.school import text

SUBJECTS: dict[str, LocalizedText] = {
    "physics": text("Physics", "භෞතික විද්‍යාව", "பௌதிகவியல்"),
    "mathematics": text("Combined Mathematics", "සංයුක්ත ගණිතය", "இணைந்த கணிதம்"),
    "chemistry": text("Chemistry", "රසායන විද්‍යාව", "இரசாயனவியல்"),
    "biology": text("Biology", "ජීව විද්‍යාව", "உயிரியல்"),
    "ict": text("Information Technology", "තොරතුරු තාක්ෂණය", "தகவல் தொழில்நுட்பம்"),
}
"""By code, in the order of their colours."""

TERMS: dict[str, dict[str, LocalizedText]] = {
    "grade": {
        "12": text("Grade 12", "12 ශ්‍රේණිය", "தரம் 12"),
        "13": text("Grade 13", "13 ශ්‍රේණිය", "தரம் 13"),
    },
    "medium": {
        "Sinhala": text("Sinhala", "සිංහල", "சிங்களம்"),
        "Tamil": text("Tamil", "දෙමළ", "தமிழ்"),
        "English": text("English", "ඉංග්‍රීසි", "ஆங்கிலம்"),
    },
    "year": {"2026": text("2026", "2026", "2026"), "2027": text("2027", "2027", "2027")},
    "batch": {
        "2026AL": text("A/L 2026", "උසස් පෙළ 2026", "உயர்தரம் 2026"),
        "2027AL": text("A/L 2027", "උසස් පෙළ 2027", "உயர்தரம் 2027"),
    },
}

Slot = tuple[int, int]
"""Day of the week (0 is Monday) and index into ``SLOT_HOURS``."""

SLOT_HOURS = ((8, 0), (10, 0), (13, 30), (15, 30))
"""When lessons begin, local time."""

LESSON_MINUTES = 90


@dataclass(frozen=True, slots=True)
class DemoClass:
    """A class. ``size`` is how many of its group are on the roll, from the first."""

    key: str
    name: LocalizedText
    subject: str
    grade: str
    medium: str
    teacher: str
    room: str
    group: str
    size: int
    slots: tuple[Slot, ...]
    topics: tuple[LocalizedText, ...]
    online_slots: frozenset[Slot] = frozenset()


_PHYSICS_TOPICS = (
    text("Motion in a circle", "වෘත්ත චලිතය", "வட்ட இயக்கம்"),
    text("Simple harmonic motion", "සරල අනුවර්තී චලිතය", "எளிய இசை இயக்கம்"),
    text("Electric circuits: Kirchhoff's laws", "විද්‍යුත් පරිපථ: කර්චොෆ් නියම", "மின்சுற்றுகள்: கேர்ச்சொஃபின் விதிகள்"),
    text("Electromagnetic induction", "විද්‍යුත් චුම්බක ප්‍රේරණය", "மின்காந்தத் தூண்டல்"),
    text("Photoelectric effect", "ප්‍රකාශ විද්‍යුත් ආචරණය", "ஒளிமின் விளைவு"),
    text("Past paper: structured questions", "පසුගිය ප්‍රශ්න පත්‍ර: ව්‍යුහගත රචනා", "கடந்தகால வினாத்தாள்: அமைப்புக் கட்டுரை"),
)
_MATHEMATICS_TOPICS = (
    text("Integration by parts", "කොටස් වශයෙන් අනුකලනය", "பகுதிகளாகத் தொகையிடல்"),
    text("Vectors in the plane", "තලයේ දෛශික", "தளத்தில் காவிகள்"),
    text("Permutations and combinations", "පිළියෙල කිරීම් සහ සංයෝජන", "வரிசைமாற்றங்களும் சேர்மானங்களும்"),
    text("Equilibrium of rigid bodies", "දෘඪ වස්තු සමතුලිතතාව", "விறைப்பான உடல்களின் சமநிலை"),
    text("Complex numbers", "සංකීර්ණ සංඛ්‍යා", "சிக்கலெண்கள்"),
)
_BIOLOGY_TOPICS = (
    text("Cell structure and division", "සෛල ව්‍යුහය සහ විභාජනය", "கல அமைப்பும் பிரிவும்"),
    text("Photosynthesis", "ප්‍රභාසංශ්ලේෂණය", "ஒளித்தொகுப்பு"),
    text("Human blood circulation", "මිනිස් රුධිර සංසරණය", "மனித குருதிச் சுற்றோட்டம்"),
    text("Mendelian genetics", "මෙන්ඩලීය ප්‍රවේණිය", "மெண்டலின் பரம்பரையியல்"),
)
_CHEMISTRY_TOPICS = (
    text("Chemical equilibrium", "රසායනික සමතුලිතතාව", "இரசாயனச் சமநிலை"),
    text("Electrochemistry", "විද්‍යුත් රසායනය", "மின்னிரசாயனவியல்"),
    text("Alcohols and phenols", "මධ්‍යසාර සහ ෆීනෝල", "அற்ககோல்களும் பீனோல்களும்"),
    text("Reaction kinetics", "ප්‍රතික්‍රියා චාලකය", "தாக்க இயக்கவியல்"),
)
_ICT_TOPICS = (
    text("Logic gates", "තාර්කික ද්වාර", "தருக்கப் படலைகள்"),
    text("Relational databases", "සම්බන්ධක දත්ත සමුදාය", "தொடர்புநிலைத் தரவுத்தளங்கள்"),
    text("Python: lists and loops", "පයිතන්: ලැයිස්තු සහ පුනරාවර්තන", "பைதான்: பட்டியல்களும் சுழல்களும்"),
    text("Computer networks", "පරිගණක ජාල", "கணினி வலையமைப்புகள்"),
)

PHYSICS_ENGLISH = "physics-13-english"
MATHEMATICS_ENGLISH = "mathematics-13-english"

CLASSES = (
    DemoClass(
        PHYSICS_ENGLISH,
        text("Physics 13 · English", "භෞතික විද්‍යාව 13 · ඉංග්‍රීසි", "பௌதிகவியல் 13 · ஆங்கிலம்"),
        "physics",
        "13",
        "English",
        "kamala",
        "Laboratory 2",
        "english",
        20,
        ((0, 0), (2, 1), (4, 0), (5, 3)),
        _PHYSICS_TOPICS,
        frozenset({(5, 3)}),
    ),
    DemoClass(
        MATHEMATICS_ENGLISH,
        text("Combined Mathematics 13 · English", "සංයුක්ත ගණිතය 13 · ඉංග්‍රීසි", "இணைந்த கணிதம் 13 · ஆங்கிலம்"),
        "mathematics",
        "13",
        "English",
        "ruwan",
        "Room 14",
        "english",
        16,
        ((0, 1), (1, 1), (3, 0), (4, 1)),
        _MATHEMATICS_TOPICS,
    ),
    DemoClass(
        "physics-12-sinhala",
        text("Physics 12 · Sinhala", "භෞතික විද්‍යාව 12 · සිංහල", "பௌதிகவியல் 12 · சிங்களம்"),
        "physics",
        "12",
        "Sinhala",
        "kamala",
        "Laboratory 2",
        "sinhala",
        20,
        ((0, 2), (1, 0), (3, 1)),
        _PHYSICS_TOPICS,
    ),
    DemoClass(
        "biology-12-sinhala",
        text("Biology 12 · Sinhala", "ජීව විද්‍යාව 12 · සිංහල", "உயிரியல் 12 · சிங்களம்"),
        "biology",
        "12",
        "Sinhala",
        "dilini",
        "Laboratory 1",
        "sinhala",
        15,
        ((1, 2), (2, 0), (4, 1)),
        _BIOLOGY_TOPICS,
    ),
    DemoClass(
        "chemistry-13-tamil",
        text("Chemistry 13 · Tamil", "රසායන විද්‍යාව 13 · දෙමළ", "இரசாயனவியல் 13 · தமிழ்"),
        "chemistry",
        "13",
        "Tamil",
        "tharshini",
        "Laboratory 3",
        "tamil",
        20,
        ((0, 0), (2, 0), (3, 2)),
        _CHEMISTRY_TOPICS,
    ),
    DemoClass(
        "ict-13-tamil",
        text("Information Technology 13 · Tamil", "තොරතුරු තාක්ෂණය 13 · දෙමළ", "தகவல் தொழில்நுட்பம் 13 · தமிழ்"),
        "ict",
        "13",
        "Tamil",
        "tharshini",
        "Computer room",
        "tamil",
        12,
        ((1, 1), (2, 2), (4, 2), (5, 0)),
        _ICT_TOPICS,
        frozenset({(5, 0)}),
    ),
)
