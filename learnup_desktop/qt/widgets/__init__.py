"""Every widget that pages are made of.

They paint themselves from the theme's tokens; see ``tests/gallery_widgets.py``. What neither the frame nor Today is
made of is loaded when it is first asked for: it would be time before the first window.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from learnup_desktop.qt.widgets._paint import (
    Tone,
    focus_ring,
    follow_theme,
    mixed,
    round_box,
    show_if,
    shows_focus,
    tone_color,
    tone_colors,
)
from learnup_desktop.qt.widgets.buttons import (
    BaseButton,
    CriticalButton,
    IconButton,
    OnAccentButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from learnup_desktop.qt.widgets.cards import Banner, Card
from learnup_desktop.qt.widgets.flow import FlowGrid, FlowGridLayout, FlowRow, TurningPair
from learnup_desktop.qt.widgets.keyed import KeyedColumn, KeyedRow
from learnup_desktop.qt.widgets.layout import (
    Column,
    PageFrame,
    Row,
    ScrollColumn,
    SideBySide,
    clear_layout,
    replace_rows,
)
from learnup_desktop.qt.widgets.navigation import NavigationItem, NavigationList
from learnup_desktop.qt.widgets.part_by_part import PartByPart
from learnup_desktop.qt.widgets.pills import (
    Avatar,
    Dot,
    IconLabel,
    Pill,
    PillButton,
    StatePill,
    SubjectBar,
    initials_of,
    paint_avatar,
    paint_pill,
    pill_size,
)
from learnup_desktop.qt.widgets.rows import CheckRow, Divider, KeyValueRow, ListRow, TwoLines
from learnup_desktop.qt.widgets.search_box import SearchBox
from learnup_desktop.qt.widgets.states import EmptyState, ErrorState, OfflineBanner, Skeleton, StateStack
from learnup_desktop.qt.widgets.text import ElidedLabel, KeyChip, Label, WrapLabel
from learnup_desktop.qt.widgets.toast import Toast, ToastHost

if TYPE_CHECKING:
    from learnup_desktop.qt.widgets.fields import (
        ComboBox,
        ComboField,
        PasswordField,
        SearchEdit,
        TextField,
    )
    from learnup_desktop.qt.widgets.progress import CountdownLabel, ProgressBar
    from learnup_desktop.qt.widgets.toggles import CheckBox, SegmentedControl, Switch

_LATER = {
    "fields": ("ComboBox", "ComboField", "PasswordField", "SearchEdit", "TextField"),
    "progress": ("CountdownLabel", "ProgressBar"),
    "toggles": ("CheckBox", "SegmentedControl", "Switch"),
}


def __getattr__(name: str) -> object:
    module = next((module for module, names in _LATER.items() if name in names), None)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return found


__all__ = [
    "Avatar",
    "Banner",
    "BaseButton",
    "Card",
    "CheckBox",
    "CheckRow",
    "Column",
    "ComboBox",
    "ComboField",
    "CountdownLabel",
    "CriticalButton",
    "Divider",
    "Dot",
    "ElidedLabel",
    "EmptyState",
    "ErrorState",
    "FlowGrid",
    "FlowGridLayout",
    "FlowRow",
    "IconButton",
    "IconLabel",
    "KeyChip",
    "KeyValueRow",
    "KeyedColumn",
    "KeyedRow",
    "Label",
    "ListRow",
    "NavigationItem",
    "NavigationList",
    "OfflineBanner",
    "OnAccentButton",
    "PageFrame",
    "PartByPart",
    "PasswordField",
    "Pill",
    "PillButton",
    "PrimaryButton",
    "ProgressBar",
    "QuietButton",
    "Row",
    "ScrollColumn",
    "SearchBox",
    "SearchEdit",
    "SecondaryButton",
    "SegmentedControl",
    "SideBySide",
    "Skeleton",
    "StatePill",
    "StateStack",
    "SubjectBar",
    "Switch",
    "TextField",
    "Toast",
    "ToastHost",
    "Tone",
    "TurningPair",
    "TwoLines",
    "WrapLabel",
    "clear_layout",
    "focus_ring",
    "follow_theme",
    "initials_of",
    "mixed",
    "paint_avatar",
    "paint_pill",
    "pill_size",
    "replace_rows",
    "round_box",
    "show_if",
    "shows_focus",
    "tone_color",
    "tone_colors",
]
