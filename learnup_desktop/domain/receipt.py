"""The receipt: which bytes the platform signs, and the short code people can read to each other."""

from learnup_desktop.base.canonical import canonical_json, sha256_hex
from learnup_desktop.contract.exams import Head, Receipt

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def signed_bytes(receipt: Receipt) -> bytes:
    """The canonical JSON that is signed: every field of the receipt but the signature."""
    wire = receipt.to_wire()
    del wire["signature"]
    return canonical_json(wire)


def receipt_code(attempt_id: str, head: Head) -> str:
    """Twelve Crockford base-32 characters (60 bits of the head's hash) in groups of four: ``7K3M-9QZT-0A2B``."""
    bits = int(sha256_hex(f"{attempt_id}:{head.seq}:{head.hash}".encode())[:15], 16)
    text = "".join(_CROCKFORD[bits >> shift & 31] for shift in range(55, -1, -5))
    return f"{text[:4]}-{text[4:8]}-{text[8:]}"
