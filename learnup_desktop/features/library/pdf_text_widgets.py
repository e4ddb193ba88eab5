"""The text of a PDF's pages by letters and lines, and a cursor that walks through it by the keys every editor has.

QtPdf knows where each character lies and nothing of cursors. Positions are counted in UTF-16 as QtPdf does;
a step goes over a whole letter as people see it: a Sinhala or Tamil vowel sign is no letter of its own.
"""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QRectF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QPolygonF
from PySide6.QtPdf import QPdfDocument

_KEYS = {
    Qt.Key.Key_Left: "back",
    Qt.Key.Key_Right: "forward",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_End: "end",
}
WALKING_KEYS = frozenset(_KEYS)
"""What moves the cursor; with Shift it selects, with Control it goes by words and to the document's ends."""

FURTHEST_PAGES = 5
"""Pages without text that the cursor steps over; each has to be read while somebody waits."""


@dataclass(frozen=True, order=True, slots=True)
class Spot:
    """A position in the document: page from 0, and the character before which it is."""

    page: int
    index: int


@dataclass(frozen=True, slots=True)
class PagePoint:
    """A place in the document: page from 0, and points (1/72 inch) from its upper left corner."""

    page: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """A selected stretch of one page's text.

    Attributes:
        first, last: as QtPdf counts characters; ``last`` is behind it.
        polygons: where it is, in points.
    """

    page: int
    first: int
    last: int
    polygons: list[QPolygonF]
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its characters ``[first, last)``, and where it lies, in points."""

    first: int
    last: int
    box: QRectF


class PageText:
    """Where each character of a page is. QtPdf finds a character only exactly below a point; people aim beside it."""

    def __init__(self, document: QPdfDocument, page: int) -> None:
        self._document, self._page = document, page
        self.text = document.getAllText(page).text()
        self.count = len(self.text.encode("utf-16-le", "surrogatepass")) // 2

    @cached_property
    def _boxes(self) -> dict[int, QRectF]:
        # Each letter is asked for: only of pages that somebody points at or walks over.
        select = self._document.getSelectionAtIndex
        found = ((index, select(self._page, index, 1).boundingRectangle()) for index in range(self.count))
        return {index: box for index, box in found if not box.isEmpty()}

    def boundary(self, x: float, y: float) -> int:
        """The index before which a cursor at that point would stand: in the nearest line, beside the nearest letter."""
        if not self._boxes:
            return 0

        def distance(entry: tuple[int, QRectF]) -> tuple[float, float]:
            box = entry[1]
            return max(box.top() - y, y - box.bottom(), 0.0), abs(box.center().x() - x)

        index, box = min(self._boxes.items(), key=distance)
        return self._edge(index + (x > box.center().x()))

    def cursor(self, index: int) -> QRectF | None:
        """Where a cursor before that character stands, a line without width; None on a page without text."""
        here = self._boxes.get(index)
        if here is not None:
            return QRectF(here.left(), here.top(), 0.0, here.height())
        before = max((known for known in self._boxes if known < index), default=None)
        if before is not None:
            box = self._boxes[before]
            return QRectF(box.right(), box.top(), 0.0, box.height())
        first = min(self._boxes, default=None)
        return None if first is None else self.cursor(first)

    def line_at(self, index: int) -> int | None:
        """The number of the line a cursor stands in: behind its last letter it still does."""
        found = [number for number, line in enumerate(self.lines) if line.first <= index]
        return found[-1] if found else (0 if self.lines else None)

    def beside(self, line: int, x: float) -> int:
        """The index in a line that is nearest to ``x``, in points."""
        chosen = self.lines[line]
        return min(
            (index for index in range(chosen.first, chosen.last + 1) if index == self._edge(index)),
            key=lambda index: abs(self._x(index, chosen) - x),
            default=chosen.first,
        )

    def step(self, index: int, *, forward: bool, word: bool) -> int | None:
        """One letter, or to the next or last beginning of a word; None beyond the page's end."""
        kind = QTextBoundaryFinder.BoundaryType.Word if word else QTextBoundaryFinder.BoundaryType.Grapheme
        finder = QTextBoundaryFinder(kind, self.text)
        finder.setPosition(index)
        while True:
            found = finder.toNextBoundary() if forward else finder.toPreviousBoundary()
            if found < 0:
                return None
            begins = bool(finder.boundaryReasons() & QTextBoundaryFinder.BoundaryReason.StartOfItem)
            if not word or begins or found in (0, self.count):
                return found

    def _edge(self, index: int) -> int:
        """The same, or behind the letter it would cut through."""
        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, self.text)
        finder.setPosition(index)
        return index if finder.isAtBoundary() else finder.toNextBoundary()

    def _x(self, index: int, line: Line) -> float:
        place = self.cursor(index)
        return line.box.right() if place is None or index == line.last else place.left()

    @cached_property
    def lines(self) -> list[Line]:
        """The lines, in the order of the text."""
        lines: list[Line] = []
        for index, box in sorted(self._boxes.items()):
            held = lines[-1] if lines else None
            # A mark above a letter is a part of its line; what lies wholly below or above is another one.
            if held is not None and box.top() < held.box.bottom() and box.bottom() > held.box.top():
                lines[-1] = Line(held.first, index + 1, held.box.united(box))
            else:
                lines.append(Line(index, index + 1, QRectF(box)))
        return lines


