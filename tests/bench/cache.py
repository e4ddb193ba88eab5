"""What much in the cache costs: Today, a week, a search, a start, at 1, 10 and 100 times a small account.

The files are the store's own, filled by its own code (``big_cache``). Measured are the services behind the pages with
their queries, and the pages on an offscreen window, with a platform that takes every connection and never answers.
"""

import argparse
import asyncio
import os
import random
import shutil
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tests.bench.big_cache import Size, fill, sizes, vocabulary
from tests.bench.harness import Verdict, emit, median, percentile, run_to_end

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from learnup_desktop.app.application import Application
    from learnup_desktop.store.account_store import AccountStore
    from learnup_desktop.store.records import KnownAccount

TODAY_MS, WEEK_MS, SEARCH_MS, START_RATIO = 100.0, 50.0, 30.0, 1.10
COLOMBO = ZoneInfo("Asia/Colombo")
SEED = 7
_NO_KEYRING = "keyring.backends.fail.Keyring"


def main(argv: list[str]) -> int:
    """``bench cache [--quick]``: quick measures fewer rounds and a tenth of the full size."""
    parser = argparse.ArgumentParser(prog="bench cache", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="1x and 10x only, fewer rounds")
    quick = parser.parse_args(argv).quick
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = _NO_KEYRING
    verdict = Verdict()
    with tempfile.TemporaryDirectory(prefix="learnup-cache-") as folder:
        asked = {name: size for name, size in sizes().items() if not (quick and name == "100x")}
        for name, size in asked.items():
            home = Path(folder) / name
            begun = time.perf_counter()
            asyncio.run(_make_home(home, size))
            emit("filled", size=name, seconds=round(time.perf_counter() - begun, 1), **_megabytes(home))
            figures = asyncio.run(_measure_services(home, rounds=20 if quick else 60))
            emit("services", size=name, materials=size.materials, lessons=size.lessons, words=size.words, **figures)
        verdict.note("size", name)
        _judge_services(verdict, figures)
        _measure_pages(verdict, home, rounds=5 if quick else 15)
        _measure_start(verdict, Path(folder), home, pairs=3 if quick else 7)
    return verdict.finish()


def _judge_services(verdict: Verdict, figures: dict[str, float]) -> None:
    verdict.at_most("todayMs", figures["todayP95Ms"], TODAY_MS)
    verdict.at_most("weekMs", figures["weekP95Ms"], WEEK_MS)
    verdict.at_most("searchP95Ms", figures["searchP95Ms"], SEARCH_MS)


# -- files ------------------------------------------------------------------------------------------------------------


async def _make_home(home: Path, size: Size | None, server: str | None = None) -> "KnownAccount":
    """A home with a signed-in account; without a size its cache is empty."""
    from learnup_desktop.app.throw_away import NOBODY, make_signed_in_home

    now = datetime.now(UTC)

    async def put(store: "AccountStore") -> None:
        if size is None:
            await store.cache.replace([], "cursor")
        else:
            await fill(store, size, now, SEED)

    return await make_signed_in_home(home, now, server=server or NOBODY, fill=put)


def _megabytes(home: Path) -> dict[str, float]:
    found = {path.stem: path.stat().st_size for path in home.glob("data/accounts/*/*/*.db")}
    return {f"{name}Mb": round(found.get(name, 0) / 1e6, 1) for name in ("cache", "downloads", "search")}


def _account_folder(home: Path) -> Path:
    (path,) = home.glob("data/accounts/*/*/cache.db")
    return path.parent


@asynccontextmanager
async def _opened(home: Path) -> "AsyncIterator[AccountStore]":
    from learnup_desktop.store.account_store import AccountStore
    from learnup_desktop.store.accounts import KnownAccounts
    from learnup_desktop.store.seal import Sealer
    from learnup_desktop.store.vault import Vault

    folder = home / "data" / "accounts"
    (known,) = KnownAccounts(folder).all()
    sealer = Sealer(await Vault("learnup-timings", folder).key(known.key))
    store = await AccountStore.open(KnownAccounts(folder).folder_of(known.key), sealer)
    try:
        yield store
    finally:
        await store.close()


# -- services ---------------------------------------------------------------------------------------------------------


