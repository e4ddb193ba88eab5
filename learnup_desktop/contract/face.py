"""Face enrolment: consent, template and photograph, a teacher's approval, and deletion."""

from enum import StrEnum

from pydantic import Field

from learnup_desktop.contract.wire import Base64Bytes, Identifier, UtcTime, WireModel


class EnrolmentState(StrEnum):
    """An enrolment counts only once approved."""

    WAITING = "waiting"
    APPROVED = "approved"
    REJECTED = "rejected"


class EnrolmentRequest(WireModel):
    """``POST face/enrolments``: templates: float32 little endian, base64url; ``photo``: JPEG of the best frame."""

    consent: bool
    model: str = Field(max_length=120)
    templates: list[str] = Field(min_length=1, max_length=5)
    photo: Base64Bytes = Field(max_length=2_000_000)


class Enrolment(WireModel):
    """``GET face/enrolments``; teachers see those of their students, a student the own."""

    id: Identifier
    student_id: Identifier
    student_name: str
    model: str
    template_count: int
    state: EnrolmentState
    consent_at: UtcTime
    decided_at: UtcTime | None = None


class EnrolmentDecision(WireModel):
    """``POST face/enrolments/{id}/decision``."""

    approve: bool


class GalleryPerson(WireModel):
    """A student of a class whose face may be matched: consent was given and a teacher approved. ``photo``: JPEG."""

    student_id: Identifier
    enrolment_id: Identifier
    model: str
    templates: list[str] = Field(min_length=1, max_length=5)
    photo: Base64Bytes


class ClassGallery(WireModel):
    """``GET face/gallery?classId``: for who teaches the class. Whoever is not in it must not be matched."""

    class_id: Identifier
    people: list[GalleryPerson]


class EnrolmentCheck(WireModel):
    """``POST /face/check``: whether a picture can be enrolled. ``advice``: keys of what to do, most urgent first."""

    faces: int
    usable: bool
    advice: list[str]


class RecognisedFace(WireModel):
    """A student in a picture; ``likeness`` is the cosine in thousandths."""

    student_id: Identifier
    likeness: int


class Recognised(WireModel):
    """``POST face/recognise?classId``: who of a class is in a picture. Unknown faces are only counted."""

    class_id: Identifier
    faces: int
    unknown: int
    matches: list[RecognisedFace]
    which_of: list[list[Identifier]]


class FaceModelFile(WireModel):
    """A model file that the platform's manifest knows. ``pack`` is empty for an addon, ``url`` for a packed file."""

    name: str
    task: str
    size: int
    sha256: str
    licence: str
    pack: str = ""
    url: str = ""


class FaceModels(WireModel):
    """``GET face/models``: the platform's manifest, so that a school can point its computers to a licensed pack."""

    default_pack: str
    archives: dict[str, str]
    files: list[FaceModelFile]
