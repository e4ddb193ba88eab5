"""One meeting from joining to leaving: what is tried, what counts as lost, and when it is over.

Every try loads the host page anew: whatever state a dead renderer, a sleep or a lost line left in it is gone with it.
"""

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from learnup_desktop.base.log import get_logger
from learnup_desktop.meeting import commands, low_line, rejoin
from learnup_desktop.meeting.bridge import MeetingBridge
from learnup_desktop.meeting.commands import Command
from learnup_desktop.meeting.events import (
    Alive,
    ApiMissing,
    AudioMuted,
    ConferenceJoined,
    ErrorOccurred,
    HandRaised,
    PageEvent,
    ParticipantKicked,
    PasswordRequired,
    PeerConnectionFailure,
    ReadyToClose,
    RecordingChanged,
    SharingChanged,
    SuspendDetected,
    VideoMuted,
)
from learnup_desktop.meeting.join_options import meeting_options
from learnup_desktop.meeting.messages import OVER, Join, State, Ticket, Told
from learnup_desktop.meeting.people import MeetingPeople
from learnup_desktop.meeting.web_page import MeetingPage

_log = get_logger(__name__)

HANGUP_SECONDS = 1.5
"""For Jitsi to tell the others; then we are gone, told or not."""

TICKET_MARGIN_SECONDS = 30.0
SLEPT_SECONDS = 15.0
"""The wall clock went so much further than ours between two beats: the computer was asleep."""


