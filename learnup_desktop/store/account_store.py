"""Everything one account keeps on this computer, opened and closed as one."""

import asyncio
import contextlib
import hmac
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from learnup_desktop.base.background import spawn
from learnup_desktop.base.clock import Clock, SystemClock
from learnup_desktop.base.errors import DamagedFileError, IntegrityFault, StorageError
from learnup_desktop.base.log import get_logger
from learnup_desktop.store.blobs import BlobStore
from learnup_desktop.store.cache import Cache
from learnup_desktop.store.database import Database
from learnup_desktop.store.journal import JournalStore
from learnup_desktop.store.lock import FolderLock
from learnup_desktop.store.outbox import Outbox
from learnup_desktop.store.records import StoreReport
from learnup_desktop.store.schema import DATA_MIGRATIONS
from learnup_desktop.store.seal import Sealer
from learnup_desktop.store.template_key import TemplateKey

if TYPE_CHECKING:
    from learnup_desktop.store.annotations import AnnotationStore
    from learnup_desktop.store.downloads import DownloadStore
    from learnup_desktop.store.galleries import GalleryStore
    from learnup_desktop.store.marks import MarkStore
    from learnup_desktop.store.places import ReadingPlaces
    from learnup_desktop.store.read_marks import ReadMarks
    from learnup_desktop.store.sealed_files import SealedFiles
    from learnup_desktop.store.search_index import SearchIndex
    from learnup_desktop.store.stays import Stays

BACKUP_EVERY = timedelta(days=1)
_BACKUP_DELAY_SECONDS = 60.0
"""The first backup of a day waits until the client has long been started."""
_SMALLEST_DATABASE = 512
"""Bytes of SQLite's smallest page; anything shorter is no database."""
_PROOF_NAME = "key-proof"
_log = get_logger(__name__)


