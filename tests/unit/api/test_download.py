"""Downloads over a real loopback connection: ranges, a cut line, and servers that say no."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from learnup_desktop.api.download import open_download
from learnup_desktop.base.errors import NetworkError, OfflineError, PlatformUnavailableError, RefusedError

DATA = bytes(range(256)) * 2000


class Files(BaseHTTPRequestHandler):
    """``/file`` with ranges, ``/plain`` without, ``/cut`` half of it, others by their number."""

    def do_GET(self) -> None:
        if self.path in ("/404", "/503"):
            self.send_error(int(self.path[1:]))
            return
        asked = self.headers.get("Range", "") if self.path == "/file" else ""
        start = int(asked.removeprefix("bytes=").rstrip("-")) if asked else 0
        self.send_response(206 if asked else 200)
        if asked:
            self.send_header("Content-Range", f"bytes {start}-{len(DATA) - 1}/{len(DATA)}")
        self.send_header("Content-Length", str(len(DATA) - start))
        self.end_headers()
        self.wfile.write(DATA[start : len(DATA) // 2 if self.path == "/cut" else None])

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


@pytest.fixture
def server() -> Iterator[str]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), Files)
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_address[1]}"
    made.shutdown()
    made.server_close()
    thread.join()


def test_the_rest_of_a_file_comes_from_where_it_stopped(server: str) -> None:
    with open_download(f"{server}/file", 1000) as incoming:
        assert (incoming.start, incoming.total) == (1000, len(DATA))
        assert b"".join(incoming.chunks) == DATA[1000:]


def test_a_server_without_ranges_says_that_it_starts_over(server: str) -> None:
    with open_download(f"{server}/plain", 1000) as incoming:
        assert (incoming.start, incoming.total) == (0, len(DATA))
        assert b"".join(incoming.chunks) == DATA


def test_a_cut_line_is_a_network_error(server: str) -> None:
    with pytest.raises(NetworkError), open_download(f"{server}/cut") as incoming:
        b"".join(incoming.chunks)


@pytest.mark.parametrize(("path", "error"), [("404", RefusedError), ("503", PlatformUnavailableError)])
def test_a_server_that_says_no(server: str, path: str, error: type[Exception]) -> None:
    with pytest.raises(error), open_download(f"{server}/{path}"):
        pass


def test_nobody_there(free_port: int) -> None:
    with pytest.raises(OfflineError), open_download(f"http://127.0.0.1:{free_port}/file"):
        pass
