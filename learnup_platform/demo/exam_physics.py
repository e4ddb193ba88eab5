"""The demo paper that is open now: an Advanced Level physics term test, twelve questions in three languages."""

from learnup_desktop.contract.exams import (
    EssayQuestion,
    MultipleChoiceQuestion,
    NumericQuestion,
    Question,
    ShortAnswerQuestion,
    SingleChoiceQuestion,
)
from learnup_platform.demo.exam_content import RULES, PaperContent, choices
from learnup_platform.demo.exam_figures import battery_circuit
from learnup_platform.demo.school import text

_SINGLE: tuple[Question, ...] = (
    SingleChoiceQuestion(
        id="physics-01",
        section="A",
        marks=2,
        text=text(
            "A ball is thrown straight up. Air resistance can be neglected. "
            "Which statement is true at the highest point?",
            "බෝලයක් සිරස්ව ඉහළට විසි කරනු ලැබේ. වාත ප්‍රතිරෝධය නොසලකා හැරිය හැක. ගමන් මගේ ඉහළම ලක්ෂ්‍යයේ දී සත්‍ය වන්නේ කුමන ප්‍රකාශය ද?",
            "பந்து ஒன்று நிலைக்குத்தாக மேல்நோக்கி எறியப்படுகிறது. வளித்தடை புறக்கணிக்கத்தக்கது. "
            "அதன் அதியுயர் புள்ளியில் பின்வரும் கூற்றுகளில் எது உண்மையானது?",
        ),
        choices=choices(
            text(
                "Its velocity and its acceleration are both zero",
                "එහි ප්‍රවේගය සහ ත්වරණය යන දෙක ම ශූන්‍ය වේ",
                "அதன் வேகமும் ஆர்முடுகலும் பூச்சியமாகும்",
            ),
            text(
                "Its velocity is zero and its acceleration is g, downwards",
                "එහි ප්‍රවේගය ශූන්‍ය වන අතර ත්වරණය පහළට g වේ",
                "அதன் வேகம் பூச்சியம்; ஆர்முடுகல் கீழ்நோக்கி g ஆகும்",
            ),
            text(
                "Its velocity is zero and its acceleration is g, upwards",
                "එහි ප්‍රවේගය ශූන්‍ය වන අතර ත්වරණය ඉහළට g වේ",
                "அதன் வேகம் பூச்சியம்; ஆர்முடுகல் மேல்நோக்கி g ஆகும்",
            ),
            text(
                "Its acceleration is zero and its speed is greatest",
                "එහි ත්වරණය ශූන්‍ය වන අතර වේගය උපරිම වේ",
                "அதன் ஆர்முடுகல் பூச்சியம்; கதி உயர்ந்தபட்சமாகும்",
            ),
        ),
    ),
    SingleChoiceQuestion(
        id="physics-02",
        section="A",
        marks=2,
        text=text(
            "A solid ball and a thin hoop of the same mass and radius are released together from rest and roll "
            "without slipping down a slope of angle 30°. Which statement is true?",
            "සමාන ස්කන්ධය සහ අරය ඇති ඝන ගෝලයක් සහ තුනී වළල්ලක් නිශ්චලතාවයෙන් එකවර මුදාහරිනු ලැබ, "
            "තිරසට 30° ක් ආනත තලයක් දිගේ ලිස්සීමකින් තොරව පහළට පෙරළේ. සත්‍ය වන්නේ කුමන ප්‍රකාශය ද?",
            "ஒரே திணிவும் ஆரையும் உடைய திண்மக் கோளமும் மெல்லிய வளையமும் ஓய்விலிருந்து ஒரே நேரத்தில் விடுவிக்கப்பட்டு, "
            "கிடையுடன் 30° சாய்ந்த தளத்தில் வழுக்காமல் கீழ்நோக்கி உருளுகின்றன. எக்கூற்று உண்மையானது?",
        ),
        choices=choices(
            text(
                "The hoop reaches the foot first, because its moment of inertia is larger",
                "අවස්ථිති ඝූර්ණය විශාල බැවින් වළල්ල පළමුව තලයේ පාමුලට ළඟා වේ",
                "சடத்துவத் திருப்பம் பெரிதாகையால் வளையம் முதலில் அடியை அடையும்",
            ),
            text(
                "The ball reaches the foot first, because its moment of inertia is smaller",
                "අවස්ථිති ඝූර්ණය කුඩා බැවින් ගෝලය පළමුව තලයේ පාමුලට ළඟා වේ",
                "சடத்துவத் திருப்பம் சிறிதாகையால் கோளம் முதலில் அடியை அடையும்",
            ),
            text(
                "They arrive together, because mass and radius cancel",
                "ස්කන්ධය සහ අරය සමීකරණයෙන් ඉවත් වන බැවින් දෙක ම එකවර ළඟා වේ",
                "திணிவும் ஆரையும் சமன்பாட்டிலிருந்து நீங்குவதால் இரண்டும் ஒரே நேரத்தில் அடையும்",
            ),
            text(
                "It cannot be said without knowing the length of the slope",
                "තලයේ දිග නොදැන කිව නොහැක",
                "தளத்தின் நீளம் தெரியாமல் கூற முடியாது",
            ),
        ),
    ),
    SingleChoiceQuestion(
        id="physics-03",
        section="A",
        marks=2,
        text=text(
            "Light passes from air into glass. Which quantity does not change?",
            "ආලෝකය වාතයේ සිට වීදුරුවට ඇතුළු වේ. වෙනස් නොවන රාශිය කුමක් ද?",
            "ஒளி வளியிலிருந்து கண்ணாடியினுள் செல்கிறது. மாறாத கணியம் எது?",
        ),
        choices=choices(
            text("Its speed", "එහි වේගය", "அதன் கதி"),
            text("Its wavelength", "එහි තරංග ආයාමය", "அதன் அலைநீளம்"),
            text("Its frequency", "එහි සංඛ්‍යාතය", "அதன் மீடிறன்"),
            text(
                "Its direction, whatever the angle of incidence",
                "පතන කෝණය කුමක් වුවත් එහි ගමන් දිශාව",
                "படுகோணம் எதுவாயினும் அது செல்லும் திசை",
            ),
        ),
    ),
)

