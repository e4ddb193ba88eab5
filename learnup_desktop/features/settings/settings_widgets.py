"""One editor for every kind of setting, and the words of the settings that are declared.

A setting added to ``base/settings.py`` appears on the page by itself; its words are looked up by its description key,
and a test names any key that has none.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.settings import Setting
from learnup_desktop.qt import i18n, messages
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    ComboBox,
    IconButton,
    Label,
    Row,
    SegmentedControl,
    Switch,
    TextField,
    follow_theme,
)

LARGE_STEP_FROM = 20
"""A range wider than this moves in tens."""

MOST_SEGMENTS = 4
_UNITS = {"_gb": 1000**3, "_mb": 1000**2, "_kb_s": 1000}

_WORDS = {
    "settings.group.look": QT_TRANSLATE_NOOP("Messages", "Look"),
    "settings.group.account": QT_TRANSLATE_NOOP("Messages", "Start"),
    "settings.group.camera": QT_TRANSLATE_NOOP("Messages", "Camera"),
    "settings.group.advanced": QT_TRANSLATE_NOOP("Messages", "Advanced"),
    "settings.server_address": QT_TRANSLATE_NOOP("Messages", "Server's address"),
    "settings.start_with_last_account": QT_TRANSLATE_NOOP("Messages", "Start with the last account"),
    "settings.start_with_last_account.help": QT_TRANSLATE_NOOP(
        "Messages", "Off on a shared computer: LearnUp then begins with signing in."
    ),
    "settings.language": QT_TRANSLATE_NOOP("Messages", "Language"),
    "settings.language.system": QT_TRANSLATE_NOOP("Messages", "As the computer"),
    "settings.language.en": "English",
    "settings.language.si": "සිංහල",
    "settings.language.ta": "தமிழ்",
    "settings.theme": QT_TRANSLATE_NOOP("Messages", "Colours"),
    "settings.theme.help": QT_TRANSLATE_NOOP("Messages", "“As the computer” follows light, dark and high contrast."),
    "settings.theme.system": QT_TRANSLATE_NOOP("Messages", "As the computer"),
    "settings.theme.light": QT_TRANSLATE_NOOP("Messages", "Light"),
    "settings.theme.dark": QT_TRANSLATE_NOOP("Messages", "Dark"),
    "settings.theme.contrast": QT_TRANSLATE_NOOP("Messages", "High contrast"),
    "settings.zoom_percent": QT_TRANSLATE_NOOP("Messages", "Size of text and controls"),
    "settings.reduce_motion": QT_TRANSLATE_NOOP("Messages", "Less motion"),
    "settings.reduce_motion.system": QT_TRANSLATE_NOOP("Messages", "As the computer"),
    "settings.reduce_motion.on": QT_TRANSLATE_NOOP("Messages", "On"),
    "settings.reduce_motion.off": QT_TRANSLATE_NOOP("Messages", "Off"),
    "settings.camera": QT_TRANSLATE_NOOP("Messages", "Camera for exams"),
    "settings.camera.help": QT_TRANSLATE_NOOP("Messages", "A video file and the simulated camera are for trying out."),
    "settings.camera.index": QT_TRANSLATE_NOOP("Messages", "Camera"),
    "settings.camera.path": QT_TRANSLATE_NOOP("Messages", "Video file"),
    "settings.camera.simulated": QT_TRANSLATE_NOOP("Messages", "Simulated"),
    "settings.camera_device": QT_TRANSLATE_NOOP("Messages", "Which one"),
    "settings.camera_device.help": QT_TRANSLATE_NOOP(
        "Messages", "The camera's number, 0 for the first, or the path of the video file."
    ),
    "settings.face_processor": QT_TRANSLATE_NOOP("Messages", "Faces are analysed by"),
    "settings.face_processor.help": QT_TRANSLATE_NOOP(
        "Messages", "A graphics card that fits spares the processor. Where there is none, the processor does it."
    ),
    "settings.face_processor.cpu": QT_TRANSLATE_NOOP("Messages", "Processor"),
    "settings.face_processor.auto": QT_TRANSLATE_NOOP("Messages", "Graphics card"),
    "settings.group.downloads": QT_TRANSLATE_NOOP("Messages", "Downloads"),
    "settings.download_quota_gb": QT_TRANSLATE_NOOP("Messages", "Space for study files"),
    "settings.download_quota_gb.help": QT_TRANSLATE_NOOP(
        "Messages", "When it is full, what you have not read for longest goes. What you keep or is still due stays."
    ),
    "settings.download_rate_kb_s": QT_TRANSLATE_NOOP("Messages", "Fastest download"),
    "settings.download_rate_kb_s.0": QT_TRANSLATE_NOOP("Messages", "As fast as it comes"),
    "settings.download_rate_kb_s.help": QT_TRANSLATE_NOOP("Messages", "Leaves room for others on the same line."),
    "settings.download_daily_mb": QT_TRANSLATE_NOOP("Messages", "Most a day"),
    "settings.download_daily_mb.0": QT_TRANSLATE_NOOP("Messages", "No limit"),
    "settings.download_daily_mb.help": QT_TRANSLATE_NOOP("Messages", "Downloads beyond it wait for the next day."),
    "settings.download_hours_only": QT_TRANSLATE_NOOP("Messages", "Only at certain hours"),
    "settings.download_hours_only.help": QT_TRANSLATE_NOOP(
        "Messages", "For data that is cheaper at night. What you open yourself comes at once."
    ),
    "settings.download_from": QT_TRANSLATE_NOOP("Messages", "From"),
    "settings.download_until": QT_TRANSLATE_NOOP("Messages", "Until"),
    "settings.network_metered": QT_TRANSLATE_NOOP("Messages", "This network counts data"),
    "settings.network_metered.help": QT_TRANSLATE_NOOP(
        "Messages", "“As the computer says” follows what the system knows of the network."
    ),
    "settings.network_metered.system": QT_TRANSLATE_NOOP("Messages", "As the computer says"),
    "settings.network_metered.yes": QT_TRANSLATE_NOOP("Messages", "Yes"),
    "settings.network_metered.no": QT_TRANSLATE_NOOP("Messages", "No"),
    "settings.download_metered": QT_TRANSLATE_NOOP("Messages", "On a network that counts data"),
    "settings.download_metered.ask": QT_TRANSLATE_NOOP("Messages", "Ask me"),
    "settings.download_metered.allow": QT_TRANSLATE_NOOP("Messages", "Download"),
    "settings.download_metered.never": QT_TRANSLATE_NOOP("Messages", "Wait"),
    "settings.group.study": QT_TRANSLATE_NOOP("Messages", "Study"),
    "settings.cards_per_day": QT_TRANSLATE_NOOP("Messages", "Flashcards a day"),
    "settings.cards_per_day.help": QT_TRANSLATE_NOOP(
        "Messages", "Cards beyond it wait for the next day. The same card again on one day does not count."
    ),
    "settings.group.reminders": QT_TRANSLATE_NOOP("Messages", "Reminders"),
    "settings.remind_minutes": QT_TRANSLATE_NOOP("Messages", "Minutes before a lesson or exam"),
    "settings.remind_minutes.0": QT_TRANSLATE_NOOP("Messages", "None"),
    "settings.remind_minutes.help": QT_TRANSLATE_NOOP("Messages", "Also with no network, while LearnUp is open."),
    "settings.remind_quiet": QT_TRANSLATE_NOOP("Messages", "Quiet hours"),
    "settings.remind_quiet.help": QT_TRANSLATE_NOOP(
        "Messages", "In them nothing is said; what is still to come is said when they end."
    ),
    "settings.quiet_from": QT_TRANSLATE_NOOP("Messages", "Quiet from"),
    "settings.quiet_until": QT_TRANSLATE_NOOP("Messages", "Quiet until"),
    "settings.group.updates": QT_TRANSLATE_NOOP("Messages", "Updates"),
    "settings.updates": QT_TRANSLATE_NOOP("Messages", "Keep LearnUp up to date"),
    "settings.updates.help": QT_TRANSLATE_NOOP(
        "Messages",
        "New versions come in the background and are used from the next start. Never during an exam or a lesson.",
    ),
    "settings.update_channel": QT_TRANSLATE_NOOP("Messages", "Versions"),
    "settings.update_channel.stable": QT_TRANSLATE_NOOP("Messages", "Finished"),
    "settings.update_channel.preview": QT_TRANSLATE_NOOP("Messages", "Also previews"),
    "settings.debug_watchdog": QT_TRANSLATE_NOOP("Messages", "Watch for stand-stills"),
    "settings.debug_watchdog.help": QT_TRANSLATE_NOOP(
        "Messages", "Writes into the log what kept the window from reacting."
    ),
}
messages.register({key: str(words) for key, words in _WORDS.items()})


def label_of(setting: Setting[Any]) -> str:
    """The setting's words."""
    return i18n.translate_key(setting.description_key)


