"""The meeting's window: the meeting, what is said in its place while there is none, the panel, and the bars."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDesktopServices, QKeySequence
from PySide6.QtNetwork import QNetworkInformation, QSslCertificate
from PySide6.QtWebEngineCore import QWebEngineDesktopMediaRequest
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QStackedWidget, QWidget

from learnup_desktop.meeting import commands
from learnup_desktop.meeting.awake import Awake
from learnup_desktop.meeting.bars import MiniBar, SharingBar
from learnup_desktop.meeting.events import CameraFailed, ConsentDialog, Knocking, MicrophoneFailed, PageEvent
from learnup_desktop.meeting.head import MeetingHead, PasswordCard
from learnup_desktop.meeting.messages import OVER, Join, MaterialTitle
from learnup_desktop.meeting.panel import MeetingPanel
from learnup_desktop.meeting.people import Person
from learnup_desktop.meeting.screen_picker import SHARE, ScreenPicker, sources_of
from learnup_desktop.meeting.session import MeetingSession
from learnup_desktop.meeting.web_page import MeetingPage, meeting_profile
from learnup_desktop.meeting.words import state_message
from learnup_desktop.qt import notices
from learnup_desktop.qt.dialogs import Choice, ask, confirm, open_dialog
from learnup_desktop.qt.front import bring_to_front
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Column, EmptyState, Row, ToastHost, show_if

SIZE = (1180, 720)
PEOPLE_MS = 100
"""The panel is shown anew at most so often."""

LINK_SHOWN = 300
"""Characters of an address that are shown before it is opened."""


class MeetingWindow(QWidget):
    """See the module.

    Args:
        join: what to join.
        trusted: certificates of the host's own authority.

    Attributes:
        session: the meeting.
        back_asked: the person went back to the client.
        material_opened: the id of a material to be read in the client.
        closed: the window is gone, and the meeting with it.
    """

    back_asked = Signal()
    material_opened = Signal(str)
    closed = Signal()

    def __init__(self, join: Join, trusted: Sequence[QSslCertificate] = ()) -> None:
        super().__init__()
        self.setWindowTitle(join.title)
        self.setAutoFillBackground(True)
        self._join = join
        self._moderator = join.ticket.moderator
        self.tasks = TaskScope(self)
        self._awake = Awake()
        self.page = MeetingPage(
            meeting_profile(join.ticket.domain, self, trusted, join.look.language), join.ticket.domain, self
        )
        self.session = MeetingSession(self.page, join, self)
        self.view = QWebEngineView()
        self.view.setContextMenuPolicy(self.view.contextMenuPolicy().PreventContextMenu)
        self.view.setPage(self.page)
        self.page.setBackgroundColor(theme().color("surface"))
        self.head = MeetingHead(join.title, moderator=self._moderator)
        self.panel = MeetingPanel(moderator=self._moderator, roll=join.roll, materials=join.materials)
        self.said = EmptyState()
        self.password = PasswordCard()
        self.stack = QStackedWidget()
        for page in (self.view, self.said, self.password):
            self.stack.addWidget(page)
        self._lay_out()
        self.mini_bar = MiniBar(join.title)
        self.sharing_bar = SharingBar()
        # Over the meeting: beside it they would lie on what is being written.
        self._toasts = ToastHost(self.stack)
        self._closing = False
        self._panel_beside = True
        # A class that comes in is hundreds of events, and so is a page that means harm.
        self._people_late = QTimer(self, singleShot=True, interval=PEOPLE_MS)
        self._people_late.timeout.connect(lambda: self.panel.show_people(self.session.people))
        self._connect()
        self._take_size()
        self._show_told()

    def _lay_out(self) -> None:
        column = Column(self, gap=0)
        column.addWidget(self.head)
        row = Row(gap=0)
        row.addWidget(self.stack, 1)
        row.addWidget(self.panel)
        column.addLayout(row, 1)

    def _take_size(self) -> None:
        """As large as there is room; the panel waits for its button where the meeting would be left less than it."""
        room = self.screen().availableSize()
        width = min(theme().px(SIZE[0]), room.width())
        self.resize(width, min(theme().px(SIZE[1]), room.height()))
        show_if(self.panel, width > 2 * self.panel.width())

    def _connect(self) -> None:
        session, page = self.session, self.page
        session.changed.connect(self._show_told)
        session.people_changed.connect(lambda: self._people_late.isActive() or self._people_late.start())
        session.happened.connect(self._happened)
        page.insecure.connect(session.refuse_insecure)
        page.link_asked.connect(lambda url: self.tasks.latest("link", lambda: self._ask_link(url)))
        page.desktopMediaRequested.connect(self._desktop_asked)
        page.fullScreenRequested.connect(lambda request: self._full_screen(request.toggleOn()))
        self.said.action_requested.connect(self._said_pressed)
        self.password.given.connect(session.give_password)
        self.password.given_up.connect(session.leave)
        self.panel.ordered.connect(session.do)
        self.panel.material_opened.connect(self._open_material)
        self.panel.asked.connect(self._asked)
        self.head.pressed.connect(self.press)
        self.head.mode_chosen.connect(session.set_mode)
        self.mini_bar.pressed.connect(self.press)
        self.sharing_bar.stopped.connect(partial(session.do, commands.toggle_share_screen))
        for key, button in (("Ctrl+D", "microphone"), ("Ctrl+E", "camera"), ("Ctrl+Shift+H", "hand")):
            action = QAction(self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(partial(self.press, button))
            self.addAction(action)
        self._follow_network()

    def _follow_network(self) -> None:
        """Once the network is back, the next try need not wait for its turn."""
        if QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability):
            network = QNetworkInformation.instance()
            if network is not None:
                online = QNetworkInformation.Reachability.Online
                network.reachabilityChanged.connect(lambda how: self.session.again() if how == online else None)

    # -- what happens -------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Show the window and join."""
        bring_to_front(self)
        self.setFocus()
        self.session.start()

    def _show_told(self) -> None:
        told = self.session.told
        message = state_message(told.state)
        if told.state == "password":
            self.stack.setCurrentWidget(self.password)
            self.password.edit_focus()
        elif message is None:
            if self.stack.currentWidget() is not self.view:
                self.stack.setCurrentWidget(self.view)
                self.view.setFocus()
        else:
            self.said.set(message.title, message.text, icon=message.icon, action=message.action)
            self.stack.setCurrentWidget(self.said)
        self.head.show_told(told, self.session.mode)
        self.mini_bar.show_told(told)
        if told.sharing:
            self.sharing_bar.appear()
        else:
            self.sharing_bar.hide()
        if told.state in OVER:
            self._awake.rest()
            self._over()
        else:
            self._awake.hold(self.tr("A class is going on"))

    def _over(self) -> None:
        """A window that nobody looks at any more does not stay behind its bar."""
        self.mini_bar.hide()
        if self._closing or self.isMinimized() or not self.isVisible() or self.session.told.state == "left":
            self._close_for_good()

    def _happened(self, event: PageEvent) -> None:
        match event:
            case Knocking() if self._moderator:
                self._say("caution", self.tr("{name} waits to be let in").format(name=event.participant.name or "?"))
            case CameraFailed():
                self._say("caution", self.tr("The camera cannot be used. Is another program using it?"))
            case MicrophoneFailed():
                self._say("caution", self.tr("The microphone cannot be used. Is another program using it?"))
            case ConsentDialog() if event.open:
                # Jitsi asks; it must be seen to be answered.
                self.press("show")

    def _say(self, tone: str, words: str) -> None:
        notices.say_text(tone, words)  # type: ignore[arg-type]  # two of its tones

    def _said_pressed(self) -> None:
        if self.session.over:
            self.session.rejoin_after_leaving()
        else:
            self.session.again()

    # -- what is pressed ----------------------------------------------------------------------------------------------

    def press(self, button: str, *_: object) -> None:
        """A button of head, bar or client, by its name."""
        session = self.session
        orders = {
            "microphone": commands.toggle_audio,
            "camera": commands.toggle_video,
            "hand": commands.toggle_raise_hand,
            "share": commands.toggle_share_screen,
        }
        if button in orders:
            session.do(orders[button])
        elif button == "record":
            session.do(commands.stop_recording() if session.told.recording else commands.start_recording())
        elif button == "panel":
            show_if(self.panel, self.panel.isHidden())
        elif button == "show":
            self._return()
        elif button == "back":
            self.showMinimized()
            self.back_asked.emit()
        elif button == "leave":
            self.tasks.latest("leave", self._ask_leave)

    def _return(self) -> None:
        self.mini_bar.hide()
        bring_to_front(self)

    async def _ask_leave(self) -> None:
        if not self._moderator or self.session.told.state != "joined":
            self.session.leave()
            return
        self._return()
        choice = await ask(
            self,
            self.tr("Leave the class?"),
            self.tr("The class can go on without you, or end for everybody."),
            [
                Choice("stay", self.tr("Stay")),
                Choice("end", self.tr("End for everybody"), "critical"),
                Choice("leave", self.tr("Leave"), "primary"),
            ],
        )
        if choice in ("end", "leave"):
            self.session.leave(for_all=choice == "end")

    def _asked(self, what: str, person: Person) -> None:
        if what == "kick":
            self.tasks.latest("kick", lambda: self._ask_kick(person))

    async def _ask_kick(self, person: Person) -> None:
        title = self.tr("Send {name} out of the class?").format(name=person.name)
        text = self.tr("They can ask to come in again.")
        if await confirm(self, title, text, self.tr("Send out"), critical=True):
            self.session.do(commands.kick_participant(person.id))

    async def _ask_link(self, url: QUrl) -> None:
        shown = url.toDisplayString()[:LINK_SHOWN]
        title = self.tr("Open this link in your browser?")
        if await confirm(self, title, shown, self.tr("Open")):
            QDesktopServices.openUrl(url)

    def _open_material(self, identifier: str) -> None:
        self.material_opened.emit(identifier)
        self.showMinimized()

    # -- showing the screen -------------------------------------------------------------------------------------------

    def _desktop_asked(self, request: QWebEngineDesktopMediaRequest) -> None:
        # The signal's own goes with it.
        kept = QWebEngineDesktopMediaRequest(request)
        self.tasks.latest("pick", lambda: self._pick(kept))

    async def _pick(self, request: QWebEngineDesktopMediaRequest) -> None:
        picker = ScreenPicker(self, sources_of(request))
        try:
            await open_dialog(picker)
        finally:
            picked = picker.picked if picker.chosen == SHARE else None
            if picked is not None:
                self.page.allow_picked_screen()
            if picked is None:
                request.cancel()
            elif picked.screen:
                request.selectScreen(request.screensModel().index(picked.row, 0))
            else:
                request.selectWindow(request.windowsModel().index(picked.row, 0))

    def _full_screen(self, on: bool) -> None:
        if on:
            self._panel_beside = not self.panel.isHidden()
        self.head.setVisible(not on)
        self.panel.setVisible(not on and self._panel_beside)
        full = Qt.WindowState.WindowFullScreen
        # As large as before, also where it filled the screen with its frame.
        self.setWindowState(self.windowState() | full if on else self.windowState() & ~full)

    # -- the window ---------------------------------------------------------------------------------------------------

    def show_materials(self, materials: Sequence[MaterialTitle]) -> None:
        """The class's materials have changed."""
        self.panel.show_materials(materials)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            if self.isMinimized() and not self.session.over:
                self.mini_bar.appear()
            else:
                self.mini_bar.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closing or self.session.over:
            event.accept()
            self._close_for_good()
            return
        event.ignore()
        self.tasks.latest("close", self._ask_close)

    async def _ask_close(self) -> None:
        choice = await ask(
            self,
            self.tr("Leave the class?"),
            self.tr("You can also keep it in a small bar and do something else."),
            [Choice("bar", self.tr("Keep the bar")), Choice("leave", self.tr("Leave"), "primary")],
        )
        if choice == "bar":
            self.showMinimized()
        elif choice == "leave":
            self.session.leave()

    def end(self) -> None:
        """Leave and close, without a question: the client asks."""
        self._closing = True
        if self.session.over:
            self._close_for_good()
        else:
            self.session.leave()

    def _close_for_good(self) -> None:
        self._closing = True
        self.mini_bar.close()
        self.sharing_bar.close()
        self._awake.rest()
        self.hide()
        self.closed.emit()
