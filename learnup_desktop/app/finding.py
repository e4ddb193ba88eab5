"""What Ctrl+K finds besides pages: classes, material by its title and by its words, and for who teaches students."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from learnup_desktop.contract.classes import ClassRoll, Material, SchoolClass
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.search_text import comparable
from learnup_desktop.qt import i18n
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.shell.palette import PaletteItem, match_score

if TYPE_CHECKING:
    from learnup_desktop.contract.wire import LocalizedText
    from learnup_desktop.store.cache import Cache
    from learnup_desktop.store.search_index import Found
    from learnup_desktop.sync.study_index import StudyIndex


async def find(words: str, cache: "Cache", study: "StudyIndex | None", context: PageContext) -> Sequence[PaletteItem]:
    """Everything that fits ``words``.

    Raises:
        StorageError: the cache cannot be read.
    """
    classes = {item.id: item for item in await cache.all(Stream.CLASSES, SchoolClass)}
    items = [_class_item(item, context) for item in classes.values()]
    for roll in await cache.all(Stream.ROLLS, ClassRoll):
        items += _student_items(roll, classes.get(roll.class_id), context)
    items += [_material_item(item, context) for item in await cache.materials_titled(comparable(words).split())]
    found = [item for item in items if match_score(words, item) is not None]
    if study is not None:
        places = await study.find(words)
        named = await cache.some(Stream.MATERIALS, [material_id for _, material_id in places], Material)
        titles = {material.id: material.title.text(i18n.language()) for material in named}
        for place, material_id in places:
            group = titles.get(material_id, "")
            read = partial(
                context.navigate, "reader", material_id=material_id, page=place.page, find=words_to_mark(words, place)
            )
            found.append(PaletteItem(place.line, read, group, "text-search"))
    return found


def words_to_mark(words: str, place: "Found") -> str:
    """What the reader is to look for, whose search knows only whole phrases: the words where they stand together, else
    the first of them that is on the page.
    """
    together = " ".join(words.split())
    return together if comparable(together) in comparable(place.line) else place.line[place.start : place.end]


def _class_item(item: SchoolClass, context: PageContext) -> PaletteItem:
    names = f"{_all_of(item.name)} {item.subject.en or ''} {item.teacher_name}"
    open_class = partial(context.navigate, "classes", class_id=item.id)
    group = QCoreApplication.translate("Palette", "Class")
    return PaletteItem(item.name.text(i18n.language()), open_class, group, "google-classroom", names)


def _student_items(roll: ClassRoll, school_class: SchoolClass | None, context: PageContext) -> list[PaletteItem]:
    if school_class is not None:
        group = school_class.name.text(i18n.language())
    else:
        group = QCoreApplication.translate("Palette", "Student")
    open_class = partial(context.navigate, "classes", class_id=roll.class_id)
    return [
        PaletteItem(student.name, open_class, group, "account-outline", student.index_number)
        for student in roll.students
    ]


def _material_item(material: Material, context: PageContext) -> PaletteItem:
    title = material.title.text(i18n.language())
    # In the comparable form too: what the cache has found so is not to be dropped again for a joiner.
    names = f"{_all_of(material.title)} {comparable(_all_of(material.title))}"
    show = partial(context.navigate, "library", find=title)
    return PaletteItem(title, show, QCoreApplication.translate("Palette", "Material"), "bookshelf", names)


def _all_of(text: "LocalizedText") -> str:
    return " ".join(filter(None, (text.en, text.si, text.ta)))
