"""The card "What was noticed" of the receipt: each flag with its pictures, the school's decision, and the reply."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from learnup_desktop.base.clock import from_epoch_milliseconds
from learnup_desktop.base.errors import LearnUpError, NetworkError
from learnup_desktop.contract.exam_list import ExamSummary
from learnup_desktop.contract.invigilation import Decision
from learnup_desktop.features.exams.editor_widgets import clean
from learnup_desktop.features.exams.flag_replies import LONGEST_REPLY, FlagReplies, Noticed, can_be_sent, merged
from learnup_desktop.features.exams.flags import Flag
from learnup_desktop.features.exams.words import flag_words
from learnup_desktop.qt import i18n
from learnup_desktop.qt.dialogs import Choice, Dialog, open_dialog
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Card,
    Column,
    Divider,
    FlowRow,
    Label,
    PillButton,
    Row,
    WrapLabel,
    clear_layout,
    follow_theme,
    show_if,
)

PICTURE_HEIGHT = 72
"""Px at 100 %: enough to recognise the moment, small enough for three beside each other."""
JPEG_START = b"\xff\xd8\xff"
LARGEST_SIDE = 480
"""Pictures are kept no larger: ``PICTURE_HEIGHT`` at 200 % on a dense display."""

Send = Callable[[str], Coroutine[Any, Any, Noticed]]


def thumbnail(jpeg: bytes) -> QImage:
    """A JPEG at most ``LARGEST_SIDE`` px wide and high; a null image when it is none. Made off Qt's thread."""
    # Qt guesses the format from the content; none of its other readers is to see what came over the network.
    image = QImage.fromData(jpeg) if jpeg.startswith(JPEG_START) else QImage()
    if image.isNull() or max(image.width(), image.height()) <= LARGEST_SIDE:
        return image
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(LARGEST_SIDE, LARGEST_SIDE, keep, smooth)


class _Picture(QLabel):
    """One evidence picture, as sharp as the display is."""

    def __init__(self, image: QImage, name: str) -> None:
        super().__init__()
        self._image = image
        self.setAccessibleName(name)
        follow_theme(self._retheme)

    def _retheme(self) -> None:
        ratio = self.devicePixelRatioF()
        height = round(theme().px(PICTURE_HEIGHT) * ratio)
        pixmap = QPixmap.fromImage(self._image.scaledToHeight(height, Qt.TransformationMode.SmoothTransformation))
        pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)


class NoticedRow(QWidget):
    """One flag.

    Attributes:
        reply_requested: the student wants to say something.
    """

    reply_requested = Signal()

    def __init__(self, noticed: Noticed) -> None:
        super().__init__()
        self.noticed = noticed
        flag, record = noticed.flag, noticed.record
        title, _ = flag_words(flag, flag.ended_ms or flag.started_ms)
        when = i18n.format_time(from_epoch_milliseconds(flag.started_ms))
        self._pictures = FlowRow(gap=2)
        self.reply = PillButton(self.tr("Change your reply") if record and record.reply else self.tr("Reply"))
        self.reply.clicked.connect(self.reply_requested)
        column = Column(self, gap=1.5, margins=(0, 2, 0, 2))
        column.add(WrapLabel(title), Label(when, "caption", "text-muted"), self._pictures)
        said = self._kept(noticed)
        if record is not None and record.reply:
            said.append(self.tr("You wrote: {text}").format(text=record.reply))
        if record is not None and record.decision is not None:
            said.append(self._decided(record.decision, record.decided_by))
            if record.decision_note:
                said.append(record.decision_note)
        for line in said:
            label = WrapLabel(line, "caption")
            label.set_selectable()
            column.add(label)
        column.addWidget(self.reply, 0, Qt.AlignmentFlag.AlignLeft)
        show_if(self.reply, noticed.can_reply)
        self.setAccessibleName(", ".join([title, when, *said]))

    def add_picture(self, image: QImage) -> None:
        """Append an evidence picture."""
        number = i18n.format_number(self._pictures.count() + 1)
        self._pictures.addWidget(_Picture(image, self.tr("Picture {number}").format(number=number)))

    def picture_count(self) -> int:
        """How many pictures are shown."""
        return self._pictures.count()

    def _kept(self, noticed: Noticed) -> list[str]:
        """Until when the pictures are kept, and which are gone."""
        said = []
        if noticed.kept_until is not None:
            day = i18n.format_date(noticed.kept_until, year=True)
            said.append(self.tr("The pictures are deleted on {day}.").format(day=day))
        if noticed.deleted:
            number = i18n.format_number(noticed.deleted)
            said.append(self.tr("Pictures deleted since their time was over: {n}").format(n=number))
        return said

    def _decided(self, decision: Decision, by: str) -> str:
        words = {
            Decision.IGNORED: self.tr("Looked at: of no importance"),
            Decision.EXPLAINED: self.tr("Looked at: explained"),
            Decision.WARNED: self.tr("Looked at: you were told"),
            Decision.CONFIRMED: self.tr("Looked at: kept for the school"),
        }[decision]
        return f"{words} · {by}" if by else words


