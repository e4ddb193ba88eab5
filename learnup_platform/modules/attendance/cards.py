"""Student cards: signed by the platform, so that a classroom with no network can tell a true one."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.attendance import CardSheet, StudentCard
from learnup_desktop.domain.student_card import Card, card_text, signed_bytes
from learnup_platform.access import require_class
from learnup_platform.db.models_attendance import CardIssueRecord
from learnup_platform.keys import PlatformKeys
from learnup_platform.modules.attendance import queries
from learnup_platform.principal import Principal

CARD_LIFE = timedelta(days=400)
"""A school year and the weeks until new cards are printed."""


async def issue_cards(
    session: AsyncSession, keys: PlatformKeys, principal: Principal, class_id: str, now: datetime
) -> CardSheet:
    """A card for everybody on a class's roll. Cards made before stay good until they expire.

    Raises:
        PlatformFault: 404, not one's class.
    """
    school_class = await require_class(session, principal, class_id, teaching=True)
    issued = now.replace(microsecond=0)
    expires = issued + CARD_LIFE
    cards = []
    for student_id, name, number in await queries.roll_numbers(session, school_class.id):
        card = Card(student_id, issued, expires, keys.key_id)
        signed = replace(card, signature=keys.signing_key.sign(signed_bytes(card)))
        cards.append(
            StudentCard(
                student_id=student_id,
                student_name=name,
                index_number=number,
                payload=card_text(signed),
                expires_at=expires,
            )
        )
    session.add(
        CardIssueRecord(
            id=uuid7(),
            class_id=school_class.id,
            issued_by=principal.account_id,
            issued_at=now,
            expires_at=expires,
            card_count=len(cards),
        )
    )
    return CardSheet(class_id=school_class.id, key_id=keys.key_id, cards=cards)
