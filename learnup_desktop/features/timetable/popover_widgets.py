"""What is shown beside a lesson's tile."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import round_box


class LessonPopover(QFrame):
    """Details of one lesson beside its tile. Closes on Escape or a click elsewhere; it is never executed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def show_beside(self, tile: QWidget) -> None:
        """At the right of the tile, or at its left where there is no room."""
        self.adjustSize()
        screen = tile.screen().availableGeometry()
        corner = tile.mapToGlobal(QPoint(tile.width() + theme().px(4), 0))
        if corner.x() + self.width() > screen.right():
            corner = tile.mapToGlobal(QPoint(-self.width() - theme().px(4), 0))
        x = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        y = max(screen.top(), min(corner.y(), screen.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        fill, border = look.color("surface-raised"), look.color("border")
        round_box(QPainter(self), self.rect(), look.radius("card"), fill=fill, border=border)
