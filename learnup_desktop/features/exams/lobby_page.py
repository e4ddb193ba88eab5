"""The lobby: the rules, what is recorded and who sees it, the checks with their fixes, the oval, and Start.

The student sees here everything that will be watched, before it is; Start works at the server's time, not the PC's.
"""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import EngagedError, IntegrityFault, LearnUpError, RuleViolation
from learnup_desktop.contract.exam_list import ExamSummary
from learnup_desktop.contract.integrity import StudentExceptions
from learnup_desktop.features.exams.checks import Check, CheckKind, CheckState, Fix
from learnup_desktop.features.exams.lobby import ExamLobby, LobbyTopic
from learnup_desktop.features.exams.seat_widgets import SeatPanel
from learnup_desktop.features.exams.service import ExamsService
from learnup_desktop.features.exams.sitting import Sitting
from learnup_desktop.features.exams.unlock_widgets import UnlockPanel
from learnup_desktop.features.exams.words import camera_words, check_words, fix_word, refusal_words
from learnup_desktop.proctoring.preview import PreviewFrame
from learnup_desktop.qt import i18n
from learnup_desktop.qt.arrangement_words import arranged_words
from learnup_desktop.qt.computer_table import ComputerTable
from learnup_desktop.qt.gradual import NEXT_TURN, Gradual
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Banner,
    Card,
    CheckBox,
    CheckRow,
    Column,
    IconLabel,
    PageFrame,
    Pill,
    PrimaryButton,
    Row,
    SideBySide,
    StateStack,
    Tone,
    WrapLabel,
    clear_layout,
)
from learnup_desktop.qt.widgets.camera import CameraPicture

_TONES: dict[CheckState, Tone] = {
    CheckState.WAITING: "accent",
    CheckState.GOOD: "positive",
    CheckState.LOOK: "caution",
    CheckState.BAD: "critical",
}


