"""The class that goes on, seen from the client: how it stands, the buttons of its bar, and the way back to its window.

The meeting has a window of its own, with people, hands, chat and materials beside it. Leaving this page leaves the
class on: it goes on behind its bar.
"""

from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.base.settings import REDUCE_MOTION, THEME, ZOOM_PERCENT, Settings
from learnup_desktop.contract.classes import Material, RollStudent
from learnup_desktop.contract.meetings import MeetingTicket
from learnup_desktop.domain.meetings import JoinChoices
from learnup_desktop.features.live.meeting import LiveMeeting, MakeProcess, join_order
from learnup_desktop.features.live.routes import JOIN_ROUTE
from learnup_desktop.features.live.service import LiveService
from learnup_desktop.meeting.messages import Look, MaterialTitle, Press, Pupil
from learnup_desktop.meeting.process import MeetingProcess
from learnup_desktop.meeting.words import state_tone, state_words
from learnup_desktop.qt import i18n
from learnup_desktop.qt.front import bring_to_front
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.theme import Scheme, theme
from learnup_desktop.qt.widgets import (
    Card,
    Column,
    CriticalButton,
    EmptyState,
    FlowRow,
    Label,
    PageFrame,
    Pill,
    PrimaryButton,
    Row,
    SecondaryButton,
    StateStack,
    WrapLabel,
)

Beside = tuple[list[RollStudent], list[Material]]