def help_of(setting: Setting[Any]) -> str:
    """The longer text, empty when there is none."""
    key = f"{setting.description_key}.help"
    return i18n.translate_key(key) if i18n.has_key(key) else ""


def choice_text(setting: Setting[Any], choice: object) -> str:
    """The words of a choice; a number of bytes or minutes with its unit, and any other without words as it is."""
    key = f"{setting.description_key}.{choice}"
    if i18n.has_key(key):
        return i18n.translate_key(key)
    if isinstance(choice, int) and setting.key.endswith("_minutes"):
        return i18n.format_duration(60 * choice)
    for ending, unit in _UNITS.items():
        if isinstance(choice, int) and setting.key.endswith(ending):
            size = i18n.format_bytes(choice * unit)
            return (
                QCoreApplication.translate("Settings", "{size} a second").format(size=size) if "_s" in ending else size
            )
    return str(choice)


class Stepper(QWidget):
    """``− 100 % +``; the keyboard's way is the two buttons.

    Attributes:
        changed: the new number.
    """

    changed = Signal(int)

    def __init__(self, minimum: int, maximum: int, step: int, show: Callable[[int], str], label: str) -> None:
        super().__init__()
        self._minimum, self._maximum, self._step = minimum, maximum, step
        self._show_number = show
        self._value = minimum
        row = Row(self, gap=2)
        self.less = IconButton("minus", self.tr("{setting}: less").format(setting=label), boxed=True)
        self.more = IconButton("plus", self.tr("{setting}: more").format(setting=label), boxed=True)
        self.number = Label("", "body", bold=True)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.less.clicked.connect(lambda: self._move(-1))
        self.more.clicked.connect(lambda: self._move(1))
        row.add(self.less, self.number, self.more)
        follow_theme(self._retheme)

    def value(self) -> int:
        """The number."""
        return self._value

    def set_value(self, value: int) -> None:
        """Show a number without emitting."""
        self._value = value
        self.number.setText(self._show_number(value))
        self.less.setEnabled(value > self._minimum)
        self.more.setEnabled(value < self._maximum)

    def _move(self, direction: int) -> None:
        value = max(self._minimum, min(self._maximum, self._value + direction * self._step))
        if value != self._value:
            self.set_value(value)
            self.changed.emit(value)

    def _retheme(self) -> None:
        self.number.setMinimumWidth(theme().px(56))


