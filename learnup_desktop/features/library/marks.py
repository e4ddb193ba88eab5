"""What somebody has written on one document: where it is now, writing more of it, and all of it as Markdown."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from learnup_desktop.base.files import write_atomically
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.study import Anchor, Annotation, AnnotationKind, Colour, Version
from learnup_desktop.domain.anchors import Place, locate, stands
from learnup_desktop.domain.annotations import Content, content, delete, edit

if TYPE_CHECKING:
    from learnup_desktop.store.annotations import AnnotationStore

PageText = Callable[[int], str]
AllPages = Callable[[], Coroutine[Any, Any, Sequence[str]]]
Restore = Callable[[], Coroutine[Any, Any, Annotation]]


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotation as the reader shows it.

    Attributes:
        said: what it says now.
        place: where its words are in the document that is open; None for one that has none, or whose words are gone.
        lost: its words are not in this version of the document any more.
    """

    annotation: Annotation
    said: Content
    place: Place | None
    lost: bool = False

    @property
    def kind(self) -> AnnotationKind:
        """What it is."""
        return self.annotation.kind

    @property
    def page(self) -> int | None:
        """The page it is on, from 0; None for a document without pages."""
        return self.place.page if self.place is not None else self.annotation.anchor.page

    @property
    def milliseconds(self) -> int | None:
        """The place in a recording."""
        return self.annotation.anchor.milliseconds


@dataclass(frozen=True, slots=True)
class Words:
    """What a person's language decides of the export; ``page`` takes ``{number}``, ``at`` takes ``{time}``."""

    heading: str
    page: str
    at: str
    lost: str
    bookmark: str
    card: str
    clock: Callable[[int], str]
    number: Callable[[int], str]


class MarksService:
    """Annotations of the documents that are read.

    Args:
        store: of the account.
        now: server time, aware.
    """

    def __init__(self, store: "AnnotationStore", now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    async def of_document(self, material_id: str, page_text: PageText, all_pages: AllPages) -> list[Mark]:
        """Everything on a document, in its order; what has lost its place comes last.

        Args:
            page_text: the plain text of one page, empty where there is none.
            all_pages: the same of all pages; asked for only when words are not where they were.

        Raises:
            StorageError: the disk cannot be read.
        """
        annotations = await self._store.of_material(material_id)
        places = {item.id: _place_as_kept(item.anchor, page_text) for item in annotations}
        astray = [item for item in annotations if item.anchor.exact and places[item.id] is None]
        if astray:
            pages = await all_pages()
            # Looking for words all over a long document takes its time.
            places |= await asyncio.to_thread(lambda: {item.id: locate(item.anchor, pages) for item in astray})
        found = ((item, content(item), places[item.id]) for item in annotations)
        marks = [
            Mark(item, said, place, lost=bool(item.anchor.exact) and place is None)
            for item, said, place in found
            if said is not None
        ]
        return sorted(marks, key=_order)

    def subscribe(self, listener: Callable[[str], None]) -> Callable[[], None]:
        """Call ``listener(material_id)`` after each own write. Returns how to stop."""
        return self._store.subscribe(listener)

    async def add(
        self,
        material_id: str,
        kind: AnnotationKind,
        anchor: Anchor,
        *,
        text: str = "",
        front: str = "",
        colour: Colour = Colour.YELLOW,
        source_id: str = "",
    ) -> Annotation:
        """Write something new; it is on the disk when this returns.

        Raises:
            StorageError: not stored.
        """
        fresh = Annotation(
            id=uuid7(),
            material_id=material_id,
            kind=kind,
            created_at=self._now(),
            anchor=anchor,
            source_id=source_id,
        )
        return await self._store.put(edit(fresh, self._version(text, front, colour)))

    async def change(self, annotation: Annotation, *, text: str, front: str, colour: Colour) -> Annotation:
        """Say something else; also what stood side by side is then one.

        Raises:
            StorageError: not stored.
        """
        return await self._store.put(edit(annotation, self._version(text, front, colour)))

    async def remove(self, annotation: Annotation) -> Restore:
        """Delete it.

        Returns:
            What takes that back, to be awaited.

        Raises:
            StorageError: not stored.
        """
        said = content(annotation)
        gone = await self._store.put(delete(annotation))

        async def restore() -> Annotation:
            if said is None:
                return gone
            return await self.change(gone, text=said.text, front=said.front, colour=said.colour)

        return restore

    async def export(self, target: Path, title: str, marks: Sequence[Mark], words: Words) -> None:
        """All of a document's notes into a Markdown file.

        Raises:
            StorageError: the file cannot be written.
        """
        text = as_markdown(title, marks, words)
        await asyncio.to_thread(write_atomically, target, text.encode())

    def _version(self, text: str, front: str, colour: Colour) -> Version:
        return Version(id=uuid7(), at=self._now(), text=text, front=front, colour=colour)


def as_markdown(title: str, marks: Sequence[Mark], words: Words) -> str:
    """A document's notes: quotes as quotes, notes below them, cards as question and answer."""
    lines = [f"# {words.heading.format(title=title)}", ""]
    for mark in marks:
        where = _where(mark, words)
        name = {AnnotationKind.BOOKMARK: words.bookmark, AnnotationKind.CARD: words.card}.get(mark.kind, "")
        head = " · ".join(part for part in (where, name) if part)
        if head:
            lines += [f"**{head}**", ""]
        if mark.annotation.anchor.exact:
            lines += [*(f"> {line}" for line in mark.annotation.anchor.exact.splitlines() if line.strip()), ""]
        lines += [part for text in (*mark.said.fronts, *mark.said.texts) for part in (text, "")]
    return "\n".join(lines).rstrip() + "\n"


def _where(mark: Mark, words: Words) -> str:
    if mark.milliseconds is not None:
        return words.at.format(time=words.clock(mark.milliseconds))
    if mark.lost:
        return words.lost
    return words.page.format(number=words.number(mark.page + 1)) if mark.page is not None else ""


def _place_as_kept(anchor: Anchor, page_text: PageText) -> Place | None:
    page = anchor.page or 0
    if anchor.start is None or anchor.end is None or not stands(anchor, page_text(page)):
        return None
    return Place(page, anchor.start, anchor.end)


def _order(mark: Mark) -> tuple[bool, int, int, datetime, str]:
    start = mark.place.start if mark.place is not None else 0
    return (mark.lost, mark.page or 0, mark.milliseconds or start, mark.annotation.created_at, mark.annotation.id)
