"""A publisher's repository on a loopback port, and small programs to publish: for tests of updates and their bench.

The programs are scripts that check every file of their version and then say which one they are, so that "it works"
means that it is whole.
"""

import hashlib
import importlib.util
import json
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from learnup_desktop.updates import launch
from learnup_desktop.updates.installation import Installation
from learnup_desktop.updates.launch import Place
from learnup_desktop.updates.staging import FILE_LIST
from learnup_desktop.updates.trust import system_name

ROOT = Path(__file__).resolve().parent.parent
_PROGRAM = """#!{python} -IS
import hashlib, json, pathlib, sys
here = pathlib.Path(__file__).parent
listed = json.loads((here / "{file_list}").read_text())
digests = [(each["sha256"], hashlib.sha256((here / each["path"]).read_bytes())) for each in listed["files"]]
whole = all(digest.hexdigest() == expected for expected, digest in digests)
if sys.argv[1:2] == ["selftest"]:
    ok = whole and not (here / "broken.txt").exists()
    print(json.dumps({{"ok": ok, "parts": []}}))
    sys.exit(0 if ok else 1)
print(listed["version"] if whole else "not whole")
"""


def publisher() -> Any:
    """``packaging/publish.py``, which is a script and no package."""
    name = "learnup_publish"
    if name not in sys.modules:
        specification = importlib.util.spec_from_file_location(name, ROOT / "packaging" / "publish.py")
        assert specification is not None and specification.loader is not None
        sys.modules[name] = module = importlib.util.module_from_spec(specification)
        specification.loader.exec_module(module)
    return sys.modules[name]


def make_program(folder: Path, version: str, *, files: int = 6, broken: bool = False) -> Path:
    """A program of ``files`` libraries that stay the same, one file of its own version, and its list."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "lib").mkdir(parents=True)
    for number in range(files):
        (folder / "lib" / f"part{number}.so").write_bytes(hashlib.sha256(f"{number}".encode()).digest() * 300)
    (folder / "code.bin").write_bytes(f"code of {version}".encode() * 100)
    if broken:
        (folder / "broken.txt").write_text("this version does not work")
    program = folder / "learnup-desktop"
    program.write_text(_PROGRAM.format(python=sys.executable, file_list=FILE_LIST))
    program.chmod(0o755)
    listed = [
        {"path": path.relative_to(folder).as_posix(), "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    (folder / FILE_LIST).write_text(json.dumps({"version": version, "files": listed}))
    return folder


class Handler(SimpleHTTPRequestHandler):
    """Serves the repository; ``cut`` (a part of a path) is served half, ``seen`` has every path."""

    cut = ""
    seen: list[str]

    def do_GET(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]  # ours, below
        site.seen.append(self.path)
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        if site.cut and site.cut in self.path:
            data = data[: len(data) // 2]
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


class Site:
    """A repository with its keys, served while the context lives.

    Attributes:
        seen: paths that were asked for.
        cut: what is in the path of files that are served half.
    """

    def __init__(self, folder: Path, now: datetime | None = None) -> None:
        self.folder = folder / "site"
        self.keys = folder / "keys"
        self.seen: list[str] = []
        self.cut = ""
        self.address = ""
        self.root = self.publish(now).create().read_bytes()

    def publish(self, now: datetime | None = None) -> Any:
        """The publisher's side, as of a moment."""
        return publisher().PublishedRepository(self.folder, self.keys, now)

    def release(
        self, work: Path, version: str, *, broken: bool = False, channels: tuple[str, ...] = ("stable",)
    ) -> None:
        """Build and publish a version."""
        program = make_program(work / version, version, broken=broken)
        self.publish().add(program, version, system_name(), channels)

    @contextmanager
    def served(self) -> Iterator["Site"]:
        """On a free loopback port."""
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(self.folder)))
        server.site = self  # type: ignore[attr-defined]  # for the handler
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        self.address = f"http://127.0.0.1:{server.server_port}/"
        try:
            yield self
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


def install(folder: Path, version: str = "1.0.0") -> Installation:
    """What an installer leaves: a base, its word about updates, no later version."""
    base = make_program(folder / "base", version)
    said = {"version": version, "versions": str(folder / "versions"), "keptBy": "self"}
    (base / launch.MARKER).write_text(json.dumps(said))
    place = launch.read_place(base)
    assert place == Place(version, folder / "versions", "self")
    return Installation(base, place)
