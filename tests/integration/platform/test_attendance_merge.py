"""Sixty generated histories of a lesson: two teachers, offline and late, while lessons move and students come and go.

Every mark has to be in the platform's record or refused with its reason, and what stands is what the pure rule says.
"""

import random
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract import routes
from learnup_desktop.contract.attendance import AttendanceState, Mark, MarkMethod
from learnup_desktop.domain.attendance import merge_marks
from learnup_platform.demo.school import demo_id
from tests.integration.platform.test_attendance import CLASS, put
from tests.platform_fixture import RunningPlatform

CASES = 60
CLASS_KEY = "mathematics-13-english"
TEACHER = "ruwan"
ENROLLMENTS = f"{routes.API}/enrollments"


class School:
    """Two who mark, a class, and what happens to it meanwhile."""

    def __init__(self, platform: RunningPlatform) -> None:
        self.class_id = demo_id("class", CLASS_KEY)
        self.marking = [platform.client(TEACHER, "classroom"), platform.client("admin", "office")]
        self.admin = self.marking[1]
        held = self.admin.get(routes.CLASS_LESSONS.format(id=self.class_id), params=span()).json()["items"]
        self.planned = {item["id"]: (moment(item["startsAt"]), moment(item["endsAt"])) for item in held}
        self.lessons = sorted(self.planned, key=lambda lesson: self.planned[lesson])
        self.roll = self.students(self.class_id)
        self.newcomers = sorted(set(self.students(CLASS)) - set(self.roll))

    def students(self, class_id: str) -> list[str]:
        answer = self.admin.get(routes.CLASS_STUDENTS.format(id=class_id)).json()["students"]
        return [student["id"] for student in answer]

    def transfer(self, student: str, *, away: bool) -> None:
        body = {"classId": self.class_id, "studentId": student}
        # Deleting takes its query: with a body it would be refused, and nobody would ever leave.
        answer = self.admin.delete(ENROLLMENTS, params=body) if away else self.admin.post(ENROLLMENTS, json=body)
        assert answer.status_code == 204, answer.text

    def move(self, lesson: str, hours: int) -> None:
        starts, ends = (planned + timedelta(hours=hours) for planned in self.planned[lesson])
        body = {"startsAt": starts.isoformat(), "endsAt": ends.isoformat(), "reason": "hall"}
        self.marking[0].post(routes.RESCHEDULE.format(id=lesson), json=body)


def generated(chance: random.Random, lesson: str, student: str, made_at: datetime) -> list[Mark]:
    """What two devices mark about a student, in the order it was made."""
    marks = []
    for _ in range(chance.randint(2, 6)):
        made_at += timedelta(milliseconds=chance.choice([1, 1, 400, 60_000]))
        state = chance.choice(list(AttendanceState))
        marks.append(
            Mark(
                id=uuid7(),
                lesson_id=lesson,
                student_id=student,
                state=state,
                minutes_late=chance.randint(1, 40) if state is AttendanceState.LATE else 0,
                note=chance.choice(["", "bus"]),
                marked_at=made_at,
                marked_by="whoever",
                method=chance.choice(list(MarkMethod)),
                device_id=chance.choice(["classroom", "office"]),
                withdrawn=chance.random() < 0.2,
            )
        )
    return marks


@pytest.fixture
def school(fresh_platform: RunningPlatform) -> School:
    """On a platform of its own: lessons move and people come and go."""
    return School(fresh_platform)


def test_no_mark_is_lost_in_sixty_histories(school: School) -> None:
    upset = {"lost": 0, "wrong": 0, "refused": 0, "marks": 0}
    for case in range(CASES):
        chance = random.Random(case)
        lesson = school.lessons[case % len(school.lessons)]
        new = case % 5 == 4
        student = school.newcomers[case % len(school.newcomers)] if new else school.roll[case % len(school.roll)]
        if new:
            school.transfer(student, away=False)
        marks = generated(chance, lesson, student, datetime.now(UTC) - timedelta(hours=2))
        refused = play(school, chance, lesson, student, marks)
        if new:
            school.transfer(student, away=True)
        path = routes.ATTENDANCE_HISTORY.format(id=lesson)
        entries = school.admin.get(path, params={"studentId": student}).json()["entries"]
        kept = {entry["mark"]["id"]: Mark.model_validate(entry["mark"]) for entry in entries}
        standing = {entry["mark"]["id"] for entry in entries if entry["standing"]}
        upset["marks"] += len(marks)
        upset["refused"] += len(refused)
        upset["lost"] += sum(made.id not in kept and made.id not in refused for made in marks)
        expected = {made.id for made in merge_marks(kept.values()).values()}
        upset["wrong"] += standing != expected
    assert upset["marks"] > 200
    assert {name: upset[name] for name in ("lost", "wrong", "refused")} == {"lost": 0, "wrong": 0, "refused": 0}


def play(school: School, chance: random.Random, lesson: str, student: str, marks: list[Mark]) -> set[str]:
    """Send the marks from two places in any order, some twice, with the school going on between; ids refused."""
    parts: list[list[Mark]] = [[], []]
    for made in marks:
        parts[chance.randrange(2)].append(made)
    turns: list[tuple[httpx.Client, list[Mark]]] = list(zip(school.marking, parts, strict=True))
    turns += [chance.choice(turns)]
    chance.shuffle(turns)
    refused: set[str] = set()
    away = False
    for client, part in turns:
        event = chance.choice(["nothing", "move", "transfer"])
        if event == "move":
            school.move(lesson, chance.choice([1, 3, -1]))
        elif event == "transfer" and datetime.now(UTC) > school.planned[lesson][0]:
            away = not away
            school.transfer(student, away=away)
        sent = chance.sample(part, len(part))
        if sent:
            answer = put(client, lesson, sent).json()
            listed = answer["refused"] if "refused" in answer else answer["details"]["refused"]
            refused |= {entry["markId"] for entry in listed}
    if away:
        school.transfer(student, away=False)
    return refused


def span() -> dict[str, str]:
    now = datetime.now(UTC)
    return {"from": (now - timedelta(days=30)).isoformat(), "to": (now + timedelta(days=30)).isoformat()}


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
