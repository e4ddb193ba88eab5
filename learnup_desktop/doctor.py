"""``learnup-desktop doctor``: what this computer has and lacks, with what to do, for a person or for support.

Each check stands alone and guards itself: the report must come out on the very machine where something is broken.
No OpenCV and no application of Qt's here: a camera is tried in a child process, and the platform is asked with the
standard library, so that a fault in the client's own parts cannot hide itself. Qt's libraries are not loaded at all.
"""

import asyncio
import importlib.util
import json
import logging
import os
import platform
import shutil
import ssl
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from learnup_desktop import __version__
from learnup_desktop.base import paths, system_libraries
from learnup_desktop.base.errors import CameraError, DamagedFileError, LearnUpError, ModelsMissingError
from learnup_desktop.base.own_program import own_command
from learnup_desktop.base.settings import SERVER_ADDRESS, Settings

if TYPE_CHECKING:
    from learnup_desktop.lockdown.guard import Capability

Status = Literal["ok", "note", "warning", "failure"]
VENDORS = ("PySide6_Essentials", "qasync", "httpx", "python-socketio", "pydantic", "onnxruntime", "insightface")
PYSIDE_RANGE = ((6, 11), (6, 12))
FAILING_BYTES, WARNING_BYTES = 200_000_000, 2_000_000_000
CAMERA_SECONDS, PLATFORM_SECONDS = 20.0, 5.0
MOST_CAMERAS = 4


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the report.

    Attributes:
        name: what was looked at.
        status: "failure" when LearnUp cannot work here, "warning" when a part of it cannot, "note" for information.
        detail: what was found.
        advice: what to do about it.
    """

    name: str
    status: Status
    detail: str
    advice: str = ""


def check_versions() -> list[Check]:
    """The program, Python, the system and the libraries that matter most."""
    checks = [
        Check("LearnUp Desktop", "note", __version__),
        Check("system", "note", f"{platform.platform()}, {platform.machine()}, {os.cpu_count()} processors"),
    ]
    supported = (3, 11) <= sys.version_info[:2] <= (3, 14)
    advice = "" if supported else "Install Python 3.11 to 3.14."
    checks.append(Check("Python", "ok" if supported else "failure", platform.python_version(), advice))
    for vendor in VENDORS:
        try:
            version = metadata.version(vendor)
        except metadata.PackageNotFoundError:
            checks.append(Check(vendor, "failure", "not installed", "Install LearnUp again."))
            continue
        wrong = vendor == "PySide6_Essentials" and not PYSIDE_RANGE[0] <= _two_parts(version) < PYSIDE_RANGE[1]
        advice = "This version of Qt for Python is not supported: install 6.11." if wrong else ""
        checks.append(Check(vendor, "failure" if wrong else "ok", version, advice))
    return checks


def _two_parts(version: str) -> tuple[int, int]:
    major, minor = version.split(".")[:2]
    return int(major), int(minor)


def check_folders() -> list[Check]:
    """Where things are kept, whether they can be written, and the space left."""
    checks = []
    places = {
        "data": paths.data_dir(),
        "cache": paths.cache_dir(),
        "settings": paths.config_dir(),
        "log": paths.log_dir(),
    }
    for name, folder in places.items():
        there = _existing_parent(folder)
        writable = os.access(there, os.W_OK)
        advice = "" if writable else f"Allow this account to write in {there}, or set LEARNUP_HOME to another folder."
        checks.append(Check(f"{name} folder", "ok" if writable else "failure", str(folder), advice))
    for name, folder in {"resources": paths.resources_dir(), "style": paths.style_dir()}.items():
        if not folder.is_dir():
            checks.append(Check(name, "failure", f"{folder} is missing", "Install LearnUp again."))
    free = shutil.disk_usage(_existing_parent(paths.data_dir())).free
    status: Status = "failure" if free < FAILING_BYTES else "warning" if free < WARNING_BYTES else "ok"
    advice = "" if status == "ok" else "Make room: papers, materials and evidence need it."
    checks.append(Check("disk space", status, f"{free / 1e9:.1f} GB free", advice))
    return checks


def _existing_parent(folder: Path) -> Path:
    return next(place for place in (folder, *folder.parents) if place.exists())


def _settings_file() -> Path:
    return paths.config_dir() / "settings.json"


def _settings_are_sound() -> bool:
    try:
        document = json.loads(_settings_file().read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(document, dict) and isinstance(document.get("values"), dict)


def check_settings() -> list[Check]:
    """Whether the settings file can be read. Looks only: a damaged file is left for the client to move aside."""
    path = _settings_file()
    if not path.exists():
        return [Check("settings file", "note", "none yet")]
    if _settings_are_sound():
        return [Check("settings file", "ok", str(path))]
    return [Check("settings file", "warning", f"{path} is damaged", "LearnUp keeps it aside and starts with defaults.")]


def check_display() -> list[Check]:
    """Whether a window can be shown, and Qt's shared libraries on Linux."""
    if not sys.platform.startswith("linux"):
        return []
    checks = []
    display = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
    if display:
        checks.append(Check("display", "ok", f"{display} ({os.environ.get('XDG_SESSION_TYPE', 'unknown')} session)"))
    else:
        checks.append(Check("display", "warning", "none", "Start LearnUp in a desktop session."))
    missing = system_libraries.missing_libraries()
    if missing:
        checks.append(Check("shared libraries", "failure", ", ".join(missing), system_libraries.install_line(missing)))
    else:
        checks.append(Check("shared libraries", "ok", f"all {len(system_libraries.LIBRARIES)} found"))
    return checks


