"""Recordings of lessons, and seminars that people register for."""

from enum import StrEnum

from pydantic import Field

from learnup_desktop.contract.wire import Identifier, LocalizedText, UtcTime, WireModel


class Recording(WireModel):
    """``GET recordings`` and the ``recordings`` stream: what a material, its file, is a recording of.

    The file is the material ``id`` (``GET materials/{id}/content``, with ranges); who sees the material sees it here.

    Attributes:
        lesson_id: which lesson was recorded; None when it is gone from the timetable or never was in it.
        duration_seconds: 0 where nobody knows.
    """

    id: Identifier
    class_id: Identifier
    lesson_id: Identifier | None = None
    title: LocalizedText
    teacher_name: str
    recorded_at: UtcTime
    duration_seconds: int = 0


class NewRecording(WireModel):
    """``POST recordings`` (who teaches the class): a material that was put up is a recording. A repeat changes it."""

    material_id: Identifier
    lesson_id: Identifier | None = None
    recorded_at: UtcTime
    duration_seconds: int = Field(default=0, ge=0, le=24 * 3600)


class SeminarState(StrEnum):
    """What has become of a seminar."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


class Seminar(WireModel):
    """``GET seminars`` and the ``seminars`` stream, as the account that asks stands to it.

    Attributes:
        class_id: whose seminar it is; None: everybody's.
        closes_at: until when one can register and take it back.
        capacity: how many places there are.
        taken: how many are given away, as far as the asker was told.
        registered: whether the asker has one.
    """

    id: Identifier
    class_id: Identifier | None = None
    title: LocalizedText
    summary: LocalizedText
    speaker: str
    place: str
    online: bool = False
    starts_at: UtcTime
    ends_at: UtcTime
    closes_at: UtcTime
    capacity: int
    taken: int
    registered: bool = False
    state: SeminarState = SeminarState.PLANNED


class NewSeminar(WireModel):
    """``POST seminars``: teachers for a class of theirs, administrators for everybody. ``id`` is the client's."""

    id: Identifier
    class_id: Identifier | None = None
    title: LocalizedText
    summary: LocalizedText = LocalizedText(en="")
    speaker: str = Field(max_length=120)
    place: str = Field(max_length=120)
    online: bool = False
    starts_at: UtcTime
    ends_at: UtcTime
    closes_at: UtcTime
    capacity: int = Field(ge=1, le=10_000)
