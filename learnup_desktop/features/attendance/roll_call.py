"""Roll call in the attendance page's terms: who may be matched, what was proposed, what the teacher said to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from learnup_desktop.contract.wire import base64url_decode
from learnup_desktop.proctoring.roll_call import RollCallProcess
from learnup_desktop.proctoring.roll_messages import (
    Begin,
    RollFault,
    RollMessage,
    RollPerson,
    RollProposal,
    RollReady,
    RollRested,
    RollSeen,
)

if TYPE_CHECKING:
    from learnup_desktop.contract.face import ClassGallery
    from learnup_desktop.store.galleries import GalleryStore

SURE = 550
"""Likeness in thousandths from which "confirm all sure ones" takes a proposal: one person stays over 0.55 in the
measurements behind ``face.identity.IDENTITY_THRESHOLD``, strangers stay under 0.24."""
NOT_LIVE = 200
"""Liveness in thousandths under which a proposal may be a picture of somebody, and is never confirmed with others."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal with both pictures (JPEG; empty when there is none). ``people``: who it may be, most alike first."""

    id: str
    people: tuple[str, ...]
    certain: bool
    likeness: int
    next_likeness: int
    agreeing: int
    looks: int
    may_be_picture: bool
    seen: bytes
    enrolled: bytes

    @property
    def sure(self) -> bool:
        """Whether it may be confirmed together with others."""
        return self.certain and self.likeness >= SURE and not self.may_be_picture


@dataclass(slots=True)
class RollCallState:
    """What the page shows.

    Attributes:
        phase: ``idle``, ``starting``, ``ready`` (waits for pictures) or ``looking``.
        fault: key of what went wrong last; empty when nothing did.
        without: students of the roll who have no template that can be matched: by hand or by card.
    """

    phase: str = "idle"
    fault: str = ""
    proposals: list[Proposal] = field(default_factory=list)
    unknown: int = 0
    faces: int = 0
    without: frozenset[str] = frozenset()


class RollCall:
    """One lesson's roll call.

    Args:
        galleries: sealed galleries of the account.
        models_root: where face models are.
        camera: names the room's camera.
        process: makes the child process; tests pass their own.
        provider: what runs the models, see ``face.analyser.choose_providers``.
    """

    def __init__(
        self,
        galleries: "GalleryStore",
        models_root: Callable[[], Path],
        camera: Callable[[], str],
        process: Callable[[Callable[[RollMessage], None]], RollCallProcess] = RollCallProcess,
        provider: Callable[[], str] = lambda: "cpu",
    ) -> None:
        self._galleries = galleries
        self._models_root = models_root
        self._camera = camera
        self._make = process
        self._provider = provider
        self._process: RollCallProcess | None = None
        self._people: dict[str, bytes] = {}
        self._answered: set[tuple[str, ...]] = set()
        self._seen: Sequence[RollProposal] = ()
        self._waiting = 0
        self.state = RollCallState()
        self.on_changed: Callable[[], None] = lambda: None

    async def open(self, class_id: str, students: Sequence[str]) -> RollCallState:
        """Start looking for who of these students has a template; everybody else is in ``without``."""
        await self.close()
        gallery = await self._galleries.get(class_id)
        wanted = self._begin(gallery, frozenset(students))
        self.state = RollCallState(
            phase="starting" if wanted.people else "idle",
            fault="" if wanted.people else "no_templates",
            without=frozenset(students) - frozenset(self._people),
        )
        self._answered.clear()
        self._seen = ()
        self._waiting = 0
        if wanted.people:
            self._process = self._make(self._hear)
            self._process.start(wanted)
        return self.state

    def photos(self, paths: Sequence[Path]) -> None:
        """Look at photographs of the room."""
        if self._process is not None:
            for path in paths:
                self._process.photo(path)
                self._waiting += 1
            self._set_phase("looking")

    def watch(self) -> None:
        """Watch the room's camera."""
        if self._process is not None:
            self._process.camera(self._camera())
            self._waiting += 1
            self._set_phase("looking")

    def rest(self) -> None:
        """Give the camera back; what was seen stays."""
        if self._process is not None:
            self._process.rest()

    def answer(self, proposal: Proposal) -> None:
        """The teacher has said yes or no to it: it does not come again."""
        self._answered.add(_key(proposal.people, proposal.certain))
        self._rebuild()
        self.on_changed()

    def stop(self) -> None:
        """Let the camera go dark at once; :meth:`close` waits until it is."""
        if self._process is not None:
            self._process.stop()

    async def close(self) -> None:
        """End it; nothing of it is kept."""
        process, self._process = self._process, None
        if process is not None:
            await process.close()
        self._people = {}
        self.state = RollCallState()

    # -- inside -------------------------------------------------------------------------------------------------------

    def _begin(self, gallery: "ClassGallery | None", students: frozenset[str]) -> Begin:
        # A student who left the class since the gallery came is not on the roll and must not be matched.
        people = [person for person in gallery.people if person.student_id in students] if gallery is not None else []
        self._people = {person.student_id: person.photo for person in people}
        return Begin(
            people=tuple(
                RollPerson(person=person.student_id, model=person.model, templates=tuple(person.templates))
                for person in people
            ),
            models_root=str(self._models_root()),
            provider=self._provider(),
        )

    def _hear(self, message: RollMessage) -> None:
        if isinstance(message, RollReady):
            self.state.without |= frozenset(message.left_out)
            if self.state.phase == "starting":
                self._set_phase("ready")
        elif isinstance(message, RollSeen):
            self._seen = message.proposals
            self.state.unknown, self.state.faces = message.unknown, message.faces
            self.state.fault = ""
            self._rebuild()
        elif isinstance(message, RollRested):
            self._waiting = max(0, self._waiting - 1)
            if self._waiting == 0:
                self._set_phase("ready")
        elif isinstance(message, RollFault):
            self.state.fault = message.key
            if message.key in ("models_missing", "models_unusable", "worker_crashed", "worker_cannot_start"):
                self._set_phase("idle")
        self.on_changed()

    def _set_phase(self, phase: str) -> None:
        self.state.phase = phase
        self.on_changed()

    def _rebuild(self) -> None:
        made = [self._proposal(seen) for seen in self._seen]
        self.state.proposals = [item for item in made if _key(item.people, item.certain) not in self._answered]

    def _proposal(self, seen: RollProposal) -> Proposal:
        people = (seen.person,) if seen.person else seen.candidates
        return Proposal(
            id=seen.id,
            people=people,
            certain=bool(seen.person),
            likeness=seen.likeness,
            next_likeness=seen.next_likeness,
            agreeing=seen.agreeing,
            looks=seen.looks,
            may_be_picture=seen.live is not None and seen.live < NOT_LIVE,
            seen=base64url_decode(seen.picture),
            enrolled=self._people.get(people[0], b"") if people else b"",
        )


def _key(people: Sequence[str], certain: bool) -> tuple[str, ...]:
    return tuple(people) if certain else ("", *sorted(people))