def check_keyring() -> list[Check]:
    """Whether tokens survive the program's end."""
    from learnup_desktop.store.vault import Vault

    vault = Vault("learnup-desktop-doctor", paths.data_dir() / "accounts")
    if asyncio.run(vault.open()):
        return [Check("keyring", "ok", "keeps what it is given")]
    return [
        Check(
            "keyring", "warning", "none that works", "You will have to sign in at every start; unlock or install one."
        )
    ]


def camera_indices() -> dict[int, str]:
    """Cameras to try: index and name. Linux lists them; elsewhere the first few are tried."""
    if not sys.platform.startswith("linux"):
        return {index: f"camera {index}" for index in range(MOST_CAMERAS)}
    found = {}
    for device in sorted(Path("/sys/class/video4linux").glob("video*")):
        # Index 0 of a device is its picture, the others carry metadata (v4l2 "index" attribute).
        first = device / "index"
        if not first.exists() or first.read_text().strip() == "0":
            found[int(device.name.removeprefix("video"))] = (device / "name").read_text().strip()
    return dict(list(found.items())[:MOST_CAMERAS])


def check_cameras() -> list[Check]:
    """Which cameras give a picture, each tried in a child process that may crash or hang."""
    checks = []
    for index, name in camera_indices().items():
        try:
            child = subprocess.run(
                own_command("camera-probe", str(index)), capture_output=True, text=True, timeout=CAMERA_SECONDS
            )
            answer = json.loads(child.stdout.strip().splitlines()[-1])
        except subprocess.TimeoutExpired:
            answer = {"reason": "it does not answer"}
        except (OSError, ValueError, IndexError):
            answer = {"reason": "the camera's driver stopped the attempt"}
        if "width" in answer:
            checks.append(Check(f"camera {index}", "ok", f"{name}, {answer['width']}x{answer['height']}"))
        elif sys.platform.startswith("linux"):
            advice = "Close other programs that use the camera; see that this account may use it."
            checks.append(Check(f"camera {index}", "warning", f"{name}: {answer['reason']}", advice))
    if not checks:
        checks.append(Check("camera", "warning", "none found", "Connect one before a proctored exam."))
    return checks


def camera_probe(arguments: Sequence[str]) -> int:
    """The child of :func:`check_cameras`: take one picture and print its size, or why there is none, as JSON."""
    from learnup_desktop.proctoring.camera import open_camera

    try:
        camera = open_camera(arguments[0])
    except CameraError as error:
        print(json.dumps({"reason": str(error.arguments.get("reason", error))}))
        return 1
    try:
        frame = camera.retrieve() if camera.grab() else None
    finally:
        camera.close()
    if frame is None:
        print(json.dumps({"reason": "it gives no picture"}))
        return 1
    height, width = frame.image.shape[:2]
    print(json.dumps({"width": width, "height": height}))
    return 0


