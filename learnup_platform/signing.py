"""The platform's signature over receipts: Ed25519, so that anybody with the public key can check one."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from learnup_desktop.contract.exams import Receipt
from learnup_desktop.domain.receipt import signed_bytes
from learnup_platform.keys import PlatformKeys


def sign_receipt(keys: PlatformKeys, unsigned: Receipt) -> Receipt:
    """``unsigned`` with the platform's key id and signature."""
    named = unsigned.model_copy(update={"key_id": keys.key_id})
    return named.model_copy(update={"signature": keys.signing_key.sign(signed_bytes(named))})


def receipt_holds(receipt: Receipt, public_key: bytes) -> bool:
    """Whether the receipt was signed with the key that belongs to ``public_key`` (raw 32 bytes)."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(receipt.signature, signed_bytes(receipt))
    except InvalidSignature:
        return False
    return True


def sign_document(keys: PlatformKeys, document: bytes) -> bytes:
    """The signature over a document of another kind than a receipt; what it begins with says which kind it is."""
    return keys.signing_key.sign(document)
