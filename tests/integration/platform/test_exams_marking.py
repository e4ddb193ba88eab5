"""The practice paper sat and marked over HTTP: pools, sections, pictures of working, marks by rules and teachers."""

import hashlib
from typing import Any

import httpx

from learnup_desktop.contract import routes
from learnup_desktop.contract.answers import WorkFile
from learnup_desktop.contract.exams import EntryKind
from learnup_desktop.domain.journal import head_of, make_entry
from learnup_desktop.domain.question_order import paper_for
from learnup_desktop.domain.sealed_paper import open_paper
from learnup_desktop.domain.sealed_work import seal_work, work_keys
from learnup_platform.demo.exam_practice import practice_paper
from learnup_platform.demo.school import demo_id
from tests.integration.platform.exam_sitting import Sitting, code_of
from tests.platform_fixture import ClockedPlatform

PRACTICE = demo_id("exam", "practice/0")
START = 1_790_000_000_000
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40


def right_answers(sitting: Sitting) -> dict[str, dict[str, Any]]:
    """What the scheme calls right, in wire form."""
    keys = practice_paper().scheme.to_wire()["keys"]
    assert isinstance(keys, dict)
    found: dict[str, dict[str, Any]] = {}
    for name, key in keys.items():
        match key["kind"]:
            case "choices":
                found[name] = {"type": "choices", "choices": sorted(key["right"])}
            case "numeric":
                unit = f" {key['units'][0]['unit']}" if name == "density" else ""
                found[name] = {"type": "text", "text": key["value"] + unit}
            case "text":
                found[name] = {"type": "text", "text": "ලෙන්ස් නියමය"}
            case "blanks":
                blanks = {"gas": "CO₂", "liquid": "நீர்", "energy": "light", "number": "6"}
                found[name] = {"type": "blanks", "blanks": blanks}
            case "matching":
                found[name] = {"type": "matches", "matches": key["matches"]}
            case "ordering":
                found[name] = {"type": "order", "order": key["order"]}
            case "parts":
                parts = {"a": "2", "b": "2,0 A"}
                texts = {part: {"type": "text", "text": text} for part, text in parts.items()}
                found[name] = {"type": "parts", "parts": {**texts, "c": {"type": "choices", "choices": ["b"]}}}
    return found


def sat_practice(student: httpx.Client) -> tuple[Sitting, WorkFile, bytes, str]:
    """Sit the practice paper, all right; with a picture that is not sent yet, and the question that was not drawn."""
    summary = student.get(routes.EXAM.format(id=PRACTICE)).json()
    assert (summary["questionCount"], summary["totalMarks"]) == (13, 49)
    sitting = Sitting(student, PRACTICE).start()
    sealed = student.get(routes.PAPER.format(id=PRACTICE)).content
    paper = paper_for(open_paper(sealed, sitting.started.content_key)[0], sitting.attempt_id)
    right = right_answers(sitting)
    key = work_keys(sitting.attempt_id, sitting.started.evidence_key, sitting.started.content_key)[0]
    file, data = seal_work(PNG, sitting.attempt_id, key)
    right["energy-essay"] = {"type": "text", "text": "Measure first."}
    right["ray-diagram"] = {"type": "files", "files": [file.to_wire()]}
    not_drawn = ({"unit-force", "unit-energy", "unit-power"} - {question.id for question in paper.questions}).pop()
    for section in paper.sections:
        sitting.send(sitting.make(EntryKind.SECTION, {"sectionId": section.id, "endsMs": None}))
        for question in paper.questions:
            if question.section == section.id:
                sitting.send(sitting.answer(question.id, right[question.id]))
    wrong_now: dict[str, object] = {"type": "choices", "choices": ["false"]}
    sitting.send(sitting.answer("light-sound", wrong_now))  # its section is left: kept, but it does not count
    sitting.send(sitting.answer(not_drawn, right[not_drawn]))  # nobody asked
    counting = sitting.counting()
    assert counting.keys() == {question.id for question in paper.questions}
    assert counting["light-sound"]["choices"] == ["true"]
    return sitting, file, data, not_drawn


