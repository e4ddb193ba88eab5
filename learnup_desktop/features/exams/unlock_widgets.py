"""Starting without a network: the invigilator's code, typed or held up to the camera, where a start reached nobody."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import LearnUpError, NetworkError
from learnup_desktop.features.exams.unlock_scan import ScanState, UnlockScan
from learnup_desktop.features.exams.words import camera_fault_words
from learnup_desktop.proctoring.messages import CAMERA_FAULTS
from learnup_desktop.qt.i18n import translate_key
from learnup_desktop.qt.widgets import (
    Column,
    FlowRow,
    IconLabel,
    PrimaryButton,
    Row,
    SecondaryButton,
    TextField,
    Tone,
    WrapLabel,
)
from learnup_desktop.qt.widgets.camera import CameraPicture, FrameSource

_LOOKS: dict[ScanState, tuple[Tone, str]] = {
    ScanState.OPENING: ("neutral", "progress-clock"),
    ScanState.LOOKING: ("accent", "qrcode-scan"),
    ScanState.FOREIGN: ("caution", "alert-circle-outline"),
    ScanState.OTHER_EXAM: ("caution", "alert-circle-outline"),
    ScanState.READ: ("positive", "check-circle"),
    ScanState.NO_CAMERA: ("caution", "camera-off-outline"),
}


class ScanView(QWidget):
    """What the camera sees while it looks for the code, and how it stands in words.

    Args:
        frames: gives the newest picture.
    """

    def __init__(self, frames: FrameSource) -> None:
        super().__init__()
        self.picture = CameraPicture(frames, height=220)
        self._icon = IconLabel("progress-clock", "text-muted")
        self.word = WrapLabel("")
        row = Row(gap=2)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.word, 1)
        column = Column(self, gap=2)
        column.addWidget(self.picture)
        column.addLayout(row)
        self.hide()

    def show_scan(self, scan: UnlockScan) -> None:
        """How it stands; gone when nothing is looked for."""
        state = scan.state
        self.setVisible(state is not ScanState.OFF)
        if state is ScanState.OFF:
            return
        self.picture.setVisible(state not in (ScanState.READ, ScanState.NO_CAMERA))
        tone, icon = _LOOKS[state]
        self._icon.set(icon, "text-muted" if tone == "neutral" else tone)
        self.word.setText(self._words(scan))
        self.picture.setAccessibleDescription(self.word.text())

    def _words(self, scan: UnlockScan) -> str:
        match scan.state:
            case ScanState.OPENING:
                return self.tr("The camera is starting…")
            case ScanState.LOOKING:
                return self.tr("Looking for the code. Hold it so that it fills half of the picture, and keep it still.")
            case ScanState.FOREIGN:
                return self.tr("This QR code is something else. Hold up the one on the invigilator's screen.")
            case ScanState.OTHER_EXAM:
                return self.tr("This is the code of another exam. Ask the invigilator for the one of this exam.")
            case ScanState.READ:
                return self.tr("The code was read.")
            case _:
                known = scan.fault in CAMERA_FAULTS and scan.fault is not None
                why = camera_fault_words(scan.fault.value) if known and scan.fault is not None else ""
                said = why or translate_key("exams.check.camera.worker")
                return self.tr("{why} You can type the code instead.").format(why=said)


class UnlockPanel(QWidget):
    """Offers to start with a code when a start found no network.

    Args:
        frames: gives the camera's newest picture.

    Attributes:
        entered: the code as it was typed or read.
        scan_requested: look for the code with the camera (True), or no longer.
    """

    entered = Signal(str)
    scan_requested = Signal(bool)

    def __init__(self, frames: FrameSource) -> None:
        super().__init__()
        self._text = WrapLabel("", "body", "text-muted")
        self.field = TextField("")
        self.field.setObjectName("unlock-code")
        self.field.edit.returnPressed.connect(self._enter)
        self.button = PrimaryButton("", icon="lock-open-outline")
        self.button.setObjectName("unlock")
        self.button.clicked.connect(self._enter)
        self.scan_button = SecondaryButton("", icon="qrcode-scan")
        self.scan_button.setObjectName("scan-code")
        self.scan_button.clicked.connect(self._toggle_scan)
        self.scan = ScanView(frames)
        self._scanning = False
        row = FlowRow(gap=2)
        row.add(self.button, self.scan_button)
        column = Column(self, gap=3)
        column.add(self._text, self.field)
        column.addLayout(row)
        column.addWidget(self.scan)
        self.hide()
        self.retranslate()

    def offer(self, error: LearnUpError | None) -> None:
        """Show the offer when ``error`` says that there is no network; hide otherwise."""
        self.setVisible(isinstance(error, NetworkError))

    def show_scan(self, scan: UnlockScan) -> None:
        """How the search stands; a code that was read is entered at once."""
        read = scan.state is ScanState.READ and self._scanning
        self._scanning = scan.running
        self.scan.show_scan(scan)
        self.retranslate()
        if read:
            self.field.edit.setText(scan.code)
            self._enter()

    def refuse(self) -> None:
        """What was typed is no code of this exam."""
        self._fail(self.tr("This is not the code of this exam. Please compare it group by group."))

    def refuse_old(self) -> None:
        """It is this exam's code, but not of the paper that is on this PC."""
        self._fail(
            self.tr(
                "This code is right, but it no longer opens the paper on this PC: the paper was replaced meanwhile. "
                "Tell the invigilator."
            )
        )

    def not_yet(self, why: str) -> None:
        """The code is kept; something else is missing."""
        self._fail(why)

    def retranslate(self) -> None:
        """Set every text again."""
        self._text.setText(
            self.tr("Is there no network in your hall? The invigilator has a code that opens this exam's paper.")
        )
        self.field.set_label(self.tr("Unlock code"))
        self.button.setText(self.tr("Start with the code"))
        stop, start = self.tr("Stop the camera"), self.tr("Read the QR code with the camera")
        self.scan_button.setText(stop if self._scanning else start)

    def _fail(self, words: str) -> None:
        self.field.set_error(words)
        self.show()

    def _toggle_scan(self) -> None:
        self.field.set_error("")
        self.scan_requested.emit(not self._scanning)

    def _enter(self) -> None:
        self.field.set_error("")
        if self.field.text().strip():
            self.entered.emit(self.field.text())
