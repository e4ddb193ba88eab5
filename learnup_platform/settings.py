"""Settings of the platform: the environment names of the contract, and what the command line says over them.

With nothing set the platform is embedded: SQLite and files in the data folder, no Redis, generated secrets.
"""

import re
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, SecretStr, computed_field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import URL, make_url

_DURATION = re.compile(r"^\s*(\d+)\s*(ms|s|m|h|d|w)?\s*$")
_UNIT_SECONDS = {"ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}

DEMO_RATE_LIMIT = 1200
"""Requests a minute on a demo platform: one loopback address plays a whole school and the walk-through never waits."""

ANONYMOUS_FACTOR = 10
"""How many accounts' worth of requests one address may make before signing in: a school sits behind one address."""


def parse_duration(value: object) -> object:
    """Seconds of ``"1h"``, ``"7d"``, ``"900"`` (as the jsonwebtoken package reads them); anything else unchanged.

    Raises:
        ValueError: text that is no duration.
    """
    if not isinstance(value, str):
        return value
    match = _DURATION.match(value)
    if match is None:
        raise ValueError("a duration is a whole number with ms, s, m, h, d or w")
    return int(int(match[1]) * _UNIT_SECONDS[match[2] or "s"])


Duration = Annotated[int, BeforeValidator(parse_duration), Field(gt=0)]


class PlatformSettings(BaseSettings):
    """Everything that can be set. Fields carry the environment's names in lower case.

    Attributes:
        data: folder for the database, files and generated secrets; made when missing.
        demo: the demo school is seeded into an empty database and its accounts are listed.
        rate_limit_max: requests in ``rate_limit_ttl`` seconds for one account; None: 100, on a demo platform
            ``DEMO_RATE_LIMIT``. A sitting client makes about 40 a minute: a journal batch every two or three seconds, a
            status and some evidence.
        checkout_url: where the gateway takes payments, with ``{payment}``, ``{amount}`` and ``{currency}`` in it;
            ``checkout_secret`` signs what the gateway reports back. A demo platform has a checkout of its own.
        jitsi_domain: host of the Jitsi deployment that holds the meetings, with a port if it is not 443; None: no
            meetings. ``jitsi_app_id`` and ``jitsi_secret`` are the deployment's own; without a secret one is made, in
            ``keys/jitsi.key`` (its hex digits are the secret to give to Jitsi).
    """

    model_config = SettingsConfigDict(env_prefix="", extra="ignore", frozen=True)

    data: Path = Path("learnup-data")
    demo: bool = False
    platform_name: str = "LearnUp"
    minimum_client_version: str = "0.1.0"

    database_url: SecretStr | None = None
    db_host: str | None = None
    db_port: int = 5432
    db_username: str = "learnup"
    db_password: SecretStr | None = None
    db_name: str = "learnup"

    redis_host: str | None = None
    redis_port: int = 6379
    redis_password: SecretStr | None = None

    jwt_secret: SecretStr | None = None
    jwt_refresh_secret: SecretStr | None = None
    jwt_expires_in: Duration = 3600
    jwt_refresh_expires_in: Duration = 7 * 86_400
    session_secret: SecretStr | None = None
    bcrypt_salt_rounds: int = Field(default=12, ge=4, le=16)

    rate_limit_ttl: int = Field(default=60, gt=0)
    rate_limit_max: int | None = Field(default=None, gt=0)
    allowed_origins: str = ""

    upload_path: Path | None = None
    max_file_size: int = Field(default=10_485_760, gt=0)
    aws_access_key_id: str | None = None
    aws_secret_access_key: SecretStr | None = None
    aws_region: str | None = None
    aws_s3_bucket: str | None = None
    aws_s3_endpoint: str | None = None

    email_enabled: bool = False
    email_host: str | None = None
    email_port: int = 587
    email_secure: bool = False
    email_user: str | None = None
    email_password: SecretStr | None = None
    email_from: str = "no-reply@localhost"
    email_from_name: str | None = None

    checkout_url: str | None = None
    checkout_secret: SecretStr | None = None

    jitsi_domain: str | None = Field(default=None, pattern=r"^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?$")
    jitsi_app_id: str = "learnup"
    jitsi_secret: SecretStr | None = None

    face_threshold: float = Field(default=0.38, ge=0.0, le=1.0)

    @model_validator(mode="after")
    def _email_has_a_server(self) -> "PlatformSettings":
        if self.email_enabled and not self.email_host:
            raise ValueError("EMAIL_ENABLED needs EMAIL_HOST")
        return self

    @model_validator(mode="after")
    def _checkout_is_signed(self) -> "PlatformSettings":
        if self.checkout_url and self.checkout_secret is None:
            raise ValueError("CHECKOUT_URL needs CHECKOUT_SECRET")
        return self

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated properties
    @property
    def requests_per_window(self) -> int:
        """The limit in force."""
        return self.rate_limit_max or (DEMO_RATE_LIMIT if self.demo else 100)

    def resolved_database_url(self) -> URL:
        """SQLAlchemy's URL: ``DATABASE_URL``, else the ``DB_*`` parts, else SQLite in the data folder."""
        if self.database_url is not None:
            return _async_url(make_url(self.database_url.get_secret_value()))
        if self.db_host is not None:
            password = self.db_password.get_secret_value() if self.db_password else None
            return URL.create(
                "postgresql+asyncpg", self.db_username, password, self.db_host, self.db_port, self.db_name
            )
        return URL.create("sqlite+aiosqlite", database=str(self.data / "platform.db"))

    def redis_url(self) -> str | None:
        """Where Redis is, None when the platform runs without."""
        if self.redis_host is None:
            return None
        password = self.redis_password.get_secret_value() if self.redis_password else None
        return URL.create(
            "redis", password=password, host=self.redis_host, port=self.redis_port, database="0"
        ).render_as_string(hide_password=False)


def _async_url(url: URL) -> URL:
    """The same database by its asynchronous driver; libpq's ``sslmode`` becomes asyncpg's ``ssl``."""
    name = url.get_backend_name()
    if name in ("postgresql", "postgres"):
        mode = url.query.get("sslmode")
        url = url.set(drivername="postgresql+asyncpg")
        return url.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode}) if mode else url
    return url.set(drivername="sqlite+aiosqlite") if name == "sqlite" else url