def test_a_practice_paper_from_sections_to_marks(clocked_platform: ClockedPlatform) -> None:
    student, teacher = clocked_platform.client("nimali"), clocked_platform.client("ruwan")
    sitting, file, data, not_drawn = sat_practice(student)
    assert code_of(teacher.get(sitting.path(routes.MARKS))) == (409, "attempt.not_over")
    assert sitting.submit().status_code == 200
    marks = teacher.get(sitting.path(routes.MARKS)).json()
    assert (marks["total"], marks["maximum"], marks["complete"]) == ("33.00", 49, False)
    states = {(part["questionId"], part["part"]): part["state"] for part in marks["parts"]}
    assert states[("circuit", "b")] == "automatic"
    assert {place for place, state in states.items() if state == "waiting"} == {
        ("energy-essay", ""),
        ("ray-diagram", ""),
    }
    essay = next(part for part in marks["parts"] if part["questionId"] == "energy-essay")
    assert essay["guidance"]["en"].startswith("Two marks each")

    path = sitting.path(routes.WORK, sha256=file.sha256)
    assert student.put(path, content=data).json()["complete"]
    assert student.put(path, content=data).json()["complete"]  # again: the same
    shown = teacher.get(path)
    assert (shown.content, shown.headers["content-type"]) == (PNG, "image/png")

    given = [
        {"questionId": "energy-essay", "marks": "7.5", "comment": "Which quantity?"},
        {"questionId": "ray-diagram", "marks": "6"},
    ]
    answer = teacher.put(sitting.path(routes.MARKS), json={"marks": given})
    assert answer.status_code == 200, answer.text
    marked = answer.json()
    assert (marked["total"], marked["complete"]) == ("46.50", True)
    check_refused_marks(clocked_platform, sitting, not_drawn)


def check_refused_marks(platform: ClockedPlatform, sitting: Sitting, not_drawn: str) -> None:
    """A mark is taken back; what no question has is refused, and who does not teach the class sees nothing."""
    teacher, student = platform.client("ruwan"), sitting.client
    taken_back = teacher.put(
        sitting.path(routes.MARKS), json={"marks": [{"questionId": "ray-diagram", "marks": None}]}
    ).json()
    assert (taken_back["total"], taken_back["complete"]) == ("40.50", False)
    for wrong in (
        {"questionId": "ray-diagram", "marks": "6.5"},
        {"questionId": "circuit", "marks": "1"},
        {"questionId": not_drawn, "marks": "1"},
        {"questionId": "ray-diagram", "marks": "-1"},
        {"questionId": "ray-diagram", "marks": "1.005"},
    ):
        answer = teacher.put(sitting.path(routes.MARKS), json={"marks": [wrong]})
        assert answer.status_code == 422, wrong
    assert student.get(sitting.path(routes.MARKS)).status_code in (403, 404)
    assert platform.client("kamala").get(sitting.path(routes.MARKS)).status_code == 404


def test_answers_after_a_sections_time_are_kept_but_do_not_count(clocked_platform: ClockedPlatform) -> None:
    sitting = Sitting(clocked_platform.client("ashan"), PRACTICE).start()
    given = [("vectors", "a", 0), ("light-sound", "true", 595_000), ("vectors", "c", 606_000)]
    begun = make_entry(sitting.head, EntryKind.SECTION, START, {"sectionId": "A", "endsMs": START + 9_000_000})
    entries = [begun]
    for question, choice, after in given:
        body: dict[str, object] = {"questionId": question, "answer": {"type": "choices", "choices": [choice]}}
        entries.append(make_entry(head_of(entries[-1]), EntryKind.ANSWER, START + after, body))
    for entry in entries:
        sitting.send(entry)
    # The end that the client claims is not believed.
    assert {name: answer["choices"] for name, answer in sitting.counting().items()} == {
        "vectors": ["a"],
        "light-sound": ["true"],
    }


def test_pictures_come_in_parts_and_only_this_attempts(clocked_platform: ClockedPlatform) -> None:
    student = clocked_platform.client("ashan")
    sitting = Sitting(student, PRACTICE).start(consent=False)
    key = work_keys(sitting.attempt_id, sitting.started.evidence_key, sitting.started.content_key)[0]
    file, data = seal_work(PNG, sitting.attempt_id, key)
    path = sitting.path(routes.WORK, sha256=file.sha256)
    half = len(data) // 2

    def put(first: int, last: int) -> Any:
        headers = {"Content-Range": f"bytes {first}-{last - 1}/{len(data)}"}
        return student.put(path, content=data[first:last], headers=headers)

    assert put(0, half).json() == {"sha256": file.sha256, "receivedBytes": half, "complete": False}
    refused = put(half + 10, len(data))
    assert (refused.status_code, refused.json()["details"]["receivedBytes"]) == (409, half)
    assert put(half, len(data)).json()["complete"]
    offline = work_keys(sitting.attempt_id, None, sitting.started.content_key)[0]
    begun_offline, sealed = seal_work(PNG, sitting.attempt_id, offline)
    there = sitting.path(routes.WORK, sha256=begun_offline.sha256)
    assert student.put(there, content=sealed).json()["complete"]
    assert student.get(there).content == PNG
    _, foreign = seal_work(PNG, "another", key)
    elsewhere = sitting.path(routes.WORK, sha256=hashlib.sha256(foreign).hexdigest())
    assert student.put(elsewhere, content=foreign).status_code == 422
    assert student.put(sitting.path(routes.WORK, sha256="0" * 64), content=data).status_code == 422