async def _measure_services(home: Path, rounds: int) -> dict[str, float]:
    """Milliseconds of what the pages ask, each round another week and other words."""
    from learnup_desktop.api.client import PlatformClient
    from learnup_desktop.api.transport import Transport
    from learnup_desktop.app.finding import find
    from learnup_desktop.app.throw_away import NOBODY
    from learnup_desktop.base.clock import SystemClock
    from learnup_desktop.features.timetable.service import TimetableService
    from learnup_desktop.features.today.service import TodayService
    from learnup_desktop.sync.account_sync import AccountSync
    from learnup_desktop.sync.receipts import SigningKey

    chance = random.Random(SEED)
    words = vocabulary(chance)
    client = PlatformClient(Transport(NOBODY, SystemClock()))
    async with _opened(home) as store:
        sync = AccountSync(client, store, SigningKey("", b""), read_pages=lambda media_type, path: [])
        now = lambda: datetime.now(UTC)  # noqa: E731 - as short as what it stands for
        today = TodayService(store.cache, now, COLOMBO, None, store.read_marks)
        timetable = TimetableService(store.cache, now, COLOMBO)
        first = timetable.this_week()
        try:
            return {
                **await _timed("today", rounds, lambda: today.plan()),
                **await _timed(
                    "week", rounds, lambda: timetable.week(first + timedelta(weeks=chance.randrange(-20, 20)))
                ),
                **await _timed(
                    "search", 2 * rounds, lambda: find(_query(chance, words), store.cache, sync.study, _Nowhere())
                ),
            }
        finally:
            await sync.close()
            await client.close()


def _query(chance: random.Random, words: list[str]) -> str:
    """As people type: a word or two, the last one often not to its end."""
    chosen = chance.choice(
        [chance.choice(words), f"{chance.choice(words[:300])} {chance.choice(words)}", "physics notes"]
    )
    return chosen[: chance.randrange(3, len(chosen) + 1)] if len(chosen) > 3 else chosen


class _Nowhere:
    """A page context that leads nowhere."""

    def navigate(self, route_name: str, **parameters: object) -> None:
        """Not followed."""

    def set_page_title(self, title: str) -> None:
        """Not shown."""

    def set_badge(self, route_name: str, count: int) -> None:
        """Not shown."""

    def enter_full_page(self, widget: object) -> None:
        """Not shown."""

    def leave_full_page(self) -> None:
        """Not shown."""


async def _timed(name: str, rounds: int, work: Callable[[], Awaitable[object]]) -> dict[str, float]:
    """Median and p95 over ``rounds``, and what the first one took, which finds nothing in SQLite's own cache.

    ``CpuMs`` is the median of this process's own time, all threads: on a busy machine it tells what the rest was.
    """
    taken, used = [], []
    for _ in range(rounds + 1):
        begun, begun_cpu = time.perf_counter(), time.process_time()
        await work()
        taken.append((time.perf_counter() - begun) * 1000)
        used.append((time.process_time() - begun_cpu) * 1000)
    return {
        f"{name}FirstMs": round(taken[0], 1),
        f"{name}Ms": median(taken[1:]),
        f"{name}P95Ms": round(percentile(taken[1:], 95), 1),
        f"{name}CpuMs": median(used[1:]),
        f"{name}CpuP95Ms": round(percentile(used[1:], 95), 1),
    }


# -- pages, while the platform never answers --------------------------------------------------------------------------


class _SilentPlatform:
    """Takes every connection and never says a word: what a hall's line does when forty people are on it."""

    def __init__(self) -> None:
        self.connected = asyncio.Event()
        self._server: asyncio.Server | None = None
        self._writers: list[asyncio.StreamWriter] = []

    async def start(self) -> str:
        """Listen; returns the address."""
        self._server = await asyncio.start_server(self._take, "127.0.0.1", 0)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.append(writer)
        self.connected.set()

    async def close(self) -> None:
        """Let go of everything."""
        for writer in self._writers:
            writer.close()
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()


