"""In which time zone people read a timetable: the school's where it has said so, else the computer's.

Rules ask "which day is that here" and take any ``tzinfo``.
"""

import time
from datetime import UTC, datetime, timedelta, tzinfo

from learnup_desktop.base.log import get_logger

_log = get_logger(__name__)


class ComputerZone(tzinfo):
    """Whatever the operating system says, also when it changes while the program runs.

    ``datetime.astimezone()`` without a zone knows the system's rules but gives a fixed offset; this asks anew for each
    time.
    """

    def fromutc(self, dt: datetime) -> datetime:
        """The local time of ``dt``, whose clock shows UTC."""
        local = dt.replace(tzinfo=UTC).astimezone()
        return local.replace(tzinfo=self, fold=local.fold)

    def utcoffset(self, dt: datetime | None) -> timedelta | None:
        """How far the local clock is ahead at that local time."""
        return None if dt is None else dt.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, dt: datetime | None) -> timedelta | None:
        """Unknown to the standard library for the system's zone."""
        return None

    def tzname(self, dt: datetime | None) -> str:
        """The zone's abbreviation."""
        return time.tzname[0] if dt is None else dt.replace(tzinfo=None).astimezone().tzname() or time.tzname[0]


COMPUTER_ZONE = ComputerZone()


def school_zone(name: str) -> tzinfo | None:
    """The zone of an IANA name; None when there is none, or this computer does not know it (Windows brings no list)."""
    if not name:
        return None
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        _log.info("the school's time zone is not known here", zone=name)
        return None
