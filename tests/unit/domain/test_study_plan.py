"""The plan names what comes up and where to read on, and never what was missed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.exams import AttemptState, ExamSummary
from learnup_desktop.contract.study import ReadingPlace
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.study_plan import DueKind, plan_study

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
COLOMBO = ZoneInfo("Asia/Colombo")


def material(name: str, class_id: str = "physics", due_in_hours: float | None = None, age: int = 1) -> Material:
    return Material(
        id=name,
        class_id=class_id,
        title=LocalizedText(en=name),
        kind="notes",
        media_type="application/pdf",
        size_bytes=1,
        sha256="0" * 64,
        published_at=NOW - timedelta(days=age),
        due_at=None if due_in_hours is None else NOW + timedelta(hours=due_in_hours),
    )


def exam(name: str, days: float, state: AttemptState = AttemptState.NOT_STARTED) -> ExamSummary:
    return ExamSummary(
        id=name,
        class_id="physics",
        title=LocalizedText(en=name),
        subject=LocalizedText(en="Physics"),
        opens_at=NOW + timedelta(days=days),
        closes_at=NOW + timedelta(days=days, hours=2),
        duration_seconds=3600,
        question_count=10,
        total_marks=100,
        paper_sha256="0" * 64,
        paper_bytes=1,
        attempt_state=state,
    )


def place(name: str, furthest: int, days_ago: float = 1) -> ReadingPlace:
    return ReadingPlace(material_id=name, at=NOW - timedelta(days=days_ago), furthest=furthest)


def test_what_comes_up_is_in_order_with_what_is_not_read_yet() -> None:
    materials = [material("old", age=9), material("new"), material("sheet", due_in_hours=30), material("art", "art")]
    places = {"old": place("old", 1000)}
    plan = plan_study([exam("term test", 3)], materials, places, NOW, COLOMBO)
    assert [(item.kind, (item.exam or item.material).id) for item in plan.due] == [  # type: ignore[union-attr]  # one is
        (DueKind.MATERIAL, "sheet"),
        (DueKind.EXAM, "term test"),
    ]
    assert {item.id for item in plan.due[1].unread} == {"new", "sheet"}
    assert plan.due[1].read == 333
    assert (plan.read, plan.materials, plan.recent) == (1, 4, 1)


def test_what_lies_behind_or_is_done_is_not_held_up_to_anybody() -> None:
    materials = [
        material("yesterday", due_in_hours=-30),
        material("this morning", due_in_hours=-5),
        material("done", due_in_hours=20),
        material("next term", due_in_hours=24 * 60),
    ]
    exams = [exam("over", -2), exam("sat", 1, AttemptState.SUBMITTED), exam("far", 60)]
    plan = plan_study(exams, materials, {"done": place("done", 960)}, NOW, COLOMBO)
    assert [item.material.id for item in plan.due if item.material is not None] == ["this morning"]


def test_reading_goes_on_where_somebody_last_was() -> None:
    materials = [material("a"), material("b"), material("c"), material("d")]
    places = {"a": place("a", 300, 3), "b": place("b", 990, 1), "c": place("c", 0, 2)}
    plan = plan_study([], materials, places, NOW, COLOMBO)
    assert [(item.id, read) for item, read in plan.begun] == [("c", 0), ("a", 300)]
