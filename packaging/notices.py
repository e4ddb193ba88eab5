"""What is shipped, under which licences: one page for people, and one list for machines (CycloneDX).

Both are made from the environment a build is made from, of the distributions that came into the build. What no Python
metadata tells of (Qt, Chromium and FFmpeg inside the wheels, the fonts) is written down here with its source.
"""

import argparse
import hashlib
import html
import importlib.metadata
import json
import re
import sys
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_LICENCE_FILE = re.compile(r"(?:^|/)(?:LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*$", re.IGNORECASE)
_LONGEST_TEXT = 200_000
# Classifiers where the metadata has no expression; "License :: OSI Approved :: MIT License" is "MIT License".
_CLASSIFIER = "License :: "

RELINKING = (
    "Qt and Qt for Python (PySide6) are used under the GNU Lesser General Public License, version 3. They are shipped "
    "unchanged, as separate shared libraries in the folder PySide6 of the program, as their makers publish them. You "
    "may replace them there by versions of your own that have the same interface, and you may take the program apart "
    "as far as that needs it. (On Linux the data of the ICU library beside them are reduced to what is used.) Their "
    "source is published by The Qt Company with each release; the versions used here are in the list below."
)


@dataclass(frozen=True, slots=True)
class Component:
    """One thing that is shipped.

    Attributes:
        licence: an SPDX expression where its maker gives one, else what he says.
        texts: name and content of its licence files.
    """

    name: str
    version: str
    licence: str
    home: str = ""
    texts: tuple[tuple[str, str], ...] = field(default=())
    python: bool = True


WITHIN_WHEELS = (
    ("Qt", "PySide6_Essentials", "LGPL-3.0-only", "https://www.qt.io"),
    ("Chromium (in Qt WebEngine)", "PySide6_Addons", "BSD-3-Clause AND others", "https://www.chromium.org"),
    ("FFmpeg (in Qt Multimedia)", "PySide6_Addons", "LGPL-2.1-or-later", "https://ffmpeg.org"),
    ("ICU (in Qt)", "PySide6_Essentials", "Unicode-3.0", "https://icu.unicode.org"),
    ("FFmpeg (in OpenCV)", "opencv-python-headless", "LGPL-2.1-or-later", "https://ffmpeg.org"),
    ("OpenBLAS (in NumPy and OpenCV)", "numpy", "BSD-3-Clause", "https://www.openblas.net"),
    ("Material Design Icons (font in QtAwesome)", "QtAwesome", "Apache-2.0", "https://pictogrammers.com"),
)
BESIDE = {
    "libcrypto": ("OpenSSL", "Apache-2.0", "https://openssl-library.org"),
    "libsqlite3": ("SQLite", "blessing", "https://sqlite.org"),
    "sqlite3": ("SQLite", "blessing", "https://sqlite.org"),
    "libffi": ("libffi", "MIT", "https://sourceware.org/libffi"),
    "libz": ("zlib", "Zlib", "https://zlib.net"),
    "libzstd": ("Zstandard", "BSD-3-Clause", "https://facebook.github.io/zstd"),
    "liblzma": ("XZ Utils (liblzma)", "0BSD", "https://tukaani.org/xz"),
    "libbz2": ("bzip2", "bzip2-1.0.6", "https://sourceware.org/bzip2"),
    "libuuid": ("libuuid", "BSD-3-Clause", "https://www.kernel.org/pub/linux/utils/util-linux"),
}
"""Libraries that came along with the interpreter, by the name of their file; a build has some of them."""


def _field(metadata: importlib.metadata.PackageMetadata, name: str) -> str:
    return next(iter(metadata.get_all(name) or ()), "")


def _licence_of(distribution: importlib.metadata.Distribution) -> str:
    said = distribution.metadata
    expression = _field(said, "License-Expression")
    if expression:
        return expression
    classified = [
        line.removeprefix(_CLASSIFIER).split(" :: ")[-1]
        for line in said.get_all("Classifier") or []
        if line.startswith(_CLASSIFIER)
    ]
    short = _field(said, "License").strip().splitlines()
    return " / ".join(classified) or (short[0][:100] if short else "see its text")


