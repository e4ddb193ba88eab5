"""The durability campaign: kill a typing student's client or worker again and again, and look at what is left.

What must hold after each kill: every answer is one that the student saw at most two seconds before the plug was
pulled (or later), the question is the one that was open, nobody asked for a password, and it did not take long.
"""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

from tests.e2e.file_keyring import BACKEND, VARIABLE

ROOT = Path(__file__).resolve().parents[2]
MAY_BE_LOST_SECONDS = 2.0
LONGEST_START_SECONDS = 90.0
Line = dict[str, Any]


class CampaignError(Exception):
    """The campaign itself could not go on; its client said something else than expected, or nothing."""


class Client:
    """One life of the typist's process.

    Attributes:
        lines: what it said so far.
        started_at: when it was spawned (``time.time``).
    """

    def __init__(self, server: str, folder: Path, seed: int) -> None:
        environment = {
            **os.environ,
            "LEARNUP_HOME": str(folder / "home"),
            "PYTHON_KEYRING_BACKEND": BACKEND,
            VARIABLE: str(folder / "keyring.json"),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONUNBUFFERED": "1",
        }
        self.started_at = time.time()
        self.lines: list[Line] = []
        self._told = threading.Condition()
        self._log = folder / "client.log"
        with self._log.open("ab") as sink:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.e2e.typist", server, str(seed)],
                cwd=ROOT,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=sink,
                text=True,
                encoding="utf-8",
            )
        self._reader = threading.Thread(target=self._read, name="typist", daemon=True)
        self._reader.start()

    def wait_for(self, key: str, seconds: float = LONGEST_START_SECONDS) -> Line:
        """The first line that has ``key``.

        Raises:
            CampaignError: it ended or took too long.
        """
        limit = time.monotonic() + seconds
        with self._told:
            while True:
                found = next((line for line in self.lines if key in line), None)
                if found is not None:
                    return found
                if not self._reader.is_alive() or time.monotonic() > limit:
                    raise CampaignError(f"no {key!r} from the client; its log ends: {self._tail()}")
                self._told.wait(0.2)

    def worker(self) -> psutil.Process | None:
        """The proctoring worker, when it runs."""
        for child in psutil.Process(self._process.pid).children(recursive=True):
            try:
                if "proctoring-worker" in " ".join(child.cmdline()):
                    return child
            except psutil.NoSuchProcess:
                continue
        return None

    def kill(self) -> float:
        """Pull the plug. When it was (``time.time``)."""
        moment = time.time()
        self._process.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
        self._process.wait()
        self._finish()
        return moment

    def submit(self) -> Line:
        """Hand in through the pages, and what was seen of it."""
        assert self._process.stdin is not None
        self._process.stdin.write("submit\n")
        self._process.stdin.flush()
        return self.wait_for("submitted", 120.0)

    def close(self) -> None:
        """Close the window, with force after 20 s. Doing so twice, or after a kill, is harmless."""
        if self._process.poll() is None:
            assert self._process.stdin is not None
            self._process.stdin.close()
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._finish()

    def _finish(self) -> None:
        self._reader.join(10)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None and not pipe.closed:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue

    def _read(self) -> None:
        assert self._process.stdout is not None
        for text in self._process.stdout:
            try:
                line = json.loads(text)
            except ValueError:
                continue  # the plug was pulled in mid-line
            with self._told:
                self.lines.append(line)
                self._told.notify_all()

    def _tail(self) -> str:
        return self._log.read_text(errors="replace")[-1500:]


@dataclass
class Outcome:
    """What the kills did.

    Attributes:
        losses: seconds before the kill of the oldest change that was lost, one a kill; 0 when nothing was.
        changed: answers that came back as something the student had not seen in the last two seconds.
        elsewhere: resumes on another question.
        resumes: seconds from spawn to the sitting, one a life after the first.
        passwords: resumes that asked for one.
        idle_ms, typing_ms: journal lags, after the last keystroke and since the first unwritten one.
    """

    client_kills: int = 0
    worker_kills: int = 0
    losses: list[float] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    elsewhere: int = 0
    resumes: list[float] = field(default_factory=list)
    passwords: int = 0
    idle_ms: list[int] = field(default_factory=list)
    typing_ms: list[int] = field(default_factory=list)
    edits: int = 0


