"""Drawing shared by the widgets: crisp rounded boxes, focus rings, tones.

One-pixel borders are only crisp when their centre lies on half a pixel, and a rounded rectangle's corner must shrink
with its inset; both are done here once.
"""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.theme import theme

Tone = Literal["neutral", "accent", "positive", "caution", "critical"]

TONE_ICONS: dict[Tone, str] = {
    "neutral": "information-outline",
    "accent": "information-outline",
    "positive": "check-circle",
    "caution": "alert-circle-outline",
    "critical": "alert-octagon-outline",
}


def tone_colors(tone: Tone) -> tuple[QColor, QColor]:
    """Soft background and foreground of a tone."""
    look = theme()
    if tone == "neutral":
        return look.color("surface-sunken"), look.color("text-muted")
    return look.color(f"{tone}-soft"), look.color(tone)


def tone_color(tone: Tone) -> QColor:
    """Foreground of a tone."""
    return tone_colors(tone)[1]


def follow_theme(callback: Callable[[], object]) -> None:
    """Call now and after every change of theme. A bound method of a QObject is dropped with its object."""
    callback()
    theme().follow(callback)


def round_box(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    *,
    fill: QColor | None = None,
    border: QColor | None = None,
    width: float = 1.0,
) -> None:
    """A rounded rectangle filling ``rect`` to its edge, with its border inside."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = width / 2 if border is not None else 0.0
    box = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    corner = max(0.0, min(radius - inset, box.width() / 2, box.height() / 2))
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(border, width))
    if fill is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(fill)
    painter.drawRoundedRect(box, corner, corner)
    painter.restore()


def focus_ring(painter: QPainter, rect: QRect | QRectF, radius: float, color: QColor | None = None) -> None:
    """The ring that shows where the keyboard is: 2 px, inside ``rect``."""
    round_box(painter, rect, radius, border=color or theme().color("accent"), width=theme().px(2))


def shows_focus(reason: Qt.FocusReason) -> bool:
    """Whether focus that came this way is to be seen: a click or a new window does not need a ring, a key does."""
    return reason not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """``first`` with a share (0 to 1) of ``second``, for hovered and pressed states."""
    keep = 1.0 - share
    return QColor.fromRgbF(
        first.redF() * keep + second.redF() * share,
        first.greenF() * keep + second.greenF() * share,
        first.blueF() * keep + second.blueF() * share,
    )


def show_if(widget: QWidget, condition: bool) -> None:
    """Show or hide a widget of a layout, doing nothing where nothing changes.

    ``setVisible(True)`` polishes and lays out a widget even inside a parent that is not shown yet, which made rows five
    times as dear to build; and it opens a window for a widget that has no parent yet.
    """
    hidden = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide) and widget.isHidden()
    if hidden == condition:
        widget.setVisible(condition)
