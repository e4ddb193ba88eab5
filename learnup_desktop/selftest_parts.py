"""The parts that ``learnup-desktop selftest`` tries; each runs in a process of its own and says what it saw.

A part uses the program as the program uses itself: the real worker, the real files, the real embedded platform.
"""

import asyncio
import importlib
import os
import pkgutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib import metadata
from pathlib import Path

PATIENCE_SECONDS = 90.0
"""For a worker that loads its models, and for a page of the browser engine."""
VISION_PACKAGES = ("learnup_desktop.face", "learnup_desktop.proctoring")
ASSETS_VARIABLE = "LEARNUP_FACE_ASSETS"
_ENTRIES = ("learnup_desktop.__main__",)


class PartFailedError(Exception):
    """A part does not do what it must; the message says what was seen."""


class NotTriedError(Exception):
    """A part could not be tried to the end here; the message says why."""


def _module_names(package: str) -> list[str]:
    found = [package]
    for module in pkgutil.iter_modules(importlib.import_module(package).__path__, f"{package}."):
        found += _module_names(module.name) if module.ispkg else [module.name]
    return found


def _import_all(names: Sequence[str]) -> None:
    broken = []
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError as error:
            broken.append(f"{name}: {error}")
    if broken:
        raise PartFailedError("; ".join(broken))


