"""The log: one rotating JSON-lines file and plain lines on stderr, with every secret taken out before it is written.

``get_logger(__name__)`` gives a standard logger that also takes fields: ``log.info("paper sealed", exam_id=exam)``.
Redaction happens in the formatters, on the finished text: message, arguments, fields and traceback alike, ours and the
vendors', so that nothing can go around it.
"""

import json
import logging
import logging.handlers
import re
import sys
from collections.abc import MutableMapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FILE_NAME = "learnup-desktop.log"
FILE_BYTES = 1_000_000
FILES_KEPT = 4
REDACTED = "[redacted]"

_SECRET_WORD = (
    r"(?:pass(?:word|wd|phrase)?|secret|token|api_?key|content_?key|private_?key|unlock_?code|authori[sz]ation"
    r"|(?:set-)?cookie|credentials?|jwt)"
)
_SECRET_NAME = re.compile(rf"{_SECRET_WORD}$", re.IGNORECASE)
_REPLACEMENTS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"eyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?"), REDACTED),
    (re.compile(r"\b(bearer|basic)\s+(?!\[redacted\])[\w.~+/=-]+", re.IGNORECASE), rf"\1 {REDACTED}"),
    (re.compile(r"(://[^\s/:@]+:)[^\s/@]+@"), rf"\1{REDACTED}@"),
    (
        re.compile(
            rf"""([\w-]{{0,40}}{_SECRET_WORD}["']?\s*[:=]\s*)"""
            r"""(?:b?"(?:[^"\\]|\\.)*"|b?'(?:[^'\\]|\\.)*'|(?:(?:bearer|basic)\s+)?[^\s,;&}\]]+\]?)""",
            re.IGNORECASE,
        ),
        rf"\1{REDACTED}",
    ),
)
_CALL_KEYWORDS = frozenset({"exc_info", "stack_info", "stacklevel", "extra"})


def redact(text: str) -> str:
    """``text`` without tokens, passwords, keys, cookies and credentials in addresses."""
    for pattern, replacement in _REPLACEMENTS:
        text = pattern.sub(replacement, text)
    return text


def _field(name: str, value: object) -> object:
    if _SECRET_NAME.search(name):
        return REDACTED
    return value if isinstance(value, int | float | bool | None) else redact(str(value))


def _fields(record: logging.LogRecord) -> dict[str, object]:
    fields = getattr(record, "fields", None)
    return {name: _field(name, value) for name, value in fields.items()} if isinstance(fields, dict) else {}


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, message, the fields, and the traceback when there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": redact(record.getMessage()),
            **{
                f"{name}_" if name in ("time", "level", "logger", "message") else name: value
                for name, value in _fields(record).items()
            },
        }
        if record.exc_info:
            line["traceback"] = redact(self.formatException(record.exc_info))
        if record.stack_info:
            line["stack"] = redact(record.stack_info)
        return json.dumps(line, ensure_ascii=False)


class TextFormatter(logging.Formatter):
    """``12:03:04 warning learnup_desktop.sync  message  exam_id=…`` for stderr."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, with the traceback below when there is one."""
        moment = datetime.fromtimestamp(record.created).astimezone().strftime("%H:%M:%S")
        fields = "".join(f"  {name}={value}" for name, value in _fields(record).items())
        text = f"{moment} {record.levelname.lower()} {record.name}  {redact(record.getMessage())}{fields}"
        if record.exc_info:
            text += "\n" + redact(self.formatException(record.exc_info))
        return text


class FieldLogger(logging.LoggerAdapter[logging.Logger]):
    """A standard logger whose unknown keyword arguments become fields of the line."""

    def process(self, msg: Any, kwargs: MutableMapping[str, Any]) -> tuple[Any, MutableMapping[str, Any]]:
        """Move the fields out of the call's keywords, where the standard library would refuse them."""
        fields = {name: kwargs.pop(name) for name in [name for name in kwargs if name not in _CALL_KEYWORDS]}
        if fields:
            kwargs["extra"] = {**(kwargs.get("extra") or {}), "fields": fields}
        return msg, kwargs


def get_logger(name: str) -> FieldLogger:
    """The logger of a module; give ``__name__``."""
    return FieldLogger(logging.getLogger(name), {})


class _OwnHandler:
    """Marks the handlers that :func:`set_up_log` made, so that a second call replaces only those."""


class _File(logging.handlers.RotatingFileHandler, _OwnHandler):
    pass


class _Standard(logging.StreamHandler[Any], _OwnHandler):
    def emit(self, record: logging.LogRecord) -> None:
        """Write to whatever stderr is now; a windowed program on Windows has none."""
        if sys.stderr is not None:
            self.stream = sys.stderr
            super().emit(record)


def set_up_log(folder: Path | None, *, debug: bool = False) -> None:
    """Send the log of this process to ``folder`` (None: no file) and to stderr. Call once, early.

    The file takes everything from INFO, stderr from WARNING, both from DEBUG with ``debug``. When the folder cannot be
    written the program goes on with stderr and says so there.
    """
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler, _OwnHandler)]:
        root.removeHandler(handler)
        handler.close()
    standard = _Standard()
    standard.setFormatter(TextFormatter())
    standard.setLevel(logging.DEBUG if debug else logging.WARNING)
    root.addHandler(standard)
    root.setLevel(logging.DEBUG if debug else logging.INFO)
    # Vendors that tell every request at INFO, or every frame at DEBUG.
    for chatty in ("httpx", "httpcore", "hpack", "h2", "engineio", "socketio", "asyncio", "PIL", "urllib3", "keyring"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    if folder is None:
        return
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = _File(folder / FILE_NAME, maxBytes=FILE_BYTES, backupCount=FILES_KEPT, encoding="utf-8", delay=True)
    except OSError as error:
        get_logger(__name__).warning("no log file", folder=folder, reason=error)
        return
    file.setFormatter(JsonFormatter())
    root.addHandler(file)
