"""An exam or a lesson is going on: told in a file, so that whatever would disturb it, in any process, sees it.

The client of the person at the computer writes it; an administrator's update task, which runs as somebody else, reads
it. A claim lasts until its own end and no longer than a day, so that a client that died blocks nothing for ever.
"""

import contextlib
import json
import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from learnup_desktop.base.log import get_logger
from learnup_desktop.base.paths import HOME_VARIABLE

LONGEST = timedelta(hours=8)
_PREFIX = "learnup-busy-"
_log = get_logger(__name__)


def _folder() -> Path:
    """Where everybody at this computer may write and see; a home of its own (a stick, a test) is apart."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home)
    return Path(os.environ.get("PUBLIC", tempfile.gettempdir())) if os.name == "nt" else Path("/tmp")


def _own_file(folder: Path) -> Path:
    owner = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
    return folder / f"{_PREFIX}{owner}.json"


def claim(until: datetime, why: str, folder: Path | None = None) -> None:
    """Ask to be left alone until an aware time. Failing to is logged: an update is no reason to disturb an exam."""
    path = _own_file(folder or _folder())
    unfinished = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps({"until": until.timestamp(), "why": why}), encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        _log.warning("others cannot be told of an exam or lesson", reason=str(error))


def release(folder: Path | None = None) -> None:
    """Nothing is going on any more."""
    with contextlib.suppress(OSError):
        _own_file(folder or _folder()).unlink(missing_ok=True)


def claimed_until(now: datetime, folder: Path | None = None) -> datetime | None:
    """Until when anybody on this computer wants to be left alone, None when nobody does."""
    until: datetime | None = None
    for path in (folder or _folder()).glob(f"{_PREFIX}*.json"):
        try:
            said = float(json.loads(path.read_text(encoding="utf-8"))["until"])
            moment = min(datetime.fromtimestamp(said, UTC), now + LONGEST)
        except (OSError, ValueError, KeyError, TypeError, OverflowError):
            continue
        if moment > (until or now):
            until = moment
    return until
