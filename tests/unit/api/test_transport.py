"""Retries where they are safe, bounded answers, clock samples, and every broken line as one of our errors."""

import asyncio
import gzip
import ssl
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from learnup_desktop.api.transport import Transport
from learnup_desktop.base.clock import ManualClock, SystemClock
from learnup_desktop.base.errors import (
    InsecureConnectionError,
    LearnUpError,
    NetworkError,
    OfflineError,
    PlatformUnavailableError,
    ProtocolError,
    RateLimitedError,
    RequestTimeoutError,
)
from learnup_desktop.contract.system import Health
from learnup_desktop.contract.wire import wire_time
from learnup_desktop.domain.exam_timing import ClockSample
from tests.unit.api.wire import NOW, QUICK, Script, fault, raw_server, response_bytes, scripted

ROOT = Path(__file__).resolve().parents[3]
OK = httpx.Response(200, json={"ok": True})


def again(*answers: httpx.Response | Exception) -> Script:
    return Script(*answers)


# --- addresses -------------------------------------------------------------------------------------------------------


def test_plain_http_only_to_this_computer_unless_trusted() -> None:
    clock = SystemClock()
    assert Transport("localhost:5000", clock).base_url == "http://localhost:5000"
    assert Transport("school.lk", clock).base_url == "https://school.lk"
    with pytest.raises(InsecureConnectionError):
        Transport("http://school.lk", clock)
    assert Transport("http://school.lk", clock, trust_plain=True).base_url == "http://school.lk"
    with pytest.raises(ProtocolError):
        Transport("ftp://school.lk", clock)


# --- retries ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "key", "failure", "sent"),
    [
        ("GET", None, httpx.ReadTimeout("slow"), 2),
        ("PUT", None, httpx.ReadError("cut"), 2),
        ("POST", "key-1", httpx.RemoteProtocolError("Server disconnected without sending a response."), 2),
        ("POST", None, httpx.ConnectError("refused"), 2),
        ("POST", None, httpx.ConnectTimeout("slow"), 2),
        ("GET", None, fault(503, "unavailable", headers={"Retry-After": "0"}), 2),
        ("POST", None, fault(429, "rate_limited", headers={"Retry-After": "0"}), 2),
        ("POST", None, httpx.ReadTimeout("slow"), 1),
        ("POST", None, fault(503, "unavailable"), 1),
        ("GET", None, fault(503, "unavailable", headers={"Retry-After": "60"}), 1),
        ("GET", None, fault(500, "internal"), 2),
        ("GET", None, fault(404, "not_found"), 1),
    ],
)
async def test_only_what_is_safe_is_sent_again(
    method: str, key: str | None, failure: httpx.Response | Exception, sent: int
) -> None:
    script = again(failure, OK)
    async with scripted(script) as transport:
        call = transport.request_json(method, "/x", body={"a": 1}, idempotency_key=key)
        if sent == 2:
            assert await call == {"ok": True}
        else:
            with pytest.raises(LearnUpError):
                await call
    assert len(script.requests) == sent
    assert {request.headers.get("idempotency-key") for request in script.requests} == {key}


async def test_it_gives_up_after_its_tries_and_says_why() -> None:
    script = again(httpx.ConnectError("refused"))
    reached: list[bool] = []
    async with scripted(script) as transport:
        transport.on_reached = reached.append
        with pytest.raises(OfflineError):
            await transport.request_json("GET", "/x")
    assert len(script.requests) == QUICK.tries
    assert reached == [False] * QUICK.tries


async def test_what_the_server_asks_for_is_told() -> None:
    async with scripted(again(fault(429, "rate_limited", headers={"Retry-After": "42"}))) as transport:
        with pytest.raises(RateLimitedError) as limited:
            await transport.request_json("GET", "/x")
    assert limited.value.retry_after == 42
    async with scripted(again(fault(503, "unavailable", headers={"Retry-After": "17"}))) as transport:
        with pytest.raises(PlatformUnavailableError) as away:
            await transport.request_json("GET", "/x")
    assert away.value.arguments["retry_after"] == 17