class Campaign:
    """Kills until told to stop, over one attempt.

    Args:
        server: the platform's address.
        folder: for the client's home, keyring and log.
        chance: when and whom to kill.
    """

    def __init__(self, server: str, folder: Path, chance: random.Random) -> None:
        self._server = server
        self._folder = folder
        self._chance = chance
        self._client: Client | None = None
        self._seen: dict[str, list[tuple[float, str]]] = {}
        self._pages: list[tuple[float, int]] = []
        self._killed_at = 0.0
        self.attempt_id = ""
        self.outcome = Outcome()

    def start(self) -> None:
        """Spawn the client and wait until its student writes."""
        client = self._client = Client(
            self._server if not self._killed_at else "", self._folder, self._chance.randrange(2**31)
        )
        resumed = client.wait_for("resumed")
        if self._killed_at:
            self.outcome.resumes.append(resumed["at"] - client.started_at)
            self.outcome.passwords += bool(resumed["passwordAsked"])
            self._compare(resumed)
        self.attempt_id = resumed["attempt"]
        self._seen = {key: [(resumed["at"], name)] for key, name in resumed["resumed"].items()}
        self._pages = [(resumed["at"], resumed["page"])]

    def kill(self) -> str:
        """Let the student write for a while, then kill the client, or one time in four the worker; says whom."""
        client = self._client
        assert client is not None
        time.sleep(self._chance.uniform(0.3, 4.0))
        worker = client.worker() if self._chance.random() < 0.25 else None
        if worker is not None:
            try:
                worker.kill()
            except psutil.NoSuchProcess:
                return "nobody"
            self.outcome.worker_kills += 1
            return "worker"
        self._killed_at = client.kill()
        self._note(client)
        self.outcome.client_kills += 1
        self._client = None
        self.start()
        return "client"

    def submit(self) -> Line:
        """Hand in at the end."""
        client = self._client
        assert client is not None
        return client.submit()

    def close(self) -> None:
        """End the client."""
        if self._client is not None:
            self._client.close()
            self._note(self._client)
            self._client = None

    def _note(self, client: Client) -> None:
        """Take up what a life of the client said."""
        for line in client.lines:
            if "key" in line:
                self.outcome.edits += 1
                self._seen.setdefault(line["key"], []).append((line["at"], line["answer"]))
            if "lag" in line:
                if line["newest"]:
                    self.outcome.idle_ms.append(line["lag"][0])
                self.outcome.typing_ms.append(line["lag"][1])
            if "page" in line and "resumed" not in line:
                self._pages.append((line["at"], line["page"]))

    def _compare(self, resumed: Line) -> None:
        """What came back against what the student had seen."""
        limit = self._killed_at - MAY_BE_LOST_SECONDS
        oldest_lost = self._killed_at
        for question_id, history in self._seen.items():
            name = resumed["resumed"].get(question_id, "")
            safe = max((place for place, (at, _) in enumerate(history) if at <= limit), default=0)
            places = [place for place, (_, seen) in enumerate(history) if place >= safe and seen == name]
            if not places:
                self.outcome.changed.append(question_id)
            elif places[-1] + 1 < len(history):
                oldest_lost = min(oldest_lost, history[places[-1] + 1][0])
        self.outcome.losses.append(round(self._killed_at - oldest_lost, 3))
        lately = [page for at, page in self._pages if at > self._killed_at - 0.5] or [self._pages[-1][1]]
        before = [page for at, page in self._pages if at <= self._killed_at - 0.5][-1:]
        self.outcome.elsewhere += resumed["page"] not in {*lately, *before}
