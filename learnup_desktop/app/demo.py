"""The demo school: a platform of this computer's own, on the port it had before, so that accounts know it again."""

from pathlib import Path

from learnup_desktop.base.files import write_atomically
from learnup_desktop.base.log import get_logger
from learnup_desktop.platform_process import PlatformProcess, PlatformStartError

_log = get_logger(__name__)


async def start_demo_platform(folder: Path) -> PlatformProcess:
    """Start it, on the port of last time when that is free.

    Raises:
        PlatformStartError: it did not come up.
        StorageError: its folder cannot be written.
    """
    remembered = folder / "port"
    port = _read_port(remembered)
    process = PlatformProcess(folder / "data", demo=True, port=port)
    try:
        await process.start()
    except PlatformStartError as error:
        if not port:
            raise
        _log.info("the demo platform's port is taken", port=port, reason=error.detail[-200:])
        process.kill()
        process = PlatformProcess(folder / "data", demo=True)
        await process.start()
    if process.port != port:
        write_atomically(remembered, str(process.port).encode())
    return process


def _read_port(path: Path) -> int:
    try:
        port = int(path.read_text())
    except (OSError, ValueError):
        return 0
    return port if 1024 <= port <= 65535 else 0
