"""A student's side of an exam, as small as tests need it: keeps the chain and talks plain HTTP."""

from dataclasses import dataclass, field
from typing import Any

import httpx

from learnup_desktop.contract import routes
from learnup_desktop.contract.exams import AttemptStarted, EntryKind, Head, JournalEntry
from learnup_desktop.domain.journal import head_of, make_entry
from learnup_platform.demo.school import demo_id

OPEN_EXAM = demo_id("exam", "physics/0")
TOMORROWS_EXAM = demo_id("exam", "mathematics/0")

ANSWERS: dict[str, dict[str, object]] = {
    "physics-01": {"type": "choices", "choices": ["b"]},
    "physics-02": {"type": "choices", "choices": ["b"]},
    "physics-03": {"type": "choices", "choices": ["c"]},
    "physics-04": {"type": "choices", "choices": ["a", "c", "d"]},
    "physics-05": {"type": "choices", "choices": ["a", "c"]},
    "physics-06": {"type": "text", "text": "2.0"},
    "physics-07": {"type": "text", "text": "9.77"},
    "physics-08": {"type": "text", "text": "120"},
    "physics-09": {"type": "text", "text": "60"},
    "physics-10": {"type": "text", "text": "Lenz's law"},
    "physics-11": {"type": "text", "text": "kg m⁻¹ s⁻²"},
    "physics-12": {"type": "text", "text": "Weigh the block, heat it in boiling water, …\nකොටස"},
}
"""The right ones."""


def code_of(answer: httpx.Response) -> tuple[int, str]:
    """Status and stable code of a refusal."""
    return answer.status_code, str(answer.json()["code"])


@dataclass
class Sitting:
    """One attempt on one device."""

    client: httpx.Client
    exam_id: str = OPEN_EXAM
    device_id: str = "test-device"
    started: AttemptStarted = field(init=False)
    head: Head = field(init=False)
    entries: list[JournalEntry] = field(default_factory=list)

    def request_start(self, **changes: object) -> httpx.Response:
        """``POST exams/{id}/attempts``."""
        body = {"deviceId": self.device_id, "deviceName": "Hall 3", "assurance": "none", "consent": True} | changes
        return self.client.post(routes.ATTEMPTS.format(id=self.exam_id), json=body)

    def start(self, **changes: object) -> "Sitting":
        """Begin or go on; the chain begins at the platform's head."""
        answer = self.request_start(**changes)
        assert answer.status_code == 200, answer.text
        self.started = AttemptStarted.model_validate(answer.json())
        self.head = self.started.head
        return self

    @property
    def attempt_id(self) -> str:
        """The attempt."""
        return self.started.attempt_id

    def path(self, template: str, **more: str) -> str:
        """A path of this attempt."""
        return template.format(id=self.attempt_id, **more)

    def make(self, kind: EntryKind, body: dict[str, object]) -> JournalEntry:
        """The next entry, not sent."""
        entry = make_entry(self.head, kind, 1_700_000_000_000 + self.head.seq, body)
        self.head = head_of(entry)
        self.entries.append(entry)
        return entry

    def answer(self, question_id: str, answer: dict[str, object] | str) -> JournalEntry:
        """The next answer entry, not sent; a string is a text answer."""
        wire = {"type": "text", "text": answer} if isinstance(answer, str) else answer
        return self.make(EntryKind.ANSWER, {"questionId": question_id, "answer": wire})

    def log_body(self, *entries: JournalEntry) -> dict[str, Any]:
        """The body of a log request."""
        return {"leaseToken": self.started.lease.token, "entries": [entry.to_wire() for entry in entries]}

    def post(self, *entries: JournalEntry, **headers: str) -> httpx.Response:
        """``POST attempts/{id}/log``."""
        return self.client.post(self.path(routes.LOG), json=self.log_body(*entries), headers=headers)

    def send(self, *entries: JournalEntry) -> dict[str, Any]:
        """Send entries that must be taken."""
        answer = self.post(*entries)
        assert answer.status_code == 200, answer.text
        wire: dict[str, Any] = answer.json()
        return wire

    def submit(self, head: Head | None = None, **headers: str) -> httpx.Response:
        """``POST attempts/{id}/submit``."""
        body = {"leaseToken": self.started.lease.token, "head": (head or self.head).to_wire()}
        return self.client.post(self.path(routes.SUBMIT), json=body, headers=headers)

    def record(self, client: httpx.Client | None = None) -> dict[str, Any]:
        """The platform's own record."""
        answer = (client or self.client).get(self.path(routes.ATTEMPT))
        assert answer.status_code == 200, answer.text
        wire: dict[str, Any] = answer.json()
        return wire

    def counting(self) -> dict[str, Any]:
        """The answers that count, by question."""
        return {answer["questionId"]: answer["answer"] for answer in self.record()["answers"]}