def check_recordings(binding: Path | None = None) -> list[Check]:
    """Whether recordings (MP4 with H.264 and AAC, which Qt's browser cannot play) can be played, with their sound.

    Qt's wheels bring FFmpeg for it, so nothing has to be installed but, on Linux, PulseAudio's library for the sound.

    Args:
        binding: where PySide6 is; looked up when None, without loading it.
    """
    if binding is None:
        found = importlib.util.find_spec("PySide6")
        binding = Path(next(iter(found.submodule_search_locations or ("",)))) if found is not None else Path()
    players = [binding / folder / "plugins" / "multimedia" for folder in ("Qt", ".")]
    player = any(any(folder.glob("*ffmpegmediaplugin*")) for folder in players)
    decoder = any(any(folder.glob("*avcodec*")) for folder in (binding / "Qt" / "lib", binding))
    if not (player and decoder):
        return [Check("recordings", "warning", "Qt's FFmpeg is missing", "Install LearnUp again.")]
    if sys.platform.startswith("linux") and not system_libraries.loads("libpulse.so.0"):
        advice = "For their sound install libpulse0 (Debian, Ubuntu) or pulseaudio-libs (Fedora)."
        return [Check("recordings", "warning", "H.264 and AAC by Qt's FFmpeg; no sound without libpulse", advice)]
    return [Check("recordings", "ok", "H.264 and AAC by Qt's FFmpeg")]


def check_models() -> list[Check]:
    """The installed face models."""
    from learnup_desktop.face.models import find_models

    try:
        models = find_models(paths.models_dir())
    except ModelsMissingError:
        advice = "Install them in the exam lobby, or: learnup-desktop models install"
        return [Check("face models", "warning", f"none in {paths.models_dir()}", advice)]
    except DamagedFileError as error:
        return [Check("face models", "failure", str(error), "Install them again: learnup-desktop models install")]
    files = ", ".join(file.path.name + (" (custom)" if file.custom else "") for file in models.files)
    if models.missing:
        detail = f"{models.pack}: {files}; missing: {', '.join(models.missing)}"
        return [Check("face models", "warning", detail, "Install the rest: learnup-desktop models install")]
    return [Check("face models", "ok", f"{models.pack}: {files}")]


def check_platform(server: str) -> list[Check]:
    """Whether the platform answers and is a LearnUp platform. Reads the remembered address when ``server`` is empty."""
    address = server or _remembered_address()
    if not address:
        return [Check("platform", "note", "no address remembered yet")]
    try:
        name = ask_platform(address)
    except (OSError, ValueError) as error:
        advice = "Check the address and the network. What is on this computer can be used without it."
        return [Check("platform", "warning", f"{address}: {error}", advice)]
    return [Check("platform", "ok", f"{address}: {name}")]


def _remembered_address() -> str:
    return Settings(_settings_file()).get(SERVER_ADDRESS) if _settings_are_sound() else ""


def ask_platform(address: str) -> str:
    """The name in the platform's ``/.well-known/learnup``.

    Raises:
        OSError: it was not reached.
        ValueError: the address is no http(s) address, or the answer is not a LearnUp platform's.
    """
    import http.client

    from learnup_desktop.contract.routes import WELL_KNOWN
    from learnup_desktop.contract.system import WellKnown

    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("not an address like https://school.example")
    connection: http.client.HTTPConnection
    if parts.scheme == "https":
        connection = http.client.HTTPSConnection(
            parts.hostname, parts.port, timeout=PLATFORM_SECONDS, context=ssl.create_default_context()
        )
    else:
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=PLATFORM_SECONDS)
    try:
        connection.request("GET", parts.path.rstrip("/") + WELL_KNOWN)
        answer = connection.getresponse()
        body = answer.read(100_000)
    except http.client.HTTPException as error:
        raise ValueError(f"no HTTP answer ({type(error).__name__})") from error
    finally:
        connection.close()
    if answer.status != 200:
        raise ValueError(f"not a LearnUp platform (HTTP {answer.status})")
    try:
        return WellKnown.model_validate_json(body).name
    except ValueError as error:
        raise ValueError("not a LearnUp platform (its answer is not understood)") from error