# --- the line --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pieces", "kind"),
    [
        ((), RequestTimeoutError),
        ((response_bytes({"a": 1}, length=500),), RequestTimeoutError),
        (
            (b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{",),
            RequestTimeoutError,
        ),
        ((b"SSH-2.0-OpenSSH_9.6\r\n\r\n",), ProtocolError),
        ((b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd",), ProtocolError),
        ((response_bytes(b'{"a": '),), ProtocolError),
        ((response_bytes(b""),), ProtocolError),
        ((response_bytes(b"\xff\xfe{}"),), ProtocolError),
        ((b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n<html>Wi-Fi</ht",), ProtocolError),
        ((b"HTTP/1.1 302 Found\r\nLocation: http://portal.example/\r\nContent-Length: 0\r\n\r\n",), ProtocolError),
    ],
)
async def test_every_broken_answer_is_one_of_our_errors(pieces: tuple[bytes, ...], kind: type[LearnUpError]) -> None:
    async with raw_server(*pieces) as url:
        transport = Transport(url, SystemClock(), limits=QUICK)
        with pytest.raises(kind):
            await transport.request_json("POST", "/x", authenticated=False)
        await transport.close()


@pytest.mark.parametrize("pieces", [(response_bytes({"a": 1}, length=500),), (b"HTTP/1.1 200 OK\r\n",)])
async def test_a_stalling_server_is_left_after_the_patience(pieces: tuple[bytes, ...]) -> None:
    async with raw_server(*pieces, close=False) as url:
        transport = Transport(url, SystemClock(), limits=QUICK)
        began = asyncio.get_running_loop().time()
        with pytest.raises(RequestTimeoutError):
            await transport.request_json("POST", "/x", authenticated=False)
        assert asyncio.get_running_loop().time() - began < 3
        await transport.close()


async def test_nobody_listening_is_offline(free_port: int) -> None:
    transport = Transport(f"http://127.0.0.1:{free_port}", SystemClock(), limits=QUICK)
    with pytest.raises(OfflineError):
        await transport.request_json("GET", "/x", authenticated=False)
    await transport.close()
    with pytest.raises(OfflineError):
        await transport.request_json("GET", "/x", authenticated=False)


async def test_a_server_without_tls_behind_https_is_insecure() -> None:
    async with raw_server(b"HTTP/1.1 200 OK\r\n\r\n") as url:
        transport = Transport(url.replace("http:", "https:"), SystemClock(), limits=QUICK)
        with pytest.raises(NetworkError):
            await transport.request_json("GET", "/x", authenticated=False)
        await transport.close()


async def test_an_untrusted_certificate_is_named(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*_self_signed(tmp_path))

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    port = server.sockets[0].getsockname()[1]
    transport = Transport(f"https://localhost:{port}", SystemClock(), limits=QUICK)
    with pytest.raises(InsecureConnectionError):
        await transport.request_json("GET", "/x", authenticated=False)
    await transport.close()
    server.close()


def _self_signed(folder: Path) -> tuple[Path, Path]:
    from datetime import UTC, datetime

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    form = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, *form))
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return folder / "certificate.pem", folder / "key.pem"


async def test_a_proxy_setting_that_is_none_is_a_network_fault_and_can_be_put_right() -> None:
    transport = Transport(
        "https://school.example", SystemClock(), limits=QUICK, proxy="nonsense://proxy.example", trust_plain=True
    )
    for _ in range(2):
        with pytest.raises(NetworkError):
            await transport.request_json("GET", "/x", authenticated=False)
    await transport.close()


# --- bounds ----------------------------------------------------------------------------------------------------------


async def test_an_answer_is_bounded_whatever_it_announces() -> None:
    bomb = httpx.Response(
        200, content=gzip.compress(b"[" + b"0," * 500_000 + b"0]"), headers={"Content-Encoding": "gzip"}
    )
    for answer in (httpx.Response(200, content=b"x" * 200_000), bomb):
        async with scripted(again(answer)) as transport:
            with pytest.raises(ProtocolError) as caught:
                await transport.request_bytes("GET", "/x", maximum_bytes=100_000)
        assert caught.value.arguments["reason"] == "too_large"


async def test_a_list_is_read_to_its_end_and_one_without_an_end_is_refused() -> None:
    pages = again(
        httpx.Response(200, json={"items": [_health("a")], "nextCursor": "2"}),
        httpx.Response(200, json={"items": [_health("b")], "nextCursor": None}),
    )
    async with scripted(pages) as transport:
        assert [item.status for item in await transport.request_list("/x", Health, params={"limit": "1"})] == ["a", "b"]
    assert [dict(request.url.params) for request in pages.requests] == [{"limit": "1"}, {"limit": "1", "cursor": "2"}]
    endless = again(httpx.Response(200, json={"items": [], "nextCursor": "again"}))
    async with scripted(endless) as transport:
        with pytest.raises(ProtocolError):
            await transport.request_list("/x", Health, maximum_pages=5)
    assert len(endless.requests) == 5


def _health(status: str) -> dict[str, str]:
    return {"status": status, "database": "ok", "redis": "unused", "storage": "ok"}


async def test_an_answer_of_another_shape_names_the_places() -> None:
    async with scripted(again(httpx.Response(200, json={"status": 5}))) as transport:
        with pytest.raises(ProtocolError) as caught:
            await transport.request_model("GET", "/x", Health)
    assert "status" in caught.value.detail
    assert "5" not in caught.value.detail.replace("/x", "")


# --- samples and headers ---------------------------------------------------------------------------------------------


async def test_every_answer_with_a_time_is_a_clock_sample() -> None:
    clock = ManualClock(NOW)

    def slow(request: httpx.Request) -> httpx.Response:
        clock.advance(0.25)
        return httpx.Response(200, json={}, headers={"X-Server-Time": wire_time(NOW + timedelta(hours=1))})

    samples: list[ClockSample] = []
    async with scripted(slow, clock=clock) as transport:
        transport.on_clock_sample = samples.append
        await transport.request_json("GET", "/x")
    (sample,) = samples
    assert (sample.round_trip, sample.server_time) == (0.25, NOW + timedelta(hours=1))


@pytest.mark.parametrize("text", ["", "yesterday", "2026-03-02T09:00:00", "9" * 500])
async def test_a_time_that_is_none_is_no_sample(text: str) -> None:
    samples: list[ClockSample] = []
    async with scripted(again(httpx.Response(200, json={}, headers={"X-Server-Time": text}))) as transport:
        transport.on_clock_sample = samples.append
        await transport.request_json("GET", "/x")
    assert samples == []


async def test_open_routes_carry_no_token_and_others_do() -> None:
    script = again(OK)
    async with scripted(script) as transport:
        transport.language = "si"
        await transport.request_json("GET", "/open", authenticated=False)
        await transport.request_json("GET", "/closed")
    assert [request.headers.get("authorization") for request in script.requests] == [None, "Bearer access-1"]
    assert script.requests[0].headers["accept-language"] == "si"


# --- downloads -------------------------------------------------------------------------------------------------------

FILE = bytes(range(256)) * 40


def _file(request: httpx.Request) -> httpx.Response:
    asked = request.headers.get("range")
    if asked is None:
        return httpx.Response(200, content=FILE, headers={"ETag": '"e"'})
    start = int(asked.removeprefix("bytes=").rstrip("-"))
    headers = {"Content-Range": f"bytes {start}-{len(FILE) - 1}/{len(FILE)}", "ETag": '"e"'}
    return httpx.Response(206, content=FILE[start:], headers=headers)


async def test_a_download_goes_on_at_its_offset() -> None:
    script = Script(_file)
    async with scripted(script) as transport:
        async with transport.stream("/file", offset=1000, etag='"e"') as download:
            assert (download.offset, download.total, download.etag) == (1000, len(FILE), '"e"')
            assert b"".join([piece async for piece in download.chunks]) == FILE[1000:]
        async with transport.stream("/file") as download:
            assert (download.offset, download.total) == (0, len(FILE))
    assert script.requests[0].headers["if-range"] == '"e"'
    assert script.requests[0].headers["accept-encoding"] == "identity"


async def test_a_server_without_ranges_begins_anew_and_one_that_lies_is_refused() -> None:
    async with (
        scripted(again(httpx.Response(200, content=FILE))) as transport,
        transport.stream("/f", offset=9) as whole,
    ):
        assert whole.offset == 0
    lie = httpx.Response(206, content=b"x", headers={"Content-Range": "bytes 7-7/9"})
    async with scripted(again(lie)) as transport:
        with pytest.raises(ProtocolError):
            async with transport.stream("/f", offset=3):
                pass


async def test_a_download_that_breaks_says_so_while_it_is_read() -> None:
    async with raw_server(response_bytes(b"x" * 100, length=5000)) as url:
        transport = Transport(url, SystemClock(), limits=QUICK)
        from learnup_desktop.base.tokens import Tokens

        await transport.session.keeper.set(Tokens("a", "r"))
        with pytest.raises(RequestTimeoutError):
            async with transport.stream("/file") as download:
                async for _ in download.chunks:
                    pass
        await transport.close()


# --- weight ----------------------------------------------------------------------------------------------------------


def test_making_a_client_loads_nothing_heavy() -> None:
    script = (
        "import sys; from learnup_desktop.api.client import PlatformClient;"
        "from learnup_desktop.api.transport import Transport; from learnup_desktop.base.clock import SystemClock;"
        "PlatformClient(Transport('http://localhost:1', SystemClock()));"
        "print([name for name in ('httpx', 'h2', 'truststore', 'cryptography', 'ssl') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert found.strip() in ("[]", "['ssl']")


async def test_closing_twice_and_while_opening_is_harmless() -> None:
    transport = Transport("http://127.0.0.1:1", SystemClock(), limits=QUICK)
    request = asyncio.create_task(transport.request_json("GET", "/x", authenticated=False))
    await asyncio.sleep(0)
    await transport.close()
    await transport.close()
    with pytest.raises(NetworkError):
        await request


# --- validators ------------------------------------------------------------------------------------------------------


async def test_what_was_read_before_is_only_asked_about() -> None:
    asked: list[str | None] = []
    current = {"tag": 'W/"one"', "value": 1}

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.headers.get("if-none-match"))
        if asked[-1] == current["tag"]:
            return httpx.Response(304, headers={"ETag": str(current["tag"])})
        return httpx.Response(200, json={"value": current["value"]}, headers={"ETag": str(current["tag"])})

    async with scripted(answer) as transport:
        for _ in range(2):
            assert await transport.request_json("GET", "/api/v1/things", params={"a": "1"}) == {"value": 1}
        assert await transport.request_json("GET", "/api/v1/things", params={"a": "2"}) == {"value": 1}
        current |= {"tag": 'W/"two"', "value": 2}
        assert await transport.request_json("GET", "/api/v1/things", params={"a": "1"}) == {"value": 2}
        assert asked == [None, 'W/"one"', None, 'W/"one"']
        await transport.request_json("POST", "/api/v1/things")
        assert asked[-1] is None


async def test_large_and_secret_answers_are_not_kept() -> None:
    asked: list[str | None] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.headers.get("if-none-match"))
        secret = "no-store" if request.url.path.endswith("secret") else "private"
        return httpx.Response(200, content=b"x" * 100_000, headers={"ETag": '"tag"', "Cache-Control": secret})

    async with scripted(answer) as transport:
        for path in ("/api/v1/large", "/api/v1/secret", "/api/v1/large", "/api/v1/secret"):
            await transport.request("GET", path)
        assert asked == [None] * 4