class MeetingSession(QObject):
    """See the module.

    Args:
        page: where the host page is loaded; its bridge is this session's.
        join: what to join.

    Attributes:
        told: how it stands now.
        people: who is in.
        changed: ``told`` is another.
        people_changed: ``people`` is another.
        happened: with every event, for what only concerns the window.
        ticket_wanted: a new ticket is needed, to be given by :meth:`renew`.
    """

    changed = Signal()
    people_changed = Signal()
    happened = Signal(object)
    ticket_wanted = Signal()

    def __init__(self, page: MeetingPage, join: Join, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._join = join
        self._ticket = join.ticket
        self._mode: low_line.Mode = join.low_line
        self._rejoin = rejoin.Rejoin()
        self._beats = 0
        self._answered = 0
        self._clocks = (time.time(), time.monotonic())
        self._leaving: State | None = None
        self._opened = False
        self.told = Told(state="connecting")
        self.people = MeetingPeople()
        self.bridge = MeetingBridge(page)
        self.bridge.page_opened.connect(self._page_opened)
        self.bridge.happened.connect(self._happened)
        page.renderProcessTerminated.connect(lambda *_: self.lost("renderer"))
        page.loadFinished.connect(self._loaded)
        self._retry = self._timer(self._try, single=True)
        self._patience = self._timer(lambda: self.lost("slow"), single=True)
        self._heart = self._timer(self._beat)
        self._goodbye = self._timer(self._said_goodbye, single=True)

    def _timer(self, call: Callable[[], object], *, single: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(single)
        timer.timeout.connect(call)
        return timer

    # -- what the window asks -----------------------------------------------------------------------------------------

    @property
    def over(self) -> bool:
        """Whether nothing is tried any more."""
        return self.told.state in OVER

    @property
    def mode(self) -> low_line.Mode:
        """What is asked of the line."""
        return self._mode

    def start(self) -> None:
        """Join."""
        self._heart.start(round(rejoin.BEAT_SECONDS * 1000))
        self._try()

    def do(self, *orders: Command) -> None:
        """Give commands."""
        self.bridge.do(*orders)

    def set_mode(self, mode: low_line.Mode) -> None:
        """Ask more or less of the line."""
        self._mode = mode
        if self.told.state == "joined":
            self.do(*low_line.asks(mode))
        self.changed.emit()

    def give_password(self, words: str) -> None:
        """Answer the question for the room's password."""
        self.do(commands.password(words))
        self._tell(state="connecting")
        self._patience.start(round(rejoin.JOINED_WITHIN_SECONDS * 1000))

    def leave(self, *, for_all: bool = False) -> None:
        """Leave, for everybody if a moderator says so."""
        if self.over or self._leaving is not None:
            return
        self._leaving = "ended" if for_all else "left"
        if self.told.state not in ("joined", "waiting"):
            self._said_goodbye()
            return
        self.do(commands.end_conference if for_all else commands.hangup)
        self._goodbye.start(round(HANGUP_SECONDS * 1000))

    def again(self) -> None:
        """Try at once: the person wants to, or the network is back."""
        if self._retry.isActive() or self.told.state in ("unreachable", "insecure"):
            self._try()

    def rejoin_after_leaving(self) -> None:
        """Join anew after it was over; the last ticket is asked to be replaced."""
        if self.told.state in OVER:
            self._leaving = None
            self._rejoin = rejoin.Rejoin()
            self._heart.start(round(rejoin.BEAT_SECONDS * 1000))
            self._tell(state="connecting")
            self.ticket_wanted.emit()

    def renew(self, ticket: Ticket | None, *, refused: bool = False) -> None:
        """The answer to ``ticket_wanted``."""
        if self.over or self._leaving is not None:
            return
        if ticket is not None and ticket.domain != self._ticket.domain:
            # The page was made for one host, and lets in no other.
            self._finish("refused", "host")
        elif ticket is not None:
            self._ticket = ticket
            self._load()
        elif refused:
            self._finish("refused", "ticket")
        else:
            self.lost("ticket")

    # -- trying -------------------------------------------------------------------------------------------------------

    def lost(self, reason: str) -> None:
        """The meeting is not there, or no longer: try again soon."""
        if self.over or self._leaving is not None or self._retry.isActive():
            return
        _log.info("meeting lost: %s", reason)
        self.bridge.forget()
        self._patience.stop()
        delay = self._rejoin.lost(time.monotonic()) * (1.0 + random.random() / 4)
        if self._rejoin.line_is_poor and self._mode == "auto":
            self._mode = "saving"
        self._answered = self._beats
        long = self._rejoin.is_long(time.monotonic())
        state: State = self.told.state
        if state != "insecure":
            state = "unreachable" if long else "reconnecting" if self.told.state != "connecting" else "connecting"
        self.people.leave()
        self.people_changed.emit()
        self._tell(state=state, reason=reason, sharing=False, recording=False, hand_raised=False)
        self._retry.start(round(delay * 1000))

    def refuse_insecure(self) -> None:
        """The host's certificate is not good: said as such; it may be mended while we wait."""
        self._tell(state="insecure", reason="certificate")

    def _try(self) -> None:
        self._retry.stop()
        if self.over or self._leaving is not None:
            return
        left = (self._ticket.expires_at - datetime.now(UTC)).total_seconds()
        if left < TICKET_MARGIN_SECONDS:
            self._patience.start(round(rejoin.JOINED_WITHIN_SECONDS * 1000))
            self.ticket_wanted.emit()
            return
        self._load()

    def _load(self) -> None:
        self._retry.stop()
        self._patience.start(round(rejoin.JOINED_WITHIN_SECONDS * 1000))
        self._opened = False
        self._page.open_host_page()

    def _loaded(self, ok: bool) -> None:
        # What fails once the page is there is a navigation that was refused to the meeting.
        if not ok and not self._opened:
            self.lost("page")

    def _page_opened(self) -> None:
        self._opened = True
        if self.over or self._leaving is not None:
            return
        # After the first joining the person's own mute and camera hold, not what was chosen before it.
        again = self.told.people > 0 or self._rejoin.tries > 0
        on = (not self.told.audio_muted, not self.told.video_muted) if again else None
        self.bridge.join(self._ticket.domain, meeting_options(self._join, self._ticket, on))

    def _beat(self) -> None:
        wall, steady = time.time(), time.monotonic()
        slept = (wall - self._clocks[0]) - (steady - self._clocks[1]) > SLEPT_SECONDS
        slept = slept or steady - self._clocks[1] > SLEPT_SECONDS + rejoin.BEAT_SECONDS
        self._clocks = wall, steady
        if self.told.state != "joined":
            return
        if slept:
            self.lost("slept")
        elif self._beats - self._answered >= rejoin.MISSED_BEATS:
            self.lost("no answer")
        else:
            self._beats += 1
            self.bridge.ask_alive(self._beats)

    # -- what the page tells ------------------------------------------------------------------------------------------

    def _happened(self, event: PageEvent) -> None:
        if self.people.heed(event):
            self.people_changed.emit()
        match event:
            case Alive():
                self._answered = max(self._answered, min(event.number, self._beats))
            case ConferenceJoined():
                self._joined()
            case AudioMuted():
                self._tell(audio_muted=event.muted)
            case VideoMuted():
                self._tell(video_muted=event.muted)
            case SharingChanged():
                self._tell(sharing=event.on)
            case RecordingChanged():
                self._tell(recording=event.on)
            case HandRaised():
                me = self.people.me
                self._tell(hand_raised=bool(me and me.hand))
            case _:
                self._trouble(event)
        if len(self.people.people) != self.told.people:
            self._tell(people=len(self.people.people))
        self.happened.emit(event)

    def _trouble(self, event: PageEvent) -> None:
        match event:
            case ApiMissing():
                self.lost("api")
            case SuspendDetected():
                self.lost("suspend")
            case PeerConnectionFailure() if not event.peer_to_peer:  # else Jitsi goes on through its bridge
                self.lost("media")
            case PasswordRequired():
                self._wait_for_person("password")
            case ParticipantKicked() if event.kicked.local:
                self._finish("removed")
            case ReadyToClose():
                self._finish(self._leaving or "left")
            case ErrorOccurred():
                self._error(event)

    def _error(self, event: ErrorOccurred) -> None:
        name = event.error.name
        if name in rejoin.WAITING_ERRORS:
            self._wait_for_person("waiting")
        elif name in rejoin.PASSWORD_ERRORS:
            self._wait_for_person("password")
        elif name in rejoin.FINAL_ERRORS:
            self._finish(rejoin.FINAL_ERRORS[name], name)
        elif event.error.fatal:
            self.lost(name)

    def _wait_for_person(self, state: State) -> None:
        """In the lobby or before a password nothing is late."""
        self._patience.stop()
        self._tell(state=state)

    def _joined(self) -> None:
        self._patience.stop()
        self._retry.stop()
        self._answered = self._beats
        self._clocks = time.time(), time.monotonic()
        self._rejoin.joined(time.monotonic())
        self._tell(state="joined", reason="")
        if self._mode != "auto":
            self.do(*low_line.asks(self._mode))

    # -- the end ------------------------------------------------------------------------------------------------------

    def _said_goodbye(self) -> None:
        self._finish(self._leaving or "left")

    def _finish(self, state: State, reason: str = "") -> None:
        if self.over:
            return
        for timer in (self._retry, self._patience, self._heart, self._goodbye):
            timer.stop()
        self.people.leave()
        self.people_changed.emit()
        self._tell(state=state, reason=reason, sharing=False, recording=False, hand_raised=False, people=0)

    def _tell(self, **changes: object) -> None:
        told = self.told.model_copy(update=changes)
        if told != self.told:
            self.told = told
            self.changed.emit()