def qt_platform() -> str:
    """The window system that Qt would choose here, by the name Qt gives it; empty without a display."""
    named = os.environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if named:
        return named
    if not sys.platform.startswith("linux"):
        return {"win32": "windows", "darwin": "cocoa"}.get(sys.platform, "")
    if os.environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "xcb" if os.environ.get("DISPLAY") else ""


def lockdown_capabilities() -> "tuple[Capability, ...]":
    """What this computer can and cannot guarantee in an exam; neither Qt nor a display is needed to say so."""
    from learnup_desktop.lockdown.capabilities import capabilities

    return capabilities(qt_platform())


def capability_table(rows: "Sequence[Capability]") -> str:
    """What an exam can be sure of here, for a person; the same words as student and teacher read."""
    from learnup_desktop.qt.computer_words import capability_words

    said = [capability_words(row.name, row.certainty.value, row.why, without_qt=True) for row in rows]
    width = max(len(words.about) for words in said)
    lines = ["What an exam can be sure of on this computer:"]
    lines += [f"{words.certainty:8} {words.about:{width}}  {words.why}".rstrip() for words in said]
    return "\n".join(lines)


def check_computer() -> list[Check]:
    """What an exam would record of this computer: a virtual machine, a remote session, listed programs."""
    from learnup_desktop.contract.integrity import LISTED_PROCESSES
    from learnup_desktop.lockdown.computer import Computer

    seen = Computer().look(LISTED_PROCESSES)
    checks = [Check("virtual machine", "note", seen.virtual_machine or "nothing says so")]
    checks.append(Check("remote session", "note", seen.remote_session or "nothing says so"))
    if seen.listed:
        advice = "Close them before an exam: it records that they run."
        checks.append(Check("listed programs", "warning", ", ".join(seen.listed), advice))
    return checks


def examine(server: str = "") -> list[Check]:
    """Every check. One that fails in a way it did not foresee is itself a failure line, not the end of the report."""
    steps: list[Callable[[], list[Check]]] = [
        check_versions,
        check_display,
        check_folders,
        check_settings,
        check_keyring,
        check_cameras,
        check_recordings,
        check_models,
        check_computer,
        lambda: check_platform(server),
    ]
    checks: list[Check] = []
    for step in steps:
        try:
            checks += step()
        except (LearnUpError, ImportError, OSError, ValueError) as error:
            name = getattr(step, "__name__", "check").removeprefix("check_")
            checks.append(Check(name, "failure", f"{type(error).__name__}: {error}", "Send this report to support."))
    return checks


def table(checks: Sequence[Check]) -> str:
    """The report for a person."""
    width = max(len(check.name) for check in checks)
    words = {"ok": "ok", "note": "-", "warning": "WARNING", "failure": "FAILURE"}
    lines = []
    for check in checks:
        lines.append(f"{words[check.status]:8} {check.name:{width}}  {check.detail}")
        if check.advice:
            lines.append(f"{'':8} {'':{width}}  -> {check.advice}")
    return "\n".join(lines)


def main(*, as_json: bool = False, server: str = "") -> int:
    """Print the report. Returns 1 when something keeps LearnUp from working here, else 0."""
    logging.getLogger().addHandler(logging.NullHandler())  # what the log would say is in the report
    checks = examine(server)
    sound = not any(check.status == "failure" for check in checks)
    capabilities = lockdown_capabilities()
    if as_json:
        report = {
            "ok": sound,
            "checks": [asdict(check) for check in checks],
            "capabilities": [asdict(capability) for capability in capabilities],
        }
        print(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        print(table(checks), capability_table(capabilities), sep="\n\n")
    return 0 if sound else 1
