"""Password hashes: bcrypt, in a thread, and never more at once than there are processors.

bcrypt reads 72 bytes at most, so what it gets is the base64 of the SHA-256 of the password (44 bytes, no zero byte): a
long passphrase counts whole.
"""

import asyncio
import base64
import hashlib
import os
from functools import cache
from weakref import WeakKeyDictionary

import bcrypt

MINIMUM_LENGTH = 8
_COMMON_PASSWORDS = (
    "12345678 123456789 1234567890 password password1 password123 qwerty123 qwertyuiop iloveyou 11111111 00000000 "
    "abcdefgh abcd1234 1q2w3e4r sunshine princess football baseball welcome1 letmein1 srilanka learnup1"
)
_COMMON = frozenset(_COMMON_PASSWORDS.split())
_gates: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()


def hash_now(password: str, rounds: int) -> str:
    """A salted hash, blocking for about 250 ms at 12 rounds; for seeding and threads."""
    return bcrypt.hashpw(_digest(password), bcrypt.gensalt(rounds)).decode("ascii")


async def hash_password(password: str, rounds: int) -> str:
    """A salted hash, made in a thread."""
    async with _gate():
        return await asyncio.to_thread(hash_now, password, rounds)


async def check_password(password: str, hashed: str | None, rounds: int) -> bool:
    """Whether ``password`` is the one. Without a hash (no such account) it takes as long and is False."""
    async with _gate():
        return await asyncio.to_thread(_check_now, password, hashed, rounds)


def needs_rehash(hashed: str, rounds: int) -> bool:
    """Whether a hash was made with fewer rounds than now asked for (demo accounts are seeded with few)."""
    return int(hashed.split("$")[2]) < rounds


def is_weak(password: str, username: str, name: str) -> bool:
    """Too short, well known, one character repeated, or made of the account's own name."""
    folded = password.casefold()
    if len(password) < MINIMUM_LENGTH or len(set(folded)) < 4 or folded in _COMMON:
        return True
    own = [part for part in (username.casefold(), *name.casefold().split()) if len(part) >= 4]
    return any(part in folded and len(folded) - len(part) < 4 for part in own)


def _digest(password: str) -> bytes:
    return base64.b64encode(hashlib.sha256(password.encode()).digest())


def _check_now(password: str, hashed: str | None, rounds: int) -> bool:
    fits = bcrypt.checkpw(_digest(password), (hashed or _decoy(rounds)).encode("ascii"))
    return fits and hashed is not None


@cache
def _decoy(rounds: int) -> str:
    return hash_now("nobody has this password", rounds)


def _gate() -> asyncio.Semaphore:
    return _gates.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(os.cpu_count() or 1))
