"""Secrets: from the environment, else generated once and kept in the data folder, readable by the owner only."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import SecretStr

from learnup_desktop.base.canonical import sha256_hex
from learnup_platform.settings import PlatformSettings

SECRET_BYTES = 32


@dataclass(frozen=True)
class PlatformKeys:
    """Every secret of a platform.

    Attributes:
        access_secret: signs access tokens (HS256).
        refresh_secret: signs refresh tokens (HS256).
        sealing_key: 32 bytes for AES-256-GCM over what the platform keeps sealed (content keys, templates).
        signing_key: Ed25519, for receipts.
        key_id: first 16 hex digits of the SHA-256 of the raw public key.
        public_key: raw 32 bytes.
        jitsi_secret: signs the tokens of meetings (HS256).
    """

    access_secret: bytes
    refresh_secret: bytes
    sealing_key: bytes
    signing_key: Ed25519PrivateKey
    key_id: str
    public_key: bytes
    jitsi_secret: bytes


def load_keys(settings: PlatformSettings) -> PlatformKeys:
    """The keys of this platform; made at first use.

    Raises:
        OSError: the data folder cannot be read or written.
        ValueError: a key file was changed to something that is no key.
    """
    folder = settings.data / "keys"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    signing_key = Ed25519PrivateKey.from_private_bytes(_file_secret(folder / "receipt-ed25519.key"))
    public_key = signing_key.public_key().public_bytes_raw()
    return PlatformKeys(
        access_secret=_secret(settings.jwt_secret, folder / "access-token.key"),
        refresh_secret=_secret(settings.jwt_refresh_secret, folder / "refresh-token.key"),
        sealing_key=_sealing_key(settings.session_secret, folder / "sealing.key"),
        signing_key=signing_key,
        key_id=sha256_hex(public_key)[:16],
        public_key=public_key,
        jitsi_secret=_jitsi_secret(settings.jitsi_secret, folder / "jitsi.key"),
    )


def _secret(given: SecretStr | None, path: Path) -> bytes:
    return given.get_secret_value().encode() if given is not None else _file_secret(path)


def _jitsi_secret(given: SecretStr | None, path: Path) -> bytes:
    """As text in both cases: it has to be typed into another program's settings."""
    return given.get_secret_value().encode() if given is not None else _file_secret(path).hex().encode()


def _sealing_key(given: SecretStr | None, path: Path) -> bytes:
    if given is None:
        return _file_secret(path)
    return bytes.fromhex(sha256_hex(b"learnup-sealing:" + given.get_secret_value().encode()))


def _file_secret(path: Path) -> bytes:
    """The secret in ``path``; two processes that start at once agree on the one that was linked first."""
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}.new")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_bytes(SECRET_BYTES))
            file.flush()
            os.fsync(file.fileno())
        try:
            path.hardlink_to(draft)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    secret = path.read_bytes()
    if len(secret) != SECRET_BYTES:
        raise ValueError(f"{path} is damaged: {len(secret)} bytes instead of {SECRET_BYTES}")
    return secret
