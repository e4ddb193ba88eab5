"""Languages: translators, keys to sentences, and dates, times and numbers as people here write them.

English is the source. Switching installs another translator; Qt then sends ``LanguageChange`` to every widget, and
pages set their texts again in ``retranslate()``. Times are shown in the computer's zone unless the school's was set.
"""

import logging
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from learnup_desktop.base.errors import LearnUpError, PlatformError
from learnup_desktop.base.paths import translations_dir
from learnup_desktop.qt import messages
from learnup_desktop.qt.painting import painting

log = logging.getLogger(__name__)

LANGUAGES: dict[str, str] = {"en": "English", "si": "සිංහල", "ta": "தமிழ்"}
_LOCALES = {"en": "en_GB", "si": "si_LK", "ta": "ta_LK"}
# Qt's Sinhala months are those of the moon calendar (Duruthu, Nawam, …); schools here count January, February, …
_SINHALA_MONTHS = (
    ("ජන", "ජනවාරි"),
    ("පෙබ", "පෙබරවාරි"),
    ("මාර්", "මාර්තු"),
    ("අප්‍රේ", "අප්‍රේල්"),
    ("මැයි", "මැයි"),
    ("ජූනි", "ජූනි"),
    ("ජූලි", "ජූලි"),
    ("අගෝ", "අගෝස්තු"),
    ("සැප්", "සැප්තැම්බර්"),
    ("ඔක්", "ඔක්තෝබර්"),
    ("නොවැ", "නොවැම්බර්"),
    ("දෙසැ", "දෙසැම්බර්"),
)


_TURNS_TO_SPEAK = 2


@dataclass(frozen=True, slots=True)
class Said:
    """An error in words."""

    title: str
    advice: str


class _Language:
    """The language now: one for the process, as Qt's translators are."""

    def __init__(self) -> None:
        self.code = "en"
        self.locale = QLocale("en_GB")
        self.translator: QTranslator | None = None
        self.zone: tzinfo | None = None


_now = _Language()


def language() -> str:
    """``en``, ``si`` or ``ta``."""
    return _now.code


def locale() -> QLocale:
    """The locale that numbers and dates are written in."""
    return _now.locale


def system_language() -> str:
    """The computer's language, if we speak it, else English."""
    code = QLocale.system().name().split("_")[0]
    return code if code in LANGUAGES else "en"


def set_language(code: str) -> bool:
    """Switch live.

    Returns:
        Whether a translation was found; English, the source, always is. Without one the texts stay English, but dates
        and numbers follow.

    Raises:
        ValueError: a language that we do not speak.
    """
    if code not in LANGUAGES:
        raise ValueError(code)
    if code == _now.code and (code == "en" or _now.translator is not None):
        return True
    # Every text of the window changes: the parts are painted once the page has set its own in the next turn.
    if isinstance(QCoreApplication.instance(), QApplication):
        painting().hold_for_turns("language", _TURNS_TO_SPEAK)
    _now.code = code
    _now.locale = QLocale(_LOCALES[code])
    QLocale.setDefault(_now.locale)
    # Qt sends LanguageChange for removing and for installing, so the new one goes in first, and locale before both.
    before = _now.translator
    _now.translator = None
    found = code == "en"
    if code != "en":
        translator = QTranslator(QCoreApplication.instance())
        if translator.load(f"learnup_{code}", str(translations_dir())):
            _now.translator = translator
            QCoreApplication.installTranslator(translator)
            found = True
        else:
            log.warning("no translation for %s", code)
    if before is not None:
        QCoreApplication.removeTranslator(before)
        before.deleteLater()
    elif _now.translator is None:
        # No translator came or went, so Qt does not know; dates and numbers are written differently all the same.
        for widget in QApplication.topLevelWidgets():
            QCoreApplication.postEvent(widget, QEvent(QEvent.Type.LanguageChange))
    return found


def set_time_zone(zone: tzinfo | None) -> None:
    """The zone in which times are shown; None for the computer's own."""
    _now.zone = zone


# -- keys -------------------------------------------------------------------------------------------------------------


def translate_key(message_key: str, **arguments: object) -> str:
    """The sentence of a message key in the user's language.

    Datetimes among the arguments are written as a moment, numbers as the locale writes them. An unknown key is our
    mistake: it is logged and the person gets the general sentence, never the key.
    """
    english = messages.catalogue().get(message_key)
    if english is None:
        log.error("unknown message key %s", message_key)
        english = messages.catalogue()["error.unexpected"]
    sentence = QCoreApplication.translate(messages.CONTEXT, english)
    return sentence.format_map(_Arguments({name: _written(value) for name, value in arguments.items()}))


def has_key(message_key: str) -> bool:
    """Whether the key has a sentence."""
    return message_key in messages.catalogue()


def translate_error(error: LearnUpError) -> Said:
    """What happened and what to do, in the user's language; of a refusal by its code, where that has words."""
    key = error.key
    if isinstance(error, PlatformError) and has_key(error.platform_code):
        key = error.platform_code
    advice_key = f"{key}.advice"
    advice = translate_key(advice_key, **error.arguments) if has_key(advice_key) else ""
    return Said(translate_key(key, **error.arguments), advice)


class _Arguments(dict[str, str]):
    def __missing__(self, key: str) -> str:
        log.error("message argument %s was not given", key)
        return "…"


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return format_moment(value)
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return _now.locale.toString(value)
    if isinstance(value, float):
        return format_number(value)
    return str(value)


# -- dates, times, numbers --------------------------------------------------------------------------------------------


def local(moment: datetime) -> datetime:
    """An aware time in the zone that is shown.

    Raises:
        ValueError: a naive time: nobody can know when that is.
    """
    if moment.tzinfo is None:
        raise ValueError("naive datetime")
    return moment.astimezone(_now.zone)


