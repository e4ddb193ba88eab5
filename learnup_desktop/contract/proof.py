"""Proof: what anybody signed in may ask the platform about a receipt."""

from pydantic import Field

from learnup_desktop.contract.exams import Receipt
from learnup_desktop.contract.wire import WireModel


class VerifyRequest(WireModel):
    """``POST receipts/verify``: the text of a receipt's file or QR code, and of the journal's file if any."""

    receipt: str = Field(max_length=20_000)
    journal: str | None = Field(default=None, max_length=8_000_000)


class VerifiedCheck(WireModel):
    """One check; names as ``domain.proof.Check``, and ``record``: the platform's own record agrees."""

    check: str
    held: bool
    detail: str = ""
    seq: int | None = None


class Verification(WireModel):
    """How the checks came out. ``receipt`` is None when what was sent is none."""

    holds: bool
    checks: list[VerifiedCheck]
    receipt: Receipt | None = None
