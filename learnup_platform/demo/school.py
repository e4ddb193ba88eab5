"""What the parts of the demo school share: ids that are the same every time, texts, and the time of Sri Lanka."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.contract.wire import LocalizedText

COLOMBO = timezone(timedelta(hours=5, minutes=30), "Asia/Colombo")
"""Sri Lanka has had no change of clocks since 2006, and a fixed offset needs no time-zone database."""

FOUNDED = datetime(2026, 1, 5, 2, 30, tzinfo=UTC)
"""When the school's accounts were made; also the time inside the demo's ids."""


def demo_id(kind: str, name: str) -> str:
    """The UUIDv7 of a thing of the demo school: always the same for the same name."""
    milliseconds = int(FOUNDED.timestamp() * 1000)
    random = int(sha256_hex(f"learnup-demo/{kind}/{name}".encode())[:20], 16)
    value = milliseconds << 80 | 0x7 << 76 | (random >> 62 & 0xFFF) << 64 | 0b10 << 62 | random & (1 << 62) - 1
    return str(uuid.UUID(int=value))


def text(english: str, sinhala: str, tamil: str) -> LocalizedText:
    """The same words in the three languages."""
    return LocalizedText(en=english, si=sinhala, ta=tamil)


@dataclass(frozen=True, slots=True)
class DemoSchool:
    """What a seeder needs to hang its own things on."""

    now: datetime

    def account(self, username: str) -> str:
        """The id of an account."""
        return demo_id("account", username)

    def school_class(self, key: str) -> str:
        """The id of a class by its key in ``demo/classes.py``."""
        return demo_id("class", key)
