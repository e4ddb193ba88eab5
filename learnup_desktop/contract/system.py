"""The platform about itself."""

from pydantic import Field

from learnup_desktop.contract.wire import Base64Bytes, UtcTime, WireModel


class ServerTime(WireModel):
    """``GET time``."""

    server_time: UtcTime


class DemoAccount(WireModel):
    """An account of the demo school, offered on the sign-in page. Only a demo platform lists any."""

    username: str
    password: str
    name: str
    role: str


class WellKnown(WireModel):
    """``/.well-known/learnup``. ``signing_key`` is the raw 32-byte Ed25519 public key.

    ``time_zone`` is the IANA name of the zone that the school lives in; empty: as the client's computer.
    """

    product: str
    name: str
    contract_version: int
    minimum_client_version: str
    signing_key_id: str
    signing_key: Base64Bytes
    upload_limit_bytes: int
    time_zone: str = ""
    demo_accounts: list[DemoAccount] = Field(default_factory=list)


class Health(WireModel):
    """``/health``."""

    status: str
    database: str
    redis: str
    storage: str
