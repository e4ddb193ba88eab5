"""A clipboard that stays inside the program, so that answers can be moved about but nothing comes in or goes out.

The system's clipboard is never written and never emptied: there is nothing to restore, whatever ends the program. What
X11 and Wayland offer to the middle button is another matter: selecting text takes it in any program, so what a sitting
takes is emptied at once (``qt_lockdown``).
Answer fields use this one for copy, cut and paste while a sitting is on; a paste that finds it empty although the
system's has something is reported, since somebody tried to bring text in.
"""

from collections.abc import Callable

from PySide6.QtGui import QClipboard, QGuiApplication


class InAppClipboard:
    """Text cut or copied inside the sitting.

    Attributes:
        on_refused: called when a paste from outside was asked for and refused.
    """

    def __init__(self) -> None:
        self._text = ""
        self.on_refused: Callable[[], None] | None = None

    def copy(self, text: str) -> None:
        """Keep a selection; an empty one changes nothing, as everywhere."""
        if text:
            self._text = text

    def paste(self) -> str:
        """What was kept; empty when nothing was, and then an attempt to bring text in is reported."""
        if not self._text and self._outside_has_text():
            self.refuse()
        return self._text

    def refuse(self) -> None:
        """Text from outside was dropped or pasted by another way than the keyboard."""
        if self.on_refused is not None:
            self.on_refused()

    def clear(self) -> None:
        """Forget; at the end of a sitting."""
        self._text = ""

    @staticmethod
    def _outside_has_text() -> bool:
        data = QGuiApplication.clipboard().mimeData(QClipboard.Mode.Clipboard)
        return data is not None and data.hasText()
