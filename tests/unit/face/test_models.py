"""Model files: what is known, what may be used, and how they come onto this computer."""

import hashlib
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from learnup_desktop.base.errors import (
    DamagedFileError,
    IntegrityFault,
    ModelsMissingError,
    NetworkError,
    RuleViolation,
)
from learnup_desktop.face.installer import (
    Progress,
    accept_licence,
    delete_models,
    install_by_download,
    install_from_folder,
    installed_files,
)
from learnup_desktop.face.manifest import KnownFile, Manifest, read_manifest
from learnup_desktop.face.models import find_models, read_record


def test_the_shipped_manifest_is_whole() -> None:
    manifest = read_manifest()
    for pack in ("", *manifest.packs):
        files = manifest.wanted_files(pack)
        assert {"detection", "recognition", "liveness"} <= {file.task for file in files}
        for file in files:
            assert len(file.sha256) == 64 and file.size > 1_000_000
            assert file.url or manifest.packs[file.pack].archive
            assert manifest.licences[file.licence].text
    assert "landmark_3d_68" in {file.task for file in manifest.wanted_files("buffalo_s", landmarks=True)}


@pytest.mark.parametrize("text", ["", "schema = ", "default_pack = 1\npacks = []\nlicences = {}"])
def test_a_damaged_manifest_says_so(tmp_path: Path, text: str) -> None:
    path = tmp_path / "models.toml"
    path.write_text(text)
    with pytest.raises(DamagedFileError):
        read_manifest(path)


PACK = {"det.onnx": b"detector" * 5000, "rec.onnx": b"recogniser" * 9000}
ADDON = b"liveness" * 4000


def small_manifest() -> Manifest:
    """The shipped manifest's shape with small files."""
    shipped = read_manifest()
    licence = next(iter(shipped.licences))

    def known(name: str, task: str, data: bytes, pack: str, url: str = "") -> KnownFile:
        return KnownFile(name, task, len(data), hashlib.sha256(data).hexdigest(), licence, pack, url)

    files = (
        known("det.onnx", "detection", PACK["det.onnx"], "tiny"),
        known("rec.onnx", "recognition", PACK["rec.onnx"], "tiny"),
    )
    pack = replace(shipped.packs["buffalo_sc"], name="tiny", archive="https://models.test/tiny.zip", files=files)
    addon = known("liveness.onnx", "liveness", ADDON, "", "https://models.test/liveness.onnx")
    by_sha256 = {file.sha256: file for file in (*files, addon)}
    return Manifest("tiny", shipped.licences, {"tiny": pack}, (addon,), by_sha256)


@dataclass(frozen=True)
class Came:
    """An open download."""

    start: int
    total: int | None
    chunks: Iterator[bytes]


class Wire:
    """A server of files that can cut the line and lie."""

    def __init__(self, folder: Path) -> None:
        archive = folder / "tiny.zip"
        with zipfile.ZipFile(archive, "w") as pack:
            for name, data in PACK.items():
                pack.writestr(f"tiny/{name}", data)
        self.files = {"https://models.test/tiny.zip": archive.read_bytes()}
        self.files["https://models.test/liveness.onnx"] = ADDON
        self.asked: list[tuple[str, int]] = []
        self.cut_after: int | None = None
        self.ranges = True

    @contextmanager
    def __call__(self, url: str, offset: int) -> Iterator["Came"]:
        self.asked.append((url, offset))
        data = self.files[url]
        start = offset if self.ranges else 0
        yield Came(start, len(data), self._chunks(data[start:]))

    def _chunks(self, data: bytes) -> Iterator[bytes]:
        for index in range(0, len(data), 1000):
            if self.cut_after is not None and index >= self.cut_after:
                self.cut_after = None
                raise NetworkError("cut")
            yield data[index : index + 1000]


@pytest.fixture
def wire(tmp_path: Path) -> Wire:
    return Wire(tmp_path)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "root"
    manifest = small_manifest()
    for licence in manifest.licences.values():
        accept_licence(folder, licence, by="a test")
    return folder


def test_nothing_is_downloaded_before_the_licence_is_accepted(tmp_path: Path, wire: Wire) -> None:
    with pytest.raises(RuleViolation):
        install_by_download(tmp_path / "other", small_manifest(), wire)
    assert wire.asked == []


