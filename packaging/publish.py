"""Sign and lay out releases for updates: ``python packaging/publish.py --help``.

A repository is a folder that any web server can serve, and any mirror copy::

    metadata/            root, targets, snapshot, timestamp (The Update Framework)
    targets/             manifests and lists of versions, named by their hash
    files/aa/<sha256>.zst   every file of every version, once, packed

Keys are PEM files in ``--keys``: ``root.pem`` and ``targets.pem`` belong on a stick in a safe, ``online.pem`` (snapshot
and timestamp) where the nightly ``refresh`` runs. Who has only the last can delay an update by a week, and forge none.

Every file appears whole or not at all, and metadata after what it names, so that a web server may serve the folder
while it is written and a publisher that was cut off leaves nothing that computers would take for damaged.
"""

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

from learnup_desktop.updates.manifest import Manifest, ManifestFile, ManifestLink

ROOT_DAYS, TARGETS_DAYS, SNAPSHOT_DAYS, TIMESTAMP_DAYS = 3 * 365, 365, 30, 7
"""How long each signature counts. A week: so old may the newest list be that a school still believes."""
LEVEL = 19
_SIGNED_BY = {"root": "root", "targets": "targets", "snapshot": "online", "timestamp": "online"}
_Kind = TypeVar("_Kind", Root, Snapshot, Targets, Timestamp)


