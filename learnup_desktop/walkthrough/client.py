"""A real client in a process of its own, told what to do line by line, so that it can be killed in mid-exam."""

import asyncio
import json
import os
import subprocess
import time
from pathlib import Path

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.base.own_program import own_command

ANSWER_SECONDS = 120.0
"""The longest a step may take before the walk-through gives up on it."""


class StepFailedError(LearnUpError):
    """A client could not do a step; ``detail`` has what it said."""


class DrivenClient:
    """The client's widgets, offscreen, in a child process that obeys ``driver.py``'s commands.

    Args:
        home: the folder that stands for the user's (``LEARNUP_HOME``).
        log: where the child's stderr goes.
    """

    def __init__(self, home: Path, log: Path) -> None:
        self._home = home
        self._log = log
        self._process: subprocess.Popen[str] | None = None
        self.started_at = 0.0

    async def start(self, server: str, *, demo_language: str = "en") -> dict[str, object]:
        """Start it; returns the driver's first words (``coldStartMs`` among them)."""
        environment = {
            **os.environ,
            "LEARNUP_HOME": str(self._home),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONUNBUFFERED": "1",
            # No desktop session here: a keyring that asks on a screen would wait for ever.
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }
        command = own_command("walkthrough-driver", server, demo_language)
        self.started_at = time.perf_counter()
        self._process = await asyncio.to_thread(_spawn, command, environment, self._log)
        return await self._read()

    async def do(self, step: str, **arguments: object) -> dict[str, object]:
        """Have one step done.

        Raises:
            StepFailedError: it failed, said nothing in time, or the client ended.
        """
        process = self._process
        if process is None or process.stdin is None:
            raise StepFailedError("the client is not running")
        process.stdin.write(json.dumps({"do": step, **arguments}) + "\n")
        process.stdin.flush()
        return await self._read(step)

    def kill(self) -> None:
        """SIGKILL, as a power cut does."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()

    async def stop(self) -> None:
        """Close the window and wait."""
        process = self._process
        if process is None:
            return
        if process.stdin is not None and process.poll() is None:
            process.stdin.close()
        try:
            await asyncio.to_thread(process.wait, 20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        self._process = None

    async def _read(self, step: str = "start") -> dict[str, object]:
        process = self._process
        if process is None or process.stdout is None:
            raise StepFailedError(f"{step}: the client is not running")
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                line = await asyncio.to_thread(process.stdout.readline)
        except TimeoutError as error:
            self.kill()
            raise StepFailedError(f"{step}: no answer in {ANSWER_SECONDS:.0f} s") from error
        if not line:
            raise StepFailedError(f"{step}: the client ended; see {self._log.name}")
        answer = json.loads(line)
        if not isinstance(answer, dict) or not answer.get("ok"):
            raise StepFailedError(f"{step}: {line.strip()}")
        return answer


def _spawn(command: list[str], environment: dict[str, str], log: Path) -> subprocess.Popen[str]:
    with log.open("ab") as sink:
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=sink, text=True, env=environment
        )
