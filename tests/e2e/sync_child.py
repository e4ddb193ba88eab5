"""A client without a window for ``bench sync``: a process that pulls, writes and downloads until it is killed.

``python -m tests.e2e.sync_child pull|work|settle FOLDER URL TOKEN``. ``pull`` brings the cache up to date once and says
what it cost. ``work`` writes, pulls and downloads for ever, and says what is on the disk and what it would show.
``settle`` sends everything, fetches everything and says what is there in the end. One JSON object a line.
"""

import asyncio
import hashlib
import json
import random
import resource
import sys
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from learnup_desktop.api.client import PlatformClient
from learnup_desktop.api.tokens import TokenKeeper
from learnup_desktop.api.transport import Transport
from learnup_desktop.base.clock import SystemClock
from learnup_desktop.base.errors import DamagedFileError, LearnUpError
from learnup_desktop.base.ids import uuid7
from learnup_desktop.base.tokens import Tokens
from learnup_desktop.contract.attendance import AttendanceState, Mark
from learnup_desktop.contract.classes import ClassRoll, Lesson, Material
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.downloads import DownloadRules, Priority
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.seal import Sealer
from learnup_desktop.sync.account_sync import AccountSync
from learnup_desktop.sync.receipts import SigningKey

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

Result = TypeVar("Result")
KEY = bytes(range(32))
PAGE = 100
WRITE_SECONDS = 0.02
DOWNLOAD_RATE = 6_000_000
"""Bytes a second: the files of the bench then take longer than a client lives."""
MARKED_LESSONS = 400


def say(kind: str, **values: object) -> None:
    """One line, at once in the pipe: what is said must be true even when the next instruction is a kill."""
    print(json.dumps({"kind": kind, **values}), flush=True)


@asynccontextmanager
async def account(
    folder: Path, url: str, token: str
) -> "AsyncIterator[tuple[PlatformClient, AccountStore, AccountSync]]":
    """The account's data layer, not yet started."""
    client = PlatformClient(Transport(url, SystemClock(), TokenKeeper(Tokens(token, "unused"))))
    store = await AccountStore.open(folder, Sealer(KEY))
    sync = AccountSync(client, store, SigningKey("", b""))
    try:
        yield client, store, sync
    finally:
        await sync.close()
        await store.close()
        await client.close()