def put(path: Path, data: bytes) -> None:
    """Write a file that is seen whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    unfinished.write_bytes(data)
    unfinished.replace(path)


def make_key(path: Path) -> CryptoSigner:
    """A new Ed25519 key in a PEM file that only its owner can read."""
    key = Ed25519PrivateKey.generate()
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return CryptoSigner(key)


def read_key(path: Path) -> CryptoSigner:
    """A key from its PEM file.

    Raises:
        ValueError: no key of ours.
    """
    key = load_pem_private_key(path.read_bytes(), None)
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError(f"{path} holds no Ed25519 key")
    return CryptoSigner(key)


class PublishedRepository:
    """The publisher's side of one repository.

    Args:
        folder: as it is served.
        keys: folder of the keys; those that an act does not need may be missing.
        now: the moment from which signatures count.
    """

    def __init__(self, folder: Path, keys: Path, now: datetime | None = None) -> None:
        self.folder = folder
        self._keys = keys
        self.now = (now or datetime.now(UTC)).replace(microsecond=0)

    def create(self) -> Path:
        """Make keys and an empty repository; the path of the root metadata that builds ship."""
        for part in ("metadata", "targets", "files"):
            (self.folder / part).mkdir(parents=True)
        self._keys.mkdir(mode=0o700, parents=True, exist_ok=True)
        root = Root(version=1, expires=self.now + timedelta(days=ROOT_DAYS), consistent_snapshot=True)
        signers = {name: make_key(self._keys / f"{name}.pem") for name in ("root", "targets", "online")}
        for role, key in _SIGNED_BY.items():
            root.add_key(signers[key].public_key, role)
        self._write("root", Metadata(root))
        self._write("targets", Metadata(Targets(version=1, expires=self.now + timedelta(days=TARGETS_DAYS))))
        snapshot = Snapshot(version=1, expires=self.now + timedelta(days=SNAPSHOT_DAYS))
        self._write("snapshot", Metadata(snapshot))
        self._write("timestamp", Metadata(Timestamp(version=1, expires=self.now + timedelta(days=TIMESTAMP_DAYS))))
        return self.folder / "metadata" / "1.root.json"

    def add(self, program: Path, version: str, system: str, channels: Sequence[str]) -> int:
        """Publish a built program; the bytes of the files that no version had before."""
        manifest, added = self._pack(program, version, system)
        name = f"manifests/{system}/{version}.json"
        targets = self._read("targets", Targets)
        self._put(targets.signed, name, manifest.to_bytes())
        for channel in channels:
            listed = f"channels/{system}/{channel}.json"
            known = self._content(targets.signed, listed)
            releases = [each for each in known if each["version"] != version]
            releases.append({"version": version, "manifest": name, "size": manifest.size})
            self._put(targets.signed, listed, json.dumps({"releases": releases}, indent=1).encode())
        self._sign_anew(targets)
        return added

    def refresh(self) -> None:
        """Sign snapshot and timestamp anew; every night, with the online key alone."""
        snapshot = self._read("snapshot", Snapshot)
        snapshot.signed.version += 1
        snapshot.signed.expires = self.now + timedelta(days=SNAPSHOT_DAYS)
        snapshot.signed.meta["targets.json"] = MetaFile(version=self._read("targets", Targets).signed.version)
        self._write("snapshot", snapshot)
        timestamp = self._read("timestamp", Timestamp)
        timestamp.signed.version += 1
        timestamp.signed.expires = self.now + timedelta(days=TIMESTAMP_DAYS)
        timestamp.signed.snapshot_meta = MetaFile(version=snapshot.signed.version)
        self._write("timestamp", timestamp)

    def renew(self) -> None:
        """Sign root and targets for their full time again: once a year, with all keys, though nothing was published.

        A build that is older than the new root gets there by the old one, which has signed it.
        """
        root = self._read("root", Root)
        root.signed.version += 1
        root.signed.expires = self.now + timedelta(days=ROOT_DAYS)
        self._write("root", root)
        self._sign_anew(self._read("targets", Targets))

    # -- inside -------------------------------------------------------------------------------------------------------

    def _pack(self, program: Path, version: str, system: str) -> tuple[Manifest, int]:
        files, links, added = [], [], 0
        compressor = zstandard.ZstdCompressor(level=LEVEL, threads=-1)
        for path in sorted(program.rglob("*")):
            name = path.relative_to(program).as_posix()
            if path.is_symlink():
                links.append(ManifestLink(name, str(path.readlink()).replace("\\", "/")))
            elif path.is_file():
                data = path.read_bytes()
                digest = hashlib.sha256(data).hexdigest()
                target = self.folder / "files" / digest[:2] / f"{digest}.zst"
                if not target.exists():
                    put(target, compressor.compress(data))
                    added += target.stat().st_size
                executable = os.access(path, os.X_OK) and os.name != "nt"
                files.append(ManifestFile(name, digest, len(data), target.stat().st_size, executable))
        return Manifest(version, system, tuple(files), tuple(links)), added

    def _content(self, targets: Targets, name: str) -> list[dict[str, object]]:
        known = targets.targets.get(name)
        if known is None:
            return []
        releases: list[dict[str, object]] = json.loads(self._target_path(name, known).read_bytes())["releases"]
        return releases

    def _target_path(self, name: str, file: TargetFile) -> Path:
        place = self.folder / "targets" / name
        return place.with_name(f"{file.hashes['sha256']}.{place.name}")

    def _put(self, targets: Targets, name: str, data: bytes) -> None:
        file = TargetFile.from_data(name, data, ["sha256"])
        targets.targets[name] = file
        put(self._target_path(name, file), data)

    def _sign_anew(self, targets: Metadata[Targets]) -> None:
        targets.signed.version += 1
        targets.signed.expires = self.now + timedelta(days=TARGETS_DAYS)
        self._write("targets", targets)
        self.refresh()

    def _newest(self, role: str) -> Path:
        if role == "timestamp":
            return self.folder / "metadata" / "timestamp.json"
        found = (self.folder / "metadata").glob(f"*.{role}.json")
        return max(found, key=lambda path: int(path.name.split(".")[0]))

    def _read(self, role: str, kind: type[_Kind]) -> Metadata[_Kind]:
        read: Metadata[_Kind] = Metadata.from_file(str(self._newest(role)))
        if not isinstance(read.signed, kind):
            raise ValueError(f"{self._newest(role)} is no {role}")
        return read

    def _write(self, role: str, metadata: Metadata[_Kind]) -> None:
        metadata.sign(read_key(self._keys / f"{_SIGNED_BY[role]}.pem"))
        name = "timestamp.json" if role == "timestamp" else f"{metadata.signed.version}.{role}.json"
        put(self.folder / "metadata" / name, metadata.to_bytes())


def main() -> int:
    """Create, add, refresh or renew; 0 when done."""
    parser = argparse.ArgumentParser(description="Publish releases of LearnUp Desktop for updates.")
    parser.add_argument("--repository", type=Path, required=True)
    parser.add_argument("--keys", type=Path, required=True)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("create", help="keys and an empty repository")
    commands.add_parser("refresh", help="sign snapshot and timestamp anew")
    commands.add_parser("renew", help="sign root and targets for their full time again, once a year")
    add = commands.add_parser("add", help="publish a built program")
    add.add_argument("program", type=Path)
    add.add_argument("--version", required=True)
    add.add_argument("--system", required=True, help="linux-x86_64, windows-x86_64 or macos-arm64")
    add.add_argument("--channel", action="append", choices=["stable", "preview"], required=True)
    asked = parser.parse_args()
    repository = PublishedRepository(asked.repository, asked.keys)
    if asked.command == "create":
        print(repository.create())
    elif asked.command == "refresh":
        repository.refresh()
    elif asked.command == "renew":
        repository.renew()
    else:
        added = repository.add(asked.program, asked.version, asked.system, asked.channel)
        print(f"{added / 1e6:.1f} MB that no version had before")
    return 0


if __name__ == "__main__":
    sys.exit(main())