def imports() -> str:
    """Every module of the client and the libraries that are loaded late, without OpenCV."""
    names = [name for name in _module_names("learnup_desktop") if name not in _ENTRIES]
    ours = [name for name in names if not name.startswith(VISION_PACKAGES)]
    late = ["PySide6.QtPdf", "PySide6.QtMultimedia", "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "ziamath", "fsrs"]
    _import_all([*ours, *late, "httpx", "h2", "zstandard", "socketio", "keyring", "sqlite_utils"])
    from learnup_desktop.base import paths

    fonts = list((paths.resources_dir() / "fonts").glob("*.ttf"))
    languages = sorted(path.stem for path in paths.translations_dir().glob("*.qm"))
    if not fonts or not languages or not (paths.style_dir() / "tokens.toml").is_file():
        raise PartFailedError(f"fonts {len(fonts)}, languages {languages}, style in {paths.style_dir()}")
    if "cv2" in sys.modules:
        raise PartFailedError("OpenCV was loaded beside Qt")
    return f"{len(ours)} modules, {len(fonts)} fonts, languages {', '.join(languages)}"


def vision() -> str:
    """Every module of the worker, OpenCV, ONNX Runtime and InsightFace, without Qt."""
    names = [name for package in VISION_PACKAGES for name in _module_names(package)]
    _import_all(names)
    if any(name.split(".")[0] == "PySide6" for name in sys.modules):
        raise PartFailedError("Qt was loaded beside OpenCV")
    return f"{len(names)} modules, ONNX Runtime {metadata.version('onnxruntime')}"


def worker() -> str:
    """A real worker on the simulated camera: models loaded, and a face found when there are models."""
    from learnup_desktop.base import paths
    from learnup_desktop.proctoring.messages import WORKER_FAULTS, Fault, Message, Ready, Status, WorkerConfiguration
    from learnup_desktop.proctoring.supervisor import ProctoringSupervisor

    named = os.environ.get(ASSETS_VARIABLE)
    root = Path(named) if named else paths.models_dir()

    async def watch() -> tuple[Ready, Status, list[str]]:
        heard: asyncio.Queue[Message] = asyncio.Queue()
        supervisor = ProctoringSupervisor(heard.put_nowait)
        supervisor.start(WorkerConfiguration(camera="simulated", models_root=root))
        ready: Ready | None = None
        faults: list[str] = []
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                while True:
                    message = await heard.get()
                    if isinstance(message, Ready):
                        ready = message
                    elif isinstance(message, Fault):
                        faults.append(f"{message.key} {message.detail}".strip())
                        if message.key in WORKER_FAULTS:
                            raise PartFailedError(faults[-1])
                    elif isinstance(message, Status) and ready and (message.faces or not ready.models):
                        return ready, message, faults
        finally:
            supervisor.stop()
            await supervisor.wait_stopped()

    ready, status, faults = asyncio.run(watch())
    if ready.models:
        tasks = ", ".join(model.task for model in ready.models)
        return f"models for {tasks}; {status.faces} face; {ready.width}x{ready.height} on {ready.provider}"
    if any(not fault.startswith("models_missing") for fault in faults):
        raise PartFailedError("; ".join(faults))
    raise NotTriedError(f"camera and worker work; no face models in {root}")


def page() -> str:
    """A page of the browser engine: laid out, its script run, its locales found."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # Chromium refuses its sandbox to root
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtWebEngineCore import QWebEnginePage, qWebEngineChromiumVersion
    from PySide6.QtWidgets import QApplication

    from learnup_desktop.qt import loop

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    application = QApplication(["learnup-desktop"])

    async def load() -> int:
        shown = QWebEnginePage()
        summed = asyncio.Event()

        def titled(title: str) -> None:
            if title == "sum 42":
                summed.set()

        shown.titleChanged.connect(titled)
        shown.setHtml("<p>විභාගය</p><script>document.title = 'sum ' + (20 + 22)</script>")
        async with asyncio.timeout(PATIENCE_SECONDS):
            await summed.wait()
        shown.deleteLater()
        await asyncio.sleep(0.1)
        return 0

    loop.run(application, load)
    chromium: object = qWebEngineChromiumVersion()  # its stub says bytes, it gives text
    return f"Chromium {chromium} laid a page out and ran its script"


def window() -> str:
    """The client itself, from its start to a sign-in page that reacts, without a display."""
    from learnup_desktop.base import paths
    from learnup_desktop.base.own_program import own_command

    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    start = own_command("--quit-when-ready")
    done = subprocess.run(
        start, env=environment, capture_output=True, encoding="utf-8", errors="replace", timeout=PATIENCE_SECONDS
    )
    reports = sorted(paths.log_dir().glob("crash-*.json"))
    if done.returncode != 0 or reports or "Traceback" in done.stderr:
        said = done.stderr.strip() or (reports[0].read_text(encoding="utf-8") if reports else "")
        raise PartFailedError(f"exit code {done.returncode}; {said[-600:]}")
    return "the sign-in page came up and reacted"


def database() -> str:
    """An account's files: made, migrated, sealed, closed, opened again and read."""
    from learnup_desktop.app.throw_away import make_signed_in_home
    from learnup_desktop.contract.classes import SchoolClass
    from learnup_desktop.contract.sync import Stream
    from learnup_desktop.store.account_store import AccountStore
    from learnup_desktop.store.accounts import KnownAccounts
    from learnup_desktop.store.seal import Sealer
    from learnup_desktop.store.vault import Vault

    async def through() -> int:
        with tempfile.TemporaryDirectory(prefix="learnup-selftest-", ignore_cleanup_errors=True) as folder:
            known = await make_signed_in_home(Path(folder))
            accounts = Path(folder) / "data" / "accounts"
            key = await Vault("learnup-timings", accounts).key(known.key)
            store = await AccountStore.open(KnownAccounts(accounts).folder_of(known.key), Sealer(key))
            try:
                return len(await store.cache.all(Stream.CLASSES, SchoolClass))
            finally:
                await store.close()

    classes = asyncio.run(through())
    if not classes:
        raise PartFailedError("what was written was not read again")
    return f"{classes} classes written, sealed and read again"


def keyring() -> str:
    """Without a keyring: tokens in memory only, and a sealing key that is the same the next time."""
    from learnup_desktop.store.vault import Vault

    async def fallback() -> tuple[bool, bool]:
        with tempfile.TemporaryDirectory(prefix="learnup-selftest-") as folder:
            first, second = Vault("learnup-selftest", Path(folder)), Vault("learnup-selftest", Path(folder))
            kept = await first.open()
            return kept, await first.key("account") == await second.key("account")

    kept, same = asyncio.run(fallback())
    if not same:
        raise PartFailedError("the sealing key was not kept")
    return "a working keyring" if kept else "no keyring here: the key is kept in a private file"


def tls() -> str:
    """A server nobody vouches for is refused, one that is vouched for is reached, by the library that is used."""
    from learnup_desktop.selftest_tls import try_certificates

    return try_certificates()


def platform() -> str:
    """The embedded platform: started from this program, seeded, answering, ended."""
    from learnup_desktop.doctor import ask_platform
    from learnup_desktop.platform_process import PlatformProcess

    async def through() -> str:
        with tempfile.TemporaryDirectory(prefix="learnup-selftest-", ignore_cleanup_errors=True) as folder:
            process = PlatformProcess(Path(folder))
            await process.start()
            try:
                return await asyncio.to_thread(ask_platform, process.url)
            finally:
                await process.stop()

    return f"{asyncio.run(through())} answered"


PARTS: dict[str, Callable[[], str]] = {
    part.__name__: part for part in (imports, vision, window, worker, page, database, keyring, tls, platform)
}