class LobbyPage(PageFrame):
    """One student before one exam.

    Args:
        service: the account's exams.
        context: the frame.
        enrol_route: where a face is enrolled.
        settings_route: where camera and models are set up.
    """

    def __init__(
        self,
        service: ExamsService,
        context: PageContext,
        *,
        enrol_route: str = "face",
        settings_route: str = "settings",
    ) -> None:
        super().__init__()
        self._service = service
        self._context = context
        self._routes = {Fix.ENROL: enrol_route, Fix.CAMERA_SETTINGS: settings_route, Fix.MODELS: settings_route}
        self._exam_id = ""
        self.lobby: ExamLobby | None = None
        self._rows: dict[CheckKind, CheckRow] = {}
        self._error: LearnUpError | None = None
        self._tasks = TaskScope(self)
        self._showing = Gradual(self)
        self._build()
        self._second = QTimer(self)
        self._second.setInterval(500)
        self._second.timeout.connect(self._show_start)
        self.retranslate()

    def _build(self) -> None:
        self._detail = WrapLabel("", "body", "text-muted")
        self._when = Pill("", "neutral", icon="clock-outline")
        self._rules_card = Card(" ", gap=2)
        self._rules = Column(gap=2)
        self._rules_card.add(self._rules)
        self._recorded_card = Card(" ", gap=2)
        self._recorded = Column(gap=2)
        self._recorded_shown: list[tuple[str, str]] = []
        self.consent = CheckBox("")
        self.consent.setObjectName("consent")
        self.consent.toggled.connect(self._consented)
        self._consent_text = WrapLabel("")
        agree = Row(gap=2)
        agree.addWidget(self.consent, 0, Qt.AlignmentFlag.AlignTop)
        agree.addWidget(self._consent_text, 1)
        self._agree = agree
        self._recorded_card.add(self._recorded)
        self._arranged_card = Card(" ", gap=2)
        self._arranged_card.setObjectName("arranged")
        self._arranged = Column(gap=2)
        self._arranged_card.add(self._arranged)
        self._arranged_shown: StudentExceptions | None = None
        self._computer_card = Card(" ", gap=2)
        self._computer_text = WrapLabel("", "caption", "text-muted")
        self.computer = ComputerTable()
        self._computer_card.add(self._computer_text, self.computer)
        self._checks_card = Card(" ", gap=2.5)
        self._checks = Column(gap=3)
        self._checks_card.add(self._checks)
        self._camera_card = Card(" ", gap=3)
        self._picture = CameraPicture(self._newest_frame, oval=True, height=240)
        self._camera_icon = IconLabel("progress-clock", "text-muted")
        self._camera_word = WrapLabel("")
        word = Row(gap=2)
        word.addWidget(self._camera_icon, 0, Qt.AlignmentFlag.AlignTop)
        word.addWidget(self._camera_word, 1)
        self._camera_card.add(self._picture, word)
        self._start_banner = Banner("", tone="caution")
        self._start_banner.hide()
        self.start = PrimaryButton("", icon="play")
        self.start.setObjectName("start-exam")
        self.start.clicked.connect(self._start)
        self._start_text = WrapLabel("", "caption", "text-muted")
        self._put_together()

    def _put_together(self) -> None:
        head = Row(gap=3)
        head.addWidget(self._detail, 1)
        head.addWidget(self._when)
        left, right = QWidget(), QWidget()
        left_column, right_column = Column(left, gap=4), Column(right, gap=4)
        self._practice = Banner("", tone="accent", icon="school-outline")
        self._practice.setObjectName("practice")
        self._practice.hide()
        left_column.add(
            self._practice, self._checks_card, self._arranged_card, self._recorded_card, self._computer_card
        )
        left_column.add(self._rules_card)
        left_column.addStretch(1)
        self._start_card = start_card = Card(gap=3)
        self.seat = SeatPanel(self._service.seat_asking)
        self.seat.granted.connect(self._start)
        self.unlock = UnlockPanel(self._newest_frame)
        self.unlock.entered.connect(self._start_unlocked)
        self.unlock.scan_requested.connect(self._scan)
        start_card.add(self._start_banner, self.seat, self.unlock, self._agree, self.start, self._start_text)
        right_column.add(self._camera_card, start_card)
        right_column.addStretch(1)
        content = QWidget()
        column = Column(content, gap=4)
        column.addLayout(head)
        column.addWidget(SideBySide(left, right, side_share=0.36, breakpoint=820))
        self.stack = StateStack(content)
        self.stack.retry_requested.connect(self._open)
        self.add(self.stack)
        self.finish()

    # --- coming and going --------------------------------------------------------------------------------------------

    def title(self) -> str:
        """The exam's name, once known."""
        return self.lobby.exam.title.text(i18n.language()) if self.lobby is not None else ""

    def activated(self, parameters: dict[str, object]) -> None:
        """Enter the lobby of ``exam_id``."""
        exam_id = str(parameters.get("exam_id", self._exam_id))
        if self.lobby is None or exam_id != self._exam_id:
            self._exam_id = exam_id
            self._open()

    def deactivated(self) -> None:
        """Let the camera go."""
        self._showing.stop()
        self._second.stop()
        lobby, self.lobby = self.lobby, None
        if lobby is not None:
            self._tasks.run(lobby.leave)

    def _open(self) -> None:
        self.stack.show_loading()
        self._tasks.latest(
            "open", partial(self._service.exam, self._exam_id), on_success=self._enter, on_failure=self.stack.show_error
        )

    def _enter(self, exam: ExamSummary) -> None:
        before = self.lobby
        if before is not None:
            self._tasks.run(before.leave)
        self._error = None
        try:
            self.lobby = self._service.lobby(exam)
        except EngagedError as error:
            self.lobby = None
            self.stack.show_error(error)
            return
        unsubscribe = self.lobby.changed.subscribe(self._changed)
        self.destroyed.connect(lambda: unsubscribe())  # what is still being measured must not call a page that is gone
        self.consent.setChecked(False)
        self.start.setEnabled(False)
        self.lobby.enter()
        self._second.start()
        self._showing.start(self._show_all(), at_once=False)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text again."""
        self.seat.retranslate()
        self.unlock.retranslate()
        self._rules_card.set_title(self.tr("Rules"))
        self._recorded_card.set_title(self.tr("What is recorded, and who sees it"))
        self._checks_card.set_title(self.tr("Is this PC ready?"))
        self._camera_card.set_title(self.tr("Your camera"))
        self._arranged_card.set_title(self.tr("Arranged for you"))
        self._computer_card.set_title(self.tr("What this PC can guarantee"))
        self._computer_text.setText(self.tr("Your teacher sees the same. Nothing of it keeps you from the exam."))
        self._arranged_shown = None
        self.computer.retranslate()
        agreement = self.tr("I have read this and agree that my exam is recorded so.")
        self._consent_text.setText(agreement)
        self.consent.setAccessibleName(agreement)
        if self.lobby is not None:
            self._showing.start(self._show_all())

    def _show_all(self) -> Iterator[object]:
        """What stands at the top first; each card is laid out and painted before the next is shown."""
        assert self.lobby is not None
        exam = self.lobby.exam
        below = (self._arranged_card, self._recorded_card, self._computer_card, self._rules_card)
        if self.stack.state() != "content":
            for card in (self._camera_card, self._start_card, *below):
                card.hide()
        self._show_heading(exam)
        self._show_checks()
        yield NEXT_TURN
        self.stack.show_content()
        yield NEXT_TURN
        self._show_camera()
        self._camera_card.setVisible(exam.proctored)
        yield NEXT_TURN
        self._show_start()
        self._start_card.show()
        yield NEXT_TURN
        self._show_arranged()
        yield None
        self._show_recorded()
        yield NEXT_TURN
        self.computer.show_capabilities(self.lobby.computer().capabilities)
        self._computer_card.setVisible(exam.proctored and bool(self.computer.rows))
        yield NEXT_TURN
        clear_layout(self._rules)
        for rule in exam.rules:
            self._rules.addLayout(_line("circle-small", rule.text(i18n.language())))
        self._rules_card.setVisible(bool(exam.rules))
        yield None
        self._show_changed()

    def _show_heading(self, exam: ExamSummary) -> None:
        code = i18n.language()
        self._context.set_page_title(self.title())
        self._detail.setText(
            self.tr("{subject} · {questions} questions · {marks} marks · {length}").format(
                subject=exam.subject.text(code),
                questions=i18n.format_number(exam.question_count),
                marks=i18n.format_number(exam.total_marks),
                length=i18n.format_duration(exam.duration_seconds),
            )
        )
        self._practice.setVisible(exam.practice)
        text = self.tr(
            "It goes as an exam goes, with camera, clock and receipt, so that nothing is new to you on the day. Its"
            " marks do not count."
        )
        self._practice.set(self.tr("This is a practice paper"), text, "accent")

    def _show_recorded(self) -> None:
        assert self.lobby is not None
        for widget in (self._recorded_card, self.consent, self._consent_text):
            widget.setVisible(self.lobby.exam.proctored)
        policy = self.lobby.policy
        lines = [
            ("keyboard-outline", self.tr("Every answer, and when it was written.")),
            ("camera-outline", self.tr("Whether one person, and the same person, sits before the camera.")),
        ]
        if policy.evidence:
            days = i18n.format_number(policy.retention_days)
            text = self.tr("Single pictures around what was noticed, deleted after {days} days. No film, no sound.")
            lines.append(("image-outline", text.format(days=days)))
        lines += [
            ("monitor", self.tr("Whether this window is left, a second display is connected, or text is pasted in.")),
            ("laptop", self.tr("Whether this PC is used from afar, is a virtual machine, or runs a listed program.")),
            ("account-eye-outline", self.tr("Your teachers of this class see it, and you. Nobody else.")),
            ("scale-balance", self.tr("A person decides about every flag, and you can reply to it.")),
        ]
        if lines == self._recorded_shown:
            return
        self._recorded_shown = lines
        clear_layout(self._recorded)
        for icon, text in lines:
            self._recorded.addLayout(_line(icon, text))

    def _show_arranged(self) -> None:
        assert self.lobby is not None
        holds = self.lobby.arrangement()
        if holds == self._arranged_shown:
            return
        self._arranged_shown = holds
        clear_layout(self._arranged)
        words = arranged_words(holds) if self.lobby.exam.proctored else []
        for text in words:
            self._arranged.addLayout(_line("hand-heart-outline", text))
        if words and holds.note:
            self._arranged.add(WrapLabel(self.tr("Your teacher writes: {note}").format(note=holds.note), "caption"))
        self._arranged_card.setVisible(bool(words))

    def _show_checks(self) -> None:
        if self.lobby is None:
            return
        checks = self.lobby.checks()
        if set(self._rows) != {check.kind for check in checks}:
            clear_layout(self._checks)
            self._rows = {}
            for check in checks:
                row = CheckRow("")
                row.setObjectName(f"check-{check.kind.value}")
                row.action_requested.connect(partial(self._fix, check.kind))
                self._rows[check.kind] = row
                self._checks.addWidget(row)
        for check in checks:
            text, detail = check_words(check)
            self._rows[check.kind].set(text, detail, _TONES[check.state], action=fix_word(check.fix))

    def _show_camera(self) -> None:
        if self.lobby is None:
            return
        state = self.lobby.watch.state
        challenge = state.challenge
        if challenge is not None and challenge.state == "running" and challenge.step:
            self._say_camera(i18n.translate_key(f"exams.challenge.{challenge.step}"), "accent", "account-convert")
            return
        text, tone, icon = camera_words(state)
        if state.advice and state.camera_fault is None:
            text = f"{text}. {i18n.translate_key(f'exams.advice.{state.advice[0].value}')}"
        self._say_camera(text, tone, icon)

    def _newest_frame(self) -> PreviewFrame | None:
        return self.lobby.watch.newest_frame() if self.lobby is not None else None

    def _say_camera(self, text: str, tone: Tone, icon: str) -> None:
        self._camera_word.setText(text)
        self._camera_icon.set(icon, "text-muted" if tone == "neutral" else tone)
        self._picture.set_tone(tone)
        self._picture.setAccessibleDescription(text)

    def _show_start(self) -> None:
        lobby = self.lobby
        if lobby is None:
            return
        exam, left = lobby.exam, lobby.seconds_to_open()
        self.start.setEnabled(lobby.may_start() and not self._tasks.busy("start"))
        if lobby.closed():
            self._when.set(self.tr("Closed"), "neutral")
            self.start.setText(self.tr("Closed"))
        elif left > 0:
            soon = i18n.format_countdown(left) if left < 24 * 3600 else i18n.format_moment(exam.opens_at)
            self._when.set(self.tr("Opens {time}").format(time=i18n.format_moment(exam.opens_at)), "caution")
            self.start.setText(self.tr("Starts in {time}").format(time=soon) if left < 24 * 3600 else soon)
        else:
            self._when.set(self.tr("Open until {time}").format(time=i18n.format_moment(exam.closes_at)), "positive")
            self.start.setText(self.tr("Start the exam"))
        self._start_text.setText(self._missing(lobby))
        self._start_banner.setVisible(self._error is not None)
        if self._error is not None:
            title, text = refusal_words(self._error)
            code = self.tr("Code for support: {code}").format(code=self._error.code)
            self._start_banner.set(title, f"{text} {code}".strip(), "caution")
            self._start_banner.setVisible(self.seat.isHidden())

    def _missing(self, lobby: ExamLobby) -> str:
        """What still keeps Start from working, in words."""
        obstacles = lobby.obstacles()
        if obstacles:
            text, detail = check_words(obstacles[0])
            return self.tr("First: {what}, {how}.").format(what=text, how=detail)
        if not lobby.consent:
            return self.tr("First agree to what is recorded.")
        if lobby.may_start():
            return self.tr("The time begins when you press it.")
        if lobby.seconds_to_open() > 0 or lobby.closed():
            return self.tr("By the server's clock.")
        return self.tr("One moment, this PC is being looked at.")

    def _changed(self, topic: LobbyTopic) -> None:
        if self._showing.busy:
            return  # it ends with a look at everything
        if topic is LobbyTopic.CHECKS:
            self._show_changed()
            return
        if topic is LobbyTopic.SCAN and self.lobby is not None:
            self.unlock.show_scan(self.lobby.scan)
        if topic is LobbyTopic.CAMERA:
            self._show_checks()
            self._show_camera()
        self._show_start()

    def _show_changed(self) -> None:
        """Whatever can change while the student waits here; what is as it was costs nothing."""
        if self.lobby is not None:
            self._show_recorded()
            self._show_arranged()
            self._show_checks()
            self._show_camera()
            self._show_start()

    # --- what the student does ---------------------------------------------------------------------------------------

    def _consented(self, on: bool) -> None:
        if self.lobby is not None:
            self.lobby.set_consent(on)

    def _fix(self, kind: CheckKind) -> None:
        lobby = self.lobby
        if lobby is None:
            return
        check: Check = next(check for check in lobby.checks() if check.kind is kind)
        if check.fix is Fix.DOWNLOAD:
            lobby.fetch_paper()
        elif check.fix is Fix.RETRY_CAMERA:
            lobby.retry_camera()
        elif check.fix is Fix.LOOK_AGAIN:
            if check.kind is CheckKind.IDENTITY and check.reason == "challenge":
                lobby.begin_challenge()
            else:
                lobby.look_again()
        elif check.fix is Fix.MODELS:
            self._context.navigate(self._routes[check.fix], focus="models")
        elif check.fix in self._routes:
            self._context.navigate(self._routes[check.fix])

    def _start(self) -> None:
        lobby = self.lobby
        if lobby is None or not lobby.may_start():
            return
        self._error = None
        self.seat.offer(None)
        self._tasks.latest("start", lobby.start, on_success=self._started, on_failure=self._refused)
        self._show_start()

    def _start_unlocked(self, code: str) -> None:
        lobby = self.lobby
        if lobby is None:
            return
        if not lobby.may_start():
            self.unlock.not_yet(self.tr("The exam is over.") if lobby.closed() else self._missing(lobby))
            return
        start = partial(lobby.start_unlocked, code)
        self._tasks.latest("start", start, on_success=self._started, on_failure=self._not_unlocked)

    def _scan(self, on: bool) -> None:
        if self.lobby is not None:
            self._tasks.latest("scan", self.lobby.scan.start if on else self.lobby.scan.stop)

    def _not_unlocked(self, error: LearnUpError) -> None:
        if isinstance(error, RuleViolation):
            self.unlock.refuse()
        elif isinstance(error, IntegrityFault):
            self.unlock.refuse_old()
        else:
            self._refused(error)

    def _started(self, _sitting: Sitting) -> None:
        self._showing.stop()
        self._second.stop()
        self.lobby = None
        self._context.navigate("exam-sitting", exam_id=self._exam_id)

    def _refused(self, error: LearnUpError) -> None:
        self._error = error
        self.seat.offer(error)
        self.unlock.offer(error)
        self._show_start()


def _line(icon: str, text: str) -> Row:
    row = Row(gap=2)
    row.addWidget(IconLabel(icon, "text-muted", size=18), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(WrapLabel(text), 1)
    return row