def memory_mb() -> tuple[float, float]:
    """Resident now, and the most there ever was."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


async def pull(client: PlatformClient, store: AccountStore, sync: AccountSync) -> None:
    """One pull and its cost."""
    requests = 0
    original: Callable[..., Awaitable[Any]] = client.transport.request

    async def counted(*arguments: Any, **options: Any) -> Any:
        nonlocal requests
        requests += 1
        return await original(*arguments, **options)

    client.transport.request = counted  # type: ignore[method-assign]  # to count what goes out
    await store.cache.count(Stream.LESSONS)
    before, _ = memory_mb()
    began = asyncio.get_running_loop().time()
    changed = await sync.engine.pull()
    seconds = asyncio.get_running_loop().time() - began
    _, peak = memory_mb()
    counts = {stream.value: await store.cache.count(stream) for stream in Stream}
    say(
        "pulled",
        seconds=round(seconds, 2),
        requests=requests,
        entities=sum(counts.values()),
        changed=sorted(stream.value for stream in changed),
        grownMb=round(max(0.0, peak - before), 1),
        digest=await digest(store),
    )


async def digest(store: AccountStore) -> str:
    """What the cache shows of lessons and materials, as one hash."""
    total = hashlib.sha256()
    for stream, model in ((Stream.LESSONS, Lesson), (Stream.MATERIALS, Material)):
        for item in await store.cache.all(stream, model):
            total.update(json.dumps(item.to_wire(), sort_keys=True).encode())
    return total.hexdigest()


async def show(sync: AccountSync, store: AccountStore, shown: set[str]) -> None:
    """Open what is here, as the reader does, and look whether it is what the platform announced."""
    materials = {item.id: item for item in await store.cache.all(Stream.MATERIALS, Material)}
    overview = await sync.downloads.overview()
    for material_id in overview.held:
        if material_id in shown or material_id not in materials:
            continue
        try:
            path = await sync.downloads.open(material_id)
        except DamagedFileError:
            say("damaged", material=material_id)
            continue
        if path is not None:
            actual = await asyncio.to_thread(lambda file: hashlib.sha256(file.read_bytes()).hexdigest(), path)
            say("shown", material=material_id, right=actual == materials[material_id].sha256)
            shown.add(material_id)


async def until(condition: Callable[[], Awaitable[Result]]) -> Result:
    """What ``condition`` gives, once it is something."""
    while True:
        found = await condition()
        if found:
            return found
        await asyncio.sleep(0.1)


async def study(sync: AccountSync, store: AccountStore) -> None:
    """Want everything, look at what has come, take one off again: for ever."""
    shown: set[str] = set()
    while True:
        materials = await store.cache.all(Stream.MATERIALS, Material)
        overview = await sync.downloads.overview()
        if materials and not overview.transfers:
            if overview.held:
                gone = random.choice(sorted(overview.held))
                await sync.downloads.remove(gone)
                shown.discard(gone)
            await sync.downloads.want(materials, Priority.CLASS, "class:bench")
        await show(sync, store, shown)
        await asyncio.sleep(0.1)


async def write(store: AccountStore) -> None:
    """One mark after the other; each is said only once it is on the disk."""
    rolls = await until(lambda: store.cache.all(Stream.ROLLS, ClassRoll))
    students = {roll.class_id: [student.id for student in roll.students] for roll in rolls}
    lessons = [lesson for lesson in await store.cache.all(Stream.LESSONS, Lesson) if students.get(lesson.class_id)][
        :MARKED_LESSONS
    ]
    while True:
        lesson = random.choice(lessons)
        mark = Mark(
            id=uuid7(),
            lesson_id=lesson.id,
            student_id=random.choice(students[lesson.class_id]),
            state=random.choice(list(AttendanceState)),
            marked_at=SystemClock().utc_now(),
            marked_by="bench",
            note="bench",
        )
        await store.marks.put([mark])
        say("wrote", mark=mark.id)
        await asyncio.sleep(WRITE_SECONDS)


async def work(store: AccountStore, sync: AccountSync) -> None:
    """Everything at once, until the plug is pulled."""
    sync.downloads.rules = DownloadRules(floor_bytes=0, bytes_per_second=DOWNLOAD_RATE)
    sync.start()
    say("ready")

    async def keep_pulling() -> None:
        while True:
            with suppress(LearnUpError):
                await sync.engine.pull()
            await asyncio.sleep(0.2)

    async with asyncio.TaskGroup() as group:
        group.create_task(keep_pulling())
        group.create_task(write(store))
        group.create_task(study(sync, store))


async def settle(store: AccountStore, sync: AccountSync) -> None:
    """Until nothing waits any more; then what there is."""
    sync.downloads.rules = DownloadRules(floor_bytes=0)
    sync.start()
    await sync.engine.pull()
    await sync.engine.pull()
    counts = await sync.outbox.flush()
    materials = await store.cache.all(Stream.MATERIALS, Material)
    await sync.downloads.want(materials)

    async def idle() -> bool:
        return not (await sync.downloads.overview()).transfers

    await until(idle)
    await show(sync, store, set())
    blobs = await store.blobs.total_bytes()
    say(
        "settled",
        waiting=counts.waiting,
        attention=counts.attention,
        held=len((await sync.downloads.overview()).held),
        blobBytes=blobs,
        materialBytes=sum({item.sha256: item.size_bytes for item in materials}.values()),
        digest=await digest(store),
        rebuilt=store.cache.rebuilt,
    )


async def _main(what: str, folder: Path, url: str, token: str) -> None:
    async with account(folder, url, token) as (client, store, sync):
        if what == "pull":
            await pull(client, store, sync)
        elif what == "work":
            await work(store, sync)
        else:
            await settle(store, sync)


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], sys.argv[4]))
