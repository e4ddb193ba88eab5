"""Widgets that the Designer form promotes to: uic makes a widget with its parent only, ours take their words first."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from learnup_desktop.qt.icons import paint_brand
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Banner,
    ComboBox,
    Label,
    PasswordField,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
    TextField,
    Tone,
    WrapLabel,
    follow_theme,
    round_box,
)


class FormSurface(QFrame):
    """A raised box whose layout comes from the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme().changed.connect(self._retheme)

    def fit(self) -> None:
        """Put the form's layout on the grid; once the form is set up."""
        self._retheme()

    def _retheme(self) -> None:
        layout = self.layout()
        if layout is not None:
            space = theme().space
            layout.setContentsMargins(space(8), space(8), space(8), space(8))
            layout.setSpacing(space(4))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        fill, border = look.color("surface-raised"), look.color("border")
        round_box(QPainter(self), self.rect(), look.radius("card"), fill=fill, border=border)


class FormBrand(QWidget):
    """The mark and the name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("LearnUp")
        follow_theme(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(180), theme().px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        side = look.px(32)
        paint_brand(painter, QRectF(0, (self.height() - side) / 2, side, side))
        painter.setFont(look.font("title"))
        painter.setPen(look.color("text"))
        words = QRectF(side + look.px(12), 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, "LearnUp")


class FormTitle(WrapLabel):
    """The heading of a surface."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "title", parent=parent)


class FormHint(WrapLabel):
    """A muted line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "label", "text-muted", parent=parent)


class FormHeading(Label):
    """A small heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "heading", parent=parent)


class FormText(TextField):
    """A labelled line; the page sets its label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)


class FormPassword(PasswordField):
    """A labelled password; the page sets its label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)


class FormPrimary(PrimaryButton):
    """The one thing to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)


class FormSecondary(SecondaryButton):
    """Another thing to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)


class FormQuiet(QuietButton):
    """Something rarely done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)


class FormCombo(ComboBox):
    """A choice."""


class FormNotice(QWidget):
    """A place for one banner; takes no room while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        self.banner = Banner("")
        box.addWidget(self.banner)
        self.hide()

    def say(self, title: str, text: str = "", tone: Tone = "caution") -> None:
        """Say something; an empty title takes it away."""
        self.banner.set(title, text, tone)
        self.setVisible(bool(title))

    def said(self) -> str:
        """What is said, empty when nothing is."""
        return "" if self.isHidden() else self.banner.accessibleName()


class FormRow(QWidget):
    """A row whose content the page fills."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