_MULTIPLE: tuple[Question, ...] = (
    MultipleChoiceQuestion(
        id="physics-04",
        section="A",
        marks=3,
        text=text(
            "Two trolleys collide on a smooth track and stick together. No external force acts along the track. "
            "Which of these stay the same? Choose all that apply.",
            "සුමට මාර්ගයක් මත ට්‍රොලි දෙකක් ගැටී එකට ඇලී යයි. මාර්ගය දිගේ බාහිර බලයක් ක්‍රියා නොකරයි. "
            "පහත දැක්වෙන ඒවායින් නොවෙනස්ව පවතින්නේ මොනවා ද? අදාළ සියල්ල තෝරන්න.",
            "ஒப்பமான பாதையில் இரண்டு தள்ளுவண்டிகள் மோதி ஒன்றோடொன்று ஒட்டிக்கொள்கின்றன. பாதை வழியே வெளிவிசை எதுவும் "
            "தாக்கவில்லை. பின்வருவனவற்றுள் மாறாதிருப்பவை எவை? பொருந்தும் அனைத்தையும் தெரிவு செய்க.",
        ),
        choices=choices(
            text("The total momentum", "මුළු ගම්‍යතාව", "மொத்த உந்தம்"),
            text("The total kinetic energy", "මුළු චාලක ශක්තිය", "மொத்த இயக்கப்பாட்டுச் சக்தி"),
            text(
                "The total energy, heat and sound included",
                "තාපය සහ ධ්වනිය ද ඇතුළුව මුළු ශක්තිය",
                "வெப்பமும் ஒலியும் உட்பட மொத்தச் சக்தி",
            ),
            text(
                "The velocity of the centre of mass",
                "ස්කන්ධ කේන්ද්‍රයේ ප්‍රවේගය",
                "திணிவு மையத்தின் வேகம்",
            ),
        ),
    ),
    MultipleChoiceQuestion(
        id="physics-05",
        section="A",
        marks=3,
        text=text(
            "Light falls on a clean metal surface and electrons leave it. Which changes increase the greatest kinetic "
            "energy of the electrons? Choose all that apply.",
            "පිරිසිදු ලෝහ පෘෂ්ඨයක් මතට ආලෝකය පතිත වන විට ඉන් ඉලෙක්ට්‍රෝන විමෝචනය වේ. ඉලෙක්ට්‍රෝනවල උපරිම චාලක ශක්තිය "
            "වැඩි කරන වෙනස්කම් මොනවා ද? අදාළ සියල්ල තෝරන්න.",
            "தூய உலோக மேற்பரப்பின் மீது ஒளி படும்போது இலத்திரன்கள் வெளியேறுகின்றன. இலத்திரன்களின் உயர்ந்தபட்ச "
            "இயக்கப்பாட்டுச் சக்தியை அதிகரிக்கும் மாற்றங்கள் எவை? பொருந்தும் அனைத்தையும் தெரிவு செய்க.",
        ),
        choices=choices(
            text("Light of a higher frequency", "වැඩි සංඛ්‍යාතයකින් යුත් ආලෝකය", "கூடிய மீடிறனுடைய ஒளி"),
            text(
                "Brighter light of the same frequency",
                "එම සංඛ්‍යාතයෙන් ම යුත් වඩා තීව්‍ර ආලෝකය",
                "அதே மீடிறனுடைய கூடிய செறிவுள்ள ஒளி",
            ),
            text(
                "A metal with a smaller work function",
                "අඩු කාර්ය ශ්‍රිතයක් ඇති ලෝහයක්",
                "குறைந்த வேலைச் சார்புடைய உலோகம்",
            ),
            text("A larger metal surface", "වඩා විශාල ලෝහ පෘෂ්ඨයක්", "பெரிய உலோக மேற்பரப்பு"),
        ),
    ),
)

