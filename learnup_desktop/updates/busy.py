"""An exam or a lesson is going on: told in a file, so that whatever would disturb it, in any process, sees it.

The client of the person at the computer writes it; an administrator's update task, which runs as somebody else, reads
it. A claim lasts until its own end and no longer than a school day after it was written, so that neither a client that
died nor a claim without an end blocks updates for ever.

Where everybody may write, anything may lie: only small ordinary files are read, each only of the account that its name
tells of, and none is written through what somebody else has put there.
"""

import contextlib
import json
import os
import stat
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from learnup_desktop.base.log import get_logger
from learnup_desktop.base.paths import HOME_VARIABLE

LONGEST = timedelta(hours=8)
_PREFIX = "learnup-busy-"
_LARGEST = 4096
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
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, unfinished = tempfile.mkstemp(prefix=".learnup-", dir=path.parent)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump({"until": until.timestamp(), "why": why}, file)
            Path(unfinished).chmod(0o644)  # an administrator's task need not be root
            Path(unfinished).replace(path)
        except BaseException:
            Path(unfinished).unlink(missing_ok=True)
            raise
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
            content, written = _read(path)
            said = datetime.fromtimestamp(float(json.loads(content)["until"]), UTC)
        except (OSError, ValueError, KeyError, TypeError, OverflowError):
            continue
        moment = min(said, written + LONGEST)
        if moment > (until or now):
            until = moment
    return until


def _read(path: Path) -> tuple[bytes, datetime]:
    """A claim and when it was written.

    Raises:
        OSError: it cannot be opened.
        ValueError: it is no claim of the account that its name tells of.
    """
    # A pipe would hold whoever opens it, a link lead anywhere.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        known = os.fstat(file.fileno())
        if not stat.S_ISREG(known.st_mode) or known.st_size > _LARGEST:
            raise ValueError("no file of ours")
        if os.name != "nt" and path.name != f"{_PREFIX}{known.st_uid}.json":
            raise ValueError("somebody else's")
        return file.read(_LARGEST), datetime.fromtimestamp(known.st_mtime, UTC)
