"""Study material and notices of the demo school: short, but real enough to be read and searched."""

from dataclasses import dataclass
from datetime import timedelta

from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.demo.classes import MATHEMATICS_ENGLISH, PHYSICS_ENGLISH
from learnup_platform.demo.school import text
from learnup_platform.plain_pdf import text_pdf


@dataclass(frozen=True, slots=True)
class DemoMaterial:
    """A file of a class. ``due`` is how long after the school's now an assignment is to be handed in."""

    key: str
    class_key: str
    title: LocalizedText
    kind: str
    media_type: str
    file_name: str
    content: bytes
    age: timedelta
    due: timedelta | None = None


@dataclass(frozen=True, slots=True)
class DemoNotice:
    """A notice; to everyone without a class."""

    key: str
    class_key: str | None
    author: str
    title: LocalizedText
    body: LocalizedText
    age: timedelta


_KIRCHHOFF = """# Electric circuits: Kirchhoff's laws

## The two laws

1. **Currents.** At a junction, the currents flowing in add up to the currents flowing out. Charge is conserved.
2. **Voltages.** Round any closed loop, the e.m.f.s add up to the potential differences. Energy is conserved.

## How to solve a circuit

- Give every branch a current and a direction. A wrong guess only gives a negative answer.
- Write the current law for every junction but one.
- Write the voltage law for as many loops as are still needed. Go round in one direction throughout.
- Solve, then check with the loop you have not used.

## Example

A cell of 12 V and internal resistance 1 ohm feeds 3 ohm and 6 ohm in parallel. The parallel pair is 2 ohm, the whole
circuit 3 ohm, the current 4 A. The voltage is 12 V - 4 A x 1 ohm = 8 V; 2.67 A and 1.33 A flow in the branches.
"""
_PHYSICS_SHEET = text_pdf(
    "Physics 13: formula sheet",
    [
        "Motion in a circle",
        "   speed  v = r w          acceleration  a = v^2 / r = r w^2",
        "",
        "Simple harmonic motion",
        "   a = -w^2 x          T = 2 pi / w",
        "   mass on a spring  T = 2 pi sqrt(m / k)          pendulum  T = 2 pi sqrt(l / g)",
        "",
        "Circuits",
        "   V = I R          P = V I = I^2 R          cell  V = E - I r",
        "   in series  R = R1 + R2          in parallel  1 / R = 1 / R1 + 1 / R2",
        "",
        "Induction",
        "   E = -N d(flux) / dt          flux = B A cos(angle)",
        "",
        "Photoelectric effect",
        "   h f = work function + greatest kinetic energy",
        "",
        "Take g = 10 N/kg and h = 6.6 x 10^-34 J s.",
    ],
)
_MATHEMATICS_SHEET = text_pdf(
    "Combined Mathematics 13: worksheet 4, integration by parts",
    [
        "Hand in by the date shown in the library. Show every step.",
        "",
        "1.  Find the integral of x e^x dx.",
        "2.  Find the integral of x^2 cos x dx.",
        "3.  Find the integral of ln x dx. (Hint: ln x = 1 . ln x)",
        "4.  Show that the integral of x sin x dx from 0 to pi is pi.",
        "5.  Let I(n) be the integral of x^n e^-x dx from 0 to infinity.",
        "     (a)  Show that I(n) = n I(n - 1).      (b)  Deduce I(5).",
    ],
)
_HARMONIC_SINHALA = """# සරල අනුවර්තී චලිතය

වස්තුවක ත්වරණය, අචල ලක්ෂ්‍යයක සිට විස්ථාපනයට සමානුපාතික වී එම ලක්ෂ්‍යය දෙසට එල්ල වේ නම්, එම චලිතය **සරල අනුවර්තී චලිතයකි**.

- ත්වරණය: a = −ω²x
- කාලාවර්තය: T = 2π/ω
- සරල අවලම්බය: T = 2π√(l/g)

## අභ්‍යාසය

දිග 1 m වන සරල අවලම්බයක කාලාවර්තය සොයන්න. (g = 10 m s⁻²)
"""
_PHOTOSYNTHESIS_SINHALA = """# ප්‍රභාසංශ්ලේෂණය

හරිත ශාක ආලෝක ශක්තිය යොදාගෙන කාබන් ඩයොක්සයිඩ් සහ ජලයෙන් ග්ලූකෝස් නිපදවයි. අතුරු ඵලය ඔක්සිජන් ය.

1. **ආලෝක ප්‍රතික්‍රියාව** තයිලකොයිඩ් පටලවල සිදු වේ. ATP සහ NADPH සෑදේ.
2. **කැල්වින් චක්‍රය** පංජරයේ සිදු වේ. කාබන් ඩයොක්සයිඩ් තිර වේ.

සීමාකාරී සාධක: ආලෝක තීව්‍රතාව, කාබන් ඩයොක්සයිඩ් සාන්ද්‍රණය, උෂ්ණත්වය.
"""
_EQUILIBRIUM_TAMIL = """# இரசாயனச் சமநிலை

முன்னோக்கிய தாக்க வீதமும் பின்னோக்கிய தாக்க வீதமும் சமமாக இருக்கும்போது தொகுதி **இயக்கச் சமநிலையில்** உள்ளது.

- சமநிலை மாறிலி வெப்பநிலையில் மட்டுமே தங்கியுள்ளது.
- லெ சற்றெலியரின் தத்துவம்: சமநிலையில் உள்ள தொகுதியில் மாற்றம் ஏற்படுத்தப்பட்டால், அம்மாற்றத்தை எதிர்க்கும் திசையில் சமநிலை நகரும்.

## பயிற்சி

N₂ + 3H₂ ⇌ 2NH₃ தாக்கத்தில் அழுக்கத்தை அதிகரித்தால் விளைச்சல் எவ்வாறு மாறும்? காரணம் கூறுக.
"""
_PYTHON_TAMIL = """பைதான்: பட்டியல்களும் சுழல்களும்

marks = [72, 85, 64]
total = 0
for mark in marks:
    total = total + mark
print(total / len(marks))

பயிற்சி: பட்டியலில் உள்ள மிகப்பெரிய எண்ணைக் கண்டறியும் நிரலை எழுதுக. max() செயற்பாட்டைப் பயன்படுத்த வேண்டாம்.
"""

