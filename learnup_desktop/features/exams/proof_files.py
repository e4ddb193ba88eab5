"""What a student can take home from an exam: the receipt and the journal as files that prove themselves."""

import json
import secrets
from typing import TYPE_CHECKING

from learnup_desktop.base.errors import IntegrityFault, NotFoundError
from learnup_desktop.domain.emergency import NONCE_BYTES, seal_emergency
from learnup_desktop.domain.journal import verify_chain
from learnup_desktop.domain.proof import write_journal
from learnup_desktop.sync.offline_starts import EMERGENCY_KEY

if TYPE_CHECKING:
    from learnup_desktop.api.exams import ExamsApi
    from learnup_desktop.contract.exams import Receipt
    from learnup_desktop.store.journal import JournalStore


class ProofFiles:
    """Files of one account's attempts.

    Args:
        journal: what this PC holds.
        exams: the platform, for the part of a journal that another device wrote.
    """

    def __init__(self, journal: "JournalStore", exams: "ExamsApi") -> None:
        self._journal = journal
        self._exams = exams

    async def receipt_file(self, receipt: "Receipt") -> bytes:
        """The receipt as JSON, as the platform signed it."""
        return json.dumps(receipt.to_wire(), indent=2, ensure_ascii=False).encode() + b"\n"

    async def journal_file(self, attempt_id: str) -> bytes:
        """The whole journal, from this PC or, when parts of it were written elsewhere, from the platform.

        Raises:
            NotFoundError: there is no such journal here.
            IntegrityFault: neither holds a whole chain.
            NetworkError, PlatformError: parts are elsewhere and the platform was not reached.
            StorageError: the disk refused.
        """
        if await self._journal.meta(attempt_id) is None:
            raise NotFoundError(f"no attempt {attempt_id} on this computer")
        expected = await self._journal.head(attempt_id)
        try:
            entries = await self._journal.entries(attempt_id)
            verify_chain(attempt_id, entries, expected)
        except IntegrityFault:
            entries = await self._exams.entries(attempt_id)
            verify_chain(attempt_id, entries, expected)
        return write_journal(attempt_id, entries)

    async def emergency_file(self, attempt_id: str) -> bytes:
        """Everything this PC recorded of an attempt, sealed for the platform: for a stick when nothing else works.

        Raises:
            NotFoundError: there is no such attempt here, or the platform gave no key for it.
            IntegrityFault: the journal cannot be read; opening the exam mends it.
            StorageError: the disk refused.
        """
        meta = await self._journal.meta(attempt_id)
        if meta is None or EMERGENCY_KEY not in meta.extra:
            raise NotFoundError(f"no attempt {attempt_id} on this computer that an emergency file could be made of")
        entries = await self._journal.entries(attempt_id)
        key = bytes.fromhex(str(meta.extra[EMERGENCY_KEY]))
        return seal_emergency(attempt_id, meta.device_id, entries, key, secrets.token_bytes(NONCE_BYTES))
