"""Where things are, in a checkout, a bundle and with everything in one folder."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from learnup_desktop.base import paths
from learnup_desktop.base.errors import DiskFullError, ReadOnlyFolderError, StorageError
from learnup_desktop.base.files import storage_fault, write_atomically


def test_everything_under_one_home(home: Path) -> None:
    for place in (paths.data_dir, paths.cache_dir, paths.config_dir, paths.log_dir, paths.models_dir):
        assert place().is_relative_to(home)
    assert not home.exists()
    assert paths.make_private(paths.data_dir()).is_dir()


def test_the_system_decides_without_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LEARNUP_HOME")
    places = [paths.data_dir(), paths.cache_dir(), paths.config_dir(), paths.log_dir()]
    assert all(place.is_absolute() and "learnup-desktop" in str(place) for place in places)
    assert len(set(places)) >= 3


def test_a_checkout_ships_from_its_own_folders() -> None:
    root = paths.checkout_dir()
    assert root is not None
    assert paths.resources_dir() == root / "resources"
    assert paths.style_dir() == root / "ui" / "style"


def test_a_bundle_ships_from_where_it_was_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "learnup_desktop" / "_resources").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.checkout_dir() is None
    assert paths.resources_dir() == tmp_path / "learnup_desktop" / "_resources"
    assert paths.style_dir() == tmp_path / "learnup_desktop" / "_style"


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, DiskFullError), (errno.EROFS, ReadOnlyFolderError), (errno.EIO, StorageError)],
)
def test_disk_errors_become_ours(number: int, kind: type[StorageError]) -> None:
    assert type(storage_fault(OSError(number, "said the disk"), Path("x"))) is kind


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "settings.json"
    write_atomically(target, b"old")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskFullError):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.json"]


def test_base_is_cheap_to_import(python: str) -> None:
    """Theme and language are read before the first window: nothing heavy may come along."""
    code = (
        "import sys, learnup_desktop.base.paths, learnup_desktop.base.settings, learnup_desktop.base.log;"
        "print(sorted({name.partition('.')[0] for name in sys.modules}"
        " & {'pydantic', 'PySide6', 'asyncio', 'httpx', 'keyring', 'numpy', 'platformdirs', 'importlib.metadata'}))"
    )
    output = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout
    assert output.strip() == "[]"
