"""The student's own face: what it is for, agreement, three pictures, and deleting it all again."""

from functools import partial

from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.face import Enrolment, EnrolmentState
from learnup_desktop.features.enrolment.service import PICTURES_WANTED, CaptureStep, EnrolmentService
from learnup_desktop.proctoring.messages import Advice
from learnup_desktop.qt.dialogs import Choice, ask
from learnup_desktop.qt.i18n import format_date, has_key, translate_error, translate_key
from learnup_desktop.qt.notices import say_text
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Banner,
    Card,
    CheckBox,
    Column,
    EmptyState,
    Label,
    PageFrame,
    PrimaryButton,
    Row,
    SecondaryButton,
    SideBySide,
    StateStack,
    WrapLabel,
)
from learnup_desktop.qt.widgets.camera import CameraPicture


class EnrolmentPage(PageFrame):
    """``face``: enrol, see how it stands, delete."""

    def __init__(self, service: EnrolmentService, context: PageContext) -> None:
        super().__init__()
        self._service = service
        self._context = context
        self._enrolment: Enrolment | None = None
        self.tasks = TaskScope(self)
        service.on_capture_changed = self._show_capture
        content = QWidget()
        column = Column(content, gap=4)
        self.standing = Banner(" ")
        column.add(self.standing, SideBySide(self._make_capture_card(), self._make_explanation_card()))
        self.stack = StateStack(content, empty=EmptyState(""))
        self.stack.retry_requested.connect(self.reload)
        self.add(self.stack)
        self.finish()
        self.retranslate()

    # --- making --------------------------------------------------------------------------------------

    def _make_capture_card(self) -> Card:
        self.capture_card = Card(" ")
        self.camera = CameraPicture(self._service.newest_frame, oval=True, height=280)
        self.progress = Label("", "heading")
        self.advice = WrapLabel("", "body", "text-muted")
        self.consent = CheckBox()
        self.begin_button = PrimaryButton("", icon="camera-outline")
        self.send_button = PrimaryButton("", icon="send-outline")
        self.again_button = SecondaryButton("")
        self.consent.toggled.connect(self._show_capture)
        self.begin_button.clicked.connect(self._begin)
        self.again_button.clicked.connect(self._begin)
        self.send_button.clicked.connect(self._send)
        buttons = Row(gap=3)
        buttons.add(self.begin_button, self.send_button, self.again_button)
        buttons.addStretch(1)
        self.capture_card.add(self.camera, self.progress, self.advice, self.consent, buttons)
        return self.capture_card

    def _make_explanation_card(self) -> Card:
        self.explanation_card = Card(" ")
        self.sentences = [WrapLabel("") for _ in range(4)]
        self.delete_button = SecondaryButton("", icon="delete-outline")
        self.delete_button.clicked.connect(lambda: self.tasks.run(self._delete))
        self.explanation_card.add(*self.sentences, self.delete_button)
        return self.explanation_card

    def retranslate(self) -> None:
        """Every text in the language of now."""
        self.capture_card.set_title(self.tr("Your face for exams"))
        self.consent.setText(
            self.tr("I agree that the school keeps these three pictures as numbers, and one photograph")
        )
        self.consent.setAccessibleName(self.consent.text())
        self.begin_button.setText(self.tr("Open the camera"))
        self.send_button.setText(self.tr("Send to the school"))
        self.again_button.setText(self.tr("Take them again"))
        self.delete_button.setText(self.tr("Delete my face"))
        self.explanation_card.set_title(self.tr("What it is for"))
        words = (
            self.tr(
                "During an exam this computer compares the camera with your face, so that nobody stands beside you."
            ),
            self.tr("Your school keeps three rows of numbers and one photograph, at which a teacher looks once."),
            self.tr("Without it you can sit exams that allow it; they record that nobody was compared."),
            self.tr("You can have all of it deleted at any time. It is then really gone."),
        )
        for label, text in zip(self.sentences, words, strict=True):
            label.setText(text)
        self._show_standing()
        self._show_capture()

    # --- what happens --------------------------------------------------------------------------------

    def activated(self, parameters: dict[str, object]) -> None:
        """Ask how it stands."""
        self.reload()

    def deactivated(self) -> None:
        """Let the camera go: nobody is watched on another page."""
        self.tasks.run(self._service.end, on_finished=self.camera.refresh)

    def reload(self) -> None:
        """Ask the platform."""
        self.stack.show_loading()
        self.tasks.latest(
            "load", self._service.own_enrolment, on_success=self._show_enrolment, on_failure=self.stack.show_error
        )

    def _begin(self) -> None:
        async def begin() -> None:
            await self._service.end()
            self._service.begin()

        self.tasks.latest("camera", begin)

    def _send(self) -> None:
        self.send_button.setEnabled(False)
        self.tasks.latest(
            "send",
            partial(self._service.send, consent=self.consent.isChecked()),
            on_success=self._sent,
            on_finished=self._show_capture,
        )

    def _sent(self, enrolment: Enrolment) -> None:
        self.camera.refresh()
        self._show_enrolment(enrolment)
        say_text("positive", self.tr("Sent to the school"), self.tr("A teacher approves it before your next exam."))

    async def _delete(self) -> None:
        if self._enrolment is None:
            return
        chosen = await ask(
            self,
            self.tr("Delete your face?"),
            self.tr("The numbers and the photograph are deleted at school. You can enrol again later."),
            [Choice("keep", self.tr("Keep it")), Choice("delete", self.tr("Delete"), "critical")],
        )
        if chosen == "delete":
            await self._service.delete(self._enrolment.id)
            self._show_enrolment(None)
            say_text("positive", self.tr("Deleted at school"))

    # --- showing -------------------------------------------------------------------------------------

    def _show_enrolment(self, enrolment: Enrolment | None) -> None:
        self._enrolment = enrolment
        self.stack.show_content()
        self._show_standing()
        self._show_capture()

    def _show_standing(self) -> None:
        enrolment = self._enrolment
        self.delete_button.setVisible(enrolment is not None)
        if enrolment is None:
            self.standing.set(self.tr("Not enrolled yet"), self.tr("It takes about a minute and a camera."), "neutral")
        elif enrolment.state is EnrolmentState.WAITING:
            self.standing.set(self.tr("Waiting for a teacher"), self.tr("You need not do anything more."), "caution")
        else:
            day = format_date((enrolment.decided_at or enrolment.consent_at).date())
            self.standing.set(self.tr("Enrolled and approved"), self.tr("Since {day}").format(day=day), "positive")

    def _show_capture(self) -> None:
        capture = self._service.capture
        idle = capture.step in (CaptureStep.IDLE, CaptureStep.FAILED)
        complete = capture.step is CaptureStep.COMPLETE
        self.begin_button.setVisible(idle)
        self.begin_button.setEnabled(self.consent.isChecked())
        self.send_button.setVisible(complete)
        self.send_button.setEnabled(complete and self.consent.isChecked() and not self.tasks.busy("send"))
        self.again_button.setVisible(complete)
        looking = capture.step is CaptureStep.LOOKING
        poor = capture.step is CaptureStep.FAILED or (looking and bool(capture.advice))
        self.camera.set_tone("caution" if poor else "positive" if complete or looking else "neutral")
        self.progress.setText(self._progress_words())
        self.progress.setVisible(bool(self.progress.text()))
        self.advice.setText(self._advice_words())

    def _progress_words(self) -> str:
        capture = self._service.capture
        match capture.step:
            case CaptureStep.STARTING:
                return self.tr("The camera is opening…")
            case CaptureStep.LOOKING:
                return self.tr("{taken} of {wanted} pictures").format(taken=capture.taken, wanted=PICTURES_WANTED)
            case CaptureStep.COMPLETE:
                return self.tr("Three good pictures")
        return ""

    def _advice_words(self) -> str:
        capture = self._service.capture
        if capture.error is not None:
            reason = f"camera.{capture.error.arguments.get('reason', '')}"
            if has_key(reason):
                return translate_key(reason)
            said = translate_error(capture.error)
            return f"{said.title} {said.advice}".strip()
        if capture.step is CaptureStep.COMPLETE:
            return self.tr("Send them, or take them again if you moved.")
        if capture.step is CaptureStep.LOOKING:
            return self.advice_sentence(capture.advice[0]) if capture.advice else self.tr("Good. Keep looking here.")
        return self.tr("Sit as you sit in an exam, with light on your face.")

    def advice_sentence(self, advice: Advice) -> str:
        """What to do for a better picture, in words."""
        return {
            Advice.MORE_LIGHT: self.tr("It is dark. Turn a lamp on, or face the window."),
            Advice.LESS_LIGHT: self.tr("It is too bright. Turn away from the lamp or window."),
            Advice.COME_CLOSER: self.tr("Come a little closer."),
            Advice.MOVE_BACK: self.tr("Move back a little."),
            Advice.HOLD_STILL: self.tr("Hold still for a moment."),
            Advice.LOOK_AT_CAMERA: self.tr("Look straight at the camera."),
            Advice.CENTRE_FACE: self.tr("Bring your face into the middle."),
            Advice.ONE_PERSON: self.tr("Only you should be in the picture."),
            Advice.NOBODY_THERE: self.tr("Sit in front of the camera."),
            Advice.UNCOVER_CAMERA: self.tr("Something covers the camera. Clear it."),
        }[advice]
