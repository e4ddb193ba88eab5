"""The demo paper of tomorrow: six questions of combined mathematics in three languages."""

from learnup_desktop.contract.exams import (
    EssayQuestion,
    MultipleChoiceQuestion,
    NumericQuestion,
    Question,
    ShortAnswerQuestion,
    SingleChoiceQuestion,
)
from learnup_platform.demo.exam_content import RULES, PaperContent, choices, same
from learnup_platform.demo.exam_figures import inclined_plane
from learnup_platform.demo.school import text

_QUESTIONS: tuple[Question, ...] = (
    SingleChoiceQuestion(
        id="mathematics-01",
        section="A",
        marks=4,
        text=text(
            "What is the derivative of the function below with respect to x?",
            "පහත ශ්‍රිතයේ x විෂයෙන් ව්‍යුත්පන්නය කුමක් ද?",
            "கீழுள்ள சார்பின் x குறித்தான பெறுதி யாது?",
        ),
        formula=r"y = x^{2} \sin x",
        choices=choices(
            same("2x cos x"),
            same("2x sin x + x² cos x"),
            same("2x sin x − x² cos x"),
            same("x² cos x"),
        ),
    ),
    MultipleChoiceQuestion(
        id="mathematics-02",
        section="A",
        marks=4,
        text=text(
            "Which of these are roots of x³ − 6x² + 11x − 6 = 0? Choose all that apply.",
            "පහත සඳහන් ඒවායින් x³ − 6x² + 11x − 6 = 0 සමීකරණයේ මූල වන්නේ මොනවා ද? අදාළ සියල්ල තෝරන්න.",
            "பின்வருவனவற்றுள் x³ − 6x² + 11x − 6 = 0 இன் மூலங்கள் எவை? பொருந்தும் அனைத்தையும் தெரிவு செய்க.",
        ),
        choices=choices(same("1"), same("2"), same("3"), same("6")),
    ),
    NumericQuestion(
        id="mathematics-03",
        section="A",
        marks=5,
        text=text(
            "Find the value of the integral below.",
            "පහත අනුකලයේ අගය සොයන්න.",
            "கீழுள்ள தொகையீட்டின் பெறுமானத்தைக் காண்க.",
        ),
        formula=r"\int_{0}^{3} \left( 3 x^{2} - 2 x \right) dx",
    ),
    NumericQuestion(
        id="mathematics-04",
        section="B",
        marks=6,
        unit="N",
        text=text(
            "A block of mass 5 kg lies on a smooth plane inclined at 30°. What force P along the plane "
            "holds it at rest? Take g as 10 m s⁻².",
            "ස්කන්ධය 5 kg වන කුට්ටියක් තිරසට 30° ක් ආනත සුමට තලයක් මත ඇත. එය නිශ්චලව තබා ගැනීමට තලය දිගේ යෙදිය යුතු P බලය "
            "කොපමණ ද? g = 10 m s⁻² ලෙස ගන්න.",
            "5 kg திணிவுடைய குற்றி ஒன்று கிடையுடன் 30° சாய்ந்த ஒப்பமான தளத்தின் மீது உள்ளது. அதனை ஓய்வில் வைத்திருக்கத் தளத்தின் "
            "வழியே பிரயோகிக்க வேண்டிய P விசை யாது? g = 10 m s⁻² எனக் கொள்க.",
        ),
        images=["inclined-plane.svg"],
        image_descriptions=[
            text(
                "A block marked 5 kg on a plane inclined at 30°, with a force P pointing up along the plane.",
                "තිරසට 30° ක් ආනත තලයක් මත 5 kg ලෙස සලකුණු කළ කුට්ටියක්; P බලය තලය දිගේ ඉහළට ක්‍රියා කරයි.",
                "கிடையுடன் 30° சாய்ந்த தளத்தில் 5 kg எனக் குறிக்கப்பட்ட குற்றி; P விசை தளத்தின் வழியே மேல்நோக்கித் தாக்குகிறது.",
            )
        ],
    ),
    ShortAnswerQuestion(
        id="mathematics-05",
        section="B",
        marks=3,
        maximum_length=120,
        text=text(
            "Write the equation of the circle with centre (2, −3) and radius 5.",
            "කේන්ද්‍රය (2, −3) සහ අරය 5 වන වෘත්තයේ සමීකරණය ලියන්න.",
            "மையம் (2, −3), ஆரை 5 உடைய வட்டத்தின் சமன்பாட்டை எழுதுக.",
        ),
    ),
    EssayQuestion(
        id="mathematics-06",
        section="C",
        marks=8,
        word_limit=200,
        text=text(
            "Prove by mathematical induction that the statement below holds for every positive integer n.",
            "පහත ප්‍රකාශය සෑම ධන නිඛිල n සඳහා ම සත්‍ය බව ගණිත අභ්‍යුහන මූලධර්මයෙන් සාධනය කරන්න.",
            "கீழுள்ள கூற்று ஒவ்வொரு நேர் நிறையெண் n இற்கும் உண்மை என்பதைக் கணிதத் தொகுத்தறி முறையினால் நிறுவுக.",
        ),
        formula=r"1 + 2 + 3 + \cdots + n = \frac{n (n + 1)}{2}",
    ),
)


def mathematics_paper() -> PaperContent:
    """The paper with its inclined plane."""
    return PaperContent(
        title=text("Combined mathematics revision test", "සංයුක්ත ගණිතය පුනරීක්ෂණ පරීක්ෂණය", "இணைந்த கணிதம் மீட்டற் பரீட்சை"),
        questions=_QUESTIONS,
        images={"inclined-plane.svg": inclined_plane()},
        rules=RULES,
    )