class LivePage(PageFrame):
    """See the module.

    Args:
        service: live classes of the account.
        context: the frame.
        settings: how the client looks, which the meeting's window follows.
        make_process: makes a meeting's process.
    """

    def __init__(
        self,
        service: LiveService,
        context: PageContext,
        settings: Settings,
        make_process: MakeProcess = MeetingProcess,
    ) -> None:
        super().__init__()
        self._service = service
        self._context = context
        self._settings = settings
        self._make_process = make_process
        self._lesson_id = ""
        self.tasks = TaskScope(self)
        self._build()
        self.retranslate()
        theme().follow(self._send_look)

    def _build(self) -> None:
        self._title = WrapLabel("", "title")
        self.state = Pill("", "caution")
        self._people = Label("", "caption", "text-muted")
        self._hint = WrapLabel("", "body", "text-muted")
        self.back = PrimaryButton(icon="arrow-expand")
        self.microphone = SecondaryButton(icon="microphone")
        self.camera = SecondaryButton(icon="video-outline")
        self.hand = SecondaryButton(icon="hand-back-right-outline")
        self.leave = CriticalButton(icon="phone-hangup")
        for button, press in (
            (self.back, Press(button="show")),
            (self.microphone, Press(button="microphone")),
            (self.camera, Press(button="camera")),
            (self.hand, Press(button="hand")),
            (self.leave, Press(button="leave")),
        ):
            button.clicked.connect(partial(self._press, press))
        card = Card(gap=3)
        stands = Row(gap=2)
        stands.add(self.state, self._people)
        stands.addStretch(1)
        buttons = FlowRow().add(self.back, self.microphone, self.camera, self.hand, self.leave)
        card.add(self._title, stands, self._hint)
        card.body.addLayout(buttons)
        content = QWidget()
        column = Column(content, gap=4)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
        self.stack = StateStack(content, empty=EmptyState(), skeleton_rows=2)
        self.stack.empty_action_requested.connect(self._join_again)
        self.stack.retry_requested.connect(self._join_again)
        self.add(self.stack)
        self.finish()

    # -- frame --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self._hint.setText(self.tr("The class is in a window of its own. You can go on in LearnUp; it stays on."))
        self.back.setText(self.tr("Back to the class"))
        self.leave.setText(self.tr("Leave the class"))
        self._show()
        self._send_look()

    def _send_look(self) -> None:
        meeting = self._service.meeting
        if meeting is not None and meeting.gone is None:
            meeting.follow_look(self._look())

    def activated(self, parameters: dict[str, object]) -> None:
        """Open the meeting of ``ticket`` with ``choices``; without them, show the one that goes on."""
        ticket, choices = parameters.get("ticket"), parameters.get("choices")
        meeting = self._service.meeting
        if isinstance(ticket, MeetingTicket) and (meeting is None or meeting.gone is not None):
            self._lesson_id = ticket.lesson_id
            wanted = choices if isinstance(choices, JoinChoices) else JoinChoices()
            self.stack.show_loading()
            work = partial(self._service.beside, ticket.class_id)
            opened = partial(self._open, ticket, wanted)
            self.tasks.latest("open", work, on_success=opened, on_failure=lambda _: opened(([], [])))
            return
        if meeting is not None:
            self._follow(meeting)
        self._show()

    def _look(self) -> Look:
        return Look(
            language=i18n.language(),
            scheme=cast(Scheme, self._settings.get(THEME)),
            zoom_percent=self._settings.get(ZOOM_PERCENT),
            reduce_motion=self._settings.get(REDUCE_MOTION) == "on",
        )

    # -- the meeting --------------------------------------------------------------------------------------------------

    def _open(self, ticket: MeetingTicket, choices: JoinChoices, beside: Beside) -> None:
        language = i18n.language()
        roll = [Pupil(id=student.id, name=student.name) for student in beside[0]]
        materials = [
            MaterialTitle(id=item.id, title=item.title.text(language), detail=i18n.format_bytes(item.size_bytes))
            for item in beside[1]
        ]
        try:
            join = join_order(ticket, choices, self._look(), roll, materials)
            meeting = LiveMeeting(self._service, ticket, self._make_process)
        except LearnUpError as error:
            self.stack.show_error(error)
            return
        self._service.meeting = meeting
        self._follow(meeting)
        meeting.start(join)
        self._show()

    def _follow(self, meeting: LiveMeeting) -> None:
        self._lesson_id = meeting.ticket.lesson_id
        meeting.on_changed = self._show
        meeting.on_material = self._read
        meeting.on_back = lambda: bring_to_front(self.window())

    def _press(self, press: Press, *_: object) -> None:
        if self._service.meeting is not None:
            self._service.meeting.press(press)

    def _read(self, material_id: str) -> None:
        bring_to_front(self.window())
        self._context.navigate("reader", material_id=material_id)

    def _join_again(self) -> None:
        if self._lesson_id:
            self._context.navigate(JOIN_ROUTE, lesson_id=self._lesson_id)
        else:
            self._context.navigate("timetable")

    # -- what is shown ------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        meeting = self._service.meeting
        if meeting is None or meeting.gone is not None:
            self._show_over(meeting)
            return
        told, language = meeting.told, i18n.language()
        names = (meeting.ticket.subject.text(language), meeting.ticket.class_name.text(language))
        self._title.setText(" — ".join(name for name in names if name))
        self.state.set(state_words(told.state), state_tone(told.state))
        self._people.setText(self.tr("{count} in the class").format(count=told.people) if told.people else "")
        live = told.state == "joined"
        for button in (self.microphone, self.camera, self.hand):
            button.setEnabled(live)
        self.microphone.setText(self.tr("Microphone on") if told.audio_muted else self.tr("Microphone off"))
        self.camera.setText(self.tr("Camera on") if told.video_muted else self.tr("Camera off"))
        self.hand.setText(self.tr("Lower hand") if told.hand_raised else self.tr("Raise hand"))
        self.stack.show_content()

    def _show_over(self, meeting: LiveMeeting | None) -> None:
        empty, again = self.stack.empty, self.tr("Join again")
        if meeting is None:
            empty.set(
                self.tr("No class is going on"),
                self.tr("A live class is joined from Today or the timetable."),
                icon="video-off-outline",
                action=self.tr("Open the timetable"),
            )
        elif meeting.gone:
            empty.set(
                self.tr("The class's window has closed by itself"),
                self.tr("The fault is ours, or this computer is short of memory. Nothing you wrote is lost."),
                icon="alert-circle-outline",
                action=again,
            )
        elif meeting.told.state == "removed":
            empty.set(
                self.tr("You were sent out of the class"),
                self.tr("Ask your teacher if you think this was a mistake."),
                icon="account-remove-outline",
                action=again,
            )
        elif meeting.told.state == "ended":
            empty.set(self.tr("The class is over"), "", icon="check-circle-outline")
        else:
            text = self.tr("It may still be going on.")
            empty.set(self.tr("You left the class"), text, icon="exit-run", action=again)
        self.stack.show_empty()
