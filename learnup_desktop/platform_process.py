"""The embedded platform as a child process: the demo, the walk-through and the gallery all stand on it.

The client imports nothing of the platform; it starts it, reads its ready line and ends it.
"""

import asyncio
import contextlib
import json
import os
import subprocess
from pathlib import Path

from learnup_desktop.base.errors import EnvironmentFault
from learnup_desktop.base.own_program import platform_command

READY_SECONDS = 60.0
"""First start makes keys and seeds a school; on an old PC that takes a while."""

_STOP_SECONDS = 10.0


class PlatformStartError(EnvironmentFault):
    """The embedded platform did not come up; its last words are in ``detail``."""

    key = "error.embedded_platform"
    code = "LU-150"


class PlatformProcess:
    """``learnup-platform serve`` on a loopback port with its own data folder.

    Args:
        data: the platform's folder; made if missing.
        demo: seed the demo school into an empty folder and offer its accounts.
        port: loopback port; 0 takes a free one, which later starts of this object keep.
    """

    def __init__(self, data: Path, *, demo: bool = True, port: int = 0) -> None:
        self._data = data
        self._demo = demo
        self.port = port
        self._process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def running(self) -> bool:
        """Whether the child lives."""
        return self._process is not None and self._process.poll() is None

    async def start(self) -> None:
        """Start it and wait until it listens.

        Raises:
            PlatformStartError: it ended or said nothing in time.
        """
        self._data.mkdir(parents=True, exist_ok=True)
        log = self._data / "platform.log"
        command = platform_command("serve", "--data", str(self._data))
        command += ["--port", str(self.port), "--exit-with-parent", *(["--demo"] if self._demo else [])]
        self._process = await asyncio.to_thread(_spawn, command, log)
        try:
            async with asyncio.timeout(READY_SECONDS):
                ready = await asyncio.to_thread(self._read_ready)
        except TimeoutError as error:
            self.kill()
            raise PlatformStartError(_tail(log)) from error
        if ready is None:
            raise PlatformStartError(_tail(log))
        self.port = int(str(ready["url"]).rpartition(":")[2])

    async def stop(self) -> None:
        """Ask it to end, and end it if it does not."""
        process, self._process = self._process, None
        if process is None:
            return
        await asyncio.to_thread(_end, process)

    def kill(self) -> None:
        """End it at once, as a power cut does."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            _close_pipes(process)

    def _read_ready(self) -> dict[str, object] | None:
        process = self._process
        if process is None or process.stdout is None:
            return None
        for line in process.stdout:
            with contextlib.suppress(json.JSONDecodeError):
                said = json.loads(line)
                if isinstance(said, dict) and said.get("ready"):
                    return said
        return None


def _spawn(command: list[str], log: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with log.open("ab") as sink:
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=sink, text=True, env=environment
        )


def _end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    _close_pipes(process)


def _close_pipes(process: subprocess.Popen[str]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(BrokenPipeError):
                pipe.close()


def _tail(log: Path) -> str:
    try:
        return log.read_text(errors="replace")[-2000:]
    except OSError:
        return ""
