"""The order of the walk-through's steps, and the comparison with the platform's own records at the end."""

import asyncio
import json
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.contract.integrity import INFORMATION_KINDS
from learnup_desktop.platform_process import PlatformProcess
from learnup_desktop.walkthrough.client import DrivenClient
from learnup_desktop.walkthrough.link import LoopbackLink
from learnup_desktop.walkthrough.records import PlatformRecords

STUDENT, TEACHER = "nimali", "kamala"
OUTAGE_SECONDS = 10.0
ANSWERS_BEFORE_KILL = 6


def main(out: Path) -> int:
    """Run it; PNGs and ``summary.json`` go to ``out``. Exit code 0 only if everything matched."""
    out.mkdir(parents=True, exist_ok=True)
    summary = asyncio.run(_run(out))
    (out / "summary.json").write_text(json.dumps(summary, indent=2, ensure_ascii=False) + "\n")
    print(json.dumps(summary, ensure_ascii=False))
    return 0 if summary["ok"] else 1


async def _run(out: Path) -> dict[str, object]:
    with tempfile.TemporaryDirectory(prefix="learnup-walkthrough-", ignore_cleanup_errors=True) as work:
        walk = Walkthrough(out, Path(work))
        try:
            await walk.run()
        except LearnUpError as error:
            walk.failures.append(f"{type(error).__name__}: {error.detail or error.key}")
        finally:
            await walk.close()
        return walk.summary()


