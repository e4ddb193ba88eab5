"""What exams, enrolment and invigilation are made of. Camera and models are touched only when a page asks for them."""

import os
import shutil
import socket
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from learnup_desktop.base import paths
from learnup_desktop.base.errors import StorageError
from learnup_desktop.base.log import get_logger
from learnup_desktop.base.settings import CAMERA, CAMERA_DEVICE, FACE_PROCESSOR, Settings
from learnup_desktop.domain.engagements import Engagements
from learnup_desktop.qt import i18n
from learnup_desktop.qt.routes import Route

if TYPE_CHECKING:
    from learnup_desktop.app.session import AccountSession
    from learnup_desktop.contract.auth import Account
    from learnup_desktop.contract.exams import AttemptStatus, ExamSummary
    from learnup_desktop.contract.integrity import ProctoringPolicy
    from learnup_desktop.features.enrolment.service import EnrolmentService
    from learnup_desktop.features.exams.editor_widgets import Clipboard
    from learnup_desktop.features.exams.emergency_desk import EmergencyDesk
    from learnup_desktop.features.exams.flag_replies import FlagReplies
    from learnup_desktop.features.exams.service import ExamsService
    from learnup_desktop.features.invigilation.service import InvigilationService
    from learnup_desktop.features.marking.service import MarkingService
    from learnup_desktop.features.results.service import ResultsService
    from learnup_desktop.features.today.plan import ReadinessLine
    from learnup_desktop.lockdown.qt_lockdown import QtLockdown
    from learnup_desktop.proctoring.messages import Message, StoredTemplate, WorkerConfiguration
    from learnup_desktop.proctoring.supervisor import ProctoringSupervisor

ASSETS_VARIABLE = "LEARNUP_FACE_ASSETS"
"""Names a folder with face models, laid out as InsightFace does; used in place of the installed ones."""

CLOCK_TOLD_SECONDS = 120.0
"""From here on a student should know that the PC's clock is wrong (the exam goes by the server's)."""

DISK_WANTED_BYTES = 200_000_000
"""What evidence may take in one exam (``WorkerConfiguration.evidence_quota``)."""

_log = get_logger(__name__)


def models_root() -> Path:
    """Where the face models are: the folder the environment names, else where they are installed."""
    named = os.environ.get(ASSETS_VARIABLE)
    folder = Path(named) if named else None
    return folder if folder is not None and folder.is_dir() else paths.models_dir()


def camera_of(settings: Settings) -> str:
    """The camera of the settings, as the worker takes it: ``simulated``, an index, or the path of a video file."""
    kind = settings.get(CAMERA)
    return "simulated" if kind == "simulated" else settings.get(CAMERA_DEVICE) or "0"


def _worker_log() -> Path | None:
    try:
        return paths.make_private(paths.log_dir()) / "proctoring-worker.log"
    except StorageError as error:
        _log.warning("the worker has no log", reason=error.detail)
        return None


