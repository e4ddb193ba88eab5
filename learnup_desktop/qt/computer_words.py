"""What a computer can and cannot guarantee in an exam, in words: for the student, the teacher and ``doctor`` alike.

The rows come from ``lockdown.capabilities``, over the wire too; so an unknown word of a newer client is shown as it is.
Importing this loads nothing of Qt, since ``doctor`` has to speak where Qt does not load.
"""

from dataclasses import dataclass

from learnup_desktop.qt.messages import QT_TRANSLATE_NOOP, catalogue, register

_NAMES = {
    "computer.full_screen": QT_TRANSLATE_NOOP("Messages", "The exam fills the screen"),
    "computer.on_top": QT_TRANSLATE_NOOP("Messages", "The exam stays in front"),
    "computer.focus": QT_TRANSLATE_NOOP("Messages", "Leaving the exam is noticed"),
    "computer.displays": QT_TRANSLATE_NOOP("Messages", "More displays are noticed"),
    "computer.clipboard": QT_TRANSLATE_NOOP("Messages", "Answers stay off the clipboard"),
    "computer.screenshot_key": QT_TRANSLATE_NOOP("Messages", "The screenshot key is noticed"),
    "computer.capture_exclusion": QT_TRANSLATE_NOOP("Messages", "The paper is hidden from recordings"),
    "computer.remote_session": QT_TRANSLATE_NOOP("Messages", "Use from afar is noticed"),
    "computer.virtual_machine": QT_TRANSLATE_NOOP("Messages", "A virtual machine is noticed"),
    "computer.listed_processes": QT_TRANSLATE_NOOP("Messages", "Programs on the list are noticed"),
}
_CERTAINTIES = {
    "computer.certainty.sure": QT_TRANSLATE_NOOP("Messages", "yes"),
    "computer.certainty.mostly": QT_TRANSLATE_NOOP("Messages", "mostly"),
    "computer.certainty.not_here": QT_TRANSLATE_NOOP("Messages", "no"),
}
_REASONS = {
    "computer.why.no_display": QT_TRANSLATE_NOOP("Messages", "there is no display here"),
    "computer.why.wayland": QT_TRANSLATE_NOOP("Messages", "Wayland does not let programs do this"),
    "computer.why.other_on_top": QT_TRANSLATE_NOOP("Messages", "another program may put itself in front"),
    "computer.why.splitters_unseen": QT_TRANSLATE_NOOP("Messages", "a splitter on the cable is not seen"),
    "computer.why.taken_by_system": QT_TRANSLATE_NOOP("Messages", "its keys are taken by the system"),
    "computer.why.some_taken_by_system": QT_TRANSLATE_NOOP("Messages", "some of its keys are taken by the system"),
    "computer.why.other_tools": QT_TRANSLATE_NOOP("Messages", "other tools take pictures without that key"),
    "computer.why.phones_unseen": QT_TRANSLATE_NOOP("Messages", "a phone still sees the screen"),
    "computer.why.newer_captures": QT_TRANSLATE_NOOP("Messages", "newer recording programs still see it"),
    "computer.why.not_offered": QT_TRANSLATE_NOOP("Messages", "this system does not offer it"),
    "computer.why.remote_tools_unseen": QT_TRANSLATE_NOOP("Messages", "remote-control programs only by the list"),
    "computer.why.can_be_hidden": QT_TRANSLATE_NOOP("Messages", "a virtual machine can hide what it is"),
    "computer.why.can_be_renamed": QT_TRANSLATE_NOOP("Messages", "a program can be renamed"),
}

register(_NAMES | _CERTAINTIES | _REASONS)


@dataclass(frozen=True, slots=True)
class CapabilityWords:
    """One row: what it is about, whether it can be relied on, and why not (empty when it can)."""

    about: str
    certainty: str
    why: str


def english(key: str) -> str:
    """The sentence of a key without Qt; empty for none."""
    return catalogue().get(key, "")


def translated(key: str) -> str:
    """The sentence of a key in the user's language; empty for none."""
    from learnup_desktop.qt.i18n import has_key, translate_key

    return translate_key(key) if has_key(key) else ""


def capability_words(name: str, certainty: str, why: str, *, without_qt: bool = False) -> CapabilityWords:
    """The words of a row.

    Args:
        name, certainty, why: as in ``contract.integrity.ComputerCapability``.
        without_qt: in English, where there is no application to translate.
    """
    say = english if without_qt else translated
    return CapabilityWords(
        say(f"computer.{name}") or name,
        say(f"computer.certainty.{certainty}") or certainty,
        (say(f"computer.why.{why}") or why) if why else "",
    )
