"""Generated histories of lessons through real clients: two teachers mark, offline and late, while the school goes on.

Each history is one lesson and one student. Two computers mark through their boards, stores and outboxes; answers get
lost on the way back; the lesson moves, the student is transferred away and back or was enrolled only now. In the end
every mark that was made has to be in the platform's record, or be kept with the reason it was refused for, and both
computers and the platform have to agree on which one stands.
"""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import httpx

from learnup_desktop.base.errors import LearnUpError, OfflineError
from learnup_desktop.contract import routes
from learnup_desktop.contract.attendance import AttendanceState, AttendanceTaken, Mark, MarkMethod
from learnup_desktop.domain.attendance import merge_marks
from learnup_desktop.features.attendance.board import AttendanceBoard
from learnup_desktop.features.attendance.service import AttendanceService
from learnup_desktop.store.records import OperationState
from learnup_platform.demo.school import demo_id

if TYPE_CHECKING:
    from tests.integration.client_side import ClientSide

CLASS_KEY = "mathematics-13-english"
TEACHER = "ruwan"
NEIGHBOURS = "physics-13-english"
"""Its students are those who may be enrolled meanwhile."""
ENROLLMENTS = f"{routes.API}/enrollments"
LOST_ANSWERS = 0.25


@dataclass
class Tally:
    """What has become of the marks."""

    counts: Counter[str] = field(default_factory=Counter)
    troubles: list[str] = field(default_factory=list)

    def note(self, name: str, number: int = 1) -> None:
        """Count."""
        self.counts[name] += number


class School:
    """The office: what happens to the class meanwhile."""

    def __init__(self, office: httpx.Client) -> None:
        self.office = office
        self.class_id = demo_id("class", CLASS_KEY)
        now = datetime.now(UTC)
        span = {"from": (now - timedelta(days=30)).isoformat(), "to": (now + timedelta(days=30)).isoformat()}
        items = (
            office.get(routes.CLASS_LESSONS.format(id=self.class_id), params=span).raise_for_status().json()["items"]
        )
        self.planned = {
            item["id"]: (datetime.fromisoformat(item["startsAt"]), datetime.fromisoformat(item["endsAt"]))
            for item in items
            if item["state"] != "cancelled"
        }
        self.lessons = sorted(self.planned, key=lambda lesson: self.planned[lesson])
        self.roll = self._students(self.class_id)
        self.newcomers = sorted(set(self._students(demo_id("class", NEIGHBOURS))) - set(self.roll))

    def _students(self, class_id: str) -> list[str]:
        answer = self.office.get(routes.CLASS_STUDENTS.format(id=class_id)).raise_for_status().json()
        return [student["id"] for student in answer["students"]]

    def transfer(self, student: str, *, away: bool) -> None:
        """Off the roll, or onto it."""
        body = {"classId": self.class_id, "studentId": student}
        answer = self.office.delete(ENROLLMENTS, params=body) if away else self.office.post(ENROLLMENTS, json=body)
        answer.raise_for_status()

    def move(self, lesson: str, hours: int) -> bool:
        """Another time, which may be taken already, and a lesson that is over stays; whether it was moved."""
        starts, ends = (planned + timedelta(hours=hours) for planned in self.planned[lesson])
        body = {"startsAt": starts.isoformat(), "endsAt": ends.isoformat(), "reason": "hall"}
        answer = self.office.post(routes.RESCHEDULE.format(id=lesson), json=body)
        assert answer.status_code in (200, 409, 422), answer.text
        return answer.status_code == 200


