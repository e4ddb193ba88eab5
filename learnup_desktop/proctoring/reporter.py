"""Events on their way out: each opened and closed event becomes a message, with its evidence beside it."""

from pathlib import Path

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.integrity import IntegrityEvent, IntegrityKind, Outcome, ProctoringPolicy
from learnup_desktop.contract.wire import base64url_decode
from learnup_desktop.domain.integrity import Change, IntegrityRules
from learnup_desktop.face.analyser import Image
from learnup_desktop.proctoring.channel import Outbox
from learnup_desktop.proctoring.evidence import EvidenceDiskFullError, EvidenceKeeper
from learnup_desktop.proctoring.messages import (
    Configure,
    EventClosed,
    EventOpened,
    EvidenceItem,
    EvidenceStored,
    Fault,
    FaultKey,
    KeepEvidence,
)
from learnup_desktop.proctoring.pipeline import Look

PICTURED = frozenset(
    {
        IntegrityKind.NO_FACE,
        IntegrityKind.MULTIPLE_FACES,
        IntegrityKind.IDENTITY_MISMATCH,
        IntegrityKind.LOOKING_AWAY,
        IntegrityKind.SPOOF_SUSPECTED,
        IntegrityKind.CAMERA_COVERED,
    }
)
"""Kinds of which a picture says something."""


class EventReporter:
    """Tells the client about events and keeps their pictures.

    Args:
        configure: where evidence goes, or that there is none.
        outbox: messages to the client.

    Attributes:
        lost_because: why there was last no picture (a ``FaultKey``); the detail of ``camera_lost``. The event is told
            twice, so its end carries what was found out in between.
    """

    def __init__(self, configure: Configure, outbox: Outbox) -> None:
        self._outbox = outbox
        self._policy = configure.policy
        self._keeper = _keeper(
            configure.policy, configure.evidence_folder, configure.evidence_key, configure.evidence_quota
        )
        self._full = False
        self.lost_because = ""

    def keep_evidence(self, command: KeepEvidence) -> None:
        """Keep pictures there from now on."""
        self._keeper = _keeper(self._policy, command.folder, command.key, command.quota)
        self._full = False

    def remember(self, rules: IntegrityRules, image: Image, look: Look) -> None:
        """While something is suspicious, keep pictures in memory: an event opens when it has already lasted."""
        if self._keeper is not None and not self._full and any(rules.suspicious(kind) for kind in PICTURED):
            self._keeper.remember(look.observation.at, image, look.faces)

    def tell(self, changes: list[Change]) -> None:
        """Send what opened and what closed."""
        for change in changes:
            event = change.event
            if event.kind is IntegrityKind.CAMERA_LOST and not event.detail:
                event = event.model_copy(update={"detail": self.lost_because})
            if change.opened:
                self._outbox.send(EventOpened(event=event))
                self._first_picture(event)
            else:
                items = self._keeper.closed(event.id) if self._keeper is not None else ()
                hashes = tuple(item.sha256 for item in items)
                self._outbox.send(EventClosed(event=event.model_copy(update={"evidence": hashes}), evidence=items))

    def picture(self, rules: IntegrityRules, image: Image, look: Look) -> None:
        """Keep a picture of every open event that this look still shows."""
        for kind in rules.open_kinds & PICTURED:
            event = rules.running_event(kind)
            if self._keeper is None or self._full or event is None or not rules.suspicious(kind):
                continue
            try:
                items = self._keeper.during(event.id, kind, look.observation.at, image, look.faces)
            except EvidenceDiskFullError as error:
                self._give_up(event, str(error))
            else:
                self._stored(event, items)

    def _first_picture(self, event: IntegrityEvent) -> None:
        if self._keeper is None or self._full or event.kind not in PICTURED:
            return
        try:
            items = self._keeper.opened(event.id, event.kind, event.started_ms / 1000)
        except EvidenceDiskFullError as error:
            self._give_up(event, str(error))
        else:
            self._stored(event, items)

    def _stored(self, event: IntegrityEvent, items: list[EvidenceItem]) -> None:
        for item in items:
            self._outbox.send(EvidenceStored(event_id=event.id, item=item))

    def _give_up(self, event: IntegrityEvent, detail: str) -> None:
        """No room: say so once, record the gap, go on watching."""
        self._full = True
        at_ms = self._outbox.now_ms()
        self._outbox.send(Fault(key=FaultKey.EVIDENCE_DISK_FULL, detail=detail[:200], at_ms=at_ms))
        gap = IntegrityEvent(
            id=uuid7(),
            kind=IntegrityKind.EVIDENCE_GAP,
            outcome=Outcome.COULD_NOT_SEE,
            started_ms=min(event.started_ms, at_ms),
            ended_ms=at_ms,
            detail="disk_full",
        )
        self._outbox.send(EventClosed(event=gap))


def _keeper(policy: ProctoringPolicy, folder: str, key: str, quota: int) -> EvidenceKeeper | None:
    if not (policy.evidence and folder and key):
        return None
    return EvidenceKeeper(Path(folder), base64url_decode(key), policy, quota=quota)
