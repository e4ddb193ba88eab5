"""LaTeX formulas as SVG, drawn off the loop and kept.

Drawing one takes some 20 ms and the library's import 200 ms on an old PC, far more than the loop may stand still. The
picture does not depend on theme or zoom (the page colours and scales it), so one drawing a formula is enough.
"""

import asyncio
import threading
from collections import OrderedDict
from types import ModuleType

from learnup_desktop.base.log import get_logger
from learnup_desktop.contract.questions import Paper
from learnup_desktop.domain.inline_formulas import formulas_in

_log = get_logger(__name__)

FORMULA_PIXELS = 24.0
"""Type size, in px, that the SVG's width and height are for."""
MAXIMUM_LATEX = 4000
AHEAD_SECONDS = 1.0
"""After a question was opened the student's first keystrokes come before formulas of the questions that follow."""
_KEPT = 256

_SURFACING = (AssertionError, ValueError, KeyError, IndexError, AttributeError, TypeError, RecursionError)
"""As what a bad formula surfaces in ziamath, which has no error of its own; latex2mathml has a module of them."""

_drawing = threading.Lock()


class FormulaCache:
    """Formulas that were drawn, newest use last."""

    def __init__(self) -> None:
        self._drawn: OrderedDict[str, bytes | None] = OrderedDict()

    def kept(self, latex: str) -> bytes | None:
        """What is there already, None when it has to be asked for."""
        return self._drawn.get(latex)

    def settled(self, latex: str) -> bool:
        """Whether it is known how to show it: drawn, or refused by the library."""
        return latex in self._drawn

    async def draw_ahead(self, paper: Paper) -> None:
        """Draw what a paper has, one after another, so that no question has to wait for its formulas."""
        await asyncio.sleep(AHEAD_SECONDS)
        for latex in formulas_in(await asyncio.to_thread(paper.to_wire))[:_KEPT]:
            await self.svg(latex)

    async def svg(self, latex: str) -> bytes | None:
        """The formula as an SVG 1.1 file; None when it cannot be drawn, so that the page shows its source instead."""
        if latex not in self._drawn:
            drawn = await asyncio.to_thread(draw_formula, latex)
            self._drawn[latex] = drawn
            while len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(latex)
        return self._drawn[latex]


def draw_formula(latex: str) -> bytes | None:
    """Draw a formula; None when the library refuses it."""
    if not latex.strip() or len(latex) > MAXIMUM_LATEX:
        return None
    import xml.etree.ElementTree as ElementTree

    # The library keeps its configuration and fonts in globals; SVG 2 uses symbols, which QtSvg does not draw.
    with _drawing:
        from latex2mathml import exceptions
        from ziamath.config import config
        from ziamath.zmath import Latex

        config.svg2 = False
        refusals: tuple[type[Exception], ...] = (*_classes_of(exceptions), *_SURFACING, ElementTree.ParseError)
        try:
            return str(Latex(latex, size=FORMULA_PIXELS).svg()).encode()
        except refusals as error:
            _log.warning("a formula cannot be drawn", reason=repr(error))
            return None


def _classes_of(module: ModuleType) -> tuple[type[Exception], ...]:
    return tuple(value for value in vars(module).values() if isinstance(value, type) and issubclass(value, Exception))
