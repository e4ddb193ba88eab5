"""Seminars and recordings of the demo school. Recordings are a few seconds of sound: enough to fetch and play."""

import array
import io
import math
import wave
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_academic import MaterialRecord
from learnup_platform.db.models_seminars import RecordingRecord, SeminarPlaceRecord, SeminarRecord
from learnup_platform.demo.classes import MATHEMATICS_ENGLISH, PHYSICS_ENGLISH
from learnup_platform.demo.people import STUDENTS
from learnup_platform.demo.school import COLOMBO, DemoSchool, demo_id, text
from learnup_platform.modules.sync.versions import EVERYONE, of_class, touch

_RATE = 8000


@dataclass(frozen=True, slots=True)
class _Recording:
    """A recorded lesson; its sound is one tone of so many hertz."""

    key: str
    of_class: str
    title: LocalizedText
    days_ago: int
    seconds: int
    hertz: float


@dataclass(frozen=True, slots=True)
class _Seminar:
    """A seminar, for one class or for everybody."""

    key: str
    of_class: str | None
    author: str
    title: LocalizedText
    summary: LocalizedText
    speaker: str
    place: str
    online: bool
    days_ahead: int
    places: int


_RECORDINGS = (
    _Recording(
        "waves",
        PHYSICS_ENGLISH,
        text("Recording: standing waves", "පටිගත කිරීම: ස්ථාවර තරංග", "பதிவு: நிலை அலைகள்"),
        days_ago=3,
        seconds=6,
        hertz=440.0,
    ),
    _Recording(
        "circuits",
        PHYSICS_ENGLISH,
        text("Recording: Kirchhoff's laws", "පටිගත කිරීම: කර්චොෆ් නියම", "பதிவு: கேர்ச்சொஃபின் விதிகள்"),
        days_ago=10,
        seconds=4,
        hertz=330.0,
    ),
    _Recording(
        "parts",
        MATHEMATICS_ENGLISH,
        text("Recording: integration by parts", "පටිගත කිරීම: කොටස් වශයෙන් අනුකලනය", "பதிவு: பகுதிகளாகத் தொகையிடல்"),
        days_ago=5,
        seconds=5,
        hertz=523.25,
    ),
)
_SEMINARS = (
    _Seminar(
        "past-papers",
        PHYSICS_ENGLISH,
        "kamala",
        text(
            "Seminar: ten years of physics papers",
            "සම්මන්ත්‍රණය: වසර දහයක භෞතික ප්‍රශ්න පත්‍ර",
            "கருத்தரங்கு: பத்து ஆண்டு பௌதிகவியல் வினாத்தாள்கள்",
        ),
        text(
            "The questions that most get wrong, worked through together. Bring a calculator.",
            "බොහෝ දෙනා වරදින ප්‍රශ්න එක්ව විසඳමු. ගණක යන්ත්‍රයක් රැගෙන එන්න.",
            "பலர் தவறவிடும் வினாக்களைச் சேர்ந்து செய்வோம். கணிப்பானைக் கொண்டு வாருங்கள்.",
        ),
        speaker="Kamala Wijesinghe",
        place="Main hall",
        online=False,
        days_ahead=6,
        places=120,
    ),
    _Seminar(
        "university",
        None,
        "admin",
        text(
            "Evening: choosing a university course",
            "සන්ධ්‍යාව: විශ්වවිද්‍යාල පාඨමාලාවක් තෝරා ගැනීම",
            "மாலை: பல்கலைக்கழகப் பாடநெறியைத் தெரிவுசெய்தல்",
        ),
        text(
            "Former students tell how they chose, and answer questions.",
            "ආදි සිසුන් තමන් තෝරාගත් ආකාරය පවසා ප්‍රශ්නවලට පිළිතුරු දෙයි.",
            "முன்னாள் மாணவர்கள் தாம் தெரிவுசெய்த விதத்தைக் கூறி, கேள்விகளுக்குப் பதிலளிப்பார்கள்.",
        ),
        speaker="Dr. R. Selvam",
        place="",
        online=True,
        days_ahead=9,
        places=300,
    ),
    _Seminar(
        "laboratory",
        None,
        "admin",
        text(
            "Workshop: an afternoon in the laboratory", "වැඩමුළුව: රසායනාගාරයේ සවසක්", "பயிற்சிப்பட்டறை: ஆய்வுகூடத்தில் ஒரு பிற்பகல்"
        ),
        text(
            "Twelve places, so that everybody works at a bench.",
            "සැවොමට වැඩ කළ හැකි වන පරිදි ආසන දොළහකි.",
            "எல்லோரும் செய்து பார்க்க, பன்னிரண்டு இடங்கள் மட்டுமே.",
        ),
        speaker="Dilini Fernando",
        place="Laboratory 2",
        online=False,
        days_ahead=4,
        places=12,
    ),
)


