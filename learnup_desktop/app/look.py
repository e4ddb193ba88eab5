"""Theme, size, motion and language as the settings say, applied at once and whenever one of them changes."""

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QApplication

from learnup_desktop.base.settings import LANGUAGE, REDUCE_MOTION, THEME, ZOOM_PERCENT, Settings
from learnup_desktop.qt import i18n
from learnup_desktop.qt.theme import Scheme, theme


class Look:
    """Keeps the application looking and speaking as the person wants.

    Args:
        qt_app: what is styled.
        settings: where the wishes are.
        language: of this start only, in place of the setting; empty for none.
        on_language: told the language after each change.
    """

    def __init__(
        self, qt_app: QApplication, settings: Settings, language: str, on_language: Callable[[str], None]
    ) -> None:
        self._qt_app = qt_app
        self._settings = settings
        self._language = language
        self._on_language = on_language
        self._unsubscribe: list[Callable[[], None]] = []

    def start(self) -> None:
        """Apply everything, then follow the settings."""
        self._apply_language()
        self._apply_style()
        subscribe = self._settings.subscribe
        self._unsubscribe = [
            subscribe(THEME, lambda _: self._apply_style()),
            subscribe(REDUCE_MOTION, lambda _: self._apply_style()),
            subscribe(ZOOM_PERCENT, lambda _: self._apply_style()),
            subscribe(LANGUAGE, lambda _: self._apply_chosen_language()),
        ]

    def stop(self) -> None:
        """Follow no longer."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._unsubscribe.clear()

    def _apply_style(self) -> None:
        scheme = cast(Scheme, self._settings.get(THEME))
        reduce_motion = self._settings.get(REDUCE_MOTION) == "on"
        theme().apply(self._qt_app, scheme, self._settings.get(ZOOM_PERCENT), reduce_motion=reduce_motion)

    def _apply_chosen_language(self) -> None:
        self._language = ""
        self._apply_language()

    def _apply_language(self) -> None:
        wanted = self._language or self._settings.get(LANGUAGE)
        language = i18n.system_language() if wanted == "system" else wanted
        i18n.set_language(language)
        self._on_language(language)
