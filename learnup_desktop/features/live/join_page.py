"""Before a live class: when it may be joined, and camera, microphone and speaker chosen and tried out.

Nobody is heard or seen unless they said so here. What is tried stays on this computer; the devices are let go of before
the meeting takes them, and whenever this page is left.
"""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.base.settings import Settings
from learnup_desktop.contract.meetings import MeetingTicket
from learnup_desktop.domain.engagements import Engagement
from learnup_desktop.domain.meetings import Joinable
from learnup_desktop.features.live.devices import Devices
from learnup_desktop.features.live.panel_widgets import DevicePanel
from learnup_desktop.features.live.routes import MEETING_ROUTE
from learnup_desktop.features.live.service import LessonView, LiveService
from learnup_desktop.qt import i18n
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Banner,
    Card,
    Column,
    CountdownLabel,
    EmptyState,
    Label,
    PageFrame,
    Pill,
    PrimaryButton,
    Row,
    StateStack,
    WrapLabel,
    show_if,
)


class JoinPage(PageFrame):
    """The way into one lesson's meeting.

    Args:
        service: live classes of the account.
        context: the frame.
        devices: this computer's.
        settings: remembers which devices were chosen.
    """

    def __init__(self, service: LiveService, context: PageContext, devices: Devices, settings: Settings) -> None:
        super().__init__()
        self._service = service
        self._context = context
        self._lesson_id = ""
        self._view: LessonView | None = None
        self._online = True
        self._refused: LearnUpError | None = None
        self.tasks = TaskScope(self)
        self.panel = DevicePanel(devices, settings)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        self.banner = Banner("", tone="caution")
        self.banner.hide()
        content = QWidget()
        Column(content, gap=4).add(self.banner, self._make_head(), self.panel)
        self.stack = StateStack(content, empty=EmptyState(icon="video-off-outline"), skeleton_rows=4)
        self.stack.retry_requested.connect(self.reload)
        self.stack.empty_action_requested.connect(lambda: self._context.navigate("timetable"))
        self.add(self.stack)
        self.finish()

    def _make_head(self) -> Card:
        self._title = WrapLabel("", "title")
        self._facts = WrapLabel("", "body", "text-muted")
        self._pill = Pill()
        self.countdown = CountdownLabel(self._seconds_left, caution_at=0)
        self.countdown.expired.connect(self._begun)
        self._opens = Label("", "caption", "text-muted")
        self._name = WrapLabel("", "body")
        self._hint = WrapLabel("", "caption", "text-muted")
        self.join = PrimaryButton(icon="video-outline")
        self.join.setObjectName("join-live-class")
        self.join.clicked.connect(self._join)
        card = Card(gap=3)
        words, wait = Column(gap=2), Row(gap=2)
        wait.add(self._pill, self._opens, self.countdown)
        wait.addStretch(1)
        words.add(self._title, self._facts)
        words.addLayout(wait)
        words.add(self._name, self._hint)
        across = Row(gap=4)
        across.addLayout(words, 1)
        across.addWidget(self.join, 0, Qt.AlignmentFlag.AlignVCenter)
        card.add(across)
        return card

    # -- frame --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.join.setText(self.tr("Join"))
        self.panel.retranslate()
        if self._view is not None:
            self._show(self._view)

    def activated(self, parameters: dict[str, object]) -> None:
        """Show the lesson of ``lesson_id``; its meeting, if that goes on already."""
        lesson_id = str(parameters.get("lesson_id", self._lesson_id))
        visit = self._service.visit
        if visit is not None:
            # In the next turn: the frame is in the middle of coming here.
            QTimer.singleShot(0, self, partial(self._context.navigate, MEETING_ROUTE, lesson_id=visit.ticket.lesson_id))
            return
        if lesson_id != self._lesson_id:
            self._view = None
            self.panel.forget_choices()
        self._lesson_id, self._refused = lesson_id, None
        self.reload()

    def deactivated(self) -> None:
        """Let go of the devices."""
        self.panel.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        # Not when the window is put away for a moment, which is the system's doing.
        if not event.spontaneous():
            self.panel.stop()
        super().hideEvent(event)

    def data_changed(self, streams: frozenset[str]) -> None:
        """The cache was updated."""
        if "lessons" in streams and self.isVisible():
            self.reload()

    def connection_changed(self, online: bool) -> None:
        """The platform is reached, or is not."""
        self._online = online
        if self._view is not None:
            self._show(self._view)

    def reload(self) -> None:
        """Read the cache again."""
        self.stack.show_loading()
        load = partial(self._service.lesson, self._lesson_id)
        self.tasks.latest("load", load, on_success=self._loaded, on_failure=self.stack.show_error)

    # -- the lesson ---------------------------------------------------------------------------------------------------

    def _loaded(self, view: LessonView | None) -> None:
        if view is None:
            return  # still loading: the first pull is on its way, or waits for a network as the pill says
        self._show(view)
        able = view.standing in (Joinable.OPEN, Joinable.TOO_EARLY)
        busy = self._service.engagements.in_the_way(Engagement.MEETING) is not None
        if able and not busy and self.isVisible():
            self.panel.start()

    def _show(self, view: LessonView) -> None:
        self._view = view
        if view.standing not in (Joinable.OPEN, Joinable.TOO_EARLY):
            self.panel.stop()
            self._show_closed(view)
            return
        lesson, language = view.lesson, i18n.language()
        names = (lesson.subject.text(language), lesson.topic.text(language))
        self._title.setText(" — ".join(part for part in names if part))
        times = i18n.format_time_range(lesson.starts_at, lesson.ends_at)
        facts = (lesson.class_name.text(language), lesson.teacher_name, times)
        self._facts.setText(" · ".join(part for part in facts if part))
        self._name.setText(self.tr("You join as {name}.").format(name=self._service.name))
        early = view.standing is Joinable.TOO_EARLY
        if early:
            self._pill.set(self.tr("Not open yet"), "neutral")
        elif lesson.meeting_open:
            self._pill.set(self.tr("The teacher is there"), "positive")
        else:
            self._pill.set(self.tr("Open"), "accent")
        opens = i18n.format_moment(view.window.opens_at, self._service.now())
        self._opens.setText(self.tr("Opens {time}").format(time=opens))
        show_if(self._opens, early)
        show_if(self.countdown, early)
        self.countdown.refresh()
        self._hint.setText(self._hint_text(view))
        self.join.setEnabled(not early and self._online and not self.tasks.busy("join"))
        self._show_banner()
        self.stack.show_content()

    def _hint_text(self, view: LessonView) -> str:
        if view.standing is Joinable.TOO_EARLY:
            return self.tr("Until then, try your camera and your microphone. You can leave this page open.")
        if self._service.teaches:
            return self.tr("When you join, your students are told that the class begins.")
        if not view.lesson.meeting_open:
            return self.tr("The teacher has not come yet. You can go in and wait.")
        return self.tr("The name cannot be changed, so that everybody knows who is who.")

    def _show_closed(self, view: LessonView) -> None:
        empty, to_timetable = self.stack.empty, self.tr("Open the timetable")
        if view.standing is Joinable.CANCELLED:
            note = view.lesson.note.text(i18n.language()) if view.lesson.note is not None else ""
            title, text = self.tr("This lesson was cancelled"), note
        elif view.standing is Joinable.NOT_ONLINE:
            title = self.tr("This lesson is held in a room")
            text = self.tr("Room: {room}").format(room=view.lesson.room)
        else:
            title = self.tr("This lesson is over")
            text = self.tr("If it was recorded, you find it under Recordings.")
        empty.set(title, text, icon="video-off-outline", action=to_timetable)
        self.stack.show_empty()

    def _show_banner(self) -> None:
        engaged = self._service.engagements.in_the_way(Engagement.MEETING) is not None
        if engaged:
            text = self.tr("Finish it first; the class can be joined after that.")
            self.banner.set(self.tr("An exam is open on this computer"), text, "caution")
            self.join.setEnabled(False)
        elif not self._online:
            text = self.tr("You can join as soon as there is one. What you chose here stays.")
            self.banner.set(self.tr("A live class needs a network"), text, "caution")
        elif self._refused is not None:
            said = i18n.translate_error(self._refused)
            self.banner.set(said.title, f"{said.advice} ({self._refused.code})", "caution")
        show_if(self.banner, engaged or not self._online or self._refused is not None)

    def _seconds_left(self) -> float:
        if self._view is None:
            return 0.0
        return (self._view.window.opens_at - self._service.now()).total_seconds()

    def _begun(self) -> None:
        if self._view is not None and self._view.standing is Joinable.TOO_EARLY:
            self.reload()

    # -- joining ------------------------------------------------------------------------------------------------------

    def _join(self) -> None:
        if self.tasks.busy("join"):
            return
        self._refused = None
        self.join.setEnabled(False)
        self.join.setText(self.tr("Joining…"))
        ask = partial(self._service.ticket, self._lesson_id)
        self.tasks.latest("join", ask, on_success=self._go_in, on_failure=self._not_in)

    def _go_in(self, ticket: MeetingTicket) -> None:
        self.join.setText(self.tr("Join"))
        if ticket.lesson_id != self._lesson_id or not self.isVisible():
            return
        choices = self.panel.choices()
        # The meeting opens them next; a camera has one user at a time.
        self.panel.stop()
        self._context.navigate(MEETING_ROUTE, ticket=ticket, choices=choices)

    def _not_in(self, error: LearnUpError) -> None:
        self._refused = error
        self.join.setText(self.tr("Join"))
        self.reload()
