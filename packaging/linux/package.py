"""Linux packages from a built program: a .deb, and a portable .tar.zst that runs where it is unpacked.

    python packaging/linux/package.py --program build/package/program/learnup-desktop --out build/package

No root is needed: ``dpkg-deb --root-owner-group`` owns the files, and every time in the archives is the commit's.
"""

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import tarfile
from datetime import UTC, datetime
from pathlib import Path

import zstandard

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from build import commit_time  # noqa: E402 - found by the line before
from icons import SIZES  # noqa: E402
from notices import own_version  # noqa: E402

from learnup_desktop.base.system_libraries import LIBRARIES  # noqa: E402

LINUX = ROOT / "packaging" / "linux"
IDENTIFIER = "lk.learnup.desktop"
MARKER = "installation.json"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
# Of Qt and WebEngine beyond what doctor looks for, and certificates, without which no school is reached.
MORE_PACKAGES = (
    ("ca-certificates",), ("libc6 (>= 2.36)",), ("libstdc++6",), ("libgcc-s1",), ("libx11-6",), ("libxext6",),
    ("libxfixes3",), ("libxcb1",), ("libxcb-glx0",), ("libxcb-shm0",), ("libxcb-render0",), ("libxcb-util1",),
    ("libxcb-dri3-0",), ("libdrm2",), ("libudev1",), ("libfreetype6",), ("libcups2t64", "libcups2"), ("libnspr4",),
    ("libgssapi-krb5-2",), ("libbrotli1",), ("libwayland-client0",), ("libwayland-cursor0",), ("libwayland-egl1",),
    ("libexpat1",), ("zlib1g",),
)  # fmt: skip


def say_where_versions_go(program: Path, versions: str, kept_by: str) -> None:
    """Write the installer's word about updates beside the executable."""
    said = {"version": own_version(), "versions": versions, "keptBy": kept_by}
    (program / MARKER).write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")


def depends() -> str:
    """What dpkg must have, each under the names that Debian and Ubuntu releases give it."""
    names = {*LIBRARIES.values(), *MORE_PACKAGES}
    return ", ".join(sorted(" | ".join(alternatives) for alternatives in names))


def copyright_text(program: Path) -> str:
    """Debian's machine-readable form of our own licence, and where everybody else's are."""
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    body = "\n".join(f" {line}" if line.strip() else " ." for line in licence.strip().splitlines())
    place = "/usr/lib/learnup-desktop/_internal/learnup_desktop/_resources/notices/notices.html"
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: LearnUp Desktop\n"
        f"Comment: The libraries that are shipped with it, and their licences, are listed in\n {place}\n\n"
        "Files: *\nCopyright: LearnUp Desktop contributors\nLicense: Expat\n" + body + "\n"
    )


