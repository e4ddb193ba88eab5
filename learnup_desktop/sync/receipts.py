"""Checking the platform's word: a receipt counts only when its signature holds under the key pinned at sign-in."""

from dataclasses import dataclass

from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.contract.exams import Receipt
from learnup_desktop.domain.receipt import receipt_code, signed_bytes
from learnup_desktop.store.records import AttemptMeta, KnownAccount


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The server's raw Ed25519 public key, as pinned when the account first signed in."""

    key_id: str
    public_key: bytes

    @classmethod
    def of(cls, account: KnownAccount) -> "SigningKey":
        """The key pinned with an account."""
        return cls(account.signing_key_id, account.signing_key)


def verify_receipt(receipt: Receipt, meta: AttemptMeta, key: SigningKey) -> None:
    """Check that a receipt is the platform's, and for this attempt. Whether its head is ours is the journal's to say.

    Raises:
        IntegrityFault: it is not.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    owner = (receipt.attempt_id, receipt.exam_id, receipt.student_id)
    if owner != (meta.attempt_id, meta.exam_id, meta.student_id):
        raise IntegrityFault("the receipt is for another attempt")
    if receipt.key_id != key.key_id:
        raise IntegrityFault(f"the receipt is signed with key {receipt.key_id}, not the one this computer knows")
    if receipt.code != receipt_code(receipt.attempt_id, receipt.head):
        raise IntegrityFault("the receipt's code is not of its head")
    try:
        Ed25519PublicKey.from_public_bytes(key.public_key).verify(receipt.signature, signed_bytes(receipt))
    except (InvalidSignature, ValueError) as error:
        raise IntegrityFault("the receipt's signature does not hold") from error
