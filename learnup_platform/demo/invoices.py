"""Invoices of the demo school: for each student one that was paid, one due next week, one that is late."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.contract.payments import InvoiceLine, InvoiceState
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_payments import InvoiceRecord, WalletEntryRecord
from learnup_platform.demo.people import STUDENTS
from learnup_platform.demo.school import DemoSchool, demo_id, text
from learnup_platform.modules.payments.service import mark_paid

TERM_FEE = text("Facilities fee, second term", "පහසුකම් ගාස්තුව, දෙවන වාරය", "வசதிக் கட்டணம், இரண்டாம் தவணை")
LABORATORY = text("Laboratory materials", "විද්‍යාගාර ද්‍රව්‍ය", "ஆய்வுகூடப் பொருட்கள்")
EXAM_FEE = text("Practice papers, printed", "පුහුණු ප්‍රශ්න පත්‍ර, මුද්‍රිත", "பயிற்சி வினாத்தாள்கள், அச்சிட்டவை")
LIBRARY = text("Lost library book", "නැතිවූ පුස්තකාල පොත", "தொலைந்த நூலகப் புத்தகம்")
REFUND = text("Refund: cancelled excursion", "ආපසු ගෙවීම: අවලංගු කළ චාරිකාව", "மீளளிப்பு: இரத்தான சுற்றுலா")

_KINDS: tuple[tuple[str, LocalizedText, tuple[tuple[LocalizedText, int], ...], int, int], ...] = (
    ("term", TERM_FEE, ((TERM_FEE, 250_000), (LABORATORY, 75_000)), -70, -40),
    ("papers", EXAM_FEE, ((EXAM_FEE, 48_050),), -7, 7),
    ("book", LIBRARY, ((LIBRARY, 120_000),), -20, -3),
)
"""Key, title, lines in cents, days from now of the issue and of the due day."""


async def seed_invoices(session: AsyncSession, context: PlatformContext, school: DemoSchool) -> None:
    """Add what is not there yet; what somebody paid stays paid."""
    for place, student in enumerate(STUDENTS):
        account = school.account(student.username)
        for number, (key, title, lines, issued, due) in enumerate(_KINDS):
            identifier = demo_id("invoice", f"{student.username}/{key}")
            if await session.get(InvoiceRecord, identifier) is not None:
                continue
            record = InvoiceRecord(
                id=identifier,
                number=f"{school.now.year}-{place * len(_KINDS) + number + 1:05d}",
                student_id=account,
                title=title,
                lines=[InvoiceLine(title=name, amount=amount).to_wire() for name, amount in lines],
                amount=sum(amount for _, amount in lines),
                currency="LKR",
                issued_at=school.now + timedelta(days=issued),
                due_at=school.now + timedelta(days=due),
                state=InvoiceState.DUE,
            )
            if key == "term":
                await mark_paid(context, record, school.now + timedelta(days=due - 5))
            session.add(record)
        if await session.get(WalletEntryRecord, demo_id("wallet", student.username)) is None:
            session.add(_refund(student.username, account, school))


def _refund(username: str, account: str, school: DemoSchool) -> WalletEntryRecord:
    # A different amount for each student, so that nobody can mistake one wallet for another.
    cents = 10_000 + int(sha256_hex(username.encode())[:3], 16) * 50
    return WalletEntryRecord(
        id=demo_id("wallet", username),
        account_id=account,
        invoice_id=None,
        at=school.now - timedelta(days=12),
        amount=cents,
        currency="LKR",
        title=REFUND,
    )
