"""The token that lets one account into one room of Jitsi: HS256, and claims as its Prosody plugins read them.

The claims are those of jitsi/lib-jitsi-meet's ``doc/tokens.md`` and of mod_token_affiliation. Everything under
``context`` is text: presence_identity writes ``context.user`` into stanzas as it stands, and falls over anything else;
booleans are ``"true"`` and ``"false"``, which is how the feature filter and Jitsi Meet compare them.
"""

import base64
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

import jwt

ALGORITHM = "HS256"
AUDIENCE = "jitsi"
LONGEST_LIFE = timedelta(hours=2)
"""The contract's limit on a token's life."""
CLOCKS_APART = timedelta(seconds=30)
"""A token is good from this long before it was made: the deployment's clock may be behind the platform's."""
_ROOM_BYTES = 16
_MODERATOR_FEATURES = ("recording", "livestreaming", "file-upload", "create-polls")
_EVERYBODYS_FEATURES = ("screen-sharing", "transcription", "send-groupchat")
"""Captions are for everybody: who does not hear well must not have to ask for them."""
_NOBODYS_FEATURES = ("inbound-call", "outbound-call", "sip-inbound-call", "sip-outbound-call")
"""Telephone lines into a lesson are nobody's, whatever the deployment would allow."""


@dataclass(frozen=True, slots=True)
class Guest:
    """Whom a token is for. The name is the school's, so nobody is anybody else in a lesson.

    There is no e-mail address in it: whatever stands here is told to everybody in the room.
    """

    account_id: str
    name: str
    moderator: bool


def room_of(sealing_key: bytes, lesson_id: str) -> str:
    """The room of a lesson: always the same, and guessed by nobody (128 bits; lower case, as Jitsi writes rooms)."""
    digest = hmac.digest(sealing_key, f"learnup-meeting:{lesson_id}".encode(), "sha256")
    return f"learnup-{base64.b32encode(digest[:_ROOM_BYTES]).decode().rstrip('=').lower()}"


def token_end(now: datetime, closes_at: datetime) -> datetime:
    """When a token made ``now`` stops working: with the lesson, and within ``LONGEST_LIFE`` of its beginning."""
    return min(closes_at, now - CLOCKS_APART + LONGEST_LIFE).replace(microsecond=0)


def make_token(
    secret: bytes, app_id: str, domain: str, room: str, guest: Guest, now: datetime, expires_at: datetime
) -> str:
    """A token for ``guest`` and for ``room`` only.

    Args:
        secret: shared with the deployment.
        app_id: the deployment's application id.
        domain: its host; a port is left out of ``sub``, which names the XMPP domain.
        room: the one room it opens.
        guest: for whom.
        now: platform time.
        expires_at: see :func:`token_end`.

    Raises:
        ValueError: the room is a pattern.
    """
    if not room or "*" in room:
        raise ValueError("a token is for one room")
    features = {
        **dict.fromkeys(_EVERYBODYS_FEATURES, "true"),
        **dict.fromkeys(_MODERATOR_FEATURES, _text(guest.moderator)),
        **dict.fromkeys(_NOBODYS_FEATURES, "false"),
    }
    claims = {
        "aud": AUDIENCE,
        "iss": app_id,
        "sub": domain.partition(":")[0].lower(),
        "room": room,
        "nbf": int((now - CLOCKS_APART).timestamp()),
        "exp": int(expires_at.timestamp()),
        "context": {
            "user": {
                "id": guest.account_id,
                "name": guest.name,
                "email": "",
                "avatar": "",
                "moderator": _text(guest.moderator),
                "affiliation": "owner" if guest.moderator else "member",
            },
            "features": features,
        },
    }
    return jwt.encode(claims, secret, ALGORITHM)


def _text(value: bool) -> str:
    return "true" if value else "false"