async def seed_seminars(session: AsyncSession, context: PlatformContext, school: DemoSchool) -> None:
    """Add what is not there yet, and lay seminars ahead of now again; places that were taken stay taken."""
    for recording in _RECORDINGS:
        await _recording(session, context, school, recording)
    evening = school.now.astimezone(COLOMBO).replace(hour=16, minute=30, second=0, microsecond=0)
    for seminar in _SEMINARS:
        identifier = demo_id("seminar", seminar.key)
        starts = evening + timedelta(days=seminar.days_ahead)
        known = await session.get(SeminarRecord, identifier)
        if known is None:
            known = SeminarRecord(
                id=identifier,
                class_id=None if seminar.of_class is None else school.school_class(seminar.of_class),
                title=seminar.title,
                summary=seminar.summary,
                speaker=seminar.speaker,
                place=seminar.place,
                online=seminar.online,
                capacity=seminar.places,
                created_by=school.account(seminar.author),
            )
            session.add(known)
        known.starts_at, known.ends_at = starts, starts + timedelta(hours=2)
        known.closes_at = starts - timedelta(days=1)
        touch(session, Stream.SEMINARS, identifier, EVERYONE if known.class_id is None else of_class(known.class_id))
    await session.flush()
    await _fill_laboratory(session, school)


async def _recording(
    session: AsyncSession,
    context: PlatformContext,
    school: DemoSchool,
    recording: _Recording,
) -> None:
    identifier = demo_id("recording", recording.key)
    if await session.get(MaterialRecord, identifier) is not None:
        return
    content = _sound(recording.seconds, recording.hertz)
    digest = sha256_hex(content)
    storage_key = f"materials/{digest[:2]}/{digest}"
    await context.files.put(storage_key, content)
    recorded = school.now - timedelta(days=recording.days_ago)
    session.add(
        MaterialRecord(
            id=identifier,
            class_id=school.school_class(recording.of_class),
            title=recording.title,
            kind="recording",
            media_type="audio/wav",
            file_name=f"{recording.key}.wav",
            size_bytes=len(content),
            sha256=digest,
            storage_key=storage_key,
            published_at=recorded + timedelta(hours=2),
            due_at=None,
        )
    )
    await session.flush()
    session.add(
        RecordingRecord(
            material_id=identifier, lesson_id=None, recorded_at=recorded, duration_seconds=recording.seconds
        )
    )


async def _fill_laboratory(session: AsyncSession, school: DemoSchool) -> None:
    """All places but one are taken, so that a full seminar can be seen after one more."""
    seminar = demo_id("seminar", "laboratory")
    others = [student for student in STUDENTS if student.username not in ("nimali", "rebecca", "sahan")]
    for student in others[:11]:
        account = school.account(student.username)
        if await session.get(SeminarPlaceRecord, (seminar, account)) is None:
            session.add(SeminarPlaceRecord(seminar_id=seminar, account_id=account, registered_at=school.now))


def _sound(seconds: int, hertz: float) -> bytes:
    """A quiet tone that comes and goes, as an 8-bit WAV file."""
    samples = array.array("B")
    for number in range(seconds * _RATE):
        moment = number / _RATE
        swell = 0.5 - 0.5 * math.cos(2 * math.pi * moment)
        samples.append(128 + round(40 * swell * math.sin(2 * math.pi * hertz * moment)))
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(_RATE)
        file.writeframes(samples.tobytes())
    return made.getvalue()