class ExamParts:
    """Exams of one session.

    Args:
        session: the opened account.
        settings: which camera.
        profile: the account in wire form, as the platform last gave it.
        full_screen: whether a sitting takes the whole screen; False without a real one.

    Attributes:
        engagements: whether an exam or a live class goes on; shared with :class:`LiveParts`.
    """

    def __init__(
        self, session: "AccountSession", settings: Settings, profile: dict[str, Any], *, full_screen: bool
    ) -> None:
        self._session = session
        self._settings = settings
        self._profile = profile
        self._full_screen = full_screen
        self.engagements = Engagements()
        self._exams: ExamsService | None = None
        self._enrolment: EnrolmentService | None = None
        self._guard: QtLockdown | None = None

    def routes(self) -> list[Route]:
        """Routes for the account's role."""
        role = self._session.known.role
        if role == "student":
            from learnup_desktop.features.enrolment.routes import enrolment_routes
            from learnup_desktop.features.exams.routes import exam_routes
            from learnup_desktop.features.results.routes import results_routes

            exams = exam_routes(
                self.service, self._clipboard, replies=self._flag_replies, emergency=self._emergency_desk
            )
            return [*exams, *results_routes(self._results), *enrolment_routes(self.enrolment)]
        if role == "teacher":
            from learnup_desktop.features.enrolment.routes import enrolment_routes
            from learnup_desktop.features.invigilation.routes import invigilation_routes
            from learnup_desktop.features.marking.routes import marking_routes

            watching = invigilation_routes(self._invigilation)
            return [*watching, *marking_routes(self._marking), *enrolment_routes(self.enrolment)]
        return []

    # -- services -----------------------------------------------------------------------------------------------------

    def account(self) -> "Account":
        """Who sits: as the platform last said, else as this computer remembers."""
        from pydantic import ValidationError

        from learnup_desktop.contract.auth import Account

        known = self._session.known
        try:
            return Account.model_validate(self._profile)
        except ValidationError:
            remembered = {"id": known.account_id, "username": known.username, "name": known.name, "role": known.role}
            return Account.model_validate({**remembered, "language": known.language})

    def service(self) -> "ExamsService":
        """Exams of a student, made on first use."""
        if self._exams is None:
            from learnup_desktop.features.exams.service import ExamsService
            from learnup_desktop.features.exams.starting import Device

            session = self._session
            self._exams = ExamsService(
                self.account(),
                session.store,
                session.client.exams,
                session.sync.papers,
                session.sync.uploads,
                session.sync.clock,
                Device(session.device_id, socket.gethostname()[:120]),
                self._make_timed_supervisor,
                self._configure,
                self._lockdown(),
                self._send_status,
                self.engagements,
            )
        return self._exams

    def _lockdown(self) -> "QtLockdown":
        if self._guard is None:
            from learnup_desktop.lockdown.qt_lockdown import QtLockdown

            self._guard = QtLockdown(full_screen=self._full_screen)
        return self._guard

    def _clipboard(self) -> "Clipboard":
        return self._lockdown().clipboard

    def opened_service(self) -> "ExamsService | None":
        """The exams service, if anything has asked for it."""
        return self._exams

    def enrolment(self) -> "EnrolmentService":
        """Enrolling faces and approving them."""
        if self._enrolment is None:
            from learnup_desktop.features.enrolment.service import EnrolmentService

            self._enrolment = EnrolmentService(
                self._session.client.face, self._make_supervisor, self._configuration, self._session.store.journal
            )
        return self._enrolment

    def _flag_replies(self) -> "FlagReplies":
        from learnup_desktop.features.exams.flag_replies import FlagReplies

        return FlagReplies(self._session.store.journal, self._session.client.invigilation)

    def _emergency_desk(self) -> "EmergencyDesk":
        from learnup_desktop.features.exams.emergency_desk import EmergencyDesk

        return EmergencyDesk(self._session.sync.emergency, self._session.store)

    def _invigilation(self) -> "InvigilationService":
        from learnup_desktop.features.invigilation.service import InvigilationService

        return InvigilationService(self._session.client.invigilation, self._all_exams, self._session.now)

    def _marking(self) -> "MarkingService":
        from learnup_desktop.features.marking.service import MarkingService

        session = self._session
        store = session.store
        return MarkingService(session.client.marking, store.outbox, store.marking_sheets, self._all_exams, session.now)

    def _results(self) -> "ResultsService":
        from learnup_desktop.features.results.service import ResultsService

        return ResultsService(self._session.store.cache, self._session.now)

    async def _all_exams(self) -> "Sequence[ExamSummary]":
        from learnup_desktop.contract.exam_list import ExamSummary
        from learnup_desktop.contract.sync import Stream

        return await self._session.store.cache.all(Stream.EXAMS, ExamSummary)

    # -- proctoring ---------------------------------------------------------------------------------------------------

    def _make_supervisor(self, on_message: "Callable[[Message], None]") -> "ProctoringSupervisor":
        from learnup_desktop.proctoring.supervisor import ProctoringSupervisor

        return ProctoringSupervisor(on_message, log_file=_worker_log())

    def _make_timed_supervisor(
        self, on_message: "Callable[[Message], None]", clock_ms: Callable[[], int]
    ) -> "ProctoringSupervisor":
        from learnup_desktop.proctoring.supervisor import ProctoringSupervisor

        return ProctoringSupervisor(on_message, clock_ms=clock_ms, log_file=_worker_log())

    def _configuration(self) -> "WorkerConfiguration":
        from learnup_desktop.proctoring.messages import WorkerConfiguration

        return WorkerConfiguration(
            camera=camera_of(self._settings),
            models_root=models_root(),
            provider=self._settings.get(FACE_PROCESSOR),
        )

    def _configure(self, policy: "ProctoringPolicy", templates: "tuple[StoredTemplate, ...]") -> "WorkerConfiguration":
        from dataclasses import replace

        return replace(self._configuration(), policy=policy, templates=templates)

    async def _send_status(self, status: "AttemptStatus") -> None:
        from learnup_desktop.contract.realtime import ClientEvent

        if self._session.realtime is not None:
            await self._session.realtime.emit(ClientEvent.ATTEMPT_STATUS, status)

    # -- readiness ----------------------------------------------------------------------------------------------------

    async def readiness(self, exam_id: str) -> "Sequence[ReadinessLine]":
        """What can be said without switching the camera on; the lobby says the rest.

        Raises:
            StorageError: the store cannot be read.
        """
        from learnup_desktop.contract.exam_list import ExamSummary
        from learnup_desktop.contract.sync import Stream

        exam = await self._session.store.cache.get(Stream.EXAMS, exam_id, ExamSummary)
        if exam is None:
            return ()
        lines = [await self._paper_line(exam)]
        if exam.proctored:
            lines += [self._models_line(), self._face_line(), self._displays_line()]
        return [*lines, self._clock_and_disk_line()]

    async def _paper_line(self, exam: "ExamSummary") -> "ReadinessLine":
        from learnup_desktop.features.today.plan import ReadinessLine, ReadinessState

        translate = QCoreApplication.translate
        if await self._session.sync.papers.ready(exam):
            opens = i18n.format_moment(exam.opens_at)
            detail = translate("Readiness", "sealed, opens {time}").format(time=opens)
            if exam.opens_at <= self._session.now():
                detail = translate("Readiness", "sealed")
            return ReadinessLine(translate("Readiness", "Paper on this PC"), detail, ReadinessState.READY)
        detail = translate("Readiness", "{size} to fetch").format(size=i18n.format_bytes(exam.paper_bytes))
        label, get = translate("Readiness", "Paper on this PC"), translate("Readiness", "Get it")
        return ReadinessLine(label, detail, ReadinessState.ATTENTION, get, "exam-lobby")

    def _models_line(self) -> "ReadinessLine":
        from learnup_desktop.features.today.plan import ReadinessLine, ReadinessState

        translate, root = QCoreApplication.translate, models_root()
        label = translate("Readiness", "Face recognition")
        if any((root / "models").glob("*/*.onnx")):
            return ReadinessLine(label, translate("Readiness", "ready"), ReadinessState.READY)
        show = translate("Readiness", "Show")
        return ReadinessLine(
            label, translate("Readiness", "not installed"), ReadinessState.ATTENTION, show, "exam-lobby"
        )

    def _face_line(self) -> "ReadinessLine":
        from learnup_desktop.features.today.plan import ReadinessLine, ReadinessState

        translate = QCoreApplication.translate
        label = translate("Readiness", "Face enrolled")
        if self._profile.get("faceEnrolled"):
            return ReadinessLine(label, translate("Readiness", "approved"), ReadinessState.READY)
        detail, fix = translate("Readiness", "not yet"), translate("Readiness", "Enrol")
        return ReadinessLine(label, detail, ReadinessState.ATTENTION, fix, "face")

    def _displays_line(self) -> "ReadinessLine":
        from learnup_desktop.features.today.plan import ReadinessLine, ReadinessState

        translate, count = QCoreApplication.translate, len(QGuiApplication.screens())
        if count <= 1:
            return ReadinessLine(translate("Readiness", "One display"), "", ReadinessState.READY)
        label = translate("Readiness", "{count} displays").format(count=i18n.format_number(count))
        return ReadinessLine(label, translate("Readiness", "unplug before you start"), ReadinessState.ATTENTION)

    def _clock_and_disk_line(self) -> "ReadinessLine":
        from learnup_desktop.features.today.plan import ReadinessLine, ReadinessState

        translate = QCoreApplication.translate
        label = translate("Readiness", "Clock and disk")
        free = shutil.disk_usage(self._session.store.folder).free
        disk = translate("Readiness", "{size} free").format(size=i18n.format_bytes(free))
        offset = self._session.sync.clock.offset_ms
        if offset is None:
            unknown = translate("Readiness", "clock not compared yet")
            state = ReadinessState.UNKNOWN if free >= DISK_WANTED_BYTES else ReadinessState.ATTENTION
            return ReadinessLine(label, f"{unknown} · {disk}", state)
        apart = translate("Readiness", "{length} s apart").format(
            length=i18n.format_number(round(abs(offset) / 1000, 1))
        )
        well = abs(offset) / 1000 < CLOCK_TOLD_SECONDS and free >= DISK_WANTED_BYTES
        return ReadinessLine(label, f"{apart} · {disk}", ReadinessState.READY if well else ReadinessState.ATTENTION)

    # -- the end ------------------------------------------------------------------------------------------------------

    async def close(self) -> None:
        """Let go of cameras and of a sitting; its journal is on the disk already."""
        if self._enrolment is not None:
            await self._enrolment.end()
        if self._exams is not None:
            await self._exams.close()