class ReplyDialog(Dialog):
    """Takes the student's words and stays open until the platform has them, so that a failure loses none.

    Args:
        parent: whose window is covered.
        noticed: what is replied to.
        text: what to begin with.
        send: sends the words.

    Attributes:
        sent: the flag with its reply, once the platform has it.
    """

    def __init__(self, parent: QWidget | None, noticed: Noticed, text: str, send: Send) -> None:
        title = QCoreApplication.translate("ReplyDialog", "Your reply")
        super().__init__(parent, title)
        self.sent: Noticed | None = None
        self._send = send
        self._tasks = TaskScope(self)
        about, _ = flag_words(noticed.flag, noticed.flag.ended_ms or noticed.flag.started_ms)
        self.field = QPlainTextEdit()
        theme().dress(self.field)
        self.field.setObjectName("flag-reply")
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(title)
        self.field.setPlaceholderText(self.tr("What happened, in your words"))
        self.field.setPlainText(text)
        self.count = Label("", "caption", "text-muted")
        self.problem = WrapLabel("", "caption", "critical")
        below = Row(gap=2)
        below.addWidget(self.problem, 1)
        below.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        self.body.add(WrapLabel(about, tone="text-muted"), self.field, below)
        self.add_choice(Choice("cancel", self.tr("Cancel")))
        self.send_button = self.add_choice(Choice("send", self.tr("Send"), "primary"))
        self.field.textChanged.connect(self._show_count)
        self._show_count()
        self.field.setFocus()
        follow_theme(self._retheme)

    def text(self) -> str:
        """What is written."""
        return clean(self.field.toPlainText())

    def accept(self) -> None:
        """A button was pressed: leave, or send and end only when it is sent."""
        if self.chosen != "send":
            self.reject()
        elif can_be_sent(self.text()) and not self._tasks.busy():
            self.problem.setText("")
            self.field.setReadOnly(True)
            self.send_button.setEnabled(False)
            self._tasks.run(partial(self._send, self.text()), on_success=self._was_sent, on_failure=self._was_not_sent)

    def _was_sent(self, noticed: Noticed) -> None:
        self.sent = noticed
        super().accept()

    def _was_not_sent(self, error: LearnUpError) -> None:
        self.field.setReadOnly(False)
        if isinstance(error, NetworkError):
            said = self.tr("Not sent: LearnUp cannot be reached. Your words are kept here; send them again later.")
        else:
            told = i18n.translate_error(error)
            said = f"{told.title} {told.advice}".strip()
        self.problem.setText(said)
        self.field.setAccessibleDescription(said)
        self._show_count()
        self.field.setFocus()

    def _show_count(self) -> None:
        text = self.text()
        self.count.setText(f"{i18n.format_number(len(text))} / {i18n.format_number(LONGEST_REPLY)}")
        self.count.set_tone("critical" if len(text) > LONGEST_REPLY else "text-muted")
        self.send_button.setEnabled(can_be_sent(text))

    def _retheme(self) -> None:
        self.field.setFont(theme().font("body"))
        self.field.setMinimumHeight(theme().px(140))


