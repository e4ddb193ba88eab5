"""The people of the demo school: sixty students, four teachers, one administrator; names of the island, nobody real."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from learnup_desktop.contract.auth import Role
from learnup_desktop.contract.system import DemoAccount
from learnup_platform.demo.school import FOUNDED, demo_id

if TYPE_CHECKING:
    from learnup_platform.db.models_people import AccountRecord

DEMO_PASSWORD = "learnup-demo"
DEMO_ROUNDS = 4
"""bcrypt rounds of seeded passwords: at 12, sixty-five would take fifteen seconds. The first sign-in raises an account
to the platform's own rounds."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the demo school. ``group`` is the group of students that has its lessons together."""

    username: str
    name: str
    role: Role = Role.STUDENT
    language: str = "en"
    group: str = ""
    grade: str | None = None
    medium: str | None = None


TEACHERS = (
    Person("kamala", "Kamala Wijesinghe", Role.TEACHER),
    Person("ruwan", "Ruwan Jayasuriya", Role.TEACHER),
    Person("dilini", "දිලිනි අබේරත්න", Role.TEACHER, "si"),
    Person("tharshini", "தர்ஷினி சிவநாதன்", Role.TEACHER, "ta"),
)
ADMINISTRATORS = (Person("admin", "School Office", Role.ADMIN),)

_ENGLISH = """nimali=Nimali Perera;ashan=Ashan Fernando;shalini=Shalini Rajaratnam;imran=Imran Hameed
    dinuka=Dinuka Senanayake;melissa=Melissa van Dort;kasun=Kasun Gunawardena;priya=Priya Selvarajah
    ayesha=Ayesha Farook;sahan=Sahan de Silva;rebecca=Rebecca Ondaatje;vidura=Vidura Amarasekara
    nathan=Nathan Kanagasabai;hiruni=Hiruni Weerakoon;zahra=Zahra Mohideen;akila=Akila Dissanayake
    jerome=Jerome Pereira;thilini=Thilini Rathnayake;arjun=Arjun Mahendran;sanduni=Sanduni Kodikara"""
_SINHALA = """amaya=අමායා රණසිංහ;buddhika=බුද්ධික ප්‍රේමරත්න;chamari=චමරි විජේතුංග;danushka=දනුෂ්ක හේරත්
    erandi=එරන්දි කරුණාරත්න;gayan=ගයාන් බණ්ඩාර;hasini=හසිනි මධුෂානි;isuru=ඉසුරු ලක්මාල්
    janani=ජනනි සමරවීර;kavindu=කවිඳු රත්නායක;lakshika=ලක්ෂිකා ගමගේ;malith=මලිත් ජයවර්ධන
    nethmi=නෙත්මි අබේසේකර;oshada=ඕෂධ වික්‍රමසිංහ;pabasara=පබසරා එදිරිසිංහ;ravindu=රවිඳු සෙනෙවිරත්න
    sithumi=සිතුමි මුණසිංහ;tharindu=තරිඳු ද සිල්වා;umesha=උමේෂා තෙන්නකෝන්;yasiru=යසිරු කුලරත්න"""
_TAMIL = """abinaya=அபிநயா சிவகுமார்;balan=பாலன் கந்தசாமி;chitra=சித்ரா நவரத்தினம்;dharshan=தர்ஷன் யோகநாதன்
    eswari=ஈஸ்வரி பரமேஸ்வரன்;gajan=கஜன் இராசதுரை;hamsika=ஹம்சிகா தேவராஜா;ilango=இளங்கோ சண்முகநாதன்
    jeyanthi=ஜெயந்தி குணரத்தினம்;kavitha=கவிதா மகேந்திரன்;logan=லோகன் விக்னேஸ்வரன்;mathura=மதுரா செல்வநாயகம்
    nilani=நிலானி அருளானந்தம்;oviya=ஓவியா பாலசிங்கம்;piraveen=பிரவீன் தங்கராசா;ramya=ரம்யா கனகரத்தினம்
    sanjeevan=சஞ்சீவன் நடராஜா;thulasi=துளசி இராமநாதன்;vasanth=வசந்த் முருகேசு;yalini=யாழினி பொன்னம்பலம்"""


def _students(names: str, group: str, grade: str, medium: str, language: str) -> tuple[Person, ...]:
    entries = (entry.strip().split("=") for line in names.splitlines() for entry in line.split(";"))
    return tuple(Person(username, name, Role.STUDENT, language, group, grade, medium) for username, name in entries)


STUDENTS = (
    *_students(_ENGLISH, "english", "13", "English", "en"),
    *_students(_SINHALA, "sinhala", "12", "Sinhala", "si"),
    *_students(_TAMIL, "tamil", "13", "Tamil", "ta"),
)
EVERYBODY = (*ADMINISTRATORS, *TEACHERS, *STUDENTS)
LISTED = ("nimali", "ashan", "amaya", "abinaya", "kamala", "ruwan", "tharshini", "admin")
"""Offered on the sign-in page: one of each kind, and a second student."""


def students_of(group: str) -> Sequence[Person]:
    """The students of a group, by index number."""
    return [person for person in STUDENTS if person.group == group]


def listed_accounts() -> list[DemoAccount]:
    """What a demo platform says about its accounts."""
    people = {person.username: person for person in EVERYBODY}
    return [
        DemoAccount(username=name, password=DEMO_PASSWORD, name=people[name].name, role=people[name].role.value)
        for name in LISTED
    ]


def account_records() -> "list[AccountRecord]":
    """Everybody, as rows; every account has a salt of its own."""
    from learnup_platform.db.models_people import AccountRecord
    from learnup_platform.modules.auth.passwords import hash_now

    numbers = {person.username: f"S{2026000 + number}" for number, person in enumerate(STUDENTS, 1)}
    return [
        AccountRecord(
            id=demo_id("account", person.username),
            username=person.username,
            name=person.name,
            role=person.role,
            language=person.language,
            index_number=numbers.get(person.username),
            grade=person.grade,
            medium=person.medium,
            email=f"{person.username}@demo.learnup.example",
            password_hash=hash_now(DEMO_PASSWORD, DEMO_ROUNDS),
            active=True,
            face_enrolled=False,
            created_at=FOUNDED,
        )
        for person in EVERYBODY
    ]