def make_editor(setting: Setting[Any], value: Any, change: Callable[[Any], None]) -> QWidget:
    """The widget that edits a setting; ``change`` gets each new value."""
    label = label_of(setting)
    if setting.choices:
        return _choice_editor(setting, value, change)
    if setting.type is bool:
        switch = Switch(label)
        switch.setChecked(value)
        switch.toggled.connect(change)
        return switch
    if setting.type is int and setting.minimum is not None and setting.maximum is not None:
        step = 10 if setting.maximum - setting.minimum > LARGE_STEP_FROM else 1
        show = (lambda number: i18n.format_percent(number / 100)) if "percent" in setting.key else i18n.format_number
        stepper = Stepper(setting.minimum, setting.maximum, step, show, label)
        stepper.set_value(value)
        stepper.changed.connect(change)
        return stepper
    field = TextField("", str(value))
    field.edit.setAccessibleName(label)
    field.edit.editingFinished.connect(lambda: change(setting.type(field.text())))
    return field


def _choice_editor(setting: Setting[Any], value: Any, change: Callable[[Any], None]) -> QWidget:
    choices = [(str(choice), choice_text(setting, choice)) for choice in setting.choices]
    if len(choices) <= MOST_SEGMENTS:
        control = SegmentedControl(choices, str(value), label=label_of(setting))
        control.changed.connect(lambda chosen: change(setting.type(chosen)))
        return control
    combo = ComboBox()
    combo.setAccessibleName(label_of(setting))
    combo.set_choices(choices)
    combo.setCurrentIndex(max(0, combo.findData(str(value))))
    combo.activated.connect(lambda _: change(setting.type(combo.currentData())))
    return combo