def test_a_download_ends_with_verified_files_a_record_and_no_leftovers(root: Path, wire: Wire) -> None:
    seen: list[Progress] = []
    paths = install_by_download(root, small_manifest(), wire, progress=seen.append)
    assert sorted(path.relative_to(root).as_posix() for path in paths) == [
        "addons/liveness.onnx",
        "models/tiny/det.onnx",
        "models/tiny/rec.onnx",
    ]
    assert {entry.path for entry in installed_files(root)} == {path.relative_to(root).as_posix() for path in paths}
    assert sum(step.verified for step in seen) == 3
    assert list((root / "downloads").iterdir()) == []
    again = len(wire.asked)
    install_by_download(root, small_manifest(), wire)
    assert len(wire.asked) == again


def test_a_cut_download_goes_on_where_it_stopped(root: Path, wire: Wire) -> None:
    wire.cut_after = 12_000
    with pytest.raises(NetworkError):
        install_by_download(root, small_manifest(), wire)
    install_by_download(root, small_manifest(), wire)
    offsets = [offset for url, offset in wire.asked if url.endswith("liveness.onnx")]
    assert offsets == [0, 12_000]


def test_a_server_without_ranges_starts_over(root: Path, wire: Wire) -> None:
    wire.cut_after, wire.ranges = 12_000, False
    with pytest.raises(NetworkError):
        install_by_download(root, small_manifest(), wire)
    assert install_by_download(root, small_manifest(), wire)


@pytest.mark.parametrize("url", ["https://models.test/tiny.zip", "https://models.test/liveness.onnx"])
def test_what_is_not_the_promised_file_is_thrown_away(root: Path, wire: Wire, url: str) -> None:
    good = wire.files[url]
    wire.files[url] = bytes(len(good))
    with pytest.raises((IntegrityFault, DamagedFileError)):
        install_by_download(root, small_manifest(), wire)
    wire.files[url] = good
    assert install_by_download(root, small_manifest(), wire)


def test_a_longer_file_than_promised_is_refused_without_filling_the_disk(root: Path, wire: Wire) -> None:
    wire.files["https://models.test/liveness.onnx"] = ADDON * 50
    with pytest.raises(IntegrityFault):
        install_by_download(root, small_manifest(), wire)
    assert list((root / "downloads").iterdir()) == []


def test_a_licence_whose_text_changed_must_be_accepted_again(root: Path) -> None:
    licence = next(iter(small_manifest().licences.values()))
    assert read_record(root).accepted(licence.id, licence.text)
    assert not read_record(root).accepted(licence.id, licence.text + " changed")


def test_no_models_at_all_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelsMissingError):
        find_models(tmp_path)


@pytest.mark.models
def test_unknown_files_are_used_only_when_named_and_are_called_custom(face_assets: Path) -> None:
    named = find_models(face_assets, explicit=True)
    assert named.missing == ()
    assert {file.task: file.custom for file in named.files} == {
        "detection": False,
        "recognition": True,
        "liveness": True,
    }
    found = find_models(face_assets)
    assert (found.recognition, found.liveness) == (None, None)
    assert found.missing == ("recognition", "liveness")


@pytest.mark.models
def test_a_folder_that_somebody_brought_is_installed_and_watched_for_changes(face_assets: Path, tmp_path: Path) -> None:
    root = tmp_path / "root"
    install_from_folder(root, face_assets, read_manifest())
    models = find_models(root)
    assert models.missing == ()
    assert models.recognition is not None and models.recognition.custom
    with models.recognition.path.open("ab") as stream:
        stream.write(b"changed")
    with pytest.raises(DamagedFileError):
        find_models(root)
    delete_models(root)
    with pytest.raises(ModelsMissingError):
        find_models(root)


@pytest.mark.models
def test_a_zip_is_as_good_as_a_folder_and_cannot_write_outside(face_assets: Path, tmp_path: Path) -> None:
    archive = tmp_path / "pack.zip"
    with zipfile.ZipFile(archive, "w") as pack:
        for path in sorted((face_assets / "models").rglob("*.onnx")):
            pack.write(path, f"../../{path.name}")
    root = tmp_path / "deep" / "root"
    install_from_folder(root, archive, read_manifest())
    assert find_models(root).recognition is not None
    assert not list(tmp_path.glob("*.onnx"))


def test_a_folder_without_models_or_with_damaged_ones_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelsMissingError):
        install_from_folder(tmp_path / "root", tmp_path, read_manifest())
    source = tmp_path / "source"
    source.mkdir()
    (source / "det.onnx").write_bytes(b"no model" * 100)
    with pytest.raises(DamagedFileError):
        install_from_folder(tmp_path / "root", source, read_manifest())


def test_a_damaged_record_says_so(tmp_path: Path) -> None:
    (tmp_path / "installed.json").write_text("{")
    with pytest.raises(DamagedFileError):
        read_record(tmp_path)
    shutil.rmtree(tmp_path / "models", ignore_errors=True)
