"""What the person has set about downloads, applied to the account that is open; and the question a dear network asks.

Whether the network counts bytes is the person's word, or else the system's (``QNetworkInformation``). The question is
asked once a network: it comes back when the computer has moved to another one.
"""

from collections.abc import Callable
from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from learnup_desktop.base import settings as declared
from learnup_desktop.base.settings import AnySetting, Settings
from learnup_desktop.domain.downloads import DownloadRules, Hold, MeteredRule
from learnup_desktop.qt import notices

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkInformation

    from learnup_desktop.sync.downloads import Downloads

QUESTION = "downloads.metered"
LOOK_MS = 3000
"""After the downloads begin: what the system knows of its network is asked over its bus, and no page waits for it."""


def rules_of(settings: Settings) -> DownloadRules:
    """The rules that follow from the settings."""
    window = None
    if settings.get(declared.DOWNLOAD_HOURS_ONLY):
        window = (_hour(settings.get(declared.DOWNLOAD_FROM)), _hour(settings.get(declared.DOWNLOAD_UNTIL)))
    return DownloadRules(
        quota_bytes=settings.get(declared.DOWNLOAD_QUOTA_GB) * 1000**3,
        bytes_per_second=settings.get(declared.DOWNLOAD_RATE_KB_S) * 1000 or None,
        daily_bytes=settings.get(declared.DOWNLOAD_DAILY_MB) * 1000**2 or None,
        window=window,
        metered=MeteredRule(settings.get(declared.DOWNLOAD_METERED)),
    )


def _hour(text: str) -> time:
    return time(int(text.partition(":")[0]))


class DownloadSettings(QObject):
    """Follows the settings and the network for one account's downloads, until :meth:`close`.

    Args:
        settings: of this computer's user.
        downloads: of the account; nothing has begun yet.
        system_metered: what the system says of its network, for tests; None asks it.
    """

    def __init__(
        self, settings: Settings, downloads: "Downloads", system_metered: Callable[[], bool] | None = None
    ) -> None:
        super().__init__()
        self._settings = settings
        self._downloads = downloads
        self._asked = False
        self._information: QNetworkInformation | None = None
        self._system_metered = system_metered or self._from_system
        followed: tuple[AnySetting, ...] = declared.DOWNLOAD_SETTINGS
        self._stops = [settings.subscribe(each, lambda _: self._apply()) for each in followed]
        self._stops.append(downloads.listeners.subscribe(lambda _: self._moved()))
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._follow_system)
        self._apply()

    def close(self) -> None:
        """Stop following."""
        for stop in self._stops:
            stop()
        self._look.stop()
        notices.withdraw(QUESTION)
        if self._information is not None:
            self._information.disconnect(self)
        self.deleteLater()

    def network_changed(self) -> None:
        """The computer is on another network: a yes for the last one does not hold for it."""
        self._asked = False
        self._downloads.set_network(metered=self._metered(), allowed=False)
        notices.withdraw(QUESTION)

    def allow(self) -> None:
        """The person says yes for this network."""
        self._downloads.set_network(metered=self._metered(), allowed=True)
        notices.withdraw(QUESTION)

    # -- inside -------------------------------------------------------------------------------------------------------

    def _apply(self) -> None:
        self._downloads.rules = rules_of(self._settings)
        if self._downloads.metered != self._metered():
            self.network_changed()

    def _metered(self) -> bool:
        word = self._settings.get(declared.NETWORK_METERED)
        return self._system_metered() if word == "system" else word == "yes"

    def _moved(self) -> None:
        if self._information is None and not self._look.isActive():
            self._look.start()
        asks = self._settings.get(declared.DOWNLOAD_METERED) == MeteredRule.ASK
        if asks and not self._asked and self._downloads.metered and self._downloads.waits_for(Hold.METERED):
            self._asked = True
            translate = QCoreApplication.translate
            notices.say_text(
                "info",
                translate("Downloads", "This network counts data"),
                translate("Downloads", "Your downloads wait. They go on by themselves on another network."),
                action=notices.Action(translate("Downloads", "Download here"), self.allow),
                key=QUESTION,
            )

    def _from_system(self) -> bool:
        return self._information is not None and self._information.isMetered()

    def _follow_system(self) -> None:
        from PySide6.QtNetwork import QNetworkInformation

        if not QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Metered):
            return  # the system does not say: the switch in the settings does
        self._information = QNetworkInformation.instance()
        self._information.isMeteredChanged.connect(self.network_changed)
        self._information.transportMediumChanged.connect(self.network_changed)
        if self._downloads.metered != self._metered():
            self.network_changed()
