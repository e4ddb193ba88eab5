"""The program's icon in the forms that systems want, drawn from ``resources/icons/learnup.svg``."""

import os
import sys
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
SOURCE = Path(__file__).resolve().parents[1] / "resources" / "icons" / "learnup.svg"


def draw(folder: Path) -> list[Path]:
    """Write ``learnup-<size>.png`` for every size, and ``learnup.ico`` and ``learnup.icns``; the PNGs' paths."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    renderer = QSvgRenderer(str(SOURCE))
    paths = []
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        paths.append(folder / f"learnup-{size}.png")
        if not image.save(str(paths[-1])):
            raise OSError(f"{paths[-1]} could not be written")
    largest = Image.open(paths[-1])
    largest.save(folder / "learnup.ico", sizes=[(size, size) for size in SIZES if size <= 256])
    largest.save(folder / "learnup.icns")
    del application
    return paths


if __name__ == "__main__":
    for path in draw(Path(sys.argv[1])):
        print(path)
