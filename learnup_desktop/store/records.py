"""The values the store takes and gives. Plain dataclasses: they are on the start-up path, where pydantic costs."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from learnup_desktop.contract.attendance import Mark
    from learnup_desktop.contract.exams import AttemptStarted, Head

PUT_ANNOTATION = "annotation.put"
"""Kind of operation: body ``{"annotation": part}``, see ``store.annotations``."""
PUT_PLACE = "place.put"
"""Kind of operation: body ``{"place": ReadingPlace}``, one a material, the latest; see ``store.places``."""
PUT_PRESENCE = "presence.put"
"""Kind of operation: body ``{"lessonId", "id", "joinedMs", "leftMs"}``, see ``store.stays``."""
_TIMES = frozenset({"lease_expires_at", "started_at", "deadline"})
_KEYS = ("content_key", "evidence_key")


@dataclass(frozen=True, slots=True)
class AttemptMeta:
    """Everything a killed client needs to go on with an attempt, with or without a network. Sealed on disk.

    Attributes:
        state: the platform's word, a value of ``contract.exams.AttemptState``.
        policy: ``contract.integrity.ProctoringPolicy`` in wire form.
        content_key: 32 bytes that open the paper.
        evidence_key: 32 bytes that seal this attempt's evidence; None when the platform gave none.
        paper_sha256: which blob the paper is; empty until known.
        clock_offset_ms: server time minus this PC's wall clock at the last sample, the hint a resumed client starts
            with before it reaches the platform; None when there was no sample.
        clock_error_ms: half the round trip of that sample.
        assurance: what proctoring really ran, ``contract.integrity.Assurance``.
        question: the question last shown, to open there again.
        extra: what a feature wants kept with the attempt; JSON values.
    """

    attempt_id: str
    exam_id: str
    student_id: str
    device_id: str
    lease_token: str = field(repr=False)
    lease_expires_at: datetime
    started_at: datetime
    deadline: datetime
    state: str
    content_key: bytes = field(repr=False)
    policy: Mapping[str, Any] = field(default_factory=dict, repr=False)
    face_templates: tuple[str, ...] = field(default=(), repr=False)
    face_model: str | None = None
    paper_sha256: str = ""
    clock_offset_ms: int | None = None
    clock_error_ms: int | None = None
    assurance: str = "none"
    question: str = ""
    evidence_key: bytes | None = field(default=None, repr=False)
    extra: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def from_started(
        cls, started: "AttemptStarted", *, device_id: str, paper_sha256: str = "", assurance: str = "none"
    ) -> "AttemptMeta":
        """The meta of an attempt as the platform began or resumed it."""
        return cls(
            attempt_id=started.attempt_id,
            exam_id=started.exam_id,
            student_id=started.student_id,
            device_id=device_id,
            lease_token=started.lease.token,
            lease_expires_at=started.lease.expires_at,
            started_at=started.started_at,
            deadline=started.deadline,
            state=started.state.value,
            content_key=started.content_key,
            policy=started.policy.to_wire(),
            face_templates=tuple(started.face_templates),
            face_model=started.face_model,
            paper_sha256=paper_sha256,
            assurance=assurance,
            evidence_key=started.evidence_key,
        )

    def to_document(self) -> dict[str, Any]:
        """JSON-ready form, the one that is sealed."""
        document = asdict(self)
        for name in _KEYS:
            document[name] = document[name].hex() if document[name] is not None else None
        for name in _TIMES:
            document[name] = document[name].isoformat()
        return document

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "AttemptMeta":
        """Back from ``to_document``; fields that a newer version added are ignored."""
        known = {item.name for item in fields(cls)}
        values = {name: value for name, value in document.items() if name in known}
        for name in _TIMES:
            values[name] = datetime.fromisoformat(values[name])
        for name in _KEYS:
            values[name] = bytes.fromhex(values[name]) if values.get(name) is not None else None
        values["face_templates"] = tuple(values.get("face_templates", ()))
        return cls(**values)


@dataclass(frozen=True, slots=True)
class JournalProgress:
    """How far a journal has come: what this PC holds, and what the platform has acknowledged.

    Attributes:
        late: seqs of answers the platform received after the deadline: kept there, not counted.
    """

    attempt_id: str
    head: "Head"
    acknowledged: "Head"
    late: tuple[int, ...] = ()

    @property
    def waiting(self) -> int:
        """Entries that the platform does not hold yet."""
        return max(0, self.head.seq - self.acknowledged.seq)


@dataclass(frozen=True, slots=True)
class JournalRepair:
    """What repairing a damaged journal did: entries lost for good, and entries appended again after the damage."""

    attempt_id: str
    lost: int
    appended_again: int


BRING_EMERGENCY = "emergency.bring"
"""Kind of the operations that hand an emergency file to the platform."""
PUT_MARKS = "marks.put"
"""Kind of the operations that give marks (``store.marking``); known here, so that a start need not load the marks."""


class OperationState(StrEnum):
    """Where a local write stands."""

    WAITING = "waiting"
    ATTENTION = "attention"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class OperationError:
    """Why the platform refused an operation or it could not be sent: message key, support code and arguments.

    Attributes:
        parts: ids of the parts (marks) that were refused, when the platform took the others.
    """

    key: str
    code: str
    platform_code: str = ""
    detail: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Operation:
    """One write made on this PC that belongs on the platform.

    Attributes:
        id: UUIDv7; sent as ``Idempotency-Key``.
        kind: names the handler that sends it, as in ``attendance.put``.
        target: operations of one target go in the order they were added.
        body: JSON object; canonical (no floats), since its digest is what the platform must acknowledge.
        position: order of adding; 0 before it was added.
    """

    id: str
    kind: str
    target: str
    body: Mapping[str, Any]
    created_at: datetime
    position: int = 0
    tries: int = 0
    due_at: datetime | None = None
    state: OperationState = OperationState.WAITING
    error: OperationError | None = None
    settled_at: datetime | None = None

    @classmethod
    def new(cls, kind: str, target: str, body: Mapping[str, Any], created_at: datetime) -> "Operation":
        """An operation with an id of its own, not yet in the outbox."""
        from learnup_desktop.base.ids import uuid7

        return cls(id=uuid7(), kind=kind, target=target, body=body, created_at=created_at)

    @property
    def digest(self) -> str:
        """SHA-256 over canonical JSON of kind, target and body: what must be acknowledged before it is removed."""
        from learnup_desktop.base.canonical import canonical_json, sha256_hex

        return sha256_hex(canonical_json({"kind": self.kind, "target": self.target, "body": self.body}))


@dataclass(frozen=True, slots=True)
class OutboxCounts:
    """How many operations wait, and how many need a person."""

    waiting: int = 0
    attention: int = 0


@dataclass(frozen=True, slots=True)
class RollMarks:
    """The marks that stand on a lesson's roll: what the platform gave, under what was marked here.

    Attributes:
        standing: mark by student id, withdrawn ones included.
        waiting: ids of students whose standing mark is not on the platform yet.
        refused: ids of students whose mark the platform refused; it is kept and exportable.
    """

    lesson_id: str
    standing: "Mapping[str, Mark]"
    waiting: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """An account that signed in on this computer, offered again at sign-in and usable with no network.

    Attributes:
        key: names its folder and its entry in the vault; ``accounts.account_key``.
        signing_key: raw 32-byte Ed25519 key of the server, pinned when the account first signed in.
    """

    key: str
    server_url: str
    server_name: str
    account_id: str
    username: str
    name: str
    role: str
    language: str
    last_used: datetime
    signing_key_id: str = ""
    signing_key: bytes = b""


class StoreCondition(StrEnum):
    """In what state the account's own database was found."""

    FINE = "fine"
    RECOVERED = "recovered"
    RESTORED = "restored"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class StoreReport:
    """What opening the account's folder found; anything but ``FINE`` is told to the user, once.

    Attributes:
        condition: ``RECOVERED``: rows were read out of the damaged file; ``RESTORED``: rows came from the latest
            backup (too); ``LOST``: nothing could be read.
        rows: rows brought over.
        kept: where the damaged file was put aside.
        backup_at: when the backup used was made.
        repairs: journals that had to be mended.
    """

    condition: StoreCondition = StoreCondition.FINE
    rows: int = 0
    kept: Path | None = None
    backup_at: datetime | None = None
    repairs: tuple[JournalRepair, ...] = ()
