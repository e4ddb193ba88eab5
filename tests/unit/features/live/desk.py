"""A join page over a real store; only the hardware, the platform's answer and the clock are played."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.base.settings import Settings
from learnup_desktop.contract.classes import Lesson
from learnup_desktop.contract.meetings import MeetingTicket
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.engagements import Engagements
from learnup_desktop.domain.meetings import join_window
from learnup_desktop.features.live.devices import DeviceState
from learnup_desktop.features.live.join_page import JoinPage
from learnup_desktop.features.live.service import LiveService
from learnup_desktop.store.account_store import AccountStore
from tests.unit.features.page_driver import Frame
from tests.unit.features.school import NOW, change, lesson


def _nothing(*_: object) -> None:
    """Nobody listens yet."""


@dataclass
class PlayedDevices:
    """What a computer has, and what was asked of it. ``allowed`` and ``busy`` are the system's doing."""

    has_cameras: list[str] = field(default_factory=lambda: ["Front", "USB camera"])
    has_microphones: list[str] = field(default_factory=lambda: ["Headset"])
    has_speakers: list[str] = field(default_factory=lambda: ["Headset", "Monitor"])
    allowed: bool = True
    camera: DeviceState = DeviceState.OFF
    microphone: DeviceState = DeviceState.OFF
    used: list[tuple[str, str | None]] = field(default_factory=list)
    on_changed: Callable[[], None] = field(default_factory=lambda: _nothing)
    on_level: Callable[[float], None] = field(default_factory=lambda: _nothing)

    def listen(self, on_changed: Callable[[], None], on_level: Callable[[float], None]) -> None:
        self.on_changed, self.on_level = on_changed, on_level

    def last(self) -> tuple[str, str | None]:
        """What was asked last."""
        return self.used[-1]

    def cameras(self) -> list[str]:
        return self.has_cameras

    def microphones(self) -> list[str]:
        return self.has_microphones

    def speakers(self) -> list[str]:
        return self.has_speakers

    def camera_state(self) -> DeviceState:
        return self.camera

    def microphone_state(self) -> DeviceState:
        return self.microphone

    def use_camera(self, name: str | None) -> None:
        self.used.append(("camera", name))
        self.camera = self._state(self.has_cameras)
        self.on_changed()

    def use_microphone(self, name: str | None) -> None:
        self.used.append(("microphone", name))
        self.microphone = self._state(self.has_microphones)
        self.on_changed()

    def play_chime(self, name: str | None) -> bool:
        self.used.append(("chime", name))
        return bool(self.has_speakers)

    def stop(self) -> None:
        self.used.append(("stop", None))
        self.camera = self.microphone = DeviceState.OFF
        self.on_changed()

    def _state(self, there: list[str]) -> DeviceState:
        if not there:
            return DeviceState.MISSING
        return DeviceState.ON if self.allowed else DeviceState.DENIED


def ticket_for(item: Lesson, *, moderator: bool = False) -> MeetingTicket:
    """What the platform would answer."""
    window = join_window(item.starts_at, item.ends_at)
    return MeetingTicket(
        lesson_id=item.id,
        class_id=item.class_id,
        domain="meet.school.test",
        room="learnup-room",
        jwt="a.b.c",
        expires_at=window.closes_at,
        moderator=moderator,
        subject=item.topic,
        class_name=item.class_name,
        display_name="Nimali Perera",
        starts_at=item.starts_at,
        ends_at=item.ends_at,
        opens_at=window.opens_at,
        closes_at=window.closes_at,
    )


@dataclass
class PlayedApi:
    """The platform's answer to a join."""

    lesson: Lesson
    refusal: LearnUpError | None = None
    asked: list[str] = field(default_factory=list)

    async def join(self, lesson_id: str) -> MeetingTicket:
        self.asked.append(lesson_id)
        if self.refusal is not None:
            raise self.refusal
        return ticket_for(self.lesson)


@dataclass
class Desk:
    """Everything around one join page."""

    page: JoinPage
    frame: Frame
    devices: PlayedDevices
    api: PlayedApi
    service: LiveService
    settings: Settings
    engagements: Engagements
    now: list[datetime]


def make_desk(store: AccountStore, folder: Path, item: Lesson, devices: PlayedDevices | None = None) -> Desk:
    """A page for one lesson. ``now[0]`` is the time."""
    frame, devices, api = Frame(), devices or PlayedDevices(), PlayedApi(item)
    engagements, now = Engagements(), [NOW]
    settings = Settings(folder / "settings.json")
    made = LiveService(store.cache, lambda: cast(Any, api), lambda: now[0], engagements, store.stays, "Nimali Perera")
    page = JoinPage(made, frame, devices, settings)
    return Desk(page, frame, devices, api, made, settings, engagements, now)


async def put_lesson(store: AccountStore, item: Lesson) -> None:
    """The platform's word on a lesson."""
    await store.cache.apply([change(Stream.LESSONS, item.id, item, 2)], "next")


def online(begins_in_minutes: float, **changes: object) -> Lesson:
    """A lesson held online that begins so long after NOW."""
    begins = NOW + timedelta(minutes=begins_in_minutes)
    return lesson("live", 0, 9).model_copy(
        update={"online": True, "starts_at": begins, "ends_at": begins + timedelta(minutes=90)} | changes
    )
