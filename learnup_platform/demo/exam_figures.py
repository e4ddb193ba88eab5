"""Figures of the demo papers, drawn as SVG by code: no picture files to license, and the same bytes every time.

Only what SVG Tiny 1.2 has (Qt draws no more), black on white like a printed paper, since a dark theme must not change
what a diagram says.
"""

from collections.abc import Sequence

_INK = "#1c1f26"
_LINE = 2.5


class Figure:
    """A drawing in the making; lengths are user units, one for a pixel at 100 %."""

    def __init__(self, width: int, height: int) -> None:
        self._width = width
        self._height = height
        self._parts: list[str] = []

    def path(self, points: Sequence[tuple[float, float]], width: float = _LINE, dashed: bool = False) -> None:
        """An open line through ``points``."""
        text = " ".join(f"{x:g},{y:g}" for x, y in points)
        dashes = ' stroke-dasharray="7 5"' if dashed else ""
        self._parts.append(
            f'<polyline points="{text}" fill="none" stroke="{_INK}" stroke-width="{width:g}" '
            f'stroke-linecap="round" stroke-linejoin="round"{dashes}/>'
        )

    def box(self, x: float, y: float, width: float, height: float, dashed: bool = False) -> None:
        """A rectangle, white inside unless dashed."""
        style = f'fill="none" stroke-dasharray="7 5" stroke-width="{_LINE / 2:g}"' if dashed else 'fill="#ffffff"'
        stroke = "" if dashed else f' stroke-width="{_LINE:g}"'
        self._parts.append(
            f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" {style} stroke="{_INK}"{stroke}/>'
        )

    def circle(self, x: float, y: float, radius: float, filled: bool = False) -> None:
        """A circle around a point."""
        fill = _INK if filled else "#ffffff"
        self._parts.append(
            f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{fill}" stroke="{_INK}" stroke-width="{_LINE:g}"/>'
        )

    def text(self, x: float, y: float, words: str, size: int = 20, italic: bool = False) -> None:
        """Words centred on ``x``, standing on ``y``."""
        style = ' font-style="italic"' if italic else ""
        self._parts.append(
            f'<text x="{x:g}" y="{y:g}" font-family="Noto Sans" font-size="{size}"{style} fill="{_INK}" '
            f'text-anchor="middle">{words}</text>'
        )

    def resistor(self, x: float, y: float, value: str, label_above: bool = True) -> None:
        """A resistor, 90 wide, centred on a horizontal wire."""
        self.box(x - 45, y - 13, 90, 26)
        self.text(x, y - 22 if label_above else y + 38, value)

    def to_svg(self) -> bytes:
        """The finished file."""
        size = f'width="{self._width}" height="{self._height}" viewBox="0 0 {self._width} {self._height}"'
        ground = f'<rect width="{self._width}" height="{self._height}" fill="#ffffff"/>'
        body = "\n".join([ground, *self._parts])
        return f'<svg xmlns="http://www.w3.org/2000/svg" version="1.1" {size}>\n{body}\n</svg>\n'.encode()


def battery_circuit() -> bytes:
    """A 12 V battery with 1.0 Ω inside, an ammeter, 3.0 Ω in series, then 6.0 Ω and 3.0 Ω in parallel."""
    figure = Figure(660, 390)
    top, bottom, left, right = 80.0, 290.0, 60.0, 600.0
    figure.path([(220, top), (left, top), (left, bottom), (140, bottom)])
    figure.path([(236, top), (right, top), (right, bottom), (390, bottom)])
    # The longer plate is the positive one; the current leaves towards the left.
    figure.path([(220, top - 26), (220, top + 26)])
    figure.path([(236, top - 13), (236, top + 13)], width=6)
    figure.text(204, top - 22, "+")
    figure.text(228, top + 56, "12 V")
    figure.resistor(360, top, "1.0 Ω")
    figure.box(180, top - 62, 250, 134, dashed=True)
    figure.circle(right, 185, 24)
    figure.text(right, 192, "A")
    figure.resistor(490, bottom, "3.0 Ω")
    for height, value, above in ((245.0, "6.0 Ω", True), (335.0, "3.0 Ω", False)):
        figure.path([(140, bottom), (140, height), (390, height), (390, bottom)])
        figure.resistor(265, height, value, above)
    for x in (140, 390):
        figure.circle(x, bottom, 4, filled=True)
    return figure.to_svg()


def inclined_plane() -> bytes:
    """A block of mass 5 kg on a rough plane at 30°, pulled up along the plane by a force P."""
    figure = Figure(560, 340)
    # tan 30° = 0.5774: 240 across is 138.6 up.
    figure.path([(60, 290), (480, 290), (480, 47.5), (60, 290)])
    figure.path([(118, 290), (117, 279), (114, 268), (110, 261)], width=_LINE / 2)
    figure.text(150, 280, "30°")
    along, across = (0.8660, -0.5), (-0.5, -0.8660)
    corner = (250.0, 180.3)

    def point(distance: float, height: float) -> tuple[float, float]:
        return (
            corner[0] + along[0] * distance + across[0] * height,
            corner[1] + along[1] * distance + across[1] * height,
        )

    figure.path([point(0, 0), point(90, 0), point(90, 56), point(0, 56), point(0, 0)])
    middle = point(45, 28)
    figure.text(middle[0], middle[1] + 7, "5 kg")
    figure.path([point(90, 28), point(165, 28)])
    figure.path([point(153, 34), point(165, 28), point(153, 22)])
    tip = point(180, 28)
    figure.text(tip[0], tip[1] + 4, "P", italic=True)
    return figure.to_svg()