def put(path: Path, content: str | bytes, mode: int = 0o644) -> None:
    """Write a file with its folders and mode."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    path.chmod(mode)


def lay_out(program: Path, icons: Path, tree: Path, epoch: int) -> None:
    """Everything of the .deb but its control file."""
    version, date = own_version(), datetime.fromtimestamp(epoch, UTC)
    library = tree / "usr/lib/learnup-desktop"
    shutil.copytree(program, library, symlinks=True)
    say_where_versions_go(library, "/var/lib/learnup-desktop/versions", "machine")
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin/learnup-desktop").symlink_to("../lib/learnup-desktop/learnup-desktop")
    put(tree / f"usr/share/applications/{IDENTIFIER}.desktop", (LINUX / f"{IDENTIFIER}.desktop").read_bytes())
    information = (LINUX / f"{IDENTIFIER}.metainfo.xml.in").read_text(encoding="utf-8")
    information = information.replace("@VERSION@", version).replace("@DATE@", date.strftime("%Y-%m-%d"))
    put(tree / f"usr/share/metainfo/{IDENTIFIER}.metainfo.xml", information)
    themes = tree / "usr/share/icons/hicolor"
    for size in SIZES:
        drawn = (icons / f"learnup-{size}.png").read_bytes()
        put(themes / f"{size}x{size}/apps/{IDENTIFIER}.png", drawn)
    drawing = (ROOT / "resources/icons/learnup.svg").read_bytes()
    put(themes / f"scalable/apps/{IDENTIFIER}.svg", drawing)
    units = tree / "usr/lib/systemd/system"
    for unit in ("learnup-desktop-update.service", "learnup-desktop-update.timer"):
        put(units / unit, (LINUX / unit).read_bytes())
    (units / "timers.target.wants").mkdir()
    (units / "timers.target.wants/learnup-desktop-update.timer").symlink_to("../learnup-desktop-update.timer")
    documents = tree / "usr/share/doc/learnup-desktop"
    put(documents / "copyright", copyright_text(program))
    put(documents / "README.packaging", (ROOT / "docs/packaging.md").read_bytes())
    when = date.strftime("%a, %d %b %Y %H:%M:%S +0000")
    changes = f"learnup-desktop ({version}) stable; urgency=medium\n\n  * See CHANGELOG.md of the project.\n\n"
    changes += f" -- LearnUp Desktop contributors <contributors@learnup.invalid>  {when}\n"
    put(documents / "changelog.gz", gzip.compress(changes.encode(), mtime=0))


def control(tree: Path, architecture: str) -> str:
    """The control file."""
    size = sum(path.lstat().st_size for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    return (
        f"Package: learnup-desktop\nVersion: {own_version()}\nArchitecture: {architecture}\n"
        "Maintainer: LearnUp Desktop contributors <contributors@learnup.invalid>\n"
        f"Installed-Size: {size // 1024}\nDepends: {depends()}\n"
        "Recommends: gnome-keyring | kwalletmanager, xdg-utils\nSection: education\nPriority: optional\n"
        "Description: exams, attendance and timetables without a network\n"
        " LearnUp Desktop is the client of a school's LearnUp platform. Exams lose no answer, timetables\n"
        " and study material are there when the line is not, and attendance is taken in a minute.\n"
    )


def settle(tree: Path, epoch: int) -> None:
    """Give every file the commit's time and a mode that does not depend on who builds."""
    for path in sorted(tree.rglob("*"), reverse=True):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)


def build_deb(program: Path, icons: Path, out: Path) -> Path:
    """The .deb, for this machine's architecture."""
    epoch = int(commit_time())
    tree = out / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    lay_out(program, icons, tree, epoch)
    architecture = ARCHITECTURES[os.uname().machine]
    put(tree / "DEBIAN/control", control(tree, architecture))
    for script in ("postinst", "prerm", "postrm"):
        put(tree / "DEBIAN" / script, (LINUX / script).read_bytes(), 0o755)
    settle(tree, epoch)
    package = out / f"learnup-desktop_{own_version()}_{architecture}.deb"
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}
    # Not -z9 -Sextreme: after a quarter of an hour of processor time it had written nothing.
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--threads-max=2", "--build", str(tree), str(package)]
    subprocess.run(command, check=True, env=environment)
    return package


def build_portable(program: Path, out: Path) -> Path:
    """A folder to unpack anywhere; it keeps itself current beside itself."""
    epoch = int(commit_time())
    name = f"learnup-desktop-{own_version()}-linux-{os.uname().machine}"
    tree = out / "portable" / name
    shutil.rmtree(tree.parent, ignore_errors=True)
    shutil.copytree(program, tree / "app", symlinks=True)
    say_where_versions_go(tree / "app", "../versions", "self")
    (tree / "learnup-desktop").symlink_to("app/learnup-desktop")
    settle(tree, epoch)

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = ""
        member.mtime = epoch
        return member

    package = out / f"{name}.tar.zst"
    # A window of 128 MB is the largest that tar unpacks unasked.
    packing = zstandard.ZstdCompressionParameters.from_level(19, window_log=27, enable_ldm=True, threads=2)
    compressor = zstandard.ZstdCompressor(compression_params=packing)
    with (
        package.open("wb") as file,
        compressor.stream_writer(file) as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path in sorted([tree, *tree.rglob("*")]):
            archive.add(path, path.relative_to(tree.parent).as_posix(), recursive=False, filter=plain)
    return package


def main() -> int:
    """Build both, or the one that is asked for; 0 when done."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--icons", type=Path, help="default: icons beside the program's folder")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", choices=["deb", "portable"])
    asked = parser.parse_args()
    icons = asked.icons or asked.program.parents[1] / "icons"
    made = []
    if asked.only != "portable":
        made.append(build_deb(asked.program, icons, asked.out))
    if asked.only != "deb":
        made.append(build_portable(asked.program, asked.out))
    for package in made:
        print(f"{package}: {package.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