def format_time(moment: datetime) -> str:
    """``14:05``; 24 hours in all three languages, as school timetables here are."""
    return local(moment).strftime("%H:%M")


def format_time_range(start: datetime, end: datetime) -> str:
    """``14:00 – 15:30``."""
    return f"{format_time(start)} – {format_time(end)}"


def format_date(day: date | datetime, *, weekday: bool = False, year: bool | None = None) -> str:
    """``12 Oct``, ``Mon 12 Oct``, ``12 Oct 2025``; the year is shown when it is not this one, unless told.

    Sinhala goes from the larger to the smaller: ``2025 ඔක් 12``.
    """
    plain = local(day).date() if isinstance(day, datetime) else day
    with_year = plain.year != local(datetime.now(UTC)).year if year is None else year
    if _now.code == "si":
        pattern = ("yyyy " if with_year else "") + "MMM d"
    else:
        pattern = "d MMM" + (" yyyy" if with_year else "")
    return _written_date(plain, ("ddd " if weekday else "") + pattern)


def format_month(day: date) -> str:
    """``November 2026``."""
    return _written_date(day, "MMMM yyyy")


def format_weekday(day: date, *, short: bool = False) -> str:
    """``Monday`` or ``Mon``."""
    return _written_date(day, "ddd" if short else "dddd")


def _written_date(day: date, pattern: str) -> str:
    if _now.code == "si":
        short, long = _SINHALA_MONTHS[day.month - 1]
        pattern = pattern.replace("MMMM", f"'{long}'").replace("MMM", f"'{short}'")
    return _now.locale.toString(QDate(day.year, day.month, day.day), pattern)


def format_moment(moment: datetime, now: datetime | None = None) -> str:
    """``14:05`` today, ``Tomorrow 09:00``, ``Yesterday 18:30``, else ``12 Oct 09:00``."""
    there = local(moment)
    days = (there.date() - local(now or datetime.now(UTC)).date()).days
    time = format_time(moment)
    if days == 0:
        return time
    translate = QCoreApplication.translate
    if days == 1:
        return translate("Time", "Tomorrow {time}").format(time=time)
    if days == -1:
        return translate("Time", "Yesterday {time}").format(time=time)
    return f"{format_date(moment)} {time}"


def format_duration(length: timedelta | float) -> str:
    """``6 s``, ``12 min``, ``1 h 30 min``, ``3 days``; seconds when a number is given."""
    seconds = length.total_seconds() if isinstance(length, timedelta) else length
    seconds = max(0, round(seconds))
    translate = QCoreApplication.translate
    if seconds < 60:
        return translate("Time", "{n} s").format(n=seconds)
    minutes = round(seconds / 60)
    if minutes < 60:
        return translate("Time", "{n} min").format(n=minutes)
    hours, rest = divmod(minutes, 60)
    if hours < 48:
        if rest:
            return translate("Time", "{hours} h {minutes} min").format(hours=hours, minutes=rest)
        return translate("Time", "{n} h").format(n=hours)
    return translate("Time", "{n} days").format(n=round(hours / 24))


def format_ago(moment: datetime, now: datetime | None = None) -> str:
    """``20 min ago``, ``in 12 minutes``-like: ``just now`` below 5 s; the future as ``in 12 min``."""
    delta = ((now or datetime.now(UTC)) - moment).total_seconds()
    translate = QCoreApplication.translate
    if abs(delta) < 5:
        return translate("Time", "just now")
    pattern = translate("Time", "{length} ago") if delta > 0 else translate("Time", "in {length}")
    return pattern.format(length=format_duration(abs(delta)))


def format_countdown(seconds: float) -> str:
    """``0:42:18``; rounded up, so that it shows 0 only when nothing is left."""
    whole = max(0, int(-(-seconds // 1)))
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}"


def format_number(value: float, decimals: int | None = None) -> str:
    """A number as the locale writes it; at most two decimals unless told."""
    if decimals is not None:
        return _now.locale.toString(float(value), "f", decimals)
    if float(value).is_integer():
        return _now.locale.toString(int(value))
    return _now.locale.toString(round(value, 2), "g", 12)


def format_percent(share: float) -> str:
    """``71 %`` of a share from 0 to 1."""
    return f"{_now.locale.toString(round(share * 100))} %"


def format_bytes(size: int) -> str:
    """``38 MB``; powers of 1,000, as disks are sold.

    In English units, which everybody here reads; Qt's Sinhala ones carry an unfilled ``{0}``.
    """
    return QLocale("en_GB").formattedDataSize(
        size, 0 if size < 10_000_000_000 else 1, QLocale.DataSizeFormat.DataSizeSIFormat
    )


def format_medium(medium: str) -> str:
    """``Sinhala`` of ``si`` or ``Sinhala``: the language somebody is taught in; others as the school wrote them."""
    translate = QCoreApplication.translate
    names = {
        "en": translate("Medium", "English"),
        "si": translate("Medium", "Sinhala"),
        "ta": translate("Medium", "Tamil"),
    }
    codes = {"english": "en", "sinhala": "si", "tamil": "ta"}
    return names.get(codes.get(medium.lower(), medium), medium)


def greeting(name: str, now: datetime | None = None) -> str:
    """``Good morning, Nimali``: morning until 12, afternoon until 17, evening from then."""
    hour = local(now or datetime.now(UTC)).hour
    translate = QCoreApplication.translate
    if 4 <= hour < 12:
        pattern = translate("Greeting", "Good morning, {name}")
    elif 12 <= hour < 17:
        pattern = translate("Greeting", "Good afternoon, {name}")
    else:
        pattern = translate("Greeting", "Good evening, {name}")
    return pattern.format(name=name)
