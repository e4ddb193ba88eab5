"""Rules of updates: which version is newer, which one this computer takes, and how long it must be left alone.

Pure. A version is ``1.4.2`` or, before it is final, ``1.5.0-beta.2``; a final version is newer than its previews.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

Channel = Literal["stable", "preview"]
_VERSION = re.compile(r"(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?(?:-([a-z]{1,10})(?:\.(\d{1,6}))?)?")
LESSON_MARGIN = timedelta(minutes=10)
"""Before a lesson or exam begins: what starts now would still be at work then."""

VersionKey = tuple[int, int, int, int, str, int]


def version_key(version: str) -> VersionKey:
    """What versions are compared by.

    Raises:
        ValueError: no version.
    """
    found = _VERSION.fullmatch(version)
    if found is None:
        raise ValueError(f"not a version: {version!r}")
    major, minor, patch, word, number = found.groups()
    return int(major), int(minor), int(patch or 0), 0 if word else 1, word or "", int(number or 0)


def is_newer(version: str, than: str) -> bool:
    """Whether one version comes after another."""
    return version_key(version) > version_key(than)


@dataclass(frozen=True, slots=True)
class Release:
    """A version that can be had.

    Attributes:
        manifest: name of the signed list of its files.
        size: bytes of all its files.
    """

    version: str
    manifest: str
    size: int


@dataclass(frozen=True, slots=True)
class UpdatePolicy:
    """What this computer takes.

    Attributes:
        enabled: whether it looks for updates at all.
        channel: "preview" has also what is not final yet.
        pinned: only versions that are this or begin with it ("1.4" takes 1.4.7, not 1.5.0); empty for any.
        decided_by: who said so: the person here, or the school for the whole computer.
    """

    enabled: bool = True
    channel: Channel = "stable"
    pinned: str = ""
    decided_by: Literal["person", "school"] = "person"


def fits_pin(version: str, pinned: str) -> bool:
    """Whether a version is the pinned one or one of its line."""
    return not pinned or version == pinned or version.startswith((f"{pinned}.", f"{pinned}-"))


def choose(releases: Iterable[Release], own: str, policy: UpdatePolicy, refused: Sequence[str] = ()) -> Release | None:
    """The release to go to, None to stay.

    Never one that is not newer: an old version with a known fault must not come back, whoever offers it. Never one
    that failed its self-test here.
    """
    if not policy.enabled:
        return None
    wanted = [
        release
        for release in releases
        if is_newer(release.version, own)
        and release.version not in refused
        and fits_pin(release.version, policy.pinned)
    ]
    return max(wanted, key=lambda release: version_key(release.version), default=None)


@dataclass(frozen=True, slots=True)
class Span:
    """An exam or a lesson, as far as being left alone is concerned; aware times."""

    begins: datetime
    ends: datetime


def busy_until(spans: Iterable[Span], now: datetime) -> datetime | None:
    """Until when the computer must be left alone, None when it may be worked on now.

    What follows at once on what is going on counts with it.
    """
    until: datetime | None = None
    for span in sorted(spans, key=lambda each: each.begins):
        if span.begins - LESSON_MARGIN <= max(now, until or now) and span.ends > (until or now):
            until = span.ends
    return until
