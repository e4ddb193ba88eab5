"""What is left of ICU's data can be read by ICU, with English, Sinhala and Tamil and nothing of other languages."""

import importlib.util
import struct
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
specification = importlib.util.spec_from_file_location("learnup_icu_data", ROOT / "packaging" / "icu_data.py")
assert specification is not None and specification.loader is not None
icu_data = importlib.util.module_from_spec(specification)
specification.loader.exec_module(icu_data)

HEADER = struct.pack("<HBBHHBBBB4s", 32, 0xDA, 0x27, 20, 0, 0, 0, 2, 0, b"CmnD").ljust(32, b"\0")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("ta.res", True), ("ta_LK.res", True), ("en_GB.res", True), ("de.res", False), ("zh_Hans_CN.res", False),
        ("coll/si.res", True), ("coll/root.res", True), ("coll/ucadata.icu", True), ("coll/zh.res", False),
        ("zone/pool.res", True), ("zoneinfo64.res", True), ("supplementalData.res", True), ("fil.res", False),
        ("brkitr/cjdict.dict", False), ("brkitr/root.res", True), ("ibm-930_P120-1999.cnv", False), ("nfkc.nrm", True),
    ],
)  # fmt: skip
def test_what_stays(name: str, kept: bool) -> None:
    assert icu_data.is_wanted(name) is kept


def test_a_package_is_read_as_it_was_written() -> None:
    listed = [("icudt73l/a.res", b"one"), ("icudt73l/coll/b.icu", b"t" * 33), ("icudt73l/z.res", b"last")]
    made = icu_data.package(HEADER, listed)
    header, again = icu_data.entries(made)
    assert header == HEADER
    assert [name for name, _ in again] == [name for name, _ in listed]
    assert all(read.startswith(content) for (_, read), (_, content) in zip(again, listed, strict=True))
    places = [struct.unpack_from("<I", made, 32 + 4 + 8 * number + 4)[0] for number in range(3)]
    assert all((32 + place) % 16 == 0 for place in places)  # ICU maps it and reads where it lies


def test_qts_own_data_are_reduced_to_what_is_used() -> None:
    import PySide6

    libraries = list((Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*"))
    if not libraries:
        pytest.skip("Qt is linked against ICU on Linux alone")
    data = libraries[0].read_bytes()
    _, before = icu_data.entries(data[data.find(b"\xda\x27\x14\x00") - 2 :])
    _, after = icu_data.entries(icu_data.reduced(data[data.find(b"\xda\x27\x14\x00") - 2 :]))
    names = [name.partition("/")[2] for name, _ in after]
    assert names == sorted(names)
    assert {"en.res", "si.res", "ta.res", "coll/ucadata.icu", "zone/ta.res", "zoneinfo64.res", "res_index.res"} <= set(
        names
    )
    contents = dict(before)
    assert all(content.rstrip(b"\xaa") == contents[name].rstrip(b"\xaa") for name, content in after)
    assert sum(len(content) for _, content in after) < 6_000_000


@pytest.mark.parametrize("data", [b"", b"\x7fELF" + bytes(60), HEADER.replace(b"CmnD", b"ResB")])
def test_what_is_no_package_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no ICU data"):
        icu_data.entries(data)
