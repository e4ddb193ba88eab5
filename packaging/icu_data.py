"""Linux: the data of Qt's ICU library without what no page here can ask for.

Qt brings all of ICU's data, 32 MB. QtCore, the only one here that is linked against ICU, uses it to compare texts, for
capital letters, names of time zones and encodings from before Unicode; its own data has the languages. Kept are what
belongs to no language, and English, Sinhala and Tamil. What is asked for another language falls back to the root, as
ICU does for a language that it does not know.

Qt's libraries are untouched by it; ICU's licence permits changed copies, and the notices say so. The format is that of
ICU's ``icupkg`` (``UDataOffsetTOC`` in ``ucmndata.h``): a header, a table of offsets of names and of contents, the
names, and the contents, 16 bytes aligned and sorted by name.
"""

import re
import struct
import subprocess
import tempfile
from pathlib import Path

LANGUAGES = ("en", "si", "ta")
_MAGIC = b"\xda\x27"
_ALIGNMENT = 16
_UNUSED_FOLDERS = ("brkitr", "rbnf", "translit", "unit")
"""Where lines break Qt knows itself; numbers in words, writing in other letters and units are not linked against."""
_LOCALE = re.compile(r"[a-z]{2,3}(?:_\w+)?\.res")
"""``ta.res``, ``en_GB.res``, ``zh_Hans_CN.res``; what belongs to no language has a longer name or a capital in it."""
_SHARED = {"res_index.res", "pool.res", "root.res"}


def is_wanted(name: str) -> bool:
    """Whether an entry stays: ``curr/ta.res``, ``ucadata.icu``, without the package's own name before it."""
    folder, _, file = name.rpartition("/")
    if folder in _UNUSED_FOLDERS:
        return file in _SHARED
    if file.endswith((".cnv", ".spp")):
        return False  # tables of old encodings, and of Internet names
    if file in _SHARED or _LOCALE.fullmatch(file) is None:
        return True
    return file.removesuffix(".res").split("_")[0] in LANGUAGES


def entries(data: bytes) -> tuple[bytes, list[tuple[str, bytes]]]:
    """Header and entries of a package.

    Raises:
        ValueError: it is none, or of another byte order.
    """
    if data[2:4] != _MAGIC or data[12:16] != b"CmnD" or data[8]:
        raise ValueError("no ICU data package of this byte order")
    (start,) = struct.unpack_from("<H", data)
    (count,) = struct.unpack_from("<I", data, start)
    table = [struct.unpack_from("<II", data, start + 4 + 8 * number) for number in range(count)]
    ends = [place for _, place in table[1:]] + [len(data) - start]
    named = []
    for (name, place), end in zip(table, ends, strict=True):
        text = data[start + name : data.index(b"\0", start + name)].decode("ascii")
        named.append((text, data[start + place : start + end]))
    return data[:start], named


def package(header: bytes, listed: list[tuple[str, bytes]]) -> bytes:
    """A package of entries, which are sorted by name."""
    names = b"".join(name.encode("ascii") + b"\0" for name, _ in listed)
    place = 4 + 8 * len(listed)
    table, contents = [struct.pack("<I", len(listed))], [names]
    name_at, at = place, place + len(names)
    for name, content in listed:
        gap = -(len(header) + at) % _ALIGNMENT
        contents += [b"\xaa" * gap, content]
        at += gap
        table.append(struct.pack("<II", name_at, at))
        name_at += len(name) + 1
        at += len(content)
    return header + b"".join(table) + b"".join(contents)


def reduced(data: bytes) -> bytes:
    """A package with the wanted entries of another."""
    header, listed = entries(data)
    return package(header, [(name, content) for name, content in listed if is_wanted(name.partition("/")[2])])


def reduce_library(library: Path) -> int:
    """Put a smaller ``libicudata.so`` in place of one, with binutils; the bytes saved.

    Raises:
        ValueError: there is no package in it.
        subprocess.CalledProcessError: it cannot be linked.
    """
    before = library.read_bytes()
    start = before.find(_MAGIC + b"\x14\x00") - 2
    symbol = re.search(rb"icudt\d+_dat", before)
    if start < 0 or symbol is None:
        raise ValueError(f"{library} has no ICU data")
    name = symbol.group().decode("ascii")
    with tempfile.TemporaryDirectory(prefix="learnup-icu-") as folder:
        data, source, compiled = (Path(folder) / each for each in ("data", "data.s", "data.o"))
        data.write_bytes(reduced(before[start:]))
        source.write_text(
            f".section .rodata\n.balign {_ALIGNMENT}\n.globl {name}\n.type {name}, %object\n"
            f'{name}:\n.incbin "{data}"\n.size {name}, .-{name}\n.section .note.GNU-stack,"",%progbits\n'
        )
        subprocess.run(["as", "-o", str(compiled), str(source)], check=True)
        link = ["ld", "-shared", "--strip-all", "--hash-style=gnu", "-z", "noexecstack", f"-soname={library.name}"]
        subprocess.run([*link, "-o", str(library), str(compiled)], check=True)
    library.chmod(0o755)
    return len(before) - library.stat().st_size
