"""The page that holds a meeting, and everything it must not do.

Nothing is kept (off the record), nothing is saved, nothing is opened beside it, nothing is believed without a good
certificate, and camera, microphone and screen are the Jitsi host's alone.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtNetwork import QSslCertificate
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEngineDownloadRequest,
    QWebEngineFullScreenRequest,
    QWebEngineNavigationRequest,
    QWebEngineNewWindowRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineProfileBuilder,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from learnup_desktop.base.log import get_logger
from learnup_desktop.meeting.scheme import HOST_PAGE, ORIGIN, SCHEME, HostPageHandler

_log = get_logger(__name__)

LOADABLE = frozenset({"https", "wss", "data", "blob", SCHEME.decode()})
BROWSABLE = frozenset({"https", "http", "mailto"})
"""What a link may be that is handed to the system's browser."""

_Permission = QWebEnginePermission.PermissionType
GRANTED = frozenset(
    {
        _Permission.MediaAudioCapture,
        _Permission.MediaVideoCapture,
        _Permission.MediaAudioVideoCapture,
        _Permission.DesktopVideoCapture,
        _Permission.DesktopAudioVideoCapture,
        _Permission.Notifications,
    }
)
SCREENS = frozenset({_Permission.DesktopVideoCapture, _Permission.DesktopAudioVideoCapture})
"""Once for each answer of our own picker: there is an older way to a screen that asks for no picker."""

_Attribute = QWebEngineSettings.WebAttribute
SETTINGS = {
    _Attribute.PluginsEnabled: False,
    _Attribute.PdfViewerEnabled: False,
    _Attribute.JavascriptCanOpenWindows: False,
    _Attribute.JavascriptCanAccessClipboard: False,
    _Attribute.LocalContentCanAccessRemoteUrls: False,
    _Attribute.LocalContentCanAccessFileUrls: False,
    _Attribute.AllowRunningInsecureContent: False,
    _Attribute.NavigateOnDropEnabled: False,
    _Attribute.ErrorPageEnabled: False,
    _Attribute.HyperlinkAuditingEnabled: False,
    _Attribute.DnsPrefetchEnabled: False,
    _Attribute.PlaybackRequiresUserGesture: False,
    _Attribute.FullScreenSupportEnabled: True,
    _Attribute.ScreenCaptureEnabled: True,
}


def origin_of(url: QUrl) -> str:
    """``https://host:port`` without the scheme's own port, as Chromium writes origins."""
    port = url.port(-1)
    shown = "" if port in (-1, 443 if url.scheme() == "https" else 80) else f":{port}"
    return f"{url.scheme()}://{url.host()}{shown}"


class SchemeGuard(QWebEngineUrlRequestInterceptor):
    """Blocks every request outside :data:`LOADABLE`, whoever makes it."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        if info.requestUrl().scheme() not in LOADABLE:
            info.block(True)


def meeting_profile(
    domain: str, parent: QObject, trusted: Sequence[QSslCertificate] = (), language: str = "en"
) -> QWebEngineProfile:
    """A profile that leaves nothing behind.

    Args:
        domain: of the meeting.
        parent: owner.
        trusted: certificates of a host's own authority, beside those the system knows.
        language: of the page.
    """
    builder = QWebEngineProfileBuilder()
    builder.setAdditionalTrustedCertificates(list(trusted))
    builder.setHttpCacheType(QWebEngineProfile.HttpCacheType.MemoryHttpCache)
    builder.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
    builder.setPersistentPermissionsPolicy(QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime)
    # Without a name it is off the record.
    profile = builder.createProfile("", parent)
    profile.setHttpAcceptLanguage(f"{language},en;q=0.5" if language != "en" else "en")
    profile.installUrlSchemeHandler(SCHEME, HostPageHandler(domain, profile))
    profile.setUrlRequestInterceptor(SchemeGuard(profile))
    profile.setSpellCheckEnabled(False)
    profile.downloadRequested.connect(_refuse_download)
    return profile


def _refuse_download(request: QWebEngineDownloadRequest) -> None:
    _log.info("meeting: a download was refused")
    request.cancel()


class MeetingPage(QWebEnginePage):
    """See the module.

    Args:
        profile: of :func:`meeting_profile`.
        domain: host, and port where it has one.

    Attributes:
        link_asked: somebody pressed a link that opens a window; it is not followed here.
        refused: something was kept from happening: ``navigation popup download permission certificate``.
        insecure: the host's certificate is not good.
    """

    link_asked = Signal(QUrl)
    refused = Signal(str)
    insecure = Signal()

    def __init__(self, profile: QWebEngineProfile, domain: str, parent: QObject) -> None:
        super().__init__(profile, parent)
        self._opening = False
        self._screen_picked = False
        self._origin = f"https://{domain.lower().removesuffix(':443')}"
        for attribute, on in SETTINGS.items():
            self.settings().setAttribute(attribute, on)
        self.navigationRequested.connect(self._navigation_requested)
        self.newWindowRequested.connect(self._window_requested)
        self.permissionRequested.connect(self._permission_requested)
        self.certificateError.connect(self._certificate_error)
        self.fullScreenRequested.connect(self._full_screen_requested)
        profile.downloadRequested.connect(lambda _: self.refused.emit("download"))

    def open_host_page(self) -> None:
        """Load the host page, anew if it is there."""
        self._opening = True
        self.load(HOST_PAGE)

    def allow_picked_screen(self) -> None:
        """The person has just picked what to show."""
        self._screen_picked = True

    def javaScriptConsoleMessage(self, *_: object) -> None:
        # What a page writes there, addresses with tokens among it, goes into no log.
        return

    def _navigation_requested(self, request: QWebEngineNavigationRequest) -> None:
        url = request.url()
        if request.isMainFrame():
            # By us only: a meeting that sends its host page there would begin itself anew.
            allowed, self._opening = self._opening and url == HOST_PAGE, False
        else:
            allowed = url.toString() == "about:blank" or origin_of(url) == self._origin
        if allowed:
            request.accept()
            return
        request.reject()
        self.refused.emit("navigation")

    def _window_requested(self, request: QWebEngineNewWindowRequest) -> None:
        # Not answered, it is not opened.
        self.refused.emit("popup")
        if request.isUserInitiated() and request.requestedUrl().scheme() in BROWSABLE:
            self.link_asked.emit(request.requestedUrl())

    def _permission_requested(self, permission: QWebEnginePermission) -> None:
        allowed = origin_of(permission.origin()) == self._origin and permission.permissionType() in GRANTED
        if permission.permissionType() in SCREENS:
            allowed, self._screen_picked = allowed and self._screen_picked, False
        if allowed:
            permission.grant()
            return
        permission.deny()
        self.refused.emit("permission")
        _log.info("meeting: %s was refused", permission.permissionType().name)

    def _certificate_error(self, error: QWebEngineCertificateError) -> None:
        error.rejectCertificate()
        self.refused.emit("certificate")
        _log.warning("meeting: certificate refused: %s", error.type().name)
        if origin_of(error.url()) == self._origin:
            self.insecure.emit()

    def _full_screen_requested(self, request: QWebEngineFullScreenRequest) -> None:
        if origin_of(request.origin()) in (self._origin, ORIGIN):
            request.accept()
        else:
            request.reject()
