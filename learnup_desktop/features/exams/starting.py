"""Beginning an attempt: on the platform, or under an unlock code where there is no network; then kept on this PC."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from learnup_desktop.base.errors import RuleViolation
from learnup_desktop.contract.exams import ExamSummary, Head, StartAttemptRequest
from learnup_desktop.contract.integrity import ProctoringPolicy
from learnup_desktop.domain.unlock import read_unlock_code
from learnup_desktop.store.records import AttemptMeta
from learnup_desktop.sync.offline_starts import EMERGENCY_KEY, offline_meta

if TYPE_CHECKING:
    from learnup_desktop.api.exams import ExamsApi
    from learnup_desktop.store.journal import JournalStore
    from learnup_desktop.sync.papers import PaperDownloads
    from learnup_desktop.sync.server_clock import PlatformClock
    from learnup_desktop.sync.uploads import AttemptUploads


@dataclass(frozen=True, slots=True)
class Device:
    """This computer, as the platform knows it."""

    id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class AttemptStarts:
    """How the attempts of one account begin on this PC."""

    student_id: str
    device: Device
    journal: "JournalStore"
    api: "ExamsApi"
    papers: "PaperDownloads"
    uploads: "AttemptUploads"
    clock: "PlatformClock"

    async def online(self, exam: ExamSummary, assurance: str, *, consent: bool) -> AttemptMeta:
        """Begin on the platform, or go on with what was begun there; everything written elsewhere is here then.

        Raises:
            NetworkError, PlatformError: not begun.
            StorageError: begun, but not kept here; beginning again resumes it.
        """
        request = StartAttemptRequest(
            device_id=self.device.id, device_name=self.device.name, assurance=assurance, consent=consent
        )
        started = await self.api.start(exam.id, request)
        meta = AttemptMeta.from_started(
            started, device_id=self.device.id, paper_sha256=exam.paper_sha256, assurance=assurance
        )
        if started.emergency_key is not None:
            meta = replace(meta, extra={EMERGENCY_KEY: started.emergency_key.hex()})
        await self._take_up(meta, started.head)
        return meta

    async def unlocked(
        self, exam: ExamSummary, assurance: str, policy: ProctoringPolicy, typed: str, *, consent: bool
    ) -> AttemptMeta:
        """Begin under an unlock code without asking the platform, which hears of it when there is a network.

        An attempt that is here already is gone on with.

        Raises:
            RuleViolation: this is not the code of this exam.
            IntegrityFault: the paper does not open.
            StorageError: not kept here.
        """
        held = await self.journal.attempt_of_exam(exam.id)
        if held is not None:
            return held
        try:
            key = read_unlock_code(exam.id, typed)
        except ValueError as error:
            raise RuleViolation(str(error)) from error
        await self.papers.open(exam, key)  # a code that does not open the paper begins nothing
        meta = offline_meta(
            exam,
            student_id=self.student_id,
            device=(self.device.id, self.device.name),
            content_key=key,
            now=self.clock.now(),
            duration=timedelta(seconds=exam.duration_seconds),
            policy=policy.to_wire(),
            assurance=assurance,
            consent=consent,
        )
        await self.journal.begin(meta)
        return meta

    async def _take_up(self, meta: AttemptMeta, head: Head) -> None:
        """Begin the journal here, with everything that another device wrote before."""
        known = await self.journal.meta(meta.attempt_id)
        if head.seq == 0 or (known is not None and await self.journal.contains(meta.attempt_id, head)):
            await self.journal.begin(meta, head)
            return
        held_to = 0
        if known is not None:
            held_to = await self.uploads.pump(meta.attempt_id).leave_rest()
        entries = await self.api.entries(meta.attempt_id)
        await self.journal.begin(meta)
        await self.journal.install(meta.attempt_id, entries, held_to)
