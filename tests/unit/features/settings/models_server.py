"""A publisher of face models on a loopback port, with a manifest of small files; can stop, stall, lie and be gone."""

import hashlib
import io
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PACK = {"det.onnx": b"detector" * 40_000, "rec.onnx": b"recogniser" * 60_000}
ADDON = b"liveness" * 30_000

MANIFEST = """
schema = 1
default_pack = "tiny"
[licences.terms]
title = "Terms of the tiny pack"
url = "https://models.test/terms"
commercial = false
text = "For research only.\\n\\nNobody else."
[[packs]]
name = "tiny"
title = "Tiny pack"
licence = "terms"
archive = "{url}/tiny.zip"
{files}
[[addons]]
name = "liveness.onnx"
task = "liveness"
licence = "terms"
url = "{url}/liveness.onnx"
size = {addon_size}
sha256 = "{addon_sha256}"
"""


class Publisher:
    """What the server does.

    Attributes:
        asked: path and ``Range`` header of every request.
        stall_after: bytes of an answer after which it waits until ``go_on`` is set.
        status: sent instead of files when it is not 200.
        files: what it gives, by path.
    """

    def __init__(self) -> None:
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as pack:
            for name, data in PACK.items():
                pack.writestr(f"tiny/{name}", data)
        self.files = {"/tiny.zip": archive.getvalue(), "/liveness.onnx": ADDON}
        self.asked: list[tuple[str, str]] = []
        self.status = 200
        self.stall_after: int | None = None
        self.stalled = threading.Event()
        self.go_on = threading.Event()
        self.url = ""

    def write_manifest(self, path: Path) -> None:
        """The manifest that names this server's files."""
        tasks = {"det.onnx": "detection", "rec.onnx": "recognition"}
        files = "\n".join(
            f'[[packs.files]]\nname = "{name}"\ntask = "{tasks[name]}"\nsize = {len(data)}\n'
            f'sha256 = "{hashlib.sha256(data).hexdigest()}"'
            for name, data in PACK.items()
        )
        addon = hashlib.sha256(ADDON).hexdigest()
        path.write_text(MANIFEST.format(url=self.url, files=files, addon_size=len(ADDON), addon_sha256=addon))


@contextmanager
def serving(publisher: Publisher) -> Iterator[None]:
    """Serve while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            wanted = self.headers.get("Range", "")
            publisher.asked.append((self.path, wanted))
            data = publisher.files[self.path]
            start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
            status = publisher.status if publisher.status != 200 else 206 if start else 200
            self.send_response(status)
            self.send_header("Content-Length", str(len(data) - start))
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
            self.end_headers()
            self._send(data[start:])

        def _send(self, data: bytes) -> None:
            for place in range(0, len(data), 8192):
                if publisher.stall_after is not None and place >= publisher.stall_after:
                    publisher.stalled.set()
                    publisher.go_on.wait(30)
                try:
                    self.wfile.write(data[place : place + 8192])
                except OSError:
                    return  # the client was ended

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        publisher.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield
        finally:
            publisher.go_on.set()
            server.shutdown()
            thread.join()
