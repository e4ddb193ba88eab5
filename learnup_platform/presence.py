"""When a device was last heard from: collected in memory and written in one go, so that reads stay reads."""

from datetime import datetime

from sqlalchemy import bindparam, update

from learnup_platform.db.engine import Database
from learnup_platform.db.models_people import AuthSessionRecord

FLUSH_SECONDS = 30.0


class Presence:
    """Last-seen times of sign-in sessions, written by ``flush``."""

    def __init__(self) -> None:
        self._seen: dict[str, datetime] = {}

    def saw(self, session_id: str, now: datetime) -> None:
        """The session was used just now."""
        self._seen[session_id] = now

    def last_seen(self, session_id: str) -> datetime | None:
        """The time not yet written, None when nothing waits."""
        return self._seen.get(session_id)

    async def flush(self, database: Database) -> None:
        """Write what was collected."""
        if not self._seen:
            return
        rows = [{"session_id": key, "seen": moment} for key, moment in self._seen.items()]
        self._seen.clear()
        statement = (
            update(AuthSessionRecord.__table__)  # type: ignore[arg-type]  # FromClause by its stub, a Table in fact
            .where(AuthSessionRecord.id == bindparam("session_id"))
            .values(last_seen_at=bindparam("seen"))
        )
        async with database.transaction() as session:
            await (await session.connection()).execute(statement, rows)
