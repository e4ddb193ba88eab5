"""The platform about itself: is it ours, is it new enough, what time is it."""

from datetime import datetime

from learnup_desktop.api.reading import validated
from learnup_desktop.api.transport import Transport
from learnup_desktop.base.errors import ClientTooOldError, NotFoundError, PlatformTooOldError, ProtocolError
from learnup_desktop.contract import routes
from learnup_desktop.contract.system import Health, ServerTime, WellKnown
from learnup_desktop.contract.wire import CONTRACT_VERSION

PRODUCT = "learnup"
"""``product`` of every platform of this contract begins with it."""
_SIGNING_KEY_BYTES = 32


class SystemApi:
    """Open routes; none needs a token."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def well_known(self) -> WellKnown:
        """Who the server is, checked.

        Raises:
            ProtocolError: not a LearnUp platform (``reason="foreign"``), a portal's page, malformed.
            PlatformTooOldError: it speaks an older contract.
            ClientTooOldError: it asks for a newer client.
            NetworkError: not reached.
        """
        try:
            document = await self._transport.request_json("GET", routes.WELL_KNOWN, authenticated=False)
        except NotFoundError as error:
            raise ProtocolError("no LearnUp platform at this address", status=404, reason="foreign") from error
        product = document.get("product") if isinstance(document, dict) else None
        if not isinstance(product, str) or not product.lower().startswith(PRODUCT):
            raise ProtocolError("another product answers at this address", reason="foreign")
        version = document.get("contractVersion")
        if isinstance(version, int) and version < CONTRACT_VERSION:
            raise PlatformTooOldError(f"contract {version}", contract=version, needed=CONTRACT_VERSION)
        answer = validated(WellKnown, document, "well-known")
        if len(answer.signing_key) != _SIGNING_KEY_BYTES:
            raise ProtocolError("the signing key is no Ed25519 key", reason="malformed")
        from learnup_desktop import __version__

        if _version(answer.minimum_client_version) > _version(__version__):
            raise ClientTooOldError("", minimum=answer.minimum_client_version, own=__version__)
        return answer

    async def time(self) -> datetime:
        """Server time; the transport takes the sample."""
        answer = await self._transport.request_model("GET", routes.TIME, ServerTime, authenticated=False)
        return answer.server_time

    async def health(self) -> Health:
        """State of the platform's parts."""
        return await self._transport.request_model("GET", routes.HEALTH, Health, authenticated=False)


def _version(text: str) -> tuple[int, ...]:
    """``1.2.3-beta`` as (1, 2, 3)."""
    numbers = []
    for part in text.split("-")[0].split("."):
        digits = "".join(character for character in part if character.isdigit())
        numbers.append(int(digits or 0))
    return tuple(numbers)
