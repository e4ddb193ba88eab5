"""A meeting that goes on: between its process, the platform's tickets and the stay that is kept. Without Qt.

The window is the process's own; here is who feeds it and who writes down when we were in.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING

from pydantic import SecretStr, ValidationError

from learnup_desktop.base.background import spawn
from learnup_desktop.base.errors import (
    LearnUpError,
    NetworkError,
    PlatformUnavailableError,
    ProtocolError,
    StorageError,
)
from learnup_desktop.base.log import get_logger
from learnup_desktop.contract.meetings import MeetingTicket
from learnup_desktop.domain.meetings import JoinChoices
from learnup_desktop.meeting.messages import (
    BackToClient,
    Devices,
    Gone,
    Join,
    Look,
    MaterialTitle,
    NewLook,
    NewTicket,
    OpenMaterial,
    Presence,
    Press,
    Pupil,
    Report,
    Ticket,
    TicketWanted,
    Told,
)
from learnup_desktop.meeting.process import MeetingProcess

if TYPE_CHECKING:
    from learnup_desktop.features.live.service import LiveService, Visit

SEEN_EVERY_SECONDS = 30.0
_log = get_logger(__name__)

MakeProcess = Callable[[Callable[[Report], object]], MeetingProcess]


def ticket_for_window(ticket: MeetingTicket) -> Ticket:
    """The platform's ticket as the meeting's process takes it.

    Raises:
        ProtocolError: its host or room is none.
    """
    try:
        return Ticket(
            domain=ticket.domain,
            room=ticket.room,
            token=SecretStr(ticket.jwt),
            expires_at=ticket.expires_at,
            moderator=ticket.moderator,
        )
    except ValidationError:
        # Without its words: they would show the token.
        raise ProtocolError(detail="a ticket for no meeting") from None


def join_order(
    ticket: MeetingTicket,
    choices: JoinChoices,
    look: Look,
    roll: Sequence[Pupil] = (),
    materials: Sequence[MaterialTitle] = (),
) -> Join:
    """What the process is told first.

    Raises:
        ProtocolError: as :func:`ticket_for_window`.
    """
    names = (ticket.subject.text(look.language), ticket.class_name.text(look.language))
    devices = Devices(
        camera=choices.camera,
        microphone=choices.microphone,
        speaker=choices.speaker,
        audio_on=choices.audio_on,
        video_on=choices.video_on,
    )
    return Join(
        ticket=ticket_for_window(ticket),
        name=ticket.display_name,
        title=" · ".join(name for name in names if name),
        devices=devices,
        look=look,
        roll=tuple(roll),
        materials=tuple(materials),
    )


class LiveMeeting:
    """One meeting, from its window's opening to its end.

    Args:
        service: gives tickets, and begins the visit.
        ticket: what it is begun with.
        make_process: makes the process, told whom to report to.

    Attributes:
        told: how it stands.
        gone: None while the process runs; then whether it crashed.
        on_changed: called after every change of these.
        on_material: called with the id of a material that the person wants to read.
        on_back: called when the person goes back to the client.

    Raises:
        EngagedError: an exam goes on, or another meeting.
    """

    def __init__(self, service: "LiveService", ticket: MeetingTicket, make_process: MakeProcess) -> None:
        self._service = service
        self.ticket = ticket
        self._visit: Visit = service.enter(ticket)
        self._process = make_process(self._heard)
        self._tasks: set[asyncio.Task[None]] = set()
        # Coming and going are written down in the order in which they happened.
        self._noting = asyncio.Lock()
        self.told = Told(state="connecting")
        self.gone: bool | None = None
        self.on_changed: Callable[[], object] = lambda: None
        self.on_material: Callable[[str], object] = lambda _: None
        self.on_back: Callable[[], object] = lambda: None

    def start(self, join: Join) -> None:
        """Open the window. On a running loop, once."""
        self._process.start(join)
        self._spawn(self._keep_seen(), "stay in a live class")

    def press(self, press: Press) -> None:
        """A button of the client's own."""
        self._process.send(press)

    def follow_look(self, look: Look) -> None:
        """Theme, zoom or language have changed."""
        self._process.send(NewLook(look=look))

    async def close(self) -> None:
        """Leave, if that was not done, and end the process; returns when it is gone. Twice is harmless."""
        tasks = [task for task in self._tasks if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._process.close()
        await self._end(crashed=False)

    # -- what the process says ----------------------------------------------------------------------------------------

    def _heard(self, report: Report) -> None:
        match report:
            case Told():
                self._follow(report)
            case Presence():
                self._spawn(self._note(joined=report.joined), "join time of a live class")
            case TicketWanted():
                self._spawn(self._renew(), "ticket for a live class")
            case OpenMaterial():
                self.on_material(report.id)
            case BackToClient():
                self.on_back()
            case Gone():
                self._spawn(self._end(crashed=report.crashed), "end of a live class")

    def _follow(self, told: Told) -> None:
        before, self.told = self.told, told
        if told.state == "ended" and before.state != "ended" and self._service.teaches:
            self._spawn(self._say_ended(), "end of a live class for all")
        self.on_changed()

    async def _note(self, *, joined: bool) -> None:
        note = self._visit.joined if joined else self._visit.left
        try:
            async with self._noting:
                await note(self._service.now())
        except StorageError as error:
            _log.warning("a stay was not stored", reason=error.detail, code=error.code)

    async def _keep_seen(self) -> None:
        while self.gone is None:
            await asyncio.sleep(SEEN_EVERY_SECONDS)
            if self.told.state == "joined":
                try:
                    await self._visit.seen(self._service.now())
                except StorageError as error:
                    _log.warning("a stay was not stored", reason=error.detail, code=error.code)

    async def _renew(self) -> None:
        """A ticket for another join: one that cannot be had now is asked for again, one that is refused is not."""
        answer = NewTicket()
        try:
            self.ticket = await self._service.ticket(self.ticket.lesson_id)
            answer = NewTicket(ticket=ticket_for_window(self.ticket))
        except (NetworkError, PlatformUnavailableError) as error:
            _log.info("no ticket now", code=error.code)
        except LearnUpError as error:
            _log.warning("no ticket", reason=error.detail, code=error.code)
            answer = NewTicket(refused=True)
        self._process.send(answer)

    async def _say_ended(self) -> None:
        try:
            await self._service.end_for_all(self.ticket.lesson_id)
        except LearnUpError as error:
            # The lesson's time ends it on the platform, too.
            _log.warning("the end was not said", reason=error.detail, code=error.code)

    async def _end(self, *, crashed: bool) -> None:
        if self.gone is not None:
            return
        self.gone = crashed
        try:
            async with self._noting:
                await self._visit.close(self._service.now())
        except StorageError as error:
            _log.warning("the end of a stay was not stored", reason=error.detail, code=error.code)
        for task in tuple(self._tasks):
            if task is not asyncio.current_task():
                task.cancel()
        self.on_changed()

    def _spawn(self, work: Coroutine[object, object, None], name: str) -> None:
        task = spawn(work, name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
