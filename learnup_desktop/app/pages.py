"""The pages of a signed-in account: which there are, what each is given, and who is told when the cache changes.

Nothing of a feature but its route is loaded here; a service is made when its page is first opened.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import tzinfo
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.app.live_parts import JOINERS, LiveParts
from learnup_desktop.qt import i18n
from learnup_desktop.qt.routes import PageContext, Route
from learnup_desktop.shell.frame import AccountSummary

if TYPE_CHECKING:
    from learnup_desktop.app.exam_parts import ExamParts
    from learnup_desktop.app.session import AccountSession
    from learnup_desktop.base.settings import Settings
    from learnup_desktop.features.account.service import AccountService
    from learnup_desktop.features.attendance.card_camera import CardCamera
    from learnup_desktop.features.attendance.cards import CardDesk
    from learnup_desktop.features.attendance.online import JoinTimes
    from learnup_desktop.features.attendance.roll_call import RollCall
    from learnup_desktop.features.attendance.service import AttendanceService
    from learnup_desktop.features.attendance_record.policy import PolicyService
    from learnup_desktop.features.attendance_record.service import ClassRecordService, OwnRecordService
    from learnup_desktop.features.classes.service import ClassesService
    from learnup_desktop.features.library.reading import ReaderService
    from learnup_desktop.features.library.service import LibraryService
    from learnup_desktop.features.materials.service import MaterialsService
    from learnup_desktop.features.messages.service import MessagesService
    from learnup_desktop.features.payments.service import PaymentsService
    from learnup_desktop.features.publications.service import PublicationsService
    from learnup_desktop.features.recordings.service import RecordingsService
    from learnup_desktop.features.settings.face_models import FaceModelsService
    from learnup_desktop.features.settings.service import SettingsService
    from learnup_desktop.features.study.service import StudyService
    from learnup_desktop.features.timetable.service import TimetableService
    from learnup_desktop.features.today.plan import TomorrowOffer
    from learnup_desktop.features.today.service import TodayService
    from learnup_desktop.shell.palette import PaletteItem
    from learnup_desktop.store.records import KnownAccount


@runtime_checkable
class FollowsData(Protocol):
    """A page that shows cached entities."""

    def data_changed(self, streams: frozenset[str]) -> None:
        """These streams changed in the cache."""


@runtime_checkable
class FollowsConnection(Protocol):
    """A page that says how old its data is while there is no network."""

    def connection_changed(self, online: bool) -> None:
        """The platform is reached, or is not."""


class LivePages:
    """The pages that have been built, told what happens while they exist."""

    def __init__(self) -> None:
        self._pages: list[QWidget] = []
        self._online = True

    def watch(self, route: Route) -> Route:
        """The same route, whose page is told from its building on."""

        def build(context: PageContext) -> QWidget:
            page = route.build(context)
            self._pages.append(page)
            page.destroyed.connect(partial(self._forget, page))
            if isinstance(page, FollowsConnection):
                page.connection_changed(self._online)
            return page

        return replace(route, build=build)

    def data_changed(self, streams: Iterable[str]) -> None:
        """Tell every page that shows cached entities."""
        changed = frozenset(str(stream) for stream in streams)
        for page in tuple(self._pages):
            if isinstance(page, FollowsData):
                page.data_changed(changed)

    def connection_changed(self, online: bool) -> None:
        """Tell every page that shows the age of its data."""
        if online != self._online:
            self._online = online
            for page in tuple(self._pages):
                if isinstance(page, FollowsConnection):
                    page.connection_changed(online)

    def clear(self) -> None:
        """The pages are going away."""
        self._pages.clear()

    def _forget(self, page: QWidget) -> None:
        if page in self._pages:
            self._pages.remove(page)


def summary_of(known: "KnownAccount", profile: dict[str, Any]) -> AccountSummary:
    """Who is signed in, for the foot of the navigation."""
    translate = QCoreApplication.translate
    if known.role == "student":
        grade, medium = str(profile.get("grade") or ""), str(profile.get("medium") or "")
        grade = translate("Frame", "Grade {grade}").format(grade=grade) if grade.isdigit() else grade
        detail = " · ".join(part for part in (grade, i18n.format_medium(medium)) if part)
        return AccountSummary(known.name, detail or translate("Frame", "Student"), known.role)
    words = {"teacher": translate("Frame", "Teacher"), "admin": translate("Frame", "Administrator")}
    return AccountSummary(known.name, words.get(known.role, known.role), known.role)


class _Tomorrow:
    """What Today asks of the library, once what it needs is loaded: never for Today's sake at the start."""

    def __init__(self, session: "AccountSession", library: "Callable[[], LibraryService]") -> None:
        self._session = session
        self._library = library

    async def offer(self) -> "TomorrowOffer | None":
        """See ``features.today.service.Tomorrow``."""
        from learnup_desktop.features.today.plan import TomorrowOffer

        await self._session.network_loaded.wait()
        library = self._library()
        missing = await library.missing_tomorrow()
        if not missing:
            return None
        estimate = await library.estimate(missing)
        if estimate.evicted is None:
            return None  # no room for it: the library explains
        return TomorrowOffer(estimate.files, estimate.size, estimate.seconds)

    async def fetch(self) -> None:
        """See ``features.today.service.Tomorrow``."""
        library = self._library()
        await library.download_tomorrow(await library.tomorrow())


