"""A meeting server for tests: https on loopback under a throw-away authority, speaking Jitsi's IFrame API.

Written from Jitsi's documentation of its messages. ``meeting_room/external_api.js`` defines the class of that name with
the surface that a host page uses, and talks to the meeting in its frame by ``postMessage`` in Postis's shape (a JSON
string with ``postis``, ``scope``, ``method``, ``params``), as Jitsi does. The room's name says how the meeting behaves,
hostile ones among them: see ``ROOMS`` in ``meeting_room/room.html``. What a meeting did comes back by ``/did``.

Where ``LEARNUP_JITSI_API`` names a file, it is served unchanged in the place of ours: a Jitsi host's own
``external_api.js`` (``curl https://HOST/external_api.js``). Those of 2021, 2024 and 2026 were tried.
"""

import json
import os
import ssl
import threading
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

EVENT_NAMES = {
    "ready": "ready",
    "video-conference-joined": "videoConferenceJoined",
    "video-conference-left": "videoConferenceLeft",
    "video-ready-to-close": "readyToClose",
    "error-occurred": "errorOccurred",
    "suspend-detected": "suspendDetected",
    "audio-mute-status-changed": "audioMuteStatusChanged",
    "video-mute-status-changed": "videoMuteStatusChanged",
    "screen-sharing-status-changed": "screenSharingStatusChanged",
    "raise-hand-updated": "raiseHandUpdated",
    "participant-joined": "participantJoined",
    "participant-left": "participantLeft",
    "participant-role-changed": "participantRoleChanged",
    "participant-kicked-out": "participantKickedOut",
    "knocking-participant": "knockingParticipant",
    "password-required": "passwordRequired",
    "recording-status-changed": "recordingStatusChanged",
    "incoming-message": "incomingMessage",
    "outgoing-message": "outgoingMessage",
    "breakout-rooms-updated": "breakoutRoomsUpdated",
    "a-thing-of-next-year": "aThingOfNextYear",
}
COMMAND_NAMES = {
    "toggleAudio": "toggle-audio",
    "toggleVideo": "toggle-video",
    "toggleShareScreen": "toggle-share-screen",
    "toggleRaiseHand": "toggle-raise-hand",
    "toggleTileView": "toggle-tile-view",
    "toggleChat": "toggle-chat",
    "toggleSubtitles": "toggle-subtitles",
    "hangup": "video-hangup",
    "endConference": "end-conference",
    "muteEveryone": "mute-everyone",
    "askToUnmute": "ask-to-unmute",
    "kickParticipant": "kick-participant",
    "answerKnockingParticipant": "answer-knocking-participant",
    "toggleLobby": "toggle-lobby",
    "setVideoQuality": "set-video-quality",
    "setAssumedBandwidthBps": "set-assumed-bandwidth-bps",
    "setAudioOnly": "set-audio-only",
    "startRecording": "start-recording",
    "stopRecording": "stop-recording",
    "overwriteConfig": "overwrite-config",
    "password": "password",
    "sendChatMessage": "send-chat-message",
    "addBreakoutRoom": "add-breakout-room",
    "autoAssignToBreakoutRooms": "auto-assign-to-breakout-rooms",
    "closeBreakoutRoom": "close-breakout-room",
}


API_VARIABLE = "LEARNUP_JITSI_API"


def _page(name: str) -> str:
    return (Path(__file__).parent / "meeting_room" / name).read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Authority:
    """A certificate authority that lives as long as a test; ``pem`` is its certificate, ``chain`` the server's file."""

    pem: Path
    chain: Path


def make_authority(folder: Path) -> Authority:
    """An authority and a certificate of it for the loopback addresses."""
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC)
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Throw-away authority")])

    def builder(name: x509.Name, public: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(root_name)
            .public_key(public)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(hours=1))
            .not_valid_after(now + timedelta(days=2))
        )

    root = (
        builder(root_name, root_key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))])
    leaf = (
        builder(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")]), key.public_key())
        .add_extension(names, critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(root_key, hashes.SHA256())
    )
    pem, chain = folder / "authority.pem", folder / "server.pem"
    encoding = serialization.Encoding.PEM
    pem.write_bytes(root.public_bytes(encoding))
    private = key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    chain.write_bytes(private + leaf.public_bytes(encoding))
    return Authority(pem, chain)


class MeetingStandIn:
    """The server, on a thread.

    Args:
        folder: for the authority's files.

    Attributes:
        domain: ``127.0.0.1:port``.
        did: what the meetings were ordered to do and did, in order.
        refusing: it answers nothing but 503, as a host that is being restarted.
    """

    def __init__(self, folder: Path) -> None:
        self.authority = make_authority(folder)
        self.did: list[dict[str, Any]] = []
        self.refusing = False
        self._visits: defaultdict[str, int] = defaultdict(int)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_for(self))
        self._server.daemon_threads = True
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.authority.chain)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self.domain = f"127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End it."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def of(self, room: str, name: str) -> list[dict[str, Any]]:
        """What a room did under a name."""
        return [entry for entry in tuple(self.did) if entry["room"] == room and entry["name"] == name]

    def commands(self, room: str) -> list[tuple[str, list[Any]]]:
        """What a room was ordered."""
        return [(entry["command"], entry["arguments"]) for entry in self.of(room, "command")]

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """Status, kind and content of a page."""
        if self.refusing:
            return 503, "text/plain", b""
        room = urlsplit(path).path.lstrip("/")
        if room == "external_api.js" and os.environ.get(API_VARIABLE):
            return 200, "text/javascript", Path(os.environ[API_VARIABLE]).read_bytes()
        if room == "external_api.js":
            script = _page("external_api.js").replace("%(events)s", json.dumps(EVENT_NAMES))
            return 200, "text/javascript", script.replace("%(commands)s", json.dumps(COMMAND_NAMES)).encode()
        if room == "grab":
            return 200, "text/html", _page("grab.html").encode()
        if room == "file.exe":
            return 200, "application/octet-stream", b"MZ"
        visit, self._visits[room] = self._visits[room], self._visits[room] + 1
        return 200, "text/html", _page("room.html").replace("%(visit)s", str(visit)).encode()


def _handler_for(standin: MeetingStandIn) -> Callable[..., BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status, kind, content = standin.answer(self.path)
            self._reply(status, kind, content)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            standin.did.append(json.loads(body))
            self._reply(204, "text/plain", b"")

        def _reply(self, status: int, kind: str, content: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Cache-Control", "no-store")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            return

    return Handler
