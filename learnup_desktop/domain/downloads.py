"""Rules of downloads: what goes first, what may start now, what makes room, and what tomorrow needs.

Pure: sizes are bytes, times are aware, rates are bytes a second. The engine that obeys them is ``sync.downloads``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from enum import IntEnum, StrEnum

from learnup_desktop.contract.classes import Lesson, LessonState, Material

CHUNK_BYTES = 256 * 1024
"""The most that is fetched twice after a restart."""
RECENT = timedelta(days=28)
"""What a class was given within four weeks is what its next lesson builds on."""


class Priority(IntEnum):
    """What goes first; the smaller the sooner."""

    NOW = 0
    """Somebody is waiting in front of it."""
    TOMORROW = 10
    CLASS = 20
    BACKGROUND = 30


class Hold(StrEnum):
    """Why a download does not start now."""

    METERED = "metered"
    OFF_PEAK = "off_peak"
    DAILY_LIMIT = "daily_limit"
    DISK_FLOOR = "disk_floor"
    QUOTA = "quota"


class MeteredRule(StrEnum):
    """What to do on a network that counts bytes."""

    ASK = "ask"
    ALLOW = "allow"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class DownloadRules:
    """What a person has set.

    Attributes:
        parallel: files at once.
        quota_bytes: what all files together may take.
        floor_bytes: free space that is left to the computer.
        bytes_per_second: rate cap over all downloads, None for none.
        daily_bytes: limit a calendar day here, None for none.
        window: (from, to) local times between which what nobody waits for may run; may cross midnight.
        metered: what to do on a network that counts bytes.
    """

    parallel: int = 4
    quota_bytes: int = 5 * 1024**3
    floor_bytes: int = 512 * 1024**2
    bytes_per_second: int | None = None
    daily_bytes: int | None = None
    window: tuple[time, time] | None = None
    metered: MeteredRule = MeteredRule.ASK


@dataclass(frozen=True, slots=True)
class Conditions:
    """How things stand when the next download is chosen.

    Attributes:
        local_time: the wall clock's, for the window.
        fetched_today: bytes of this calendar day.
        metered: whether the network counts bytes.
        metered_allowed: the person has said yes for this network.
    """

    local_time: time
    fetched_today: int = 0
    metered: bool = False
    metered_allowed: bool = False


def within_window(moment: time, window: tuple[time, time]) -> bool:
    """Whether a local time lies in the window, its beginning included; 22:00 to 05:00 crosses midnight."""
    start, end = window
    return start <= moment < end if start <= end else moment >= start or moment < end


def hold(rules: DownloadRules, conditions: Conditions, priority: Priority, size: int) -> Hold | None:
    """Why a file of ``size`` bytes must wait, None when it may start.

    A person who waits in front of a file (``Priority.NOW``) has decided about the hour, but not about money: a
    metered network and the day's limit hold for them too, until they say otherwise.
    """
    if conditions.metered and rules.metered is not MeteredRule.ALLOW and not conditions.metered_allowed:
        return Hold.METERED
    if rules.daily_bytes is not None and conditions.fetched_today + size > rules.daily_bytes:
        return Hold.DAILY_LIMIT
    if (
        rules.window is not None
        and priority is not Priority.NOW
        and not within_window(conditions.local_time, rules.window)
    ):
        return Hold.OFF_PEAK
    return None


def background_bytes(rules: DownloadRules, conditions: Conditions) -> int | None:
    """How much may come now for what nobody waits for: 0 when it has to wait, None without a limit."""
    if hold(rules, conditions, Priority.BACKGROUND, 0) is not None:
        return 0
    return None if rules.daily_bytes is None else max(0, rules.daily_bytes - conditions.fetched_today)


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A file on this computer, as far as making room is concerned.

    Attributes:
        opened_at: last time somebody read it, else when it came.
        due_at: the latest date on which one of its materials is due.
    """

    sha256: str
    size: int
    opened_at: datetime
    pinned: bool = False
    due_at: datetime | None = None


def evictable(file: HeldFile, now: datetime) -> bool:
    """Never what is pinned, and never what is still due."""
    return not file.pinned and (file.due_at is None or file.due_at < now)


def evictions(files: Iterable[HeldFile], needed: int, now: datetime) -> list[HeldFile] | None:
    """What to remove to gain ``needed`` bytes: the longest unread first. None when that much cannot be had."""
    chosen: list[HeldFile] = []
    gained = 0
    for file in sorted(files, key=lambda item: (item.opened_at, item.sha256)):
        if gained >= needed:
            break
        if evictable(file, now):
            chosen.append(file)
            gained += file.size
    return chosen if gained >= needed else None


def for_tomorrow(
    materials: Iterable[Material], lessons: Iterable[Lesson], now: datetime, zone: tzinfo
) -> list[Material]:
    """What the next day needs: of each class that meets, what is recent or still due; and whatever is due that day.

    In the order in which it should come: what is due first, then the newest.
    """
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    meeting = {
        lesson.class_id
        for lesson in lessons
        if lesson.starts_at.astimezone(zone).date() == tomorrow and lesson.state is not LessonState.CANCELLED
    }

    def wanted(material: Material) -> bool:
        due = material.due_at
        if due is not None and due >= now and due.astimezone(zone).date() <= tomorrow:
            return True
        return material.class_id in meeting and (
            material.published_at >= now - RECENT or (due is not None and due >= now)
        )

    chosen = [material for material in materials if wanted(material)]
    never = datetime.max.replace(tzinfo=now.tzinfo)
    return sorted(chosen, key=lambda item: (item.due_at or never, -item.published_at.timestamp(), item.id))


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a wish costs, before it is made.

    Attributes:
        files: how many files would be fetched; what is here already, or is the same bytes twice, is not.
        size: their bytes.
        seconds: at the rate last seen (and the cap), None while no rate is known.
        evicted: what would have to go for it; None when there is no room even so.
    """

    files: int
    size: int
    seconds: float | None
    evicted: Sequence[HeldFile] | None


def seconds_for(size: int, rate: float | None, cap: int | None) -> float | None:
    """How long ``size`` bytes take; None when nothing is known of the line."""
    if size <= 0:
        return 0.0
    if rate is None and cap is None:
        return None
    best = min(value for value in (rate, float(cap) if cap else None) if value is not None)
    return size / best if best > 0 else None


class RateCap:
    """A token bucket over all downloads: one second's worth may come at once, then as fast as the cap.

    Args:
        bytes_per_second: None for no cap.
        started: the monotonic clock's seconds.
    """

    def __init__(self, bytes_per_second: int | None, started: float) -> None:
        self.bytes_per_second = bytes_per_second
        self._tokens = float(bytes_per_second or 0)
        self._at = started

    def take(self, size: int, now: float) -> float:
        """Count ``size`` bytes as arrived; the seconds to wait before reading on."""
        cap = self.bytes_per_second
        if not cap:
            return 0.0
        self._tokens = min(float(cap), self._tokens + (now - self._at) * cap) - size
        self._at = now
        return max(0.0, -self._tokens / cap)