class PdfCursor:
    """A cursor over the pages, and where its selection began.

    Args:
        document: of which texts are asked.

    Attributes:
        anchor, spot: the selection lies between them; None before it stood anywhere.
    """

    def __init__(self, document: QPdfDocument) -> None:
        self._document = document
        self._texts: dict[int, PageText] = {}
        self._goal: float | None = None
        self.anchor: Spot | None = None
        self.spot: Spot | None = None

    def text(self, page: int) -> PageText:
        """The text of a page, read once."""
        if page not in self._texts:
            self._texts[page] = PageText(self._document, page)
        return self._texts[page]

    def put(self, spot: Spot, *, keep_anchor: bool = False) -> None:
        """Stand somewhere; ``keep_anchor`` selects from where it stood."""
        if not keep_anchor or self.anchor is None:
            self.anchor = spot
        self.spot, self._goal = spot, None

    def place(self) -> QRectF | None:
        """Where it stands on its page, in points."""
        return None if self.spot is None else self.text(self.spot.page).cursor(self.spot.index)

    def begin(self, page: int, share: float) -> Spot | None:
        """The first letter from a height of a page on (0 to 1), or of the next page: what is seen at once."""
        for number in range(page, min(page + 2, self._document.pageCount())):
            top = share * self._document.pagePointSize(number).height() if number == page else 0.0
            for line in self.text(number).lines:
                if line.box.top() >= top:
                    return Spot(number, line.first)
        return None

    def move(self, key: int, modifiers: Qt.KeyboardModifier) -> bool:
        """Walk as the keys of an editor do; False for a key that does not walk."""
        way = _KEYS.get(Qt.Key(key))
        if way is None or self.spot is None:
            return False
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        keep = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if way in ("up", "down"):
            self._line(forward=way == "down", keep=keep)
        elif way in ("home", "end"):
            forward = way == "end"
            self.put(self._far_end(forward, keep) if control else self._end(forward=forward), keep_anchor=keep)
        else:
            self.put(self._letter(self.spot, forward=way == "forward", word=control), keep_anchor=keep)
        return True

    def _letter(self, spot: Spot, *, forward: bool, word: bool) -> Spot:
        index = self.text(spot.page).step(spot.index, forward=forward, word=word)
        if index is not None:
            return Spot(spot.page, index)
        page = self._beyond(spot.page, forward=forward)
        return spot if page is None else Spot(page, 0 if forward else self.text(page).count)

    def _far_end(self, forward: bool, keep: bool) -> Spot:
        """The document's end; selecting goes to the page's: a book of 500 pages is not selected while one waits."""
        assert self.spot is not None
        last = self._document.pageCount() - 1 if forward else 0
        page = self.spot.page if keep else last
        return Spot(page, self.text(page).count if forward else 0)

    def _end(self, *, forward: bool) -> Spot:
        """The end of the line."""
        assert self.spot is not None
        page = self.spot.page
        number = self.text(page).line_at(self.spot.index)
        if number is None:
            return self.spot
        line = self.text(page).lines[number]
        return Spot(page, line.last if forward else line.first)

    def _line(self, *, forward: bool, keep: bool) -> None:
        """The line below or above, as near to the column in which the walk began as it goes."""
        assert self.spot is not None
        spot, text = self.spot, self.text(self.spot.page)
        place, number = text.cursor(spot.index), text.line_at(spot.index)
        goal = self._goal if self._goal is not None else place.left() if place is not None else 0.0
        page, wanted = spot.page, -1 if number is None else number + (1 if forward else -1)
        if not 0 <= wanted < len(text.lines):
            beyond = self._beyond(page, forward=forward)
            if beyond is None:
                self.put(self._end(forward=forward), keep_anchor=keep)
                return
            page, wanted = beyond, 0 if forward else len(self.text(beyond).lines) - 1
        self.put(Spot(page, self.text(page).beside(wanted, goal)), keep_anchor=keep)
        self._goal = goal

    def _beyond(self, page: int, *, forward: bool) -> int | None:
        """The nearest page with text behind or before one, not far away: of scanned pages none has any."""
        near = range(page + 1, page + 1 + FURTHEST_PAGES) if forward else range(page - 1, page - 1 - FURTHEST_PAGES, -1)
        pages = (number for number in near if 0 <= number < self._document.pageCount())
        return next((number for number in pages if self.text(number).lines), None)
