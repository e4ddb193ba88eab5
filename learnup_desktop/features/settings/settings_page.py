"""Settings: one row for every declaration, applied as it is changed, and what this installation is."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import StorageError
from learnup_desktop.base.settings import (
    CAMERA,
    CAMERA_DEVICE,
    DOWNLOAD_FROM,
    DOWNLOAD_HOURS_ONLY,
    DOWNLOAD_UNTIL,
    Setting,
)
from learnup_desktop.features.settings.models_widgets import FaceModelsCard
from learnup_desktop.features.settings.service import SettingsService
from learnup_desktop.features.settings.settings_widgets import help_of, label_of, make_editor
from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Card,
    Column,
    Divider,
    KeyValueRow,
    Label,
    PageFrame,
    Row,
    SecondaryButton,
    TurningPair,
    WrapLabel,
    clear_layout,
)

MAXIMUM_WIDTH = 820


class SettingsPage(PageFrame):
    """Built from the declarations; a change of language builds it again."""

    def __init__(self, service: SettingsService, *, licences: Callable[[], object] | None = None) -> None:
        super().__init__(maximum_width=MAXIMUM_WIDTH)
        self._licences = licences
        self._service = service
        self.rows: dict[str, QWidget] = {}
        self.editors: dict[str, QWidget] = {}
        self._building = Gradual(self)
        self._cards = Column(gap=4)
        self._models_place = Column()
        self._about_place = Column()
        self.models_card: FaceModelsCard | None = None
        self._open = self._models_wanted = False
        self._group_wanted = ""
        self._groups: dict[str, Card] = {}
        self.add(self._cards, self._models_place, self._about_place)
        self.finish()
        stops = [
            service.store.subscribe(CAMERA, lambda _: self._show_device()),
            service.store.subscribe(DOWNLOAD_HOURS_ONLY, lambda _: self._show_hours()),
        ]
        self.destroyed.connect(lambda: [stop() for stop in stops])
        self.retranslate()

    def retranslate(self) -> None:
        clear_layout(self._cards)
        clear_layout(self._about_place)
        self.rows.clear()
        self._groups.clear()
        self.editors.clear()
        self._building.start(self._build())

    def activated(self, parameters: dict[str, object]) -> None:
        """``focus`` brings a part into view for who comes because of it: ``models`` or a group's name."""
        focus = parameters.get("focus")
        self._open, self._models_wanted = True, focus == "models"
        self._group_wanted = focus if isinstance(focus, str) and focus != "models" else ""
        QTimer.singleShot(0, self, self._bring_group_into_view)
        if self.models_card is not None:
            self._look_at_models(self.models_card)

    def _look_at_models(self, card: FaceModelsCard) -> None:
        # What is found out gives the card its height, and the next turn of the loop the layout.
        card.look(on_finished=lambda: QTimer.singleShot(0, self, partial(self._bring_into_view, card)))

    def _bring_into_view(self, card: FaceModelsCard) -> None:
        content = self._scroll.widget() if self._scroll is not None else None
        if not self._models_wanted or self._scroll is None or content is None:
            return
        self._models_wanted = False
        top = card.mapTo(content, QPoint(0, 0)).y()
        self._scroll.verticalScrollBar().setValue(top - theme().space(6))
        card.focus_action()

    def _bring_group_into_view(self) -> None:
        card = self._groups.get(self._group_wanted)
        content = self._scroll.widget() if self._scroll is not None else None
        if card is None or self._scroll is None or content is None or self._about_place.count() == 0:
            return
        self._group_wanted = ""
        self._scroll.verticalScrollBar().setValue(card.mapTo(content, QPoint(0, 0)).y() - theme().space(6))

    def _build(self) -> Iterator[None]:
        for group in self._service.groups():
            key = f"settings.group.{group.name}"
            card = Card(i18n.translate_key(key) if i18n.has_key(key) else group.name.capitalize(), gap=2)
            self._cards.addWidget(card)
            self._groups[group.name] = card
            for setting in group.settings:
                row = self._row(setting)
                self.rows[setting.key] = row
                card.add(row)
                if setting.key == CAMERA_DEVICE.key:
                    self._show_device()
                elif setting.key == DOWNLOAD_UNTIL.key:
                    self._show_hours()
                yield
        self._show_models_card()
        yield
        self._about_place.addWidget(self._about_card())
        QTimer.singleShot(0, self, self._bring_group_into_view)

    def _show_models_card(self) -> None:
        if self.models_card is not None:
            self.models_card.retranslate()
        elif self._service.models is not None:
            self.models_card = FaceModelsCard(self._service.models)
            self._models_place.addWidget(self.models_card)
            if self._open:
                self._look_at_models(self.models_card)

    def _row(self, setting: Setting[Any]) -> QWidget:
        holder = QWidget()
        column = Column(holder, gap=2)
        said = QWidget()
        words = Column(said, gap=0)
        words.addStretch(1)
        words.add(WrapLabel(label_of(setting)))
        text = help_of(setting)
        if setting.restart:
            later = self.tr("Takes effect at the next start.")
            text = f"{text} {later}".strip()
        if text:
            words.add(WrapLabel(text, "caption", "text-muted"))
        words.addStretch(1)
        editor = make_editor(setting, self._service.get(setting), partial(self._change, setting))
        if text:
            editor.setAccessibleDescription(text)
        self.editors[setting.key] = editor
        own_width = QWidget()
        line = Row(own_width, gap=0)
        line.addWidget(editor, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        column.add(Divider(), TurningPair(said, own_width))
        return holder

    def _change(self, setting: Setting[Any], value: Any) -> None:
        try:
            self._service.set(setting, value)
        except StorageError as error:
            notices.report(error)
        except ValueError:
            notices.say_text("caution", self.tr("This value does not fit"), label_of(setting))

    def _show_device(self) -> None:
        row = self.rows.get(CAMERA_DEVICE.key)
        if row is not None:
            row.setVisible(self._service.get(CAMERA) != "simulated")

    def _show_hours(self) -> None:
        shown = self._service.get(DOWNLOAD_HOURS_ONLY)
        for setting in (DOWNLOAD_FROM, DOWNLOAD_UNTIL):
            if (row := self.rows.get(setting.key)) is not None:
                row.setVisible(shown)

    # -- about --------------------------------------------------------------------------------------------------------

    def _about_card(self) -> Card:
        facts = self._service.installation()
        card = Card(self.tr("About"), gap=2)
        lines = [
            (self.tr("LearnUp Desktop"), facts.version),
            (self.tr("System"), f"{facts.system} · Python {facts.python}"),
            (self.tr("School"), facts.server),
        ]
        card.add(Divider())
        for key, value in lines:
            if value:
                card.add(KeyValueRow(key, value))
        where = Label(str(facts.data), "caption", "text-muted")
        where.set_selectable()
        where.setAccessibleName(self.tr("Where the data is: {folder}").format(folder=facts.data))
        folders = Row(gap=3)
        open_data = SecondaryButton(self.tr("Open the data folder"), icon="folder-open-outline")
        open_data.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(facts.data))))
        copy = SecondaryButton(self.tr("Copy for support"), icon="content-copy")
        copy.clicked.connect(self._copy_facts)
        folders.add(open_data, copy)
        if self._licences is not None:
            licences = SecondaryButton(self.tr("Licences"), icon="scale-balance")
            licences.clicked.connect(self._licences)
            folders.add(licences)
        folders.addStretch(1)
        card.add(WrapLabel(self.tr("What is stored on this computer lies in"), "caption"), where, folders)
        return card

    def _copy_facts(self) -> None:
        facts = self._service.installation()
        text = "\n".join(
            [f"LearnUp Desktop {facts.version}", facts.system, f"Python {facts.python}", facts.server, str(facts.data)]
        )
        QGuiApplication.clipboard().setText(text)
        notices.say_text("info", self.tr("Copied"))
