"""What was noticed in an exam that is over: this PC's record and the platform's as one list, and the student's reply.

The platform's word is what people at school judge, so it wins where both speak of the same event. Without a network
there is still what this PC wrote down, and a reply that could not be sent is kept as a draft.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from learnup_desktop.base.errors import NotFoundError
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.exam_list import ExamSummary
from learnup_desktop.contract.invigilation import IntegrityRecord, IntegrityReply
from learnup_desktop.features.exams.flags import Flag, flag_of
from learnup_desktop.store.records import AttemptMeta

LONGEST_REPLY = 2000
"""Characters, as the contract bounds ``IntegrityReply.text``."""

MOST_PICTURES = 3
"""Shown for one flag: the beginning tells what it was, and the teacher's card shows as many."""


class FlagGateway(Protocol):
    """What is used of ``api.invigilation``."""

    async def flags(self, attempt_id: str) -> list[IntegrityRecord]: ...
    async def evidence(self, attempt_id: str, sha256: str) -> bytes: ...
    async def reply(self, flag_id: str, request: IntegrityReply, idempotency_key: str) -> IntegrityRecord: ...


class Attempts(Protocol):
    """What is used of ``store.journal``."""

    async def attempt_of_exam(self, exam_id: str) -> AttemptMeta | None: ...


@dataclass(frozen=True, slots=True)
class Noticed:
    """One thing that was noticed. ``record`` is None while only this PC has told of it."""

    flag: Flag
    record: IntegrityRecord | None = None

    @property
    def can_reply(self) -> bool:
        """Whether a reply would still be read: the platform holds the flag and nobody has decided."""
        return self.record is not None and self.record.decision is None

    @property
    def kept_until(self) -> datetime | None:
        """When the last picture that is shown is deleted; None where nothing is kept, or nobody says."""
        if self.record is None:
            return None
        known = [self.record.evidence_until[sha256] for sha256 in self.pictures if sha256 in self.record.evidence_until]
        return max(known, default=None)

    @property
    def deleted(self) -> int:
        """How many pictures there were whose time is over."""
        return 0 if self.record is None else len(self.record.evidence_deleted)

    @property
    def pictures(self) -> tuple[str, ...]:
        """Hashes of the pictures that the platform can give, in order of time."""
        if self.record is None:
            return ()
        held = set(self.record.evidence_held)
        return tuple(sha256 for sha256 in self.record.event.evidence if sha256 in held)[:MOST_PICTURES]


@dataclass(slots=True)
class _Draft:
    """Words that were not sent yet, with the key under which these words are sent, however often."""

    text: str
    key: str


def merged(local: Sequence[Flag], records: Iterable[IntegrityRecord]) -> tuple[Noticed, ...]:
    """Both records as one list by event id, oldest first.

    An event whose end the platform was never told (the client was killed) takes the end this PC knows, else ends where
    it began.
    """
    here = {flag.id: flag for flag in local}
    all_of_them = {flag.id: Noticed(flag) for flag in local}
    for record in records:
        flag = flag_of(record.event)
        if flag.ended_ms is None:
            known = here.get(flag.id)
            flag = replace(flag, ended_ms=flag.started_ms if known is None else known.ended_ms)
        all_of_them[flag.id] = Noticed(flag, record)
    return tuple(sorted(all_of_them.values(), key=lambda noticed: noticed.flag.started_ms))


class FlagReplies:
    """The student's side of flags.

    Args:
        attempts: which attempt belongs to an exam on this PC.
        gateway: the platform.
    """

    def __init__(self, attempts: Attempts, gateway: FlagGateway) -> None:
        self._attempts = attempts
        self._gateway = gateway
        self._drafts: dict[str, _Draft] = {}

    async def noticed(self, exam: ExamSummary, local: Sequence[Flag]) -> tuple[Noticed, ...]:
        """What this PC and the platform noticed in an exam.

        Args:
            exam: the exam; its own attempt is asked for where this PC has none.
            local: what this PC wrote down.

        Raises:
            NetworkError, PlatformError: the platform said nothing; ``merged(local, ())`` is what there is.
            StorageError: the disk refused.
        """
        meta = await self._attempts.attempt_of_exam(exam.id)
        attempt_id = meta.attempt_id if meta is not None else exam.attempt_id
        if attempt_id is None:
            return merged(local, ())
        return merged(local, await self._gateway.flags(attempt_id))

    async def picture(self, noticed: Noticed, sha256: str) -> bytes | None:
        """One evidence picture as JPEG; None when the school no longer keeps it.

        Raises:
            NetworkError, PlatformError: the platform did not give it.
        """
        if noticed.record is None:
            return None
        try:
            return await self._gateway.evidence(noticed.record.attempt_id, sha256)
        except NotFoundError:
            return None

    def draft(self, noticed: Noticed) -> str:
        """What to begin with: words that were not sent, else the reply that is there."""
        record = noticed.record
        if record is None:
            return ""
        draft = self._drafts.get(record.id)
        return draft.text if draft is not None else record.reply or ""

    def keep(self, noticed: Noticed, text: str) -> None:
        """Keep words until they are sent, as long as the account is signed in."""
        record = noticed.record
        if record is None:
            return
        draft = self._drafts.get(record.id)
        if text == (record.reply or ""):
            self._drafts.pop(record.id, None)
        elif draft is None or draft.text != text:
            self._drafts[record.id] = _Draft(text, uuid7())

    async def send(self, noticed: Noticed, text: str) -> Noticed:
        """Send a reply; repeated with the same words it counts once. What fails stays a draft.

        Raises:
            ValueError: blank, too long, or nothing to reply to.
            ConflictError: it was decided meanwhile.
            NetworkError, PlatformError: not sent.
        """
        record = noticed.record
        if record is None or not can_be_sent(text):
            raise ValueError("there is nothing to send")
        self.keep(noticed, text)
        draft = self._drafts.get(record.id)
        answer = await self._gateway.reply(record.id, IntegrityReply(text=text), draft.key if draft else uuid7())
        self._drafts.pop(record.id, None)
        return replace(noticed, record=answer)


def can_be_sent(text: str) -> bool:
    """Whether the platform takes these words: not blank, and at most ``LONGEST_REPLY`` characters."""
    return bool(text.strip()) and len(text) <= LONGEST_REPLY