_MARKDOWN, _TEXT, _PDF = "text/markdown; charset=utf-8", "text/plain; charset=utf-8", "application/pdf"

MATERIALS = (
    DemoMaterial(
        "kirchhoff",
        PHYSICS_ENGLISH,
        text("Notes: Kirchhoff's laws", "සටහන්: කර්චොෆ් නියම", "குறிப்புகள்: கேர்ச்சொஃபின் விதிகள்"),
        "notes",
        _MARKDOWN,
        "kirchhoff.md",
        _KIRCHHOFF.encode(),
        timedelta(days=6),
    ),
    DemoMaterial(
        "physics-formulas",
        PHYSICS_ENGLISH,
        text("Formula sheet", "සූත්‍ර පත්‍රිකාව", "சூத்திரத் தாள்"),
        "document",
        _PDF,
        "physics-formulas.pdf",
        _PHYSICS_SHEET,
        timedelta(days=12),
    ),
    DemoMaterial(
        "parts-worksheet",
        MATHEMATICS_ENGLISH,
        text("Worksheet 4: integration by parts", "වැඩ පත්‍රිකාව 4: කොටස් වශයෙන් අනුකලනය", "பயிற்சித்தாள் 4: பகுதிகளாகத் தொகையிடல்"),
        "assignment",
        _PDF,
        "worksheet-4.pdf",
        _MATHEMATICS_SHEET,
        timedelta(days=2),
        timedelta(days=3),
    ),
    DemoMaterial(
        "harmonic-sinhala",
        "physics-12-sinhala",
        text("Notes: simple harmonic motion", "සටහන්: සරල අනුවර්තී චලිතය", "குறிப்புகள்: எளிய இசை இயக்கம்"),
        "notes",
        _MARKDOWN,
        "sarala-anuwarthi.md",
        _HARMONIC_SINHALA.encode(),
        timedelta(days=5),
    ),
    DemoMaterial(
        "photosynthesis-sinhala",
        "biology-12-sinhala",
        text("Notes: photosynthesis", "සටහන්: ප්‍රභාසංශ්ලේෂණය", "குறிப்புகள்: ஒளித்தொகுப்பு"),
        "notes",
        _MARKDOWN,
        "prabhasanshleshanaya.md",
        _PHOTOSYNTHESIS_SINHALA.encode(),
        timedelta(days=4),
    ),
    DemoMaterial(
        "equilibrium-tamil",
        "chemistry-13-tamil",
        text("Notes: chemical equilibrium", "සටහන්: රසායනික සමතුලිතතාව", "குறிப்புகள்: இரசாயனச் சமநிலை"),
        "notes",
        _MARKDOWN,
        "samanilai.md",
        _EQUILIBRIUM_TAMIL.encode(),
        timedelta(days=3),
    ),
    DemoMaterial(
        "python-tamil",
        "ict-13-tamil",
        text("Exercise: lists and loops", "අභ්‍යාසය: ලැයිස්තු සහ පුනරාවර්තන", "பயிற்சி: பட்டியல்களும் சுழல்களும்"),
        "assignment",
        _TEXT,
        "python-payirchi.txt",
        _PYTHON_TAMIL.encode(),
        timedelta(days=1),
        timedelta(days=5),
    ),
)