class Computer:
    """One who marks, with a real store and outbox; the way back of answers is poor.

    Args:
        side: signed in.
        chance: decides which answers get lost.
    """

    def __init__(self, side: "ClientSide", chance: random.Random) -> None:
        self.side = side
        self.made: list[Mark] = []
        self._board: AttendanceBoard | None = None
        self.service = AttendanceService(
            side.store.cache,
            side.store.marks,
            account_id=side.pair.account.id,
            device_id=side.device_id,
            now=lambda: datetime.now(UTC),
            zone=UTC,
        )
        put = side.client.attendance.put

        async def poor(lesson_id: str, marks: Sequence[Mark], idempotency_key: str) -> AttendanceTaken:
            taken = await put(lesson_id, marks, idempotency_key)
            if chance.random() < LOST_ANSWERS:
                raise OfflineError("the answer got lost")
            return taken

        side.client.attendance.put = poor  # type: ignore[method-assign]  # the line is what is faked

    async def open(self, lesson: str) -> AttendanceBoard:
        """The roll as this computer knows it."""
        self._board = (await self.service.open(lesson)).board
        return self._board

    async def act(self, chance: random.Random, student: str) -> None:
        """One thing that somebody does at the screen."""
        board = self._board
        assert board is not None
        await self._look(board)
        kind = chance.choice(["mark", "mark", "mark", "mark", "clear", "undo", "redo", "card", "camera"])
        state = chance.choice(list(AttendanceState))
        if kind == "mark":
            marks = board.mark(student, state, note=chance.choice(["", "bus"]))
        elif kind == "clear":
            marks = board.clear(student)
        elif kind in ("card", "camera"):
            marks = board.mark_seen([student], MarkMethod(kind))
        else:
            marks = board.undo() if kind == "undo" else board.redo()
        await self.service.put(marks)
        self.made += marks

    async def _look(self, board: AttendanceBoard) -> None:
        board.take((await self.service.refresh(board)).marks.standing.values())

    async def send(self) -> bool:
        """Send what waits; whether all went through."""
        try:
            await self.side.store.outbox.retry_all_now()
            return (await self.side.sync.outbox.flush()).waiting == 0
        except LearnUpError:
            return False

    async def settle(self) -> None:
        """Back on a line: everything goes out, and the cache comes up to date."""
        for _ in range(100):
            if await self.send():
                break
        await self.side.sync.engine.pull()

    async def refused(self) -> set[str]:
        """Ids of marks that are kept here with the reason they were refused for."""
        operations = await self.side.store.outbox.operations(limit=100_000)
        kept: set[str] = set()
        for operation in operations:
            if operation.state is OperationState.ATTENTION:
                parts = operation.error.parts if operation.error is not None else ()
                ids = {wire["id"] for wire in operation.body.get("marks", ())}
                kept |= ids & set(parts) if parts else ids
        return kept


async def play(school: School, computers: Sequence[Computer], case: int, tally: Tally) -> None:
    """One history, and its account."""
    chance = random.Random(case)
    lesson = school.lessons[case % len(school.lessons)]
    new = case % 5 == 4 and bool(school.newcomers)
    people = school.newcomers if new else school.roll
    student = people[case % len(people)]
    if new:
        school.transfer(student, away=False)
        tally.note("enrolled")
    for computer in computers:
        await computer.side.sync.engine.pull()
        await computer.open(lesson)
    made = [len(computer.made) for computer in computers]
    away = False
    for _ in range(chance.randint(6, 12)):
        computer = chance.choice(computers)
        what = chance.choice(["act", "act", "act", "act", "act", "send", "pull", "move", "transfer"])
        if what == "act":
            await computer.act(chance, student)
        elif what == "send":
            await computer.send()
        elif what == "pull":
            await computer.side.sync.engine.pull()
        elif what == "move":
            tally.note("moved", school.move(lesson, chance.choice([1, 3, -1])))
        elif school.planned[lesson][0] < datetime.now(UTC):
            away = not away
            school.transfer(student, away=away)
            tally.note("transferred")
    if away or new:
        # Half of those who left stay away while the last marks come in.
        late = chance.random() < 0.5 and not new
        if late:
            await _settle(computers)
        if away:
            school.transfer(student, away=False)
    await _settle(computers)
    await _account(
        school, computers, lesson, student, [c.made[n:] for c, n in zip(computers, made, strict=True)], tally
    )
    if new:
        school.transfer(student, away=True)


async def _settle(computers: Sequence[Computer]) -> None:
    for computer in computers:
        await computer.settle()
    for computer in computers:
        await computer.side.sync.engine.pull()


async def _account(
    school: School,
    computers: Sequence[Computer],
    lesson: str,
    student: str,
    made: Sequence[Sequence[Mark]],
    tally: Tally,
) -> None:
    path = routes.ATTENDANCE_HISTORY.format(id=lesson)
    entries = school.office.get(path, params={"studentId": student}).raise_for_status().json()["entries"]
    kept = {entry["mark"]["id"]: Mark.model_validate(entry["mark"]) for entry in entries}
    standing = {entry["mark"]["id"] for entry in entries if entry["standing"]}
    tally.note("histories")
    for computer, own in zip(computers, made, strict=True):
        refused = await computer.refused()
        tally.note("marks", len(own))
        tally.note("refused", sum(mark.id in refused for mark in own))
        lost = [mark.id for mark in own if mark.id not in kept and mark.id not in refused]
        tally.note("lost", len(lost))
        tally.troubles += [f"{lesson} {mark} lost" for mark in lost]
        here = (await computer.side.store.marks.marks_for(lesson)).standing.get(student)
        if {here.id if here is not None else ""} - {""} != standing:
            tally.note("disagree")
            tally.troubles.append(f"{lesson} {student}: {computer.side.device_id} shows another mark")
    if {mark.id for mark in merge_marks(kept.values()).values()} != standing:
        tally.note("wrong")
        tally.troubles.append(f"{lesson} {student}: another mark stands than the rule says")
