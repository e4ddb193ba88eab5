"""Letters to people: queued in the database with the work that asks for them, sent by a job, tried again if it fails.

Without a mail server (``EMAIL_ENABLED`` not set) a letter becomes a file in the data folder, so that an embedded
platform can do all that a school's does, and its administrator can read a code out.
"""

import asyncio
import logging
import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.errors import StorageError
from learnup_desktop.base.files import write_atomically
from learnup_desktop.base.ids import uuid7
from learnup_platform.db.models_system import LetterRecord
from learnup_platform.settings import PlatformSettings

if TYPE_CHECKING:
    from learnup_platform.context import PlatformContext

logger = logging.getLogger(__name__)

SEND_SECONDS = 3.0
BATCH = 20
CLAIMED_FOR = timedelta(minutes=2)
"""A letter taken up is due again then, should the process die with it in hand."""
GIVEN_UP_AFTER = timedelta(days=1)
SMTP_TIMEOUT_SECONDS = 20.0


class MailFault(OSError):
    """The letter could not be handed over."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What is sent to whom."""

    id: str
    recipient: str
    subject: str
    body: str
    created_at: datetime


class Mailer(Protocol):
    """Hands letters over; blocking, called in a thread."""

    def send(self, letter: Letter) -> None:
        """Raises ``MailFault``."""
        ...


def post(session: AsyncSession, recipient: str, subject: str, body: str, now: datetime) -> None:
    """Queue a letter; it goes out only if the transaction commits."""
    session.add(LetterRecord(id=uuid7(), recipient=recipient, subject=subject, body=body, created_at=now, due_at=now))


def open_mailer(settings: PlatformSettings) -> Mailer:
    """The mail server of the settings, else the folder ``mail`` beside the database."""
    return ServerMailer(settings) if settings.email_enabled else FolderMailer(settings)


async def send_due(context: "PlatformContext") -> None:
    """Send what is due. A letter that fails is due again later, twice as late each time, for a day."""
    mailer = open_mailer(context.settings)
    for letter in await _claim(context):
        try:
            await asyncio.to_thread(mailer.send, letter)
        except MailFault as fault:
            # Who it was for is nobody's business in a log.
            logger.warning("letter %s was not taken: %s", letter.id, fault)
            await _put_off(context, letter)
        else:
            await _forget(context, letter.id)


class FolderMailer:
    """Writes ``<data>/mail/<id>.eml``, readable by the owner only."""

    def __init__(self, settings: PlatformSettings) -> None:
        self._settings = settings
        self._folder: Path = settings.data / "mail"

    def send(self, letter: Letter) -> None:
        """See ``Mailer``."""
        target = self._folder / f"{letter.id}.eml"
        try:
            # Whole or not there: whoever watches the folder must not read half a letter.
            write_atomically(target, _message(self._settings, letter).as_bytes(policy=SMTP))
        except StorageError as error:
            raise MailFault(f"the mail folder: {error.detail}") from error


class ServerMailer:
    """Hands letters to an SMTP server: TLS from the start (``EMAIL_SECURE``), else STARTTLS where it is offered."""

    def __init__(self, settings: PlatformSettings) -> None:
        self._settings = settings

    def send(self, letter: Letter) -> None:
        """See ``Mailer``."""
        try:
            server = self._connect()
            # A server that hangs up instead of saying good-bye has taken the letter all the same.
            try:
                server.send_message(_message(self._settings, letter))
            finally:
                with suppress(OSError, smtplib.SMTPException):
                    server.quit()
        except (smtplib.SMTPException, OSError) as error:
            raise MailFault(f"{type(error).__name__}: {error}") from error

    def _connect(self) -> smtplib.SMTP:
        settings = self._settings
        secure = ssl.create_default_context()
        server: smtplib.SMTP
        if settings.email_secure:
            server = smtplib.SMTP_SSL(
                settings.email_host or "", settings.email_port, timeout=SMTP_TIMEOUT_SECONDS, context=secure
            )
        else:
            server = smtplib.SMTP(settings.email_host or "", settings.email_port, timeout=SMTP_TIMEOUT_SECONDS)
        try:
            server.ehlo()
            if not settings.email_secure and server.has_extn("starttls"):
                server.starttls(context=secure)
                server.ehlo()
            if settings.email_user and settings.email_password:
                server.login(settings.email_user, settings.email_password.get_secret_value())
        except (smtplib.SMTPException, OSError):
            server.close()
            raise
        return server


def _message(settings: PlatformSettings, letter: Letter) -> EmailMessage:
    message = EmailMessage()
    message["From"] = Address(settings.email_from_name or settings.platform_name, addr_spec=settings.email_from)
    message["To"] = Address(addr_spec=letter.recipient)
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(letter.created_at)
    message["Message-ID"] = make_msgid(letter.id, domain=settings.email_from.partition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.body)
    return message


async def _claim(context: "PlatformContext") -> list[Letter]:
    """Take what is due for this process; another one that looks at the same moment gets what this one did not."""
    now = context.clock.utc_now()
    async with context.database.transaction(write=False) as session:
        wanted = select(LetterRecord).where(LetterRecord.due_at <= now).order_by(LetterRecord.due_at).limit(BATCH)
        due = [(record.id, record.due_at) for record in await session.scalars(wanted)]
    if not due:
        return []
    async with context.database.transaction() as session:
        await session.execute(delete(LetterRecord).where(LetterRecord.created_at <= now - GIVEN_UP_AFTER))
        taken: list[Letter] = []
        for letter_id, due_at in due:
            mine = (
                update(LetterRecord)
                .where(LetterRecord.id == letter_id, LetterRecord.due_at == due_at)
                .values(due_at=now + CLAIMED_FOR, tries=LetterRecord.tries + 1)
                .returning(LetterRecord)
            )
            record = (await session.execute(mine)).scalar_one_or_none()
            if record is not None:
                taken.append(Letter(record.id, record.recipient, record.subject, record.body, record.created_at))
    return taken


async def _put_off(context: "PlatformContext", letter: Letter) -> None:
    now = context.clock.utc_now()
    async with context.database.transaction() as session:
        record = await session.get(LetterRecord, letter.id)
        if record is not None:
            record.due_at = now + min(timedelta(seconds=10) * 2 ** min(record.tries, 12), timedelta(hours=1))


async def _forget(context: "PlatformContext", letter_id: str) -> None:
    async with context.database.transaction() as session:
        await session.execute(delete(LetterRecord).where(LetterRecord.id == letter_id))