NOTICES = (
    DemoNotice(
        "science-day",
        None,
        "admin",
        text("Science day on Friday", "සිකුරාදා විද්‍යා දිනය", "வெள்ளிக்கிழமை அறிவியல் தினம்"),
        text(
            "The hall opens at nine. Every class shows one experiment; visitors are welcome until noon.",
            "ශාලාව උදේ නවයට විවෘත වේ. සෑම පන්තියක්ම එක් පරීක්ෂණයක් ඉදිරිපත් කරයි; දහවල් වන තුරු අමුත්තන්ට පැමිණිය හැකිය.",
            "மண்டபம் காலை ஒன்பது மணிக்குத் திறக்கப்படும். ஒவ்வொரு வகுப்பும் ஒரு பரிசோதனையைக் காட்டும்; நண்பகல் வரை பார்வையாளர்கள் வரலாம்.",
        ),
        timedelta(days=2),
    ),
    DemoNotice(
        "physics-test",
        PHYSICS_ENGLISH,
        "kamala",
        text("Term test in physics", "භෞතික විද්‍යාව වාර පරීක්ෂණය", "பௌதிகவியல் தவணைப் பரீட்சை"),
        text(
            "Twelve questions, all chapters up to the photoelectric effect. Try the camera check the evening before.",
            "ප්‍රශ්න දොළහකි; ප්‍රකාශ විද්‍යුත් ආචරණය දක්වා සියලු පාඩම්. පෙර දින සවස කැමරා පරීක්ෂාව කර බලන්න.",
            "பன்னிரண்டு வினாக்கள்; ஒளிமின் விளைவு வரையான அனைத்துப் பாடங்களும். முதல் நாள் மாலை கமரா சோதனையைச் செய்து பாருங்கள்.",
        ),
        timedelta(hours=20),
    ),
    DemoNotice(
        "biology-books",
        "biology-12-sinhala",
        "dilini",
        text("Bring your record books", "ප්‍රායෝගික පොත් රැගෙන එන්න", "செய்முறைப் பதிவேடுகளைக் கொண்டு வாருங்கள்"),
        text(
            "Practical books are checked in the next lesson.",
            "ඊළඟ පාඩමේදී ප්‍රායෝගික පොත් පරීක්ෂා කෙරේ.",
            "அடுத்த பாடத்தில் செய்முறைப் பதிவேடுகள் சரிபார்க்கப்படும்.",
        ),
        timedelta(hours=30),
    ),
    DemoNotice(
        "ict-room",
        "ict-13-tamil",
        "tharshini",
        text("Saturday's lesson is online", "සෙනසුරාදා පාඩම මාර්ගගතව", "சனிக்கிழமை பாடம் இணையவழியில்"),
        text(
            "Join from home; the computer room is being rewired.",
            "නිවසේ සිට සම්බන්ධ වන්න; පරිගණක කාමරයේ විදුලි රැහැන් අලුත්වැඩියා කෙරේ.",
            "வீட்டிலிருந்து இணையுங்கள்; கணினி அறையின் மின்கம்பிகள் மாற்றப்படுகின்றன.",
        ),
        timedelta(hours=40),
    ),
)
