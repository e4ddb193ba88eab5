"""Publications of the demo school: one to be paid for, one that costs nothing."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_materials import PublicationRecord
from learnup_platform.demo.classes import PHYSICS_ENGLISH
from learnup_platform.demo.school import DemoSchool, demo_id, text
from learnup_platform.plain_pdf import text_pdf


@dataclass(frozen=True, slots=True)
class _Publication:
    key: str
    title: LocalizedText
    summary: LocalizedText
    content: bytes
    price_minor: int
    days_ago: int


_PUBLICATIONS = (
    _Publication(
        "mechanics-workbook",
        text("Mechanics workbook", "යාන්ත්‍ර විද්‍යා අභ්‍යාස පොත", "இயக்கவியல் பயிற்சி நூல்"),
        text(
            "Eighty problems with worked answers, from forces to rotation.",
            "බලවල සිට භ්‍රමණය දක්වා විසඳුම් සහිත ගැටලු අසූවක්.",
            "விசைகள் முதல் சுழற்சி வரை விடைகளுடன் எண்பது கணக்குகள்.",
        ),
        text_pdf(
            "Mechanics workbook",
            [
                "1. A body of 2 kg is pulled by 10 N over a smooth table. Find its acceleration.",
                "   Answer: a = F / m = 5 m/s2.",
                "2. A wheel turns at 120 revolutions a minute. Find its angular speed.",
                "   Answer: 4 pi rad/s = 12.6 rad/s.",
            ],
        ),
        75_000,
        9,
    ),
    _Publication(
        "practical-guide",
        text("Guide to practicals", "ප්‍රායෝගික මාර්ගෝපදේශය", "செய்முறை வழிகாட்டி"),
        text(
            "How to read a scale, draw a graph and give an error.",
            "පරිමාණයක් කියවන, ප්‍රස්තාරයක් අඳින සහ දෝෂය දක්වන අයුරු.",
            "அளவுகோலை வாசித்தல், வரைபு வரைதல், வழுவைக் கூறுதல்.",
        ),
        text_pdf("Guide to practicals", ["Read a scale at right angles.", "Give a measurement with its error."]),
        0,
        4,
    ),
)


async def seed_publications(session: AsyncSession, context: PlatformContext, school: DemoSchool) -> None:
    """Add what is not there yet."""
    for entry in _PUBLICATIONS:
        identifier = demo_id("publication", entry.key)
        if await session.get(PublicationRecord, identifier) is not None:
            continue
        digest = sha256_hex(entry.content)
        key = f"materials/{digest[:2]}/{digest}"
        await context.files.put(key, entry.content)
        session.add(
            PublicationRecord(
                id=identifier,
                class_id=demo_id("class", PHYSICS_ENGLISH),
                title=entry.title,
                summary=entry.summary,
                author_id=school.account("kamala"),
                kind="document",
                media_type="application/pdf",
                file_name=f"{entry.key}.pdf",
                size_bytes=len(entry.content),
                sha256=digest,
                storage_key=key,
                price_minor=entry.price_minor,
                currency="LKR",
                published_at=school.now - timedelta(days=entry.days_ago),
            )
        )