class AccountStore:
    """Made by ``open``. Holds the folder's lock until ``close``.

    Attributes:
        journal, outbox, cache, blobs: the account's parts.
        report: what was found when opening; tell the user when it is not fine.
    """

    def __init__(
        self, folder: Path, database: Database, sealer: Sealer, lock: FolderLock, clock: Clock, report: StoreReport
    ) -> None:
        self.folder = folder
        self.report = report
        self._database = database
        self._sealer = sealer
        self._lock = lock
        self._clock = clock
        self._backup_task: asyncio.Task[None] | None = None
        self._marks: MarkStore | None = None
        self._galleries: GalleryStore | None = None
        self._downloads: DownloadStore | None = None
        self._search: SearchIndex | None = None
        self._annotations: AnnotationStore | None = None
        self._stays: Stays | None = None
        self.sealer = sealer
        self.journal = JournalStore(database, sealer, TemplateKey(folder))
        self.outbox = Outbox(database, sealer, clock)
        self.cache = Cache(folder / "cache.db", clock)
        self.blobs = BlobStore(folder / "blobs", database)

    @property
    def marks(self) -> "MarkStore":
        """Own attendance marks over cached ones."""
        if self._marks is None:
            from learnup_desktop.store.marks import MarkStore

            self._marks = MarkStore(self.outbox, self.cache, self._clock)
        return self._marks

    @property
    def read_marks(self) -> "ReadMarks":
        """Own read marks of notices."""
        from learnup_desktop.store.read_marks import ReadMarks

        return ReadMarks(self.outbox, self._clock)

    @property
    def galleries(self) -> "GalleryStore":
        """Sealed face galleries of classes one teaches."""
        if self._galleries is None:
            from learnup_desktop.store.galleries import GalleryStore

            self._galleries = GalleryStore(self.folder / "galleries", self._sealer)
        return self._galleries

    @property
    def downloads(self) -> "DownloadStore":
        """What is to be downloaded, and what is here for study."""
        if self._downloads is None:
            from learnup_desktop.store.downloads import DownloadStore

            self._downloads = DownloadStore(self.folder / "downloads.db", self._clock)
        return self._downloads

    @property
    def search(self) -> "SearchIndex":
        """The words of what is here for study."""
        if self._search is None:
            from learnup_desktop.store.search_index import SearchIndex

            self._search = SearchIndex(self.folder / "search.db")
        return self._search

    @property
    def marking_sheets(self) -> "SealedFiles":
        """Exams that a teacher opened for marking, for when there is no network."""
        from learnup_desktop.store.sealed_files import SealedFiles

        return SealedFiles(self.folder / "marking", self._sealer)

    @property
    def places(self) -> "ReadingPlaces":
        """Where somebody stopped reading."""
        from learnup_desktop.store.places import ReadingPlaces

        return ReadingPlaces(self._database, self.outbox, self.cache, self._clock)

    @property
    def stays(self) -> "Stays":
        """Stays in live classes."""
        if self._stays is None:
            from learnup_desktop.store.stays import Stays

            self._stays = Stays(self._database, self.outbox)
        return self._stays

    @property
    def annotations(self) -> "AnnotationStore":
        """Highlights, notes, bookmarks and cards."""
        if self._annotations is None:
            from learnup_desktop.store.annotations import AnnotationStore

            self._annotations = AnnotationStore(self._database, self._sealer, self.outbox, self.cache, self._clock)
        return self._annotations

    @classmethod
    async def open(cls, folder: Path, sealer: Sealer, clock: Clock | None = None) -> "AccountStore":
        """Open an account's folder, making it when new. A damaged ``data.db`` is recovered or restored, see ``report``.

        Args:
            folder: ``KnownAccounts.folder_of(key)``.
            sealer: with the account's key (``Vault.key``).

        Raises:
            LockedElsewhereError: another process has this account open.
            IntegrityFault: the key is not the one this account was sealed with.
            StorageError: the disk refused.
        """
        lock = await _lock(folder)
        database = Database(folder / "data.db", DATA_MIGRATIONS, durable=True)
        report = StoreReport()
        try:
            try:
                await asyncio.to_thread(_check_not_emptied, folder)
                await database.open()
            except DamagedFileError:
                await database.close()
                from learnup_desktop.store.recovery import recover

                report = await asyncio.to_thread(recover, folder / "data.db", folder / "backup", DATA_MIGRATIONS)
                database = Database(folder / "data.db", DATA_MIGRATIONS, durable=True)
                await database.open()
            await _check_key(database, sealer)
            store = cls(folder, database, sealer, lock, clock or SystemClock(), report)
            if report != StoreReport():
                store.report = replace(report, repairs=await store.journal.repair_all())
            await store.cache.open()
        except BaseException:
            with contextlib.suppress(StorageError):
                await database.close()
            lock.release()
            raise
        store._backup_task = spawn(store._back_up_daily(), "account backup")
        return store

    async def close(self) -> None:
        """Finish what was asked for, close the files, let go of the folder. Doing so twice is harmless."""
        task, self._backup_task = self._backup_task, None
        if task is not None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
        try:
            for part in (self._downloads, self._search):
                if part is not None:
                    await part.close()
            await self.cache.close()
        finally:
            try:
                await self._database.close()
            finally:
                self._lock.release()

    async def back_up(self) -> Path:
        """Make a backup of ``data.db`` now.

        Raises:
            StorageError: not made.
        """
        from learnup_desktop.store.recovery import back_up

        return await asyncio.to_thread(back_up, self.folder / "data.db", self.folder / "backup", self._clock.utc_now())

    async def _back_up_daily(self) -> None:
        from learnup_desktop.store.recovery import backup_time, backups

        await asyncio.sleep(_BACKUP_DELAY_SECONDS)
        while True:
            latest = await asyncio.to_thread(backups, self.folder / "backup")
            due = not latest or self._clock.utc_now() - backup_time(latest[-1]) >= BACKUP_EVERY
            if due:
                try:
                    await self.back_up()
                except StorageError as error:
                    _log.warning("no backup was made", reason=error.detail)
            await asyncio.sleep(3600)


async def _lock(folder: Path) -> FolderLock:
    task = asyncio.ensure_future(asyncio.to_thread(FolderLock, folder))
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        # The thread goes on; what it then holds would be held for ever.
        task.add_done_callback(lambda done: None if done.exception() else done.result().release())
        raise


def _check_not_emptied(folder: Path) -> None:
    """A file system's crash can leave a file without content, which SQLite would take for a new database.

    Raises:
        DamagedFileError: ``data.db`` is gone or empty, and what lies beside it says that it was not.
    """
    path = folder / "data.db"
    if path.is_file() and path.stat().st_size >= _SMALLEST_DATABASE:
        return
    log = folder / "data.db-wal"
    used = (log.is_file() and log.stat().st_size) or (folder / "cache.db").exists() or any(folder.glob("backup/*.db"))
    if used:
        raise DamagedFileError("data.db has lost its content", path=str(path))


async def _check_key(database: Database, sealer: Sealer) -> None:
    """Keep the key's proof, and see at every start that it is the same."""
    found = await database.run(
        lambda connection: connection.execute("SELECT value FROM notes WHERE name = ?", (_PROOF_NAME,)).fetchone()
    )
    proof = sealer.proof()
    if found is None:
        await database.run(
            lambda connection: connection.execute("INSERT INTO notes (name, value) VALUES (?, ?)", (_PROOF_NAME, proof))
        )
    elif not hmac.compare_digest(found[0], proof):
        raise IntegrityFault("this account was sealed with another key")