class AccountPages:
    """Builds the routes of one session.

    Args:
        session: the opened account.
        settings: of this computer's user.
        keyring: whether the sign-in is kept.
        sign_out: what Account's button does after its question.
        exams: the parts of exams and proctoring.
        zone: in which the timetable is read.

    Attributes:
        live: the pages that have been built.
        live_parts: live classes.
    """

    def __init__(
        self,
        session: "AccountSession",
        settings: "Settings",
        *,
        keyring: Callable[[], bool],
        sign_out: Callable[[], object],
        exams: "ExamParts",
        zone: tzinfo,
    ) -> None:
        self._session = session
        self._settings = settings
        self._keyring = keyring
        self._sign_out = sign_out
        self._exams = exams
        self._zone = zone
        self.live = LivePages()
        self.live_parts = LiveParts(session, settings, exams.engagements)

    @property
    def zone(self) -> tzinfo:
        """In which the timetable is read."""
        return self._zone

    def routes(self) -> list[Route]:
        """Every page; the frame shows those for the account's role."""
        from learnup_desktop.features.about.routes import routes as about_routes
        from learnup_desktop.features.account.routes import routes as account_routes
        from learnup_desktop.features.attendance.routes import routes as attendance_routes
        from learnup_desktop.features.attendance_record.routes import routes as record_routes
        from learnup_desktop.features.classes.routes import routes as classes_routes
        from learnup_desktop.features.library.routes import routes as library_routes
        from learnup_desktop.features.materials.routes import routes as materials_routes
        from learnup_desktop.features.messages.routes import routes as messages_routes
        from learnup_desktop.features.payments.routes import routes as payments_routes
        from learnup_desktop.features.publications.routes import ROUTE as PUBLICATIONS_ROUTE
        from learnup_desktop.features.publications.routes import routes as publications_routes
        from learnup_desktop.features.recordings.routes import routes as recordings_routes
        from learnup_desktop.features.settings.routes import routes as settings_routes
        from learnup_desktop.features.study.routes import routes as study_routes
        from learnup_desktop.features.timetable.routes import routes as timetable_routes
        from learnup_desktop.features.today.routes import routes as today_routes

        known = self._session.known
        teaching = known.role == "teacher"
        exam_route = {"student": "exam-lobby", "teacher": "invigilation"}.get(known.role, "")
        lesson_route = "live" if known.role in JOINERS else ""
        routes = [
            *today_routes(
                self._today, name=known.name, teaching=teaching, exam_route=exam_route, lesson_route=lesson_route
            ),
            *timetable_routes(self._timetable, teaching=teaching, lesson_route=lesson_route),
            *classes_routes(self._classes, teaching=teaching, lesson_route=lesson_route),
            *self.live_parts.routes(),
            *recordings_routes(self._recordings),
            *library_routes(
                self._library, self._reader, publications_route=PUBLICATIONS_ROUTE if known.role == "student" else ""
            ),
            *publications_routes(self._publications),
            *materials_routes(self._materials),
            *study_routes(self._study, exam_route=exam_route, teaching=known.role != "student"),
            *attendance_routes(self._attendance, self._roll_call, self._card_desk, self._join_times, self._card_camera),
            *record_routes(self._own_record, self._class_record, self._policy),
            *self._exams.routes(),
            *messages_routes(self._messages),
            *payments_routes(self._payments),
            *account_routes(self._account, self._sign_out),
            *settings_routes(self._settings_service),
            *about_routes(),
        ]
        return [self.live.watch(route) for route in routes]

    # -- services -----------------------------------------------------------------------------------------------------

    def _today(self) -> "TodayService":
        from learnup_desktop.features.today.service import TodayService

        session = self._session
        studying = session.known.role == "student"
        return TodayService(
            session.store.cache,
            session.now,
            self._zone,
            self._exams.readiness if studying else None,
            session.store.read_marks,
            _Tomorrow(session, self._library) if studying else None,
        )

    def _timetable(self) -> "TimetableService":
        from learnup_desktop.app.kept_calendar import calendar_file
        from learnup_desktop.features.timetable.service import TimetableService

        service = TimetableService(self._session.store.cache, self._session.now, self._zone)
        service.kept = calendar_file(self._session, service)
        return service

    def _payments(self) -> "PaymentsService":
        from learnup_desktop.features.payments.service import PaymentsService

        session = self._session
        return PaymentsService(
            session.store.cache,
            session.store.blobs,
            lambda: session.client.payments,
            session.now,
            session.store.folder / "handed-over",
            session.hint,
        )

    def _classes(self) -> "ClassesService":
        from learnup_desktop.features.classes.service import ClassesService

        return ClassesService(self._session.store.cache, self._session.now)

    def _library(self) -> "LibraryService":
        from learnup_desktop.features.library.service import LibraryService

        session = self._session
        sync = session.sync
        return LibraryService(session.store.cache, sync.downloads, session.now, self._zone, sync.packs)

    def _publications(self) -> "PublicationsService":
        from learnup_desktop.features.publications.service import PublicationsService

        session = self._session
        return PublicationsService(session.store.cache, lambda: session.client.materials, session.now, session.hint)

    def _messages(self) -> "MessagesService":
        from learnup_desktop.features.messages.service import MessagesService

        store = self._session.store
        return MessagesService(store.cache, store.read_marks, self._session.now)

    def _recordings(self) -> "RecordingsService":
        from learnup_desktop.features.recordings.service import RecordingsService

        session = self._session
        return RecordingsService(
            session.store.cache,
            session.sync.downloads,
            lambda: session.client.seminars,
            session.now,
            session.hint,
        )

    def _materials(self) -> "MaterialsService":
        from learnup_desktop.features.materials.service import MaterialsService

        session = self._session
        store = session.store
        return MaterialsService(store.cache, store.outbox, session.sync.material_uploads, session.now, self._zone)

    def _reader(self) -> "ReaderService":
        from learnup_desktop.features.library.marks import MarksService
        from learnup_desktop.features.library.reading import ReaderService
        from learnup_desktop.qt.document_text import document_pages

        session, store, sync = self._session, self._session.store, self._session.sync
        marks = MarksService(store.annotations, session.now)
        hand_over = store.folder / "handed-over"
        return ReaderService(
            store.cache, sync.downloads, store.places, hand_over, marks, document_pages, keys=sync.keys
        )

    def _study(self) -> "StudyService":
        from learnup_desktop.base.settings import CARDS_PER_DAY
        from learnup_desktop.features.study.service import StudyService

        session, store = self._session, self._session.store
        limit = partial(self._settings.get, CARDS_PER_DAY)
        return StudyService(store.cache, store.annotations, store.places, session.now, self._zone, limit)

    def _attendance(self) -> "AttendanceService":
        from learnup_desktop.features.attendance.service import AttendanceService

        session = self._session
        return AttendanceService(
            session.store.cache,
            session.store.marks,
            account_id=session.known.account_id,
            device_id=session.device_id,
            now=session.now,
            zone=self._zone,
            api=lambda: session.client.attendance,
        )

    def _own_record(self) -> "OwnRecordService":
        from learnup_desktop.features.attendance_record.service import OwnRecordService

        store = self._session.store
        return OwnRecordService(store.cache, self._session.now, self._zone, store.read_marks)

    def _class_record(self) -> "ClassRecordService":
        from learnup_desktop.features.attendance_record.service import ClassRecordService

        session = self._session
        store = session.store
        return ClassRecordService(store.cache, store.marks, session.now, self._zone, lambda: session.client.attendance)

    def _policy(self) -> "PolicyService":
        from learnup_desktop.features.attendance_record.policy import PolicyService

        session = self._session
        return PolicyService(session.store.cache, lambda: session.client.attendance)

    def _roll_call(self) -> "RollCall":
        from learnup_desktop.app.exam_parts import camera_of, models_root
        from learnup_desktop.base.settings import FACE_PROCESSOR
        from learnup_desktop.features.attendance.roll_call import RollCall

        return RollCall(
            self._session.store.galleries,
            models_root,
            lambda: camera_of(self._settings),
            provider=lambda: self._settings.get(FACE_PROCESSOR),
        )

    def _card_desk(self) -> "CardDesk":
        from learnup_desktop.features.attendance.cards import CardDesk

        session = self._session
        return CardDesk(session.known.signing_key, session.now, lambda: session.client.attendance)

    def _card_camera(self) -> "CardCamera":
        from learnup_desktop.app.exam_parts import camera_of
        from learnup_desktop.features.attendance.card_camera import CardCamera

        return CardCamera(lambda: camera_of(self._settings))

    def _join_times(self) -> "JoinTimes":
        from learnup_desktop.features.attendance.online import JoinTimes

        return JoinTimes(lambda: self._session.client.attendance)

    def _account(self) -> "AccountService":
        from learnup_desktop.features.account.service import AccountService
        from learnup_desktop.features.sign_in.service import write_verifier

        session = self._session

        async def keep_password(password: str) -> None:
            await asyncio.to_thread(write_verifier, session.store.folder, password)

        return AccountService(session.known, session.client, session.store, self._keyring, keep_password)

    def _settings_service(self) -> "SettingsService":
        from learnup_desktop.features.settings.service import SettingsService

        return SettingsService(self._settings, self._session.known, self._face_models())

    def _face_models(self) -> "FaceModelsService":
        from learnup_desktop.app.exam_parts import models_root
        from learnup_desktop.features.settings.face_models import FaceModelsService
        from learnup_desktop.proctoring.installation import ModelsProcess

        known = self._session.known
        return FaceModelsService(ModelsProcess(models_root), f"{known.name} ({known.username})")

    # -- search -------------------------------------------------------------------------------------------------------

    async def found(self, words: str, context: PageContext) -> "Sequence[PaletteItem]":
        """What the command palette finds besides pages.

        Raises:
            StorageError: the cache cannot be read.
        """
        from learnup_desktop.app.finding import find

        return await find(words, self._session.store.cache, self._session.sync.study, context)
