"""The parts of the invigilation page: a student's tile, the timeline, and one flag with its frames."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from learnup_desktop.base.clock import epoch_milliseconds, from_epoch_milliseconds
from learnup_desktop.contract.exam_list import AttemptState
from learnup_desktop.contract.integrity import IntegrityEvent, IntegrityKind
from learnup_desktop.contract.invigilation import AttemptOverview, Decision, IntegrityRecord
from learnup_desktop.domain.invigilation import LOOK_KINDS, Attention, is_silent
from learnup_desktop.features.invigilation.words_widgets import detail_words, kind_words
from learnup_desktop.qt.i18n import format_date, format_duration, format_number, format_time
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Avatar,
    Card,
    Column,
    ElidedLabel,
    FlowRow,
    Label,
    Pill,
    Row,
    SecondaryButton,
    Tone,
    WrapLabel,
    round_box,
    tone_color,
)

LEVEL_TONES: dict[Attention, Tone] = {
    Attention.LOOK: "critical",
    Attention.WATCH: "caution",
    Attention.WRITING: "positive",
    Attention.WAITING: "neutral",
    Attention.DONE: "accent",
}


def event_seconds(event: IntegrityEvent, now: datetime) -> float:
    """How long it lasted, or has lasted."""
    return max(0, (event.ended_ms or epoch_milliseconds(now)) - event.started_ms) / 1000


class AttemptTile(Card):
    """One student: name, when last heard of, and the one thing to know."""

    def __init__(self) -> None:
        super().__init__(padding=3, gap=2, clickable=True)
        self._avatar = Avatar("")
        self._name = ElidedLabel("", "body", bold=True)
        self._when = ElidedLabel("", "caption", "text-muted")
        self._pill = Pill("")
        words = Column(gap=0)
        words.add(self._name, self._when)
        top = Row(gap=3)
        top.addWidget(self._avatar)
        top.addLayout(words, 1)
        self.add(top, self._pill)

    def show_attempt(self, attempt: AttemptOverview, level: Attention, now: datetime, *, chosen: bool) -> None:
        """Say how the student stands."""
        text = state_words(attempt, level, now)
        self._avatar.set_name(attempt.student_name)
        self._name.setText(attempt.student_name)
        self._when.setText(heard_words(attempt, now))
        self._pill.set(text, LEVEL_TONES[level])
        self.set_outline("critical" if level is Attention.LOOK else "accent" if chosen else None)
        self.setAccessibleName(f"{attempt.student_name}: {text}")


def heard_words(attempt: AttemptOverview, now: datetime) -> str:
    """When the student's computer was last heard of."""
    translate = QCoreApplication.translate
    if attempt.state in (AttemptState.NOT_STARTED, AttemptState.SUBMITTED):
        return attempt.device_name  # how far the student is stands in the pill
    if attempt.heard_at is None:
        return translate("Invigilation", "not heard of yet")
    return format_duration(max(0.0, (now - attempt.heard_at).total_seconds()))


def state_words(attempt: AttemptOverview, level: Attention, now: datetime) -> str:
    """The one thing to know about a student."""
    translate = QCoreApplication.translate
    undecided = [IntegrityKind(kind) for kind, count in attempt.undecided_counts.items() if count > 0]
    if level in (Attention.LOOK, Attention.WATCH) and undecided:
        undecided.sort(key=lambda kind: kind not in LOOK_KINDS)
        return kind_words(undecided[0])
    if is_silent(attempt, now):
        return translate("Invigilation", "Offline, writing on the PC")
    if attempt.state is AttemptState.PAUSED:
        return translate("Invigilation", "Paused")
    if attempt.state is AttemptState.SUBMITTED:
        at = attempt.submitted_at
        return translate("Invigilation", "Submitted {time}").format(time=format_time(at) if at else "")
    if attempt.state is AttemptState.NOT_STARTED:
        return translate("Invigilation", "Not started")
    return translate("Invigilation", "{answered} of {count} answered").format(
        answered=attempt.answered, count=attempt.question_count
    )


