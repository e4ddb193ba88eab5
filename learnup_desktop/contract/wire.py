"""What all wire models share: camelCase outside, snake_case inside, UTC with ``Z``, unknown fields ignored."""

import base64
import binascii
from datetime import UTC, datetime
from typing import Annotated, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer
from pydantic.alias_generators import to_camel

CONTRACT_VERSION = 1
"""Raised when an older client could no longer work; served by ``/.well-known/learnup``."""


class WireModel(BaseModel):
    """A frozen value as it crosses the wire. ``model_dump(mode="json", by_alias=True)`` gives the wire form."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
        extra="ignore",
        frozen=True,
        # Validators are made at a model's first use (4 ms at most), by whichever thread that is: Pydantic takes a lock
        # for it since 2.14. Most of a session's models are never used; all of them would take 18 MB and half a second.
        defer_build=True,
    )

    def to_wire(self) -> dict[str, object]:
        """JSON-ready dictionary with camelCase keys."""
        return self.model_dump(mode="json", by_alias=True)


def _as_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a time on the wire carries its zone")
    return moment.astimezone(UTC)


def wire_time(moment: datetime) -> str:
    """ISO 8601 UTC with milliseconds and ``Z``."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


UtcTime = Annotated[datetime, AfterValidator(_as_utc), PlainSerializer(wire_time, return_type=str, when_used="json")]
"""An aware UTC time."""


def base64url_encode(data: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def base64url_decode(text: str) -> bytes:
    """The bytes of base64url with or without padding.

    Raises:
        ValueError: not base64url.
    """
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error as error:
        raise ValueError("not base64url") from error


def _bytes_from_wire(value: object) -> object:
    return base64url_decode(value) if isinstance(value, str) else value


Base64Bytes = Annotated[
    bytes, BeforeValidator(_bytes_from_wire), PlainSerializer(base64url_encode, return_type=str, when_used="json")
]
"""Bytes, base64url on the wire."""

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""Lowercase hex SHA-256."""

Identifier = Annotated[str, Field(min_length=1, max_length=64)]
"""A UUIDv7 string; the length is bounded, the form is the platform's business."""

Item = TypeVar("Item")


class Page(WireModel, Generic[Item]):
    """One page of a list."""

    items: list[Item]
    next_cursor: str | None = None


class LocalizedText(WireModel):
    """The same text in up to three languages; at least one is there."""

    en: str | None = None
    si: str | None = None
    ta: str | None = None

    def text(self, language: str) -> str:
        """The text in ``language``, else in the first language that has one, else empty."""
        preferred = getattr(self, language, None) if language in ("en", "si", "ta") else None
        return preferred or self.en or self.si or self.ta or ""


class ErrorBody(WireModel):
    """The platform's error answer."""

    status_code: int
    error: str
    code: str
    message: str
    details: dict[str, object] = Field(default_factory=dict)
