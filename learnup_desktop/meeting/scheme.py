"""The host page under a scheme of ours: secure, so that a meeting in it may use camera and microphone, and of its own
origin, which nothing on the web shares.

``register`` before there is an application; it is why Qt WebEngine is imported first of all in the meeting's process.
"""

from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QObject, QUrl
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlScheme, QWebEngineUrlSchemeHandler

from learnup_desktop.base.paths import resources_dir

SCHEME = b"learnup-meeting"
ORIGIN = "learnup-meeting://meeting"
HOST_PAGE = QUrl(f"{ORIGIN}/")

_FILES = {"/": ("meeting.html", b"text/html"), "/meeting.js": ("meeting.js", b"text/javascript")}
_FILES["/meeting.css"] = ("meeting.css", b"text/css")
_CHANNEL = "/qwebchannel.js"


def register() -> None:
    """Make the scheme known to Chromium."""
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme | QWebEngineUrlScheme.Flag.CorsEnabled)
    QWebEngineUrlScheme.registerScheme(scheme)


def policy(domain: str) -> bytes:
    """The page's Content-Security-Policy: our two scripts, the host's API, the host's frame, and nothing else."""
    parts = (
        "default-src 'none'",
        f"script-src {ORIGIN} https://{domain}",
        f"style-src {ORIGIN}",
        f"frame-src https://{domain}",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(parts).encode("ascii")


class HostPageHandler(QWebEngineUrlSchemeHandler):
    """Serves the page and its scripts, and refuses everything else.

    Args:
        domain: of the meeting.
    """

    def __init__(self, domain: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._domain = domain

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        path = job.requestUrl().path()
        initiator = job.initiator().toString()
        # A frame of the meeting has no business here.
        if bytes(job.requestMethod().data()) != b"GET" or initiator not in ("", "null", ORIGIN):
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
            return
        found = self._read(path)
        if found is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        kind, content = found
        headers = {b"Content-Security-Policy": policy(self._domain), b"X-Content-Type-Options": b"nosniff"}
        job.setAdditionalResponseHeaders({QByteArray(name): QByteArray(value) for name, value in headers.items()})
        body = QBuffer(job)
        body.setData(content)
        body.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(kind, body)

    @staticmethod
    def _read(path: str) -> tuple[bytes, bytes] | None:
        if path == _CHANNEL:
            file = QFile(":/qtwebchannel/qwebchannel.js")
            if not file.open(QIODevice.OpenModeFlag.ReadOnly):
                return None
            return b"text/javascript", bytes(file.readAll().data())
        if path not in _FILES:
            return None
        name, kind = _FILES[path]
        return kind, (resources_dir() / "web" / name).read_bytes()
