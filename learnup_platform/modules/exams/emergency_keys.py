"""The key pair that emergency files are sealed for, derived from the platform's sealing key: no secret more to lose."""

import hmac

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from learnup_platform.keys import PlatformKeys


def emergency_key(keys: PlatformKeys) -> bytes:
    """The platform's raw X25519 private key: HMAC-SHA-256 of its purpose under the sealing key."""
    return hmac.digest(keys.sealing_key, b"learnup-emergency-files", "sha256")


def public_emergency_key(keys: PlatformKeys) -> bytes:
    """What clients seal emergency files for: the raw X25519 public key."""
    return X25519PrivateKey.from_private_bytes(emergency_key(keys)).public_key().public_bytes_raw()
