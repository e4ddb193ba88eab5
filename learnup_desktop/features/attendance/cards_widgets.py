"""Cards beside the grid: by USB scanner or camera, the last card in words and sound, cards to print."""

import asyncio
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from learnup_desktop.contract.attendance import AttendanceState, CardSheet
from learnup_desktop.domain.student_card import CARD_PREFIX, CardVerdict
from learnup_desktop.features.attendance.board import AttendanceBoard
from learnup_desktop.features.attendance.card_camera import CardCamera
from learnup_desktop.features.attendance.cards import CardDesk, CardRead
from learnup_desktop.features.attendance.roll_call_widgets import Portrait
from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.dialogs import choose_file_to_save
from learnup_desktop.qt.sounds import play
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Banner,
    Card,
    FlowRow,
    QuietButton,
    SecondaryButton,
    TextField,
    Tone,
    WrapLabel,
    show_if,
)

TONES: dict[CardVerdict, Tone] = {
    CardVerdict.WELCOME: "positive",
    CardVerdict.REPEATED: "accent",
    CardVerdict.EXPIRED: "caution",
    CardVerdict.OTHER_CLASS: "caution",
    CardVerdict.FOREIGN: "critical",
    CardVerdict.UNREADABLE: "critical",
}


class CardsCard(Card):
    """The card desk of the open lesson.

    Attributes:
        marked: marks to keep.
        ended: the desk was closed.
    """

    marked = Signal(list)
    ended = Signal()

    def __init__(self, desk: CardDesk, tasks: TaskScope, reader: CardCamera | None = None) -> None:
        super().__init__(" ", gap=3)
        self._desk = desk
        self._reader = reader
        self._tasks = tasks
        self._board: AttendanceBoard | None = None
        self._last: CardRead | None = None
        self.words = WrapLabel("", "caption", "text-muted")
        self.field = TextField("")
        self.edit: QLineEdit = self.field.edit
        self.edit.setMaxLength(400)
        self.edit.returnPressed.connect(self._typed)
        self.said = Banner("")
        self.said.hide()
        self.print_cards = SecondaryButton(icon="printer-outline")
        self.done = QuietButton(icon="close")
        self.camera = SecondaryButton(icon="camera-outline")
        self.view = Portrait(side=160)
        self.view.hide()
        self.camera_words = WrapLabel("", "caption", "text-muted")
        row = FlowRow(gap=2)
        row.add(self.camera, self.print_cards, self.done)
        self.add(self.words, self.field, self.view, self.camera_words, self.said, row)
        self.camera.clicked.connect(self._toggle_camera)
        if reader is None:
            self.camera.hide()
        else:
            reader.on_card, reader.on_changed = self._read_by_camera, self._show_camera
        self.print_cards.clicked.connect(self._print)
        self.done.clicked.connect(self.end)
        self.hide()
        self.retranslate()

    def begin(self, board: AttendanceBoard) -> None:
        """Read cards for this lesson; a scanner's keys go into the field."""
        self._board = board
        self._last = None
        self.said.hide()
        self.show()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def end(self) -> None:
        """No more cards."""
        if not self.isHidden():
            self._board = None
            if self._reader is not None:
                self._reader.stop()
            self.hide()
            self.ended.emit()

    def take(self, text: str) -> CardRead | None:
        """A card was read; what it meant."""
        if self._board is None or not text.strip():
            return None
        read = self._desk.read(text, self._board)
        self._last = read
        play(read.verdict.value)
        self._say(read)
        if read.marks:
            self.marked.emit(list(read.marks))
        return read

    def retranslate(self) -> None:
        """Set the words again."""
        self.set_title(self.tr("Cards"))
        self.words.setText(
            self.tr("Hold each card to the scanner or the camera. Marks are by card; what you mark by hand stays.")
        )
        self.field.set_label(self.tr("Card"))
        self.edit.setAccessibleName(self.tr("Card"))
        self.print_cards.setText(self.tr("Print cards"))
        self.done.setText(self.tr("Close"))
        if self._last is not None:
            self._say(self._last)
        self._show_camera()

    def _toggle_camera(self) -> None:
        if self._reader is not None:
            (self._reader.start if self._reader.phase == "off" else self._reader.stop)()

    def _read_by_camera(self, text: str) -> None:
        # A poster's or a book's code in the room is nobody's card: only a scanner that was aimed at it says so.
        if text.strip().upper().startswith(CARD_PREFIX):
            self.take(text)

    def _show_camera(self) -> None:
        reader = self._reader
        if reader is None or self._tasks.closed:
            return
        on = reader.phase != "off"
        self.camera.setText(self.tr("Stop camera") if on else self.tr("Camera"))
        show_if(self.view, bool(reader.view))
        self.view.show_picture(reader.view, self.tr("What the camera sees"))
        words = {
            "camera_busy": self.tr("Another program uses the camera. Close it and try again."),
            "camera_denied": self.tr("This PC does not let LearnUp use the camera."),
        }
        said = self.tr("Getting ready…") if reader.phase == "starting" else ""
        if reader.fault:
            said = words.get(reader.fault, self.tr("The camera gives no picture. Use the scanner, or mark by hand."))
        self.camera_words.setText(said)
        show_if(self.camera_words, bool(said))

    def _typed(self) -> None:
        text = self.edit.text()
        self.edit.clear()
        self.take(text)

    def _say(self, read: CardRead) -> None:
        title, text = self._words_for(read)
        self.said.set(title, text, TONES[read.verdict])
        self.said.show()

    def _words_for(self, read: CardRead) -> tuple[str, str]:
        name = read.name
        match read.verdict:
            case CardVerdict.WELCOME if read.stands is not None:
                return name, self.tr("Marked by hand already; that stays.")
            case CardVerdict.WELCOME:
                late = any(mark.state is AttendanceState.LATE for mark in read.marks)
                minutes = i18n.format_number(max((mark.minutes_late for mark in read.marks), default=0))
                return name, self.tr("Late {minutes} min").format(minutes=minutes) if late else self.tr("Present")
            case CardVerdict.REPEATED:
                return name, self.tr("This card was read already in this lesson.")
            case CardVerdict.EXPIRED:
                title = name or self.tr("This card has expired")
                return title, self.tr("The card is too old. Mark by hand, and print a new one.")
            case CardVerdict.OTHER_CLASS:
                return self.tr("Not in this class"), self.tr("The card is genuine, but its owner is not on this roll.")
            case CardVerdict.FOREIGN:
                return self.tr("Not a card of this school"), self.tr("Its signature is not ours. Nothing was marked.")
            case _:
                return self.tr("That could not be read"), self.tr("Hold the card flat and try again.")

    def _print(self) -> None:
        if self._board is not None:
            class_id = self._board.lesson.class_id
            title = self._board.lesson.class_name.text(i18n.language())
            self._tasks.latest(
                "cards", partial(self._desk.sheet, class_id), on_success=lambda sheet: self._save(title, sheet)
            )

    def _save(self, title: str, sheet: CardSheet) -> None:
        self._tasks.latest("save cards", partial(self._write, title, sheet))

    async def _write(self, title: str, sheet: CardSheet) -> None:
        from learnup_desktop.features.attendance.card_sheet_widgets import write_card_sheet

        path = await choose_file_to_save(self, self.tr("Save cards"), f"{title}.pdf", "PDF (*.pdf)")
        if path is not None:
            await asyncio.to_thread(write_card_sheet, path, title, sheet.cards)
            notices.say_text("positive", self.tr("Cards saved"), path.name)