def _measure_pages(verdict: Verdict, home: Path, rounds: int) -> None:
    from PySide6.QtWidgets import QApplication

    from learnup_desktop.qt import loop

    qt_app = QApplication.instance() or QApplication([])
    assert isinstance(qt_app, QApplication)
    figures: dict[str, float] = {}

    async def measure() -> int:
        figures.update(await _pages_without_answer(qt_app, home, rounds))
        return 0

    loop.run(qt_app, measure)
    emit("pages", platform="takes connections, never answers", **figures)
    verdict.at_most("todayPageWhileNetworkHangsMs", figures["todayPageP95Ms"], TODAY_MS)
    verdict.note("todayPageAnewMs", figures["todayPageAnewMs"])
    verdict.note("weekPageMs", figures["weekPageMs"])


async def _pages_without_answer(qt_app: object, home: Path, rounds: int) -> dict[str, float]:
    from PySide6.QtWidgets import QApplication

    from learnup_desktop.app.application import Application
    from learnup_desktop.base.options import ClientOptions
    from learnup_desktop.base.tokens import Tokens

    assert isinstance(qt_app, QApplication)
    silent = _SilentPlatform()
    address = await silent.start()
    hanging = home.with_name("hanging")
    await _make_home(hanging, None, address)
    for name in ("cache.db", "downloads.db", "search.db"):
        shutil.copyfile(_account_folder(home) / name, _account_folder(hanging) / name)
    os.environ["LEARNUP_HOME"] = str(hanging)
    application = Application(qt_app, ClientOptions())
    try:
        await application.start()
        assert application.session is not None
        asking = asyncio.ensure_future(application.session.use_tokens(Tokens("never", "looked-at")))
        await asyncio.wait_for(silent.connected.wait(), 30)
        figures = await _time_pages(application, rounds)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        return figures
    finally:
        await application.close()
        await silent.close()


async def _time_pages(application: "Application", rounds: int) -> dict[str, float]:
    from learnup_desktop.features.timetable.timetable_page import TimetablePage
    from learnup_desktop.features.today.today_page import TodayPage

    window = application.window

    window.navigate("today")
    first_page = window.current_page()
    assert isinstance(first_page, TodayPage)

    async def today() -> None:
        first_page.shown.clear()
        window.navigate("today")
        await first_page.shown.wait()

    async def today_anew() -> None:
        first_page.shown.clear()
        first_page.retranslate()
        await first_page.shown.wait()

    async def week() -> None:
        window.navigate("timetable")
        page = window.current_page()
        assert isinstance(page, TimetablePage)
        page.step(1)
        while page.tasks.busy("load"):  # noqa: ASYNC110 - the page tells nobody when it has shown a week
            await asyncio.sleep(0)

    return {
        **await _timed("todayPage", rounds, today),
        **await _timed("todayPageAnew", rounds, today_anew),
        **await _timed("weekPage", rounds, week),
    }


# -- start-up ---------------------------------------------------------------------------------------------------------


def _measure_start(verdict: Verdict, folder: Path, full: Path, pairs: int) -> None:
    """Starts into an empty cache and into the full one, turn by turn, so that load on the machine meets both alike."""
    empty = folder / "empty"
    asyncio.run(_make_home(empty, None))
    taken: dict[str, list[dict[str, float]]] = {"empty": [], "full": []}
    for turn in range(pairs + 1):
        for name, home in (("empty", empty), ("full", full)) if turn % 2 else (("full", full), ("empty", empty)):
            figures = _start(home)
            emit("start", cache=name, warm=turn > 0, **figures)
            if turn:
                taken[name].append(figures)
    for key in ("windowMs", "interactiveMs"):
        ratios = [full[key] / empty[key] for full, empty in zip(taken["full"], taken["empty"], strict=True)]
        verdict.note(f"{key}Empty", median([figures[key] for figures in taken["empty"]]))
        verdict.note(f"{key}Full", median([figures[key] for figures in taken["full"]]))
        verdict.at_most(f"{key}Ratio", round(sorted(ratios)[len(ratios) // 2], 3), START_RATIO)


def _start(home: Path) -> dict[str, float]:
    environment = {"LEARNUP_HOME": str(home), "LEARNUP_TIMINGS_THROW_AWAY": "1"}
    ended = run_to_end(["-m", "learnup_desktop", "--timings", "--quit-when-ready"], environment=environment)
    line = ended.last_json()
    return {key: float(str(line[key])) for key in ("windowMs", "interactiveMs", "pssMb")}
