"""A line of a register on the screen. It paints itself: forty students with twenty lessons would be 800 widgets."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.contract.attendance import AttendanceState, Mark
from learnup_desktop.contract.classes import Lesson
from learnup_desktop.domain.register import RegisterLine
from learnup_desktop.qt import i18n
from learnup_desktop.qt.attendance_words import STATE_TONES, state_letter, state_words
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import follow_theme, round_box, tone_colors

_NAME, _SHARE, _NARROWEST = 170, 52, 22


class _Columns(QWidget):
    """What head and lines share: where the columns are."""

    def __init__(self, lessons: int) -> None:
        super().__init__()
        self._lessons = lessons
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self.updateGeometry)

    def cell(self, place: int) -> QRectF:
        """Where a lesson's mark stands."""
        look = theme()
        room = self.width() - look.px(_NAME) - look.px(_SHARE)
        width = min(look.px(44), room / max(1, self._lessons))
        return QRectF(look.px(_NAME + _SHARE) + place * width, 0, width, self.height())

    def share_box(self) -> QRectF:
        """Where the share stands."""
        return QRectF(theme().px(_NAME), 0, theme().px(_SHARE), self.height())

    def minimumSizeHint(self) -> QSize:
        look = theme()
        return QSize(look.px(_NAME + _SHARE + _NARROWEST * self._lessons), self.sizeHint().height())


class RegisterHead(_Columns):
    """The days."""

    def __init__(self, lessons: Sequence[Lesson]) -> None:
        super().__init__(len(lessons))
        self._days = [i18n.local(lesson.starts_at).date() for lesson in lessons]

    def sizeHint(self) -> QSize:
        return QSize(theme().px(500), 2 * QFontMetrics(theme().font("micro")).height() + theme().px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme().font("micro"))
        painter.setPen(theme().color("text-muted"))
        for place, day in enumerate(self._days):
            text = f"{i18n.format_weekday(day, short=True)[:2]}\n{i18n.format_number(day.day)}"
            painter.drawText(self.cell(place), Qt.AlignmentFlag.AlignCenter, text)


class RegisterRow(_Columns):
    """One student."""

    def __init__(self, line: RegisterLine, lessons: Sequence[Lesson]) -> None:
        super().__init__(len(lessons))
        self._line = line
        self._share = "–" if line.rate is None else i18n.format_percent(line.rate)
        said = [
            f"{i18n.format_date(lesson.starts_at)} {_words(mark)}"
            for lesson, mark in zip(lessons, line.marks, strict=True)
            if mark is not None
        ]
        self.setAccessibleName(", ".join([line.student.name, line.student.index_number, self._share, *said]))
        self.setToolTip("\n".join([line.student.name, *said]))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(500), QFontMetrics(theme().font("label")).height() + theme().px(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        if self.hasFocus():
            round_box(painter, self.rect(), look.radius("control"), border=look.color("accent"))
        painter.setFont(look.font("label"))
        painter.setPen(look.color("text"))
        room = look.px(_NAME) - look.px(8)
        name = painter.fontMetrics().elidedText(self._line.student.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(look.px(4), 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, name)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(self.share_box().adjusted(0, 0, -look.px(10), 0), right, self._share)
        painter.setFont(look.font("caption", bold=True))
        for place, mark in enumerate(self._line.marks):
            box = self.cell(place).adjusted(look.px(1), look.px(2), -look.px(1), -look.px(2))
            if mark is None:
                painter.setPen(look.color("text-muted"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "·")
                continue
            soft, strong = tone_colors(STATE_TONES[mark.state])
            if mark.state is not AttendanceState.PRESENT:
                round_box(painter, box, look.radius("bar"), fill=soft)
            painter.setPen(strong)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, state_letter(mark.state))


def _words(mark: Mark) -> str:
    return state_words(mark.state, mark.minutes_late)
