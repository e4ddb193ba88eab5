"""The platform about itself."""

from pydantic import Field

from learnup_desktop.contract.wire import Base64Bytes, Identifier, UtcTime, WireModel


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


class SystemSettings(WireModel):
    """``GET system/settings``: what an administrator may know of how the platform is set. No secrets.

    Lifetimes and windows in seconds.
    """

    platform_name: str
    minimum_client_version: str
    database: str
    storage: str
    shares_counters: bool
    sends_email: bool
    access_token_seconds: int
    refresh_token_seconds: int
    requests_per_window: int
    window_seconds: int
    upload_limit_bytes: int
    face_threshold: float


class AuditEntry(WireModel):
    """One line of ``GET audit-logs``: who did what to what."""

    id: Identifier
    at: UtcTime
    domain: str
    action: str
    actor_id: str | None = None
    subject_id: str


class CrashReport(WireModel):
    """``POST error-logs``: a client that fell over says how. ``trace`` holds file names and lines, never contents."""

    client_version: str = Field(min_length=1, max_length=40)
    system: str = Field(default="", max_length=120)
    message: str = Field(min_length=1, max_length=500)
    trace: str = Field(default="", max_length=32_000)
    happened_at: UtcTime


class ErrorEntry(CrashReport):
    """One line of ``GET error-logs``."""

    id: Identifier
    account_id: str
    received_at: UtcTime


class Analytics(WireModel):
    """``GET analytics``: the school in numbers. The last week is the seven days before now."""

    students: int
    teachers: int
    classes: int
    signed_in_last_week: int
    lessons_last_week: int
    lessons_marked_last_week: int
    attempts_last_week: int
    attempts_submitted_last_week: int
    crashes_last_week: int
