"""Settings: declared once here, kept in one JSON file, shown by a page that is generated from the declarations.

A setting is declared with its type, default, choices or range, the key of its description and, when it was stored
differently by an older version, a migration. Code asks with the declaration, so that the type is known::

    store = Settings(config_dir() / "settings.json")
    percent = store.get(ZOOM_PERCENT)        # int
    store.set(THEME, "dark")
    unsubscribe = store.subscribe(THEME, lambda value: ...)

The file is never overwritten with defaults because it could not be read: a damaged one is moved aside as
``settings.json.damaged-<time>`` and reported in :attr:`Settings.damaged`. Values this version does not know, and
values it finds invalid, stay in the file as they are until somebody sets them.

Nothing of Qt is imported, and nothing slow: the theme and the language are read before the first window.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from learnup_desktop.base.files import storage_fault, write_atomically

Value = TypeVar("Value", str, int, bool)
Callback = Callable[[Any], None]
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Setting(Generic[Value]):
    """One declaration.

    Attributes:
        key: name in the file.
        type: str, int or bool.
        default: value when nothing (valid) is stored.
        description_key: message key of label; ``<key>.help`` is the longer text.
        group: heading on the settings page: "account", "look", "study", "downloads", "camera", "updates" or
            "advanced".
        choices: the only values allowed, in the order they are offered; empty for any.
        minimum, maximum: inclusive range of a number.
        migration: turns what an older version stored under ``former_keys`` (or this key, with a wrong type) into a
            value, or returns None when it cannot.
        former_keys: names this setting had before.
        restart: takes effect at the next start.
    """

    key: str
    type: type[Value]
    default: Value
    description_key: str
    group: str = "advanced"
    choices: tuple[Value, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    migration: Callable[[object], Value | None] | None = None
    former_keys: tuple[str, ...] = ()
    restart: bool = False

    def accepts(self, value: object) -> bool:
        """Whether ``value`` has the type and is among the choices or in the range. True is not a number here."""
        if type(value) is not self.type:
            return False
        if self.choices and value not in self.choices:
            return False
        if isinstance(value, int) and not isinstance(value, bool):
            return (self.minimum is None or value >= self.minimum) and (self.maximum is None or value <= self.maximum)
        return True


def _zoom_from_factor(stored: object) -> int | None:
    """Zoom as a factor (1.25), as the first drafts of the file had it."""
    if isinstance(stored, float) and 0.8 <= stored <= 2.0:
        return round(stored * 100)
    return None


SERVER_ADDRESS = Setting("server_address", str, "", "settings.server_address", group="account")
START_WITH_LAST_ACCOUNT = Setting(
    "start_with_last_account", bool, True, "settings.start_with_last_account", group="account"
)
LANGUAGE = Setting("language", str, "system", "settings.language", group="look", choices=("system", "en", "si", "ta"))
THEME = Setting("theme", str, "system", "settings.theme", group="look", choices=("system", "light", "dark", "contrast"))
ZOOM_PERCENT = Setting(
    "zoom_percent",
    int,
    100,
    "settings.zoom_percent",
    group="look",
    minimum=80,
    maximum=200,
    migration=_zoom_from_factor,
    former_keys=("zoom",),
)
REDUCE_MOTION = Setting(
    "reduce_motion", str, "system", "settings.reduce_motion", group="look", choices=("system", "on", "off")
)
CAMERA = Setting("camera", str, "index", "settings.camera", group="camera", choices=("index", "path", "simulated"))
# The index as text ("0"), or the path of a video file, by what CAMERA says; unused for the simulated one.
CAMERA_DEVICE = Setting("camera_device", str, "0", "settings.camera_device", group="camera")
FACE_PROCESSOR = Setting(
    "face_processor", str, "cpu", "settings.face_processor", group="camera", choices=("cpu", "auto")
)
DOWNLOAD_QUOTA_GB = Setting(
    "download_quota_gb", int, 5, "settings.download_quota_gb", group="downloads", choices=(1, 2, 5, 10, 20, 50)
)
# 0 is no limit, here and below.
DOWNLOAD_RATE_KB_S = Setting(
    "download_rate_kb_s", int, 0, "settings.download_rate_kb_s", group="downloads", choices=(0, 64, 128, 256, 512, 1024)
)
DOWNLOAD_DAILY_MB = Setting(
    "download_daily_mb", int, 0, "settings.download_daily_mb", group="downloads", choices=(0, 50, 100, 250, 500, 1000)
)
DOWNLOAD_HOURS_ONLY = Setting("download_hours_only", bool, False, "settings.download_hours_only", group="downloads")
_HOURS = tuple(f"{hour:02}:00" for hour in range(24))
DOWNLOAD_FROM = Setting("download_from", str, "22:00", "settings.download_from", group="downloads", choices=_HOURS)
DOWNLOAD_UNTIL = Setting("download_until", str, "06:00", "settings.download_until", group="downloads", choices=_HOURS)
NETWORK_METERED = Setting(
    "network_metered", str, "system", "settings.network_metered", group="downloads", choices=("system", "yes", "no")
)
DOWNLOAD_METERED = Setting(
    "download_metered", str, "ask", "settings.download_metered", group="downloads", choices=("ask", "allow", "never")
)
DOWNLOAD_SETTINGS = (
    DOWNLOAD_QUOTA_GB,
    DOWNLOAD_RATE_KB_S,
    DOWNLOAD_DAILY_MB,
    DOWNLOAD_HOURS_ONLY,
    DOWNLOAD_FROM,
    DOWNLOAD_UNTIL,
    NETWORK_METERED,
    DOWNLOAD_METERED,
)
CARDS_PER_DAY = Setting("cards_per_day", int, 50, "settings.cards_per_day", group="study", minimum=5, maximum=500)
# 0 is off.
REMIND_MINUTES = Setting(
    "remind_minutes", int, 10, "settings.remind_minutes", group="reminders", choices=(0, 5, 10, 15, 30, 60)
)
REMIND_QUIET = Setting("remind_quiet", bool, True, "settings.remind_quiet", group="reminders")
QUIET_FROM = Setting("quiet_from", str, "21:00", "settings.quiet_from", group="reminders", choices=_HOURS)
QUIET_UNTIL = Setting("quiet_until", str, "06:00", "settings.quiet_until", group="reminders", choices=_HOURS)
REMINDER_SETTINGS = (REMIND_MINUTES, REMIND_QUIET, QUIET_FROM, QUIET_UNTIL)
# Chosen before joining a live class, by the system's names; empty: whatever the system prefers.
MEETING_CAMERA = Setting("meeting_camera", str, "", "settings.meeting_camera", group="camera")
MEETING_MICROPHONE = Setting("meeting_microphone", str, "", "settings.meeting_microphone", group="camera")
MEETING_SPEAKER = Setting("meeting_speaker", str, "", "settings.meeting_speaker", group="camera")
MEETING_SETTINGS = (MEETING_CAMERA, MEETING_MICROPHONE, MEETING_SPEAKER)
UPDATES = Setting("updates", bool, True, "settings.updates", group="updates")
UPDATE_CHANNEL = Setting(
    "update_channel", str, "stable", "settings.update_channel", group="updates", choices=("stable", "preview")
)
DEBUG_WATCHDOG = Setting("debug_watchdog", bool, False, "settings.debug_watchdog", restart=True)

AnySetting = Setting[Any]
REGISTRY: tuple[AnySetting, ...] = (
    SERVER_ADDRESS,
    START_WITH_LAST_ACCOUNT,
    LANGUAGE,
    THEME,
    ZOOM_PERCENT,
    REDUCE_MOTION,
    CAMERA,
    CAMERA_DEVICE,
    FACE_PROCESSOR,
    *DOWNLOAD_SETTINGS,
    CARDS_PER_DAY,
    *REMINDER_SETTINGS,
    *MEETING_SETTINGS,
    UPDATES,
    UPDATE_CHANNEL,
    DEBUG_WATCHDOG,
)


@dataclass(slots=True)
class Settings:
    """The settings of this computer's user, read at construction, written at every change.

    Attributes:
        path: the JSON file; it need not exist.
        damaged: where a file that could not be understood was moved to, or the file itself if it could neither be
            read nor moved; None when all is well. Tell the user once.
        invalid: keys whose stored value this version does not accept; their default is in use.
    """

    path: Path
    damaged: Path | None = None
    invalid: list[str] = field(default_factory=list)
    _stored: dict[str, object] = field(default_factory=dict)
    _values: dict[str, object] = field(default_factory=dict)
    _callbacks: dict[str, list[Callback]] = field(default_factory=dict)
    _unsaved: bool = False

    def __post_init__(self) -> None:
        self._stored = self._read()
        for setting in REGISTRY:
            self._load(setting)

    def get(self, setting: Setting[Value]) -> Value:
        """The value in use: stored, migrated, or the default."""
        return cast(Value, self._values.get(setting.key, setting.default))

    def set(self, setting: Setting[Value], value: Value) -> None:
        """Use and store a value, then tell who subscribed. Setting what is already stored does nothing.

        Raises:
            ValueError: the declaration does not accept the value.
            StorageError: it could not be written; it is in use until the program ends, and subscribers were told.
        """
        if not setting.accepts(value):
            raise ValueError(f"{setting.key} does not accept {value!r}")
        stored = self._stored.get(setting.key)
        if not self._unsaved and setting.accepts(stored) and stored == value:
            return
        changed = self.get(setting) != value
        self._values[setting.key] = value
        self._stored[setting.key] = value
        for former in setting.former_keys:
            self._stored.pop(former, None)
        if setting.key in self.invalid:
            self.invalid.remove(setting.key)
        self._unsaved = True
        try:
            self._write()
            self._unsaved = False
        finally:
            if changed:
                for callback in tuple(self._callbacks.get(setting.key, ())):
                    callback(value)

    def reset(self, setting: Setting[Value]) -> None:
        """Back to the default.

        Raises:
            StorageError: as for :meth:`set`.
        """
        self.set(setting, setting.default)

    def subscribe(self, setting: Setting[Value], callback: Callable[[Value], None]) -> Callable[[], None]:
        """Call ``callback`` with each new value of ``setting``, on the thread that sets it. Returns how to stop."""
        callbacks = self._callbacks.setdefault(setting.key, [])
        callbacks.append(callback)

        def unsubscribe() -> None:
            if callback in callbacks:
                callbacks.remove(callback)

        return unsubscribe

    def _load(self, setting: AnySetting) -> None:
        """Take one setting from what was read: as stored, else migrated, else leave the default."""
        for key in (setting.key, *setting.former_keys):
            if key not in self._stored:
                continue
            stored = self._stored[key]
            if key == setting.key and setting.accepts(stored):
                self._values[setting.key] = stored
                return
            migrated = setting.migration(stored) if setting.migration is not None else None
            if migrated is not None and setting.accepts(migrated):
                self._values[setting.key] = migrated
                return
            self.invalid.append(setting.key)
            return

    def _read(self) -> dict[str, object]:
        try:
            text = self.path.read_bytes()
        except FileNotFoundError:
            return {}
        except OSError:
            self.damaged = self.path
            return {}
        try:
            document = json.loads(text)
            if not isinstance(document, dict) or not isinstance(document.get("values"), dict):
                raise ValueError("not a settings file")
        except (ValueError, RecursionError):
            self._put_aside()
            return {}
        return dict(document["values"])

    def _put_aside(self) -> None:
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
        aside = self.path.with_name(f"{self.path.name}.damaged-{stamp}")
        try:
            self.path.rename(aside)
        except OSError:
            self.damaged = self.path  # it stays, and _write refuses to go over it
        else:
            self.damaged = aside

    def _write(self) -> None:
        if self.damaged == self.path:
            self._put_aside()
            if self.damaged == self.path:
                raise storage_fault(PermissionError(1, "damaged settings cannot be moved aside"), self.path)
        document = {"format": FORMAT, "values": self._stored}
        write_atomically(self.path, json.dumps(document, indent=2, ensure_ascii=False, sort_keys=True).encode() + b"\n")
