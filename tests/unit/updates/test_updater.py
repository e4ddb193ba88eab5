"""Looking, fetching, trying and adopting, against a real repository with real signatures on a loopback port."""

import json
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from learnup_desktop.base.errors import LockedElsewhereError, NetworkError, RefusedError
from learnup_desktop.domain.updates import UpdatePolicy
from learnup_desktop.store.lock import FolderLock
from learnup_desktop.updates import busy
from learnup_desktop.updates.apply import apply_staged
from learnup_desktop.updates.installation import Installation
from learnup_desktop.updates.launch import State, choose_version
from learnup_desktop.updates.staging import StoppedError
from learnup_desktop.updates.trust import UntrustedUpdateError, checked_address
from learnup_desktop.updates.updater import Source, Updater
from tests.update_site import Site, install

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the small programs are scripts")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    made = Site(tmp_path)
    made.release(tmp_path / "work", "1.1.0")
    with made.served():
        yield made


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    return install(tmp_path / "installed")


def updater(site: Site, installation: Installation, policy: UpdatePolicy | None = None) -> Updater:
    source = Source(site.address, site.root)
    return Updater(installation, source, policy or UpdatePolicy(), installation.base.parent / "trust")


def bring(site: Site, installation: Installation) -> None:
    at_work = updater(site, installation)
    found = at_work.look()
    assert found is not None
    at_work.fetch(found, lambda _: None)


def says(installation: Installation) -> str:
    import subprocess

    program = choose_version(installation.place, opens_window=False) or installation.base / "learnup-desktop"
    return subprocess.run([str(program)], capture_output=True, text=True).stdout.strip()


def test_a_new_version_comes_is_tried_and_counts_from_the_next_start(
    site: Site, installation: Installation, tmp_path: Path
) -> None:
    bring(site, installation)
    assert says(installation) == "1.0.0"
    assert installation.state.staged == "1.1.0"
    assert apply_staged(installation, tmp_path) == "adopted"
    assert says(installation) == "1.1.0"
    assert updater(site, installation).look() is None


def test_only_what_differs_is_fetched(site: Site, installation: Installation) -> None:
    bring(site, installation)
    files = [path for path in site.seen if path.startswith("/files/")]
    assert len(files) == 2  # its code and its list; the libraries and the program were here


def test_a_damaged_copy_here_is_fetched_anew(site: Site, installation: Installation, tmp_path: Path) -> None:
    (installation.base / "lib" / "part0.so").write_bytes(b"bit rot")
    bring(site, installation)
    assert apply_staged(installation, tmp_path) == "adopted"
    assert says(installation) == "1.1.0"


def test_a_version_that_fails_its_self_test_is_refused_for_good(
    site: Site, installation: Installation, tmp_path: Path
) -> None:
    site.release(tmp_path / "work", "1.2.0", broken=True)
    bring(site, installation)
    assert apply_staged(installation, tmp_path) == "refused"
    assert says(installation) == "1.0.0"
    assert installation.state == State(refused=["1.2.0"])
    assert not (installation.versions / "1.2.0").exists()
    found = updater(site, installation).look()
    assert found is not None and found.release.version == "1.1.0"


def test_never_during_an_exam(site: Site, installation: Installation, tmp_path: Path) -> None:
    bring(site, installation)
    busy.claim(datetime.now(UTC) + timedelta(hours=1), "exam", tmp_path)
    assert apply_staged(installation, tmp_path) == "busy"
    assert says(installation) == "1.0.0"
    busy.release(tmp_path)
    assert apply_staged(installation, tmp_path) == "adopted"


def test_two_at_once_do_not_meet(site: Site, installation: Installation, tmp_path: Path) -> None:
    bring(site, installation)
    lock = FolderLock(installation.versions)
    try:
        with pytest.raises(LockedElsewhereError):
            apply_staged(installation, tmp_path)
    finally:
        lock.release()


def test_switched_off_nothing_is_asked(site: Site, installation: Installation) -> None:
    assert updater(site, installation, UpdatePolicy(enabled=False)).look() is None
    assert site.seen == []


def test_previews_are_for_who_wants_them(site: Site, installation: Installation, tmp_path: Path) -> None:
    site.release(tmp_path / "work", "2.0.0-beta.1", channels=("preview",))
    stable, preview = updater(site, installation).look(), None
    assert stable is not None and stable.release.version == "1.1.0"
    preview = updater(site, installation, UpdatePolicy(channel="preview")).look()
    assert preview is not None and preview.release.version == "2.0.0-beta.1"


# --- faults -----------------------------------------------------------------------------------------------------------


