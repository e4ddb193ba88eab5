"""A list of files must not be able to write outside its folder, whoever signed it."""

import json

import pytest

from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.updates.manifest import Manifest, ManifestFile, ManifestLink, parse_manifest

FILE = {"path": "lib/a.so", "sha256": "0" * 64, "size": 3, "packed": 2}


def document(**changes: object) -> bytes:
    return json.dumps({"format": 1, "version": "1.0.0", "system": "linux-x86_64", "files": [FILE], **changes}).encode()


def test_written_and_read_again() -> None:
    manifest = Manifest(
        "1.0.0",
        "macos-arm64",
        (ManifestFile("a", "1" * 64, 1, 1, True), ManifestFile("b/c", "2" * 64, 2, 2)),
        (ManifestLink("b/d", "c"), ManifestLink("e/f/g", "../../a")),
    )
    assert parse_manifest(manifest.to_bytes()) == manifest


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../out",
        "a/../b",
        "a//b",
        "./a",
        "a/",
        "C:/x",
        "a\\b",
        "con",
        "lib/NUL.txt",
        "a.",
        "a:b",
        "a\0b",
    ],
)
def test_a_name_outside_is_refused(path: str) -> None:
    with pytest.raises(IntegrityFault):
        parse_manifest(document(files=[{**FILE, "path": path}]))


@pytest.mark.parametrize(
    ("path", "target"),
    [("a", "/etc"), ("a", ".."), ("a/b", "../../c"), ("a/b", "../c/../../d"), ("a", ""), ("a", "C:x"), ("../a", "b")],
)
def test_a_link_outside_is_refused(path: str, target: str) -> None:
    with pytest.raises(IntegrityFault):
        parse_manifest(document(links=[{"path": path, "target": target}]))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        document(format=2),
        document(files=[]),
        document(files=[FILE, {**FILE, "path": "LIB/A.SO"}]),
        document(files=[{**FILE, "sha256": "0" * 63}]),
        document(files=[{**FILE, "size": -1}]),
        document(files=[{**FILE, "size": 1 << 40}]),
        document(files=[{**FILE, "size": True}]),
        document(files=[{**FILE, "path": "link/inside"}], links=[{"path": "link", "target": "lib"}]),
    ],
)
def test_a_list_that_makes_no_sense_is_refused(data: bytes) -> None:
    with pytest.raises(IntegrityFault):
        parse_manifest(data)