class NoticedCard(Card):
    """What was noticed in one exam.

    Args:
        replies: the platform's side; None shows what this PC wrote down only.
    """

    def __init__(self, replies: FlagReplies | None) -> None:
        super().__init__(" ", gap=2)
        self._replies = replies
        self._tasks = TaskScope(self)
        self._exam: ExamSummary | None = None
        self._local: Sequence[Flag] = ()
        self._noticed: tuple[Noticed, ...] = ()
        self._images: dict[str, QImage] = {}
        self._fault: LearnUpError | None = None
        self.rows: dict[str, NoticedRow] = {}
        self._list = Column(gap=2)
        self.fault = WrapLabel("", "caption", "text-muted")
        self.again = PillButton("")
        self.again.clicked.connect(self.refresh)
        self._note = WrapLabel("", "caption", "text-muted")
        self.add(self._list, self.fault)
        self.body.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self._note)
        self.body.addStretch(1)
        self.retranslate()

    def show_exam(self, exam: ExamSummary, local: Sequence[Flag]) -> None:
        """Show what this PC wrote down at once, and what the platform holds when it has answered."""
        self._exam, self._local = exam, local
        self._noticed, self._fault = merged(local, ()), None
        self._images.clear()
        self._render()
        self.refresh()

    def refresh(self) -> None:
        """Ask the platform."""
        if self._replies is not None and self._exam is not None:
            self._tasks.latest(
                "noticed",
                partial(self._replies.noticed, self._exam, self._local),
                on_success=self._show,
                on_failure=self._show_fault,
            )

    def retranslate(self) -> None:
        """Set every text again."""
        self.set_title(self.tr("What was noticed"))
        self.again.set(self.tr("Try again"))
        self._note.setText(self.tr("A person at your school looks at this; nothing is decided by a program."))
        self._render()

    def _show(self, noticed: tuple[Noticed, ...]) -> None:
        self._noticed, self._fault = noticed, None
        self._render()
        self._tasks.latest("pictures", self._fetch_pictures, on_failure=self._show_fault)

    def _show_fault(self, error: LearnUpError) -> None:
        self._fault = error
        self._render_fault()

    def _render(self) -> None:
        clear_layout(self._list)
        self.rows.clear()
        if not self._noticed:
            self._list.add(WrapLabel(self.tr("Nothing was noticed."), "body", "text-muted"))
        for number, noticed in enumerate(self._noticed):
            if number:
                self._list.add(Divider())
            row = NoticedRow(noticed)
            row.reply_requested.connect(partial(self._ask, noticed))
            for sha256 in noticed.pictures:
                if sha256 in self._images:
                    row.add_picture(self._images[sha256])
            self.rows[noticed.flag.id] = row
            self._list.add(row)
        self._render_fault()

    def _render_fault(self) -> None:
        if isinstance(self._fault, NetworkError):
            need = self.tr("LearnUp cannot be reached: pictures, decisions and replies need the network.")
            if all(noticed.record is None for noticed in self._noticed):
                need = self.tr("This is what this PC wrote down. Pictures, decisions and replies need the network.")
            self.fault.setText(need)
        elif self._fault is not None:
            self.fault.setText(i18n.translate_error(self._fault).title)
        show_if(self.fault, self._fault is not None)
        show_if(self.again, self._fault is not None)

    async def _fetch_pictures(self) -> None:
        if self._replies is None:
            return
        for noticed in self._noticed:
            for sha256 in noticed.pictures:
                if sha256 in self._images:
                    continue
                jpeg = await self._replies.picture(noticed, sha256)
                image = await asyncio.to_thread(thumbnail, jpeg) if jpeg is not None else QImage()
                row = self.rows.get(noticed.flag.id)
                if not image.isNull() and row is not None:
                    self._images[sha256] = image
                    row.add_picture(image)

    def _ask(self, noticed: Noticed) -> None:
        if not self._tasks.busy("reply"):
            self._tasks.latest("reply", partial(self._take_reply, noticed))

    async def _take_reply(self, noticed: Noticed) -> None:
        replies = self._replies
        if replies is None:
            return
        dialog = ReplyDialog(self.window(), noticed, replies.draft(noticed), partial(replies.send, noticed))
        dialog.field.textChanged.connect(lambda: replies.keep(noticed, dialog.text()))
        await open_dialog(dialog)
        if dialog.sent is None:
            self.refresh()  # it may have been decided meanwhile, or arrived without an answer
            return
        self._noticed = tuple(dialog.sent if other.flag.id == noticed.flag.id else other for other in self._noticed)
        self._render()