class Walkthrough:
    """One run, its processes and what it found."""

    def __init__(self, out: Path, work: Path) -> None:
        self._out = out
        self._work = work
        self._platform = PlatformProcess(work / "platform")
        self._link: LoopbackLink | None = None
        self._clients: list[DrivenClient] = []
        self._step = 0
        self.failures: list[str] = []
        self._student: dict[str, object] = {}
        self._integrity: dict[str, object] = {}
        self._attendance: dict[str, object] = {}
        self._offline: dict[str, object] = {}
        self._timings: dict[str, object] = {}

    def summary(self) -> dict[str, object]:
        """What ``summary.json`` holds."""
        return {
            "ok": not self.failures,
            "student": self._student,
            "integrity": self._integrity,
            "attendance": self._attendance,
            "offline": self._offline,
            "timings": self._timings,
            "failures": self.failures,
        }

    async def run(self) -> None:
        """All steps, in order.

        Raises:
            LearnUpError: a step could not be done.
        """
        await self._platform.start()
        self._link = LoopbackLink(self._platform.port)
        await self._link.start()
        student = await self._client("student", signed_in_as=STUDENT)
        await self._timetable_without_platform(student)
        sent = await self._sit(student)
        teacher = await self._client("teacher", signed_in_as=TEACHER)
        marks = await self._mark_roll(teacher)
        await self._compare(sent, marks)

    async def close(self) -> None:
        """End every process of this run."""
        for client in self._clients:
            await client.stop()
        if self._link is not None:
            await self._link.close()
        await self._platform.stop()

    @property
    def _server(self) -> str:
        return f"http://127.0.0.1:{self._link.port if self._link else self._platform.port}"

    def _picture(self, name: str) -> str:
        self._step += 1
        return str(self._out / f"{self._step:02d}-{name}.png")

    def _expect(self, what: str, condition: bool) -> None:
        if not condition:
            self.failures.append(what)

    async def _client(self, who: str, signed_in_as: str | None = None) -> DrivenClient:
        client = DrivenClient(self._work / f"home-{who}", self._out / f"{who}.log")
        self._clients.append(client)
        started = await client.start(self._server)
        self._timings.setdefault("coldStartMs", started["coldStartMs"])
        if signed_in_as is not None:
            await client.do("picture", path=self._picture(f"{who}-sign-in"))
            signed = await client.do("sign_in", username=signed_in_as)
            self._timings.setdefault("signInMs", signed["ms"])
            await client.do("open", page="today", path=self._picture(f"{who}-today"))
        return client

    async def _timetable_without_platform(self, student: DrivenClient) -> None:
        online = await student.do("timetable", path=self._picture("timetable-online"))
        self._platform.kill()
        await student.do("wait_offline")
        offline = await student.do("timetable", path=self._picture("timetable-platform-dead"))
        self._offline["timetableEntries"] = offline["entries"]
        self._timings["timetableOfflineMs"] = offline["ms"]
        self._expect("the timetable offline is the one online", offline["entries"] == online["entries"] != 0)
        await self._platform.start()
        await student.do("wait_online")

    async def _sit(self, student: DrivenClient) -> dict[str, object]:
        """Lobby, twelve answers, a kill, a dead line, submit. Returns what was typed, by question id."""
        await student.do("open", page="exams", path=self._picture("exams"))
        await self._enrol(student)
        lobby = await student.do("lobby", path=self._picture("lobby"))
        self._integrity["assurance"] = lobby["assurance"]
        await student.do("start_exam")
        sent: dict[str, object] = {}
        for number in range(ANSWERS_BEFORE_KILL):
            await self._answer(student, number, sent)
        student.kill()
        student = await self._resume(student)
        assert self._link is not None
        await self._link.cut()
        cut_at = time.perf_counter()
        count = int(str(lobby["questions"]))
        for number in range(ANSWERS_BEFORE_KILL, count - 1):
            await self._answer(student, number, sent)
        await student.do("picture", path=self._picture("sitting-line-cut"))
        await asyncio.sleep(max(0.0, OUTAGE_SECONDS - (time.perf_counter() - cut_at)))
        await self._link.restore()
        await self._answer(student, count - 1, sent)
        await student.do("wait_at_school")
        await student.do("picture", path=self._picture("sitting-all-at-school"))
        receipt = await student.do("submit", path=self._picture("receipt"))
        self._student.update(attemptId=receipt["attemptId"], receiptVerified=receipt["verified"])
        self._expect("the receipt is verified", receipt["verified"] is True)
        await student.stop()
        return sent

    async def _answer(self, student: DrivenClient, number: int, sent: dict[str, object]) -> None:
        answered = await student.do("answer", number=number, path=self._picture(f"question-{number + 1}"))
        sent[str(answered["questionId"])] = answered["answer"]

    async def _resume(self, killed: DrivenClient) -> DrivenClient:
        self._clients.remove(killed)
        student = await self._client("student")
        # Without a keyring no session survives a kill, so the person signs in again; with one, not even that.
        await student.do("sign_in", username=STUDENT)
        resumed = await student.do("resume", path=self._picture("resumed"))
        self._student["resumedInMs"] = round((time.perf_counter() - student.started_at) * 1000)
        self._expect("the exam resumes on the same question", resumed["number"] == ANSWERS_BEFORE_KILL - 1)
        self._expect("what was answered is there", resumed["answered"] == ANSWERS_BEFORE_KILL)
        return student

    async def _enrol(self, student: DrivenClient) -> None:
        """Enrol the simulated camera's person, if models are there, and have the teacher approve it."""
        enrolled = await student.do("enrol", path=self._picture("face-enrolment"))
        if enrolled.get("enrolled"):
            async with PlatformRecords(self._platform.url, TEACHER) as teacher:
                await teacher.approve_enrolments()

    async def _mark_roll(self, teacher: DrivenClient) -> dict[str, str]:
        marked = await teacher.do("mark_roll", path=self._picture("attendance"))
        await teacher.do("wait_saved")
        await teacher.do("picture", path=self._picture("attendance-saved"))
        marks = marked["marks"]
        assert isinstance(marks, dict)
        self._attendance.update(marked=len(marks), lessonId=marked["lessonId"])
        self._expect("ten or more students are marked", len(marks) >= 10)
        return {str(key): str(value) for key, value in marks.items()}

    async def _compare(self, sent: Mapping[str, object], marks: Mapping[str, str]) -> None:
        """The platform's own records against what was typed here."""
        async with PlatformRecords(self._platform.url, TEACHER) as records:
            held = await records.answers(str(self._student["attemptId"]))
            events = await records.integrity_counts(str(self._student["attemptId"]))
            on_server = await records.marks(str(self._attendance["lessonId"]))
        lost = [key for key, answer in sent.items() if held.get(key) != answer]
        self._student.update(answersSent=len(sent), answersOnServer=len(held), answersLost=len(lost))
        self._integrity["events"] = events
        accused = sorted(set(events) - {kind.value for kind in INFORMATION_KINDS})
        self._expect(f"an honest sitting raises no event, but there is {', '.join(accused)}", not accused)
        self._attendance["onServer"] = sum(on_server.get(key) == value for key, value in marks.items())
        self._expect("no answer is lost", not lost and len(sent) == len(held))
        self._expect("every mark is on the platform", self._attendance["onServer"] == len(marks))