def _texts_of(distribution: importlib.metadata.Distribution) -> Iterable[tuple[str, str]]:
    seen: set[str] = set()
    for file in distribution.files or []:
        if not _LICENCE_FILE.search(file.as_posix()) or file.suffix in (".py", ".pyc", ".so"):
            continue
        path = Path(str(distribution.locate_file(file)))
        if not path.is_file() or path.stat().st_size > _LONGEST_TEXT:
            continue
        text = path.read_text(encoding="utf-8", errors="replace").strip()
        if text and text not in seen:
            seen.add(text)
            yield file.name, text


def python_components(modules: Iterable[str] | None = None) -> list[Component]:
    """The distributions here; with ``modules`` (top-level names in a build) only those that came into it."""
    wanted = None if modules is None else set(modules)
    owners = importlib.metadata.packages_distributions()
    shipped = None if wanted is None else {name for module in wanted for name in owners.get(module, ())}
    found = {}
    for distribution in importlib.metadata.distributions():
        name = distribution.metadata["Name"]
        if name == "learnup-desktop" or (shipped is not None and name not in shipped):
            continue
        urls = [line.partition(", ")[2] for line in distribution.metadata.get_all("Project-URL") or []]
        home = _field(distribution.metadata, "Home-page") or (urls[0] if urls else "")
        licence = _licence_of(distribution)
        texts = tuple(_texts_of(distribution)) or (own_texts("LGPL-3.0") if "LGPL" in licence else ())
        found[name.lower()] = Component(name, distribution.version, licence, home, texts)
    return [found[name] for name in sorted(found)]


def _apache_text(python: Iterable[Component]) -> tuple[tuple[str, str], ...]:
    """The Apache licence's text, from a library that brings it whole."""
    texts = (text for each in python for text in each.texts)
    return tuple(text for text in texts if "Apache License" in text[1] and "END OF TERMS" in text[1])[:1]


def _libraries(modules: Iterable[str], apache: tuple[tuple[str, str], ...]) -> list[Component]:
    """Those of ``BESIDE`` that are in a build."""
    found = {BESIDE[name] for name in (module.split("-")[0] for module in modules) if name in BESIDE}
    return [
        Component(name, "", licence, home, apache if licence == "Apache-2.0" else (), python=False)
        for name, licence, home in sorted(found)
    ]


