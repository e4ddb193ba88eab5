"""The cards of Today that are about study: what is due, and getting everything for tomorrow while there is a line."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal

from learnup_desktop.contract.classes import Material
from learnup_desktop.features.today.plan import TomorrowOffer
from learnup_desktop.qt import i18n
from learnup_desktop.qt.widgets import (
    Card,
    Column,
    Divider,
    ListRow,
    Pill,
    Row,
    SecondaryButton,
    WrapLabel,
    clear_layout,
)

SOON_SECONDS = 24 * 3600
"""Due within a day is said in the colour of caution, and in words in any case."""


class DueCard(Card):
    """Work with a date, what is due first.

    Attributes:
        chosen: the material to open.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(" ", gap=3)
        self._rows = Column(gap=0)
        self.add(self._rows)
        self.hide()

    def show_due(self, due: Sequence[Material], now: datetime) -> None:
        """Show other work; none hides the card."""
        self.set_title(self.tr("Due work"))
        clear_layout(self._rows)
        self.setVisible(bool(due))
        for material in due:
            if material.due_at is None:
                continue
            when = i18n.format_moment(material.due_at, now)
            soon = (material.due_at - now).total_seconds() < SOON_SECONDS
            row = ListRow(
                material.title.text(i18n.language()),
                trailing=Pill(when, "caution" if soon else "neutral"),
                clickable=True,
                wrap=True,
            )
            row.setAccessibleName(self.tr("{title}, due {time}").format(title=row.accessibleName(), time=when))
            row.clicked.connect(partial(self.chosen.emit, material))
            self._rows.add(Divider(), row)


class TomorrowCard(Card):
    """What tomorrow needs and is not on this computer yet: how much it is, and a button that gets it.

    Attributes:
        wanted: it is to be fetched.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = WrapLabel("", "heading")
        self.facts = WrapLabel("", "caption", "text-muted")
        self.button = SecondaryButton(icon="download")
        self.button.clicked.connect(self.wanted)
        words = Column(gap=1)
        words.add(self._name, self.facts)
        row = Row(gap=3)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.add(row)
        self.hide()

    def show_offer(self, offer: TomorrowOffer | None) -> None:
        """Show what would be fetched; nothing hides the card."""
        self.setVisible(offer is not None and offer.files > 0)
        if offer is None or offer.files == 0:
            return
        self._name.setText(self.tr("Everything for tomorrow"))
        parts = [
            self.tr("1 file")
            if offer.files == 1
            else self.tr("{count} files").format(count=i18n.format_number(offer.files)),
            i18n.format_bytes(offer.size),
        ]
        if offer.seconds is not None:
            parts.append(
                self.tr("about {length} on this line").format(length=i18n.format_duration(max(60, offer.seconds)))
            )
        self.facts.setText(" · ".join(parts))
        self.button.setText(self.tr("Get it"))
        self.button.setAccessibleName(f"{self._name.text()}. {self.facts.text()}. {self.button.text()}")
