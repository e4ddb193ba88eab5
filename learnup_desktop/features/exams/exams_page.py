"""The list of exams: what is open now, what is coming, what is done; and whether each paper is on this PC."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from learnup_desktop.features.exams.service import ExamCard, ExamGroup, ExamList, ExamsService
from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Card,
    Column,
    EmptyState,
    FlowRow,
    IconLabel,
    KeyedColumn,
    KeyedRow,
    Label,
    PageFrame,
    Pill,
    PrimaryButton,
    QuietButton,
    Row,
    SecondaryButton,
    StateStack,
    SubjectBar,
    Tone,
    TurningPair,
    WrapLabel,
    show_if,
)

REFRESH_MS = 30_000
"""An exam that opens while the page is shown moves up within half a minute."""


class ExamCardWidget(Card):
    """One exam.

    Attributes:
        opened: the lobby, the sitting or the receipt, whatever fits.
        download_requested: fetch the sealed paper.
    """

    opened = Signal()
    download_requested = Signal()

    def __init__(self, card: ExamCard, now: datetime) -> None:
        super().__init__(gap=2)
        self.card = card
        exam, code = card.exam, i18n.language()
        self.button = self._make_button()
        self.button.clicked.connect(self.opened)
        self._facts = Column(gap=0.5)
        words, side = QWidget(), QWidget()
        left, right = Column(words, gap=1), Column(side, gap=2)
        title = WrapLabel(exam.title.text(code), "strong")
        detail = self.tr("{subject} · {questions} questions · {marks} marks · {length}").format(
            subject=exam.subject.text(code),
            questions=i18n.format_number(exam.question_count),
            marks=i18n.format_number(exam.total_marks),
            length=i18n.format_duration(exam.duration_seconds),
        )
        left.add(title, WrapLabel(detail, "caption", "text-muted"), self._facts)
        left.addStretch(1)
        pill = Pill(*self._when(now))
        state, buttons = FlowRow(trailing=True), FlowRow(trailing=True)
        state.addWidget(pill)
        if card.group is not ExamGroup.DONE and not card.paper_here:
            download = SecondaryButton(self.tr("Download paper"), icon="download")
            download.clicked.connect(self.download_requested)
            buttons.addWidget(download)
        buttons.addWidget(self.button)
        right.addLayout(state)
        right.addStretch(1)
        right.addLayout(buttons)
        pair = TurningPair(words, side, least=240)
        for flow in (state, buttons):
            pair.turned.connect(partial(_push_right, flow))
            _push_right(flow, pair.is_turned())
        row = Row(gap=4)
        row.addWidget(SubjectBar(exam.colour, height=None))
        row.addWidget(pair, 1)
        self.add(row)
        self._add_facts()
        self.setAccessibleName(f"{exam.title.text(code)}. {detail}. {pill.text()}")

    def _make_button(self) -> PrimaryButton | SecondaryButton:
        card = self.card
        if card.resumable:
            return PrimaryButton(self.tr("Go on"), icon="play")
        if card.group is ExamGroup.OPEN:
            return PrimaryButton(self.tr("To the exam"), icon="arrow-right", trailing=True)
        if card.group is ExamGroup.COMING:
            return SecondaryButton(self.tr("Get ready"), icon="clipboard-check-outline")
        return SecondaryButton(self.tr("Receipt"), icon="receipt-text-outline")

    def _when(self, now: datetime) -> tuple[str, Tone]:
        card, exam = self.card, self.card.exam
        if card.resumable:
            return self.tr("Begun, not handed in"), "caution"
        if card.handing_in:
            return self.tr("Waiting for the network"), "caution"
        if card.group is ExamGroup.OPEN:
            return self.tr("Open until {time}").format(time=i18n.format_moment(exam.closes_at, now)), "positive"
        if card.group is ExamGroup.COMING:
            return i18n.format_moment(exam.opens_at, now), "caution"
        if card.receipt is not None:
            return self.tr("Handed in {time}").format(
                time=i18n.format_moment(card.receipt.submitted_at, now)
            ), "neutral"
        if exam.submitted_at is not None:
            return self.tr("Handed in {time}").format(time=i18n.format_moment(exam.submitted_at, now)), "neutral"
        return self.tr("Closed"), "neutral"

    def _add_facts(self) -> None:
        card = self.card
        if card.exam.practice:
            text = self.tr("Practice: as in an exam, but its marks do not count")
            self._fact("school-outline", "accent", text)
        if card.group is ExamGroup.DONE:
            if card.receipt is not None:
                self._fact(
                    "check-decagram-outline", "positive", self.tr("Receipt {code}").format(code=card.receipt.code)
                )
            return
        if card.paper_here:
            self._fact("check-circle", "positive", self.tr("Paper on this PC, sealed until it opens"))
        else:
            self._fact("cloud-download-outline", "text-muted", self.tr("Paper not on this PC yet"))
        if card.exam.proctored:
            text = self.tr("With camera")
            if card.exam.practice:
                text = self.tr("With camera, so that you and this PC have tried it before the exam")
            self._fact("camera-outline", "text-muted", text)
        if card.waiting:
            waiting = self.tr("{n} entries wait for the network").format(n=i18n.format_number(card.waiting))
            self._fact("cloud-upload-outline", "caution", waiting)

    def _fact(self, icon: str, tone: str, text: str) -> None:
        row = Row(gap=1.5)
        row.addWidget(IconLabel(icon, tone, size=16))
        row.addWidget(WrapLabel(text, "caption", "text-muted"), 1)
        self._facts.addLayout(row)


def _push_right(flow: FlowRow, below: bool) -> None:
    flow.set_trailing(not below)


class ExamsPage(PageFrame):
    """Every exam of this student."""

    def __init__(self, service: ExamsService, context: PageContext, *, emergency_route: str = "") -> None:
        super().__init__(maximum_width=1000)
        self._service = service
        self._context = context
        self._list: ExamList | None = None
        self._online = True
        self._tasks = TaskScope(self)
        self._content = QWidget()
        self._column = KeyedColumn(self._content, gap=4)
        self._showing = Gradual(self)
        self.stack = StateStack(self._content, empty=EmptyState(icon="file-document-check-outline"))
        self.stack.retry_requested.connect(self.refresh)
        self.emergency = QuietButton("", icon="usb-flash-drive-outline")
        self.emergency.setObjectName("to-emergency")
        self.emergency.clicked.connect(lambda: context.navigate(emergency_route))
        show_if(self.emergency, bool(emergency_route))
        foot = Row()
        foot.addWidget(self.emergency)
        foot.addStretch(1)
        self.add(self.stack, foot)
        self.finish()
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self.retranslate()

    def activated(self, parameters: dict[str, object]) -> None:
        """Look at the cache again, now and while the page is shown."""
        self.refresh()
        self._timer.start()

    def deactivated(self) -> None:
        """Stop looking."""
        self._timer.stop()

    def refresh(self) -> None:
        """Read the list again; call this too when the exams stream has changed."""
        self.stack.show_loading()
        self._tasks.latest("list", self._service.exams, on_success=self._show, on_failure=self.stack.show_error)

    def on_changed(self, streams: frozenset[str]) -> None:
        """A pull brought something new."""
        if "exams" in streams:
            self.refresh()

    def set_online(self, online: bool) -> None:
        """Whether the platform answers; the list says of when it is."""
        self._online = online
        self._show_offline()

    def retranslate(self) -> None:
        """Set every text again."""
        self.emergency.setText(self.tr("Bring in an emergency file…"))
        text = self.tr("When your school sets an exam for you, it appears here, also without a network.")
        self.stack.empty.set(self.tr("No exams yet"), text, icon="file-document-check-outline")
        if self._list is not None:
            self._show(self._list)

    @property
    def cards(self) -> list[ExamCardWidget]:
        """What is shown, from above; while the list is being built, its beginning."""
        return [card for card in self._column.rows() if isinstance(card, ExamCardWidget)]

    def _show(self, found: ExamList) -> None:
        self._list = found
        self._showing.start(self._show_parts(found))

    def _show_parts(self, found: ExamList) -> Iterator[object]:
        self._show_offline()
        if not found.cards:
            self.stack.show_empty()
        for pause in self._column.showing(self._rows(found)):
            self.stack.show_content()
            yield pause
        if found.cards:
            self.stack.show_content()

    def _rows(self, found: ExamList) -> list[KeyedRow]:
        now = datetime.now(UTC)
        # Times are written by their distance from today.
        said_on = (i18n.language(), i18n.local(now).date())
        rows: list[KeyedRow] = []
        for group in ExamGroup:
            cards = [card for card in found.cards if card.group is group]
            if cards:
                rows.append(KeyedRow(group, said_on, partial(Label, self._heading(group), "heading")))
            rows += [KeyedRow(card.exam.id, (card, said_on), partial(self._make_card, card, now)) for card in cards]
        return rows

    def _heading(self, group: ExamGroup) -> str:
        return {
            ExamGroup.OPEN: self.tr("Open now"),
            ExamGroup.COMING: self.tr("Coming"),
            ExamGroup.DONE: self.tr("Done"),
        }[group]

    def _make_card(self, card: ExamCard, now: datetime) -> ExamCardWidget:
        widget = ExamCardWidget(card, now)
        widget.setObjectName(f"exam-{card.exam.id}")
        route = "exam-lobby"
        if card.resumable:
            route = "exam-sitting"
        elif card.group is ExamGroup.DONE:
            route = "exam-receipt"
        widget.opened.connect(partial(self._context.navigate, route, exam_id=card.exam.id))
        widget.download_requested.connect(partial(self._download, card))
        return widget

    def _download(self, card: ExamCard) -> None:
        def done(_: None) -> None:
            title = card.exam.title.text(i18n.language())
            notices.say_text("positive", self.tr("Paper downloaded"), title, key="exams.paper")
            self.refresh()

        self._tasks.run(partial(self._service.fetch_paper, card.exam), on_success=done)

    def _show_offline(self) -> None:
        self.stack.set_offline(not self._online, self._list.as_of if self._list is not None else None)
