"""The platform as an object: one attribute a domain, each loaded when it is first used."""

from functools import cached_property
from typing import TYPE_CHECKING

from learnup_desktop.api.transport import Transport

if TYPE_CHECKING:
    from learnup_desktop.api.attendance import AttendanceApi
    from learnup_desktop.api.auth import AuthApi
    from learnup_desktop.api.classes import ClassesApi
    from learnup_desktop.api.exams import ExamsApi
    from learnup_desktop.api.face import FaceApi
    from learnup_desktop.api.invigilation import InvigilationApi
    from learnup_desktop.api.marking import MarkingApi
    from learnup_desktop.api.materials import MaterialsApi
    from learnup_desktop.api.meetings import MeetingsApi
    from learnup_desktop.api.payments import PaymentsApi
    from learnup_desktop.api.seminars import SeminarsApi
    from learnup_desktop.api.study import StudyApi
    from learnup_desktop.api.sync import SyncApi
    from learnup_desktop.api.system import SystemApi


class PlatformClient:
    """All domains over one transport."""

    def __init__(self, transport: Transport) -> None:
        self.transport = transport

    @cached_property
    def auth(self) -> "AuthApi":
        """Signing in and out."""
        from learnup_desktop.api.auth import AuthApi

        return AuthApi(self.transport)

    @cached_property
    def system(self) -> "SystemApi":
        """The platform about itself."""
        from learnup_desktop.api.system import SystemApi

        return SystemApi(self.transport)

    @cached_property
    def payments(self) -> "PaymentsApi":
        """Invoices and paying them."""
        from learnup_desktop.api.payments import PaymentsApi

        return PaymentsApi(self.transport)

    @cached_property
    def sync(self) -> "SyncApi":
        """Delta synchronisation."""
        from learnup_desktop.api.sync import SyncApi

        return SyncApi(self.transport)

    @cached_property
    def classes(self) -> "ClassesApi":
        """Classes, rolls, lessons."""
        from learnup_desktop.api.classes import ClassesApi

        return ClassesApi(self.transport)

    @cached_property
    def exams(self) -> "ExamsApi":
        """Sitting exams."""
        from learnup_desktop.api.exams import ExamsApi

        return ExamsApi(self.transport)

    @cached_property
    def attendance(self) -> "AttendanceApi":
        """Marks on rolls."""
        from learnup_desktop.api.attendance import AttendanceApi

        return AttendanceApi(self.transport)

    @cached_property
    def face(self) -> "FaceApi":
        """Face enrolment."""
        from learnup_desktop.api.face import FaceApi

        return FaceApi(self.transport)

    @cached_property
    def invigilation(self) -> "InvigilationApi":
        """Watching over exams, and flags."""
        from learnup_desktop.api.invigilation import InvigilationApi

        return InvigilationApi(self.transport)

    @cached_property
    def marking(self) -> "MarkingApi":
        """Marking exams."""
        from learnup_desktop.api.marking import MarkingApi

        return MarkingApi(self.transport)

    @cached_property
    def materials(self) -> "MaterialsApi":
        """Materials and announcements."""
        from learnup_desktop.api.materials import MaterialsApi

        return MaterialsApi(self.transport)

    @cached_property
    def meetings(self) -> "MeetingsApi":
        """Meetings of lessons."""
        from learnup_desktop.api.meetings import MeetingsApi

        return MeetingsApi(self.transport)

    @cached_property
    def seminars(self) -> "SeminarsApi":
        """Places in seminars."""
        from learnup_desktop.api.seminars import SeminarsApi

        return SeminarsApi(self.transport)

    @cached_property
    def study(self) -> "StudyApi":
        """Annotations and reading places."""
        from learnup_desktop.api.study import StudyApi

        return StudyApi(self.transport)

    async def close(self) -> None:
        """Close the connections."""
        await self.transport.close()