def test_another_key_is_not_believed(site: Site, installation: Installation, tmp_path: Path) -> None:
    forger = Site(tmp_path / "forger")
    forger.release(tmp_path / "work", "9.9.9")
    with forger.served(), pytest.raises(UntrustedUpdateError):
        Updater(installation, Source(forger.address, site.root), UpdatePolicy(), tmp_path / "trust").look()


def test_an_expired_list_is_not_believed(tmp_path: Path, installation: Installation) -> None:
    old = Site(tmp_path / "old", datetime.now(UTC) - timedelta(days=30))
    with old.served(), pytest.raises(UntrustedUpdateError, match="Expired"):
        updater(old, installation).look()


def test_a_replayed_older_list_is_not_believed(site: Site, installation: Installation, tmp_path: Path) -> None:
    kept = tmp_path / "as it was"
    shutil.copytree(site.folder, kept)
    site.release(tmp_path / "work", "1.2.0")
    assert updater(site, installation).look() is not None
    shutil.rmtree(site.folder)
    shutil.copytree(kept, site.folder)
    with pytest.raises(UntrustedUpdateError, match="BadVersion"):
        updater(site, installation).look()


def test_an_old_version_is_not_taken_even_when_signed(site: Site, installation: Installation, tmp_path: Path) -> None:
    newer = install(tmp_path / "newer", "1.5.0")
    assert updater(site, newer).look() is None


@pytest.mark.parametrize("cut", ["/files/", "manifests/", "channels/", "timestamp.json"])
def test_half_of_a_file_is_not_taken(site: Site, installation: Installation, cut: str) -> None:
    site.cut = cut
    with pytest.raises((UntrustedUpdateError, NetworkError)):
        bring(site, installation)
    assert installation.state == State()
    assert not (installation.versions / "1.1.0").exists()
    site.cut = ""
    bring(site, installation)
    assert installation.state.staged == "1.1.0"


def test_a_file_changed_by_the_mirror_is_not_taken(site: Site, installation: Installation) -> None:
    import zstandard

    for path in (site.folder / "files").rglob("*.zst"):
        data = bytearray(zstandard.ZstdDecompressor().decompress(path.read_bytes()))
        data[0] ^= 1
        path.write_bytes(zstandard.ZstdCompressor(level=19).compress(bytes(data)))
    with pytest.raises(UntrustedUpdateError):
        bring(site, installation)


def test_a_list_named_and_not_signed_is_not_taken(site: Site, installation: Installation) -> None:
    for path in (site.folder / "targets" / "channels").rglob("*.json"):
        path.write_text(json.dumps({"releases": [{"version": "9.0.0", "manifest": "x", "size": 1}]}))
    with pytest.raises(UntrustedUpdateError):
        updater(site, installation).look()


def test_nobody_there_is_a_fault_of_the_line(site: Site, installation: Installation) -> None:
    at_work = Updater(installation, Source("http://127.0.0.1:9/", site.root), UpdatePolicy(), installation.base / "t")
    with pytest.raises(NetworkError):
        at_work.look()


def test_interrupted_it_goes_on_with_what_is_whole(site: Site, installation: Installation) -> None:
    at_work = updater(site, installation)
    found = at_work.look()
    assert found is not None
    asked: list[int] = []

    def stop_at_the_second(size: int) -> None:
        asked.append(size)
        if asked.count(0) == 2:
            raise StoppedError("an exam begins")

    with pytest.raises(StoppedError):
        at_work.fetch(found, stop_at_the_second)
    before = len([path for path in site.seen if path.startswith("/files/")])
    at_work.fetch(found, lambda _: None)
    assert before == 1
    assert len([path for path in site.seen if path.startswith("/files/")]) == 2


@pytest.mark.parametrize("address", ["http://updates.example/", "ftp://updates.example", "file:///srv", "updates"])
def test_an_address_that_others_could_read_along_is_refused(address: str) -> None:
    with pytest.raises(RefusedError):
        checked_address(address)
    assert checked_address("https://updates.example/learnup") == "https://updates.example/learnup/"


def test_a_publisher_that_was_cut_off_leaves_no_half_of_a_file(site: Site, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in (site.folder / "files").rglob("*.zst")}
    half = next(iter(before))
    half.unlink()
    half.with_name(f".{half.name}.part").write_bytes(before[half][: len(before[half]) // 2])
    site.release(tmp_path / "work", "1.1.0")
    assert {path: path.read_bytes() for path in (site.folder / "files").rglob("*.zst") if path.name[0] != "."} == before


def test_signatures_are_renewed_though_nothing_is_published(tmp_path: Path, installation: Installation) -> None:
    made = Site(tmp_path / "old", datetime.now(UTC) - timedelta(days=4 * 365))
    with made.served():
        with pytest.raises(UntrustedUpdateError, match="Expired"):
            updater(made, installation).look()
        made.publish().renew()
        assert updater(made, installation).look() is None  # nothing there, and believed