class Timeline(QWidget):
    """When flags were, from the start to now; the same is in the list below as text."""

    def __init__(self) -> None:
        super().__init__()
        self._spans: list[tuple[float, float, Tone]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_flags(self, records: Sequence[IntegrityRecord], started_at: datetime, until: datetime) -> None:
        """Place the flags between two times."""
        begin, length = (
            epoch_milliseconds(started_at),
            max(1, epoch_milliseconds(until) - epoch_milliseconds(started_at)),
        )
        self._spans = []
        for record in records:
            event = record.event
            start = min(1.0, max(0.0, (event.started_ms - begin) / length))
            end = min(1.0, max(start, ((event.ended_ms or begin + length) - begin) / length))
            self._spans.append((start, end, "critical" if event.kind in LOOK_KINDS else "caution"))
        self.setAccessibleName(
            QCoreApplication.translate("Invigilation", "{count} flags on the timeline").format(count=len(self._spans))
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        radius = look.px(3)
        round_box(painter, self.rect(), radius, fill=look.color("surface-sunken"))
        for start, end, tone in self._spans:
            left = start * self.width()
            width = max(float(look.px(4)), (end - start) * self.width())
            left = min(left, self.width() - width)
            round_box(painter, QRectF(left, 0, width, self.height()), radius, fill=tone_color(tone))


class FlagCard(Card):
    """One flag: what, for how long, how sure, the frames, the student's reply, and the decision."""

    decided = Signal(object, object)

    def __init__(self, record: IntegrityRecord, now: datetime) -> None:
        super().__init__(padding=3, gap=2)
        self.record = record
        event = record.event
        when = format_time(from_epoch_milliseconds(event.started_ms))
        length = format_duration(event_seconds(event, now))
        title = Label(kind_words(event.kind, event.outcome, event.detail), "body", bold=True)
        head = Row(gap=2)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(Pill(f"{when} · {length}", "critical" if event.kind in LOOK_KINDS else "caution", small=True))
        self.add(head, WrapLabel(self._certainty(event), "caption", "text-muted"))
        self.frames = Row(gap=2)
        self.frames.addStretch(1)
        self.add(self.frames)
        for words in kept_words(record):
            self.add(WrapLabel(words, "caption", "text-muted"))
        if record.reply:
            self.add(
                WrapLabel(
                    QCoreApplication.translate("Invigilation", "The student says: {reply}").format(reply=record.reply),
                    "caption",
                )
            )
        if record.decision is None:
            self._add_buttons()
        else:
            words = decision_words(record.decision)
            self.add(Label(f"{words} · {record.decided_by}".rstrip(" ·"), "caption", "text-muted"))

    def _certainty(self, event: IntegrityEvent) -> str:
        parts = []
        if event.frames:
            sure = round(event.confidence / 10)
            parts.append(
                QCoreApplication.translate("Invigilation", "{frames} looks, {sure} % of the time").format(
                    frames=event.frames, sure=sure
                )
            )
        if event.similarity is not None:
            parts.append(
                QCoreApplication.translate("Invigilation", "likeness {value}").format(
                    value=f"{event.similarity / 1000:.2f}"
                )
            )
        if event.light:
            parts.append(
                QCoreApplication.translate("Invigilation", "light good")
                if event.light >= 60
                else QCoreApplication.translate("Invigilation", "little light")
            )
        parts += filter(None, [detail_words(event)])
        return " · ".join(parts)

    def _add_buttons(self) -> None:
        buttons = FlowRow(gap=2)
        for decision in (Decision.EXPLAINED, Decision.IGNORED, Decision.CONFIRMED):
            button = SecondaryButton(decision_verb(decision))
            button.clicked.connect(lambda _checked=False, made=decision: self.decided.emit(self.record, made))
            buttons.addWidget(button)
        self.add(buttons)

    def show_frames(self, jpegs: Sequence[bytes]) -> None:
        """Put the evidence frames in."""
        height = theme().px(96)
        for place, jpeg in enumerate(jpegs[:3]):
            image = QImage.fromData(jpeg)
            if image.isNull():
                continue
            label = QLabel()
            label.setPixmap(QPixmap.fromImage(image.scaledToHeight(height, Qt.TransformationMode.SmoothTransformation)))
            label.setAccessibleName(
                QCoreApplication.translate("Invigilation", "Picture {number}").format(number=place + 1)
            )
            self.frames.insertWidget(place, label)


def kept_words(record: IntegrityRecord) -> list[str]:
    """Until when a flag's pictures are kept, and how many are gone."""
    said = []
    if record.evidence_until:
        text = QCoreApplication.translate("Invigilation", "Pictures are kept until {day}")
        said.append(text.format(day=format_date(max(record.evidence_until.values()), year=True)))
    if record.evidence_deleted:
        text = QCoreApplication.translate("Invigilation", "Pictures deleted since their time was over: {n}")
        said.append(text.format(n=format_number(len(record.evidence_deleted))))
    return said


def decision_verb(decision: Decision) -> str:
    """What a button says."""
    return {
        Decision.EXPLAINED: QCoreApplication.translate("Invigilation", "Explained"),
        Decision.IGNORED: QCoreApplication.translate("Invigilation", "Ignore"),
        Decision.WARNED: QCoreApplication.translate("Invigilation", "Warned"),
        Decision.CONFIRMED: QCoreApplication.translate("Invigilation", "Keep for the school"),
    }[decision]


def decision_words(decision: Decision) -> str:
    """What was decided."""
    return {
        Decision.EXPLAINED: QCoreApplication.translate("Invigilation", "Explained"),
        Decision.IGNORED: QCoreApplication.translate("Invigilation", "Ignored"),
        Decision.WARNED: QCoreApplication.translate("Invigilation", "The student was told"),
        Decision.CONFIRMED: QCoreApplication.translate("Invigilation", "Kept for the school"),
    }[decision]
