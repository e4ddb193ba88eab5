"""From what camera and computer noticed to the journal and to a calm word for the student.

Every event goes into the journal when it begins and again, under the same id, when it ends; so a killed client leaves
what had begun. What the student is told is kept beside it: what was seen, for how long, what to do. Nothing here stops
anybody.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from pydantic import ValidationError

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.exams import EntryKind, JournalEntry
from learnup_desktop.contract.integrity import IntegrityEvent, IntegrityKind, Outcome, ProctoringPolicy
from learnup_desktop.lockdown.guard import ClosingReport

QUIET_KINDS = frozenset(
    {
        IntegrityKind.WORKER_GAP,
        IntegrityKind.EVIDENCE_GAP,
        IntegrityKind.VIRTUAL_MACHINE,
        IntegrityKind.PRESENCE_CHECK,
    }
)
"""Recorded, but nothing that the student could do anything about in the middle of an exam, or said elsewhere."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something that was noticed, or that a teacher said, as the student may read it.

    Attributes:
        kind: None for a teacher's words.
        started_ms, ended_ms: server time in epoch milliseconds; ``ended_ms`` None while it goes on.
        message: a teacher's words.
        detail: as in the event.
    """

    id: str
    kind: IntegrityKind | None
    outcome: Outcome
    started_ms: int
    ended_ms: int | None = None
    light: int = 0
    message: str = ""
    detail: str = ""

    def seconds(self, now_ms: int) -> float:
        """How long it lasted, or has lasted."""
        return max(0, (self.ended_ms or now_ms) - self.started_ms) / 1000


def flag_of(event: IntegrityEvent) -> Flag:
    """An event as the student may read it."""
    return Flag(event.id, event.kind, event.outcome, event.started_ms, event.ended_ms, event.light, detail=event.detail)


def flags_of(entries: Iterable[JournalEntry]) -> tuple[Flag, ...]:
    """What a journal says was noticed, the last word on each. What had not ended when it was written has by now."""
    flags: dict[str, Flag] = {}
    for entry in entries:
        if entry.kind is EntryKind.INTEGRITY:
            try:
                flag = flag_of(IntegrityEvent.model_validate(entry.body))
            except ValidationError:
                continue
            flags[flag.id] = flag if flag.ended_ms is not None else replace(flag, ended_ms=flag.started_ms)
    return tuple(flags.values())


class FlagRecorder:
    """Takes events from camera and computer during one sitting.

    Args:
        record: puts an entry into the journal.
        policy: which kinds are watched at all for this student.
        now_ms: server time.
        on_told: called when there is something new to read.
    """

    def __init__(
        self,
        record: Callable[[EntryKind, dict[str, object]], None],
        policy: ProctoringPolicy,
        now_ms: Callable[[], int],
        on_told: Callable[[], None],
    ) -> None:
        self._record = record
        self._policy = policy
        self._now_ms = now_ms
        self._on_told = on_told
        self._flags: dict[str, Flag] = {}
        self._read: set[str] = set()
        self.closed = False

    # --- what comes in -----------------------------------------------------------------------------------------------

    def take_event(self, event: IntegrityEvent) -> None:
        """An event began or ended. What began before a teacher spared the student still ends in the journal."""
        if self.closed or not (self._policy.wants(event.kind) or event.id in self._flags):
            return
        self._record(EntryKind.INTEGRITY, event.to_wire())
        self._tell(flag_of(event))

    def take_gap(self, from_ms: int, to_ms: int, reason: str, what: str = "proctoring") -> None:
        """Something that should have been watched was not."""
        if not self.closed:
            self._record(EntryKind.GAP, {"what": what, "fromMs": from_ms, "toMs": to_ms, "reason": reason[:200]})

    def use_policy(self, policy: ProctoringPolicy) -> None:
        """Go on under other rules."""
        self._policy = policy

    def report(self, kind: IntegrityKind, detail: str, *, ago_ms: int = 0) -> ClosingReport:
        """Lockdown's way in; see ``lockdown.guard.Report``."""
        if kind is IntegrityKind.VIRTUAL_MACHINE and self._said_already(kind, detail):
            return lambda: None  # the same computer after a crash: told once
        event = IntegrityEvent(id=uuid7(), kind=kind, started_ms=self._now_ms() - ago_ms, detail=detail[:200])
        self.take_event(event)

        def close() -> None:
            self.take_event(event.model_copy(update={"ended_ms": self._now_ms()}))

        return close

    def say(self, message: str) -> None:
        """A teacher's words."""
        now = self._now_ms()
        flag = Flag(uuid7(), None, Outcome.OBSERVED, now, now, message=message)
        self._flags[flag.id] = flag
        self._on_told()

    # --- what the student reads --------------------------------------------------------------------------------------

    def unread(self) -> list[Flag]:
        """What to show now, newest last: what goes on, and what has ended but was not put away."""
        return [flag for flag in self._flags.values() if flag.id not in self._read and self._worth_telling(flag)]

    def put_away(self, flag_id: str) -> None:
        """The student has read it. One that still goes on comes back with its end."""
        flag = self._flags.get(flag_id)
        if flag is not None:
            self._read.add(flag_id)
            self._on_told()

    def all(self) -> list[Flag]:
        """Everything noticed, oldest first; for the page after the exam."""
        return [flag for flag in self._flags.values() if flag.kind is not None]

    def restore(self, entries: Iterable[JournalEntry]) -> None:
        """Take over what an earlier run of the client journaled; the student has seen it then."""
        for flag in flags_of(entries):
            self._flags[flag.id] = flag
            self._read.add(flag.id)

    def _said_already(self, kind: IntegrityKind, detail: str) -> bool:
        return any(flag.kind is kind and flag.detail == detail for flag in self._flags.values())

    def _tell(self, flag: Flag) -> None:
        before = self._flags.get(flag.id)
        self._flags[flag.id] = flag
        if before is not None and before.ended_ms is None and flag.ended_ms is not None:
            self._flags[flag.id] = self._flags.pop(flag.id)
        self._on_told()

    def _worth_telling(self, flag: Flag) -> bool:
        if flag.kind in QUIET_KINDS:
            return False
        # While the exam is not in front there is nobody to read it.
        return flag.kind is not IntegrityKind.FOCUS_LOST or flag.ended_ms is not None