_NUMERIC: tuple[Question, ...] = (
    NumericQuestion(
        id="physics-06",
        section="B",
        marks=4,
        unit="A",
        text=text(
            "The battery in the circuit has an e.m.f. of 12 V and an internal resistance of 1.0 Ω. "
            "The ammeter is ideal. What current does it read?",
            "පරිපථයේ ඇති බැටරියේ විද්‍යුත් ගාමක බලය 12 V ද අභ්‍යන්තර ප්‍රතිරෝධය 1.0 Ω ද වේ. ඇමීටරය පරිපූර්ණ වේ. එහි පාඨාංකය කොපමණ ද?",
            "சுற்றிலுள்ள மின்கல அடுக்கின் மின்னியக்க விசை 12 V, அகத்தடை 1.0 Ω ஆகும். அம்பியர்மானி இலட்சியமானது. அதன் வாசிப்பு யாது?",
        ),
        images=["battery-circuit.svg"],
        image_descriptions=[
            text(
                "Circuit diagram: a 12 V battery with an internal resistance of 1.0 Ω, an ammeter and a 3.0 Ω resistor "
                "in series, followed by a 6.0 Ω and a 3.0 Ω resistor in parallel with each other.",
                "පරිපථ සටහන: අභ්‍යන්තර ප්‍රතිරෝධය 1.0 Ω වූ 12 V බැටරියක්, ඇමීටරයක් සහ 3.0 Ω ප්‍රතිරෝධකයක් ශ්‍රේණිගතව ද, "
                "ඉන් පසු එකිනෙකට සමාන්තරගත 6.0 Ω සහ 3.0 Ω ප්‍රතිරෝධක දෙකක් ද සම්බන්ධ කර ඇත.",
                "சுற்று வரிப்படம்: அகத்தடை 1.0 Ω உடைய 12 V மின்கல அடுக்கு, அம்பியர்மானி, 3.0 Ω தடையி ஆகியன தொடரிலும், "
                "அவற்றுடன் ஒன்றுக்கொன்று சமாந்தரமான 6.0 Ω, 3.0 Ω தடையிகளும் இணைக்கப்பட்டுள்ளன.",
            )
        ],
    ),
    NumericQuestion(
        id="physics-07",
        section="B",
        marks=4,
        unit="m s⁻²",
        text=text(
            "A simple pendulum of length 1.00 m makes 50 complete swings in 100.5 s. Use the relation below to find "
            "the acceleration due to gravity to two decimal places.",
            "දිග 1.00 m වන සරල අවලම්බයක් 100.5 s කාලයක දී සම්පූර්ණ දෝලන 50 ක් සිදු කරයි. පහත සම්බන්ධතාව භාවිත කර "
            "ගුරුත්වජ ත්වරණය දශමස්ථාන දෙකකට සොයන්න.",
            "1.00 m நீளமுடைய எளிய ஊசல் ஒன்று 100.5 s இல் 50 முழு அலைவுகளை ஆற்றுகிறது. கீழுள்ள தொடர்பைப் பயன்படுத்திப் "
            "புவியீர்ப்பு ஆர்முடுகலை இரண்டு தசம தானங்களுக்குக் காண்க.",
        ),
        formula=r"g = \frac{4 \pi^{2} \ell}{T^{2}}",
    ),
    NumericQuestion(
        id="physics-08",
        section="B",
        marks=4,
        unit="Bq",
        text=text(
            "A radioactive source has an activity of 960 Bq. Its half-life is 8.0 days. "
            "What is its activity after 24 days?",
            "විකිරණශීලී ප්‍රභවයක සක්‍රියතාව 960 Bq වේ. එහි අර්ධ ආයු කාලය දින 8.0 කි. දින 24 කට පසු එහි සක්‍රියතාව කොපමණ ද?",
            "கதிர்த்தொழிற்பாட்டு முதல் ஒன்றின் தொழிற்பாடு 960 Bq ஆகும். அதன் அரைவாழ்வுக் காலம் 8.0 நாட்கள். "
            "24 நாட்களின் பின்னர் அதன் தொழிற்பாடு யாது?",
        ),
    ),
    NumericQuestion(
        id="physics-09",
        section="B",
        marks=4,
        unit="cm",
        text=text(
            "An object stands 30 cm in front of a thin convex lens of focal length 20 cm. "
            "How far from the lens is the image?",
            "නාභීය දුර 20 cm වන තුනී උත්තල කාචයක් ඉදිරියේ 30 cm දුරින් වස්තුවක් තබා ඇත. ප්‍රතිබිම්බය කාචයේ සිට කොපමණ දුරින් සෑදේ ද?",
            "20 cm குவியத் தூரமுடைய மெல்லிய குவிவு வில்லையின் முன்னால் 30 cm தூரத்தில் பொருள் ஒன்று வைக்கப்பட்டுள்ளது. "
            "விம்பம் வில்லையிலிருந்து எவ்வளவு தூரத்தில் உருவாகும்?",
        ),
    ),
)