def other_components(python: Sequence[Component], modules: Collection[str] = ()) -> list[Component]:
    """What lies inside the wheels and beside them: Qt, Chromium, FFmpeg, the interpreter, its libraries, the fonts."""
    owners = {each.name.lower(): each for each in python}
    apache = _apache_text(python)
    own_opencv = bool(modules) and "opencv_python_headless" not in set(modules)
    inside = [
        Component(
            name,
            owners[owner.lower()].version,
            licence,
            home,
            apache if licence == "Apache-2.0" else own_texts(licence),
            python=False,
        )
        for name, owner, licence, home in WITHIN_WHEELS
        if owner.lower() in owners and not (own_opencv and "(in OpenCV)" in name)
    ]
    number = ".".join(map(str, sys.version_info[:3]))
    ofl = (ROOT / "resources" / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    own = (ROOT / "LICENSE").read_text(encoding="utf-8")
    return [
        *inside,
        *_libraries(modules, apache),
        Component("Python", number, "PSF-2.0", "https://www.python.org", _python_licence(), python=False),
        Component(
            "Noto Sans, Sinhala and Tamil",
            "",
            "OFL-1.1",
            "https://notofonts.github.io",
            (("OFL.txt", ofl),),
            python=False,
        ),
        Component("LearnUp Desktop", own_version(), "MIT", "", (("LICENSE", own),), python=False),
    ]


def own_texts(licence: str) -> tuple[tuple[str, str], ...]:
    """The texts in ``packaging/licences`` that a licence needs; the LGPL 3 is an addition to the GPL 3."""
    names = {"LGPL-3.0": ("LGPL-3.0.txt", "GPL-3.0.txt"), "LGPL-2.1": ("LGPL-2.1.txt",)}
    wanted = next((files for start, files in names.items() if licence.startswith(start)), ())
    return tuple((name, (ROOT / "packaging" / "licences" / name).read_text(encoding="utf-8")) for name in wanted)


def _python_licence() -> tuple[tuple[str, str], ...]:
    for folder in (Path(sys.base_prefix), Path(sys.base_prefix) / "lib" / f"python3.{sys.version_info[1]}"):
        for path in (folder / "LICENSE.txt", folder / "LICENSE"):
            if path.is_file():
                return (("LICENSE", path.read_text(encoding="utf-8", errors="replace")),)
    return ()


def own_version() -> str:
    """The program's version, read without importing it."""
    text = (ROOT / "learnup_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if found is None:
        raise ValueError("learnup_desktop/__init__.py names no version")
    return found.group(1)


def notices_document(components: Iterable[Component]) -> dict[str, object]:
    """What the program's own page shows: each text once, however many share it."""
    texts: dict[str, str] = {}
    listed = []
    for each in components:
        names = []
        for _, text in each.texts:
            key = hashlib.sha256(text.encode()).hexdigest()[:16]
            texts[key] = text
            names.append(key)
        listed.append(
            {"name": each.name, "version": each.version, "licence": each.licence, "home": each.home, "texts": names}
        )
    return {"format": 1, "relinking": RELINKING, "components": listed, "texts": texts}


def notices_html(components: Iterable[Component]) -> str:
    """The same as one page without a script, for installers and for who has no window."""
    parts = [
        "<!doctype html><meta charset=utf-8><title>LearnUp Desktop: licences</title>",
        f"<h1>Licences</h1><p>{html.escape(RELINKING)}</p><ul>",
    ]
    rows, bodies = [], []
    for each in components:
        title = html.escape(f"{each.name} {each.version}".strip())
        rows.append(f"<li><a href='#{html.escape(each.name)}'>{title}</a>: {html.escape(each.licence)}</li>")
        texts = "".join(f"<h3>{html.escape(name)}</h3><pre>{html.escape(text)}</pre>" for name, text in each.texts)
        bodies.append(f"<h2 id='{html.escape(each.name)}'>{title}</h2><p>{html.escape(each.home)}</p>{texts}")
    return "\n".join([*parts, *rows, "</ul>", *bodies]) + "\n"


def cyclonedx(components: Iterable[Component], version: str) -> dict[str, object]:
    """The list for machines, CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/); no time in it, so builds compare."""
    listed = []
    for each in components:
        if each.name == "LearnUp Desktop":
            continue
        reference = f"{each.name}@{each.version}"
        entry: dict[str, object] = {
            "type": "library",
            "bom-ref": reference,
            "name": each.name,
            "version": each.version,
            "licenses": [{"license": {"name": each.licence}}],
        }
        if each.python:
            entry["purl"] = f"pkg:pypi/{each.name.lower().replace('_', '-')}@{each.version}"
        listed.append(entry)
    program = {"type": "application", "bom-ref": "learnup-desktop", "name": "learnup-desktop", "version": version}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**program, "licenses": [{"license": {"id": "MIT"}}]}},
        "components": listed,
    }


def write(folder: Path, modules: Collection[str] | None = None) -> list[Component]:
    """Write ``notices.json``, ``notices.html`` and ``sbom.cdx.json`` into ``folder``."""
    python = python_components(modules)
    components = [*other_components(python, modules or ()), *python]
    folder.mkdir(parents=True, exist_ok=True)
    document = json.dumps(notices_document(components), ensure_ascii=False, indent=1)
    (folder / "notices.json").write_text(document + "\n", encoding="utf-8")
    (folder / "notices.html").write_text(notices_html(components), encoding="utf-8")
    bill = json.dumps(cyclonedx(components, own_version()), ensure_ascii=False, indent=1)
    (folder / "sbom.cdx.json").write_text(bill + "\n", encoding="utf-8")
    return components


def main() -> int:
    """Write the three files; 0 when done."""
    parser = argparse.ArgumentParser(description="Collect the licences of what is shipped.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--modules", default="", help="top-level modules of a build, with commas; else everything here")
    asked = parser.parse_args()
    made = write(asked.folder, asked.modules.split(",") if asked.modules else None)
    print(f"notices of {len(made)} components")
    return 0


if __name__ == "__main__":
    sys.exit(main())
