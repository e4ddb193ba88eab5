"""What the publisher has signed, by The Update Framework (https://theupdateframework.github.io/specification/latest/).

``python-tuf`` does the work; this module gives it our way to the network and turns its errors into ours. It is what
makes a mirror harmless: whoever serves the files can withhold an update for as long as the metadata lives, and no more.
A wrong key, an expired or an older list, and a file that differs by a byte are refused here.

What is signed: ``channels/<system>/<channel>.json`` lists the versions, each with the name of its manifest. Both are
targets; the files themselves are named by their hash in the manifest.
"""

import json
import platform
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from learnup_desktop.api.download import open_download
from learnup_desktop.base.addresses import is_loopback
from learnup_desktop.base.errors import IntegrityFault, LearnUpError, NetworkError, RefusedError, StorageError
from learnup_desktop.base.files import storage_fault
from learnup_desktop.domain.updates import Channel, Release, version_key

if TYPE_CHECKING:
    from tuf.ngclient.fetcher import FetcherInterface
    from tuf.ngclient.updater import Updater

_MACHINES = {"amd64": "x86_64", "x64": "x86_64", "aarch64": "arm64"}


class UntrustedUpdateError(IntegrityFault):
    """What the server gave is not what the publisher signed, is older than what was seen, or has expired."""

    key = "error.update_untrusted"
    code = "LU-330"


def system_name() -> str:
    """The build's system, as channels are named: ``linux-x86_64``, ``windows-x86_64``, ``macos-arm64``."""
    machine = platform.machine().lower()
    name = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    return f"{name}-{_MACHINES.get(machine, machine)}"


def checked_address(address: str) -> str:
    """The address of a repository or mirror, with a slash at its end.

    Raises:
        RefusedError: it is no https address (http is for this computer alone: who is asking what would be seen).
    """
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname or "")):
        raise RefusedError(f"updates come over https, not from {address}")
    return address if address.endswith("/") else f"{address}/"


def _fetcher() -> "FetcherInterface":
    from tuf.api.exceptions import DownloadError, DownloadHTTPError
    from tuf.ngclient.fetcher import FetcherInterface as Interface

    class Fetcher(Interface):
        def _fetch(self, url: str) -> Iterator[bytes]:
            try:
                with open_download(url) as incoming:
                    yield from incoming.chunks
            except RefusedError as error:
                raise DownloadHTTPError(str(error), error.status) from error
            except LearnUpError as error:
                raise DownloadError(str(error)) from error

    return Fetcher()


class Repository:
    """A publisher's repository, as far as its signatures hold. Blocking: for a thread.

    Args:
        address: where metadata, targets and files lie; a mirror's or the publisher's own.
        root: the root metadata that was shipped, in which all trust begins.
        folder: where metadata is kept between looks, so that an older one is known for what it is.

    Raises:
        RefusedError: the address is not acceptable.
    """

    def __init__(self, address: str, root: bytes, folder: Path) -> None:
        self.address = checked_address(address)
        self._root = root
        self._folder = folder
        self._updater: Updater | None = None

    def releases(self, channel: Channel, system: str = "") -> list[Release]:
        """The versions there are, after the metadata was refreshed.

        Raises:
            UntrustedUpdateError: a signature, a version number, a date or a hash does not hold.
            NetworkError: not reached.
            StorageError: the metadata cannot be kept.
        """
        self._refresh()
        data = self._target(f"channels/{system or system_name()}/{channel}.json")
        if data is None:
            return []
        try:
            listed = [
                Release(str(each["version"]), str(each["manifest"]), int(each["size"]))
                for each in json.loads(data)["releases"]
            ]
            for each in listed:
                version_key(each.version)
        except (ValueError, KeyError, TypeError) as error:
            raise UntrustedUpdateError(f"the list of versions cannot be read: {error}") from error
        return listed

    def manifest(self, release: Release) -> bytes:
        """The signed list of a version's files.

        Raises:
            UntrustedUpdateError, NetworkError, StorageError: as for :meth:`releases`.
        """
        data = self._target(release.manifest)
        if data is None:
            raise UntrustedUpdateError(f"{release.manifest} is named, and not signed")
        return data

    def _refresh(self) -> None:
        from tuf.ngclient.updater import Updater

        metadata, targets = self._folder / "metadata", self._folder / "targets"
        try:
            metadata.mkdir(mode=0o700, parents=True, exist_ok=True)
            targets.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise storage_fault(error, self._folder) from error
        with _translated():
            self._updater = Updater(
                str(metadata),
                f"{self.address}metadata/",
                str(targets),
                f"{self.address}targets/",
                fetcher=_fetcher(),
                bootstrap=self._root,
            )
            self._updater.refresh()

    def _target(self, name: str) -> bytes | None:
        if self._updater is None:
            self._refresh()
        assert self._updater is not None
        with _translated():
            information = self._updater.get_targetinfo(name)
            if information is None:
                return None
            path = self._updater.find_cached_target(information) or self._updater.download_target(information)
            return Path(path).read_bytes()


class _translated:  # noqa: N801 - used as a statement
    """Turns the framework's errors into ours."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        from tuf.api.exceptions import DownloadError, DownloadLengthMismatchError, RepositoryError

        if isinstance(error, RepositoryError | DownloadLengthMismatchError):
            raise UntrustedUpdateError(f"{type(error).__name__}: {error}") from error
        if isinstance(error, DownloadError):
            raise NetworkError(str(error)) from error
        if isinstance(error, OSError) and not isinstance(error, StorageError):
            raise storage_fault(error, Path(str(error.filename or ""))) from error