_WRITTEN: tuple[Question, ...] = (
    ShortAnswerQuestion(
        id="physics-10",
        section="B",
        marks=2,
        maximum_length=80,
        text=text(
            "Name the law that says that an induced current flows in the direction that "
            "opposes the change that causes it.",
            "ප්‍රේරිත ධාරාවක් එය ඇති කරන වෙනසට විරුද්ධ වන දිශාවට ගලන බව ප්‍රකාශ කරන නියමය නම් කරන්න.",
            "தூண்டிய மின்னோட்டம் அதனைத் தோற்றுவிக்கும் மாற்றத்தை எதிர்க்கும் திசையில் பாயும் எனக் கூறும் விதியைப் பெயரிடுக.",
        ),
    ),
    ShortAnswerQuestion(
        id="physics-11",
        section="B",
        marks=2,
        maximum_length=80,
        text=text(
            "Write pressure in SI base units.",
            "පීඩනයේ ඒකකය SI මූලික ඒකකවලින් ලියන්න.",
            "அமுக்கத்தின் அலகை SI அடிப்படை அலகுகளில் எழுதுக.",
        ),
    ),
    EssayQuestion(
        id="physics-12",
        section="C",
        marks=8,
        word_limit=250,
        text=text(
            "You are given a metal block on a thread, a copper calorimeter, water, a thermometer, a balance and "
            "a heater. Describe an experiment to find the specific heat capacity of the metal by the method of "
            "mixtures. State the measurements, how you work out the result, the largest source of error and how "
            "you reduce it.",
            "නූලක ගැට ගැසූ ලෝහ කුට්ටියක්, තඹ කැලරිමීටරයක්, ජලය, උෂ්ණත්වමානයක්, තුලාවක් සහ තාපකයක් ඔබට සපයා ඇත. මිශ්‍රණ "
            "ක්‍රමයෙන් ලෝහයේ විශිෂ්ට තාප ධාරිතාව සෙවීම සඳහා පරීක්ෂණයක් විස්තර කරන්න. ලබා ගන්නා මිනුම්, ප්‍රතිඵලය ගණනය කරන "
            "ආකාරය, ප්‍රධානතම දෝෂ ප්‍රභවය සහ එය අවම කර ගන්නා ආකාරය සඳහන් කරන්න.",
            "நூலில் கட்டப்பட்ட உலோகக் குற்றி, செப்புக் கலோரிமானி, நீர், வெப்பமானி, தராசு, வெப்பமாக்கி ஆகியன உங்களுக்குத் "
            "தரப்பட்டுள்ளன. கலவை முறையினால் உலோகத்தின் தன்வெப்பக் கொள்ளளவைத் துணிவதற்கான பரிசோதனை ஒன்றை விவரிக்க. பெறும் "
            "அளவீடுகள், பெறுபேற்றைக் கணிக்கும் முறை, முதன்மையான வழு மூலம், அதனைக் குறைக்கும் விதம் ஆகியவற்றைக் குறிப்பிடுக.",
        ),
    ),
)


def physics_paper() -> PaperContent:
    """The paper with its circuit diagram."""
    return PaperContent(
        title=text("Physics term test", "භෞතික විද්‍යාව වාර පරීක්ෂණය", "பௌதிகவியல் தவணைப் பரீட்சை"),
        questions=(*_SINGLE, *_MULTIPLE, *_NUMERIC, *_WRITTEN),
        images={"battery-circuit.svg": battery_circuit()},
        rules=RULES,
    )
